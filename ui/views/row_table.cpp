#include <kith/views/row_table.h>

#include <kith/theme/theme.h>
#include <kith/views/row_table_accessible.h>

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>
#include <utility>

namespace kith::ui {

/// Headings on the ground of the page, over the words of their columns, with an arrow at the one that orders.
class RowTable::Header final : public QHeaderView {
public:
    Header(RowTable* table, const Theme* theme) : QHeaderView(Qt::Horizontal, table), table_(table), theme_(theme) { }

    [[nodiscard]] QSize sizeHint() const override { return {QHeaderView::sizeHint().width(), theme_->px(32)}; }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        QPainter(viewport()).fillRect(event->rect(), theme_->tokens().canvas);
        QHeaderView::paintEvent(event);
        QPainter(viewport()).fillRect(0, height() - 1, width(), 1, theme_->tokens().line);
    }

    void paintSection(QPainter* painter, const QRect& rect, int section) const override
    {
        const Tokens& t = theme_->tokens();
        painter->fillRect(rect, t.canvas);
        const Column& column = table_->columns_.at(static_cast<std::size_t>(section));
        const bool orders = isSortIndicatorShown() && sortIndicatorSection() == section;
        const QColor colour = orders ? t.text : t.muted;
        const QString text = model()->headerData(section, orientation(), Qt::DisplayRole).toString();
        const auto alignment =
            Qt::Alignment(model()->headerData(section, orientation(), Qt::TextAlignmentRole).toInt());
        const QFont font = theme_->font(TextSize::Small);
        QRect words = rect.adjusted(theme_->px(column.lead), 0, -theme_->px(column.trail), 0);
        constexpr int kArrow = 12;
        const int width =
            std::min(QFontMetrics(font).horizontalAdvance(text), words.width() - (orders ? kArrow + 2 : 0));
        if (alignment.testFlag(Qt::AlignRight)) words.setLeft(words.right() - width);
        words.setWidth(width + 1);
        painter->setFont(font);
        painter->setPen(colour);
        painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetrics(font).elidedText(text, Qt::ElideRight, words.width()));
        if (!orders) return;
        const int x = alignment.testFlag(Qt::AlignRight) ? words.left() - kArrow - 2 : words.right() + 3;
        theme_->paintIcon(*painter, QRectF(x, rect.top(), kArrow, rect.height()),
                          sortIndicatorOrder() == Qt::DescendingOrder ? Icon::ArrowDown : Icon::ArrowUp, colour,
                          kArrow);
    }

private:
    const RowTable* table_;
    const Theme* theme_;
};

RowTable::RowTable(const Theme* theme, QWidget* parent)
    : QAbstractItemView(parent), theme_(theme), header_(new Header(this, theme))
{
    installRowTableAccessibility();
    setSelectionMode(SingleSelection);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false);
    setFrameShape(NoFrame);
    viewport()->setMouseTracking(true);
    header_->setSectionsClickable(true);
    header_->setSortIndicatorShown(true);
    header_->setHighlightSections(false);
    header_->setMinimumSectionSize(24);
    header_->setFocusPolicy(Qt::NoFocus);
    connect(header_, &QHeaderView::sectionResized, this, &RowTable::takeWidths);
}

void RowTable::setColumns(std::vector<Column> columns)
{
    columns_ = std::move(columns);
    fitColumns();
}

void RowTable::setRowHeight(int pixels)
{
    rowHeight_ = std::max(1, pixels);
    updateGeometries();
    viewport()->update();
}

std::vector<double> RowTable::weights() const
{
    std::vector<double> weights;
    for (const Column& column : columns_) weights.push_back(column.weight);
    return weights;
}

void RowTable::setWeights(const std::vector<double>& weights)
{
    if (weights.size() != columns_.size()) return;
    if (std::ranges::any_of(weights, [](double weight) { return !(weight > 0 && weight < 1e6); })) return;
    for (std::size_t i = 0; i < weights.size(); ++i) columns_[i].weight = weights[i];
    fitColumns();
}

void RowTable::setModel(QAbstractItemModel* model)
{
    header_->setModel(model);
    QAbstractItemView::setModel(model);
    fitColumns();
}

int RowTable::rows() const
{
    return model() == nullptr ? 0 : model()->rowCount(rootIndex());
}

int RowTable::verticalOffset() const
{
    return verticalScrollBar()->value();
}

QRect RowTable::rowRect(int row) const
{
    return {0, row * rowHeight_ - verticalOffset(), viewport()->width(), rowHeight_};
}

