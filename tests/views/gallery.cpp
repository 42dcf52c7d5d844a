// Draws every control and the window to PNG files, light and dark, to be looked at beside the design:
//   kith_gallery FOLDER
#include "gallery_pages.h"

#include <QApplication>
#include <QDir>

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    const QString folder = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QDir::currentPath();
    QDir().mkpath(folder);
    for (const auto appearance : {kith::ui::Appearance::Light, kith::ui::Appearance::Dark}) {
        kith::ui::drawGallery(app, appearance, folder);
    }
    return 0;
}
