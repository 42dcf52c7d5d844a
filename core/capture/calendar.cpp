#include <kith/capture/calendar.h>

namespace kith::capture {

namespace chrono = std::chrono;

using chrono::days;
using chrono::months;
using chrono::year_month;
using chrono::year_month_day;

namespace {

year_month firstMonth(Unit unit, Date date)
{
    const year_month here = monthOf(date);
    if (unit == Unit::Year) return here.year() / chrono::January;
    if (unit != Unit::Quarter) return here;
    const unsigned month = static_cast<unsigned>(here.month());
    return here.year() / chrono::month{month - (month - 1) % 3};
}

int monthsOf(Unit unit)
{
    return unit == Unit::Year ? 12 : unit == Unit::Quarter ? 3 : 1;
}

}  // namespace

year_month monthOf(Date date)
{
    const year_month_day ymd{date};
    return ymd.year() / ymd.month();
}

Date startOf(Unit unit, Date date)
{
    if (unit == Unit::Day) return date;
    if (unit == Unit::Week) return date - (chrono::weekday{date} - chrono::Monday);
    return Date{firstMonth(unit, date) / 1};
}

Date endOf(Unit unit, Date date)
{
    if (unit == Unit::Day) return date;
    if (unit == Unit::Week) return startOf(unit, date) + days{4};
    const year_month last = firstMonth(unit, date) + months{monthsOf(unit) - 1};
    return Date{last / chrono::last};
}

Date middleOf(Unit unit, Date date)
{
    if (unit == Unit::Day) return date;
    if (unit == Unit::Week) return startOf(unit, date) + days{2};
    const year_month first = firstMonth(unit, date);
    if (unit == Unit::Year) return Date{first.year() / chrono::July / 1};
    return Date{(unit == Unit::Quarter ? first + months{1} : first) / 15};
}

Date lateIn(Unit unit, Date date)
{
    if (unit == Unit::Day) return date;
    if (unit == Unit::Week) return startOf(unit, date) + days{3};
    const year_month first = firstMonth(unit, date);
    if (unit == Unit::Month) return Date{first / 21};
    return Date{(first + months{monthsOf(unit) - 1}) / 1};
}

Date stepped(Unit unit, Date date, int count)
{
    if (unit == Unit::Day) return date + days{count};
    if (unit == Unit::Week) return date + days{7 * count};
    const year_month_day ymd{date};
    const year_month there = monthOf(date) + months{count * monthsOf(unit)};
    const year_month_day same = there / ymd.day();
    return same.ok() ? Date{same} : Date{there / chrono::last};
}

Date weekdayAfter(Date date, chrono::weekday weekday)
{
    const days ahead = weekday - chrono::weekday{date};
    return date + (ahead == days{0} ? days{7} : ahead);
}

Date weekdayBefore(Date date, chrono::weekday weekday)
{
    const days back = chrono::weekday{date} - weekday;
    return date - (back == days{0} ? days{7} : back);
}

std::optional<Date> numberedWeekday(year_month month, chrono::weekday weekday, int n)
{
    if (n < 0) return Date{month / weekday[chrono::last]};
    const chrono::year_month_weekday there = month / weekday[static_cast<unsigned>(n)];
    return there.ok() ? std::optional<Date>(there) : std::nullopt;
}

bool withinReach(Date date)
{
    const int y = static_cast<int>(year_month_day{date}.year());
    return y >= 1900 && y <= 2199;
}

}  // namespace kith::capture
