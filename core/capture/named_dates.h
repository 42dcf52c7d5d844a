// Days told by their place in the calendar: "12 March", "3/4", "2nd Tuesday of March", "the 12th".
#pragma once

#include <kith/capture/here.h>
#include <kith/capture/words.h>

#include <optional>

namespace kith::capture {

/// Without a year the nearest day to which one leans, today included; where that year lacks the day (29 February), that
/// is a problem and not another year. "The 31st" is the nearest one that there is. Figures go by Here::order; between
/// dots the day is always first, and a year of four figures in front makes it ISO 8601. Two figures of a year are 20xx.
/// A weekday beside a date must be that of the date, otherwise that is a problem.
std::optional<Phrase> eatNamedDate(Cursor& cursor, const Here& here, Lean lean);

}  // namespace kith::capture
