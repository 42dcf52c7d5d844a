#include "sync_outbox.h"

#include "compress.h"

#include <kith/sync/wire.h>

#include <algorithm>
#include <limits>
#include <set>

namespace kith::store {

using What = RowChange::What;

namespace {

/// Adds a cell to the group of its writer and source.
void addCell(sync::RowPatch& patch, FieldIndex field, const sync::Cell& cell)
{
    auto group = std::ranges::find_if(
        patch.groups, [&](const sync::FieldGroup& g) { return g.by == cell.by && g.source == cell.source; });
    if (group == patch.groups.end())
        group = patch.groups.insert(group, {.by = cell.by, .source = cell.source, .fields = {}});
    group->fields.emplace_back(field, cell.value);
}

/// The operation of an edit of fields: what it wrote, even where something later has replaced it here, because the
/// replacing is an operation of its own.
sync::Operation ofFields(const RowChange& change, const sync::Row& row, sync::Written by)
{
    sync::Operation operation;
    operation.patch = {.kind = change.kind, .id = change.id};
    std::set<FieldIndex> said;
    for (const FieldChange& field : change.fields) {
        if (field.field == kPlacingField) {
            operation.patch.placing = sync::Placing{.space = idOf(field.after), .by = by};
            continue;
        }
        said.insert(field.field);
        const sync::Cell& now = row.cells[field.field];
        addCell(operation.patch, field.field, now.by == by ? now : sync::Cell{field.after, by, now.source});
        operation.seen.push_back({.field = field.field, .time = field.timeBefore, .value = field.before});
    }
    // Fields that go together were stamped together; those that kept their value go along.
    const std::set<FieldIndex> changed = said;
    for (const FieldIndex field : changed)
        for (const FieldIndex other : sync::writtenWith(change.kind, field))
            if (row.cells[other].by == by && said.insert(other).second)
                addCell(operation.patch, other, row.cells[other]);
    return operation;
}

/// Leaves what of an operation of that time still stands in the row, or was replaced by somebody whom `counts` denies:
/// a restored server may never hear of them. The server may have given it another time.
template <class Counts>
void dropReplaced(sync::Operation& operation, const sync::Row& row, HybridTime time, Counts counts)
{
    sync::RowPatch& patch = operation.patch;
    const auto isReplaced = [&](const sync::Written& by) { return by.time != time && counts(by); };
    if (patch.placing && isReplaced(row.placing.by) && row.placing.space != patch.placing->space) patch.placing.reset();
    if (patch.presence && isReplaced(row.presence.by) && row.presence.here != patch.presence->here)
        patch.presence.reset();
    std::set<FieldIndex> dropped;
    for (sync::FieldGroup& group : patch.groups)
        std::erase_if(group.fields, [&](const auto& field) {
            const sync::Cell& cell = row.cells[field.first];
            const bool drop = isReplaced(cell.by) && cell.value != field.second;
            if (drop) dropped.insert(field.first);
            return drop;
        });
    std::erase_if(patch.groups, [](const sync::FieldGroup& group) { return group.fields.empty(); });
    std::erase_if(operation.seen, [&](const sync::Seen& seen) { return dropped.contains(seen.field); });
}

}  // namespace

Result<std::vector<SyncOutbox::Entry>> SyncOutbox::entriesAfter(std::int64_t seq, std::size_t rows) const
{
    std::vector<Entry> entries;
    auto found = connection_.query("SELECT first_seq, time, changes FROM outbox WHERE first_seq + count > ?1 + 1"
                                   " ORDER BY first_seq",
                                   seq);
    std::size_t total = 0;
    while (total < rows && found.next()) {
        const std::int64_t first = found.integer(0);
        if (large_.rows == nullptr || large_.first != first) {
            KITH_TRY(bytes, unpack(found.blob(2)));
            KITH_TRY(changes, decodeRows(bytes));
            Entry entry{.first = first,
                        .time = {static_cast<std::uint64_t>(found.integer(1))},
                        .rows = std::make_shared<const std::vector<RowChange>>(std::move(changes))};
            if (entry.rows->size() > sync::kMostOperations) large_ = entry;
            entries.push_back(std::move(entry));
        } else {
            entries.push_back(large_);
        }
        total += entries.back().rows->size();
    }
    KITH_CHECK(found.result());
    return entries;
}

Result<std::optional<sync::Operation>> SyncOutbox::operation(const Id& device, const RowChange& change, HybridTime time,
                                                             bool again)
{
    // Spaces are made and named by commands to the server; what came from the server has no operation.
    if (change.kind == Kind::Space) return std::optional<sync::Operation>{};
    KITH_TRY(known, rows_.read(change.kind, change.id));
    if (!known) return std::optional<sync::Operation>{};
    const sync::Row& row = known->row;
    const sync::Written by{.time = time, .device = device};
    sync::Operation operation;
    switch (change.what) {
    case What::Created: operation.patch = sync::toPatch(row); break;
    case What::Updated: operation = ofFields(change, row, by); break;
    case What::Restored:
        operation = ofFields(change, row, by);
        operation.patch.presence = sync::Presence{.here = true, .by = by};
        break;
    case What::Removed:
        operation.patch = {.kind = change.kind, .id = change.id};
        // Everything that was here had been seen; a removal that was taken back since says so itself.
        operation.patch.presence =
            row.presence.by == by ? row.presence : sync::Presence{.here = false, .by = by, .saw = {time.word - 1}};
        break;
    }
    if (again && change.what != What::Created) {
        const bool all = meta("again_all_replaced") != 0;
        // What this machine wrote and has no operation of any more, because it was restored itself, nobody says again.
        dropReplaced(operation, row, time,
                     [&](const sync::Written& later) { return all || (later.device == device && isKept(later.time)); });
    }
    // What is left of an edit may be nothing: it was replaced, or said what somebody who was erased had been called.
    if (!operation.patch.placing && !operation.patch.presence && operation.patch.groups.empty())
        return std::optional<sync::Operation>{};
    return std::optional(std::move(operation));
}

bool SyncOutbox::isKept(HybridTime time) const
{
    auto found =
        connection_.query("SELECT EXISTS (SELECT 1 FROM outbox WHERE time = ?)", static_cast<std::int64_t>(time.word));
    return found.next() && found.integer(0) != 0;
}

Result<std::unordered_set<Id>> SyncOutbox::unsentRows() const
{
    std::unordered_set<Id> ids;
    const std::int64_t acked = acknowledged();
    KITH_TRY(entries, entriesAfter(acked, std::numeric_limits<std::size_t>::max()));
    for (const Entry& entry : entries) {
        std::int64_t seq = entry.first - 1;
        for (const RowChange& change : *entry.rows)
            if (++seq > acked) ids.insert(change.id);
    }
    return ids;
}

Result<std::vector<sync::Operation>> SyncOutbox::unsent(const Id& device, std::size_t most, std::size_t bytes)
{
    const std::int64_t acked = acknowledged();
    const std::int64_t againUntil = meta("again_until");
    KITH_TRY(entries, entriesAfter(acked, most));
    std::vector<sync::Operation> operations;
    std::size_t size = 0;
    for (const Entry& entry : entries) {
        std::int64_t seq = entry.first - 1;
        for (const RowChange& change : *entry.rows) {
            if (++seq <= acked) continue;
            KITH_TRY(next, operation(device, change, entry.time, seq <= againUntil));
            if (!next) continue;
            next->seq = seq;
            std::string json;
            sync::write(json, next->patch);
            size += json.size() + 128 * (1 + next->seen.size());
            for (const sync::Seen& seen : next->seen) size += 6 * textOf(seen.value).size();
            if (!operations.empty() && size > bytes) return operations;
            operations.push_back(std::move(*next));
            if (operations.size() == most) return operations;
        }
    }
    return operations;
}

Result<std::vector<sync::Operation>> SyncOutbox::pendingOf(const Id& device, Kind kind, const Id& id, std::int64_t seq)
{
    std::vector<sync::Operation> operations;
    const std::int64_t againUntil = meta("again_until");
    KITH_TRY(entries, entriesAfter(seq, std::numeric_limits<std::size_t>::max()));
    for (const Entry& entry : entries) {
        std::int64_t at = entry.first - 1;
        for (const RowChange& change : *entry.rows) {
            if (++at <= seq || change.kind != kind || change.id != id) continue;
            KITH_TRY(next, operation(device, change, entry.time, at <= againUntil));
            if (!next) continue;
            next->seq = at;
            operations.push_back(std::move(*next));
        }
    }
    return operations;
}

Result<std::int64_t> SyncOutbox::append(sqlite::Connection& connection, std::int64_t command,
                                        std::span<const RowChange> rows, HybridTime time)
{
    const auto count = static_cast<std::int64_t>(rows.size());
    auto next = connection.query("INSERT INTO meta (key, value) VALUES ('next_seq', ?1 + 1)"
                                 " ON CONFLICT (key) DO UPDATE SET value = value + ?1 RETURNING value",
                                 count);
    if (!next.next()) {
        KITH_CHECK(next.result());
        return fail(ErrorCode::Internal, "The outbox gave no number.");
    }
    const std::int64_t first = next.integer(0) - count;
    KITH_CHECK(next.run());
    const std::string packed = pack(encodeRows(rows));
    KITH_CHECK(connection.run("INSERT INTO outbox (first_seq, count, command, time, changes) VALUES (?, ?, ?, ?, ?)",
                              first, count, command, static_cast<std::int64_t>(time.word), sqlite::Blob{packed}));
    return first;
}

std::int64_t SyncOutbox::meta(std::string_view key) const
{
    auto found = connection_.query("SELECT CAST(value AS INTEGER) FROM meta WHERE key = ?", key);
    return found.next() ? found.integer(0) : 0;
}

Result<void> SyncOutbox::setMeta(std::string_view key, std::int64_t value)
{
    return connection_.run("INSERT INTO meta (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2",
                           key, std::to_string(value));
}

std::int64_t SyncOutbox::acknowledged() const
{
    return meta("acked_seq");
}

Result<void> SyncOutbox::setSent(std::int64_t seq)
{
    if (seq <= meta("sent_seq")) return {};
    return setMeta("sent_seq", seq);
}

Result<void> SyncOutbox::setAcknowledged(std::int64_t seq, Instant now)
{
    KITH_CHECK(setMeta("acked_seq", seq));
    const HybridTime oldest = HybridTime::of(
        static_cast<std::uint64_t>(std::max<std::int64_t>((now - kKept).time_since_epoch().count(), 0)), 0);
    return connection_.run("DELETE FROM outbox WHERE first_seq + count <= ?1 + 1 AND time < ?2", seq,
                           static_cast<std::int64_t>(oldest.word));
}

bool SyncOutbox::isBehind(std::int64_t server) const
{
    return server > acknowledged() && server > meta("sent_seq");
}

Result<void> SyncOutbox::continueAfter(std::int64_t server)
{
    const std::int64_t ours = acknowledged();
    if (server == ours) return {};
    if (server > ours) {
        // Sent again, and found to be known: the answer brings the numbers that we missed.
        if (server <= meta("sent_seq")) return {};
        const std::int64_t shift = server - ours;
        // Twice over the sign, because numbers are unique at every step.
        KITH_CHECK(connection_.run("UPDATE outbox SET first_seq = -(first_seq + ?1) WHERE first_seq + count > ?2 + 1",
                                   shift, ours));
        KITH_CHECK(connection_.run("UPDATE outbox SET first_seq = -first_seq WHERE first_seq < 0"));
        KITH_CHECK(setMeta("next_seq", std::max(meta("next_seq"), std::int64_t{1}) + shift));
        KITH_CHECK(setSent(server));
        if (meta("again_until") > ours) KITH_CHECK(setMeta("again_until", meta("again_until") + shift));
        large_ = {};
    } else {
        KITH_CHECK(setMeta("again_until", std::max(meta("again_until"), ours)));
    }
    return setMeta("acked_seq", server);
}

std::size_t SyncOutbox::waiting() const
{
    auto found = connection_.query("SELECT coalesce(sum(min(count, first_seq + count - ?1 - 1)), 0) FROM outbox"
                                   " WHERE first_seq + count > ?1 + 1",
                                   acknowledged());
    return found.next() ? static_cast<std::size_t>(std::max<std::int64_t>(found.integer(0), 0)) : 0;
}

std::optional<Instant> SyncOutbox::oldest() const
{
    auto found = connection_.query("SELECT time FROM outbox WHERE first_seq + count > ? + 1 ORDER BY first_seq LIMIT 1",
                                   acknowledged());
    if (!found.next()) return std::nullopt;
    const HybridTime time{static_cast<std::uint64_t>(found.integer(0))};
    return Instant{std::chrono::milliseconds{static_cast<std::int64_t>(time.milliseconds())}};
}

}  // namespace kith::store
