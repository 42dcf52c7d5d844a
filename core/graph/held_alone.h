// Relationships that hang on one colleague.
#pragma once

#include <kith/graph/graph.h>

#include <vector>

namespace kith::graph {

/// From here on a tie is warm: the share of a hundred at which a relationship is (bandOf in core/domain/warmth.h).
inline constexpr double kWarmTie = 0.45;

struct HeldPerson {
    Node person = kNobody;
    Arc tie;  ///< seen from the colleague
};

struct Holder {
    Node colleague = kNobody;
    std::vector<HeldPerson> people;  ///< strongest tie first, of equals in order of id
};

/// People who are no colleagues and have a warm tie (strength >= `warm`) with exactly one colleague, by that colleague;
/// whoever holds most comes first, of equals in order of id. O(people + ties).
[[nodiscard]] std::vector<Holder> heldAlone(const Graph& graph, double warm = kWarmTie);

/// The colleague who alone has a warm tie with a person; kNobody when nobody or several have one, and for colleagues.
/// O(ties of the person).
[[nodiscard]] Node onlyHolder(const Graph& graph, Node person, double warm = kWarmTie);

/// How many people a colleague holds alone. O(ties of the colleague × ties of each).
[[nodiscard]] std::size_t countHeldAlone(const Graph& graph, Node colleague, double warm = kWarmTie);

struct Introducible {
    Node colleague = kNobody;
    int points = 0;  ///< 0-100
    /// "known": how well they know the person already, weight 40; "holder": how well they know the colleague who would
    /// introduce them, weight 40; "common": 1 - 2^(-n/2) for n acquaintances that they and the person share, weight 20.
    std::vector<Term> terms;
};

/// Colleagues whom the holder would best introduce to the person, so that the relationship hangs on two: those who know
/// one of the two and may be asked to (PersonFlags::mayMediate); by points, then by how well they know the holder, then
/// by id; at most `limit`. O(ties of both + candidates × their ties).
[[nodiscard]] std::vector<Introducible> whomToIntroduce(const Graph& graph, Node person, Node holder,
                                                        std::size_t limit);

}  // namespace kith::graph
