#include <kith/capture/time_words.h>

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <utility>

namespace kith::capture {

namespace {

using std::string_view;

constexpr std::array<string_view, 7> kWeekdays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                               "Thursday", "Friday", "Saturday"};
constexpr std::array<string_view, 12> kMonths{"January", "February", "March",     "April",   "May",      "June",
                                              "July",    "August",   "September", "October", "November", "December"};

constexpr std::array<std::pair<string_view, unsigned>, 25> kWeekdayWords{
    {{"sunday", 0},    {"sundays", 0},    {"sun", 0},      {"monday", 1},    {"mondays", 1},
     {"mon", 1},       {"tuesday", 2},    {"tuesdays", 2}, {"tue", 2},       {"tues", 2},
     {"wednesday", 3}, {"wednesdays", 3}, {"wed", 3},      {"weds", 3},      {"thursday", 4},
     {"thursdays", 4}, {"thu", 4},        {"thur", 4},     {"thurs", 4},     {"friday", 5},
     {"fridays", 5},   {"fri", 5},        {"saturday", 6}, {"saturdays", 6}, {"sat", 6}}};

constexpr std::array<std::pair<string_view, unsigned>, 24> kMonthWords{
    {{"january", 1},  {"jan", 1},    {"february", 2},  {"feb", 2},       {"march", 3},     {"mar", 3},
     {"april", 4},    {"apr", 4},    {"may", 5},       {"june", 6},      {"jun", 6},       {"july", 7},
     {"jul", 7},      {"august", 8}, {"aug", 8},       {"september", 9}, {"sep", 9},       {"sept", 9},
     {"october", 10}, {"oct", 10},   {"november", 11}, {"nov", 11},      {"december", 12}, {"dec", 12}}};

constexpr std::array<string_view, 13> kNumbers{"zero",  "one",   "two",  "three", "four",   "five",  "six",
                                               "seven", "eight", "nine", "ten",   "eleven", "twelve"};
constexpr std::array<string_view, 13> kOrdinals{"",        "first",  "second", "third", "fourth",   "fifth",  "sixth",
                                                "seventh", "eighth", "ninth",  "tenth", "eleventh", "twelfth"};

template <std::size_t N>
std::optional<unsigned> among(const std::array<std::pair<string_view, unsigned>, N>& words, string_view low)
{
    const auto found = std::ranges::find(words, low, &std::pair<string_view, unsigned>::first);
    return found == words.end() ? std::nullopt : std::optional(found->second);
}

bool endsShort(const Cursor& cursor, string_view low)
{
    return low.size() <= 5 && cursor.low() == "." && cursor.joined();
}

}  // namespace

std::optional<std::chrono::weekday> weekdayNamed(string_view low)
{
    const auto number = among(kWeekdayWords, low);
    return number ? std::optional(std::chrono::weekday{*number}) : std::nullopt;
}

std::optional<std::chrono::month> monthNamed(string_view low)
{
    const auto number = among(kMonthWords, low);
    return number ? std::optional(std::chrono::month{*number}) : std::nullopt;
}

std::optional<std::chrono::weekday> eatWeekday(Cursor& cursor, bool certain)
{
    const string_view low = cursor.low();
    const auto weekday = weekdayNamed(low);
    if (!weekday
        || (!certain && (low.starts_with("sat") || low.starts_with("sun")) && low.size() <= 4 && !cursor.capital()))
        return std::nullopt;
    cursor.step();
    // "Fri." before more words is a shortened name; at the end of a line the dot ends a sentence.
    if (endsShort(cursor, low) && !cursor.low(1).empty()) cursor.step();
    return weekday;
}

std::optional<std::chrono::month> eatMonth(Cursor& cursor)
{
    const string_view low = cursor.low();
    const auto month = monthNamed(low);
    if (!month) return std::nullopt;
    cursor.step();
    if (low != "may" && low != "march" && endsShort(cursor, low) && !cursor.low(1).empty()) cursor.step();
    return month;
}

