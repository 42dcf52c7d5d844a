#include "commands.h"

#include <fmt/format.h>

namespace kith::cli {

namespace {

Result<void> runBackup(Context& context, const std::string& file)
{
    KITH_TRY(session, context.open());
    KITH_CHECK(session->workspace().backup(file));
    if (context.json()) context.out().json({{"backup", file}, {"verified", true}});
    else context.out().line(fmt::format("Copied and verified: {}.", file));
    return {};
}

Result<void> runRestore(Context& context, const std::string& file)
{
    KITH_TRY(kept, restoreWorkspace(file, context.path(), context.keyPlace(), context.clock().now()));
    if (context.json()) {
        context.out().json({{"workspace", context.path().string()},
                            {"restored", file},
                            {"replaced", kept.empty() ? Json(nullptr) : Json(kept.string())}});
        return {};
    }
    context.out().line(fmt::format("Restored {} from {}.", context.path().string(), file));
    if (!kept.empty()) context.out().line(fmt::format("The file it replaces was kept as {}.", kept.string()));
    return {};
}

}  // namespace

void addBackup(CommandTable& table)
{
    const auto file = std::make_shared<std::string>();
    Command command = table.add({.name = "backup",
                                 .what = "Copy the workspace into a new file under the same key and verify the copy",
                                 .example = "kithctl backup monday.kith"},
                                [file](Context& context) { return runBackup(context, *file); });
    command.option("file", *file, "The new file").value("FILE").required();
}

void addRestore(CommandTable& table)
{
    const auto file = std::make_shared<std::string>();
    Command command = table.add({.name = "restore",
                                 .what = "Put a backup in the place of the workspace, which is kept beside it",
                                 .example = "kithctl restore monday.kith"},
                                [file](Context& context) { return runRestore(context, *file); });
    command.option("file", *file, "The backup").value("FILE").required();
}

}  // namespace kith::cli
