// The sheet in which a reminder is set.
#pragma once

#include <kith/pages/person_page.h>
#include <kith/theme/theme.h>

class QWidget;

namespace kith::ui {

/// Opens over the window of `host`: reason, day, repetition. Saves through the page.
void openRemindSheet(const Theme* theme, QWidget* host, PersonPage& page);

}  // namespace kith::ui
