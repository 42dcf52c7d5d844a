#include <kith/capture/repetition.h>

#include <kith/capture/named_dates.h>
#include <kith/capture/relative_dates.h>
#include <kith/capture/time_of_day.h>
#include <kith/capture/time_words.h>
#include <kith/domain/recurrence.h>

#include <array>
#include <fmt/format.h>
#include <vector>

namespace kith::capture {

namespace {

namespace chrono = std::chrono;

struct Rule {
    Unit unit = Unit::Day;  // Day, Week, Month or Year
    int interval = 1;
    std::vector<chrono::weekday> weekdays{};
    int numbered = 0;  // which of the one weekday in a month; 0 for each
    std::optional<int> monthDay{};
    std::string months{};
    std::optional<Date> start{};
    std::optional<Date> until{};
    int count = 0;
    std::optional<chrono::minutes> time{};
    std::string problem{};

    [[nodiscard]] bool namesDays() const { return !weekdays.empty() || monthDay || !months.empty(); }
};

std::string_view codeOf(chrono::weekday weekday)
{
    static constexpr std::array<std::string_view, 7> kCodes{"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
    return kCodes.at(weekday.c_encoding());
}

/// The rule without its interval and its end.
std::string daysOf(const Rule& rule)
{
    static constexpr std::array<std::string_view, 5> kFrequencies{"DAILY", "WEEKLY", "MONTHLY", "MONTHLY", "YEARLY"};
    std::string text = fmt::format("FREQ={}", kFrequencies.at(static_cast<std::size_t>(rule.unit)));
    if (!rule.months.empty()) text += ";BYMONTH=" + rule.months;
    if (rule.monthDay) text += fmt::format(";BYMONTHDAY={}", *rule.monthDay);
    for (std::size_t i = 0; i < rule.weekdays.size(); ++i) {
        text += i == 0 ? ";BYDAY=" : ",";
        if (rule.numbered != 0) text += std::to_string(rule.numbered);
        text += codeOf(rule.weekdays[i]);
    }
    return text;
}

void setUnit(Rule& rule, const Stretch& stretch, int interval)
{
    rule.interval = interval * stretch.count * (stretch.unit == Unit::Quarter ? 3 : 1);
    rule.unit = stretch.unit == Unit::Quarter ? Unit::Month : stretch.unit;
}

bool eatWeekdays(Cursor& cursor, Rule& rule)
{
    const auto first = eatWeekday(cursor, true);
    if (!first) return false;
    rule.weekdays = {*first};
    for (Cursor next = cursor; rule.weekdays.size() < 7; cursor = next) {
        if (!next.eat("and") && !next.eat("&")) {
            if (!next.eat(",")) break;
            next.eat("and");
        }
        const auto weekday = eatWeekday(next, true);
        if (!weekday) break;
        rule.weekdays.push_back(*weekday);
    }
    return true;
}

/// The month that begins here, with or without a day: "12 March", "March 12th", "March".
bool eatDayOfYear(Cursor& cursor, Rule& rule)
{
    const Cursor before = cursor;
    cursor.eat("the");
    auto day = eatOrdinal(cursor);
    if (!day) day = cursor.eatFigure(2);
    cursor.eat("of");
    const auto month = eatMonth(cursor);
    if (month && !day) {
        day = eatOrdinal(cursor);
        if (!day) day = cursor.eatFigure(2);
    }
    if (!month) {
        cursor = before;
        return false;
    }
    rule.unit = Unit::Year;
    rule.months = std::to_string(static_cast<unsigned>(*month));
    rule.monthDay = day.value_or(1);
    const chrono::month_day named{*month, chrono::day{static_cast<unsigned>(std::max(*rule.monthDay, 0))}};
    if (!named.ok()) rule.problem = fmt::format("There is no {} {}.", *rule.monthDay, nameOf(*month));
    return true;
}

/// "1st", "last day", "2nd Tuesday", "last Friday": a day of each month.
bool eatMonthDay(Cursor& cursor, Rule& rule)
{
    const Cursor before = cursor;
    cursor.eat("the");
    const auto number = eatOrdinal(cursor);
    if (number) {
        if (const auto weekday = eatWeekday(cursor, true)) {
            rule.weekdays = {*weekday};
            rule.numbered = *number;
            if (*number > 5)
                rule.problem = fmt::format("No month has a {} {}.", ordinalText(*number), nameOf(*weekday));
            return true;
        }
        const bool day = cursor.eat("day");
        if (*number > 0 || day) {
            rule.monthDay = number;
            if (*number > 31 || *number == 0) rule.problem = fmt::format("No month has a {}.", ordinalText(*number));
            return true;
        }
    }
    cursor = before;
    return false;
}

/// "end of every month", "the 1st of each month", "the last Friday of every month".
bool eatOfEvery(Cursor& cursor, Rule& rule)
{
    const Cursor before = cursor;
    cursor.eatAny({"at", "on"});
    cursor.eat("the");
    const bool end = cursor.eat("end");
    const bool start = !end && cursor.eatAny({"start", "beginning"});
    const bool day = !end && !start && eatMonthDay(cursor, rule);
    cursor.eatAny({"of", "in"});
    const bool every = (end || start || day) && cursor.eatAny({"every", "each"});
    const auto stretch = every ? eatUnit(cursor) : std::nullopt;
    if (!stretch || stretch->unit == Unit::Day || stretch->unit == Unit::Week) {
        rule = {};
        cursor = before;
        return false;
    }
    rule.unit = Unit::Month;
    if (end || start) rule.monthDay = end ? -1 : 1;
    if (stretch->unit != Unit::Month) {
        rule.unit = Unit::Year;
        const bool year = stretch->unit == Unit::Year;
        rule.months = end ? (year ? "12" : "3,6,9,12") : (year ? "1" : "1,4,7,10");
    }
    return true;
}

bool eatEvery(Cursor& cursor, Rule& rule)
{
    if (!cursor.eatAny({"every", "each"})) return false;
    if (cursor.eatAll({"single", "day"}) || cursor.eat("day")) return true;
    if (cursor.eatAny({"weekday", "workday"}) || cursor.eatAll({"working", "day"})) {
        rule.unit = Unit::Week;
        rule.weekdays = {chrono::Monday, chrono::Tuesday, chrono::Wednesday, chrono::Thursday, chrono::Friday};
        return true;
    }
    if (cursor.eat("weekend")) {
        rule.unit = Unit::Week;
        rule.weekdays = {chrono::Saturday};
        return true;
    }
    if (cursor.eatAll({"month", "end"})) {
        rule.unit = Unit::Month;
        rule.monthDay = -1;
        return true;
    }
    if (cursor.eatAny({"morning", "evening", "afternoon"})) return true;
    const bool other = cursor.eat("other");
    if (const auto stretch = eatUnit(cursor)) {
        setUnit(rule, *stretch, other ? 2 : 1);
        return true;
    }
    if (eatWeekdays(cursor, rule)) {
        rule.unit = Unit::Week;
        rule.interval = other ? 2 : 1;
        return true;
    }
    if (other) return false;
    if (eatDayOfYear(cursor, rule)) return true;
    const Cursor number = cursor;
    if (const auto ordinal = eatOrdinal(cursor); ordinal && *ordinal > 0) {
        if (const auto stretch = eatUnit(cursor)) {
            setUnit(rule, *stretch, *ordinal);
            return true;
        }
    }
    cursor = number;
    if (eatMonthDay(cursor, rule)) {
        rule.unit = Unit::Month;
        if (cursor.eat("of")) {
            cursor.eatAny({"the", "every", "each"});
            cursor.eat("month");
        }
        return true;
    }
    const auto count = eatNumber(cursor);
    const auto stretch = count && *count > 0 ? eatUnit(cursor) : std::nullopt;
    if (!stretch) return false;
    setUnit(rule, *stretch, *count);
    return true;
}

bool eatAdverb(Cursor& cursor, Rule& rule)
{
    if (cursor.eat("daily")) return true;
    const Cursor before = cursor;
    if (cursor.eat("weekly")) rule.unit = Unit::Week;
    else if (cursor.eat("fortnightly")) setUnit(rule, {Unit::Week, 2}, 1);
    else if (cursor.eat("monthly")) rule.unit = Unit::Month;
    else if (cursor.eat("quarterly")) setUnit(rule, {Unit::Quarter, 1}, 1);
    else if (cursor.eatAny({"yearly", "annually"})) rule.unit = Unit::Year;
    else if (cursor.eatAll({"twice", "a", "year"})) setUnit(rule, {Unit::Month, 6}, 1);
    else if (cursor.eat("once")) {
        const auto stretch = cursor.eatAny({"a", "every", "each", "per"}) ? eatUnit(cursor) : std::nullopt;
        if (!stretch) {
            cursor = before;
            return false;
        }
        setUnit(rule, *stretch, 1);
    } else return false;
    return true;
}

/// What a day in "until …" and "starting …" is; it lies ahead.
std::optional<Phrase> eatAhead(Cursor& cursor, const Here& here)
{
    cursor.eat("the");
    Cursor named = cursor;
    if (auto phrase = eatNamedDate(named, here, Lean::Future)) {
        cursor = named;
        return phrase;
    }
    return eatRelativeDate(cursor, here, Lean::Future, true);
}

/// "on Friday", "on the 2nd Tuesday", "on the 1st", "on 12 March", where the rule has not named its days yet.
bool eatOn(Cursor& cursor, Rule& rule)
{
    const Cursor before = cursor;
    cursor.eat("on");
    if (!rule.namesDays()) {
        if (rule.unit == Unit::Week && eatWeekdays(cursor, rule)) return true;
        if (rule.unit == Unit::Month && cursor.at() > before.at()) {
            if (eatMonthDay(cursor, rule)) return true;
        }
        if (rule.unit == Unit::Year && cursor.at() > before.at() && eatDayOfYear(cursor, rule)) return true;
    }
    cursor = before;
    return false;
}

bool eatEnd(Cursor& cursor, Rule& rule, const Here& here)
{
    const Cursor before = cursor;
    if (cursor.eatAny({"until", "till", "til"})) {
        if (const auto phrase = eatAhead(cursor, here)) {
            rule.until = phrase->date;
            if (!phrase->problem.empty()) rule.problem = phrase->problem;
            return true;
        }
    } else if (cursor.eatAny({"starting", "beginning", "from"})) {
        cursor.eatAny({"on", "from"});
        if (const auto phrase = eatAhead(cursor, here)) {
            rule.start = phrase->date;
            if (!phrase->problem.empty()) rule.problem = phrase->problem;
            return true;
        }
    } else {
        const bool said = cursor.eat("for");
        cursor.eatAll({"the", "next"});
        const auto count = eatNumber(cursor);
        if (count && *count > 0 && (cursor.eatAny({"times", "time"}) || cursor.eat("occurrences"))) {
            rule.count = *count;
            return true;
        }
        const auto stretch = said && count && *count > 0 ? eatUnit(cursor) : std::nullopt;
        if (stretch) {
            rule.until = stepped(stretch->unit, here.today(), *count * stretch->count);
            return true;
        }
    }
    cursor = before;
    return false;
}

Repetition finished(const Rule& rule, const Here& here)
{
    const auto wrong = [](std::string problem) { return Repetition{.problem = std::move(problem)}; };
    if (!rule.problem.empty()) return wrong(rule.problem);
    const Date today = here.today();
    std::string text = daysOf(rule);
    Repetition result;
    if (rule.namesDays()) {
        const Date after = rule.start ? *rule.start - chrono::days{1} : today;
        const auto first = nextOccurrence(text, after, after);
        if (!first) return wrong("That repetition never happens.");
        result.first = *first;
    } else result.first = rule.start.value_or(stepped(rule.unit, today, rule.interval));
    if (!withinReach(result.first) || (rule.until && !withinReach(*rule.until)))
        return wrong("That day is not between the years 1900 and 2199.");
    if (rule.until && *rule.until < result.first) return wrong("That repetition ends before it begins.");
    if (rule.interval > 1) text += fmt::format(";INTERVAL={}", rule.interval);
    if (rule.until) {
        const chrono::year_month_day ymd{*rule.until};
        text += fmt::format(";UNTIL={:04}{:02}{:02}", static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
                            static_cast<unsigned>(ymd.day()));
    } else if (rule.count > 0) text += fmt::format(";COUNT={}", rule.count);
    auto checked = checkRecurrence(text);
    if (!checked) return wrong(checked.error().message);
    result.rrule = std::move(*checked);
    result.time = rule.time;
    return result;
}

}  // namespace

std::optional<Repetition> eatRepetition(Cursor& cursor, const Here& here)
{
    const Cursor before = cursor;
    Rule rule;
    if (!eatOfEvery(cursor, rule)) {
        if (!eatAdverb(cursor, rule) && !eatEvery(cursor, rule)) {
            cursor = before;
            return std::nullopt;
        }
    }
    for (int tails = 0; tails < 5; ++tails) {
        const Cursor tail = cursor;
        if (!rule.time) {
            const auto part = eatPartOfDay(cursor);
            if (part) rule.time = part;
            else if (const auto time = eatTimeOfDay(cursor, false); time && !time->wrong) rule.time = time->at;
        }
        const Cursor comma = cursor;
        cursor.eat(",");
        if (!eatOn(cursor, rule) && !eatEnd(cursor, rule, here)) cursor = comma;
        if (cursor.at() == tail.at()) break;
    }
    return finished(rule, here);
}

}  // namespace kith::capture
