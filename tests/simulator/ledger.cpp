#include <kith/simulation/ledger.h>

#include <kith/simulation/trace.h>
#include <kith/sync/value_json.h>

#include <algorithm>

namespace kith::simulation {

namespace {

constexpr std::int64_t kToleranceMs = 60'000;

std::string shown(Kind kind, FieldIndex field, const Value& value)
{
    return sync::valueToJson(specOf(kind).fields[field], value);
}

}  // namespace

void Ledger::wrote(int machine, const ChangeSet& changes, const WorkspaceReader& reader)
{
    for (const RowChange& change : changes.rows) {
        if (change.kind == Kind::Space) continue;
        const auto row = reader.row(change.kind, change.id);
        if (!row) continue;
        auto& [kind, edits] = rows_[change.id];
        kind = change.kind;
        const bool created = change.what == RowChange::What::Created;
        const auto add = [&](FieldIndex field) {
            const auto& stamp = row->stamps[field];
            if (!stamp) return;
            edits.push_back({.machine = machine,
                             .field = field,
                             .value = row->values[field],
                             .by = {.time = stamp->time, .device = stamp->device},
                             .typed = stamp->source.isTyped(),
                             .created = created,
                             .counts = stamp->time,
                             .order = next_++});
        };
        if (created)
            for (std::size_t i = 0; i < row->values.size(); ++i) add(static_cast<FieldIndex>(i));
        for (const FieldChange& field : change.fields)
            if (field.field != kPlacingField)
                for (const FieldIndex with : sync::writtenWith(change.kind, field.field)) add(with);
    }
}

void Ledger::decided(int machine, const sync::PushRequest& request, const sync::PushReply& reply, Instant serverNow)
{
    const auto latest =
        HybridTime::of(static_cast<std::uint64_t>(serverNow.time_since_epoch().count() + kToleranceMs), 0xFFFF);
    for (std::size_t i = 0; i < request.operations.size() && i < reply.results.size(); ++i) {
        const sync::RowPatch& patch = request.operations[i].patch;
        const auto known = rows_.find(patch.id);
        if (known == rows_.end()) continue;
        const bool rejected = reply.results[i].outcome == sync::Outcome::Rejected;
        for (Wrote& edit : known->second.second) {
            if (edit.machine != machine) continue;
            for (const sync::FieldGroup& group : patch.groups) {
                // Offered again it may have a time that the server gave it.
                const auto isIt = [&](const auto& field) {
                    return field.first == edit.field && (group.by.time == edit.by.time || field.second == edit.value);
                };
                if (std::ranges::none_of(group.fields, isIt)) continue;
                if (!edit.arrived) edit.arrivedAt = next_++;
                edit.arrived = true;
                edit.rejected = rejected;
                edit.counts = std::min(edit.counts, latest);
            }
        }
    }
}

void Ledger::restored(int machine, std::int64_t mark)
{
    for (auto& [id, known] : rows_)
        std::erase_if(known.second, [&](Wrote& edit) {
            if (edit.machine != machine || edit.order < mark) return false;
            edit.homeless = true;
            return !edit.arrived;
        });
}

void Ledger::serverRestored(std::int64_t mark, const Holds& holds)
{
    // What was refused is known to be.
    const auto undone = [&](const Wrote& edit) { return edit.arrived && !edit.rejected && edit.arrivedAt >= mark; };
    for (auto& [id, known] : rows_) {
        auto& [kind, edits] = known;
        std::vector<Wrote> lost;
        for (const Wrote& edit : edits)
            if (undone(edit) && (edit.homeless || !holds(edit.machine, kind, id))) lost.push_back(edit);
        // What was replaced before it was sent is gone with what replaced it.
        const auto isGone = [&](const Wrote& edit) {
            return std::ranges::any_of(lost, [&](const Wrote& one) {
                return one.order == edit.order
                    || (!edit.arrived && one.machine == edit.machine && one.field == edit.field
                        && one.order > edit.order);
            });
        };
        std::erase_if(edits, isGone);
        for (Wrote& edit : edits)
            if (undone(edit)) edit.arrived = false;
    }
}

void Ledger::checkField(const sync::Row& row, const Wrote& edit, const Conflicts& conflicts)
{
    const sync::Cell& cell = row.cells[edit.field];
    if (cell.value == edit.value || edit.rejected) return;
    if (cell.by.time > edit.counts) return;
    // The same time: the larger device, and the device may have got another id since.
    if (cell.by.time == edit.counts && cell.by.device != edit.by.device) return;
    if (!edit.typed || isNothing(edit.value)) return;
    const std::string value = shown(row.kind, edit.field, edit.value);
    if (conflicts.contains({row.id, std::string(specOf(row.kind).fields[edit.field].name), value})) return;
    broken("machine {} wrote {} into {}.{} of {} at {:016x}, counted as {:016x}; the server has {} of {:016x} by {}",
           edit.machine, value, specOf(row.kind).table, specOf(row.kind).fields[edit.field].name, row.id.toString(),
           edit.by.time.word, edit.counts.word, shown(row.kind, edit.field, cell.value), cell.by.time.word,
           cell.by.device.toString());
}

void Ledger::check(const std::map<Id, Numbered>& rows, const std::set<Id>& erased) const
{
    Conflicts conflicts;
    for (const auto& [id, held] : rows) {
        if (held.row.kind != Kind::Conflict) continue;
        const auto& cells = held.row.cells;
        conflicts.insert({idOf(cells[conflict::row].value), textOf(cells[conflict::field].value),
                          textOf(cells[conflict::lost].value)});
    }
    // A merge with somebody who was erased is forgotten, also before it was sent.
    const auto isOfErased = [&](const Wrote& edit) {
        const Id* person = std::get_if<Id>(&edit.value);
        return person != nullptr && erased.contains(*person);
    };
    for (const auto& [id, known] : rows_) {
        if (erased.contains(id)) continue;
        if (known.first == Kind::SamePerson && std::ranges::any_of(known.second, isOfErased)) continue;
        const auto found = rows.find(id);
        // A row whose making was refused, or is gone with a disk, takes along what others wrote into it.
        const auto made = [](const Wrote& edit) { return edit.created; };
        const bool unmade = std::ranges::none_of(known.second, made)
            || std::ranges::any_of(known.second, [&](const Wrote& edit) { return made(edit) && edit.rejected; });
        if (unmade && found == rows.end()) continue;
        for (const Wrote& edit : known.second) {
            // What was replaced before it was sent need not travel.
            const bool replaced = std::ranges::any_of(known.second, [&](const Wrote& later) {
                return later.machine == edit.machine && later.field == edit.field && later.order > edit.order;
            });
            if (replaced && (!edit.arrived || found != rows.end())) continue;
            // The server made it, and lost it when it was restored.
            if (known.first == Kind::Conflict && found == rows.end()) continue;
            if (!edit.arrived && found == rows.end())
                broken("machine {} wrote a {} field of {} {} at {:016x} that never reached the server", edit.machine,
                       specOf(known.first).fields[edit.field].name, specOf(known.first).table, id.toString(),
                       edit.by.time.word);
            if (found == rows.end()) {
                if (!edit.rejected)
                    broken("the server has no {} {}, which machine {} wrote", specOf(known.first).table, id.toString(),
                           edit.machine);
                continue;
            }
            checkField(found->second.row, edit, conflicts);
        }
    }
}

std::size_t Ledger::size() const
{
    std::size_t count = 0;
    for (const auto& [id, known] : rows_) count += known.second.size();
    return count;
}

}  // namespace kith::simulation
