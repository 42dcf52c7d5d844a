// Shortest paths as a textbook writes them, to compare with.
#pragma once

#include "network_fixture.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <set>

namespace kith::graph::test {

inline constexpr std::uint64_t kNever = std::numeric_limits<std::uint64_t>::max();

inline bool mayPass(const Network& network, std::size_t person)
{
    constexpr int kForbidden = PersonFlags::kOffLimits | PersonFlags::kDoNotContact | PersonFlags::kUnwilling;
    return (network.people[person].bits & kForbidden) == 0;
}

/// Who counts for whom, and how long the tie is.
inline std::vector<std::vector<std::pair<std::size_t, std::uint64_t>>> tiesThatCount(const Network& network)
{
    std::vector<std::vector<std::pair<std::size_t, std::uint64_t>>> ties(network.people.size());
    for (const auto& [ends, parts] : network.ties) {
        const Arc arc = parts.arc();
        if (arc.marks.bits == Marks::kTogether || arc.weakness == kNoStrength) continue;
        const std::uint64_t length = std::uint64_t{arc.weakness} * 256 + 1;
        ties[ends.first].emplace_back(ends.second, length);
        ties[ends.second].emplace_back(ends.first, length);
    }
    return ties;
}

/// Dijkstra's algorithm with a set, from several starts, not through those who forbid it.
inline std::uint64_t plainDistance(const Network& network, const std::vector<std::size_t>& starts, std::size_t target)
{
    const auto ties = tiesThatCount(network);
    std::vector<std::uint64_t> distance(network.people.size(), kNever);
    std::set<std::pair<std::uint64_t, std::size_t>> queue;
    for (const std::size_t start : starts) {
        distance[start] = 0;
        queue.emplace(0, start);
    }
    while (!queue.empty()) {
        const auto [so, person] = *queue.begin();
        queue.erase(queue.begin());
        const bool isStart = std::ranges::find(starts, person) != starts.end();
        if (!mayPass(network, person) && !isStart) continue;
        for (const auto& [other, length] : ties[person]) {
            if (so + length >= distance[other]) continue;
            queue.erase({distance[other], other});
            distance[other] = so + length;
            queue.emplace(distance[other], other);
        }
    }
    return distance[target];
}

struct PlainPath {
    std::uint64_t length = kNever;
    std::vector<std::size_t> people;
    friend auto operator<=>(const PlainPath&, const PlainPath&) = default;
};

/// Every way from a start to the target without going in a circle; the best by length, then by ids.
class AllPaths {
public:
    AllPaths(const Network& network, std::size_t target)
        : network_(network), ties_(tiesThatCount(network)), target_(target)
    {
    }

    std::set<std::size_t> banned{};
    bool directBanned = false;

    PlainPath bestFrom(const std::vector<std::size_t>& starts)
    {
        best_ = {};
        for (const std::size_t start : starts) {
            if (banned.contains(start)) continue;
            way_ = {start};
            walk(0);
        }
        return best_;
    }

private:
    void walk(std::uint64_t length)
    {
        const std::size_t here = way_.back();
        if (here == target_) {
            best_ = std::min(best_, PlainPath{length, way_});
            return;
        }
        if (way_.size() > 1 && !mayPass(network_, here)) return;
        for (const auto& [other, more] : ties_[here]) {
            if (banned.contains(other) || std::ranges::find(way_, other) != way_.end()) continue;
            if (directBanned && way_.size() == 1 && other == target_) continue;
            way_.push_back(other);
            walk(length + more);
            way_.pop_back();
        }
    }

    const Network& network_;
    std::vector<std::vector<std::pair<std::size_t, std::uint64_t>>> ties_;
    std::size_t target_;
    std::vector<std::size_t> way_;
    PlainPath best_;
};

/// As PathFinder::bestDistinct is defined, by looking at all ways each time.
inline std::vector<PlainPath> plainDistinct(const Network& network, const std::vector<std::size_t>& starts, bool one,
                                            std::size_t target, std::size_t count)
{
    std::vector<PlainPath> found;
    AllPaths all(network, target);
    while (found.size() < count) {
        const PlainPath path = all.bestFrom(starts);
        if (path.length == kNever) break;
        found.push_back(path);
        if (path.people.size() == 1) break;
        for (std::size_t i = one ? 1 : 0; i + 1 < path.people.size(); ++i) all.banned.insert(path.people[i]);
        if (one && path.people.size() == 2) all.directBanned = true;
    }
    return found;
}

}  // namespace kith::graph::test
