// Dates as people and programs write them in files.
#pragma once

#include <kith/base/clock.h>
#include <kith/base/day_order.h>

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace kith::exchange {

enum class DateProblem : std::uint8_t { NotADate, NoSuchDay };

/// Reads: 2024-03-12, 2024/3/12, 2024.3.12, 20240312; 12 Mar 2024, 12. März 2024, 12-mars-2024, Mar 12, 2024 (month
/// names in English, German, French and Spanish, whole or shortened); 12/03/2024, 12.03.2024, 12-03-2024 and two-digit
/// years (00-68 are 20xx, as in POSIX strptime) in the given order, dots always day first; 2024-03 and 2024 (the first
/// day). A time of day behind the date is passed over. Years 1900-2200.
[[nodiscard]] std::expected<Date, DateProblem> readDate(std::string_view text, DayOrder order);

/// ISO 8601 date-times, or any date that readDate knows with an optional "14:30", "14:30:59" or "2:30 PM" behind it, in
/// the zone. Without a time it is noon, so that it stays that date nearly everywhere.
[[nodiscard]] std::expected<Instant, DateProblem> readInstant(std::string_view text, DayOrder order, const Zone& zone);

/// A sentence for a rejected row: `column` names where the date stood ("since").
[[nodiscard]] std::string sentenceFor(DateProblem problem, std::string_view column, std::string_view text);

}  // namespace kith::exchange
