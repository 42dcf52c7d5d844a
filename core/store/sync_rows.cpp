#include "sync_rows.h"

#include <algorithm>

namespace kith::store {

using What = RowChange::What;

namespace {

/// What a reader of the workspace sees change; nothing for stamps alone.
std::optional<RowChange> difference(const sync::Row& row, const StoredRow& after, const StoredRow* before)
{
    RowChange change{.kind = row.kind, .id = row.id};
    if (before == nullptr) {
        if (after.removed) return std::nullopt;
        change.what = What::Created;
        return change;
    }
    if (before->removed != after.removed) change.what = after.removed ? What::Removed : What::Restored;
    for (std::size_t i = 0; i < after.values.size(); ++i)
        if (before->values[i] != after.values[i])
            change.fields.push_back(
                {.field = static_cast<FieldIndex>(i), .before = before->values[i], .after = after.values[i]});
    if (change.what == What::Updated && change.fields.empty() && before->space == after.space) return std::nullopt;
    return change;
}

}  // namespace

Id SyncRows::spaceOf(std::int64_t number) const
{
    if (const auto known = spaces_.find(number); known != spaces_.end()) return known->second;
    auto found = connection_.query("SELECT id FROM space WHERE rid = ?", number);
    if (!found.next()) return {};
    return spaces_.emplace(number, found.id(0)).first->second;
}

Result<std::int64_t> SyncRows::spaceNumber(const Id& space)
{
    for (const auto& [number, id] : spaces_)
        if (id == space) return number;
    auto found = connection_.query("SELECT rid FROM space WHERE id = ?", space);
    std::int64_t number = 0;
    if (found.next()) {
        number = found.integer(0);
    } else {
        KITH_CHECK(found.result());
        KITH_CHECK(connection_.run("INSERT INTO space (id, stamps, removed) VALUES (?, x'', 0)", space));
        number = connection_.lastInsertRow();
    }
    spaces_[number] = space;
    return number;
}

sync::Row SyncRows::toRow(Kind kind, const Id& id, const StoredRow& stored) const
{
    sync::Row row = sync::Row::empty(kind, id);
    row.placing.space = spaceOf(stored.space);
    for (const StampEntry& entry : stored.stamps) {
        const sync::Written by{.time = entry.time, .device = interned_.device(entry.device)};
        if (((entry.mask >> kPresence) & 1U) != 0)
            row.presence = {.here = !stored.saw, .by = by, .saw = stored.saw.value_or(HybridTime{})};
        if (((entry.mask >> kPlacing) & 1U) != 0) row.placing.by = by;
        const Source source = interned_.source(entry.source);
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            if (((entry.mask >> i) & 1U) != 0) row.cells[i] = {stored.values[i], by, source};
    }
    // Written before spaces were stamped: it was put where it is when it was made.
    if (row.placing.by == sync::Written{}) row.placing.by = row.presence.by;
    return row;
}

Result<std::optional<SyncRows::Known>> SyncRows::read(Kind kind, const Id& id)
{
    KITH_TRY(stored, rows_.read(kind, id));
    if (!stored) return std::optional<Known>{};
    sync::Row row = toRow(kind, id, *stored);
    return std::optional(Known{std::move(*stored), std::move(row)});
}

Result<void> SyncRows::addStamp(StampEntries& entries, const sync::Written& by, const Source& source, unsigned bit)
{
    if (by == sync::Written{}) return {};
    KITH_TRY(device, interned_.deviceNumber(by.device));
    KITH_TRY(origin, interned_.sourceNumber(source));
    const auto same = std::ranges::find_if(entries, [&](const StampEntry& entry) {
        return entry.time == by.time && entry.device == device && entry.source == origin;
    });
    if (same != entries.end()) same->mask |= 1U << bit;
    else entries.push_back({.time = by.time, .device = device, .source = origin, .mask = 1U << bit});
    return {};
}

Result<StoredRow> SyncRows::toStored(const sync::Row& row)
{
    StoredRow stored;
    KITH_TRY(space, spaceNumber(row.placing.space));
    stored.space = space;
    stored.removed = !row.isHere();
    if (!row.presence.here) stored.saw = row.presence.saw;
    const Source* source = nullptr;
    stored.values.reserve(row.cells.size());
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const sync::Cell& cell = row.cells[i];
        stored.values.push_back(cell.value);
        KITH_CHECK(addStamp(stored.stamps, cell.by, cell.source, static_cast<unsigned>(i)));
        if (cell.by == row.presence.by) source = &cell.source;
    }
    // Presence and placing have no source of their own; they take that of what was written with them.
    const Source none{};
    KITH_CHECK(addStamp(stored.stamps, row.presence.by, source != nullptr ? *source : none, kPresence));
    KITH_CHECK(addStamp(stored.stamps, row.placing.by, source != nullptr ? *source : none, kPlacing));
    return stored;
}

Result<std::optional<RowChange>> SyncRows::write(const sync::Row& row, const Known* before, std::int64_t number)
{
    KITH_TRY(stored, toStored(row));
    const StoredRow* old = before != nullptr ? &before->stored : nullptr;
    stored.revision = number != 0 ? number : old != nullptr ? old->revision : 0;
    if (old != nullptr) {
        stored.rid = old->rid;
        KITH_CHECK(rows_.update(row.kind, stored));
        if (old->revision != 0) sums_.remove(old->space, row.id, old->revision);
    } else {
        KITH_CHECK(rows_.insert(row.kind, row.id, stored));
    }
    if (stored.revision != 0) sums_.add(stored.space, row.id, stored.revision);
    derived_.noteArrived(row.kind, row.id, old, stored);
    return difference(row, stored, old);
}

Result<void> SyncRows::setNumber(const Known& known, std::int64_t number)
{
    if (known.stored.revision == number) return {};
    KITH_CHECK(rows_.setRevision(known.row.kind, known.stored.rid, number));
    if (known.stored.revision != 0) sums_.remove(known.stored.space, known.row.id, known.stored.revision);
    sums_.add(known.stored.space, known.row.id, number);
    return {};
}

}  // namespace kith::store
