#include "composition.h"

#include <QApplication>

int main(int argc, char** argv)
{
    QApplication::setOrganizationName(QStringLiteral("Kith"));
    QApplication::setApplicationName(QStringLiteral("kith"));
    QApplication::setApplicationVersion(QStringLiteral(KITH_VERSION));
    if (kith::desktop::asksForText(std::span(argv, static_cast<std::size_t>(argc)))) {
        // Neither help nor the version needs a display. Reading the options prints them and ends.
        const QCoreApplication app(argc, argv);
        static_cast<void>(kith::desktop::readOptions(QCoreApplication::arguments()));
        return 0;
    }
    QApplication app(argc, argv);
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Kith"));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.kith.Kith"));
    QApplication::setQuitOnLastWindowClosed(false);
    kith::desktop::Composition composition(app, kith::desktop::readOptions(QApplication::arguments()));
    if (!composition.start()) return 0;
    return QApplication::exec();
}
