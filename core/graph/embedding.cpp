#include <kith/graph/embedding.h>

#include <algorithm>

namespace kith::graph {

namespace {

double index(double outside, double inside)
{
    return outside + inside > 0 ? (outside - inside) / (outside + inside) : 0;
}

}  // namespace

Embedding embeddingOf(const Graph& graph, std::span<const Node> group, Facets others)
{
    std::vector<Node> members(group.begin(), group.end());
    std::erase_if(members, [&](Node node) { return node >= graph.nodeCount() || graph.flags(node).isGone(); });
    std::ranges::sort(members);
    const auto doubled = std::ranges::unique(members);
    members.erase(doubled.begin(), doubled.end());

    const auto flags = graph.allFlags();
    const auto counts = [&](Node node) { return others.bits == 0 || (flags[node].bits & others.bits) != 0; };
    Embedding result{.members = members.size(), .each = {}};
    auto next = members.begin();
    for (Node node = 0; node < graph.nodeCount(); ++node) {
        if (next != members.end() && *next == node) ++next;
        else if (!flags[node].isGone() && counts(node)) ++result.others;
    }

    double twiceInside = 0;
    result.each.reserve(members.size());
    for (const Node member : members) {
        GroupMember one{.person = member};
        for (const Arc& arc : graph.arcs(member)) {
            if (!arc.counts()) continue;
            if (std::ranges::binary_search(members, arc.to)) {
                ++one.inside;
                twiceInside += arc.strength();
            } else if (counts(arc.to)) {
                ++one.outside;
                result.outsideStrength += arc.strength();
            }
        }
        result.inside += one.inside;
        result.outside += one.outside;
        result.each.push_back(one);
    }
    result.inside /= 2;
    result.insideStrength = twiceInside / 2;
    const auto inside = static_cast<double>(result.inside);
    const auto outside = static_cast<double>(result.outside);
    const auto size = static_cast<double>(result.members);
    result.shareOutside = outside + inside > 0 ? outside / (outside + inside) : 0;
    result.eiIndex = index(outside, inside);
    result.expectedEiIndex = index(size * static_cast<double>(result.others), size * (size - 1) / 2);
    std::ranges::sort(result.each, [&](const GroupMember& a, const GroupMember& b) {
        if (a.outside != b.outside) return a.outside > b.outside;
        return graph.idOf(a.person) < graph.idOf(b.person);
    });
    if (result.outside > 0) result.bridgeShare = static_cast<double>(result.each.front().outside) / outside;
    return result;
}

}  // namespace kith::graph
