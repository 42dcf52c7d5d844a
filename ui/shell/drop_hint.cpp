#include <kith/shell/drop_hint.h>

#include <kith/controls/paint.h>

namespace kith::ui {

DropHint::DropHint(const Theme* theme, QWidget* window) : QWidget(window), theme_(theme)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAccessibleName(tr("Drop to see what would be imported"));
    hide();
}

void DropHint::paintEvent(QPaintEvent*)
{
    const Tokens& t = theme_->tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ground = t.accentSoft;
    ground.setAlphaF(0.92F);
    painter.setBrush(ground);
    painter.setPen(QPen(t.accent, 2, Qt::DashLine));
    painter.drawRoundedRect(QRectF(rect()).adjusted(12, 12, -12, -12), 10, 10);
    theme_->paintIcon(painter, QRectF(rect()).adjusted(0, -56, 0, -56), Icon::Import, t.accent, 40);
    paintText(painter, rect().adjusted(20, 16, -20, 16), tr("Drop to see what would be imported"),
              theme_->font(TextSize::Lead, Weight::Bold), t.text, Qt::AlignHCenter | Qt::AlignVCenter);
    paintText(painter, rect().adjusted(20, 66, -20, 66),
              tr("Nothing is changed before you say so. CSV, LinkedIn, vCard, JSON Resume."),
              theme_->font(TextSize::Body), t.muted, Qt::AlignHCenter | Qt::AlignVCenter);
}

}  // namespace kith::ui
