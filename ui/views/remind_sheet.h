// Sheets that ask for a date: set a reminder, put one off.
#pragma once

#include <kith/pages/person_page.h>
#include <kith/theme/theme.h>

class QWidget;

namespace kith::ui {

/// Opens over the window of `host`: reason, day, repetition. Saves through the page.
void openRemindSheet(const Theme* theme, QWidget* host, PersonPage& page);
/// Asks until when and why; saves through the page.
void openSnoozeSheet(const Theme* theme, QWidget* host, PersonPage& page, const Id& reminder, const QString& reason);

}  // namespace kith::ui
