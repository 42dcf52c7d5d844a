#include <kith/capture/time_of_day.h>

#include <kith/capture/time_words.h>

#include <algorithm>
#include <array>

namespace kith::capture {

namespace {

using std::chrono::hours;
using std::chrono::minutes;

enum class Half : std::uint8_t { Unsaid, Morning, Afternoon };

Half eatHalf(Cursor& cursor)
{
    const Cursor before = cursor;
    if (cursor.eat("am")) return Half::Morning;
    if (cursor.eat("pm")) return Half::Afternoon;
    for (const auto& [letter, half] : {std::pair{"a", Half::Morning}, std::pair{"p", Half::Afternoon}}) {
        if (!cursor.eat(letter)) continue;
        if (cursor.joined() && cursor.eat(".") && cursor.joined() && cursor.eat("m")) {
            if (cursor.joined() && cursor.low() == ".") cursor.step();
            return half;
        }
        cursor = before;
    }
    return Half::Unsaid;
}

std::optional<minutes> timeOf(int hour, int minute, Half half, bool leadingZero)
{
    if (minute > 59 || hour > 23) return std::nullopt;
    if (half != Half::Unsaid) {
        if (hour < 1 || hour > 12) return std::nullopt;
        hour = hour % 12 + (half == Half::Afternoon ? 12 : 0);
    } else if (hour >= 1 && hour <= 6 && !leadingZero) hour += 12;
    return hours{hour} + minutes{minute};
}

/// "half past three", "quarter to 4", "ten past 3", "20 to 4".
std::optional<minutes> eatSpoken(Cursor& cursor)
{
    const Cursor before = cursor;
    std::optional<int> part;
    if (cursor.eat("half")) part = 30;
    else if (cursor.eatAll({"a", "quarter"}) || cursor.eat("quarter")) part = 15;
    else {
        part = eatNumber(cursor);
        if (!part && cursor.eat("twenty")) part = cursor.eat("five") ? 25 : 20;
        cursor.eat("minutes");
    }
    const bool past = part && cursor.eat("past");
    const bool to = part && !past && *part != 30 && cursor.eat("to");
    const auto hour = past || to ? eatNumber(cursor) : std::nullopt;
    if (hour && *hour >= 1 && *hour <= 12 && *part >= 1 && *part <= 30) {
        const Half half = eatHalf(cursor);
        const int said = to ? (*hour == 1 ? 12 : *hour - 1) : *hour;
        if (const auto time = timeOf(said, to ? 60 - *part : *part, half, false)) return time;
    }
    cursor = before;
    return std::nullopt;
}

/// "3pm", "three pm", "3 o'clock"; "3" alone where `bare`.
std::optional<TimeOfDay> eatHour(Cursor& cursor, bool bare)
{
    const Cursor before = cursor;
    const bool leadingZero = cursor.low().starts_with('0');
    const auto hour = cursor.low() == "a" || cursor.low() == "an" ? std::nullopt : eatNumber(cursor);
    if (hour && *hour <= 24) {
        const Half half = eatHalf(cursor);
        const bool oclock = half == Half::Unsaid && cursor.eatAll({"o", "'", "clock"});
        const bool joinedToMore =
            cursor.joined() && cursor.low() != "," && cursor.low() != ";" && cursor.low() != "." && cursor.low() != ")";
        if (half != Half::Unsaid || oclock || (bare && !joinedToMore)) {
            if (const auto time = timeOf(*hour, 0, half, leadingZero)) return TimeOfDay{*time};
            if (half != Half::Unsaid && bare) return TimeOfDay{.wrong = true};
        }
    }
    cursor = before;
    return std::nullopt;
}

/// "15:30"; "3.30pm", and "3.30" where `bare`.
std::optional<TimeOfDay> eatWritten(Cursor& cursor, bool bare)
{
    const Cursor before = cursor;
    const bool leadingZero = cursor.low().starts_with('0');
    const auto hour = cursor.eatFigure(2);
    const bool colon = hour && cursor.joined() && cursor.eat(":");
    const bool dot = hour && !colon && cursor.joined() && cursor.eat(".");
    if ((colon || dot) && cursor.joined() && cursor.low().size() == 2) {
        const auto minute = cursor.eatFigure(2);
        const bool more = cursor.joined() && (cursor.low() == "." || cursor.low() == ":" || cursor.low() == "/")
            && !cursor.low(1).empty() && cursor.joined(1);
        const Half half = eatHalf(cursor);
        if (minute && !more && (colon || bare || half != Half::Unsaid)) {
            if (const auto time = timeOf(*hour, *minute, half, leadingZero)) return TimeOfDay{*time};
            if (bare) return TimeOfDay{.wrong = true};
        }
    }
    cursor = before;
    return std::nullopt;
}

/// What may follow a figure that stands for an hour: "at 3 with Ana", but not "at 3 sites".
bool mayFollowHour(const Cursor& cursor)
{
    static constexpr std::array<std::string_view, 14> kAfter{"on", "with", "and", "for", "about", "over", "in",
                                                             "re", "to",   "at",  "the", "o",     "am",   "pm"};
    if (cursor.done() || cursor.words()[cursor.at()].sort != WordSort::Letters) return true;
    return isTimeWord(cursor.low()) || std::ranges::find(kAfter, cursor.low()) != kAfter.end();
}

}  // namespace

std::optional<TimeOfDay> eatTimeOfDay(Cursor& cursor, bool certain)
{
    const Cursor before = cursor;
    const bool at = cursor.eatAny({"at", "@"});
    if (at) cursor.eatAny({"around", "about"});
    if (cursor.eatAll({"12", "noon"}) || cursor.eatAny({"noon", "midday"})) return TimeOfDay{hours{12}};
    if (cursor.eatAll({"12", "midnight"}) || cursor.eat("midnight")) return TimeOfDay{hours{0}};
    if (const auto time = eatWritten(cursor, at || certain)) return time;
    if (const auto time = eatSpoken(cursor)) return TimeOfDay{*time};
    if (const auto time = eatHour(cursor, at); time && (time->wrong || mayFollowHour(cursor))) return time;
    cursor = before;
    return std::nullopt;
}

std::optional<minutes> eatPartOfDay(Cursor& cursor)
{
    const Cursor before = cursor;
    const bool at = !cursor.eatAll({"in", "the"}) && cursor.eat("at");
    if (cursor.eat("morning")) return hours{9};
    // "yesterday lunch with Ana" is about a lunch.
    if (cursor.eat("lunchtime") || (at && cursor.eat("lunch"))) return minutes{12 * 60 + 30};
    if (cursor.eat("afternoon")) return hours{15};
    if (cursor.eat("evening")) return hours{19};
    if (cursor.eat("night")) return hours{20};
    cursor = before;
    return std::nullopt;
}

}  // namespace kith::capture
