// Dates, times and repetitions as people write them in English.
#pragma once

#include <kith/capture/here.h>
#include <kith/capture/words.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::capture {

/// What a phrase of time says. Either a day, perhaps with a time of day, or a day that comes back. With a problem, a
/// sentence that says why there is no such day, nothing but the span means anything: no other day is taken instead.
struct When {
    Span span{};  ///< with the words that lead to it: "on Friday at 3"
    Date date{};  ///< of a repetition the first day
    std::optional<std::chrono::minutes> time{};  ///< since midnight
    std::string rrule{};  ///< RFC 5545, as checkRecurrence() gives it; empty for once
    std::string problem{};
};

/// What a phrase at this place says; the cursor then stands behind it. Phrases and what they mean: relative_dates.h,
/// named_dates.h, time_of_day.h and repetition.h. A time without a day is the latest one that was or the next one that
/// comes. Looks at a bounded number of words. `certain` where a bare "may" or "sat" cannot be another word.
std::optional<When> eatWhen(Cursor& cursor, const Here& here, Lean lean, bool certain);

/// The phrase with which the text begins, read as certain.
[[nodiscard]] std::optional<When> readWhen(std::string_view text, const Here& here, Lean lean);
/// All phrases of a line, in order; their spans do not overlap. O(line).
[[nodiscard]] std::vector<When> findWhen(std::string_view line, const Here& here, Lean lean);

/// When it was. A day without a time is noon, but never later than now. A wall-clock time that a change of the clocks
/// leaves out is the one after it (Zone::instantOf).
[[nodiscard]] Instant instantOf(const When& when, const Here& here);

}  // namespace kith::capture
