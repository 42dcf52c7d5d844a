// The sheet in which two people become one.
#pragma once

#include <kith/pages/person_page.h>
#include <kith/theme/theme.h>

class QWidget;

namespace kith::ui {

/// Opens over the window of `host`: the other person, the fields in which the two differ side by side, and what will
/// happen. Merges through the page.
void openMergeSheet(const Theme* theme, QWidget* host, PersonPage& page);

}  // namespace kith::ui
