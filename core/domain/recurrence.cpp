#include <kith/domain/recurrence.h>

#include <kith/base/text.h>
#include <kith/domain/recurrence_words.h>

#include <algorithm>
#include <libical/ical.h>
#include <memory>
#include <span>

namespace kith {

namespace {

using namespace std::chrono;

constexpr std::size_t kLongest = 512;
constexpr int kYearsAhead = 100;

std::unexpected<Error> refuse(std::string_view why)
{
    return fail(ErrorCode::BadInput, "This repetition cannot be used: " + std::string(why) + ".");
}

bool isDigits(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

template <std::size_t N>
bool given(const short (&list)[N])
{
    return list[0] != ICAL_RECURRENCE_ARRAY_MAX;
}

icaltimetype dayOf(Date date)
{
    const year_month_day ymd{date};
    icaltimetype time = icaltime_null_date();
    time.year = static_cast<int>(ymd.year());
    time.month = static_cast<int>(static_cast<unsigned>(ymd.month()));
    time.day = static_cast<int>(static_cast<unsigned>(ymd.day()));
    time.hour = time.minute = time.second = 0;
    time.is_date = 1;
    return time;
}

std::optional<Date> dateOf(const icaltimetype& time)
{
    if (icaltime_is_null_time(time) != 0 || time.month < 1 || time.day < 1) return std::nullopt;
    const year_month_day ymd{year{time.year}, month{static_cast<unsigned>(time.month)},
                             day{static_cast<unsigned>(time.day)}};
    return ymd.ok() ? std::optional<Date>(ymd) : std::nullopt;
}

/// libical reads "INTERVAL=2X" as 2; the text is held to the grammar before it sees it.
bool isWellFormed(std::string_view rule)
{
    for (const std::string_view part : split(rule, ';')) {
        const std::size_t equals = part.find('=');
        if (equals == std::string_view::npos || equals == 0 || equals + 1 == part.size()) return false;
        const std::string name = asciiLower(part.substr(0, equals));
        if ((name == "interval" || name == "count") && !isDigits(part.substr(equals + 1))) return false;
    }
    return true;
}

bool hasNumberedDay(const icalrecurrencetype& rule)
{
    for (const short day : rule.by_day) {
        if (day == ICAL_RECURRENCE_ARRAY_MAX) return false;
        if (icalrecurrencetype_day_position(day) != 0) return true;
    }
    return false;
}

/// The combinations that RFC 5545 forbids ("MUST NOT") and libical lets pass, some of them into an endless search.
std::string_view whyNot(const icalrecurrencetype& rule)
{
    const auto freq = rule.freq;
    if (freq < ICAL_DAILY_RECURRENCE) return "it repeats more often than once a day";
    if (given(rule.by_hour) || given(rule.by_minute) || given(rule.by_second))
        return "it names a time of day, and reminders are due on days";
    if (hasNumberedDay(rule)
        && (freq == ICAL_DAILY_RECURRENCE || freq == ICAL_WEEKLY_RECURRENCE || given(rule.by_week_no)))
        return "a numbered weekday needs a month or a year";
    if (given(rule.by_month_day) && freq == ICAL_WEEKLY_RECURRENCE) return "a day of the month does not fit a week";
    if (given(rule.by_year_day) && freq != ICAL_YEARLY_RECURRENCE) return "a day of the year needs a yearly rule";
    if (given(rule.by_week_no) && (freq != ICAL_YEARLY_RECURRENCE || !given(rule.by_day)))
        return "a week number needs a yearly rule and a weekday";
    if (given(rule.by_set_pos) && !given(rule.by_day) && !given(rule.by_month_day) && !given(rule.by_month)
        && !given(rule.by_year_day) && !given(rule.by_week_no))
        return "a position needs days to choose from";
    return {};
}

struct ClearRule {
    void operator()(icalrecurrencetype* rule) const
    {
        icalrecurrencetype_clear(rule);
        delete rule;
    }
};
using Rule = std::unique_ptr<icalrecurrencetype, ClearRule>;
using Iterator =
    std::unique_ptr<icalrecur_iterator, decltype([](icalrecur_iterator* it) { icalrecur_iterator_free(it); })>;

Result<Rule> readRule(std::string_view text)
{
    text = trim(text);
    if (text.size() >= 6 && equalsIgnoringCase(text.substr(0, 6), "rrule:")) text.remove_prefix(6);
    if (text.ends_with(';')) text.remove_suffix(1);
    if (text.size() > kLongest) return refuse("the rule is too long");
    if (!isWellFormed(text)) return refuse("it is not a rule such as FREQ=WEEKLY;INTERVAL=2");
    // Asked before libical, whose own clean-up does not free the name of another calendar.
    if (asciiLower(text).contains("rscale=")) return refuse("only the Gregorian calendar is known");
    Rule rule(new icalrecurrencetype{});
    *rule = icalrecurrencetype_from_string(std::string(text).c_str());
    if (rule->freq == ICAL_NO_RECURRENCE) return refuse("it is not a rule such as FREQ=WEEKLY;INTERVAL=2");
    if (const auto why = whyNot(*rule); !why.empty()) return refuse(why);
    if (icaltime_is_null_time(rule->until) == 0) {
        const auto until = dateOf(rule->until);
        if (!until) return refuse("it ends on a day that does not exist");
        rule->until = dayOf(*until);
    }
    return rule;
}

/// A leap year's first day, so that 29 February is among the dates.
constexpr Date kSomeStart = sys_days{year{2000} / January / 1};

bool everHappens(const icalrecurrencetype& rule)
{
    icalrecurrencetype endless = rule;
    endless.until = icaltime_null_time();
    endless.count = 0;
    // With an interval a rule may miss its days from this start and meet them from another.
    endless.interval = 1;
    const Iterator it(icalrecur_iterator_new(endless, dayOf(kSomeStart)));
    return it != nullptr && dateOf(icalrecur_iterator_next(it.get())).has_value();
}

}  // namespace

Result<std::string> checkRecurrence(std::string_view rrule)
{
    KITH_TRY(rule, readRule(rrule));
    if (!everHappens(*rule)) return refuse("it never happens");
    const std::unique_ptr<char, decltype([](char* text) { icalmemory_free_buffer(text); })> text(
        icalrecurrencetype_as_string_r(rule.get()));
    if (!text) return refuse("it cannot be written down");
    return std::string(text.get());
}

std::optional<Date> nextOccurrence(std::string_view rrule, Date start, Date after)
{
    const auto rule = readRule(rrule);
    if (!rule) return std::nullopt;
    const auto withinReach = [](Date date) {
        const int y = static_cast<int>(year_month_day{date}.year());
        return y >= 1600 && y <= 2400;
    };
    if (!withinReach(start) || !withinReach(after)) return std::nullopt;
    const Iterator it(icalrecur_iterator_new(**rule, dayOf(start)));
    if (!it) return std::nullopt;
    // A rule that counts its occurrences has to be walked from its start; any other can be entered anywhere.
    if (after > start && (*rule)->count == 0) icalrecur_iterator_set_start(it.get(), dayOf(after));
    const Date horizon = after + days{366 * kYearsAhead};
    while (const auto date = dateOf(icalrecur_iterator_next(it.get()))) {
        if (*date > horizon) return std::nullopt;
        if (*date > after) return date;
    }
    return std::nullopt;
}

std::string recurrenceInWords(std::string_view rrule)
{
    const auto rule = readRule(rrule);
    if (!rule) return std::string(trim(rrule));
    auto words = detail::wordsFor(**rule);
    return words.empty() ? std::string(trim(rrule)) : words;
}

}  // namespace kith
