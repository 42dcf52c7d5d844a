#include <kith/capture/when.h>

#include <kith/capture/named_dates.h>
#include <kith/capture/relative_dates.h>
#include <kith/capture/repetition.h>
#include <kith/capture/time_of_day.h>

#include <algorithm>

namespace kith::capture {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

constexpr std::string_view kNoSuchTime = "There is no such time of day.";

/// The day on which a time was last, or will be next.
Date dayOfTime(minutes time, const Here& here, Lean lean)
{
    const Date today = here.today();
    const Instant then = here.zone.instantOf(today, time);
    if (lean == Lean::Future) return then > here.now ? today : today + days{1};
    return then <= here.now ? today : today - days{1};
}

/// A time behind its day: "Friday at 3", "tomorrow, 15:30", "tomorrow in the morning".
void eatTimeBehind(Cursor& cursor, When& when)
{
    if (when.time) {
        // "tomorrow morning at 9:30" says it more exactly.
        const Cursor before = cursor;
        if (const auto time = eatTimeOfDay(cursor, false); time && !time->wrong) when.time = time->at;
        else cursor = before;
        return;
    }
    const Cursor before = cursor;
    if (const auto part = eatPartOfDay(cursor)) {
        when.time = part;
        return;
    }
    cursor.eat(",");
    cursor.eatAny({"around", "about"});
    if (const auto time = eatTimeOfDay(cursor, true)) {
        when.time = time->at;
        if (time->wrong) when.problem = kNoSuchTime;
        return;
    }
    cursor = before;
}

std::optional<Phrase> eatDay(Cursor& cursor, const Here& here, Lean lean, bool certain)
{
    if (auto phrase = eatNamedDate(cursor, here, lean)) return phrase;
    return eatRelativeDate(cursor, here, lean, certain);
}

/// "on Friday", "by Friday", "around 3 March": the word before the day, when a day follows.
std::optional<Phrase> eatDayWithLead(Cursor& cursor, const Here& here, Lean lean, bool certain)
{
    const Cursor before = cursor;
    if (auto phrase = eatDay(cursor, here, lean, certain)) return phrase;
    // "around 3" leads to many things besides days, so the lead alone makes nothing certain but "on" and "by".
    const bool on = cursor.eatAny({"on", "by"});
    if (on || cursor.eatAny({"at", "in", "around"})) {
        if (auto phrase = eatDay(cursor, here, lean, certain || on)) return phrase;
    }
    cursor = before;
    return std::nullopt;
}

/// "3pm on Thursday", "at 15:30 tomorrow", "at noon".
std::optional<When> eatTimeFirst(Cursor& cursor, const Here& here, Lean lean, bool certain)
{
    const Cursor before = cursor;
    const auto time = eatTimeOfDay(cursor, false);
    if (!time) return std::nullopt;
    When when;
    if (time->wrong) {
        when.problem = kNoSuchTime;
        return when;
    }
    const Cursor timed = cursor;
    cursor.eat(",");
    if (const auto day = eatDayWithLead(cursor, here, lean, certain); day && !day->time) {
        when.date = day->date;
        when.problem = day->problem;
    } else {
        cursor = timed;
        when.date = dayOfTime(time->at, here, lean);
    }
    when.time = time->at;
    if (cursor.at() == before.at()) return std::nullopt;
    return when;
}

}  // namespace

std::optional<When> eatWhen(Cursor& cursor, const Here& here, Lean lean, bool certain)
{
    const Cursor before = cursor;
    if (cursor.done()) return std::nullopt;
    const auto spanned = [&](When when) {
        when.span = {cursor.words()[before.at()].span.from, cursor.words()[cursor.at() - 1].span.to};
        if (!when.problem.empty()) {
            when.rrule.clear();
            when.time.reset();
        }
        return when;
    };
    if (auto again = eatRepetition(cursor, here))
        return spanned({.date = again->first,
                        .time = again->time,
                        .rrule = std::move(again->rrule),
                        .problem = std::move(again->problem)});
    if (const auto when = eatTimeFirst(cursor, here, lean, certain)) return spanned(*when);
    if (auto day = eatDayWithLead(cursor, here, lean, certain)) {
        When when{.date = day->date, .time = day->time, .problem = std::move(day->problem)};
        if (when.problem.empty()) eatTimeBehind(cursor, when);
        return spanned(std::move(when));
    }
    cursor = before;
    return std::nullopt;
}

std::optional<When> readWhen(std::string_view text, const Here& here, Lean lean)
{
    const Words words(text);
    Cursor cursor(words);
    return eatWhen(cursor, here, lean, true);
}

std::vector<When> findWhen(std::string_view line, const Here& here, Lean lean)
{
    const Words words(line);
    std::vector<When> found;
    for (Cursor cursor(words); !cursor.done();) {
        if (cursor.words()[cursor.at()].sort == WordSort::Sign || cursor.joined()) {
            cursor.step();
            continue;
        }
        if (auto when = eatWhen(cursor, here, lean, false)) found.push_back(std::move(*when));
        else cursor.step();
    }
    return found;
}

Instant instantOf(const When& when, const Here& here)
{
    if (when.time) return here.zone.instantOf(when.date, *when.time);
    const Instant noon = here.zone.instantOf(when.date, hours{12});
    return when.date == here.today() ? std::min(noon, here.now) : noon;
}

}  // namespace kith::capture
