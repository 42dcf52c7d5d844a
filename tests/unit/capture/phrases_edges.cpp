#include "phrase_rows.h"

#include <array>

namespace kith::capture::test {

namespace {

constexpr std::array kEdges{
    // A Thursday.
    Table{"the last half hour of a year", "2026-12-31T23:30Z", false, DayOrder::DayFirst, Lean::Future, R"(
today | 2026-12-31
tomorrow | 2027-01-01
midnight | 2027-01-01 00:00
in an hour | 2027-01-01 00:30
9am | 2027-01-01 09:00
1 January | 2027-01-01
31 December | 2026-12-31
30 December | 2027-12-30
1/1 | 2027-01-01
the 1st | 2027-01-01
the 31st | 2026-12-31
Friday | 2027-01-01
next Friday | 2027-01-08
this Friday | 2027-01-01
next week | 2027-01-04
next month | 2027-01-01
next quarter | 2027-01-01
next year | 2027-01-01
end of the month | 2026-12-31
end of next month | 2027-01-31
in 2 months | 2027-02-28
first Monday of the month | 2027-01-04
last Friday of the year | 2027-12-31
end of the week | 2027-01-01
Q1 | 2027-01-01
end of Q4 | 2026-12-31
)"},
    // A Friday.
    Table{"the first hour of a year", "2027-01-01T00:20Z", false, DayOrder::DayFirst, Lean::Past, R"(
yesterday | 2026-12-31
last night | 2026-12-31 20:00
an hour ago | 2026-12-31 23:20
Friday | 2027-01-01
last Friday | 2026-12-25
31 December | 2026-12-31
31/12 | 2026-12-31
1/1 | 2027-01-01
2/1 | 2026-01-02
last month | 2026-12-01
last week | 2026-12-21
last quarter | 2026-10-01
last year | 2026-01-01
end of the year | 2026-12-31
in December | 2026-12-01
in January | 2027-01-01
the 31st | 2026-12-31
the 2nd | 2026-12-02
midnight | 2027-01-01 00:00
11pm | 2026-12-31 23:00
)"},
    // A Tuesday.
    Table{"a leap day, looking ahead", "2028-02-29T12:00Z", false, DayOrder::DayFirst, Lean::Future, R"(
today | 2028-02-29
tomorrow | 2028-03-01
29 February | 2028-02-29
29/2 | 2028-02-29
29 Feb 2029 | ! There is no 29 February 2029.
29 February next year | ! There is no 29 February 2029.
the 29th | 2028-02-29
the 30th | 2028-03-30
the 28th | 2028-03-28
in a year | 2029-02-28
in 4 years | 2032-02-29
in a month | 2028-03-29
in 12 months | 2029-02-28
end of the month | 2028-02-29
end of February | 2028-02-29
end of next month | 2028-03-31
Tuesday | 2028-03-07
this Tuesday | 2028-02-29
next Tuesday | 2028-03-07
5th Tuesday of February | 2028-02-29
5th Tuesday of February 2029 | ! There is no 5th Tuesday in February 2029.
last Tuesday of the month | 2028-02-29
)"},
    Table{"a leap day, looking back", "2028-02-29T12:00Z", false, DayOrder::MonthFirst, Lean::Past, R"(
2/29 | 2028-02-29
2/29/2024 | 2024-02-29
2/30 | ! There is no 30 February.
a year ago | 2027-02-28
4 years ago | 2024-02-29
a month ago | 2028-01-29
Tuesday | 2028-02-29
last Tuesday | 2028-02-22
last day of February | 2028-02-29
)"},
    // Half past one on the night in which two o'clock is followed by three; 28 March 2027 is a Sunday.
    Table{"the night of a daylight-saving gap", "2027-03-28T00:30Z", true, DayOrder::DayFirst, Lean::Future, R"(
today | 2027-03-28
tomorrow | 2027-03-29
at 02:30 | 2027-03-28 02:30
today at 02:30 | 2027-03-28 02:30
at 01:15 | 2027-03-29 01:15
at 03:00 | 2027-03-28 03:00
in an hour | 2027-03-28 03:30
in 20 minutes | 2027-03-28 01:50
in 24 hours | 2027-03-29 02:30
in a week | 2027-04-04
31 October | 2027-10-31
)"},
    // Just past midnight there, still the day before in UTC.
    Table{"a day that has begun here alone", "2027-03-27T23:30Z", true, DayOrder::DayFirst, Lean::Past, R"(
today | 2027-03-28
yesterday | 2027-03-27
an hour ago | 2027-03-27 23:30
Saturday | 2027-03-27
00:15 | 2027-03-28 00:15
00:45 | 2027-03-27 00:45
)"},
    // A Sunday on which clocks went back: half past two came twice, it is the second one.
    Table{"an hour that comes twice", "2027-10-31T01:30Z", true, DayOrder::DayFirst, Lean::Past, R"(
an hour ago | 2027-10-31 02:30
2 hours ago | 2027-10-31 01:30
at 02:30 | 2027-10-31 02:30
yesterday | 2027-10-30
)"},
};

}  // namespace

std::span<const Table> tablesOfEdges()
{
    return kEdges;
}

}  // namespace kith::capture::test
