#include "composition.h"

#include <QApplication>

int main(int argc, char** argv)
{
    QApplication::setOrganizationName(QStringLiteral("Kith"));
    QApplication::setApplicationName(QStringLiteral("kith"));
    QApplication::setApplicationVersion(QStringLiteral(KITH_VERSION));
    QApplication app(argc, argv);
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Kith"));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.kith.Kith"));
    QApplication::setQuitOnLastWindowClosed(false);
    kith::desktop::Composition composition(app, kith::desktop::readOptions(QApplication::arguments()));
    if (!composition.start()) return 0;
    return QApplication::exec();
}
