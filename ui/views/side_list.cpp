#include <kith/views/side_list.h>

#include <kith/controls/paint.h>

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QStyledItemDelegate>
#include <algorithm>

namespace kith::ui {

namespace {

constexpr int kLeadWidth = 54;
constexpr int kPadding = 7;
constexpr int kMostLines = 2;
constexpr int kPickerInset = 12;

class SideDelegate final : public QStyledItemDelegate {
public:
    SideDelegate(const SideList& list, SideList::LineOf lineOf, const Theme* theme, QObject* parent)
        : QStyledItemDelegate(parent), list_(list), lineOf_(std::move(lineOf)), theme_(theme)
    {
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& index) const override
    {
        const SideLine line = lineOf_(index.row());
        const int width = list_.viewport()->width() - 2 * inset();
        const auto texts = wrappedLines(line.text, theme_->font(TextSize::Body), width - leadOf(line), kMostLines);
        const int height = lineHeight() * static_cast<int>(texts.size()) + (line.detail.isEmpty() ? 0 : detailHeight());
        return {list_.viewport()->width(), height + 2 * theme_->px(kPadding) + 1};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const SideLine line = lineOf_(index.row());
        const Tokens& tokens = theme_->tokens();
        const QRect& rect = option.rect;
        const auto marked = list_.isPicker() ? QStyle::State_Selected : QStyle::State_HasFocus;
        const bool focused = (option.state & marked) != 0;
        const bool hovered = (option.state & QStyle::State_MouseOver) != 0;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (focused) painter->fillRect(rect, tokens.accentSoft);
        else if (hovered) painter->fillRect(rect, tokens.hover);
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tokens.line);

        const auto draw = [&](const QRect& where, const QString& text, TextSize size, const QColor& colour) {
            paintText(*painter, QStyle::visualRect(option.direction, rect, where), text, theme_->font(size), colour,
                      Qt::AlignLeft | Qt::AlignVCenter, option.direction);
        };
        int top = rect.top() + theme_->px(kPadding);
        const int lead = leadOf(line);
        if (lead > 0)
            draw({rect.left() + inset(), top, lead - theme_->px(4), lineHeight()}, line.lead, TextSize::Small,
                 tokens.muted);
        const QRect column(rect.left() + inset() + lead, top, rect.width() - lead - 2 * inset(), lineHeight());
        for (const QString& text : wrappedLines(line.text, theme_->font(TextSize::Body), column.width(), kMostLines)) {
            draw({column.left(), top, column.width(), lineHeight()}, text, TextSize::Body, tokens.text);
            top += lineHeight();
        }
        if (!line.detail.isEmpty())
            draw({column.left(), top, column.width(), detailHeight()}, line.detail, TextSize::Small,
                 line.alarming ? tokens.danger
                     : focused ? tokens.muted
                               : tokens.faintText);
        painter->restore();
    }

private:
    [[nodiscard]] int leadOf(const SideLine& line) const { return line.lead.isEmpty() ? 0 : theme_->px(kLeadWidth); }
    [[nodiscard]] int inset() const { return list_.isPicker() ? theme_->px(kPickerInset) : 0; }
    [[nodiscard]] int lineHeight() const { return theme_->px(21); }
    [[nodiscard]] int detailHeight() const { return theme_->px(18); }

    const SideList& list_;
    SideList::LineOf lineOf_;
    const Theme* theme_;
};

}  // namespace

SideList::SideList(const Theme* theme, QAbstractItemModel* model, LineOf lineOf, const QString& name, QWidget* parent)
    : QListView(parent), theme_(theme)
{
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    viewport()->setAutoFillBackground(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(Adjust);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    setItemDelegate(new SideDelegate(*this, std::move(lineOf), theme, this));
    setModel(model);
    const auto resized = [this] { updateGeometry(); };
    connect(model, &QAbstractItemModel::rowsInserted, this, resized);
    connect(model, &QAbstractItemModel::rowsRemoved, this, resized);
    connect(model, &QAbstractItemModel::dataChanged, this, [this] {
        scheduleDelayedItemsLayout();
        updateGeometry();
    });
}

void SideList::setPicker()
{
    picker_ = true;
    scheduleDelayedItemsLayout();
}

int SideList::heightOf(int lines) const
{
    int height = 0;
    for (int row = 0; row < lines; ++row) {
        height += sizeHintForRow(row);
        if (height > QWIDGETSIZE_MAX / 2) break;
    }
    return height;
}

QSize SideList::sizeHint() const
{
    return {theme_->px(300), heightOf(model()->rowCount())};
}

QSize SideList::minimumSizeHint() const
{
    constexpr int kAlwaysSeen = 3;
    return {0, picker_ ? 0 : heightOf(std::min(kAlwaysSeen, model()->rowCount()))};
}

void SideList::keyPressEvent(QKeyEvent* event)
{
    const int key = event->modifiers() == Qt::NoModifier ? event->key() : 0;
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        if (currentIndex().isValid()) Q_EMIT opened(currentIndex().row());
    } else if (key == Qt::Key_J || key == Qt::Key_K) {
        QKeyEvent arrow(QEvent::KeyPress, key == Qt::Key_J ? Qt::Key_Down : Qt::Key_Up, Qt::NoModifier);
        QListView::keyPressEvent(&arrow);
    } else if (!event->text().isEmpty() && event->text().front().isLetterOrNumber()) {
        event->ignore();  // commands of the page
    } else {
        QListView::keyPressEvent(event);
    }
}

void SideList::mouseReleaseEvent(QMouseEvent* event)
{
    QListView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index.isValid()) Q_EMIT opened(index.row());
}

void SideList::resizeEvent(QResizeEvent* event)
{
    QListView::resizeEvent(event);
    updateGeometry();
}

void SideList::focusInEvent(QFocusEvent* event)
{
    QListView::focusInEvent(event);
    if (!currentIndex().isValid() && model()->rowCount() > 0) setCurrentIndex(model()->index(0, 0));
}

}  // namespace kith::ui
