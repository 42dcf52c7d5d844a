// The limit for the start time: a Qt program with one empty window, ended when the window has been drawn.

#include <QApplication>
#include <QMainWindow>
#include <QTimer>

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QMainWindow window;
    window.resize(1280, 800);
    window.show();
    // The first turn of the event loop draws; the second one is idle.
    QTimer::singleShot(0, &window, [] { QTimer::singleShot(0, qApp, &QCoreApplication::quit); });
    return QApplication::exec();
}
