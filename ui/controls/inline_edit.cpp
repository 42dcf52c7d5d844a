#include <kith/controls/inline_edit.h>

#include <QAbstractTextDocumentLayout>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionFrame>
#include <QTextBlock>

#include <algorithm>
#include <cmath>

namespace kith::ui {

namespace {

constexpr int kMostLines = 40;

}  // namespace

InlineEdit::InlineEdit(const Theme* theme, const QString& name, QWidget* parent) : QLineEdit(parent), theme_(theme)
{
    setAccessibleName(name);
    setAccessibleDescription(tr("Enter edits, Esc takes the edit back"));
    setReadOnly(true);
    setFrame(false);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::IBeamCursor);
    connect(theme, &Theme::changed, this, &InlineEdit::refresh);
    refresh();
}

void InlineEdit::setValue(const QString& value)
{
    value_ = value;
    if (editing()) return;
    setText(value);
    setCursorPosition(0);
}

void InlineEdit::setLabelFont(TextSize size, Weight weight, Ink ink)
{
    size_ = size;
    weight_ = weight;
    ink_ = ink;
    refresh();
}

void InlineEdit::refresh()
{
    setFont(theme_->font(size_, weight_));
    QPalette colours = palette();
    colours.setColor(QPalette::Text, theme_->ink(ink_));
    colours.setColor(QPalette::PlaceholderText, theme_->tokens().faintText);
    setPalette(colours);
}

void InlineEdit::beginEdit()
{
    if (editing()) return;
    setReadOnly(false);
    setFocus();
    selectAll();
    update();
}

void InlineEdit::finish(bool save)
{
    if (!editing()) return;
    const QString next = text().trimmed();
    setReadOnly(true);
    deselect();
    const bool differs = save && next != value_;
    if (differs) value_ = next;
    setText(value_);
    setCursorPosition(0);
    update();
    if (differs) Q_EMIT committed(next);
}

void InlineEdit::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (!editing()) {
        if (enter || key == Qt::Key_F2) beginEdit();
        else if (event->matches(QKeySequence::Copy)) QLineEdit::keyPressEvent(event);
        else event->ignore();
        return;
    }
    if (enter) finish(true);
    else if (key == Qt::Key_Escape) finish(false);
    else QLineEdit::keyPressEvent(event);
}

void InlineEdit::mouseReleaseEvent(QMouseEvent* event)
{
    QLineEdit::mouseReleaseEvent(event);
    // A click edits; a selection made by dragging is for copying.
    if (!editing() && !hasSelectedText()) beginEdit();
}

void InlineEdit::focusOutEvent(QFocusEvent* event)
{
    // A menu or another window borrows the focus for a moment; only leaving for good saves.
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason) finish(true);
    QLineEdit::focusOutEvent(event);
}

void InlineEdit::paintEvent(QPaintEvent* event)
{
    {
        const Tokens& t = theme_->tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
        if (editing() || hasFocus()) {
            painter.setPen(QPen(t.focus, 2));
            painter.setBrush(editing() ? QBrush(t.surface) : QBrush(Qt::NoBrush));
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), kCorner - 1, kCorner - 1);
        } else if (underMouse()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(t.hover);
            painter.drawRoundedRect(box, kCorner, kCorner);
        }
    }
    if (editing() || hasSelectedText() || !paintElided()) QLineEdit::paintEvent(event);
}

bool InlineEdit::paintElided()
{
    constexpr int kInset = 2;  // what QLineEdit leaves at both ends of its contents
    QStyleOptionFrame option;
    initStyleOption(&option);
    const QRect room = style()
                           ->subElementRect(QStyle::SE_LineEditContents, &option, this)
                           .marginsRemoved(textMargins())
                           .adjusted(kInset, 0, -kInset, 0);
    const QFontMetrics metrics = fontMetrics();
    if (metrics.horizontalAdvance(text()) <= room.width()) return false;
    QPainter painter(this);
    painter.setFont(font());
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(room, static_cast<int>(Qt::AlignVCenter | Qt::AlignLeading),
                     metrics.elidedText(text(), Qt::ElideRight, room.width()));
    return true;
}

InlineText::InlineText(const Theme* theme, const QString& name, QWidget* parent) : QPlainTextEdit(parent), theme_(theme)
{
    setAccessibleName(name);
    setAccessibleDescription(tr("Enter edits, Ctrl+Enter saves, Esc takes the edit back"));
    setReadOnly(true);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(InlineEdit::kTextInset);
    connect(theme, &Theme::changed, this, &InlineText::refresh);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            [this] { updateGeometry(); });
    refresh();
}

void InlineText::refresh()
{
    setFont(theme_->font(TextSize::Body));
    setFrameShape(editing() ? QFrame::StyledPanel : QFrame::NoFrame);
    setVerticalScrollBarPolicy(editing() ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
}

void InlineText::setValue(const QString& value)
{
    value_ = value;
    if (!editing()) setPlainText(value);
}

QSize InlineText::sizeHint() const
{
    double height = 0;
    const double most = kMostLines * fontMetrics().lineSpacing();
    for (QTextBlock block = document()->begin(); block.isValid() && height < most; block = block.next())
        height += document()->documentLayout()->blockBoundingRect(block).height();  // laid out at the present width
    const double least = (editing() ? 3 : 1) * fontMetrics().lineSpacing();
    height = std::clamp(height, least, most) + 2 * InlineEdit::kTextInset + 2 * frameWidth();
    return {240, static_cast<int>(std::ceil(height))};
}

void InlineText::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    if (event->oldSize().width() != event->size().width()) updateGeometry();
}

void InlineText::beginEdit()
{
    if (editing()) return;
    setReadOnly(false);
    refresh();
    setFocus();
    moveCursor(QTextCursor::End);
    updateGeometry();
}

void InlineText::finish(bool save)
{
    if (!editing()) return;
    const QString next = toPlainText().trimmed();
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    refresh();
    const bool differs = save && next != value_;
    if (differs) value_ = next;
    setPlainText(value_);
    updateGeometry();
    if (differs) Q_EMIT committed(next);
}

void InlineText::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (!editing()) {
        if (enter || key == Qt::Key_F2) beginEdit();
        else if (event->matches(QKeySequence::Copy)) QPlainTextEdit::keyPressEvent(event);
        else event->ignore();
        return;
    }
    if (enter && event->modifiers().testFlag(Qt::ControlModifier)) finish(true);
    else if (key == Qt::Key_Escape) finish(false);
    else QPlainTextEdit::keyPressEvent(event);
}

void InlineText::mouseReleaseEvent(QMouseEvent* event)
{
    QPlainTextEdit::mouseReleaseEvent(event);
    if (!editing() && !textCursor().hasSelection()) beginEdit();
}

void InlineText::focusOutEvent(QFocusEvent* event)
{
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason) finish(true);
    QPlainTextEdit::focusOutEvent(event);
}

}  // namespace kith::ui
