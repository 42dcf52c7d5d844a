#include "commands.h"

#include "../command_docs.h"

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

// Both commands describe the table that they are in, which outlives them; the empty group hides them from help.

void addMan(CommandTable& table)
{
    CLI::App& app = table.add(
        {.name = "man", .what = "Print the man page", .example = "kithctl man > kithctl.1"},
        [&table](Context& context) -> Result<void> {
            const Date date = context.zone().dateOf(context.clock().now());
            context.out().raw(manPage(table.app(), {.version = KITH_VERSION, .date = isoDate(date), .more = kMore}));
            return {};
        });
    app.group("");
}

void addCompletion(CommandTable& table)
{
    const auto shell = std::make_shared<std::string>();
    CLI::App& app = table.add({.name = "completion",
                               .what = "Print completion for a shell",
                               .example = "kithctl completion bash > /etc/bash_completion.d/kithctl"},
                              [&table, shell](Context& context) -> Result<void> {
                                  context.out().raw(completion(table.app(), *shell).value_or(std::string{}));
                                  return {};
                              });
    takesWords(app.add_option("shell", *shell, "Which shell")->required(), {"bash", "zsh", "fish"});
    app.group("");
}

}  // namespace kith::cli
