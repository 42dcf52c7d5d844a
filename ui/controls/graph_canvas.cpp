#include <kith/controls/graph_canvas.h>

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <kith/controls/paint.h>

#include <algorithm>
#include <cmath>

namespace kith::ui {

namespace {

constexpr double kLeastZoom = 0.4;
constexpr double kMostZoom = 8;
constexpr double kKeyZoom = 1.25;
constexpr double kWheelStep = 480;  // eighths of a degree for twice the size
constexpr double kMostStretch = 1.6;
constexpr double kMargin = 44;  // room for the outermost circles and their labels
constexpr double kAside = 2.2;  // as much more to the left and right, where labels are longer
constexpr double kRoom = 0.16;  // radius that the least distance of two people leaves, in units
constexpr double kLittleMargin = 20;
constexpr int kWidestUnit = 190;  // three people are not drawn from edge to edge
constexpr double kInView = 60;
constexpr int kDragFrom = 4;

}  // namespace

GraphCanvas::GraphCanvas(const Theme* theme, QWidget* parent) : QWidget(parent), theme_(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(120, 100);
    setAccessibleDescription(
        tr("A picture of who knows whom. Arrows go along ties, J and K from the strongest to the weakest, Enter puts "
           "somebody in the middle, Space shows them beside the picture, Ctrl+Tab goes on."));
    speak();
    connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void GraphCanvas::setScene(GraphScene scene, int selected, bool keepView)
{
    scene_ = std::move(scene);
    selected_ = selected < count() ? selected : -1;
    hovered_ = -1;
    if (!keepView) fit();
    else measure();
    speak();
    update();
}

void GraphCanvas::setSelected(int node)
{
    if (node == selected_ || node >= count()) return;
    selected_ = node;
    bringIntoView(node);
    speak();
    update();
}

void GraphCanvas::setLittle(const QString& name)
{
    little_ = true;
    setAccessibleDescription({});
    setAccessibleName(name);
    setCursor(Qt::PointingHandCursor);
}

QSize GraphCanvas::sizeHint() const
{
    return little_ ? QSize(theme_->px(260), theme_->px(200)) : QSize(theme_->px(700), theme_->px(560));
}

void GraphCanvas::speak()
{
    if (little_) return;
    const QString name = selected_ >= 0 ? node(selected_).spoken : tr("Network, nobody selected");
    if (name == accessibleName()) return;
    setAccessibleName(name);
    QAccessibleEvent changed(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&changed);
}

// What is seen ---------------------------------------------------------------------------------------------------

void GraphCanvas::measure()
{
    bounds_ = {};
    if (scene_.nodes.empty()) return;
    double left = 1e9;
    double right = -1e9;
    double top = 1e9;
    double bottom = -1e9;
    for (const GraphNode& each : scene_.nodes) {
        left = std::min(left, each.at.x());
        right = std::max(right, each.at.x());
        top = std::min(top, each.at.y());
        bottom = std::max(bottom, each.at.y());
    }
    const double least = 1.2;
    bounds_ = QRectF(left, top, right - left, bottom - top);
    const double margin = little_ ? kLittleMargin : theme_->px(static_cast<int>(kMargin));
    const double across =
        std::max(20.0, width() - 2 * (little_ ? 1 : kAside) * margin) / std::max(bounds_.width(), least);
    const double down = std::max(20.0, height() - 2 * margin) / std::max(bounds_.height(), least);
    const double even = std::min({across, down, static_cast<double>(theme_->px(kWidestUnit))});
    scale_ = {std::min(across, kMostStretch * even), std::min(down, kMostStretch * even)};
}

void GraphCanvas::fit()
{
    measure();
    zoom_ = 1;
    shift_ = {};
    moved_ = false;
    update();
}

void GraphCanvas::zoomBy(double factor)
{
    zoomAt(factor, selected_ >= 0 ? placeOf(selected_) : QPointF(rect().center()));
}

void GraphCanvas::zoomAt(double factor, QPointF anchor)
{
    const double next = std::clamp(zoom_ * factor, kLeastZoom, kMostZoom);
    const QPointF middle = QPointF(rect().center()) + shift_;
    shift_ += (anchor - middle) * (1 - next / zoom_);
    zoom_ = next;
    moved_ = true;
    update();
}

QPointF GraphCanvas::placeOf(int index) const
{
    const QPointF away = node(index).at - bounds_.center();
    return QPointF(rect().center()) + shift_ + QPointF(away.x() * scale_.x(), away.y() * scale_.y()) * zoom_;
}

double GraphCanvas::sizeOf(int index) const
{
    const int step = node(index).step;
    if (little_) return step == 0 ? 17 : 11;
    const double near = theme_->px(100) / 100.0 * std::clamp(std::sqrt(zoom_), 0.75, 1.7);
    if (step == 0) return 26 * near;
    // Neighbours on a ring do not touch; whoever is far off is a dot until somebody comes nearer.
    const double room = std::max(5.0, kRoom * std::min(scale_.x(), scale_.y()) * zoom_);
    return std::min((step == 1 ? 17 : zoom_ > 1.8 ? 13 : 7.5) * near, room);
}

int GraphCanvas::nodeAt(QPointF point) const
{
    int best = -1;
    double least = 1e9;
    for (int i = 0; i < count(); ++i) {
        const double away = QLineF(placeOf(i), point).length() - sizeOf(i);
        if (away < 5 && away < least) least = away, best = i;
    }
    return best;
}

void GraphCanvas::bringIntoView(int index)
{
    if (index < 0 || !moved_) return;
    const QPointF at = placeOf(index);
    const QRectF inner = QRectF(rect()).adjusted(kInView, kInView, -kInView, -kInView);
    if (inner.contains(at) || inner.isEmpty()) return;
    shift_ +=
        QPointF(std::clamp(at.x(), inner.left(), inner.right()), std::clamp(at.y(), inner.top(), inner.bottom())) - at;
}

// What is done ---------------------------------------------------------------------------------------------------

void GraphCanvas::walk(int index)
{
    if (index < 0 || index >= count() || index == selected_) return;
    setSelected(index);
    Q_EMIT selectAsked(index);
}

void GraphCanvas::keyPressEvent(QKeyEvent* event)
{
    const bool plain = (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) == 0;
    const int key = event->key();
    const bool enters = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (little_) {
        if (plain && (enters || key == Qt::Key_Space)) Q_EMIT opened();
        else QWidget::keyPressEvent(event);
        return;
    }
    const auto along = [&](double x, double y) { walk(alongTie(scene_, selected_, {x, y})); };
    if (key == Qt::Key_Tab || key == Qt::Key_Backtab) QWidget::focusNextPrevChild(key == Qt::Key_Tab);
    else if (!plain) QWidget::keyPressEvent(event);
    else if (key == Qt::Key_Left) along(-1, 0);
    else if (key == Qt::Key_Right) along(1, 0);
    else if (key == Qt::Key_Up) along(0, -1);
    else if (key == Qt::Key_Down) along(0, 1);
    else if (key == Qt::Key_J) walk(selected_ + 1);
    else if (key == Qt::Key_K) walk(std::max(0, selected_ - 1));
    else if (key == Qt::Key_Home) walk(0);
    else if (key == Qt::Key_End) walk(count() - 1);
    else if (key == Qt::Key_Plus || key == Qt::Key_Equal) zoomBy(kKeyZoom);
    else if (key == Qt::Key_Minus) zoomBy(1 / kKeyZoom);
    else if (key == Qt::Key_0) fit();
    else if (enters && selected_ >= 0) Q_EMIT centreAsked(selected_);
    else if (key == Qt::Key_Space) Q_EMIT previewAsked();
    else QWidget::keyPressEvent(event);
}

bool GraphCanvas::focusNextPrevChild(bool next)
{
    const int to = next ? selected_ + 1 : selected_ - 1;
    if (little_ || !hasFocus() || to < 0 || to >= count()) return QWidget::focusNextPrevChild(next);
    walk(to);
    return true;
}

void GraphCanvas::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}
void GraphCanvas::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

void GraphCanvas::wheelEvent(QWheelEvent* event)
{
    if (little_) return event->ignore();
    zoomAt(std::exp2(event->angleDelta().y() / kWheelStep), event->position());
    event->accept();
}

void GraphCanvas::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) return;
    grabbed_ = event->position();
    dragging_ = false;
}