QRect RowTable::visualRect(const QModelIndex& index) const
{
    if (!index.isValid() || header_->isSectionHidden(index.column())) return {};
    const QRect row = rowRect(index.row());
    return {header_->sectionViewportPosition(index.column()), row.top(), header_->sectionSize(index.column()),
            row.height()};
}

QModelIndex RowTable::indexAt(const QPoint& point) const
{
    if (model() == nullptr || point.y() + verticalOffset() < 0) return {};
    const int row = (point.y() + verticalOffset()) / rowHeight_;
    const int column = std::max(0, header_->logicalIndexAt(point.x()));
    return row < rows() ? model()->index(row, column, rootIndex()) : QModelIndex{};
}

void RowTable::scrollTo(const QModelIndex& index, ScrollHint hint)
{
    if (!index.isValid()) return;
    const int top = index.row() * rowHeight_;
    const int page = viewport()->height();
    const int offset = verticalOffset();
    QScrollBar* bar = verticalScrollBar();
    const bool visible = top >= offset && top + rowHeight_ <= offset + page;
    if (hint == PositionAtTop) bar->setValue(top);
    else if (hint == PositionAtBottom) bar->setValue(top + rowHeight_ - page);
    else if (hint == PositionAtCenter) bar->setValue(top - (page - rowHeight_) / 2);
    else if (!visible) bar->setValue(top < offset ? top : top + rowHeight_ - page);
}

QModelIndex RowTable::moveCursor(CursorAction action, Qt::KeyboardModifiers /*modifiers*/)
{
    if (rows() == 0) return {};
    const int last = rows() - 1;
    const int page = std::max(1, viewport()->height() / rowHeight_ - 1);
    const int row = currentIndex().isValid() ? currentIndex().row() : -1;
    const int next = [&] {
        switch (action) {
        case MoveUp:
        case MovePrevious: return row - 1;
        case MoveDown:
        case MoveNext: return row + 1;
        case MovePageUp: return row - page;
        case MovePageDown: return row + page;
        case MoveHome: return 0;
        case MoveEnd: return last;
        default: return row;
        }
    }();
    return model()->index(std::clamp(next, 0, last), 0, rootIndex());
}

bool RowTable::isIndexHidden(const QModelIndex& index) const
{
    return header_->isSectionHidden(index.column());
}

void RowTable::setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags command)
{
    const QModelIndex top = indexAt(rect.normalized().topLeft());
    QModelIndex bottom = indexAt(rect.normalized().bottomRight());
    if (!top.isValid()) return;
    if (!bottom.isValid()) bottom = model()->index(rows() - 1, 0, rootIndex());
    selectionModel()->select(QItemSelection(top, bottom), command);
}

QRegion RowTable::visualRegionForSelection(const QItemSelection& selection) const
{
    QRegion region;
    for (const QItemSelectionRange& range : selection)
        region += rowRect(range.top()).united(rowRect(range.bottom())).intersected(viewport()->rect());
    return region;
}

void RowTable::updateGeometries()
{
    const int head = header_->isHidden() ? 0 : header_->sizeHint().height();
    setViewportMargins(0, head, 0, 0);
    const QRect inner = viewport()->geometry();
    header_->setGeometry(inner.left(), inner.top() - head, inner.width(), head);
    QScrollBar* bar = verticalScrollBar();
    const auto length = static_cast<qint64>(rows()) * rowHeight_;
    bar->setRange(0, static_cast<int>(std::clamp<qint64>(length - viewport()->height(), 0, 1 << 30)));
    bar->setPageStep(viewport()->height());
    bar->setSingleStep(rowHeight_);
    QAbstractItemView::updateGeometries();
}

void RowTable::scrollContentsBy(int dx, int dy)
{
    scrollDirtyRegion(dx, dy);
    viewport()->scroll(dx, dy);
    hover(-1);
}

void RowTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QAbstractItemView::currentChanged(current, previous);
    if (previous.isValid()) viewport()->update(rowRect(previous.row()));
    if (current.isValid()) {
        viewport()->update(rowRect(current.row()));
        if (current.row() != previous.row()) Q_EMIT currentRowChanged(current.row());
    }
}

