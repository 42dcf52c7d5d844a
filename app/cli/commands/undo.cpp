#include "commands.h"

#include <kith/base/text.h>
#include <kith/usecases/history.h>

#include <fmt/format.h>

namespace kith::cli {

namespace {

std::string named(const CommandLabel& label)
{
    const std::string name = commandName(label.kind);
    return label.subject.empty() ? name : fmt::format("{} ({})", name, label.subject);
}

Result<void> report(Context& context, std::string_view what, const std::optional<CommandLabel>& label,
                    const Reverted& reverted)
{
    const std::string name = label ? commandName(label->kind) : std::string{};
    if (context.json()) {
        context.out().json({{what, name},
                            {"subject", label ? label->subject : std::string{}},
                            {"changed", reverted.changes.rows.size()},
                            {"kept", reverted.kept}});
        return {};
    }
    std::string line = fmt::format("{}: {}.", what == "undone" ? "Undone" : "Done again", label ? named(*label) : name);
    if (reverted.kept > 0)
        line += fmt::format(" {} changed since and left alone.", counted(reverted.kept, "value was", "values were"));
    context.out().line(line);
    return {};
}

Result<void> runUndo(Context& context)
{
    KITH_TRY(session, context.open());
    const auto label = session->workspace().nextUndo();
    KITH_TRY(reverted, UndoLast(session->services()).run());
    return report(context, "undone", label, reverted);
}

Result<void> runRedo(Context& context)
{
    KITH_TRY(session, context.open());
    const auto label = session->workspace().nextRedo();
    KITH_TRY(reverted, RedoLast(session->services()).run());
    return report(context, "redone", label, reverted);
}

}  // namespace

void addUndo(CommandTable& table)
{
    table.add({.name = "undo", .what = "Take back the latest command", .example = "kithctl undo"}, runUndo);
}

void addRedo(CommandTable& table)
{
    table.add({.name = "redo", .what = "Do again what was undone last", .example = "kithctl redo"}, runRedo);
}

}  // namespace kith::cli
