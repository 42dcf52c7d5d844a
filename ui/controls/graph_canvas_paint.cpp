// How the canvas looks.
#include <kith/controls/graph_canvas.h>
#include <kith/controls/paint.h>

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace kith::ui {

namespace {

constexpr double kThinnest = 0.9;
constexpr double kForStrength = 2.8;
constexpr double kWayWider = 1.6;
constexpr double kInitialsFrom = 11;  // radius under which initials cannot be read
constexpr int kWidestLabel = 150;
constexpr double kLabelGap = 3;

QColor between(const QColor& a, const QColor& b, double share)
{
    const auto mix = [&](float x, float y) { return x + static_cast<float>(share) * (y - x); };
    return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()), mix(a.blueF(), b.blueF()));
}

}  // namespace

void GraphCanvas::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintLines(painter);
    // Whoever matters most is drawn last, over the others.
    for (int i = count(); i-- > 0;)
        if (i != selected_) paintNode(painter, i);
    if (selected_ >= 0) paintNode(painter, selected_);
    paintLabels(painter);
    if (!little_ || !hasFocus()) return;
    painter.setPen(QPen(theme_->tokens().focus, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kCorner, kCorner);
}

void GraphCanvas::paintLines(QPainter& painter) const
{
    const Tokens& t = theme_->tokens();
    // Everything hangs on the middle anyway.
    int pointed = hovered_ >= 0 ? hovered_ : selected_;
    if (pointed >= 0 && node(pointed).step == 0) pointed = -1;
    std::vector<const GraphLine*> order;
    for (const GraphLine& line : scene_.lines) order.push_back(&line);
    std::ranges::stable_sort(order, {}, [&](const GraphLine* line) {
        return std::pair(line->onWay, line->from == pointed || line->to == pointed);
    });
    const QColor fresh = between(t.canvas, t.muted, theme_->dark() ? 0.42 : 0.36);
    const QColor old = between(t.canvas, t.muted, theme_->dark() ? 0.27 : 0.22);
    for (const GraphLine* line : order) {
        const bool near = !little_ && (line->from == pointed || line->to == pointed);
        QColor colour = between(fresh, old, line->age);
        if (!line->towards && !near) colour.setAlphaF(0.55F);
        if (near) colour = between(colour, t.text, 0.25);
        double wide = (kThinnest + kForStrength * line->strength) * (line->towards ? 1 : 0.7);
        if (line->onWay) colour = t.accent, wide = kThinnest + kForStrength * line->strength + kWayWider;
        if (little_) wide *= 0.8;
        QPen pen(colour, wide, line->dashed ? Qt::CustomDashLine : Qt::SolidLine, Qt::RoundCap);
        if (line->dashed) pen.setDashPattern({3 / wide, 5 / wide});
        painter.setPen(pen);
        painter.drawLine(placeOf(line->from), placeOf(line->to));
    }
}

void GraphCanvas::paintNode(QPainter& painter, int index) const
{
    const Tokens& t = theme_->tokens();
    const GraphNode& each = node(index);
    const QPointF at = placeOf(index);
    const double size = sizeOf(index);
    const double ring = size >= 20 ? 3 : size >= kInitialsFrom ? 2.4 : 2;
    if (!QRectF(rect()).adjusted(-size, -size, size, size).contains(at)) return;

    if (index == selected_ && !little_) {
        QColor halo = hasFocus() ? t.focus : t.accent;
        painter.setPen(QPen(halo, hasFocus() ? 2.5 : 1.5));
        painter.setBrush(t.canvas);
        painter.drawEllipse(at, size + 5, size + 5);
    } else if (index == hovered_) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.pressed);
        painter.drawEllipse(at, size + 5, size + 5);
    }
    const auto level = static_cast<std::size_t>(each.band);
    painter.setPen(Qt::NoPen);
    painter.setBrush(each.ours ? t.accentSoft : t.surface);
    painter.drawEllipse(at, size, size);
    // The arc tells the band without its colour: a quarter is cold, the whole ring hot.
    const QRectF circle(at.x() - size, at.y() - size, 2 * size, 2 * size);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(between(t.canvas, t.band[level], 0.4), ring));
    painter.drawEllipse(circle);
    painter.setPen(QPen(t.band[level], ring, Qt::SolidLine, Qt::FlatCap));
    painter.drawArc(circle, 90 * 16, -90 * 16 * (static_cast<int>(level) + 1));
    if (size < kInitialsFrom) return;
    QFont font = theme_->font(TextSize::Small, Weight::Bold);
    const QString initials = initialsOf(each.name);
    font.setPixelSize(std::max(7, static_cast<int>(size * (initials.size() > 2 ? 0.55 : 0.62))));
    painter.setFont(font);
    painter.setPen(t.text);
    painter.drawText(circle, Qt::AlignCenter | Qt::TextSingleLine, initials);
}

