#include "reverter.h"

#include <algorithm>
#include <fmt/format.h>
#include <ranges>

namespace kith::store {

using What = RowChange::What;

Result<bool> Reverter::addFields(const RowChange& row, bool forward, std::uint32_t source, RowWrite& write,
                                 Reversal& out) const
{
    KITH_TRY(stored, rows_.read(row.kind, row.id));
    // Erased: what was in it nobody knows any more.
    if (!stored) {
        ++out.kept;
        return false;
    }
    for (const FieldChange& field : row.fields) {
        if (field.field == kPlacingField) {
            const Id there = idOf(forward ? field.before : field.after);
            auto space =
                connection_.query("SELECT rid FROM space WHERE id = ?", idOf(forward ? field.after : field.before));
            auto now = connection_.query("SELECT id FROM space WHERE rid = ?", stored->space);
            if (space.next() && now.next() && now.id(0) == there) write.space = space.integer(0);
            else ++out.kept;
            continue;
        }
        const Value& expected = forward ? field.before : field.after;
        if (stored->values[field.field] != expected) {
            ++out.kept;
            continue;
        }
        write.fields.push_back(
            {field.field, forward ? field.after : field.before, forward ? source : field.sourceBefore});
    }
    return true;
}

Result<Reversal> Reverter::reverse(const JournalEntry& entry, const std::unordered_set<Id>& keep) const
{
    Reversal result;
    for (const RowChange& row : entry.rows | std::views::reverse) {
        if (keep.contains(row.id) && row.what == What::Created) {
            ++result.kept;
            continue;
        }
        RowWrite write{.kind = row.kind, .id = row.id};
        write.remove = row.what == What::Created || row.what == What::Restored;
        KITH_TRY(there, addFields(row, false, entry.source, write, result));
        if (!there) continue;
        if (row.what == What::Updated && write.fields.empty() && !write.space) continue;
        result.writes.push_back(std::move(write));
    }
    return result;
}

Result<Reversal> Reverter::undo(const JournalEntry& entry) const
{
    return reverse(entry, {});
}

Result<Reversal> Reverter::redo(const JournalEntry& entry) const
{
    Reversal result;
    for (const RowChange& row : entry.rows) {
        RowWrite write{.kind = row.kind, .id = row.id};
        write.remove = row.what == What::Removed;
        KITH_TRY(there, addFields(row, true, entry.source, write, result));
        if (!there) continue;
        if (row.what == What::Updated && write.fields.empty() && !write.space) continue;
        result.writes.push_back(std::move(write));
    }
    return result;
}

Result<Reversal> Reverter::revert(const JournalEntry& entry) const
{
    KITH_TRY(keep, rowsToKeep(entry));
    return reverse(entry, keep);
}

Result<std::unordered_set<Id>> Reverter::rowsToKeep(const JournalEntry& entry) const
{
    std::unordered_set<Id> created;
    for (const RowChange& row : entry.rows)
        if (row.what == What::Created) created.insert(row.id);

    struct Link {
        Id row;
        Id target;
        bool belongs = false;  ///< the row is a part of its target: a contact point of a person
    };
    std::vector<Link> links;
    std::unordered_set<Id> keep;
    for (const RowChange& row : entry.rows) {
        if (row.what != What::Created) continue;
        KITH_TRY(stored, rows_.read(row.kind, row.id));
        if (!stored || stored->removed) continue;
        const bool edited = std::ranges::any_of(stored->stamps, [&](const StampEntry& stamp) {
            return stamp.time > entry.time && stamp.source != entry.source && (stamp.mask & ~(1U << kPresence)) != 0;
        });
        KITH_TRY(referred, isReferredFromOutside(row.kind, row.id, created));
        if (edited || referred) keep.insert(row.id);
        const auto fields = specOf(row.kind).fields;
        for (std::size_t i = 0; i < fields.size(); ++i) {
            const Id target = idOf(stored->values[i]);
            if (!target.isNil() && created.contains(target))
                links.push_back({row.id, target, fields[i].merge == Merge::Immutable});
        }
    }
    for (bool grew = !keep.empty(); grew;) {
        grew = false;
        for (const Link& link : links) {
            if (keep.contains(link.row)) grew |= keep.insert(link.target).second;
            else if (link.belongs && keep.contains(link.target)) grew |= keep.insert(link.row).second;
        }
    }
    return keep;
}

Result<bool> Reverter::isReferredFromOutside(Kind kind, const Id& id, const std::unordered_set<Id>& inside) const
{
    for (const KindSpec& spec : allKinds()) {
        for (const FieldSpec& field : spec.fields) {
            if (field.references != kind) continue;
            auto rows = connection_.query(
                fmt::format("SELECT id FROM \"{}\" WHERE \"{}\" = ? AND removed = 0", spec.table, field.name), id);
            while (rows.next())
                if (!inside.contains(rows.id(0))) return true;
            KITH_CHECK(rows.result());
        }
    }
    return false;
}

}  // namespace kith::store