void GraphCanvas::mouseMoveEvent(QMouseEvent* event)
{
    if (grabbed_ && !little_) {
        const QPointF by = event->position() - *grabbed_;
        if (!dragging_ && by.manhattanLength() < kDragFrom) return;
        dragging_ = moved_ = true;
        setCursor(Qt::ClosedHandCursor);
        shift_ += by;
        grabbed_ = event->position();
        return update();
    }
    const int there = nodeAt(event->position());
    if (std::exchange(hovered_, there) == there) return;
    if (!little_) setCursor(there >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void GraphCanvas::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !grabbed_) return;
    grabbed_.reset();
    if (little_) {
        if (rect().contains(event->position().toPoint())) Q_EMIT opened();
        return;
    }
    if (std::exchange(dragging_, false)) return setCursor(Qt::ArrowCursor);
    walk(nodeAt(event->position()));
}

void GraphCanvas::mouseDoubleClickEvent(QMouseEvent* event)
{
    const int there = nodeAt(event->position());
    if (!little_ && there >= 0) Q_EMIT centreAsked(there);
}

void GraphCanvas::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    measure();
}

void GraphCanvas::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    if (std::exchange(hovered_, -1) != -1) update();
}

bool GraphCanvas::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    const int there = nodeAt(help->pos());
    if (there < 0) QToolTip::hideText();
    else QToolTip::showText(help->globalPos(), plainToolTip(node(there).spoken), this);
    return true;
}

}  // namespace kith::ui
