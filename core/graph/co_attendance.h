// Who was where with whom: the pairs that events, and meetings of many, make.
#pragma once

#include <kith/base/id.h>
#include <kith/graph/tie_strength.h>

#include <span>
#include <unordered_map>
#include <vector>

namespace kith::graph {

/// An interaction with all who took part; somebody named twice counts once.
struct Gathering {
    Instant at{};
    Direction direction = Direction::Both;
    Depth depth = Depth::Exchange;
    Channel channel = Channel::Event;
    std::span<const Id> people{};
};

/// Two people, the smaller id first.
struct IdPair {
    Id low;
    Id high;
    [[nodiscard]] static IdPair of(const Id& a, const Id& b) { return a < b ? IdPair{a, b} : IdPair{b, a}; }
    friend auto operator<=>(const IdPair&, const IdPair&) = default;
};

struct IdPairHash {
    std::size_t operator()(const IdPair& pair) const noexcept
    {
        return std::hash<Id>{}(pair.low) * 31 + std::hash<Id>{}(pair.high);
    }
};

/// Adds up the interactions of all people into what each two of them have (PairSums), conversations and being together
/// alike: for a store that keeps no such sums. An interaction of n people, n <= 200, costs O(n²) once.
class PairLedger {
public:
    void add(const Gathering& gathering);
    [[nodiscard]] const std::unordered_map<IdPair, PairSums, IdPairHash>& pairs() const { return pairs_; }

private:
    std::unordered_map<IdPair, PairSums, IdPairHash> pairs_;
    std::vector<Id> people_;
};

}  // namespace kith::graph
