#include <kith/domain/recurrence.h>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace kith;
using namespace std::chrono;

namespace {

Date on(int y, unsigned m, unsigned d)
{
    return sys_days{year{y} / month{m} / day{d}};
}

std::string checked(std::string_view rule)
{
    const auto result = checkRecurrence(rule);
    return result ? *result : result.error().message;
}

std::string next(std::string_view rule, Date start, Date after)
{
    const auto date = nextOccurrence(rule, start, after);
    return date ? isoDate(*date) : "never";
}

}  // namespace

TEST(Recurrence, IsWrittenInOneForm)
{
    EXPECT_EQ(checked("FREQ=MONTHLY;BYDAY=2TU"), "FREQ=MONTHLY;BYDAY=2TU");
    EXPECT_EQ(checked(" rrule:interval=2;freq=weekly; "), "FREQ=WEEKLY;INTERVAL=2");
    EXPECT_EQ(checked("FREQ=DAILY;UNTIL=20261231T235959Z"), "FREQ=DAILY;UNTIL=20261231");
}

TEST(Recurrence, RefusesWhatTheStandardDoesNotAllow)
{
    for (const auto* bad : {"",
                            "weekly",
                            "FREQ=",
                            "FREQ=OFTEN",
                            "FREQ=DAILY;INTERVAL=0",
                            "FREQ=DAILY;INTERVAL=-1",
                            "FREQ=DAILY;INTERVAL=2X",
                            "FREQ=DAILY;COUNT=0",
                            "FREQ=DAILY;COUNT=3;UNTIL=20270101",
                            "FREQ=DAILY;FREQ=WEEKLY",
                            "FREQ=DAILY;SHOE=1",
                            "FREQ=DAILY;UNTIL=20260231",
                            "FREQ=DAILY;UNTIL=soon",
                            "FREQ=MONTHLY;BYMONTHDAY=32",
                            "FREQ=WEEKLY;BYMONTHDAY=3",
                            "FREQ=WEEKLY;BYDAY=2TU",
                            "FREQ=DAILY;BYDAY=-1MO",
                            "FREQ=MONTHLY;BYYEARDAY=1",
                            "FREQ=MONTHLY;BYSETPOS=1",
                            "FREQ=YEARLY;BYWEEKNO=53",
                            "FREQ=MONTHLY;BYWEEKNO=5;BYDAY=MO",
                            "RSCALE=HEBREW;FREQ=YEARLY"}) {
        const auto result = checkRecurrence(bad);
        ASSERT_FALSE(result) << bad;
        EXPECT_EQ(result.error().code, ErrorCode::BadInput);
    }
    EXPECT_FALSE(checkRecurrence("FREQ=DAILY;BYDAY=" + std::string(100'000, ',')));
}

TEST(Recurrence, RefusesTimesOfDay)
{
    EXPECT_EQ(checked("FREQ=HOURLY"), "This repetition cannot be used: it repeats more often than once a day.");
    EXPECT_EQ(checked("FREQ=DAILY;BYHOUR=9"),
              "This repetition cannot be used: it names a time of day, and reminders are due on days.");
}

TEST(Recurrence, RefusesARuleThatNeverHappens)
{
    EXPECT_EQ(checked("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"), "This repetition cannot be used: it never happens.");
    EXPECT_EQ(checked("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"), "FREQ=YEARLY;BYMONTHDAY=29;BYMONTH=2");
}

TEST(Recurrence, FindsTheNextDay)
{
    EXPECT_EQ(next("FREQ=WEEKLY;INTERVAL=2", on(2026, 11, 2), on(2026, 11, 22)), "2026-11-30");
    EXPECT_EQ(next("FREQ=MONTHLY;BYDAY=2TU", on(2026, 1, 13), on(2026, 11, 22)), "2026-12-08");
    EXPECT_EQ(next("FREQ=MONTHLY;BYMONTHDAY=-1", on(2026, 1, 31), on(2027, 1, 31)), "2027-02-28");
    EXPECT_EQ(next("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", on(2024, 2, 29), on(2026, 1, 1)), "2028-02-29");
}

TEST(Recurrence, SkipsMonthsWithoutThatDay)
{
    EXPECT_EQ(next("FREQ=MONTHLY", on(2026, 1, 31), on(2026, 1, 31)), "2026-03-31");
}

TEST(Recurrence, IsStrictlyAfterTheDayAsked)
{
    EXPECT_EQ(next("FREQ=DAILY", on(2026, 11, 22), on(2026, 11, 22)), "2026-11-23");
    EXPECT_EQ(next("FREQ=DAILY", on(2026, 11, 22), on(2026, 11, 1)), "2026-11-22");
}

TEST(Recurrence, EndsWithItsCountOrItsDate)
{
    EXPECT_EQ(next("FREQ=WEEKLY;COUNT=3", on(2026, 11, 2), on(2026, 11, 9)), "2026-11-16");
    EXPECT_EQ(next("FREQ=WEEKLY;COUNT=3", on(2026, 11, 2), on(2026, 11, 16)), "never");
    EXPECT_EQ(next("FREQ=DAILY;UNTIL=20261123", on(2026, 11, 1), on(2026, 11, 22)), "2026-11-23");
    EXPECT_EQ(next("FREQ=DAILY;UNTIL=20261123T080000Z", on(2026, 11, 1), on(2026, 11, 22)), "2026-11-23");
    EXPECT_EQ(next("FREQ=DAILY;UNTIL=20261123", on(2026, 11, 1), on(2026, 11, 23)), "never");
}

TEST(Recurrence, LooksNoFurtherThanACentury)
{
    EXPECT_EQ(next("FREQ=YEARLY;INTERVAL=200", on(2026, 11, 22), on(2026, 11, 22)), "never");
    EXPECT_EQ(next("nonsense", on(2026, 11, 22), on(2026, 11, 22)), "never");
}

RC_GTEST_PROP(Recurrence, EntersARuleWhereItWouldHaveArrived, ())
{
    const auto freq = *rc::gen::elementOf(std::vector<std::string>{"DAILY", "WEEKLY", "MONTHLY", "YEARLY",
                                                                   "MONTHLY;BYDAY=-1FR", "WEEKLY;BYDAY=MO,TH",
                                                                   "MONTHLY;BYMONTHDAY=15,-1", "YEARLY;BYMONTH=3,9"});
    const auto rule = "FREQ=" + freq + ";INTERVAL=" + std::to_string(*rc::gen::inRange(1, 6));
    const Date start = on(2020, 1, 1) + days{*rc::gen::inRange(0, 1500)};
    const Date after = start + days{*rc::gen::inRange(0, 2500)};
    // The same rule with a count that never runs out is walked from its start.
    RC_ASSERT(next(rule, start, after) == next(rule + ";COUNT=100000", start, after));
}

TEST(Recurrence, IsSaidInPlainEnglish)
{
    EXPECT_EQ(recurrenceInWords("FREQ=DAILY"), "every day");
    EXPECT_EQ(recurrenceInWords("FREQ=WEEKLY;INTERVAL=2"), "every 2 weeks");
    EXPECT_EQ(recurrenceInWords("FREQ=MONTHLY;BYDAY=2TU"), "monthly on the 2nd Tuesday");
    EXPECT_EQ(recurrenceInWords("FREQ=MONTHLY;BYDAY=-1FR"), "monthly on the last Friday");
    EXPECT_EQ(recurrenceInWords("FREQ=WEEKLY;BYDAY=MO,WE,TH"), "weekly on Monday, Wednesday and Thursday");
    EXPECT_EQ(recurrenceInWords("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"), "weekly on weekdays");
    EXPECT_EQ(recurrenceInWords("FREQ=MONTHLY;BYMONTHDAY=11,22"), "monthly on the 11th and 22nd");
    EXPECT_EQ(recurrenceInWords("FREQ=MONTHLY;BYMONTHDAY=-1"), "monthly on the last day");
    EXPECT_EQ(recurrenceInWords("FREQ=YEARLY;BYMONTHDAY=3;BYMONTH=3"), "yearly on the 3rd of March");
    EXPECT_EQ(recurrenceInWords("FREQ=YEARLY;COUNT=5"), "every year, 5 times");
    EXPECT_EQ(recurrenceInWords("FREQ=WEEKLY;INTERVAL=3;UNTIL=20261231"), "every 3 weeks, until 31 December 2026");
}

TEST(Recurrence, StandsAsItIsWhenThereAreNoWords)
{
    EXPECT_EQ(recurrenceInWords("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1"), "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1");
    EXPECT_EQ(recurrenceInWords("every other blue moon"), "every other blue moon");
}
