// A tie as the graph holds it: eight bytes an end.
#pragma once

#include <kith/domain/vocabulary.h>

#include <cstdint>

namespace kith::graph {

/// A person in one Graph: 0 … nodeCount() - 1. Good for that graph alone; across graphs people are told apart by Id.
using Node = std::uint32_t;
inline constexpr Node kNobody = 0xFFFF'FFFF;

/// What a person is to us and what forbids to go through them; one byte. The facets are the lower four bits.
struct PersonFlags {
    std::uint8_t bits = 0;

    static constexpr std::uint8_t kOffLimits = 16;
    static constexpr std::uint8_t kDoNotContact = 32;
    static constexpr std::uint8_t kUnwilling = 64;  ///< does not want to introduce anybody
    static constexpr std::uint8_t kGone = 128;  ///< removed; has no ties

    [[nodiscard]] bool has(Facet facet) const { return (bits & static_cast<std::uint8_t>(facet)) != 0; }
    [[nodiscard]] bool isColleague() const { return has(Facet::Colleague) && !isGone(); }
    [[nodiscard]] bool isGone() const { return (bits & kGone) != 0; }
    /// Whether an introduction may go through them.
    [[nodiscard]] bool mayMediate() const { return (bits & (kOffLimits | kDoNotContact | kUnwilling | kGone)) == 0; }
    friend bool operator==(const PersonFlags&, const PersonFlags&) = default;
};

/// What a tie is made of, seen from one of its ends.
struct Marks {
    std::uint16_t bits = 0;

    static constexpr std::uint16_t kKnows = 1;
    static constexpr std::uint16_t kWorkedWith = 2;
    static constexpr std::uint16_t kStudiedWith = 4;
    static constexpr std::uint16_t kReferred = 8;  ///< this end referred the other
    static constexpr std::uint16_t kReferredBy = 16;
    static constexpr std::uint16_t kManages = 32;
    static constexpr std::uint16_t kManagedBy = 64;
    static constexpr std::uint16_t kIntroduced = 128;
    static constexpr std::uint16_t kIntroducedBy = 256;
    static constexpr std::uint16_t kSpoken = 512;  ///< they had conversations
    static constexpr std::uint16_t kTogether = 1024;  ///< they were at the same events

    /// The marks of a stated tie; `outgoing` when this end is `a` of the tie. Nothing for a kind that is none.
    [[nodiscard]] static Marks of(TieKind kind, bool outgoing);

    [[nodiscard]] bool has(std::uint16_t mark) const { return (bits & mark) != 0; }
    [[nodiscard]] bool stated() const { return (bits & (kSpoken - 1)) != 0; }
    /// Drawn dashed and counted nowhere until somebody states the tie or a conversation shows it.
    [[nodiscard]] bool dashed() const { return bits == kTogether; }
    /// The same tie from its other end.
    [[nodiscard]] Marks turned() const;

    friend Marks operator|(Marks a, Marks b) { return {static_cast<std::uint16_t>(a.bits | b.bits)}; }
    friend bool operator==(const Marks&, const Marks&) = default;
};

/// How weak a tie is: -log2(strength) in steps of 1/4096, so that the weaknesses of a path add up to its weakness and
/// the smallest sum is exactly the largest product. A step is 0.017 %; the range ends at 2^-16.
using Weakness = std::uint16_t;
inline constexpr Weakness kNoStrength = 0xFFFF;  ///< strength 0: nobody is introduced along it

/// Strengths over 1 count as 1; those under 2^-16, negative ones and NaN as 0.
[[nodiscard]] Weakness weaknessOf(double strength);
/// The strength behind a sum of weaknesses: 2^(-weakness / 4096).
[[nodiscard]] double strengthOf(std::uint64_t weakness);

/// One end of a tie.
struct Arc {
    Node to = kNobody;
    Weakness weakness = kNoStrength;
    Marks marks{};

    [[nodiscard]] double strength() const { return weakness == kNoStrength ? 0 : strengthOf(weakness); }
    /// Whether paths, acquaintances and counts see it.
    [[nodiscard]] bool counts() const { return weakness != kNoStrength && !marks.dashed(); }
    friend bool operator==(const Arc&, const Arc&) = default;
};
static_assert(sizeof(Arc) == 8);

}  // namespace kith::graph
