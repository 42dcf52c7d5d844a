#include "commands.h"

#include <fmt/format.h>

namespace kith::cli {

namespace {

struct Options {
    bool plain = false;
    std::string organisation;
};

Result<void> run(Context& context, const Options& options)
{
    KITH_TRY(session,
             Session::create(context.path(), options.plain, context.keyPlace(), options.organisation, context.clock(),
                             context.zone()));
    if (context.json()) {
        context.out().json({{"workspace", context.path().string()},
                            {"encrypted", session->workspace().isEncrypted()},
                            {"key", toWord(session->keyKind())},
                            {"organisation", options.organisation}});
        return {};
    }
    context.out().line(fmt::format("Made {} ({}).", context.path().string(), toWord(session->keyKind())));
    return {};
}

}  // namespace

void addInit(CommandTable& table)
{
    const auto options = std::make_shared<Options>();
    Command command = table.add({.name = "init",
                                 .what = "Make a new workspace",
                                 .example = "kithctl init --organisation \"Northwind Council\""},
                                [options](Context& context) { return run(context, *options); });
    command.flag("--plain", options->plain, "Do not encrypt it: for throw-away files");
    command.option("--organisation", options->organisation, "The name of your own organisation").value("NAME");
}

}  // namespace kith::cli
