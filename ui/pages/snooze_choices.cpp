#include <kith/pages/snooze_choices.h>

#include <kith/pages/words.h>

#include <QCoreApplication>
#include <algorithm>

namespace kith::ui {

namespace {

struct Choices {
    Q_DECLARE_TR_FUNCTIONS(Choices)
};

/// Said on a Sunday, "next week" is not tomorrow.
Date nextMonday(Date today)
{
    const std::chrono::days ahead = std::chrono::Monday - std::chrono::weekday{today};
    return today + (ahead < std::chrono::days{2} ? ahead + std::chrono::days{7} : ahead);
}

/// The same day of the next month, or its last day where it is shorter.
Date inAMonth(Date today)
{
    const std::chrono::year_month_day civil{today};
    const auto month = std::chrono::year_month{civil.year(), civil.month()} + std::chrono::months{1};
    const auto last = month / std::chrono::last;
    return month / std::min(civil.day(), last.day());
}

}  // namespace

std::vector<SnoozeChoice> snoozeChoices(Date today, const QLocale& locale)
{
    const auto choice = [&](const QString& label, Date until) {
        return SnoozeChoice{.label = label, .day = longDay(until, today, locale), .until = until};
    };
    return {choice(Choices::tr("Tomorrow"), today + std::chrono::days{1}),
            choice(Choices::tr("Next week"), nextMonday(today)), choice(Choices::tr("In a month"), inAMonth(today))};
}

}  // namespace kith::ui