std::vector<GraphCanvas::Label> GraphCanvas::labels() const
{
    std::vector<Label> placed;
    if (little_) return placed;
    std::vector<int> order(scene_.nodes.size());
    std::iota(order.begin(), order.end(), 0);
    std::vector<bool> onWay(scene_.nodes.size());
    for (const GraphLine& line : scene_.lines)
        if (line.onWay) onWay[static_cast<std::size_t>(line.from)] = onWay[static_cast<std::size_t>(line.to)] = true;
    std::ranges::stable_sort(order, {}, [&](int i) {
        return std::pair(i == selected_                           ? 0
                             : i == hovered_                      ? 1
                             : onWay[static_cast<std::size_t>(i)] ? 2
                                                                  : 3,
                         node(i).step);
    });
    std::vector<QRectF> circles;
    for (int i = 0; i < count(); ++i) {
        const double size = sizeOf(i) + 1;
        const QPointF at = placeOf(i);
        circles.emplace_back(at.x() - size, at.y() - size, 2 * size, 2 * size);
    }
    const QFontMetricsF metrics(theme_->font(TextSize::Small));
    const QRectF seen = rect();
    const QPointF middle = QPointF(rect().center()) + shift_;
    for (const int i : order) {
        const QRectF& circle = circles[static_cast<std::size_t>(i)];
        if (!seen.intersects(circle)) continue;
        const QString text = metrics.elidedText(node(i).name, Qt::ElideRight, theme_->px(kWidestLabel));
        const QSizeF size(std::ceil(metrics.horizontalAdvance(text)) + 4, metrics.height());
        const QPointF at = circle.center();
        const QPointF below(at.x() - size.width() / 2, circle.bottom() + kLabelGap);
        const QPointF above(at.x() - size.width() / 2, circle.top() - kLabelGap - size.height());
        const QPointF right(circle.right() + kLabelGap, at.y() - size.height() / 2);
        const QPointF left(circle.left() - kLabelGap - size.width(), at.y() - size.height() / 2);
        // Away from the middle first: there are fewer lines.
        const QPointF away = at - middle;
        const bool beside = std::abs(away.x()) > 1.2 * std::abs(away.y());
        std::array spots{below, above, right, left};
        if (node(i).step == 0) spots = {below, above, right, left};
        else if (beside && away.x() > 0) spots = {right, below, above, left};
        else if (beside) spots = {left, below, above, right};
        else if (away.y() < -1) spots = {above, below, right, left};
        for (const QPointF& spot : spots) {
            const QRectF where(spot, size);
            const bool free = seen.contains(where)
                && std::ranges::none_of(placed, [&](const Label& label) { return label.where.intersects(where); })
                && std::ranges::none_of(circles, [&](const QRectF& other) { return other.intersects(where); });
            if (!free) continue;
            placed.push_back({i, where, text});
            break;
        }
    }
    return placed;
}

void GraphCanvas::paintLabels(QPainter& painter) const
{
    const Tokens& t = theme_->tokens();
    QColor ground = t.canvas;
    ground.setAlphaF(0.82F);
    for (const Label& label : labels()) {
        const bool strong = label.node == selected_ || node(label.node).step == 0;
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawRoundedRect(label.where.adjusted(-1, 1, 1, -1), 3, 3);
        paintText(painter, label.where.toAlignedRect().adjusted(-3, 0, 3, 0), label.text,
                  theme_->font(TextSize::Small, strong ? Weight::Medium : Weight::Regular),
                  node(label.node).step < 2 || label.node == hovered_ || strong ? t.text : t.muted,
                  Qt::AlignHCenter | Qt::AlignVCenter);
    }
}

}  // namespace kith::ui
