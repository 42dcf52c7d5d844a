#include <kith/usecases/sync/conflicts.h>

#include <kith/sync/value_json.h>
#include <kith/usecases/edit_rules.h>
#include <kith/usecases/row_about.h>

namespace kith {

namespace {

/// How far ahead of the server's clock a stamp may be (sync.md).
constexpr std::chrono::seconds kTolerance{60};

std::optional<Instant> writtenAt(const Row& row, FieldIndex field)
{
    if (field >= row.stamps.size() || !row.stamps[field]) return std::nullopt;
    return Instant{std::chrono::milliseconds{static_cast<std::int64_t>(row.stamps[field]->time.milliseconds())}};
}

std::optional<OpenConflict> readConflict(const WorkspaceReader& reader, const Row& conflict)
{
    const auto field = [&](FieldIndex at) { return edits::fieldOf(conflict, at); };
    const auto kind = kindNumbered(intOf(field(conflict::row_kind)));
    if (!kind) return std::nullopt;
    const auto at = fieldNamed(*kind, textOf(field(conflict::field)));
    const auto row = reader.row(*kind, idOf(field(conflict::row)));
    if (!at || !row || row->removed) return std::nullopt;
    const FieldSpec& spec = specOf(*kind).fields[*at];
    const auto lost = sync::valueFromJson(spec, textOf(field(conflict::lost)));
    if (!lost) return std::nullopt;
    const Value now = edits::fieldOf(*row, *at);
    const bool untouched = sync::valueToJson(spec, now) == textOf(field(conflict::kept));
    const RowAbout about = rowAbout(reader, *row);
    OpenConflict found{.id = conflict.id,
                       .kind = *kind,
                       .row = row->id,
                       .field = *at,
                       .lost = *lost,
                       .lostBy = textOf(field(conflict::lost_by)),
                       .lostAt = Instant{std::chrono::milliseconds{intOf(field(conflict::lost_at))}},
                       .kept = now,
                       .keptBy = untouched ? textOf(field(conflict::kept_by)) : std::string{},
                       .person = about.person,
                       .about = about.name};
    // The same value may have come back later, by an undo: then nobody knows when the account named wrote it.
    const auto written = writtenAt(*row, *at);
    const auto met = writtenAt(conflict, conflict::row_kind);
    if (written && (!untouched || !met || *written <= *met + kTolerance)) found.keptAt = written;
    return found;
}

bool isOpen(const Row& conflict)
{
    return intOf(edits::fieldOf(conflict, conflict::state)) == static_cast<std::int64_t>(ConflictState::Open);
}

Result<OpenConflict> find(const Services& services, const Id& id)
{
    KITH_TRY(row, edits::findRow(services.reader, Kind::Conflict, id, "conflict"));
    if (!isOpen(row)) return fail(ErrorCode::Conflict, "That conflict has been settled already; nothing was changed.");
    auto conflict = readConflict(services.reader, row);
    if (!conflict)
        return fail(ErrorCode::NotFound, "What the conflict was about is not there any more; nothing was changed.");
    return std::move(*conflict);
}

void settle(Edit& edit, const Id& conflict, ConflictState state)
{
    edit.put(Kind::Conflict, conflict).fields = {{conflict::state, enumValue(state)}};
}

/// The conflict and those that lost together with it.
std::vector<OpenConflict> togetherWith(const WorkspaceReader& reader, const OpenConflict& conflict)
{
    const auto group = specOf(conflict.kind).fields[conflict.field].together;
    std::vector<OpenConflict> all{conflict};
    if (group == 0) return all;
    for (OpenConflict& other : openConflicts(reader)) {
        const bool same = other.row == conflict.row && other.lostAt == conflict.lostAt && other.id != conflict.id;
        if (same && specOf(other.kind).fields[other.field].together == group) all.push_back(std::move(other));
    }
    return all;
}

}  // namespace

std::vector<OpenConflict> openConflicts(const WorkspaceReader& reader)
{
    std::vector<Row> rows;
    reader.forEachRow(Kind::Conflict, [&](const Row& row) {
        if (isOpen(row)) rows.push_back(row);
        return true;
    });
    std::vector<OpenConflict> open;
    for (const Row& row : rows)
        if (auto conflict = readConflict(reader, row)) open.push_back(std::move(*conflict));
    return open;
}

Result<ChangeSet> SettleConflict::keep(const Id& conflict) const
{
    KITH_TRY(open, find(services_, conflict));
    Edit edit = edits::typedEdit(services_, CommandKind::SettleConflict, open.about);
    settle(edit, open.id, ConflictState::Dismissed);
    return services_.writer.apply(edit);
}

Result<ChangeSet> SettleConflict::take(const Id& conflict) const
{
    KITH_TRY(open, find(services_, conflict));
    Edit edit = edits::typedEdit(services_, CommandKind::SettleConflict, open.about);
    RowEdit row{.kind = open.kind, .id = open.row};
    for (const OpenConflict& one : togetherWith(services_.reader, open)) {
        KITH_TRY(value, edits::checkedValue(one.kind, one.field, one.lost));
        row.fields.emplace_back(one.field, value);
        settle(edit, one.id, ConflictState::Taken);
    }
    edit.rows.push_back(std::move(row));
    return services_.writer.apply(edit);
}

}  // namespace kith
