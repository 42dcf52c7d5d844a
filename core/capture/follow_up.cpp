#include <kith/capture/follow_up.h>

#include <kith/base/text.h>

#include <algorithm>
#include <array>

namespace kith::capture {

namespace {

using std::string_view;

bool eatObject(Cursor& cursor)
{
    return cursor.eatAny({"her", "him", "them", "everybody", "everyone", "both"});
}

/// "call back", "call her back", "call Ana again": a verb with "back" or "again" near it.
bool eatVerbAgain(Cursor& cursor)
{
    const Cursor before = cursor;
    if (!cursor.eatAny({"ask", "call", "ring", "phone", "write", "email", "message", "text", "talk", "speak", "meet",
                        "try", "check", "catch", "look", "come"}))
        return false;
    cursor.eat("up");
    if (!eatObject(cursor) && cursor.capital()) {
        cursor.step();
        if (cursor.capital()) cursor.step();
    }
    if (cursor.eat("again") || cursor.eat("back")) return true;
    cursor = before;
    return false;
}

/// The words by which a follow-up is known.
bool eatAsked(Cursor& cursor)
{
    if (cursor.eatAll({"remind", "me"}) || cursor.eatAll({"remind", "us"})) return true;
    if (cursor.eatAll({"follow", "up"}) || cursor.eatAll({"follow", "-", "up"}) || cursor.eat("followup")) return true;
    if (cursor.eatAll({"check", "in"}) || cursor.eatAll({"touch", "base"}) || cursor.eatAll({"reach", "out"}))
        return true;
    if (cursor.eatAll({"get", "back", "to"}) || cursor.eatAll({"get", "in", "touch"})) return true;
    if (cursor.eatAll({"next", "step"})
        || cursor.eatAny({"ping", "nudge", "chase", "reconnect", "revisit", "reminder"}))
        return true;
    return eatVerbAgain(cursor);
}

/// Words that add nothing to "ask again".
bool saysNothing(string_view low)
{
    static constexpr std::array<string_view, 16> kNothing{"her", "him", "them",   "again", "back", "with",
                                                          "to",  "it",  "this",   "that",  "both", "then",
                                                          "me",  "for", "please", "on"};
    return std::ranges::find(kNothing, low) != kNothing.end();
}

/// Whether the word leads to a day and goes with it: "after 3 March", "from Monday".
bool leadsToDay(string_view low)
{
    return low == "after" || low == "from" || low == "before" || low == "until" || low == "about" || low == "sometime";
}

std::string cleaned(string_view text)
{
    std::string result = collapseSpace(toValidUtf8(text));
    const auto sign = [](char c) { return c == ',' || c == ':' || c == '-' || c == ' '; };
    while (!result.empty() && sign(result.back())) result.pop_back();
    std::size_t start = 0;
    while (start < result.size() && sign(result[start])) ++start;
    return result.substr(start);
}

}  // namespace

bool endsClause(const Cursor& cursor)
{
    const string_view low = cursor.low();
    if (low == ";") return true;
    return (low == "." || low == "!" || low == "?")
        && !(cursor.joined(1) && cursor.low(1) != "\"" && cursor.low(1) != ")");
}

bool beginsTag(const Cursor& cursor)
{
    if (cursor.low() != "#" || !cursor.joined(1) || cursor.words()[cursor.at() + 1].sort == WordSort::Sign)
        return false;
    return !cursor.joined() || cursor.words()[cursor.at() - 1].sort == WordSort::Sign;
}

std::optional<NextClause> followUpAt(const Cursor& at, const Here& here)
{
    Cursor cursor = at;
    if (!eatAsked(cursor)) return std::nullopt;
    const Words& words = cursor.words();
    const auto textOf = [&](std::size_t from, std::size_t to) {
        if (from >= to) return string_view{};
        return words.line().substr(words[from].span.from, words[to - 1].span.to - words[from].span.from);
    };
    const std::size_t asked = cursor.at();
    NextClause clause;
    clause.asked = cleaned(textOf(at.at(), asked));

    // The day right behind the words counts ("remind me on Friday to …"), else the last one of the clause.
    std::size_t dayFrom = asked;
    std::size_t dayTo = asked;
    while (!cursor.done() && cursor.at() - asked < kLongestClause && !endsClause(cursor) && !beginsTag(cursor)) {
        const bool atOnce = cursor.at() == asked;
        const bool settled = clause.when && dayFrom == asked;
        const bool led = atOnce || leadsToDay(words[cursor.at() - 1].low);
        Cursor day = cursor;
        auto when = settled || cursor.joined() ? std::nullopt : eatWhen(day, here, Lean::Future, led);
        if (!when) {
            cursor.step();
            continue;
        }
        dayFrom = cursor.at();
        dayTo = day.at();
        clause.when = std::move(when);
        cursor = day;
    }
    clause.end = cursor.at();
    clause.span = {words[at.at()].span.from, words[clause.end - 1].span.to};

    if (clause.when && dayFrom > asked && leadsToDay(words[dayFrom - 1].low)) --dayFrom;
    const auto tells = [&](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i)
            if (words[i].sort != WordSort::Sign && !saysNothing(words[i].low)) return true;
        return false;
    };
    if (!tells(asked, dayFrom) && !tells(dayTo, clause.end)) return clause;
    std::size_t from = at.at();
    if (words[from].low == "remind" || words[from].low == "reminder" || words[from].low == "next") {
        from = asked;
        const auto skip = [&](std::size_t& i) {
            while (
                i < clause.end
                && (words[i].low == "to" || words[i].low == "about" || words[i].low == "that" || words[i].low == ":"))
                ++i;
        };
        skip(from);
        if (from >= dayFrom && dayFrom < dayTo) {
            from = dayTo;
            skip(from);
            clause.said = cleaned(textOf(from, clause.end));
            return clause;
        }
    }
    clause.said =
        cleaned(std::string(textOf(from, dayFrom)) + ' ' + std::string(textOf(std::max(dayTo, from), clause.end)));
    return clause;
}

}  // namespace kith::capture
