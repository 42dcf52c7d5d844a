// The fixed words of the product (product.md, cli.md) as types, each with its stable word.
// The numbers are stored: never renumber, only append.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace kith {

/// What a person is to us; several at once, stored as a set of bits.
enum class Facet : std::uint8_t { Talent = 1, Colleague = 2, Partner = 4, Client = 8 };
enum class Channel : std::uint8_t { Meeting = 0, Call, Email, Message, Social, Event, Note };
enum class Direction : std::uint8_t { In = 0, Out, Both, Broadcast };
/// hello (a greeting, a like), exchange (a few lines both ways), conversation (a real one).
enum class Depth : std::uint8_t { Hello = 0, Exchange, Conversation };
enum class Band : std::uint8_t { Cold = 0, Cool, Warm, Hot };
enum class TieKind : std::uint8_t { Knows = 0, WorkedWith, StudiedWith, Referred, Manages, Introduced };
enum class ContactKind : std::uint8_t { Email = 0, Phone, Url, Handle };
enum class ReminderKind : std::uint8_t { FollowUp = 0, Promise };
enum class ReminderState : std::uint8_t { Open = 0, Done, Dropped };
/// Skill levels; languages use CEFR (Council of Europe, Common European Framework of Reference).
enum class SkillLevel : std::uint8_t { Unstated = 0, Basic, Working, Advanced, Expert, A1 = 11, A2, B1, B2, C1, C2 };
enum class Evidence : std::uint8_t { SelfDeclared = 0, Observed, Assessed, Certified };
enum class SpaceKind : std::uint8_t { Organisation = 0, Team, Shared, Private };
/// Whether a person may be approached. Ordered: the larger protects more (Merge::Protective).
enum class Approach : std::uint8_t { Open = 0, OffLimits, DoNotContact };
/// What became of a value that lost against a concurrent one.
enum class ConflictState : std::uint8_t { Open = 0, Taken, Dismissed };
/// Whether somebody is in a pipeline. A silver medallist has left it and is kept in view: the next time, perhaps.
enum class PlacementState : std::uint8_t { Active = 0, Left, SilverMedallist };
/// What names mean when they mean the same: a title, or a skill.
enum class AliasKind : std::uint8_t { Title = 0, Skill };

/// A value of a fixed list and the word for it on the command line, in files and on the wire.
struct Word {
    std::int64_t value;
    std::string_view word;
};

/// The list behind each type, in its natural order.
template <class E>
std::span<const Word> wordsOf();
template <>
std::span<const Word> wordsOf<Facet>();
template <>
std::span<const Word> wordsOf<Channel>();
template <>
std::span<const Word> wordsOf<Direction>();
template <>
std::span<const Word> wordsOf<Depth>();
template <>
std::span<const Word> wordsOf<Band>();
template <>
std::span<const Word> wordsOf<TieKind>();
template <>
std::span<const Word> wordsOf<ContactKind>();
template <>
std::span<const Word> wordsOf<ReminderKind>();
template <>
std::span<const Word> wordsOf<ReminderState>();
template <>
std::span<const Word> wordsOf<SkillLevel>();
template <>
std::span<const Word> wordsOf<Evidence>();
template <>
std::span<const Word> wordsOf<SpaceKind>();
template <>
std::span<const Word> wordsOf<Approach>();
template <>
std::span<const Word> wordsOf<ConflictState>();
template <>
std::span<const Word> wordsOf<AliasKind>();
template <>
std::span<const Word> wordsOf<PlacementState>();

/// The word for a value; empty for a number that no version of this program knows.
[[nodiscard]] std::string_view wordFor(std::span<const Word> words, std::int64_t value);
/// The value for a word, in either case.
[[nodiscard]] std::optional<std::int64_t> valueFor(std::span<const Word> words, std::string_view word);

template <class E>
[[nodiscard]] std::string_view toWord(E value)
{
    return wordFor(wordsOf<E>(), static_cast<std::int64_t>(value));
}
template <class E>
[[nodiscard]] std::optional<E> fromWord(std::string_view word)
{
    const auto value = valueFor(wordsOf<E>(), word);
    return value ? std::optional<E>(static_cast<E>(*value)) : std::nullopt;
}

/// A set of facets, stored as bits.
struct Facets {
    std::uint8_t bits = 0;
    [[nodiscard]] bool has(Facet facet) const { return (bits & static_cast<std::uint8_t>(facet)) != 0; }
    void add(Facet facet) { bits = static_cast<std::uint8_t>(bits | static_cast<std::uint8_t>(facet)); }
    void remove(Facet facet) { bits = static_cast<std::uint8_t>(bits & ~static_cast<std::uint8_t>(facet)); }
    friend bool operator==(const Facets&, const Facets&) = default;
};

}  // namespace kith
