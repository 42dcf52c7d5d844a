// The compressed sparse rows of a graph. Private to this folder.
#pragma once

#include <kith/graph/graph.h>

namespace kith::graph {

struct Graph::Base {
    std::vector<Id> ids;  ///< ascending
    std::vector<std::uint32_t> offsets;  ///< ids.size() + 1
    std::vector<Arc> arcs;
};

}  // namespace kith::graph
