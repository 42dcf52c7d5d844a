// A picture of people and ties as the canvas draws it, and how a reader walks in it. No pixels.
#pragma once

#include <kith/domain/vocabulary.h>

#include <QPointF>
#include <QString>
#include <vector>

namespace kith::ui {

struct GraphNode {
    QString name;
    QString spoken;  ///< the whole of it in one sentence, for screen readers and tooltips
    Band band{};
    int step = 0;  ///< ties from the middle: decides how large they are drawn
    bool ours = false;  ///< a colleague: drawn on a tinted ground
    QPointF at;  ///< the middle is 0, 0; y grows downwards
};

struct GraphLine {
    int from = 0;
    int to = 0;
    double strength = 0;  ///< 0-1, as width
    double age = 0;  ///< 0-1, as tint
    bool dashed = false;
    bool towards = true;  ///< leads to the middle; others are drawn more quietly
    bool onWay = false;  ///< in the accent
};

/// Nodes come in order of importance: the first are the last to lose their labels.
struct GraphScene {
    std::vector<GraphNode> nodes;
    std::vector<GraphLine> lines;
};

/// Whoever is tied to somebody and lies nearest to a direction, seen from them: of those within a quarter turn the one
/// at the smallest angle, of nearly equal ones the stronger tie. -1 when there is nobody. O(lines).
[[nodiscard]] int alongTie(const GraphScene& scene, int from, QPointF direction);

}  // namespace kith::ui