void RowTable::paintEvent(QPaintEvent* event)
{
    if (model() == nullptr) return;
    QPainter painter(viewport());
    const Tokens& t = theme_->tokens();
    painter.fillRect(event->rect(), t.canvas);
    const int offset = verticalOffset();
    const int first = (event->rect().top() + offset) / rowHeight_;
    const int last = std::min(rows() - 1, (event->rect().bottom() + offset) / rowHeight_);
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    for (int row = first; row <= last; ++row) {
        const QRect ground = rowRect(row);
        const bool current = currentIndex().isValid() && currentIndex().row() == row;
        if (current) painter.fillRect(ground, t.accentSoft);
        else if (row == hovered_) painter.fillRect(ground, t.hover);
        painter.fillRect(QRect(ground.left(), ground.bottom(), ground.width(), 1), t.line);
        option.state = isEnabled() ? QStyle::State_Enabled : QStyle::State_None;
        option.state.setFlag(QStyle::State_Selected, current);
        option.state.setFlag(QStyle::State_MouseOver, row == hovered_);
        for (int column = 0; column < header_->count(); ++column) {
            if (header_->isSectionHidden(column)) continue;
            const QModelIndex index = model()->index(row, column, rootIndex());
            option.rect = visualRect(index);
            itemDelegate()->paint(&painter, option, index);
        }
        if (current && hasFocus()) painter.fillRect(QRect(ground.left(), ground.top(), 3, ground.height()), t.focus);
    }
}

void RowTable::resizeEvent(QResizeEvent* event)
{
    QAbstractItemView::resizeEvent(event);
    updateGeometries();
    fitColumns();
}

void RowTable::fitColumns()
{
    if (header_->count() != static_cast<int>(columns_.size()) || viewport()->width() <= 0) return;
    fitting_ = true;
    const int width = viewport()->width();
    // Columns held at their least width leave less for the others to share; settled after as many rounds as columns.
    std::vector<bool> least(columns_.size(), false);
    const auto shown = [&](std::size_t i) { return columns_[i].givesWay == 0 || width >= columns_[i].givesWay; };
    double room = width;
    double weight = 0;
    for (bool settled = false; !settled;) {
        settled = true;
        room = width;
        weight = 0;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            if (!shown(i)) continue;
            if (least[i]) room -= columns_[i].least;
            else weight += columns_[i].weight;
        }
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            if (!shown(i) || least[i] || room * columns_[i].weight / weight >= columns_[i].least) continue;
            least[i] = true;
            settled = false;
        }
    }
    double edge = 0;
    int used = 0;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        const int section = static_cast<int>(i);
        header_->setSectionHidden(section, !shown(i));
        if (!shown(i)) continue;
        edge += least[i] ? columns_[i].least : room * columns_[i].weight / weight;
        header_->resizeSection(section, static_cast<int>(edge + 0.5) - used);
        used = static_cast<int>(edge + 0.5);
    }
    fitting_ = false;
    viewport()->update();
}

void RowTable::takeWidths()
{
    if (fitting_) return;
    for (std::size_t i = 0; i < columns_.size(); ++i)
        if (!header_->isSectionHidden(static_cast<int>(i)))
            columns_[i].weight = header_->sectionSize(static_cast<int>(i));
    fitColumns();
}

void RowTable::keyPressEvent(QKeyEvent* event)
{
    const int row = currentIndex().isValid() ? currentIndex().row() : -1;
    const bool plain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (plain && (event->key() == Qt::Key_J || event->key() == Qt::Key_K)) {
        const QModelIndex next = moveCursor(event->key() == Qt::Key_J ? MoveDown : MoveUp, Qt::NoModifier);
        if (next.isValid()) setCurrentIndex(next);
    } else if (plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        if (row >= 0) Q_EMIT opened(row);
    } else if (plain && event->key() == Qt::Key_Space) {
        if (row >= 0) Q_EMIT previewed(row);
    } else {
        QAbstractItemView::keyPressEvent(event);
    }
}

void RowTable::mouseDoubleClickEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (index.isValid() && event->button() == Qt::LeftButton) Q_EMIT opened(index.row());
}

bool RowTable::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::MouseMove) {
        const QModelIndex index = indexAt(static_cast<QMouseEvent*>(event)->position().toPoint());
        hover(index.isValid() ? index.row() : -1);
    } else if (event->type() == QEvent::Leave) {
        hover(-1);
    }
    return QAbstractItemView::viewportEvent(event);
}

void RowTable::hover(int row)
{
    if (row == hovered_) return;
    for (const int old : {std::exchange(hovered_, row), row})
        if (old >= 0) viewport()->update(rowRect(old));
}

}  // namespace kith::ui
