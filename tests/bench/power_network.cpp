#include "power_network.h"

#include <kith/base/random.h>
#include <kith/graph/arc.h>

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>

namespace kith::bench {

namespace {

constexpr std::size_t kTiesEach = 5;
constexpr std::uint32_t kNever = std::numeric_limits<std::uint32_t>::max();

void push(std::vector<std::uint64_t>& heap, std::uint32_t length, std::uint32_t node)
{
    heap.push_back(std::uint64_t{length} << 32 | node);
    std::ranges::push_heap(heap, std::greater<>());
}

std::uint64_t pop(std::vector<std::uint64_t>& heap)
{
    std::ranges::pop_heap(heap, std::greater<>());
    const std::uint64_t top = heap.back();
    heap.pop_back();
    return top;
}

std::uint32_t nearest(const std::vector<std::uint64_t>& heap)
{
    return static_cast<std::uint32_t>(heap.front() >> 32);
}

}  // namespace

std::vector<BareTie> powerNetwork(std::size_t people, std::uint64_t seed)
{
    SeededRandom random(seed);
    std::vector<BareTie> ties;
    ties.reserve(people * kTiesEach);
    for (std::uint32_t person = 1; person < people; ++person) {
        const std::size_t first = ties.size();
        const std::size_t wanted = std::min<std::size_t>(kTiesEach, person);
        for (std::size_t attempt = 0; attempt < 4 * wanted && ties.size() - first < wanted; ++attempt) {
            // An end of a random tie is somebody in proportion to their ties.
            std::uint32_t other = static_cast<std::uint32_t>(random.below(person));
            if (first > 0 && attempt % 8 != 0) {
                const BareTie& tie = ties[static_cast<std::size_t>(random.below(first))];
                other = random.below(2) == 0 ? tie.a : tie.b;
            }
            const bool known = std::any_of(ties.begin() + static_cast<std::ptrdiff_t>(first), ties.end(),
                                           [&](const BareTie& tie) { return tie.a == other; });
            if (known) continue;
            const double strength = 0.1 + 0.85 * random.unit() * random.unit();
            ties.push_back({other, person, graph::weaknessOf(strength)});
        }
    }
    return ties;
}

BareGraph BareGraph::of(std::size_t people, std::span<const BareTie> ties)
{
    BareGraph graph;
    graph.offsets.assign(people + 1, 0);
    for (const BareTie& tie : ties) {
        ++graph.offsets[tie.a];
        ++graph.offsets[tie.b];
    }
    std::inclusive_scan(graph.offsets.begin(), graph.offsets.end(), graph.offsets.begin());
    graph.to.resize(2 * ties.size());
    graph.length.resize(2 * ties.size());
    for (std::size_t i = ties.size(); i-- > 0;) {
        const BareTie& tie = ties[i];
        const std::uint32_t length = std::uint32_t{tie.weakness} * 256 + 1;
        const std::uint32_t forth = --graph.offsets[tie.a];
        const std::uint32_t back = --graph.offsets[tie.b];
        graph.to[forth] = tie.b;
        graph.to[back] = tie.a;
        graph.length[forth] = graph.length[back] = length;
    }
    return graph;
}

BareSearch::BareSearch(const BareGraph& graph) : graph_(graph)
{
    for (Side* side : {&forth_, &back_}) {
        side->length.resize(graph.offsets.size());
        side->seen.resize(graph.offsets.size());
    }
}

void BareSearch::start(Side& side, std::uint32_t node)
{
    side.heap.clear();
    side.seen[node] = search_;
    side.length[node] = 0;
    push(side.heap, 0, node);
}

bool BareSearch::improves(Side& side, std::uint32_t node, std::uint32_t length) const
{
    if (side.seen[node] == search_ && side.length[node] <= length) return false;
    side.seen[node] = search_;
    side.length[node] = length;
    return true;
}

std::uint32_t BareSearch::oneSided(std::uint32_t from, std::uint32_t to)
{
    ++search_;
    start(forth_, from);
    while (!forth_.heap.empty()) {
        const std::uint64_t top = pop(forth_.heap);
        const auto length = static_cast<std::uint32_t>(top >> 32);
        const auto node = static_cast<std::uint32_t>(top);
        if (length > forth_.length[node]) continue;
        if (node == to) return length;
        for (std::uint32_t at = graph_.offsets[node]; at < graph_.offsets[node + 1]; ++at)
            if (improves(forth_, graph_.to[at], length + graph_.length[at]))
                push(forth_.heap, length + graph_.length[at], graph_.to[at]);
    }
    return kNever;
}

std::uint32_t BareSearch::bidirectional(std::uint32_t from, std::uint32_t to)
{
    ++search_;
    start(forth_, from);
    start(back_, to);
    std::uint32_t best = from == to ? 0 : kNever;
    while (!forth_.heap.empty() && !back_.heap.empty()) {
        if (nearest(forth_.heap) + nearest(back_.heap) >= best) break;
        const bool forward = nearest(forth_.heap) <= nearest(back_.heap);
        Side& mine = forward ? forth_ : back_;
        const Side& theirs = forward ? back_ : forth_;
        const std::uint64_t top = pop(mine.heap);
        const auto length = static_cast<std::uint32_t>(top >> 32);
        const auto node = static_cast<std::uint32_t>(top);
        if (length > mine.length[node]) continue;
        for (std::uint32_t at = graph_.offsets[node]; at < graph_.offsets[node + 1]; ++at) {
            const std::uint32_t next = graph_.to[at];
            const std::uint32_t further = length + graph_.length[at];
            if (!improves(mine, next, further)) continue;
            push(mine.heap, further, next);
            if (theirs.seen[next] == search_) best = std::min(best, further + theirs.length[next]);
        }
    }
    return best;
}

}  // namespace kith::bench
