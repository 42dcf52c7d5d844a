#include "commands.h"

#include <kith/base/text.h>
#include <kith/usecases/history.h>

#include <fmt/format.h>

namespace kith::cli {

namespace {

Result<void> run(Context& context, std::int64_t batch)
{
    KITH_TRY(session, context.open());
    KITH_TRY(reverted, UndoImport(session->services()).run(batch));
    if (context.json()) {
        context.out().json({{"batch", batch}, {"changed", reverted.changes.rows.size()}, {"kept", reverted.kept}});
        return {};
    }
    std::string line = fmt::format("Took back import {}: {}.", batch,
                                   counted(reverted.changes.rows.size(), "row changed", "rows changed"));
    if (reverted.kept > 0)
        line += fmt::format(" {} changed since and left alone.", counted(reverted.kept, "value was", "values were"));
    context.out().line(line);
    return {};
}

}  // namespace

void addUndoImport(CommandTable& table)
{
    const auto batch = std::make_shared<std::int64_t>(0);
    Command command = table.add({.name = "undo-import",
                                 .what = "Take back an import, keeping what was changed since",
                                 .example = "kithctl undo-import 12"},
                                [batch](Context& context) { return run(context, *batch); });
    command.option("batch", *batch, "The number that the import printed").value("BATCH").required();
}

}  // namespace kith::cli
