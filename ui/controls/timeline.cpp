#include <kith/controls/timeline.h>

#include <kith/controls/paint.h>

#include <QPainter>
#include <QStyledItemDelegate>
#include <QTextLayout>
#include <QTextOption>

#include <cmath>

namespace kith::ui {
namespace {

constexpr int kGutter = 22;  // room for the bullet
constexpr int kPad = 4;  // between the words and the focus ring around them
constexpr int kGap = 16;  // between the words of two entries

double layOut(QTextLayout& layout, double width)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    double y = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, y});
        y += std::round(line.height() * 1.18);
    }
    layout.endLayout();
    return y;
}

QString paragraphs(QString text)
{
    text.replace(u'\n', QChar::LineSeparator);
    return text;
}

}  // namespace

class Timeline::Model final : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;
    QList<TimelineEntry> entries;

    void replace(QList<TimelineEntry> next)
    {
        beginResetModel();
        entries = std::move(next);
        endResetModel();
    }
    int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(entries.size());
    }
    QVariant data(const QModelIndex& index, int role) const override
    {
        if (!index.isValid()) return {};
        const TimelineEntry& entry = entries.at(index.row());
        if (role == Qt::DisplayRole) return entry.text;
        if (role == Qt::AccessibleTextRole) return QString(entry.head + QStringLiteral(": ") + entry.text);
        return {};
    }
};

class Timeline::Delegate final : public QStyledItemDelegate {
public:
    Delegate(const Timeline* view, const Theme* theme) : theme_(theme), view_(view) { }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        const TimelineEntry& entry = view_->model_->entries.at(index.row());
        const int width = std::max(60, view_->viewport()->width());
        double height = QFontMetricsF(theme_->font(TextSize::Small)).height() + 1;
        if (!entry.text.isEmpty()) {
            QTextLayout layout(paragraphs(entry.text), theme_->font(TextSize::Body));
            height += layOut(layout, width - kGutter - kPad);
        }
        return {width, static_cast<int>(std::ceil(height)) + kGap};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const TimelineEntry& entry = view_->model_->entries.at(index.row());
        const Tokens& t = theme_->tokens();
        const bool mirrored = option.direction == Qt::RightToLeft;
        const QRect r = option.rect;
        const QRect words = mirrored ? r.adjusted(kPad, kPad, -kGutter, 0) : r.adjusted(kGutter, kPad, -kPad, 0);
        const QFont small = theme_->font(TextSize::Small);
        const int head = static_cast<int>(std::ceil(QFontMetricsF(small).height()));

        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool focused =
            option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange);
        if (focused) {
            painter->setPen(QPen(t.focus, 2));
            const QRectF ring(words.left() - kPad, r.top(), words.width() + 2 * kPad, r.height() - kGap + 2 * kPad);
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(ring.adjusted(1, 1, -1, -1), 4, 4);
        }
        const QPointF dot(mirrored ? r.right() - 4 : r.left() + 4, words.top() + head / 2.0);
        bullet(*painter, dot, entry.bullet);
        paintText(*painter, {words.left(), words.top(), words.width(), head}, entry.head, small, t.muted,
                  Qt::AlignLeft | Qt::AlignVCenter, option.direction);
        if (!entry.text.isEmpty()) {
            QTextLayout layout(paragraphs(entry.text), theme_->font(TextSize::Body));
            layOut(layout, words.width());
            painter->setPen(t.text);
            layout.draw(painter, QPointF(words.left(), words.top() + head + 1));
        }
        painter->restore();
    }

private:
    void bullet(QPainter& painter, const QPointF& at, TimelineEntry::Bullet kind) const
    {
        const Tokens& t = theme_->tokens();
        if (kind == TimelineEntry::Bullet::Note) {
            painter.setPen(QPen(t.faint, 1.5));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(at, 3.2, 3.2);
            return;
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(kind == TimelineEntry::Bullet::Conversation   ? t.band[2]
                             : kind == TimelineEntry::Bullet::Exchange ? t.band[1]
                                                                       : t.band[0]);
        painter.drawEllipse(at, 4, 4);
    }

    const Theme* theme_;
    const Timeline* view_;
};

Timeline::Timeline(const Theme* theme, QWidget* parent) : QListView(parent), theme_(theme), model_(new Model(this))
{
    setAccessibleName(tr("Timeline"));
    setModel(model_);
    auto* delegate = new Delegate(this, theme);
    delegate->setParent(this);
    setItemDelegate(delegate);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(QListView::Adjust);
    viewport()->setAutoFillBackground(false);
    setAutoFillBackground(false);
    connect(this, &QListView::activated, this,
            [this](const QModelIndex& index) { Q_EMIT entryOpened(model_->entries.at(index.row()).id); });
    connect(theme, &Theme::changed, this, [this] {
        scheduleDelayedItemsLayout();
        fit();
    });
}

void Timeline::setEntries(QList<TimelineEntry> entries)
{
    model_->replace(std::move(entries));
    fit();
}

void Timeline::setFitsContent(bool fits)
{
    fits_ = fits;
    setVerticalScrollBarPolicy(fits ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    fit();
}

void Timeline::fit()
{
    if (!fits_) return;
    int height = 0;
    for (int row = 0; row < model_->rowCount(); ++row) height += sizeHintForRow(row);
    setFixedHeight(std::max(height, 1));
}

QSize Timeline::sizeHint() const
{
    return {260, fits_ ? height() : 300};
}
QSize Timeline::minimumSizeHint() const
{
    return {120, fits_ ? height() : 80};
}

void Timeline::resizeEvent(QResizeEvent* event)
{
    QListView::resizeEvent(event);
    fit();
}

}  // namespace kith::ui
