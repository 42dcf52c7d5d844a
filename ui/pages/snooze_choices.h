// The days to which a reminder is put off most often.
#pragma once

#include <kith/base/clock.h>

#include <QLocale>
#include <QString>
#include <vector>

namespace kith::ui {

/// A day that a reminder may be put off to, in words.
struct SnoozeChoice {
    QString label;  ///< "Next week"
    QString day;  ///< "Monday 30 November"
    Date until{};
};

/// Tomorrow, a Monday that is not tomorrow, and the same day of the next month.
[[nodiscard]] std::vector<SnoozeChoice> snoozeChoices(Date today, const QLocale& locale);

}  // namespace kith::ui
