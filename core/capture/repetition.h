// What comes back: "every other Friday until June", "monthly on the 1st", "every 2 weeks for 5 times".
#pragma once

#include <kith/capture/here.h>
#include <kith/capture/words.h>

#include <optional>
#include <string>

namespace kith::capture {

struct Repetition {
    std::string rrule{};  ///< canonical, as checkRecurrence() gives it
    Date first{};
    std::optional<std::chrono::minutes> time{};
    std::string problem{};  ///< a sentence; the rest means nothing then
};

/// The first day is the next one that the rule names, after today; a rule that names none ("every 2 weeks") begins one
/// of its steps from today. "Starting Monday" names another first day. "Every other Friday" is every two weeks, "every
/// 2nd Friday" the second one of each month. "Until June" ends with 1 June, which is the day that "June" is elsewhere.
/// Costs some microseconds when there is a rule.
std::optional<Repetition> eatRepetition(Cursor& cursor, const Here& here);

}  // namespace kith::capture
