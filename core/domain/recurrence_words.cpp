#include <kith/domain/recurrence_words.h>

#include <array>
#include <fmt/format.h>
#include <libical/ical.h>
#include <string_view>
#include <vector>

namespace kith::detail {

namespace {

constexpr std::array<std::string_view, 8> kWeekdays = {"",          "Sunday",   "Monday", "Tuesday",
                                                       "Wednesday", "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 13> kMonths = {"",        "January",  "February", "March",  "April",
                                                      "May",     "June",     "July",     "August", "September",
                                                      "October", "November", "December"};

template <std::size_t N>
std::vector<short> listOf(const short (&list)[N])
{
    std::vector<short> result;
    for (const short value : list) {
        if (value == ICAL_RECURRENCE_ARRAY_MAX) break;
        result.push_back(value);
    }
    return result;
}

std::string ordinal(int number)
{
    if (number == -1) return "last";
    if (number < 0) return ordinal(-number) + " to last";
    const int tens = number % 100;
    const bool teen = tens >= 11 && tens <= 13;
    const int last = teen ? 0 : number % 10;
    return fmt::format("{}{}", number, last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th");
}

std::string listed(const std::vector<std::string>& words)
{
    std::string result;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) result += i + 1 == words.size() ? " and " : ", ";
        result += words[i];
    }
    return result;
}

std::string weekdays(const std::vector<short>& days)
{
    if (days
        == std::vector<short>{ICAL_MONDAY_WEEKDAY, ICAL_TUESDAY_WEEKDAY, ICAL_WEDNESDAY_WEEKDAY, ICAL_THURSDAY_WEEKDAY,
                              ICAL_FRIDAY_WEEKDAY})
        return "weekdays";
    std::vector<std::string> words;
    for (const short day : days) {
        const int position = icalrecurrencetype_day_position(day);
        const std::string name(kWeekdays.at(icalrecurrencetype_day_day_of_week(day)));
        words.push_back(position == 0 ? name : "the " + ordinal(position) + ' ' + name);
    }
    return listed(words);
}

std::string ending(const icalrecurrencetype& rule)
{
    if (rule.count == 1) return ", once";
    if (rule.count > 1) return fmt::format(", {} times", rule.count);
    if (icaltime_is_null_time(rule.until) != 0) return {};
    return fmt::format(", until {} {} {}", rule.until.day, kMonths.at(static_cast<std::size_t>(rule.until.month)),
                       rule.until.year);
}

/// "monthly" when more words follow, "every month" when it stands alone, "every 3 months" either way.
std::string frequency(const icalrecurrencetype& rule, bool alone)
{
    struct Names {
        std::string_view adverb, one, many;
    };
    static constexpr std::array<Names, 4> kNames = {{{"daily", "day", "days"},
                                                     {"weekly", "week", "weeks"},
                                                     {"monthly", "month", "months"},
                                                     {"yearly", "year", "years"}}};
    const Names& names = kNames.at(static_cast<std::size_t>(rule.freq - ICAL_DAILY_RECURRENCE));
    if (rule.interval > 1) return fmt::format("every {} {}", rule.interval, names.many);
    return alone ? fmt::format("every {}", names.one) : std::string(names.adverb);
}

}  // namespace

std::string wordsFor(const icalrecurrencetype& rule)
{
    const auto days = listOf(rule.by_day);
    const auto monthDays = listOf(rule.by_month_day);
    const auto months = listOf(rule.by_month);
    if (!listOf(rule.by_set_pos).empty() || !listOf(rule.by_year_day).empty() || !listOf(rule.by_week_no).empty())
        return {};
    if (!days.empty() && !monthDays.empty()) return {};
    for (const short day : days)
        if (icalrecurrencetype_day_position(day) == 0 && rule.freq > ICAL_WEEKLY_RECURRENCE) return {};

    std::string when;
    if (!days.empty()) when = " on " + weekdays(days);
    if (!monthDays.empty()) {
        std::vector<std::string> words;
        words.reserve(monthDays.size());
        for (const short day : monthDays) words.push_back(ordinal(day));
        when = " on the " + listed(words) + (monthDays.back() < 0 ? " day" : "");
    }
    if (!months.empty()) {
        std::vector<std::string> words;
        words.reserve(months.size());
        for (const short month : months)
            words.emplace_back(kMonths.at(static_cast<std::size_t>(icalrecurrencetype_month_month(month))));
        when += (days.empty() && monthDays.empty() ? " in " : " of ") + listed(words);
    }
    return frequency(rule, when.empty()) + when + ending(rule);
}

}  // namespace kith::detail
