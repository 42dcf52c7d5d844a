// Times of day: "at 15:30", "3.30pm", "half past three", "noon".
#pragma once

#include <kith/capture/words.h>

#include <chrono>
#include <optional>

namespace kith::capture {

struct TimeOfDay {
    std::chrono::minutes at{};  ///< since midnight
    bool wrong = false;  ///< written like a time, but there is none such (25:70)
};

/// A time at the cursor, with "at" or "@" before it. An hour from 1 to 6 in one digit without "am" or "pm" is in the
/// afternoon, because that is when people meet; 7 to 12 are as they stand, and so is all with a leading zero.
/// A figure alone needs the "at". Only after an "at", or where `certain`, is a time that does not exist said to be
/// wrong; elsewhere it is no time.
std::optional<TimeOfDay> eatTimeOfDay(Cursor& cursor, bool certain);
/// "morning" 9:00, "lunchtime" 12:30, "afternoon" 15:00, "evening" 19:00, "night" 20:00; "in the" may stand before it.
std::optional<std::chrono::minutes> eatPartOfDay(Cursor& cursor);

}  // namespace kith::capture
