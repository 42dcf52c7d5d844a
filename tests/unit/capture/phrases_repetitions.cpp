#include "phrase_rows.h"

#include <array>

namespace kith::capture::test {

namespace {

constexpr std::array kRepetitions{
    // A Sunday.
    Table{"what comes back", "2026-11-22T09:30Z", false, DayOrder::DayFirst, Lean::Future, R"(
every day | 2026-11-23 FREQ=DAILY
daily | 2026-11-23 FREQ=DAILY
every weekday | 2026-11-23 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
every working day | 2026-11-23 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
every week | 2026-11-29 FREQ=WEEKLY
weekly | 2026-11-29 FREQ=WEEKLY
every weekend | 2026-11-28 FREQ=WEEKLY;BYDAY=SA
every Friday | 2026-11-27 FREQ=WEEKLY;BYDAY=FR
every fri | 2026-11-27 FREQ=WEEKLY;BYDAY=FR
each Friday | 2026-11-27 FREQ=WEEKLY;BYDAY=FR
weekly on Fridays | 2026-11-27 FREQ=WEEKLY;BYDAY=FR
every Monday and Thursday | 2026-11-23 FREQ=WEEKLY;BYDAY=MO,TH
every Mon, Wed and Fri | 2026-11-23 FREQ=WEEKLY;BYDAY=MO,WE,FR
every Sunday | 2026-11-29 FREQ=WEEKLY;BYDAY=SU
every other Friday | 2026-11-27 FREQ=WEEKLY;INTERVAL=2;BYDAY=FR
every other Friday until June | 2026-11-27 FREQ=WEEKLY;UNTIL=20270601;INTERVAL=2;BYDAY=FR
every other Friday until the end of June | 2026-11-27 FREQ=WEEKLY;UNTIL=20270630;INTERVAL=2;BYDAY=FR
every other week | 2026-12-06 FREQ=WEEKLY;INTERVAL=2
every 2 weeks | 2026-12-06 FREQ=WEEKLY;INTERVAL=2
every two weeks | 2026-12-06 FREQ=WEEKLY;INTERVAL=2
every second week | 2026-12-06 FREQ=WEEKLY;INTERVAL=2
every fortnight | 2026-12-06 FREQ=WEEKLY;INTERVAL=2
fortnightly | 2026-12-06 FREQ=WEEKLY;INTERVAL=2
every 2 weeks on Friday | 2026-11-27 FREQ=WEEKLY;INTERVAL=2;BYDAY=FR
every 3 days | 2026-11-25 FREQ=DAILY;INTERVAL=3
every month | 2026-12-22 FREQ=MONTHLY
monthly | 2026-12-22 FREQ=MONTHLY
once a month | 2026-12-22 FREQ=MONTHLY
every other month | 2027-01-22 FREQ=MONTHLY;INTERVAL=2
every 6 months | 2027-05-22 FREQ=MONTHLY;INTERVAL=6
twice a year | 2027-05-22 FREQ=MONTHLY;INTERVAL=6
quarterly | 2027-02-22 FREQ=MONTHLY;INTERVAL=3
every quarter | 2027-02-22 FREQ=MONTHLY;INTERVAL=3
yearly | 2027-11-22 FREQ=YEARLY
every year | 2027-11-22 FREQ=YEARLY
annually | 2027-11-22 FREQ=YEARLY
once a year | 2027-11-22 FREQ=YEARLY
every month on the 1st | 2026-12-01 FREQ=MONTHLY;BYMONTHDAY=1
monthly on the 15th | 2026-12-15 FREQ=MONTHLY;BYMONTHDAY=15
every month on the last day | 2026-11-30 FREQ=MONTHLY;BYMONTHDAY=-1
every month on the 31st | 2026-12-31 FREQ=MONTHLY;BYMONTHDAY=31
the 1st of every month | 2026-12-01 FREQ=MONTHLY;BYMONTHDAY=1
every 1st of the month | 2026-12-01 FREQ=MONTHLY;BYMONTHDAY=1
end of every month | 2026-11-30 FREQ=MONTHLY;BYMONTHDAY=-1
at the end of each month | 2026-11-30 FREQ=MONTHLY;BYMONTHDAY=-1
every month end | 2026-11-30 FREQ=MONTHLY;BYMONTHDAY=-1
end of every quarter | 2026-12-31 FREQ=YEARLY;BYMONTHDAY=-1;BYMONTH=3,6,9,12
start of every year | 2027-01-01 FREQ=YEARLY;BYMONTHDAY=1;BYMONTH=1
every 2nd Tuesday | 2026-12-08 FREQ=MONTHLY;BYDAY=2TU
every second Tuesday of the month | 2026-12-08 FREQ=MONTHLY;BYDAY=2TU
monthly on the 2nd Tuesday | 2026-12-08 FREQ=MONTHLY;BYDAY=2TU
every last Friday | 2026-11-27 FREQ=MONTHLY;BYDAY=-1FR
the last Friday of every month | 2026-11-27 FREQ=MONTHLY;BYDAY=-1FR
every 12 March | 2027-03-12 FREQ=YEARLY;BYMONTHDAY=12;BYMONTH=3
every March 12th | 2027-03-12 FREQ=YEARLY;BYMONTHDAY=12;BYMONTH=3
every year on 12 March | 2027-03-12 FREQ=YEARLY;BYMONTHDAY=12;BYMONTH=3
every March | 2027-03-01 FREQ=YEARLY;BYMONTHDAY=1;BYMONTH=3
every 29 February | 2028-02-29 FREQ=YEARLY;BYMONTHDAY=29;BYMONTH=2
every day for 5 times | 2026-11-23 FREQ=DAILY;COUNT=5
every 2 weeks for 5 times | 2026-12-06 FREQ=WEEKLY;COUNT=5;INTERVAL=2
monthly, 3 times | 2026-12-22 FREQ=MONTHLY;COUNT=3
every Friday until 31 December | 2026-11-27 FREQ=WEEKLY;UNTIL=20261231;BYDAY=FR
every Friday till end of Q1 | 2026-11-27 FREQ=WEEKLY;UNTIL=20270331;BYDAY=FR
every week for 6 months | 2026-11-29 FREQ=WEEKLY;UNTIL=20270522
every week starting next Monday | 2026-11-23 FREQ=WEEKLY
every Friday from January | 2027-01-01 FREQ=WEEKLY;BYDAY=FR
every month starting on 1 February | 2027-02-01 FREQ=MONTHLY
every month from 31 January | 2027-01-31 FREQ=MONTHLY
every Monday at 9am | 2026-11-23 09:00 FREQ=WEEKLY;BYDAY=MO
every Monday morning | 2026-11-23 09:00 FREQ=WEEKLY;BYDAY=MO
every 31 February | ! There is no 31 February.
every month on the 32nd | ! No month has a 32nd.
every 6th Tuesday | ! No month has a 6th Tuesday.
every Friday until 31 April | ! There is no 31 April.
every Friday until today | ! That repetition ends before it begins.
every | -
every person | -
once | -
each | -
every 0 weeks | -
)"},
    // The 31st of January, a Sunday.
    Table{"what comes back from the end of a month", "2027-01-31T09:30Z", false, DayOrder::MonthFirst, Lean::Future, R"(
monthly | 2027-02-28 FREQ=MONTHLY
every month on the 30th | 2027-03-30 FREQ=MONTHLY;BYMONTHDAY=30
every month end | 2027-02-28 FREQ=MONTHLY;BYMONTHDAY=-1
every Friday until 3/4 | 2027-02-05 FREQ=WEEKLY;UNTIL=20270304;BYDAY=FR
)"},
};

}  // namespace

std::span<const Table> tablesOfRepetitions()
{
    return kRepetitions;
}

}  // namespace kith::capture::test
