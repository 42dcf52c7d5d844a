// How strong a tie between two people is: 0-1, by a printed formula.
#pragma once

#include <kith/domain/warmth.h>
#include <kith/graph/arc.h>

#include <optional>
#include <span>
#include <vector>

namespace kith::graph {

/// One line of the explanation, as for warmth: value (0-1) × weight = points.
using Term = WarmthTerm;

/// What somebody stated: a tie of the workspace, seen from one of the two.
struct Statement {
    TieKind kind = TieKind::Knows;
    bool outgoing = true;  ///< seen from `a` of the tie
    std::optional<double> strength{};  ///< outside 0-1 or nothing: the usual strength of the kind
    std::optional<Instant> statedAt{};  ///< nothing: does not fade
};

/// One interaction that both took part in.
struct PairContact {
    Instant at{};
    Direction direction = Direction::Both;
    Depth depth = Depth::Exchange;
    Channel channel = Channel::Meeting;
    std::uint32_t people = 2;  ///< how many took part in all
};

/// What an interaction says about two of those who took part in it.
enum class Evidence : std::uint8_t { None, Spoken, Together };

/// Notes and broadcasts say nothing. An event, and whatever more than twelve took part in, says that two people were
/// together; with more than two hundred, not even that. Everything else is a conversation.
[[nodiscard]] Evidence evidenceOf(Channel channel, Direction direction, std::size_t people);
inline constexpr std::size_t kMostWhoTalk = 12;
inline constexpr std::size_t kMostWhoMeet = 200;

/// The interactions of two people as sums that fade by halves, so that they can be carried to any later moment and
/// another interaction added, each O(1). Taking one out again needs the interactions. With n people in an interaction
/// each pair has a share of 1/(n - 1) of it (M. E. J. Newman, "Scientific collaboration networks. II", Physical
/// Review E 64, 016132, 2001). As of `at`:
struct PairSums {
    Instant at{};
    double near = 0;  ///< the largest share·2^(-age/90 d)
    double contacts = 0;  ///< sum of share·2^(-age/180 d)
    double in = 0;  ///< that part of `contacts` in which they wrote, and half of what both did
    double out = 0;
    double deep = 0;  ///< sum of share·depth·2^(-age/365 d); hello 0.2, exchange 0.6, conversation 1
    double together = 0;  ///< sum of share·2^(-age/365 d) over what they only were together at
    friend bool operator==(const PairSums&, const PairSums&) = default;

    [[nodiscard]] bool empty() const { return contacts <= 0 && together <= 0; }
    /// In any order; what says nothing is left out. The same up to rounding whatever the order.
    void add(const PairContact& contact);
    /// Back in time they would grow, so an earlier moment leaves them as they are.
    [[nodiscard]] PairSums carriedTo(Instant later) const;
};

/// The three kinds of evidence for a tie, each 0-1 in steps of 1/65535, and what it is made of. Whoever has several
/// for the same two people joins them in any order.
struct TieParts {
    std::uint16_t stated = 0;
    std::uint16_t spoken = 0;
    std::uint16_t together = 0;
    Marks marks{};  ///< seen from the first of the two
    friend bool operator==(const TieParts&, const TieParts&) = default;

    /// The stronger of each and all marks: contradictory and duplicate statements do not add up.
    void join(const TieParts& other);
    [[nodiscard]] TieParts turned() const;
    /// What the arc of the tie says; to nobody yet.
    [[nodiscard]] Arc arc() const;
};

/// stated    the strongest statement, each strength × 2^(-years since it was stated / 5)
/// spoken    0.25 recency + 0.35 frequency + 0.15 reciprocity + 0.25 depth, with the sums as of `now`
///             recency      near
///             frequency    1 - 2^(-contacts / 3)
///             reciprocity  1 - 2^(-2·min(in, out))
///             depth        1 - 2^(-deep)
/// together  0.3 × (1 - 2^(-4·together))
/// strength  1 - (1 - stated)(1 - spoken)(1 - together): each fills a part of what the others leave open. People who
///           were only together have the strength `together`, and their tie is dashed (Marks::dashed).
/// Everything tends to 0. A statement without a strength has the usual one: manages 0.7, referred 0.6, worked-with 0.5,
/// studied-with 0.4, introduced 0.4, knows 0.3. What lies after `now` counts as now.
[[nodiscard]] TieParts tieParts(std::span<const Statement> statements, const PairSums& sums, Instant now);
[[nodiscard]] double usualStrength(TieKind kind);

struct TieStrength {
    double strength = 0;  ///< as the graph holds it
    int percent = 0;  ///< the rounded sum of the points
    bool dashed = false;
    /// "stated", "recency", "frequency", "reciprocity", "depth", "together"; always all, in this order.
    std::vector<Term> terms;
};

/// The strength with its arithmetic: the weights are what is left open at the term, in percent, and the points add up
/// to `percent`. Contacts after `now` are ignored. O(contacts).
[[nodiscard]] TieStrength explainTie(std::span<const Statement> statements, std::span<const PairContact> contacts,
                                     Instant now);

}  // namespace kith::graph
