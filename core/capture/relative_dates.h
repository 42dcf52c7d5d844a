// Days told by their distance: "yesterday", "a week on Friday", "two months ago", "end of next quarter".
#pragma once

#include <kith/capture/here.h>
#include <kith/capture/time_words.h>

#include <optional>

namespace kith::capture {

/// A day by its distance from today, or by its place in a stretch of the calendar.
///   Friday          looking back the latest one, today included; looking ahead the first one after today
///   last Friday     the latest one before today
///   this Friday     the one of this week, from Monday to Sunday; looking ahead, when it is over, the one after
///   next Friday     the one of the next week, so that on a Sunday it is five days away and on a Monday eleven
///   Friday week     a week after the first one after today; "a week on Friday" is the same
///   next month      its first day; so with weeks (Monday), quarters and years
///   end of March    the last day; the nearest one that the side to which one leans allows, today included
/// `certain` where a bare "march" or "sat" cannot be another word.
std::optional<Phrase> eatRelativeDate(Cursor& cursor, const Here& here, Lean lean, bool certain);

/// A stretch of the calendar, "next month", "March 2027", "the year", "Q1", of which a phrase takes a part.
struct Period {
    Unit unit{};
    Date within{};
    /// Neither the year nor "this", "next" or "last" was said, so that it may be the one before or after as well.
    std::optional<Stretch> repeats{};
};
std::optional<Period> eatPeriod(Cursor& cursor, const Here& here);
/// The period whose day `dayOf(any date within)` fits the side: not before today, or not after it.
template <class DayOf>
[[nodiscard]] Date leaning(const Period& period, const Here& here, Lean lean, const DayOf& dayOf)
{
    Date day = dayOf(period.within);
    if (!period.repeats) return day;
    const auto at = [&](int steps) {
        return dayOf(stepped(period.repeats->unit, startOf(period.unit, period.within), steps * period.repeats->count));
    };
    if (lean == Lean::Future) {
        for (int steps = -1; steps <= 1; ++steps)
            if (day = at(steps); day >= here.today()) return day;
    } else {
        for (int steps = 1; steps >= -1; --steps)
            if (day = at(steps); day <= here.today()) return day;
    }
    return day;
}

}  // namespace kith::capture
