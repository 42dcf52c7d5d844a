#include <kith/controls/toast.h>

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

#include <utility>

namespace kith::ui {

Toast::Toast(const Theme* theme, QWidget* window)
    : QWidget(window),
      theme_(theme),
      text_(new TextLabel(theme, {}, TextSize::Body, Ink::Text)),
      action_(new QPushButton)
{
    setObjectName(QStringLiteral("toast"));
    setButtonKind(action_, ButtonKind::Link);
    auto* close = new IconButton(theme, Icon::Close, tr("Close notice"));
    close->setIconSize({12, 12});
    text_->setWordWrap(false);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 8, 10);
    row->setSpacing(12);
    row->addWidget(text_);
    row->addWidget(action_);
    row->addWidget(close);
    connect(close, &QPushButton::clicked, this, &QWidget::hide);
    connect(action_, &QPushButton::clicked, this, [this] {
        hide();
        if (const auto run = std::exchange(run_, {})) run();
    });
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, &QWidget::hide);
    connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    window->installEventFilter(this);
    hide();
}

void Toast::say(const QString& sentence, const QString& action, std::function<void()> run)
{
    text_->setText(sentence);
    action_->setText(action);
    action_->setVisible(!action.isEmpty());
    run_ = std::move(run);
    setAccessibleName(sentence);
    place();
    show();
    raise();
    timer_.start(action.isEmpty() ? 6000 : 10000);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString Toast::sentence() const
{
    return isVisible() ? text_->text() : QString();
}

void Toast::place()
{
    text_->setWordWrap(false);
    const int room = parentWidget()->width() - 48;
    QSize size = sizeHint();
    if (size.width() > room) {
        text_->setWordWrap(true);
        size = {room, std::max(size.height(), heightForWidth(room))};
    }
    setGeometry((parentWidget()->width() - size.width()) / 2, parentWidget()->height() - size.height() - 20,
                size.width(), size.height());
}

void Toast::paintEvent(QPaintEvent*)
{
    const Tokens& t = theme_->tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor shade = t.shadow;
    shade.setAlphaF(shade.alphaF() / 2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(shade);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 2, -1, 0), 8, 8);
    painter.setPen(t.strongLine);
    painter.setBrush(t.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -2.5), 8, 8);
}

bool Toast::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && isVisible()) place();
    return QWidget::eventFilter(watched, event);
}

void Toast::enterEvent(QEnterEvent*)
{
    timer_.stop();
}
void Toast::leaveEvent(QEvent*)
{
    timer_.start(3000);
}

}  // namespace kith::ui
