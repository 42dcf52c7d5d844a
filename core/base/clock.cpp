#include <kith/base/clock.h>

#include <algorithm>
#include <charconv>
#include <ctime>
#include <fmt/format.h>

namespace kith {

using namespace std::chrono;

namespace {

std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count)
{
    if (at + count > text.size()) return std::nullopt;
    int value = 0;
    const char* end = text.data() + at + count;
    if (text[at] < '0' || text[at] > '9') return std::nullopt;
    const auto [stop, error] = std::from_chars(text.data() + at, end, value);
    if (error != std::errc{} || stop != end) return std::nullopt;
    return value;
}

struct TimeOfDay {
    milliseconds sinceMidnight{};
    std::size_t length = 0;
};

std::optional<TimeOfDay> timeOfDay(std::string_view text)
{
    const auto hour = digits(text, 0, 2);
    const auto minute = digits(text, 3, 2);
    if (!hour || !minute || text[2] != ':' || *hour > 23 || *minute > 59) return std::nullopt;
    TimeOfDay result{hours{*hour} + minutes{*minute}, 5};
    if (text.size() > 5 && text[5] == ':') {
        const auto second = digits(text, 6, 2);
        if (!second || *second > 60) return std::nullopt;
        result.sinceMidnight += seconds{*second};
        result.length = 8;
        if (text.size() > 8 && text[8] == '.') {
            int scale = 100;
            std::size_t at = 9;
            for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, scale /= 10)
                result.sinceMidnight += milliseconds{(text[at] - '0') * scale};
            result.length = at;
        }
    }
    return result;
}

std::optional<seconds> utcOffset(std::string_view text)
{
    if (text == "Z" || text == "z") return seconds{0};
    if (text.size() < 5 || (text[0] != '+' && text[0] != '-')) return std::nullopt;
    const bool colon = text[3] == ':';
    const auto hour = digits(text, 1, 2);
    const auto minute = digits(text, colon ? 4 : 3, 2);
    if (!hour || !minute || text.size() != (colon ? 6U : 5U) || *hour > 18 || *minute > 59) return std::nullopt;
    const seconds offset = hours{*hour} + minutes{*minute};
    return text[0] == '-' ? -offset : offset;
}

}  // namespace

Instant SystemClock::now() const
{
    return floor<milliseconds>(system_clock::now());
}

Date Zone::dateOf(Instant at) const
{
    return floor<days>(at + offsetAt(at));
}

Instant Zone::instantOf(Date date, minutes sinceMidnight) const
{
    const Instant wall = Instant{date} + sinceMidnight;
    // A change of offset within a day of the wall time shows in the offsets on either side of it.
    const Instant before = wall - offsetAt(wall - hours{24});
    const Instant after = wall - offsetAt(wall + hours{24});
    const auto reads = [&](Instant at) { return at + offsetAt(at) == wall; };
    if (reads(before)) return reads(after) ? std::min(before, after) : before;
    return reads(after) ? after : before;
}

seconds SystemZone::offsetAt(Instant at) const
{
    const std::time_t time = system_clock::to_time_t(floor<seconds>(at));
    std::tm local{};
    if (localtime_r(&time, &local) == nullptr) return seconds{0};
    return seconds{local.tm_gmtoff};
}

std::string isoDate(Date date)
{
    const year_month_day ymd{date};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
                       static_cast<unsigned>(ymd.day()));
}

std::string isoInstant(Instant at)
{
    const Date date = floor<days>(at);
    const hh_mm_ss time{at - Instant{date}};
    const auto fraction = time.subseconds().count();
    return fmt::format("{}T{:02}:{:02}:{:02}{}Z", isoDate(date), time.hours().count(), time.minutes().count(),
                       time.seconds().count(), fraction == 0 ? std::string{} : fmt::format(".{:03}", fraction));
}

std::optional<Date> parseIsoDate(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto y = digits(text, 0, 4);
    const auto m = digits(text, 5, 2);
    const auto d = digits(text, 8, 2);
    if (!y || !m || !d) return std::nullopt;
    const year_month_day ymd{year{*y}, month{static_cast<unsigned>(*m)}, day{static_cast<unsigned>(*d)}};
    if (!ymd.ok()) return std::nullopt;
    return Date{ymd};
}

std::optional<Instant> parseIsoInstant(std::string_view text, const Zone& zone)
{
    const auto date = parseIsoDate(text.substr(0, 10));
    if (!date) return std::nullopt;
    if (text.size() == 10) return zone.instantOf(*date, hours{12});
    if (text[10] != 'T' && text[10] != 't' && text[10] != ' ') return std::nullopt;
    text.remove_prefix(11);
    if (text.size() < 5) return std::nullopt;
    const auto time = timeOfDay(text);
    if (!time) return std::nullopt;
    text.remove_prefix(time->length);
    if (text.empty()) {
        const auto whole = floor<minutes>(time->sinceMidnight);
        return zone.instantOf(*date, whole) + (time->sinceMidnight - whole);
    }
    const auto offset = utcOffset(text);
    if (!offset) return std::nullopt;
    return Instant{*date} + time->sinceMidnight - *offset;
}

}  // namespace kith
