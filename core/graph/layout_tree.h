// Who is drawn, and on whose account. Private to this folder.
#pragma once

#include <kith/graph/layout.h>

namespace kith::graph {

/// People, parents, rings and strengths of a layout; no places yet. By strength, then id, and the middle first.
[[nodiscard]] std::vector<Placed> nearestPeople(const Graph& graph, std::span<const Node> middle,
                                                const LayoutOptions& options);
/// The ties among them.
[[nodiscard]] std::vector<Line> linesAmong(const Graph& graph, std::span<const Placed> people, std::size_t limit);

}  // namespace kith::graph
