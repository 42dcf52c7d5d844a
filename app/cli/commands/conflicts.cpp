#include "../person_json.h"
#include "commands.h"

#include <kith/base/fold.h>
#include <kith/usecases/row_about.h>
#include <kith/usecases/sync/conflicts.h>
#include <kith/usecases/sync/sync_store.h>

#include <charconv>

namespace kith::cli {

namespace {

struct Wish {
    std::string what;
    std::string which;
};

/// The name of the person that an entry is about, or its own; empty where there is none.
std::string aboutOf(const WorkspaceReader& reader, Kind kind, const Id& id)
{
    const auto row = reader.row(kind, id);
    return row ? rowAbout(reader, *row).name : std::string{};
}

Result<void> list(Context& context)
{
    KITH_TRY(session, context.open());
    const SyncStore& store = session->workspace().sync();
    const WorkspaceReader& reader = session->reader();
    Json open = Json::array();
    Table table({"CONFLICT", "ENTRY", "FIELD", "KEPT", "LOST", "BY"});
    reader.forEachRow(Kind::Conflict, [&](const Row& row) {
        const auto text = [&](FieldIndex field) { return textOf(row.values[field]); };
        if (intOf(row.values[conflict::state]) != 0) return true;
        const Id entry = idOf(row.values[conflict::row]);
        const auto kind = kindNumbered(intOf(row.values[conflict::row_kind]));  // one may be newer than we are
        const std::string about = kind ? aboutOf(reader, *kind, entry) : std::string{};
        open.push_back({{"id", row.id.toString()},
                        {"row", entry.toString()},
                        {"about", textOrNull(about)},
                        {"field", text(conflict::field)},
                        {"kept", Json::parse(text(conflict::kept), nullptr, false)},
                        {"lost", Json::parse(text(conflict::lost), nullptr, false)},
                        {"kept_by", text(conflict::kept_by)},
                        {"lost_by", text(conflict::lost_by)}});
        table.row({row.id.toString(), about.empty() ? entry.toString() : about, text(conflict::field),
                   text(conflict::kept), text(conflict::lost), text(conflict::lost_by)});
        return true;
    });
    Json rejected = Json::array();
    Table refused({"EDIT", "ABOUT", "REASON"}, 80);
    for (const RejectedEdit& edit : store.rejected()) {
        const std::string about = aboutOf(reader, edit.kind, edit.row);
        rejected.push_back({{"seq", edit.seq},
                            {"kind", std::string(specOf(edit.kind).table)},
                            {"row", edit.row.toString()},
                            {"about", textOrNull(about)},
                            {"reason", edit.reason},
                            {"content", Json::parse(edit.content, nullptr, false)}});
        refused.row({std::to_string(edit.seq), about, edit.reason});
    }
    if (context.json()) {
        context.out().json({{"conflicts", std::move(open)}, {"rejected", std::move(rejected)}});
        return {};
    }
    if (table.empty() && refused.empty()) context.out().line("No conflicts, and nothing that the server did not take.");
    if (!table.empty()) context.out().table(table);
    if (!refused.empty()) context.out().table(refused);
    return {};
}

Result<void> settle(Context& context, const Wish& wish)
{
    KITH_TRY(session, context.open());
    const std::string what = fold(wish.what);
    if (what == "dismiss") {
        std::int64_t seq = 0;
        const char* end = wish.which.data() + wish.which.size();
        if (std::from_chars(wish.which.data(), end, seq).ptr != end)
            return fail(ErrorCode::BadInput, "Say the number of the edit; `kithctl conflicts` lists them.");
        KITH_CHECK(session->workspace().sync().dismissRejected(seq));
        context.out().line("Dismissed.");
        return {};
    }
    const auto id = Id::parse(wish.which);
    if (!id) return fail(ErrorCode::BadInput, "Say the id of the conflict; `kithctl conflicts` lists them.");
    const SettleConflict conflicts(session->services());
    KITH_TRY(changes, what == "take" ? conflicts.take(*id) : conflicts.keep(*id));
    if (context.json()) {
        context.out().json({{"settled", id->toString()}, {"rows", changes.rows.size()}});
        return {};
    }
    context.out().line(what == "take" ? "The other value is in its place; `kithctl undo` takes that back."
                                      : "What was there stays; `kithctl undo` opens the conflict again.");
    return {};
}

}  // namespace

void addConflicts(CommandTable& table)
{
    const auto wish = std::make_shared<Wish>();
    Command command =
        table.add({.name = "conflicts",
                   .what = "Show values that lost against concurrent ones and edits that the server did not take; "
                           "settle them",
                   .example = "kithctl conflicts --json\nkithctl conflicts take 0193c1a5-7c00-7000-8000-00000000002a\n"
                              "kithctl conflicts dismiss 17"},
                  [wish](Context& context) { return wish->what.empty() ? list(context) : settle(context, *wish); });
    command
        .option(
            "what", wish->what,
            "take: the other value takes its place; keep: what is there stays; dismiss: forget an edit that was not "
            "taken")
        .words({"take", "keep", "dismiss"});
    command.option("which", wish->which, "Id of the conflict, or number of the edit").value("WHICH");
}

}  // namespace kith::cli
