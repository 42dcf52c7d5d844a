#include <kith/controls/graph_scene.h>

#include <QLineF>

#include <algorithm>
#include <cmath>

namespace kith::ui {

namespace {

constexpr double kWidest = 75;  // degrees to either side: nearly a quarter turn, so that each arrow has its own
constexpr double kStrengthCounts = 10;  // degrees for which a tie of full strength makes up

}  // namespace

int alongTie(const GraphScene& scene, int from, QPointF direction)
{
    const auto count = static_cast<int>(scene.nodes.size());
    if (from < 0 || from >= count) return -1;
    const QPointF here = scene.nodes[static_cast<std::size_t>(from)].at;
    int best = -1;
    double least = 1e9;
    for (const GraphLine& line : scene.lines) {
        if (line.from != from && line.to != from) continue;
        const int other = line.from == from ? line.to : line.from;
        const QPointF there = scene.nodes[static_cast<std::size_t>(other)].at;
        if (there == here) continue;
        double turn = std::abs(QLineF(here, there).angleTo(QLineF(QPointF(), direction)));
        turn = std::min(turn, 360 - turn);
        if (turn > kWidest) continue;
        const double score = turn - kStrengthCounts * line.strength;
        if (score < least) least = score, best = other;
    }
    return best;
}

}  // namespace kith::ui
