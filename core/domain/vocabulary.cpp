#include <kith/domain/vocabulary.h>

#include <kith/base/text.h>

#include <algorithm>

namespace kith {

namespace {

constexpr Word kFacets[] = {{1, "talent"}, {2, "colleague"}, {4, "partner"}, {8, "client"}};
constexpr Word kChannels[] = {{0, "meeting"}, {1, "call"},  {2, "email"}, {3, "message"},
                              {4, "social"},  {5, "event"}, {6, "note"}};
constexpr Word kDirections[] = {{0, "in"}, {1, "out"}, {2, "both"}, {3, "broadcast"}};
constexpr Word kDepths[] = {{0, "hello"}, {1, "exchange"}, {2, "conversation"}};
constexpr Word kBands[] = {{0, "cold"}, {1, "cool"}, {2, "warm"}, {3, "hot"}};
constexpr Word kTieKinds[] = {{0, "knows"},    {1, "worked-with"}, {2, "studied-with"},
                              {3, "referred"}, {4, "manages"},     {5, "introduced"}};
constexpr Word kContactKinds[] = {{0, "email"}, {1, "phone"}, {2, "url"}, {3, "handle"}};
constexpr Word kReminderKinds[] = {{0, "follow-up"}, {1, "promise"}};
constexpr Word kReminderStates[] = {{0, "open"}, {1, "done"}, {2, "dropped"}};
constexpr Word kSkillLevels[] = {{0, "unstated"}, {1, "basic"}, {2, "working"}, {3, "advanced"},
                                 {4, "expert"},   {11, "A1"},   {12, "A2"},     {13, "B1"},
                                 {14, "B2"},      {15, "C1"},   {16, "C2"}};
constexpr Word kEvidence[] = {{0, "self-declared"}, {1, "observed"}, {2, "assessed"}, {3, "certified"}};
constexpr Word kSpaceKinds[] = {{0, "organisation"}, {1, "team"}, {2, "shared"}, {3, "private"}};
constexpr Word kApproaches[] = {{0, "open"}, {1, "off-limits"}, {2, "do-not-contact"}};
constexpr Word kConflictStates[] = {{0, "open"}, {1, "taken"}, {2, "dismissed"}};
constexpr Word kAliasKinds[] = {{0, "title"}, {1, "skill"}};
constexpr Word kPlacementStates[] = {{0, "active"}, {1, "left"}, {2, "silver-medallist"}};

}  // namespace

template <>
std::span<const Word> wordsOf<Facet>()
{
    return kFacets;
}
template <>
std::span<const Word> wordsOf<Channel>()
{
    return kChannels;
}
template <>
std::span<const Word> wordsOf<Direction>()
{
    return kDirections;
}
template <>
std::span<const Word> wordsOf<Depth>()
{
    return kDepths;
}
template <>
std::span<const Word> wordsOf<Band>()
{
    return kBands;
}
template <>
std::span<const Word> wordsOf<TieKind>()
{
    return kTieKinds;
}
template <>
std::span<const Word> wordsOf<ContactKind>()
{
    return kContactKinds;
}
template <>
std::span<const Word> wordsOf<ReminderKind>()
{
    return kReminderKinds;
}
template <>
std::span<const Word> wordsOf<ReminderState>()
{
    return kReminderStates;
}
template <>
std::span<const Word> wordsOf<SkillLevel>()
{
    return kSkillLevels;
}
template <>
std::span<const Word> wordsOf<Evidence>()
{
    return kEvidence;
}
template <>
std::span<const Word> wordsOf<SpaceKind>()
{
    return kSpaceKinds;
}
template <>
std::span<const Word> wordsOf<Approach>()
{
    return kApproaches;
}
template <>
std::span<const Word> wordsOf<ConflictState>()
{
    return kConflictStates;
}
template <>
std::span<const Word> wordsOf<AliasKind>()
{
    return kAliasKinds;
}
template <>
std::span<const Word> wordsOf<PlacementState>()
{
    return kPlacementStates;
}

std::string_view wordFor(std::span<const Word> words, std::int64_t value)
{
    const auto found = std::ranges::find(words, value, &Word::value);
    return found == words.end() ? std::string_view{} : found->word;
}

std::optional<std::int64_t> valueFor(std::span<const Word> words, std::string_view word)
{
    const auto found = std::ranges::find_if(words, [&](const Word& w) { return equalsIgnoringCase(w.word, word); });
    return found == words.end() ? std::nullopt : std::optional(found->value);
}

}  // namespace kith
