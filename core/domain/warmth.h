// Relationship warmth: 0-100 between the organisation and a person, by a printed formula.
#pragma once

#include <kith/base/id.h>
#include <kith/domain/vocabulary.h>
#include <kith/domain/warmth_weights.h>

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace kith {

/// One interaction as warmth sees it.
struct Contact {
    Instant at;
    Direction direction = Direction::Both;
    Depth depth = Depth::Exchange;
    Channel channel = Channel::Meeting;
    Id colleague{};  ///< the colleague on our side; nil when none is named
};

/// One line of the explanation: value (0-1) × weight = points; the points add up to the warmth.
struct WarmthTerm {
    std::string_view name;  ///< "recency", "frequency", "reciprocity", "depth", "breadth"
    double value = 0;
    double weight = 0;
    double points = 0;
    std::string because;  ///< "spoken 54 days ago"
};

struct Warmth {
    int warmth = 0;  ///< 0-100, the rounded sum
    Band band = Band::Cold;
    std::vector<WarmthTerm> terms;
};

/// Notes and broadcasts do not warm; what lies after `now` is ignored. With x the remaining contacts:
///  recency      2^(-days since the last / 60)
///  frequency    1 - 2^(-(sum over x of 2^(-age/180 d)) / 2)
///  reciprocity  two-way share: both counts half in and half out; 2·min(in, out)/(in + out), each aged as above
///  depth        aged mean of hello 0.2, exchange 0.6, conversation 1
///  breadth      1 - 2^(-(sum over colleagues of 2^(-days since each last spoke / 365)) / 2)
/// Reciprocity and depth fade with recency, so that everything tends to 0: they are multiplied by 2^(-days/365).
/// Days are spans of 24 hours, with fractions. Points are rounded to tenths such that they add up to the rounded sum,
/// so a term may differ from value × weight by a few tenths. The terms always come in the order above.
/// O(contacts log contacts).
[[nodiscard]] Warmth warmthOf(std::span<const Contact> contacts, Instant now, const WarmthWeights& weights = {});

/// Whether a contact counts at all: notes and broadcasts do not.
[[nodiscard]] bool warms(const Contact& contact);

/// What warmth needs to know of all contacts, as of the last of them. Every sum in the formula ages by a fixed rate, so
/// this is enough for the warmth at any time from then on, and can be kept beside a person.
struct WarmthBasis {
    Instant last;  ///< the latest contact that warms
    double contacts = 0;  ///< sum over contacts of 2^(-days before the last / 180)
    double mutual = 0;  ///< the two-way share before fading, 0-1; does not age: both sides age alike
    double depth = 0;  ///< the aged mean of depth before fading, 0-1; does not age either
    double colleagues = 0;  ///< sum over colleagues of 2^(-days from their last contact to the last of all / 365)
    double lean = 0;  ///< who spoke: 1 only they, -1 only we; aged as `mutual`, which is 1 - |lean|
    friend bool operator==(const WarmthBasis&, const WarmthBasis&) = default;
};

/// Nothing when no contact warms. Does not depend on the order of the contacts. O(contacts log contacts).
[[nodiscard]] std::optional<WarmthBasis> warmthBasisOf(std::span<const Contact> contacts);

/// The basis of one contact more, which warms. `before` is when the same colleague was in one the last time; nothing
/// when it is their first, or none is named. That of all of them at once, but for how the sums are rounded. O(1).
[[nodiscard]] WarmthBasis withContact(const WarmthBasis& basis, const Contact& contact, std::optional<Instant> before);

/// Exactly the number that warmthOf() gives for the contacts behind the basis, at a time not before the last of them.
/// O(1).
[[nodiscard]] int warmthAt(const WarmthBasis& basis, Instant now, const WarmthWeights& weights = {});

/// Sets the points of terms (value × weight) to tenths that add up to `total`, their rounded sum: first the terms that
/// rounding harmed most are moved; a term worth nothing stays nothing and none passes its weight. For every explanation
/// whose terms add up.
void roundPoints(std::vector<WarmthTerm>& terms, int total);

/// cold < 20 <= cool < 45 <= warm < 75 <= hot.
[[nodiscard]] Band bandOf(int warmth);

inline constexpr int kWarmest = 100;

}  // namespace kith
