#include "phrase_rows.h"

#include <kith/base/text.h>
#include <kith/capture/when.h>
#include <kith/domain/recurrence.h>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

namespace kith::capture {
namespace {

using namespace std::chrono;

/// Central European time as it was and will be between the autumns of 2026 and 2027.
class CentralEurope final : public Zone {
public:
    [[nodiscard]] seconds offsetAt(Instant at) const override
    {
        const Instant forward = sys_days{2027y / March / 28} + hours{1};
        const Instant back = sys_days{2027y / October / 31} + hours{1};
        return hours{at >= forward && at < back ? 2 : 1};
    }
};

std::string answerOf(const std::optional<When>& when, std::string_view phrase)
{
    // Only what is understood to its last word is understood.
    if (!when || when->span != Span{0, phrase.size()}) return "-";
    if (!when->problem.empty()) return "! " + when->problem;
    std::string answer = isoDate(when->date);
    if (when->time) answer += fmt::format(" {:02}:{:02}", when->time->count() / 60, when->time->count() % 60);
    if (!when->rrule.empty()) answer += ' ' + when->rrule;
    return answer;
}

std::size_t walk(std::span<const test::Table> tables)
{
    const UtcZone utc;
    const CentralEurope centralEurope;
    std::size_t rows = 0;
    for (const test::Table& table : tables) {
        const Zone& zone = table.summerTime ? static_cast<const Zone&>(centralEurope) : utc;
        const Here here{*parseIsoInstant(table.now, zone), zone, table.order};
        for (const std::string_view line : split(table.rows, '\n')) {
            if (line.empty()) continue;
            const std::size_t bar = line.find(" | ");
            const std::string_view phrase = line.substr(0, bar);
            ++rows;
            EXPECT_EQ(answerOf(readWhen(phrase, here, table.lean), phrase), line.substr(bar + 3))
                << "“" << phrase << "”, " << table.name;
        }
    }
    return rows;
}

TEST(When, ReadsTheDaysThatPeopleWrite)
{
    EXPECT_GE(walk(test::tablesOfDays()), 250U);
}

TEST(When, IsRightAtTheEdgesOfYearsLeapDaysAndClockChanges)
{
    EXPECT_GE(walk(test::tablesOfEdges()), 90U);
}

TEST(When, ReadsWhatComesBackAsARuleWithItsFirstDay)
{
    EXPECT_GE(walk(test::tablesOfRepetitions()), 70U);
}

const UtcZone kUtc;
const Here kHere{sys_days{2026y / November / 22} + hours{9} + minutes{30}, kUtc, DayOrder::DayFirst};

TEST(When, FindsEveryPhraseOfALineWithItsPlace)
{
    const std::string_view line = "Zoë said yesterday that she is free on Friday at 3, or in a fortnight.";
    const auto found = findWhen(line, kHere, Lean::Future);
    ASSERT_EQ(found.size(), 3U);
    const auto text = [&](std::size_t i) {
        return line.substr(found[i].span.from, found[i].span.to - found[i].span.from);
    };
    EXPECT_EQ(text(0), "yesterday");
    EXPECT_EQ(text(1), "on Friday at 3");
    EXPECT_EQ(text(2), "in a fortnight");
    EXPECT_EQ(found[1].date, Date{sys_days{2026y / November / 27}});
}

TEST(When, LeavesWordsAloneThatOnlyLookLikeDays)
{
    for (const std::string_view line :
         {"she may march on", "we sat in the sun", "Second, a friend of mine", "open 50/50 to both",
          "version 3.4 is out", "grew by 40% with 5 people", "the last thing", "C# and .NET", "twice as much",
          "one of us", "mid-thirties", "every person there", "at 3 sites in Leeds"}) {
        const auto found = findWhen(line, kHere, Lean::Past);
        EXPECT_TRUE(found.empty()) << line;
    }
}

TEST(When, TakesADayWithoutATimeForItsNoonButNeverForLaterThanNow)
{
    EXPECT_EQ(isoInstant(instantOf(*readWhen("yesterday", kHere, Lean::Past), kHere)), "2026-11-21T12:00:00Z");
    EXPECT_EQ(isoInstant(instantOf(*readWhen("today", kHere, Lean::Past), kHere)), "2026-11-22T09:30:00Z");
    EXPECT_EQ(isoInstant(instantOf(*readWhen("this morning", kHere, Lean::Past), kHere)), "2026-11-22T09:00:00Z");
}

TEST(When, IsAMomentOnTheWallClockOfItsZone)
{
    const CentralEurope zone;
    const Here here{sys_days{2027y / March / 27} + hours{12}, zone, DayOrder::DayFirst};
    const auto moment = [&](std::string_view phrase) {
        return isoInstant(instantOf(*readWhen(phrase, here, Lean::Future), here));
    };
    EXPECT_EQ(moment("today at 15:30"), "2027-03-27T14:30:00Z");
    EXPECT_EQ(moment("tomorrow at 15:30"), "2027-03-28T13:30:00Z");
    // Half past two does not exist that night; it is half past three by then.
    EXPECT_EQ(moment("tomorrow at 02:30"),
              isoInstant(zone.instantOf(Date{sys_days{2027y / March / 28}}, minutes{150})));
    EXPECT_EQ(moment("tomorrow at 02:30"), "2027-03-28T01:30:00Z");
}

TEST(When, GivesRulesWhoseFirstDayIsOneOfTheirs)
{
    for (const test::Table& table : test::tablesOfRepetitions()) {
        const Here here{*parseIsoInstant(table.now, kUtc), kUtc, table.order};
        for (const std::string_view line : split(table.rows, '\n')) {
            const auto when =
                line.empty() ? std::nullopt : readWhen(line.substr(0, line.find(" | ")), here, table.lean);
            if (!when || when->rrule.empty()) continue;
            EXPECT_EQ(checkRecurrence(when->rrule), when->rrule) << line;
            EXPECT_EQ(nextOccurrence(when->rrule, when->date, when->date - days{1}), when->date) << line;
            EXPECT_GT(when->date, here.today()) << line;
        }
    }
}

}  // namespace
}  // namespace kith::capture
