#include <kith/controls/sheet.h>

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace kith::ui {
namespace {

class Panel final : public QWidget {
public:
    Panel(const Theme* theme, QWidget* parent) : QWidget(parent), theme_(theme) { }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Tokens& t = theme_->tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(theme_->dark() ? t.strongLine : t.line);
        painter.setBrush(t.raised);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    }
    void mousePressEvent(QMouseEvent* event) override { event->accept(); }

private:
    const Theme* theme_;
};

}  // namespace

Sheet::Sheet(const Theme* theme, QWidget* host, QWidget* content, int width)
    : QWidget(host->window()), theme_(theme), panel_(new Panel(theme, this)), content_(content), width_(width)
{
    setObjectName(QStringLiteral("sheet"));
    hide();
    auto* column = new QVBoxLayout(panel_);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(content);
    setAccessibleName(content->accessibleName());
    parentWidget()->installEventFilter(this);
    content->installEventFilter(this);
    panel_->installEventFilter(this);
    connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Sheet::setTop(int top)
{
    top_ = top;
}
void Sheet::setMayClose(std::function<bool()> mayClose)
{
    mayClose_ = std::move(mayClose);
}

void Sheet::open(QWidget* focus)
{
    before_ = QApplication::focusWidget();
    setGeometry(parentWidget()->rect());
    place();
    show();
    raise();
    place();
    if (focus != nullptr) focus->setFocus(Qt::ShortcutFocusReason);
    else if (QWidget* proxy = content_->focusProxy()) proxy->setFocus(Qt::ShortcutFocusReason);
    else {
        setFocus(Qt::OtherFocusReason);
        focusNextPrevChild(true);
    }
}

Sheet* Sheet::current(const QWidget* widget)
{
    Sheet* top = nullptr;
    for (QObject* child : widget->window()->children()) {
        if (auto* sheet = qobject_cast<Sheet*>(child); sheet != nullptr && sheet->isVisible()) top = sheet;
    }
    return top;
}

void Sheet::dismiss()
{
    if (!isVisible()) return;
    hide();
    if (before_ != nullptr) before_->setFocus(Qt::OtherFocusReason);
    Q_EMIT closed();
    deleteLater();
}

void Sheet::place()
{
    const int room = parentWidget()->width() - 32;
    const int width = std::min(theme_->px(width_), room);
    const int top = std::max(16, top_ * parentWidget()->height() / 800);
    int height = panel_->layout()->hasHeightForWidth() ? panel_->layout()->totalHeightForWidth(width)
                                                       : panel_->layout()->totalSizeHint().height();
    height = std::min(height, parentWidget()->height() - 32);
    const int y = std::max(16, std::min(top, parentWidget()->height() - 16 - height));
    panel_->setGeometry((parentWidget()->width() - width) / 2, y, width, height);
    update();  // the shadow lies outside the panel, also where the panel was before
}

void Sheet::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme_->tokens().scrim);
    // A soft shadow: rings that fade outwards, lower than the panel by a few pixels.
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    QColor ring = theme_->tokens().shadow;
    ring.setAlphaF(ring.alphaF() / 14.0F);
    painter.setBrush(ring);
    for (int spread = 2; spread <= 28; spread += 2) {
        painter.drawRoundedRect(QRectF(panel_->geometry()).adjusted(-spread, 4 - spread / 2.0, spread, 10 + spread),
                                8 + spread, 8 + spread);
    }
}

void Sheet::mousePressEvent(QMouseEvent* event)
{
    event->accept();
    if (!panel_->geometry().contains(event->position().toPoint()) && (!mayClose_ || mayClose_())) dismiss();
}

void Sheet::keyPressEvent(QKeyEvent* event)
{
    event->accept();
    if (event->key() == Qt::Key_Escape && (!mayClose_ || mayClose_())) dismiss();
}

bool Sheet::event(QEvent* event)
{
    // Keys typed on the sheet belong to it: no shortcut of the window below may take them, only those of its content.
    if (event->type() == QEvent::ShortcutOverride) {
        const QKeySequence keys(static_cast<QKeyEvent*>(event)->keyCombination());
        const auto own = findChildren<QShortcut*>();
        const bool wanted = std::ranges::any_of(
            own, [&](const QShortcut* shortcut) { return shortcut->isEnabled() && shortcut->key() == keys; });
        if (!wanted) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

bool Sheet::focusNextPrevChild(bool next)
{
    QWidget* from = QApplication::focusWidget();
    if (from == nullptr || !isAncestorOf(from)) from = this;
    QWidget* at = from;
    do {
        at = next ? at->nextInFocusChain() : at->previousInFocusChain();
        const bool reachable = at != this && isAncestorOf(at) && at->isVisible() && at->isEnabled()
            && (at->focusPolicy() & Qt::TabFocus) != 0 && at->focusProxy() == nullptr;
        if (reachable) {
            at->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    } while (at != from && at != nullptr);
    return true;
}

bool Sheet::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize) setGeometry(parentWidget()->rect());
    // A part of the content that is unfolded asks the panel alone for room.
    if ((watched == content_ || watched == panel_) && event->type() == QEvent::LayoutRequest)
        QMetaObject::invokeMethod(this, &Sheet::place, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

void Sheet::resizeEvent(QResizeEvent*)
{
    place();
}

}  // namespace kith::ui
