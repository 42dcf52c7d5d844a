#include "phrase_rows.h"

#include <array>

namespace kith::capture::test {

namespace {

// 22 November 2026 is a Sunday, half past nine in the morning.
constexpr std::string_view kNow = "2026-11-22T09:30Z";

constexpr std::array kDays{
    Table{"looking ahead, the day first", kNow, false, DayOrder::DayFirst, Lean::Future, R"(
today | 2026-11-22
Today | 2026-11-22
later today | 2026-11-22
tonight | 2026-11-22 20:00
this afternoon | 2026-11-22 15:00
this evening | 2026-11-22 19:00
tomorrow | 2026-11-23
tomorrow morning | 2026-11-23 09:00
tomorrow afternoon | 2026-11-23 15:00
tomorrow at 9 | 2026-11-23 09:00
tomorrow at 3 | 2026-11-23 15:00
tomorrow, 15:30 | 2026-11-23 15:30
tomorrow in the morning | 2026-11-23 09:00
tomorrow morning at 9:30 | 2026-11-23 09:30
first thing tomorrow | 2026-11-23 09:00
the day after tomorrow | 2026-11-24
day after tomorrow at noon | 2026-11-24 12:00
noon | 2026-11-22 12:00
at noon | 2026-11-22 12:00
at midday tomorrow | 2026-11-23 12:00
midnight | 2026-11-23 00:00
3pm | 2026-11-22 15:00
9am | 2026-11-23 09:00
at 15:30 | 2026-11-22 15:30
15:30 tomorrow | 2026-11-23 15:30
3.30pm | 2026-11-22 15:30
3:30 p.m. | 2026-11-22 15:30
half past three | 2026-11-22 15:30
quarter to four | 2026-11-22 15:45
a quarter past 11 | 2026-11-22 11:15
twenty past two | 2026-11-22 14:20
three o'clock | 2026-11-22 15:00
three o’clock | 2026-11-22 15:00
Thu 3pm | 2026-11-26 15:00
3pm Thu | 2026-11-26 15:00
3pm on Thursday | 2026-11-26 15:00
Thursday at half past two | 2026-11-26 14:30
Friday | 2026-11-27
friday | 2026-11-27
fri | 2026-11-27
on Fri | 2026-11-27
by Friday | 2026-11-27
Friday morning | 2026-11-27 09:00
Friday in the afternoon | 2026-11-27 15:00
Friday lunchtime | 2026-11-27 12:30
Monday | 2026-11-23
Sunday | 2026-11-29
on sat | 2026-11-28
this Friday | 2026-11-27
this Sunday | 2026-11-22
this coming Friday | 2026-11-27
next Friday | 2026-11-27
next Tuesday | 2026-11-24
next Sunday | 2026-11-29
next week | 2026-11-23
next week on Thursday | 2026-11-26
Thursday next week | 2026-11-26
Tuesday of next week | 2026-11-24
early next week | 2026-11-23
mid next week | 2026-11-25
the middle of next week | 2026-11-25
late next week | 2026-11-26
the end of next week | 2026-11-27
end of the week | 2026-11-27
the weekend | 2026-11-28
next weekend | 2026-11-28
Friday week | 2026-12-04
a week on Friday | 2026-12-04
a week from Friday | 2026-12-04
two weeks on Friday | 2026-12-11
a fortnight on Friday | 2026-12-11
Friday fortnight | 2026-12-11
a week today | 2026-11-29
a week tomorrow | 2026-11-30
in a week | 2026-11-29
in a week's time | 2026-11-29
in two weeks’ time | 2026-12-06
in a fortnight | 2026-12-06
a fortnight from now | 2026-12-06
in 3 weeks | 2026-12-13
in three weeks | 2026-12-13
in about 3 weeks | 2026-12-13
in a couple of weeks | 2026-12-06
in a few days | 2026-11-25
in 10 days | 2026-12-02
within 2 weeks | 2026-12-06
3 weeks from now | 2026-12-13
in a month | 2026-12-22
in a month or so | 2026-12-22
in six months | 2027-05-22
in a quarter | 2027-02-22
in a year | 2027-11-22
in 2 hours | 2026-11-22 11:30
in half an hour | 2026-11-22 10:00
in 20 minutes | 2026-11-22 09:50
2nd Tuesday of March | 2027-03-09
the 2nd Tuesday of March | 2027-03-09
second Tuesday in March | 2027-03-09
on the second Tuesday in March | 2027-03-09
2nd Tuesday of March 2028 | 2028-03-14
2nd Tuesday of March at 3pm | 2027-03-09 15:00
first Monday in May 2027 | 2027-05-03
last Friday of the month | 2026-11-27
the last Friday of next month | 2026-12-25
last Friday of March | 2027-03-26
third Thursday next month | 2026-12-17
the 2nd Tuesday | 2026-12-08
first Monday of next year | 2027-01-04
last day of the month | 2026-11-30
first day of next month | 2026-12-01
last day of February | 2027-02-28
end of Q1 | 2027-03-31
at the end of Q1 | 2027-03-31
end of Q1 2028 | 2028-03-31
Q2 | 2027-04-01
in Q3 2027 | 2027-07-01
start of the second quarter | 2027-04-01
start of next quarter | 2027-01-01
end of this quarter | 2026-12-31
end of the quarter | 2026-12-31
mid March | 2027-03-15
mid-March | 2027-03-15
in mid-March | 2027-03-15
early March | 2027-03-01
late March | 2027-03-21
the end of March | 2027-03-31
end of month | 2026-11-30
month end | 2026-11-30
end of the month | 2026-11-30
end of next month | 2026-12-31
end of the year | 2026-12-31
by the end of the year | 2026-12-31
end of 2027 | 2027-12-31
early 2027 | 2027-01-01
mid next year | 2027-07-01
next month | 2026-12-01
next quarter | 2027-01-01
next year | 2027-01-01
March | 2027-03-01
in March | 2027-03-01
in March 2028 | 2028-03-01
in november | 2027-11-01
next March | 2027-03-01
next November | 2027-11-01
in June next year | 2027-06-01
in 2028 | 2028-01-01
3/4 | 2027-04-03
on 3/4 | 2027-04-03
3/4/27 | 2027-04-03
3/4/2027 | 2027-04-03
3.4.2027 | 2027-04-03
3-4-2027 | 2027-04-03
2027-04-03 | 2027-04-03
2027/04/03 | 2027-04-03
2027-04-03 15:30 | 2027-04-03 15:30
25/12 | 2026-12-25
12 March | 2027-03-12
12 Mar | 2027-03-12
12th March | 2027-03-12
12th of March | 2027-03-12
the 12th of March | 2027-03-12
12. March | 2027-03-12
12-Mar-2027 | 2027-03-12
12 March 2027 | 2027-03-12
12 March '27 | 2027-03-12
March 12 | 2027-03-12
March 12th | 2027-03-12
March 12th, 2027 | 2027-03-12
march 12 2028 | 2028-03-12
may 3 | 2027-05-03
3 may | 2027-05-03
12 March next year | 2027-03-12
22 November | 2026-11-22
21 November | 2027-11-21
12 March at 10am | 2027-03-12 10:00
Friday 12 March | 2027-03-12
Fri, 12 March 2027 | 2027-03-12
Fri 12/3 | 2027-03-12
the 12th | 2026-12-12
on the 12th | 2026-12-12
the 30th | 2026-11-30
the 31st | 2026-12-31
Friday the 27th | 2026-11-27
the 12th of next month | 2026-12-12
the first of the month | 2026-12-01
1st of January | 2027-01-01
)"},
    Table{"looking back, the day first", kNow, false, DayOrder::DayFirst, Lean::Past, R"(
today | 2026-11-22
just now | 2026-11-22
this morning | 2026-11-22 09:00
earlier today | 2026-11-22
yesterday | 2026-11-21
Yesterday | 2026-11-21
yesterday morning | 2026-11-21 09:00
yesterday evening | 2026-11-21 19:00
yesterday at 4pm | 2026-11-21 16:00
yesterday 16:15 | 2026-11-21 16:15
last night | 2026-11-21 20:00
the day before yesterday | 2026-11-20
the other day | 2026-11-20
9am | 2026-11-22 09:00
3pm | 2026-11-21 15:00
at noon | 2026-11-21 12:00
midnight | 2026-11-22 00:00
Friday | 2026-11-20
on Friday | 2026-11-20
Sunday | 2026-11-22
Mon | 2026-11-16
Mon 10:00 | 2026-11-16 10:00
Thurs at 3 | 2026-11-19 15:00
last Friday | 2026-11-20
last Sunday | 2026-11-15
last Tuesday | 2026-11-17
this Friday | 2026-11-20
this past Friday | 2026-11-20
Friday last week | 2026-11-13
last week on Friday | 2026-11-13
last week | 2026-11-09
last weekend | 2026-11-14
end of last week | 2026-11-13
last month | 2026-10-01
end of last month | 2026-10-31
last quarter | 2026-07-01
last year | 2025-01-01
end of last year | 2025-12-31
start of the year | 2026-01-01
two months ago | 2026-09-22
2 days ago | 2026-11-20
a week ago | 2026-11-15
a fortnight ago | 2026-11-08
three weeks ago | 2026-11-01
a couple of days ago | 2026-11-20
a year ago | 2025-11-22
an hour ago | 2026-11-22 08:30
half an hour ago | 2026-11-22 09:00
20 minutes ago | 2026-11-22 09:10
10 hours ago | 2026-11-21 23:30
in March | 2026-03-01
in November | 2026-11-01
in December | 2025-12-01
last March | 2026-03-01
last December | 2025-12-01
early September | 2026-09-01
mid October | 2026-10-15
3/4 | 2026-04-03
25/12 | 2025-12-25
12 March | 2026-03-12
December 12th | 2025-12-12
12 March 2025 | 2025-03-12
the 12th | 2026-11-12
the 23rd | 2026-10-23
first Monday of the month | 2026-11-02
last Friday of October | 2026-10-30
2nd Tuesday of December | 2025-12-09
March | -
may | -
)"},
    Table{"looking ahead, the month first", kNow, false, DayOrder::MonthFirst, Lean::Future, R"(
3/4 | 2027-03-04
3/4/27 | 2027-03-04
3/4/2027 | 2027-03-04
03/04/2027 | 2027-03-04
3-4-2027 | 2027-03-04
3.4.2027 | 2027-04-03
2027-04-03 | 2027-04-03
12/25 | 2026-12-25
12/25/2026 3pm | 2026-12-25 15:00
11/22 | 2026-11-22
11/21 | 2027-11-21
Thu 3/4 | 2027-03-04
25/12 | ! There is no month 25; dates in figures begin with the month here.
2/29/2027 | ! There is no 29 February 2027.
2/29/2028 | 2028-02-29
4/31 | ! There is no 31 April.
March 4 | 2027-03-04
4 March | 2027-03-04
)"},
    Table{"looking back, the month first", kNow, false, DayOrder::MonthFirst, Lean::Past, R"(
3/4 | 2026-03-04
11/22 | 2026-11-22
11/23 | 2025-11-23
12/25 | 2025-12-25
12/25/25 | 2025-12-25
)"},
    Table{"what there is no day for", kNow, false, DayOrder::DayFirst, Lean::Future, R"(
31 February | ! There is no 31 February.
30 February | ! There is no 30 February.
29 Feb | ! There is no 29 February 2027.
29 Feb 2027 | ! There is no 29 February 2027.
29 Feb 2028 | 2028-02-29
29 February 2100 | ! There is no 29 February 2100.
31 April | ! There is no 31 April.
31 June 2027 | ! There is no 31 June 2027.
June 31st | ! There is no 31 June.
0 March | ! There is no 0 March.
45 March | ! There is no 45 March.
31/2 | ! There is no 31 February.
31/4/2027 | ! There is no 31 April 2027.
31.4.2027 | ! There is no 31 April 2027.
3/13 | ! There is no month 13; dates in figures begin with the day here.
2027-13-01 | ! There is no month 13.
2027-02-30 | ! There is no 30 February 2027.
the 32nd | ! No month has a 32nd.
5th Tuesday of February 2027 | ! There is no 5th Tuesday in February 2027.
the 5th Monday of next month | ! There is no 5th Monday in December 2026.
the 31st of this month | ! There is no 31 November 2026.
Monday 12 March 2027 | ! 12 March 2027 is a Friday, not a Monday.
Tuesday the 27th | ! 27 November 2026 is a Friday, not a Tuesday.
tomorrow at 25:00 | ! There is no such time of day.
tomorrow 10:75 | ! There is no such time of day.
at 25:00 | ! There is no such time of day.
in 9999 years | ! That day is not between the years 1900 and 2199.
)"},
    Table{"what is no phrase of time", kNow, false, DayOrder::DayFirst, Lean::Past, R"(
sat with her | -
second | -
a | -
the | -
at | -
in | -
on | -
last | -
next | -
40m | -
half | -
50/50 | -
1/2% | -
3.4 | -
16:9 | -
at 3 sites | -
five people | -
the year | -
this month | -
2027 | -
week | -
days | -
2 weeks | -
early | -
end | -
)"},
};

}  // namespace

std::span<const Table> tablesOfDays()
{
    return kDays;
}

}  // namespace kith::capture::test
