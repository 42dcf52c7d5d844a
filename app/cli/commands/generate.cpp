#include "commands.h"

#include <kith/arguments/documents.h>

namespace kith::cli {

namespace {

constexpr std::string_view kMore =
    ".SH ENVIRONMENT\n"
    ".TP\n.B KITH_WORKSPACE\nThe workspace file.\n"
    ".TP\n.B KITH_KEY_FILE\nThe key file.\n"
    ".TP\n.B KITH_PASSPHRASE_FILE\nA file whose first line is the workspace's passphrase.\n"
    ".TP\n.B KITH_NOW\nThe present time, for scripts and tests.\n"
    ".SH FILES\n.TP\n.I $XDG_DATA_HOME/kith/default.kith\nThe default workspace.\n";

}  // namespace

// Both commands describe the table that they are in, which outlives them; they are left out of help.

void addMan(CommandTable& table)
{
    Command command = table.add({.name = "man", .what = "Print the man page", .example = "kithctl man > kithctl.1"},
                                [&table](Context& context) -> Result<void> {
                                    const Date date = context.zone().dateOf(context.clock().now());
                                    context.out().raw(arguments::manPage(
                                        table.root(), {.version = KITH_VERSION, .date = isoDate(date), .more = kMore}));
                                    return {};
                                });
    command.hide();
}

void addCompletion(CommandTable& table)
{
    const auto shell = std::make_shared<std::string>();
    Command command =
        table.add({.name = "completion",
                   .what = "Print completion for a shell",
                   .example = "kithctl completion bash > /etc/bash_completion.d/kithctl"},
                  [&table, shell](Context& context) -> Result<void> {
                      context.out().raw(arguments::completion(table.root(), *shell).value_or(std::string{}));
                      return {};
                  });
    command.option("shell", *shell, "Which shell").required().words({"bash", "zsh", "fish"});
    command.hide();
}

}  // namespace kith::cli
