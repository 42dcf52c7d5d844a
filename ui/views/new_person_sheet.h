// The sheet that adds a person.
#pragma once

#include <kith/pages/people_page.h>
#include <kith/theme/theme.h>

class QWidget;

namespace kith::ui {

/// Opens over the window of `host`; only a name is needed. `name` is filled in already. Saves through the page.
void openNewPersonSheet(const Theme* theme, QWidget* host, PeoplePage& page, const QString& name = {});

}  // namespace kith::ui
