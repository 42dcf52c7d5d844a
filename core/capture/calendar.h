// Steps over the calendar, as phrases take them.
#pragma once

#include <kith/base/clock.h>

#include <chrono>
#include <cstdint>
#include <optional>

namespace kith::capture {

enum class Unit : std::uint8_t { Day, Week, Month, Quarter, Year };

/// First of the week (weeks begin on Monday, ISO 8601), month, quarter or year of a date.
[[nodiscard]] Date startOf(Unit unit, Date date);
/// Last of the month, quarter or year; of a week its Friday, because that is what an end of the week means at work.
[[nodiscard]] Date endOf(Unit unit, Date date);
/// The middle: Wednesday, the 15th, the 15th of the quarter's second month, 1 July.
[[nodiscard]] Date middleOf(Unit unit, Date date);
/// Late in it: Thursday, the 21st, the first day of the last month.
[[nodiscard]] Date lateIn(Unit unit, Date date);
/// So many units on, back for less than nothing; a day that the month does not have becomes its last one.
[[nodiscard]] Date stepped(Unit unit, Date date, int count);
/// The weekday strictly after a date, or strictly before it.
[[nodiscard]] Date weekdayAfter(Date date, std::chrono::weekday weekday);
[[nodiscard]] Date weekdayBefore(Date date, std::chrono::weekday weekday);
/// The n-th such weekday of the month (1 to 5), or its last (-1); nothing when the month has no fifth.
[[nodiscard]] std::optional<Date> numberedWeekday(std::chrono::year_month month, std::chrono::weekday weekday, int n);
[[nodiscard]] std::chrono::year_month monthOf(Date date);
/// Within the years in which the workspace takes dates, 1900 to 2199.
[[nodiscard]] bool withinReach(Date date);

}  // namespace kith::capture
