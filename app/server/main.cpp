#include "program.h"

#include <QCoreApplication>

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    kith::app::Program program;
    kith::app::addServe(program);
    kith::app::addAdministration(program);
    kith::app::addUpkeep(program);
    kith::app::addMan(program);
    return program.run(argc, argv);
}
