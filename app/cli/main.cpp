#include "command_table.h"
#include "commands/commands.h"

int main(int argc, char** argv)
{
    kith::cli::CommandTable table;
    kith::cli::addAllCommands(table);
    return table.run(argc, argv);
}
