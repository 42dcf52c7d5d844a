#include <kith/capture/named_dates.h>

#include <kith/capture/relative_dates.h>
#include <kith/capture/time_words.h>

#include <algorithm>
#include <fmt/format.h>

namespace kith::capture {

namespace {

namespace chrono = std::chrono;

using chrono::days;
using chrono::year_month_day;

Phrase dayIn(chrono::year year, chrono::month month, int day)
{
    const year_month_day ymd{year, month, chrono::day{static_cast<unsigned>(day)}};
    if (ymd.ok()) return {.date = Date{ymd}};
    return {.problem = fmt::format("There is no {} {} {}.", day, nameOf(month), static_cast<int>(year))};
}

/// Leans by the day or, where a year lacks it, by the last one of its month.
Phrase nearestDay(chrono::month month, int day, const Here& here, Lean lean)
{
    const unsigned longest =
        month == chrono::February ? 29U : static_cast<unsigned>((chrono::year{2000} / month / chrono::last).day());
    if (day < 1 || static_cast<unsigned>(day) > longest)
        return {.problem = fmt::format("There is no {} {}.", day, nameOf(month))};
    const Date today = here.today();
    const chrono::year thisYear = monthOf(today).year();
    const auto standIn = [&](chrono::year year) {
        const year_month_day ymd{year, month, chrono::day{static_cast<unsigned>(day)}};
        return ymd.ok() ? Date{ymd} : Date{year / month / chrono::last};
    };
    chrono::year year = thisYear;
    if (lean == Lean::Future && standIn(year) < today) year += chrono::years{1};
    if (lean == Lean::Past && standIn(year) > today) year -= chrono::years{1};
    return dayIn(year, month, day);
}

/// "12 March", "12th of March 2027", "March 12th, 2027", "12. March".
std::optional<Phrase> eatDayAndMonth(Cursor& cursor, const Here& here, Lean lean)
{
    const Cursor before = cursor;
    cursor.eat("the");
    const auto eatDay = [&]() -> std::optional<int> {
        if (const auto ordinal = eatOrdinal(cursor)) return *ordinal > 0 ? ordinal : std::nullopt;
        const auto figure = cursor.eatFigure(2);
        if (figure && cursor.low() == "." && cursor.joined() && monthNamed(cursor.low(1))) cursor.step();
        return figure;
    };
    std::optional<chrono::month> month;
    std::optional<int> day = eatDay();
    if (day) {
        cursor.eat("of");
        cursor.eat("-");
        month = eatMonth(cursor);
        cursor.eat("-");
    } else if (month = eatMonth(cursor); month) {
        cursor.eat("the");
        day = eatDay();
        // "March 12:30" and "May 3pm" are a month and a time.
        const bool time = cursor.low() == "am" || cursor.low() == "pm" || (cursor.joined() && cursor.low() == ":");
        if (time) day.reset();
    }
    if (!day || !month) {
        cursor = before;
        return std::nullopt;
    }
    if (const auto year = eatYear(cursor)) return dayIn(*year, *month, *day);
    const Cursor named = cursor;
    if (cursor.eatAll({"next", "year"})) return dayIn(monthOf(here.today()).year() + chrono::years{1}, *month, *day);
    if (cursor.eatAll({"last", "year"})) return dayIn(monthOf(here.today()).year() - chrono::years{1}, *month, *day);
    if (cursor.eatAll({"this", "year"})) return dayIn(monthOf(here.today()).year(), *month, *day);
    cursor = named;
    return nearestDay(*month, *day, here, lean);
}

/// "3/4", "3/4/27", "3.4.2027", "3-4-2027", "2027-04-03".
std::optional<Phrase> eatFigures(Cursor& cursor, const Here& here, Lean lean)
{
    const Cursor before = cursor;
    const auto nothing = [&]() -> std::optional<Phrase> {
        cursor = before;
        return std::nullopt;
    };
    const std::size_t firstDigits = cursor.low().size();
    const auto first = cursor.eatFigure();
    const std::string_view sign = cursor.low();
    if (!first || !cursor.joined() || (sign != "/" && sign != "." && sign != "-")) return nothing();
    cursor.step();
    const bool secondShort = cursor.low().size() <= 2;
    const auto second = cursor.joined() ? cursor.eatFigure() : std::nullopt;
    if (!second || !secondShort) return nothing();
    std::optional<int> third;
    std::size_t thirdDigits = 0;
    if (cursor.joined() && cursor.low() == sign && cursor.joined(1)) {
        const Cursor two = cursor;
        cursor.step();
        thirdDigits = cursor.low().size();
        third = cursor.eatFigure();
        if (!third) cursor = two;
    }
    // Part of something longer: "3/4h", "1.2.3.4", "3/4%".
    const bool more = cursor.joined() && !cursor.done()
        && (cursor.words()[cursor.at()].sort != WordSort::Sign || cursor.low() == "%" || cursor.low() == "/"
            || (cursor.joined(1) && (cursor.low() == sign || cursor.low() == ":")));
    if (more) return nothing();
    if (firstDigits == 4) {
        if (!third || thirdDigits > 2 || *first < 1900 || *first > 2199) return nothing();
        if (*second < 1 || *second > 12) return Phrase{.problem = fmt::format("There is no month {}.", *second)};
        return dayIn(chrono::year{*first}, chrono::month{static_cast<unsigned>(*second)}, *third);
    }
    if (firstDigits > 2 || (!third && sign != "/") || (third && thirdDigits != 2 && thirdDigits != 4)) return nothing();
    if (third && thirdDigits == 4 && (*third < 1900 || *third > 2199)) return nothing();
    if (*first < 1 || *first > 31 || *second < 1 || *second > 31) return nothing();
    const bool dayFirst = sign == "." || here.order == DayOrder::DayFirst;
    const int day = dayFirst ? *first : *second;
    const int month = dayFirst ? *second : *first;
    if (month > 12)
        return Phrase{.problem = fmt::format("There is no month {}; dates in figures begin with the {} here.", month,
                                             dayFirst ? "day" : "month")};
    const chrono::month named{static_cast<unsigned>(month)};
    if (!third) return nearestDay(named, day, here, lean);
    return dayIn(chrono::year{thirdDigits == 2 ? 2000 + *third : *third}, named, day);
}

/// The last day that belongs to a period; endOf stops a week at its Friday.
Date lastDayOf(Unit unit, Date within)
{
    return unit == Unit::Week ? startOf(unit, within) + days{6} : endOf(unit, within);
}

std::string periodName(Unit unit, Date within)
{
    const auto month = monthOf(within);
    const int year = static_cast<int>(month.year());
    if (unit == Unit::Month) return fmt::format("{} {}", nameOf(month.month()), year);
    return unit == Unit::Year ? std::to_string(year) : "that " + std::string(unit == Unit::Week ? "week" : "quarter");
}

Phrase numberedDay(const Period& period, chrono::weekday weekday, int number, const Here& here, Lean lean)
{
    const auto dayOf = [&](Date within) {
        if (number < 0) return weekdayBefore(lastDayOf(period.unit, within) + days{1}, weekday);
        return weekdayAfter(startOf(period.unit, within) - days{1}, weekday) + days{7 * (number - 1)};
    };
    // A fifth that a month lacks would lie in the next one; whichever month is meant is found by its last such day.
    const Date anchor = leaning(period, here, lean,
                                [&](Date within) { return std::min(dayOf(within), lastDayOf(period.unit, within)); });
    const Date day = dayOf(anchor);
    if (day <= lastDayOf(period.unit, anchor)) return {.date = day};
    return {.problem = fmt::format("There is no {} {} in {}.", ordinalText(number), nameOf(weekday),
                                   periodName(period.unit, anchor))};
}

/// "2nd Tuesday of March", "last Friday of the month", "first Monday in May 2027", "the 2nd Tuesday", "last day of
/// May".
std::optional<Phrase> eatNumberedDay(Cursor& cursor, const Here& here, Lean lean)
{
    const Cursor before = cursor;
    cursor.eat("the");
    cursor.eat("very");
    const auto number = eatOrdinal(cursor);
    const auto weekday = number ? eatWeekday(cursor, true) : std::nullopt;
    const bool day = number && !weekday && (*number == -1 || *number == 1) && cursor.eat("day");
    const Cursor named = cursor;
    const bool of = cursor.eatAny({"of", "in"});
    const bool told = of || cursor.low() == "next" || cursor.low() == "this" || cursor.low() == "last";
    const auto period = number && told ? eatPeriod(cursor, here) : std::nullopt;
    if (weekday && period) return numberedDay(*period, *weekday, *number, here, lean);
    if (day && period)
        return Phrase{.date = leaning(*period, here, lean, [&](Date within) {
                          return *number < 0 ? lastDayOf(period->unit, within) : startOf(period->unit, within);
                      })};
    cursor = named;
    if (weekday && *number > 0 && *number <= 5)
        return numberedDay({Unit::Month, here.today(), Stretch{Unit::Month, 1}}, *weekday, *number, here, lean);
    cursor = before;
    return std::nullopt;
}

/// "the 12th", "on the 12th of next month", "first of the month".
std::optional<Phrase> eatDayOfMonth(Cursor& cursor, const Here& here, Lean lean)
{
    const Cursor before = cursor;
    const bool the = cursor.eat("the");
    const auto day = eatOrdinal(cursor);
    if (!day || *day < 1) {
        cursor = before;
        return std::nullopt;
    }
    const Cursor named = cursor;
    if (cursor.eat("of")) {
        const auto period = eatPeriod(cursor, here);
        if (period && period->unit == Unit::Month) {
            const Date month = leaning(*period, here, lean,
                                       [&](Date within) { return startOf(Unit::Month, within) + days{*day - 1}; });
            // The day itself decides which month; a month that is too short for it must not become the next one.
            const auto meant = period->repeats ? monthOf(month - days{*day - 1}) : monthOf(period->within);
            return dayIn(meant.year(), meant.month(), *day);
        }
        cursor = named;
    }
    const bool word = named.words()[named.at() - 1].low.size() > 2;  // "first", which stands before other things too
    if (!the || word || cursor.words()[before.at()].sort == WordSort::Figures) {
        cursor = before;
        return std::nullopt;
    }
    if (*day > 31) return Phrase{.problem = fmt::format("No month has a {}.", ordinalText(*day))};
    const Date today = here.today();
    auto month = monthOf(today);
    for (int tries = 0; tries < 3; ++tries) {
        const year_month_day ymd = month / chrono::day{static_cast<unsigned>(*day)};
        if (ymd.ok() && (lean == Lean::Future ? Date{ymd} >= today : Date{ymd} <= today))
            return Phrase{.date = Date{ymd}};
        month += chrono::months{lean == Lean::Future ? 1 : -1};
    }
    return std::nullopt;
}

/// "Tuesday 9 March", "Tue, 9/3", "Tuesday the 9th": both must mean the same day.
std::optional<Phrase> eatWithWeekday(Cursor& cursor, const Here& here, Lean lean)
{
    const Cursor before = cursor;
    const auto weekday = eatWeekday(cursor, true);
    if (!weekday) return std::nullopt;
    cursor.eat(",");
    auto phrase = eatDayAndMonth(cursor, here, lean);
    if (!phrase) phrase = eatFigures(cursor, here, lean);
    if (!phrase) phrase = eatDayOfMonth(cursor, here, lean);
    if (!phrase) {
        cursor = before;
        return std::nullopt;
    }
    if (phrase->problem.empty() && chrono::weekday{phrase->date} != *weekday)
        phrase->problem = fmt::format("{} is a {}, not a {}.", inWords(year_month_day{phrase->date}),
                                      nameOf(chrono::weekday{phrase->date}), nameOf(*weekday));
    return phrase;
}

}  // namespace

std::optional<Phrase> eatNamedDate(Cursor& cursor, const Here& here, Lean lean)
{
    if (auto phrase = eatWithWeekday(cursor, here, lean)) return phrase;
    if (auto phrase = eatNumberedDay(cursor, here, lean)) return phrase;
    if (auto phrase = eatFigures(cursor, here, lean)) return phrase;
    if (auto phrase = eatDayAndMonth(cursor, here, lean)) return phrase;
    return eatDayOfMonth(cursor, here, lean);
}

}  // namespace kith::capture
