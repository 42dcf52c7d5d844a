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
    if (!session) return std::unexpected(session.error());
    if (!context.json()) {
        if (problems.empty()) context.out().line("The workspace is sound.");
        for (const std::string& problem : problems) context.out().line(problem);
    }
    if (problems.empty()) return {};
    return fail(ErrorCode::Corrupt,
                fmt::format("The workspace has {}. {}", counted(problems.size(), "problem", "problems"),
                            wayBack(context.path())));
}

}  // namespace

void addCheck(CommandTable& table)
{
    table.add({.name = "check", .what = "Look for damage in the workspace", .example = "kithctl check --json"}, run);
}

}  // namespace kith::cli