std::optional<int> eatNumber(Cursor& cursor)
{
    if (const auto figure = cursor.eatFigure()) return figure;
    if (cursor.eatAll({"a", "couple", "of"}) || cursor.eatAll({"a", "couple"}) || cursor.eatAll({"couple", "of"}))
        return 2;
    if (cursor.eatAll({"a", "few"}) || cursor.eatAny({"few", "several"})) return 3;
    if (cursor.eatAny({"a", "an"})) return 1;
    const auto found = std::ranges::find(kNumbers, cursor.low());
    if (found == kNumbers.end()) return std::nullopt;
    cursor.step();
    return static_cast<int>(found - kNumbers.begin());
}

std::optional<int> eatOrdinal(Cursor& cursor)
{
    const Cursor before = cursor;
    if (const auto figure = cursor.eatFigure(2)) {
        if (cursor.joined() && cursor.eatAny({"st", "nd", "rd", "th"})) return figure;
        cursor = before;
        return std::nullopt;
    }
    if (cursor.eat("last")) return -1;
    const auto found = std::ranges::find(kOrdinals, cursor.low());
    if (cursor.low().empty() || found == kOrdinals.end()) return std::nullopt;
    cursor.step();
    return static_cast<int>(found - kOrdinals.begin());
}

std::optional<std::chrono::year> eatYear(Cursor& cursor)
{
    const Cursor before = cursor;
    cursor.eat(",");
    if (cursor.eat("'") && cursor.joined()) {
        if (const auto figure = cursor.eatFigure(2); figure && *figure >= 10) return std::chrono::year{2000 + *figure};
    } else if (cursor.low().size() == 4) {
        // "2027" of "2027-04-03" or of "2027 people" begins something else; a blank, a sign or the end follows a year.
        const auto figure = cursor.eatFigure();
        const bool apart = !(cursor.joined() && (cursor.low() == "-" || cursor.low() == "/" || cursor.low() == ":"));
        if (figure && *figure >= 1900 && *figure <= 2199 && apart) return std::chrono::year{*figure};
    }
    cursor = before;
    return std::nullopt;
}

std::optional<Stretch> eatUnit(Cursor& cursor)
{
    if (cursor.eatAny({"day", "days"})) return Stretch{Unit::Day, 1};
    if (cursor.eatAny({"week", "weeks", "wk", "wks"})) return Stretch{Unit::Week, 1};
    if (cursor.eatAny({"fortnight", "fortnights"})) return Stretch{Unit::Week, 2};
    if (cursor.eatAny({"month", "months", "mth", "mths"})) return Stretch{Unit::Month, 1};
    if (cursor.eatAny({"quarter", "quarters"})) return Stretch{Unit::Quarter, 1};
    if (cursor.eatAny({"year", "years", "yr", "yrs"})) return Stretch{Unit::Year, 1};
    return std::nullopt;
}

bool isTimeWord(string_view low)
{
    static constexpr std::array<string_view, 16> kOthers{"today", "tonight", "tomorrow", "yesterday", "this",  "next",
                                                         "last",  "noon",    "midnight", "midday",    "every", "early",
                                                         "late",  "end",     "mid",      "morning"};
    return weekdayNamed(low) || monthNamed(low) || std::ranges::find(kOthers, low) != kOthers.end();
}

string_view nameOf(std::chrono::month month)
{
    return kMonths.at(static_cast<unsigned>(month) - 1);
}

string_view nameOf(std::chrono::weekday weekday)
{
    return kWeekdays.at(weekday.c_encoding());
}

std::string inWords(const std::chrono::year_month_day& date)
{
    return fmt::format("{} {} {}", static_cast<unsigned>(date.day()), nameOf(date.month()),
                       static_cast<int>(date.year()));
}

std::string ordinalText(int number)
{
    const int last = number % 100 >= 11 && number % 100 <= 13 ? 0 : number % 10;
    return fmt::format("{}{}", number, last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th");
}

}  // namespace kith::capture
