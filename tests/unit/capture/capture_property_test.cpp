#include "known_people.h"
#include "phrase_rows.h"

#include <kith/base/text.h>
#include <kith/capture/capture.h>
#include <kith/domain/recurrence.h>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <chrono>
#include <string>

namespace kith::capture {
namespace {

const UtcZone kZone;
const test::KnownPeople kPeople{"Ana Ruiz", "Tom Kaplan", "Олена Шевченко"};

Context contextOn(Date day, DayOrder order)
{
    return {.here = {day + std::chrono::hours{9}, kZone, order}, .who = &kPeople};
}

bool isBorder(std::string_view line, std::size_t at)
{
    return at == 0 || at == line.size() || (static_cast<unsigned char>(line[at]) & 0xC0U) != 0x80U;
}

bool isCanonical(const std::string& rrule)
{
    const auto checked = checkRecurrence(rrule);
    return checked && *checked == rrule;
}

/// What holds for every line, whatever is in it.
void holds(std::string_view line, const Context& context)
{
    const Captured captured = parse(line, context);
    std::size_t end = 0;
    for (const Part& part : captured.parts) {
        RC_ASSERT(part.span.from >= end);
        RC_ASSERT(part.span.from < part.span.to);
        RC_ASSERT(part.span.to <= line.size());
        if (isUtf8(line)) {
            RC_ASSERT(isBorder(line, part.span.from));
            RC_ASSERT(isBorder(line, part.span.to));
        }
        end = part.span.to;
    }
    RC_ASSERT(isUtf8(captured.text));
    RC_ASSERT(captured.text.size() <= 3 * line.size());
    for (const Mention& mention : captured.people) RC_ASSERT(isUtf8(mention.text) && !mention.text.empty());
    for (const std::string& tag : captured.tags) RC_ASSERT(isUtf8(tag) && !tag.empty());
    for (const Problem& problem : captured.problems) {
        RC_ASSERT(problem.span.to <= line.size());
        RC_ASSERT(problem.sentence.ends_with('.'));
    }
    if (!captured.followUp) return;
    RC_ASSERT(isUtf8(captured.followUp->reason) && !captured.followUp->reason.empty());
    if (!captured.followUp->rrule.empty()) RC_ASSERT(isCanonical(captured.followUp->rrule));
}

rc::Gen<Context> someContext()
{
    return rc::gen::map(rc::gen::pair(rc::gen::inRange(0, 3000), rc::gen::arbitrary<bool>()), [](auto pair) {
        return contextOn(Date{std::chrono::days{20000 + pair.first}},
                         pair.second ? DayOrder::DayFirst : DayOrder::MonthFirst);
    });
}

/// Words that the reader knows, in any order, with signs between them.
rc::Gen<std::string> someLine()
{
    static const std::vector<std::string> words = [] {
        std::vector<std::string> all{
            "coffee", "with",   "Ana",      "Ruiz",  "and",   "Tom",   "K",     ",",     ";",        ".",     "about",
            "40m",    "1h30",   "called",   "me",    "she",   "wrote", "#data", "#",     "ask",      "again", "until",
            "every",  "remind", "me",       "to",    "Олена", "(",     ")",     "’",     "“",        "é",     "on",
            "in",     "the",    "at",       "for",   "5",     "times", "last",  "next",  "2nd",      "31",    "-",
            "/",      ":",      "\xC2\xA0", "李 明", "ago",   "week",  "month", "other", "starting", "a"};
        for (const auto tables : {test::tablesOfDays(), test::tablesOfRepetitions()})
            for (const test::Table& table : tables)
                for (const std::string_view row : split(table.rows, '\n'))
                    if (!row.empty()) all.emplace_back(row.substr(0, row.find(" | ")));
        return all;
    }();
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(words)), [](auto chosen) {
        std::string line;
        for (const std::string& word : chosen) line += word + (word.size() % 3 == 0 && word.size() < 3 ? "" : " ");
        return line;
    });
}

RC_GTEST_PROP(CaptureOfAnyLine, KeepsItsPartsApartAndWithinTheLine, ())
{
    holds(*someLine(), *someContext());
}

RC_GTEST_PROP(CaptureOfAnyLine, TakesAnyBytes, (const std::string& bytes))
{
    holds(bytes, *someContext());
    holds("met Ana " + bytes + "; ask again " + bytes, *someContext());
}

RC_GTEST_PROP(WhenInAnyLine, YieldsRulesAndDaysThatTheWorkspaceTakes, ())
{
    const std::string line = *someLine();
    const Context context = *someContext();
    std::size_t end = 0;
    for (const When& when : findWhen(line, context.here, *rc::gen::element(Lean::Past, Lean::Future))) {
        RC_ASSERT(when.span.from >= end && when.span.from < when.span.to && when.span.to <= line.size());
        end = when.span.to;
        if (!when.problem.empty()) {
            RC_ASSERT(when.rrule.empty() && when.problem.ends_with('.'));
            continue;
        }
        const int year = static_cast<int>(std::chrono::year_month_day{when.date}.year());
        RC_ASSERT(year >= 1900 && year <= 2199);
        RC_ASSERT(when.rrule.empty() || isCanonical(when.rrule));
    }
}

TEST(CaptureOfALongLine, TakesTimeInProportion)
{
    const Context context = contextOn(Date{std::chrono::days{20779}}, DayOrder::DayFirst);
    for (const std::string_view part :
         {"met Ana, ", "every other Friday until June ", "ask again to ", "; remind me to ", "31/2 ",
          "with A B C D and ", "#a", "'s-", "\xE2\x80\x99\xFF", "(((", "at 3 sites "}) {
        std::string line;
        while (line.size() < (1U << 18U)) line += part;
        const Captured captured = parse(line, context);
        EXPECT_LE(captured.text.size(), 3 * line.size()) << part;
    }
}

}  // namespace
}  // namespace kith::capture
