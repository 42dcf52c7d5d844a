#include "commands.h"

#include <kith/base/text.h>

#include <fmt/format.h>

namespace kith::cli {

namespace {

Result<void> run(Context& context)
{
    const auto session = context.open();
    // A file too damaged to open is a finding like the others.
    if (!session && session.error().code != ErrorCode::Corrupt) return std::unexpected(session.error());
    const std::vector<std::string> problems =
        session ? (*session)->workspace().check() : std::vector{session.error().message};
    if (context.json()) context.out().json({{"ok", problems.empty()}, {"problems", problems}});
    else if (problems.empty()) context.out().line("The workspace is sound.");
    else
        for (const std::string& problem : problems) context.out().line(problem);
    if (problems.empty()) return {};
    return fail(ErrorCode::Corrupt,
                fmt::format("The workspace has {}; restore the latest backup with `kithctl restore`.",
                            counted(problems.size(), "problem", "problems")));
}

}  // namespace

void addCheck(CommandTable& table)
{
    table.add({.name = "check", .what = "Look for damage in the workspace", .example = "kithctl check --json"}, run);
}

}  // namespace kith::cli
