// Repeating reminders: RRULE of RFC 5545, section 3.3.10, evaluated by libical over civil dates.
#pragma once

#include <kith/base/clock.h>

#include <optional>
#include <string>
#include <string_view>

namespace kith {

/// The canonical form of an RRULE value ("FREQ=MONTHLY;BYDAY=2TU"; a leading "RRULE:" is allowed).
/// Refuses what RFC 5545 does not allow, and frequencies below a day, with a sentence.
[[nodiscard]] Result<std::string> checkRecurrence(std::string_view rrule);

/// The first occurrence strictly after `after` of a rule that started on `start`; nothing when it has ended.
/// A rule that is not valid has no occurrences. Looks at most 100 years ahead.
[[nodiscard]] std::optional<Date> nextOccurrence(std::string_view rrule, Date start, Date after);

/// The rule in plain English ("every 2 weeks", "monthly on the 2nd Tuesday"); the rule itself when there are no words.
[[nodiscard]] std::string recurrenceInWords(std::string_view rrule);

}  // namespace kith
