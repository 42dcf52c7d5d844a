#include <kith/capture/duration.h>

#include <kith/capture/time_words.h>

namespace kith::capture {

namespace {

bool eatHourWord(Cursor& cursor)
{
    return cursor.eatAny({"h", "hr", "hrs", "hour", "hours"});
}

bool eatMinuteWord(Cursor& cursor)
{
    return cursor.eatAny({"m", "min", "mins", "minute", "minutes"});
}

/// "30" of "1h30", "30m", "30 minutes", "and 20 minutes", "and a half".
int eatRest(Cursor& cursor)
{
    const Cursor before = cursor;
    if (cursor.joined()) {
        if (const auto minutes = cursor.eatFigure(2); minutes && *minutes < 60) {
            eatMinuteWord(cursor);
            return *minutes;
        }
        cursor = before;
    }
    cursor.eat("and");
    if (cursor.eatAll({"a", "half"})) return 30;
    if (cursor.eatAll({"a", "quarter"})) return 15;
    const auto minutes = cursor.eatFigure(2);
    if (minutes && *minutes < 60 && eatMinuteWord(cursor)) return *minutes;
    cursor = before;
    return 0;
}

std::optional<int> eatSpokenHours(Cursor& cursor)
{
    if (cursor.eatAll({"half", "an", "hour"}) || cursor.eatAll({"a", "half", "hour"})) return 30;
    if (cursor.eatAll({"quarter", "of", "an", "hour"}) || cursor.eatAll({"a", "quarter", "of", "an", "hour"}))
        return 15;
    if (cursor.eatAll({"three", "quarters", "of", "an", "hour"})) return 45;
    if (cursor.eatAll({"hour", "and", "a", "half"})) return 90;
    return std::nullopt;
}

/// "1.5h": tenths of an hour, in minutes.
std::optional<int> eatTenths(Cursor& cursor)
{
    const Cursor before = cursor;
    const auto whole = cursor.eatFigure(2);
    if (whole && cursor.joined() && (cursor.low() == "." || cursor.low() == ",") && cursor.joined(1)) {
        cursor.step();
        const std::size_t digits = cursor.low().size();
        const auto part = cursor.eatFigure(2);
        if (part && eatHourWord(cursor)) return *whole * 60 + (digits == 1 ? *part * 6 : *part * 60 / 100);
    }
    cursor = before;
    return std::nullopt;
}

}  // namespace

std::optional<int> eatDuration(Cursor& cursor)
{
    const Cursor before = cursor;
    cursor.eat("for");
    cursor.eatAny({"about", "around", "roughly", "~"});
    if (const auto minutes = eatSpokenHours(cursor)) return minutes;
    if (const auto minutes = eatTenths(cursor)) return minutes;
    const bool figures = !cursor.done() && cursor.words()[cursor.at()].sort == WordSort::Figures;
    const auto number = eatNumber(cursor);
    if (number && figures && cursor.low() == "-" && cursor.low(1).starts_with("min")) cursor.step();
    if (number) {
        if (eatHourWord(cursor)) return *number * 60 + eatRest(cursor);
        // "a m" and "three m" are no minutes; "three minutes" are.
        if ((figures || cursor.low().size() > 1) && eatMinuteWord(cursor)) return number;
    }
    cursor = before;
    return std::nullopt;
}

}  // namespace kith::capture
