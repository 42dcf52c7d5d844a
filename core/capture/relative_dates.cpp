#include <kith/capture/relative_dates.h>

#include <kith/capture/time_of_day.h>

#include <utility>

namespace kith::capture {

namespace {

namespace chrono = std::chrono;

using chrono::days;
using chrono::hours;
using chrono::minutes;

Phrase on(Date date, std::optional<minutes> time = std::nullopt)
{
    if (!withinReach(date)) return {.problem = "That day is not between the years 1900 and 2199."};
    return {.date = date, .time = time};
}

Phrase momentOf(Instant at, const Here& here)
{
    const Date date = here.zone.dateOf(at);
    const auto wall = chrono::floor<minutes>(at + here.zone.offsetAt(at) - Instant{date});
    return on(date, wall);
}

Date weekdayOfWeek(Date inWeek, chrono::weekday weekday)
{
    return startOf(Unit::Week, inWeek) + (weekday - chrono::Monday);
}

/// "today", "tonight", "this morning", "the day before yesterday" …
std::optional<Phrase> eatNamedDay(Cursor& cursor, const Here& here)
{
    const Date today = here.today();
    cursor.eatAny({"earlier", "later"});
    if (cursor.eat("today")) return on(today, eatPartOfDay(cursor));
    if (cursor.eat("tonight")) return on(today, hours{20});
    if (cursor.eatAny({"tomorrow", "tmrw"})) return on(today + days{1}, eatPartOfDay(cursor));
    if (cursor.eat("yesterday")) return on(today - days{1}, eatPartOfDay(cursor));
    if (cursor.eatAll({"first", "thing", "tomorrow"})) return on(today + days{1}, hours{9});
    if (cursor.eatAll({"last", "night"})) return on(today - days{1}, hours{20});
    if (cursor.eatAll({"just", "now"}) || cursor.eatAll({"right", "now"})) return on(today);
    if (cursor.eatAll({"the", "other", "day"})) return on(today - days{2});
    const Cursor before = cursor;
    cursor.eat("the");
    if (cursor.eatAll({"day", "before", "yesterday"})) return on(today - days{2}, eatPartOfDay(cursor));
    if (cursor.eatAll({"day", "after", "tomorrow"})) return on(today + days{2}, eatPartOfDay(cursor));
    cursor = before;
    if (cursor.eat("this"))
        if (const auto part = eatPartOfDay(cursor)) return on(today, part);
    cursor = before;
    return std::nullopt;
}

/// "on Friday", "from Friday", "today", "tomorrow": what a week is counted from.
std::optional<Date> eatCountedFrom(Cursor& cursor, const Here& here)
{
    const Cursor before = cursor;
    const bool said = cursor.eatAny({"on", "from"});
    if (cursor.eat("today") || (said && cursor.eat("now"))) return here.today();
    if (cursor.eat("tomorrow")) return here.today() + days{1};
    cursor.eatAll({"this", "coming"});
    if (const auto weekday = eatWeekday(cursor, true); weekday && said) return weekdayAfter(here.today(), *weekday);
    cursor = before;
    return std::nullopt;
}

/// "an hour", "half an hour", "20 minutes", "2 hours": for moments that are told by their distance.
std::optional<minutes> eatClockStretch(Cursor& cursor)
{
    const Cursor before = cursor;
    if (cursor.eatAll({"half", "an", "hour"})) return minutes{30};
    const auto number = eatNumber(cursor);
    if (number && cursor.eatAny({"minute", "minutes", "min", "mins"})) return minutes{*number};
    if (number && cursor.eatAny({"hour", "hours", "hr", "hrs"})) return hours{*number};
    cursor = before;
    return std::nullopt;
}

/// "in 3 weeks", "two months ago", "a week on Friday", "a fortnight tomorrow", "in a month's time".
std::optional<Phrase> eatDistance(Cursor& cursor, const Here& here)
{
    const Cursor before = cursor;
    const bool ahead = cursor.eatAny({"in", "within"});
    cursor.eatAny({"about", "around", "roughly"});
    if (const auto stretch = eatClockStretch(cursor)) {
        if (ahead || cursor.eatAll({"from", "now"})) return momentOf(here.now + *stretch, here);
        if (cursor.eat("ago")) return momentOf(here.now - *stretch, here);
        cursor = before;
        return std::nullopt;
    }
    auto count = eatNumber(cursor);
    const auto stretch = count || ahead ? eatUnit(cursor) : std::nullopt;
    if (!stretch || (!count && stretch->count == 1)) {
        cursor = before;
        return std::nullopt;
    }
    const int steps = count.value_or(1) * stretch->count;
    cursor.eatAll({"or", "so"});
    if (const Cursor unit = cursor; cursor.eat("'")) {
        cursor.eat("s");
        if (!cursor.eat("time")) cursor = unit;
    }
    if (cursor.eat("ago")) return on(stepped(stretch->unit, here.today(), -steps));
    if (cursor.eatAll({"from", "now"})) return on(stepped(stretch->unit, here.today(), steps));
    if (const auto from = eatCountedFrom(cursor, here)) return on(stepped(stretch->unit, *from, steps));
    if (ahead) return on(stepped(stretch->unit, here.today(), steps));
    cursor = before;
    return std::nullopt;
}

Date leaningWeekday(chrono::weekday weekday, const Here& here, Lean lean)
{
    const Date today = here.today();
    if (lean == Lean::Future) return weekdayAfter(today, weekday);
    return weekdayBefore(today + days{1}, weekday);
}

/// "Friday", "next Friday", "Friday week", "Friday next week", "last week on Friday", "the weekend".
std::optional<Phrase> eatWeekdayPhrase(Cursor& cursor, const Here& here, Lean lean, bool certain)
{
    const Cursor before = cursor;
    const Date today = here.today();
    const bool the = cursor.eat("the");
    const bool last = cursor.eat("last") || cursor.eatAll({"this", "past"}) || (the && cursor.eat("past"));
    const bool next = !last && cursor.eat("next");
    const bool coming = !last && !next && (cursor.eatAll({"this", "coming"}) || cursor.eat("coming"));
    const bool same = !last && !next && !coming && cursor.eat("this");
    const bool said = last || next || coming || same;
    if (said && cursor.eat("week")) {
        cursor.eat("on");
        if (const auto weekday = eatWeekday(cursor, true); weekday && !coming)
            return on(weekdayOfWeek(today + days{last ? -7 : next ? 7 : 0}, *weekday));
        cursor = before;
        return std::nullopt;
    }
    if ((said || the) && cursor.eat("weekend")) {
        const Date thisOne = startOf(Unit::Week, today) + days{5};
        if (last || (!said && lean == Lean::Past)) return on(thisOne - days{7});
        return on(next || (lean == Lean::Future && thisOne < today) ? thisOne + days{7} : thisOne);
    }
    const auto weekday = the ? std::nullopt : eatWeekday(cursor, certain || said);
    if (!weekday) {
        cursor = before;
        return std::nullopt;
    }
    const Date inThisWeek = weekdayOfWeek(today, *weekday);
    if (last) return on(weekdayBefore(today, *weekday));
    if (next) return on(inThisWeek + days{7});
    if (coming) return on(weekdayAfter(today, *weekday));
    if (same) return on(lean == Lean::Future && inThisWeek < today ? inThisWeek + days{7} : inThisWeek);
    if (cursor.eat("week")) return on(weekdayAfter(today, *weekday) + days{7});
    if (cursor.eat("fortnight")) return on(weekdayAfter(today, *weekday) + days{14});
    const Cursor named = cursor;
    cursor.eat("of");
    if (cursor.eatAll({"next", "week"})) return on(inThisWeek + days{7});
    if (cursor.eatAll({"last", "week"})) return on(inThisWeek - days{7});
    if (cursor.eatAll({"this", "week"})) return on(inThisWeek);
    cursor = named;
    return on(leaningWeekday(*weekday, here, lean));
}

enum class PartOfPeriod : std::uint8_t { Start, Early, Middle, Late, End };

std::optional<PartOfPeriod> eatPartOf(Cursor& cursor)
{
    const Cursor before = cursor;
    cursor.eatAny({"in", "at", "towards", "by", "around"});
    cursor.eat("the");
    std::optional<PartOfPeriod> part;
    if (cursor.eatAny({"start", "beginning"})) part = PartOfPeriod::Start;
    else if (cursor.eat("early")) part = PartOfPeriod::Early;
    else if (cursor.eatAny({"mid", "middle"})) part = PartOfPeriod::Middle;
    else if (cursor.eatAny({"late", "later"})) part = PartOfPeriod::Late;
    else if (cursor.eat("end")) part = PartOfPeriod::End;
    if (!part) {
        cursor = before;
        return std::nullopt;
    }
    if (cursor.eat("-")) return part;
    cursor.eatAny({"of", "in"});
    return part;
}

/// "end of March", "early next week", "mid-March", "month end"; "next month", "in March", "in 2028".
std::optional<Phrase> eatPeriodPhrase(Cursor& cursor, const Here& here, Lean lean, bool certain)
{
    const Cursor before = cursor;
    if (cursor.eatAll({"month", "end"}))
        return on(leaning({Unit::Month, here.today(), Stretch{Unit::Month, 1}}, here, lean,
                          [](Date within) { return endOf(Unit::Month, within); }));
    if (const auto part = eatPartOf(cursor)) {
        if (const auto period = eatPeriod(cursor, here)) {
            return on(leaning(*period, here, lean, [&](Date within) {
                switch (*part) {
                case PartOfPeriod::Start:
                case PartOfPeriod::Early: return startOf(period->unit, within);
                case PartOfPeriod::Middle: return middleOf(period->unit, within);
                case PartOfPeriod::Late: return lateIn(period->unit, within);
                case PartOfPeriod::End: return endOf(period->unit, within);
                }
                return within;
            }));
        }
        cursor = before;
    }
    const bool in = cursor.eatAny({"in", "during"});
    // Without a word that says so a month is often a name or a verb, and "this month" or "the year" is no day.
    const bool next = cursor.low() == "next" || cursor.low() == "last";
    const bool month = monthNamed(cursor.low()).has_value() || cursor.low() == "q"
        || (cursor.low() == "this" && monthNamed(cursor.low(1)));
    const bool year = in && cursor.low().size() == 4;
    const bool alone = lean == Lean::Future && (certain || cursor.capital());
    if (next || year || (month && (in || alone || cursor.low() == "this" || cursor.low() == "q"))) {
        if (const auto period = eatPeriod(cursor, here))
            return on(leaning(*period, here, lean, [&](Date within) { return startOf(period->unit, within); }));
    }
    cursor = before;
    return std::nullopt;
}

/// "Q1", "first quarter", then a year.
std::optional<unsigned> eatQuarter(Cursor& cursor)
{
    const Cursor before = cursor;
    if (cursor.eat("q") && cursor.joined()) {
        if (const auto number = cursor.eatFigure(1); number && *number >= 1 && *number <= 4)
            return static_cast<unsigned>(*number);
    } else if (const auto ordinal = eatOrdinal(cursor)) {
        if (*ordinal >= 1 && *ordinal <= 4 && cursor.eat("quarter")) return static_cast<unsigned>(*ordinal);
    }
    cursor = before;
    return std::nullopt;
}

}  // namespace

std::optional<Period> eatPeriod(Cursor& cursor, const Here& here)
{
    const Cursor before = cursor;
    const Date today = here.today();
    const chrono::year thisYear = monthOf(today).year();
    cursor.eat("the");
    if (const auto quarter = eatQuarter(cursor)) {
        const chrono::month first{(*quarter - 1) * 3 + 1};
        cursor.eat("of");
        if (cursor.eatAll({"next", "year"}))
            return Period{Unit::Quarter, Date{(thisYear + chrono::years{1}) / first / 1}};
        if (const auto year = eatYear(cursor)) return Period{Unit::Quarter, Date{*year / first / 1}};
        return Period{Unit::Quarter, Date{thisYear / first / 1}, Stretch{Unit::Year, 1}};
    }
    const bool next = cursor.eatAny({"next", "following"});
    const bool last = !next && cursor.eatAny({"last", "previous"});
    const bool same = !next && !last && cursor.eatAny({"this", "current"});
    if (const auto month = eatMonth(cursor)) {
        // Next March is the one of the next year unless it is still to come in this; people say both, this is nearer.
        Date first{thisYear / *month / 1};
        if (next || last) {
            if (next && endOf(Unit::Month, first) < today) first = stepped(Unit::Year, first, 1);
            if (next && monthOf(first) == monthOf(today)) first = stepped(Unit::Year, first, 1);
            if (last && monthOf(first) >= monthOf(today)) first = stepped(Unit::Year, first, -1);
            return Period{Unit::Month, first};
        }
        const Cursor named = cursor;
        cursor.eat("of");
        if (cursor.eatAll({"next", "year"})) return Period{Unit::Month, stepped(Unit::Year, first, 1)};
        if (cursor.eatAll({"last", "year"})) return Period{Unit::Month, stepped(Unit::Year, first, -1)};
        if (cursor.eatAll({"this", "year"})) return Period{Unit::Month, first};
        cursor = named;
        if (const auto year = eatYear(cursor)) return Period{Unit::Month, Date{*year / *month / 1}};
        if (same) return Period{Unit::Month, first};
        return Period{Unit::Month, first, Stretch{Unit::Year, 1}};
    }
    if (!next && !last && !same) {
        if (const auto year = eatYear(cursor)) return Period{Unit::Year, Date{*year / 1 / 1}};
    }
    const auto stretch = eatUnit(cursor);
    if (!stretch || stretch->unit == Unit::Day || stretch->count != 1) {
        cursor = before;
        return std::nullopt;
    }
    if (next || last)
        return Period{stretch->unit, stepped(stretch->unit, startOf(stretch->unit, today), next ? 1 : -1)};
    if (same) return Period{stretch->unit, today};
    return Period{stretch->unit, today, stretch};
}

std::optional<Phrase> eatRelativeDate(Cursor& cursor, const Here& here, Lean lean, bool certain)
{
    const Cursor before = cursor;
    if (auto phrase = eatNamedDay(cursor, here)) return phrase;
    cursor = before;
    if (auto phrase = eatDistance(cursor, here)) return phrase;
    if (auto phrase = eatWeekdayPhrase(cursor, here, lean, certain)) return phrase;
    return eatPeriodPhrase(cursor, here, lean, certain);
}

}  // namespace kith::capture
