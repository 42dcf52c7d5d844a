// What the gallery shows.
#pragma once

#include <kith/theme/theme.h>

class QApplication;

namespace kith::ui {

void drawGallery(QApplication& app, Appearance appearance, const QString& folder);
void drawWindow(Theme& theme, const QString& folder);

}  // namespace kith::ui
