#include <kith/graph/acquaintances.h>

#include "shared_ties.h"

#include <algorithm>

namespace kith::graph {

namespace {

/// The first `limit` in order, the others gone.
template <class T, class Before>
void keepFirst(std::vector<T>& all, std::size_t limit, Before before)
{
    const auto end = all.begin() + static_cast<std::ptrdiff_t>(std::min(limit, all.size()));
    std::partial_sort(all.begin(), end, all.end(), before);
    all.erase(end, all.end());
}

}  // namespace

std::vector<Acquaintance> whoKnows(const Graph& graph, Node person, std::size_t limit)
{
    std::vector<Acquaintance> known;
    for (const Arc& arc : graph.arcs(person))
        if (arc.counts() && graph.flags(arc.to).isColleague()) known.push_back({arc.to, arc});
    keepFirst(known, limit, [&](const Acquaintance& a, const Acquaintance& b) {
        if (a.arc.weakness != b.arc.weakness) return a.arc.weakness < b.arc.weakness;
        return graph.idOf(a.person) < graph.idOf(b.person);
    });
    return known;
}

std::vector<CommonAcquaintance> commonAcquaintances(const Graph& graph, Node first, Node second, std::size_t limit)
{
    std::vector<CommonAcquaintance> common;
    if (first == second) return common;
    forEachShared(graph.arcs(first), graph.arcs(second), [&](const Arc& mine, const Arc& theirs) {
        if (mine.counts() && theirs.counts()) common.push_back({mine.to, mine, theirs, 0});
    });
    const auto weakness = [](const CommonAcquaintance& each) {
        return std::uint32_t{each.withFirst.weakness} + each.withSecond.weakness;
    };
    keepFirst(common, limit, [&](const CommonAcquaintance& a, const CommonAcquaintance& b) {
        if (weakness(a) != weakness(b)) return weakness(a) < weakness(b);
        return graph.idOf(a.person) < graph.idOf(b.person);
    });
    for (CommonAcquaintance& each : common) each.strength = strengthOf(weakness(each));
    return common;
}

}  // namespace kith::graph
