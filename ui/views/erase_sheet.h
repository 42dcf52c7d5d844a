// Erasing a person, after their name was typed.
#pragma once

#include <kith/pages/erase_page.h>

class QWidget;

namespace kith::ui {

class Theme;

/// Opens over the window of `host`; nothing when there is nobody or one may not. The page must outlive the window.
void openEraseSheet(const Theme* theme, QWidget* host, ErasePage& page, const Id& person);

}  // namespace kith::ui
