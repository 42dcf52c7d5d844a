// The words of which phrases of time are made. What is eaten is stepped over; otherwise the place stays.
#pragma once

#include <kith/capture/calendar.h>
#include <kith/capture/words.h>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace kith::capture {

[[nodiscard]] std::optional<std::chrono::weekday> weekdayNamed(std::string_view low);
[[nodiscard]] std::optional<std::chrono::month> monthNamed(std::string_view low);
/// A weekday, whole, shortened or in the plural, with the dot of a shortened one. "sat" and "sun" are other words too,
/// so that without a capital they count only where `certain`.
std::optional<std::chrono::weekday> eatWeekday(Cursor& cursor, bool certain);
std::optional<std::chrono::month> eatMonth(Cursor& cursor);
/// "3", "three", "a", "a couple of", "a few" (three), "several" (three); at most 9999.
std::optional<int> eatNumber(Cursor& cursor);
/// "2nd", "12th" (of two digits at most, whether there is such a day or not), "second" to "twelfth", "last" (-1).
std::optional<int> eatOrdinal(Cursor& cursor);
/// A year from 1900 to 2199 in four figures, or in two behind an apostrophe; a comma may stand before it.
std::optional<std::chrono::year> eatYear(Cursor& cursor);

struct Stretch {
    Unit unit{};
    int count = 1;  ///< a fortnight is two weeks
};
/// "week", "weeks", "fortnight" …
std::optional<Stretch> eatUnit(Cursor& cursor);

/// Whether the word belongs to phrases of time, so that it is hardly the beginning of a name typed short.
[[nodiscard]] bool isTimeWord(std::string_view low);

[[nodiscard]] std::string_view nameOf(std::chrono::month month);
[[nodiscard]] std::string_view nameOf(std::chrono::weekday weekday);
/// "9 March 2027".
[[nodiscard]] std::string inWords(const std::chrono::year_month_day& date);
/// "2nd".
[[nodiscard]] std::string ordinalText(int number);

}  // namespace kith::capture
