// Walking through the ties that two people have in common. Private to this folder.
#pragma once

#include <kith/graph/graph.h>

#include <algorithm>

namespace kith::graph {

/// Calls visit(arc of a, arc of b) for everybody in both rows, ascending; dashed ties too.
/// O(shorter × log longer) when one is more than eight times longer, O(both) otherwise.
template <class Visit>
void forEachShared(std::span<const Arc> a, std::span<const Arc> b, Visit visit)
{
    const bool swapped = a.size() > b.size();
    const auto few = swapped ? b : a;
    const auto many = swapped ? a : b;
    const bool jump = many.size() / 8 > few.size();
    auto at = many.begin();
    for (const Arc& arc : few) {
        if (jump) at = std::lower_bound(at, many.end(), arc.to, [](const Arc& x, Node to) { return x.to < to; });
        else
            while (at != many.end() && at->to < arc.to) ++at;
        if (at == many.end()) return;
        if (at->to != arc.to) continue;
        if (swapped) visit(*at, arc);
        else visit(arc, *at);
    }
}

}  // namespace kith::graph
