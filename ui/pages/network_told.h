// What the Network page tells beside the picture, read from one state of the workspace and put in words.
#pragma once

#include <kith/pages/network_lines.h>
#include <kith/usecases/workspace.h>

namespace kith::ui {

/// How many of those whom somebody alone holds are named as whom to introduce first.
inline constexpr std::size_t kMostIntroduced = 2;

/// About whom: whoever is selected, and who or which area is in the middle.
struct NetworkQuestion {
    Id person{};
    QString name{};
    bool colleague = false;
    Id middle{};  ///< nil for an area
    QString middleName{};
    Id area{};  ///< when `middle` is nil
};

struct NetworkTold {
    std::vector<NetworkWay> ways{};
    QString held{};
    QString introduce{};
    KnownByBothLines both{};
};

/// Runs for as long as the ways to the person take; not for the screen's thread.
[[nodiscard]] NetworkTold tellOf(const WorkspaceReader& reader, const graph::GraphPtr& graph,
                                 const NetworkQuestion& question, Instant now, Date today);

/// How embedded an area is. O(people + ties of members).
[[nodiscard]] GroupLines groupOf(const WorkspaceReader& reader, const graph::GraphPtr& graph, const Id& area,
                                 Instant now);

}  // namespace kith::ui
