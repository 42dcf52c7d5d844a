// Repeating reminders: RRULE of RFC 5545, section 3.3.10, evaluated by libical over civil dates.
#pragma once

#include <kith/base/clock.h>

#include <optional>
#include <string>
#include <string_view>

namespace kith {

/// The canonical form of an RRULE value ("FREQ=MONTHLY;BYDAY=2TU"; a leading "RRULE:" is allowed). An UNTIL with a
/// time of day becomes its date, because reminders are due on days.
/// Refuses with BadInput and a sentence: what RFC 5545 does not allow; frequencies and parts below a day; other
/// calendars than the Gregorian (RFC 7529); week numbers without a weekday (libical gets them wrong); rules that
/// never happen, such as 30 February.
[[nodiscard]] Result<std::string> checkRecurrence(std::string_view rrule);

/// The first occurrence strictly after `after` of a rule that started on `start`; nothing when it has ended.
/// The start itself is an occurrence only when the rule says so. A rule that is not valid has no occurrences.
/// Looks at most 100 years past `after`. Rules without COUNT cost some microseconds wherever they started; with
/// COUNT, O(occurrences since the start). Thread-safe.
[[nodiscard]] std::optional<Date> nextOccurrence(std::string_view rrule, Date start, Date after);

/// The rule in plain English ("every 2 weeks", "monthly on the 2nd Tuesday"); the rule itself when there are no words.
[[nodiscard]] std::string recurrenceInWords(std::string_view rrule);

}  // namespace kith
