#include "layout_tree.h"

#include <algorithm>
#include <bit>
#include <queue>
#include <tuple>
#include <unordered_map>

namespace kith::graph {

namespace {

/// Somebody who may be drawn next. Ordered by id where strengths are equal, so that numbers do not matter.
struct Next {
    std::uint64_t length = 0;
    Id id;
    Node person = kNobody;
    std::uint32_t parent = 0;
    std::uint32_t ring = 0;
    [[nodiscard]] auto key() const { return std::tie(length, id, ring, parent); }
    friend bool operator>(const Next& a, const Next& b) { return a.key() > b.key(); }
};

}  // namespace

std::vector<Placed> nearestPeople(const Graph& graph, std::span<const Node> middle, const LayoutOptions& options)
{
    std::priority_queue<Next, std::vector<Next>, std::greater<>> queue;
    std::unordered_map<Node, std::uint64_t> best;
    const auto offer = [&](const Next& next) {
        const auto [known, fresh] = best.try_emplace(next.person, next.length);
        if (!fresh && known->second <= next.length) return;
        known->second = next.length;
        queue.push(next);
    };
    for (const Node person : middle)
        if (person < graph.nodeCount() && !graph.flags(person).isGone())
            offer({0, graph.idOf(person), person, 0, middle.size() == 1 ? 0U : 1U});

    std::vector<Placed> people;
    std::unordered_map<Node, std::uint32_t> places;
    while (!queue.empty() && people.size() < options.people) {
        const Next next = queue.top();
        queue.pop();
        const auto here = static_cast<std::uint32_t>(people.size());
        if (!places.try_emplace(next.person, here).second) continue;
        const bool isMiddle = next.length == 0;
        people.push_back({.person = next.person,
                          .parent = isMiddle ? here : next.parent,
                          .ring = next.ring,
                          .strength = strengthOf(next.length >> 8)});
        if (next.ring == options.rings) continue;
        for (const Arc& arc : graph.arcs(next.person))
            if (arc.counts() && !places.contains(arc.to))
                offer({next.length + std::uint64_t{arc.weakness} * 256 + 1, graph.idOf(arc.to), arc.to, here,
                       next.ring + 1});
    }
    return people;
}

std::vector<Line> linesAmong(const Graph& graph, std::span<const Placed> people, std::size_t limit)
{
    std::vector<std::pair<Node, std::uint32_t>> places;
    places.reserve(people.size());
    for (std::uint32_t i = 0; i < people.size(); ++i) places.emplace_back(people[i].person, i);
    std::ranges::sort(places);

    std::vector<Line> lines;
    const auto add = [&](std::uint32_t from, std::uint32_t to, const Arc& arc) {
        if (from >= to) return;
        lines.push_back({from, to, arc, people[from].parent == to || people[to].parent == from});
    };
    for (std::uint32_t from = 0; from < people.size(); ++from) {
        const auto row = graph.arcs(people[from].person);
        // Somebody with many ties is asked for each of the others instead.
        if (row.size() > places.size() * std::bit_width(row.size())) {
            for (const auto& [node, to] : places)
                if (const Arc* arc = graph.between(people[from].person, node)) add(from, to, *arc);
            continue;
        }
        auto at = places.begin();
        for (const Arc& arc : row) {
            while (at != places.end() && at->first < arc.to) ++at;
            if (at == places.end()) break;
            if (at->first == arc.to) add(from, at->second, arc);
        }
    }
    std::ranges::sort(lines, {}, [](const Line& line) {
        return std::tuple(!line.tree, line.arc.marks.dashed(), line.arc.weakness, line.from, line.to);
    });
    if (lines.size() > limit) lines.resize(limit);
    return lines;
}

}  // namespace kith::graph
