#include <kith/views/today_delegate.h>

#include <kith/controls/paint.h>

#include <QPainter>
#include <QStyle>

namespace kith::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kPaddingX = 18;
constexpr int kPaddingY = 13;
constexpr int kAvatar = 30;
constexpr int kGap = 14;
constexpr int kNameHeight = 20;
constexpr int kReasonHeight = 22;
constexpr int kWordsHeight = 22;
constexpr int kStateWidth = 150;
constexpr int kTitleGap = 10;
constexpr int kLeastTitle = 40;

constexpr Qt::Alignment kBegin = Qt::AlignLeft | Qt::AlignVCenter;
constexpr Qt::Alignment kEnd = Qt::AlignRight | Qt::AlignVCenter;

}  // namespace

/// Where the parts of a line lie, mirrored for languages written from right to left.
struct TodayDelegate::Rows {
    Qt::LayoutDirection direction = Qt::LeftToRight;
    QRect avatar, name, reason, words, state, band;
};

TodayDelegate::TodayDelegate(const TodayList& list, const Theme* theme, QObject* parent)
    : QStyledItemDelegate(parent), list_(list), theme_(theme)
{
}

int TodayDelegate::padding() const
{
    return theme_->px(kPaddingX);
}

QSize TodayDelegate::sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& /*index*/) const
{
    const int height = theme_->px(2 * kPaddingY + kNameHeight + kReasonHeight + kWordsHeight) + 1;
    return {theme_->px(360), height};
}

TodayDelegate::Rows TodayDelegate::rowsOf(const QRect& rect, Qt::LayoutDirection direction, bool selected) const
{
    const auto px = [this](int pixels) { return theme_->px(pixels); };
    const QRect inside = rect.adjusted(px(kPaddingX), px(kPaddingY), -px(kPaddingX), -px(kPaddingY) - 1);
    const int left = inside.left() + px(kAvatar + kGap);
    const int end = inside.right() + 1;
    const int width = std::max(0, end - left);
    const int state = std::min(px(kStateWidth), width / 2);
    const int reasonTop = inside.top() + px(kNameHeight);
    const int wordsTop = reasonTop + px(kReasonHeight);
    const int words = selected ? std::max(0, width - reserved_) : width;
    const auto part = [&](int x, int y, int w, int h) { return QStyle::visualRect(direction, rect, {x, y, w, h}); };

    return {.direction = direction,
            .avatar = part(inside.left(), inside.top(), px(kAvatar), px(kAvatar)),
            .name = part(left, inside.top(), width - state, px(kNameHeight)),
            .reason = part(left, reasonTop, width - state, px(kReasonHeight)),
            .words = part(left, wordsTop, words, px(kWordsHeight)),
            .state = part(end - state, inside.top(), state, px(kNameHeight)),
            .band = part(end - state, reasonTop, state, px(kReasonHeight))};
}

void TodayDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const TodayItem* item = list_.at(index.row());
    if (item == nullptr) return;
    const Tokens& tokens = theme_->tokens();
    const bool selected = (option.state & QStyle::State_Selected) != 0;
    const bool hovered = (option.state & QStyle::State_MouseOver) != 0;

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillRect(option.rect, selected ? tokens.accentSoft : tokens.surface);
    if (hovered && !selected) painter->fillRect(option.rect, tokens.hover);
    if (index.row() + 1 < list_.count())
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), tokens.line);

    const Rows rows = rowsOf(option.rect, option.direction, selected);
    paintAvatar(*painter, rows.avatar, item->name, *theme_);
    paintState(*painter, rows, *item);
    paintWords(*painter, rows, *item, selected);
    if ((option.state & QStyle::State_HasFocus) != 0) {
        // A bar at the beginning of the line: a ring would fight with the frame around the list.
        const QRect bar(option.rect.left(), option.rect.top(), theme_->px(3), option.rect.height() - 1);
        painter->fillRect(QStyle::visualRect(option.direction, option.rect, bar), tokens.focus);
    }
    painter->restore();
}

void TodayDelegate::paintState(QPainter& painter, const Rows& rows, const TodayItem& item) const
{
    const Ink ink = item.when == TodayItem::When::Overdue ? Ink::Danger
        : item.when == TodayItem::When::Today             ? Ink::Accent
                                                          : Ink::Muted;
    // A day further off is said short: the column is narrow.
    const QString due = item.when == TodayItem::When::Later ? tr("Due %1", "Due Tue 24").arg(item.day) : item.due;
    paintText(painter, rows.state, due, theme_->font(TextSize::Small, Weight::Bold), theme_->ink(ink), kEnd,
              rows.direction);
    paintWarmth(painter, rows.band, item.band, -1, *theme_, kEnd, rows.direction);
}

void TodayDelegate::paintWords(QPainter& painter, const Rows& rows, const TodayItem& item, bool selected) const
{
    const Tokens& tokens = theme_->tokens();
    const auto draw = [&](const QRect& where, const QString& text, const QFont& font, const QColor& colour) {
        paintText(painter, where, text, font, colour, kBegin, rows.direction);
    };

    const QFont bold = theme_->font(TextSize::Body, Weight::Bold);
    draw(rows.name, item.name, bold, tokens.text);
    QRect title = rows.name;
    const int used = QFontMetrics(bold).horizontalAdvance(item.name) + theme_->px(kTitleGap);
    if (rows.direction == Qt::RightToLeft) title.setRight(title.right() - used);
    else title.setLeft(title.left() + used);
    if (title.width() > theme_->px(kLeastTitle))
        draw(title, item.titleLine, theme_->font(TextSize::Small), tokens.muted);

    draw(rows.reason, item.reason, theme_->font(TextSize::Body), tokens.text);

    QStringList words;
    if (!item.note.isEmpty()) words << item.note;
    words << (item.lastWords.isEmpty() ? item.spoken : tr("“%1”", "last words exchanged").arg(item.lastWords));
    draw(rows.words, words.join(u" · "_s), theme_->font(TextSize::Small), selected ? tokens.muted : tokens.faintText);
}

}  // namespace kith::ui
