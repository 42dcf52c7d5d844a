// Edits that the server did not take, and how they are offered again.
#include "workspace_sync.h"

#include <kith/sync/wire.h>

#include <algorithm>

namespace kith::store {

using What = RowChange::What;

namespace {

/// A row that was made is sent whole, as it is here, even if it was removed again.
bool isMaking(const sync::RowPatch& patch)
{
    return patch.placing && patch.presence;
}

/// All parts of an operation but that of a row that was made were written at one time.
HybridTime timeOf(const sync::RowPatch& patch)
{
    if (patch.presence) return patch.presence->by.time;
    if (patch.placing) return patch.placing->by.time;
    return patch.groups.empty() ? HybridTime{} : patch.groups.front().by.time;
}

/// An edit of this machine under the id that it has now: that may be another than when the edit was refused.
sync::RowPatch writtenBy(const Id& device, sync::RowPatch patch)
{
    if (patch.placing) patch.placing->by.device = device;
    if (patch.presence) patch.presence->by.device = device;
    for (sync::FieldGroup& group : patch.groups) group.by.device = device;
    return patch;
}

/// The change of the journal that the operation was made of.
RowChange changeOf(const sync::Operation& operation)
{
    const sync::RowPatch& patch = operation.patch;
    RowChange change{.kind = patch.kind, .id = patch.id};
    if (isMaking(patch)) {
        change.what = What::Created;
        return change;
    }
    if (patch.presence) change.what = patch.presence->here ? What::Restored : What::Removed;
    if (change.what == What::Removed) return change;
    if (patch.placing) {
        FieldChange& entry = change.fields.emplace_back();
        entry.field = kPlacingField;
        entry.after = idValue(patch.placing->space);
    }
    for (const sync::FieldGroup& group : patch.groups)
        for (const auto& [field, value] : group.fields) {
            FieldChange& entry = change.fields.emplace_back();
            entry.field = field;
            entry.after = value;
            const auto seen = std::ranges::find(operation.seen, field, &sync::Seen::field);
            if (seen == operation.seen.end()) continue;
            entry.before = seen->value;
            entry.timeBefore = seen->time;
        }
    return change;
}

}  // namespace

Result<void> WorkspaceSync::keepRejected(const sync::Operation& operation, const sync::OperationResult& result)
{
    KITH_CHECK(
        db_.run("INSERT OR REPLACE INTO rejected (seq, kind, row, reason, at, content) VALUES (?, ?, ?, ?, ?, ?)",
                operation.seq, static_cast<int>(operation.patch.kind), operation.patch.id, result.reason,
                std::int64_t{parts_.options.clock.now().time_since_epoch().count()}, sync::toJson(operation)));
    if (result.missing.isNil()) return {};
    return db_.run("UPDATE rejected SET missing = ?2 WHERE seq = ?1", operation.seq, result.missing);
}

std::vector<RejectedEdit> WorkspaceSync::rejected() const
{
    std::vector<RejectedEdit> edits;
    auto rows = db_.prepare("SELECT seq, kind, row, reason, at, content, missing FROM rejected ORDER BY seq");
    while (rows.next())
        edits.push_back({.seq = rows.integer(0),
                         .kind = static_cast<Kind>(rows.integer(1)),
                         .row = rows.id(2),
                         .reason = rows.text(3),
                         .at = Instant{std::chrono::milliseconds{rows.integer(4)}},
                         .content = rows.text(5),
                         .missing = rows.isNull(6) ? Id{} : rows.id(6)});
    return edits;
}

Result<void> WorkspaceSync::dismissRejected(std::int64_t seq)
{
    return db_.run("DELETE FROM rejected WHERE seq = ?", seq);
}

Result<void> WorkspaceSync::offerAgain(bool caughtUp, ChangeSet& changes)
{
    // A row that could not be seen for a while need not come: its space was taken and given back between two pulls.
    if (refusedWait_ && caughtUp)
        for (const RejectedEdit& edit : rejected())
            for (const KindSpec& spec : allKinds()) {
                if (edit.missing.isNil() || spec.kind == Kind::Space) continue;
                KITH_TRY(known, rows_.read(spec.kind, edit.missing));
                if (known && known->stored.revision != 0) came_.insert(edit.missing);
            }
    for (const auto& [kind, id] : purge_.gone()) came_.erase(id);
    // What was refused for want of a row that is put back follows it.
    for (bool more = !came_.empty(); more;) {
        more = false;
        for (const RejectedEdit& edit : rejected()) {
            if (edit.missing.isNil() || !came_.contains(edit.missing)) continue;
            const auto operation = sync::fromJson<sync::Operation>(edit.content);
            if (!operation) continue;
            KITH_TRY(done, putBack(*operation, changes));
            if (!done) continue;
            KITH_CHECK(dismissRejected(edit.seq));
            came_.insert(edit.row);
            more = true;
        }
    }
    return {};
}

Result<bool> WorkspaceSync::putBack(const sync::Operation& operation, ChangeSet& changes)
{
    const sync::RowPatch& patch = operation.patch;
    KITH_TRY(known, rows_.read(patch.kind, patch.id));
    if (!known && !isMaking(patch)) return false;
    sync::Row row = known ? known->row : sync::Row::empty(patch.kind, patch.id);
    sync::mergeInto(row, isMaking(patch) ? patch : writtenBy(parts_.device, patch));
    const RowChange change = changeOf(operation);
    KITH_CHECK(SyncOutbox::append(db_, 0, std::span(&change, 1), timeOf(patch)));
    if (known && known->row == row) return true;
    KITH_TRY(shown, rows_.write(row, known ? &*known : nullptr, 0));
    if (shown) changes.rows.push_back(std::move(*shown));
    return true;
}

}  // namespace kith::store
