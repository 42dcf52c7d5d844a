#include <kith/controls/labels.h>

#include <kith/controls/paint.h>

#include <QEvent>
#include <QHBoxLayout>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace kith::ui {

TextLabel::TextLabel(const Theme* theme, const QString& text, TextSize size, Ink ink, Weight weight, QWidget* parent)
    : QLabel(parent), theme_(theme), size_(size), ink_(ink), weight_(weight)
{
    setTextFormat(Qt::PlainText);
    setText(text);
    connect(theme, &Theme::changed, this, &TextLabel::refresh);
    refresh();
}

void TextLabel::setInk(Ink ink)
{
    ink_ = ink;
    refresh();
}

void TextLabel::setWeight(Weight weight)
{
    weight_ = weight;
    refresh();
}

void TextLabel::setTextSize(TextSize size)
{
    size_ = size;
    refresh();
}

void TextLabel::refresh()
{
    setFont(theme_->font(size_, weight_));
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, theme_->ink(ink_));
    setPalette(colours);
}

TextLabel* wrappingLabel(const Theme* theme, TextSize size, Ink ink, const QString& text)
{
    auto* label = new TextLabel(theme, text, size, ink);
    label->setWordWrap(true);
    return label;
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {std::min(QLabel::minimumSizeHint().width(), fontMetrics().horizontalAdvance(QChar(u'…')) * 2),
            QLabel::sizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintText(painter, contentsRect(), text(), font(),
              palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText), alignment(),
              layoutDirection());
}

bool ElidedLabel::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty()) {
        if (fontMetrics().horizontalAdvance(text()) > contentsRect().width()) {
            QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), plainToolTip(text()), this);
        }
        return true;
    }
    return TextLabel::event(event);
}

SectionTitle::SectionTitle(const Theme* theme, const QString& text, QWidget* parent)
    : TextLabel(theme, text.toUpper(), TextSize::Small, Ink::Muted, Weight::Bold, parent)
{
    setAccessibleName(text);
}

PageTitle::PageTitle(const Theme* theme, const QString& title, const QString& detail, QWidget* parent)
    : QWidget(parent),
      title_(new TextLabel(theme, title, TextSize::Title, Ink::Text, Weight::Bold)),
      detail_(new ElidedLabel(theme, detail, TextSize::Body, Ink::Muted))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(3 * kSpace);
    row->addWidget(title_, 0, Qt::AlignBaseline);
    row->addWidget(detail_, 1, Qt::AlignBaseline);
}

void PageTitle::setTitle(const QString& title)
{
    title_->setText(title);
}
void PageTitle::setDetail(const QString& detail)
{
    detail_->setText(detail);
}

}  // namespace kith::ui
