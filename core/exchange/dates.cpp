#include <kith/exchange/dates.h>

#include <kith/base/fold.h>
#include <kith/base/text.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <optional>
#include <vector>

namespace kith::exchange {

using namespace std::chrono;

namespace {

struct MonthWord {
    std::string_view start;
    unsigned month;
};

// English, German, French, Spanish, folded; a longer beginning stands before a shorter one that it starts with.
constexpr MonthWord kMonths[] = {
    {"jan", 1}, {"ene", 1}, {"feb", 2},  {"fev", 2},  {"mar", 3},  {"maer", 3}, {"mrz", 3},  {"apr", 4},  {"avr", 4},
    {"abr", 4}, {"may", 5}, {"mai", 5},  {"jun", 6},  {"juin", 6}, {"juil", 7}, {"jul", 7},  {"aug", 8},  {"aou", 8},
    {"ago", 8}, {"sep", 9}, {"oct", 10}, {"okt", 10}, {"nov", 11}, {"dec", 12}, {"dez", 12}, {"dic", 12},
};

std::optional<unsigned> monthOf(std::string_view word)
{
    for (const MonthWord& month : kMonths)
        if (word.starts_with(month.start)) return month.month;
    return std::nullopt;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

struct Part {
    std::string_view text;
    std::optional<unsigned> number;
    char before = ' ';  ///< what stands between this part and the one before
};

/// Numbers and words, with the sign that parts them. Bytes past ASCII belong to words.
std::vector<Part> partsOf(std::string_view text)
{
    std::vector<Part> parts;
    char between = ' ';
    for (std::size_t at = 0; at < text.size() && parts.size() < 6;) {
        const char c = text[at];
        std::size_t end = at;
        if (isDigit(c)) {
            while (end < text.size() && isDigit(text[end])) ++end;
            unsigned value = 0;
            const auto [stop, error] = std::from_chars(text.data() + at, text.data() + end, value);
            parts.push_back(
                {text.substr(at, end - at), error == std::errc{} ? std::optional(value) : std::nullopt, between});
        } else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80) {
            while (end < text.size()
                   && ((text[end] >= 'a' && text[end] <= 'z') || (text[end] >= 'A' && text[end] <= 'Z')
                       || static_cast<unsigned char>(text[end]) >= 0x80))
                ++end;
            parts.push_back({text.substr(at, end - at), std::nullopt, between});
        } else {
            if (between == ' ' || c != ' ') between = c;
            ++at;
            continue;
        }
        between = ' ';
        at = end;
    }
    return parts;
}

std::expected<Date, DateProblem> dateOf(unsigned y, unsigned m, unsigned d)
{
    const year_month_day ymd{year{static_cast<int>(y)}, month{m}, day{d}};
    if (y < 1900 || y > 2200 || !ymd.ok()) return std::unexpected(DateProblem::NoSuchDay);
    return Date{ymd};
}

std::optional<unsigned> yearOf(const Part& part)
{
    if (!part.number) return std::nullopt;
    if (part.text.size() == 4) return part.number;
    if (part.text.size() != 2) return std::nullopt;
    return *part.number + (*part.number <= 68 ? 2000 : 1900);
}

/// Day and year around a month's name: "12 Mar 2024", "Mar 12, 2024", "12 de marzo de 2024".
std::expected<Date, DateProblem> namedMonth(std::vector<Part> parts)
{
    std::erase_if(parts, [](const Part& part) {
        const std::string word = part.number ? std::string{} : asciiLower(part.text);
        return word == "de" || word == "del" || word == "st" || word == "nd" || word == "rd" || word == "th"
            || word == "er";
    });
    if (parts.size() < 3) return std::unexpected(DateProblem::NotADate);
    const std::size_t word = parts[0].number ? 1 : 0;
    const Part& dayPart = parts[1 - word];
    if (parts[word].number || parts[word].text.size() > 16) return std::unexpected(DateProblem::NotADate);
    const auto month = monthOf(fold(parts[word].text));
    const auto year = yearOf(parts[2]);
    if (!month || !dayPart.number || dayPart.text.size() > 2 || !year) return std::unexpected(DateProblem::NotADate);
    return dateOf(*year, *month, *dayPart.number);
}

/// Three numbers with the same sign between them.
std::expected<Date, DateProblem> threeNumbers(const std::vector<Part>& parts, DayOrder order)
{
    const char sign = parts[1].before;
    if (parts[2].before != sign || (sign != '/' && sign != '.' && sign != '-'))
        return std::unexpected(DateProblem::NotADate);
    if (parts[0].text.size() == 4) {
        if (parts[1].text.size() > 2 || parts[2].text.size() > 2) return std::unexpected(DateProblem::NotADate);
        return dateOf(*parts[0].number, *parts[1].number, *parts[2].number);
    }
    const auto year = yearOf(parts[2]);
    if (!year || parts[0].text.size() > 2 || parts[1].text.size() > 2) return std::unexpected(DateProblem::NotADate);
    const bool monthFirst = order == DayOrder::MonthFirst && sign != '.';
    return monthFirst ? dateOf(*year, *parts[0].number, *parts[1].number)
                      : dateOf(*year, *parts[1].number, *parts[0].number);
}

/// "14:30", "14:30:59", "2:30 PM"; nothing when it is no time of day.
std::optional<minutes> timeOfDay(std::string_view text)
{
    const std::vector<Part> parts = partsOf(text);
    if (parts.size() < 2 || !parts[0].number || !parts[1].number || parts[1].before != ':' || parts[1].text.size() != 2)
        return std::nullopt;
    unsigned hour = *parts[0].number;
    const std::string last = asciiLower(parts.back().text);
    if (last == "am" || last == "pm") {
        if (hour < 1 || hour > 12) return std::nullopt;
        hour = hour % 12 + (last == "pm" ? 12 : 0);
    }
    if (hour > 23 || *parts[1].number > 59) return std::nullopt;
    return hours{hour} + minutes{*parts[1].number};
}

/// Where the time of day starts: at the digits before the first colon.
std::size_t timeStart(std::string_view text)
{
    std::size_t at = text.find(':');
    if (at == std::string_view::npos) return text.size();
    while (at > 0 && isDigit(text[at - 1])) --at;
    return at;
}

}  // namespace

std::expected<Date, DateProblem> readDate(std::string_view text, DayOrder order)
{
    text = trim(text);
    if (text.empty() || text.size() > 64) return std::unexpected(DateProblem::NotADate);
    std::string_view date = text.substr(0, timeStart(text));
    while (!date.empty() && (date.back() == ' ' || date.back() == ',' || date.back() == 'T')) date.remove_suffix(1);
    const std::vector<Part> parts = partsOf(date);
    if (parts.empty()) return std::unexpected(DateProblem::NotADate);
    const auto numeric = [&](std::size_t count) {
        return parts.size() == count
            && std::ranges::all_of(parts, [](const Part& part) { return part.number.has_value(); });
    };
    if (numeric(1) && parts[0].text.size() == 4) return dateOf(*parts[0].number, 1, 1);
    if (numeric(1) && parts[0].text.size() == 8)
        return dateOf(*parts[0].number / 10000, *parts[0].number / 100 % 100, *parts[0].number % 100);
    if (numeric(2) && parts[0].text.size() == 4 && parts[1].text.size() <= 2)
        return dateOf(*parts[0].number, *parts[1].number, 1);
    if (numeric(3)) return threeNumbers(parts, order);
    return namedMonth(parts);
}

std::expected<Instant, DateProblem> readInstant(std::string_view text, DayOrder order, const Zone& zone)
{
    text = trim(text);
    if (text.size() > 64) return std::unexpected(DateProblem::NotADate);
    if (const auto iso = parseIsoInstant(text, zone)) return *iso;
    const auto date = readDate(text, order);
    if (!date) return std::unexpected(date.error());
    const std::string_view time = text.substr(timeStart(text));
    if (time.empty()) return zone.instantOf(*date, hours{12});
    const auto sinceMidnight = timeOfDay(time);
    if (!sinceMidnight) return std::unexpected(DateProblem::NotADate);
    return zone.instantOf(*date, *sinceMidnight);
}

std::string sentenceFor(DateProblem problem, std::string_view column, std::string_view text)
{
    const std::string shown(prefixUtf8(text, 40));
    if (problem == DateProblem::NoSuchDay)
        return fmt::format("There is no such day as “{}” ({}); the row was left out.", shown, column);
    return fmt::format("“{}” is not a date that Kith can read ({}); the row was left out.", shown, column);
}

}  // namespace kith::exchange
