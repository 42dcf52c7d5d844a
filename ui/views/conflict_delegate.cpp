#include <kith/views/conflict_delegate.h>

#include <kith/controls/paint.h>

#include <QPainter>
#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace kith::ui {

namespace {

constexpr int kPaddingX = 18;
constexpr int kPaddingY = 13;
constexpr int kHeadHeight = 22;
constexpr int kGap = 7;
constexpr int kLineHeight = 20;
constexpr int kMostLines = 2;
constexpr int kCaptionHeight = 18;
constexpr int kInset = 12;

constexpr Qt::Alignment kBegin = Qt::AlignLeft | Qt::AlignVCenter;

/// Line ends count as blanks here.
QStringList linesOf(QString text, const QFont& font, int width)
{
    return wrappedLines(text.replace(u'\n', u' '), font, width, kMostLines);
}

}  // namespace

ConflictDelegate::ConflictDelegate(const ConflictList& list, const Theme* theme, QObject* parent)
    : QStyledItemDelegate(parent), list_(list), theme_(theme)
{
}

int ConflictDelegate::padding() const
{
    return theme_->px(kPaddingX);
}

int ConflictDelegate::halfOf(int width) const
{
    return (width - 3 * theme_->px(kPaddingX)) / 2;
}

QSize ConflictDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& /*index*/) const
{
    // All lines of the list are as high as the highest: one text that needs two lines gives all of them two.
    const int room = halfOf(option.widget != nullptr ? option.widget->width() : 0) - theme_->px(kInset);
    const QFontMetrics metrics(theme_->font(TextSize::Body, Weight::Medium));
    const bool one = std::ranges::all_of(list_.items(), [&](const ConflictLine& line) {
        return metrics.horizontalAdvance(line.kept) <= room && metrics.horizontalAdvance(line.lost) <= room;
    });
    const int lines = one ? 1 : kMostLines;
    const int height = 2 * kPaddingY + kHeadHeight + kGap + lines * kLineHeight + kCaptionHeight;
    return {theme_->px(420), theme_->px(height) + 1};
}

void ConflictDelegate::paintValue(QPainter& painter, const QRect& where, const QString& value, const QString& caption,
                                  bool stands, Qt::LayoutDirection direction) const
{
    const Tokens& tokens = theme_->tokens();
    const QFont font = theme_->font(TextSize::Body, stands ? Weight::Medium : Weight::Regular);
    const int inset = theme_->px(kInset);
    const QRect words = where.adjusted(inset, 0, 0, 0);
    const auto draw = [&](const QRect& at, const QString& text, const QFont& with, const QColor& colour) {
        paintText(painter, QStyle::visualRect(direction, where, at), text, with, colour, kBegin, direction);
    };
    int top = words.top();
    for (const QString& line : linesOf(value, font, words.width())) {
        draw({words.left(), top, words.width(), theme_->px(kLineHeight)}, line, font, tokens.text);
        top += theme_->px(kLineHeight);
    }
    draw({words.left(), top, words.width(), theme_->px(kCaptionHeight)}, caption, theme_->font(TextSize::Small),
         tokens.muted);
    // A bar beside each value holds the two apart; the one that stands has the stronger one.
    const QRect bar(where.left(), where.top(), 2, top + theme_->px(kCaptionHeight) - where.top());
    painter.fillRect(QStyle::visualRect(direction, where, bar), stands ? tokens.accent : tokens.strongLine);
}

void ConflictDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const ConflictLine* line = list_.at(index.row());
    if (line == nullptr) return;
    const Tokens& tokens = theme_->tokens();
    const bool selected = (option.state & QStyle::State_Selected) != 0;
    const bool hovered = (option.state & QStyle::State_MouseOver) != 0;
    const auto px = [this](int pixels) { return theme_->px(pixels); };

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillRect(option.rect, selected ? tokens.accentSoft : tokens.surface);
    if (hovered && !selected) painter->fillRect(option.rect, tokens.hover);
    if (index.row() + 1 < list_.count())
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), tokens.line);

    const QRect inside = option.rect.adjusted(px(kPaddingX), px(kPaddingY), -px(kPaddingX), -px(kPaddingY) - 1);
    const int head = inside.width() - (selected ? reserved_ : 0);
    const QFont bold = theme_->font(TextSize::Body, Weight::Bold);
    const int name = std::min(QFontMetrics(bold).horizontalAdvance(line->about) + px(10), head);
    const auto draw = [&](const QRect& at, const QString& text, const QFont& font, const QColor& colour) {
        paintText(*painter, QStyle::visualRect(option.direction, option.rect, at), text, font, colour, kBegin,
                  option.direction);
    };
    draw({inside.left(), inside.top(), name, px(kHeadHeight)}, line->about, bold, tokens.text);
    draw({inside.left() + name, inside.top(), std::max(0, head - name), px(kHeadHeight)}, line->field,
         theme_->font(TextSize::Small), tokens.muted);

    const int top = inside.top() + px(kHeadHeight + kGap);
    const int half = halfOf(option.rect.width());
    const QRect left(inside.left(), top, half, inside.bottom() + 1 - top);
    const QRect right = left.translated(half + px(kPaddingX), 0);
    const auto place = [&](const QRect& at) { return QStyle::visualRect(option.direction, option.rect, at); };
    paintValue(*painter, place(left), line->kept, tr("Stands now · %1", "who and when").arg(line->keptBy), true,
               option.direction);
    paintValue(*painter, place(right), line->lost, tr("The other value · %1", "who and when").arg(line->lostBy), false,
               option.direction);
    if ((option.state & QStyle::State_HasFocus) != 0) {
        const QRect bar(option.rect.left(), option.rect.top(), px(3), option.rect.height() - 1);
        painter->fillRect(QStyle::visualRect(option.direction, option.rect, bar), tokens.focus);
    }
    painter->restore();
}

}  // namespace kith::ui
