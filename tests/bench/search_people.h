// People for search with the vocabulary of the demo, without a workspace, and what somebody types to find them.
#pragma once

#include <kith/search/document.h>
#include <kith/usecases/demo/dice.h>

#include <span>
#include <string>
#include <vector>

namespace kith::bench {

inline constexpr Date kSearchDay = std::chrono::sys_days{std::chrono::year{2026} / 11 / 22};

/// Two or three words of a name, title, organisation, city, three to ten skills, an e-mail address and now and then a
/// telephone number, thirty words about the person and five conversations of some thirty words. The demo knows a few
/// thousand words; a quarter of the family names here, and a word of every third note, come from a long tail of two
/// hundred thousand invented ones, as they would in life. The same person for the same number and seed.
[[nodiscard]] search::PersonDocument searchPerson(std::uint32_t person, std::uint64_t seed);

/// What is in the field after each key: names, titles, skills, organisations, cities, words of notes, alone and in
/// twos, typed letter by letter.
[[nodiscard]] std::vector<std::string> keystrokes(std::size_t count, std::uint64_t seed);

/// Structured filters in the search language.
[[nodiscard]] std::span<const std::string_view> structuredFilters();

}  // namespace kith::bench
