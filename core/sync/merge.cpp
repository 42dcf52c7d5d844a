#include <kith/sync/merge.h>

#include <algorithm>
#include <ranges>

namespace kith::sync {

namespace {

bool neverWritten(const Cell& cell)
{
    return cell.by == Written{};
}

const Seen* seenOf(const Operation& operation, FieldIndex field)
{
    const auto found = std::ranges::find(operation.seen, field, &Seen::field);
    return found == operation.seen.end() ? nullptr : &*found;
}

/// Whether the sender knew the present value when it wrote: it is an earlier one of its own, or the one that it says it
/// replaced. A server that was restored may have an older one than the sender saw; a device that was restored may not
/// know its own latest.
bool knew(const Operation& operation, FieldIndex field, const Cell& current, const Written& by)
{
    if (neverWritten(current) || (current.by.device == by.device && current.by.time < by.time)) return true;
    const Seen* seen = seenOf(operation, field);
    return seen != nullptr && seen->time >= current.by.time;
}

/// Larger in the sense of Merge::Protective; nothing is the smallest.
bool protectsMore(const Value& a, const Value& b)
{
    return intOf(a) > intOf(b);
}

/// Judges one operation.
class Judge {
public:
    Judge(Row& row, const Operation& operation, Written authority, HybridTime latest)
        : row_(row), operation_(operation), authority_(authority), latest_(latest)
    {
    }

    Judgement run()
    {
        const RowPatch& patch = operation_.patch;
        if (patch.placing) placing(*patch.placing);
        if (patch.presence) presence(*patch.presence);
        for (const FieldGroup& group : patch.groups)
            for (const auto& [field, value] : group.fields)
                if (field < row_.cells.size()) cell(field, {value, clamped(group.by), group.source});
        return std::move(result_);
    }

private:
    Written clamped(Written by)
    {
        if (by.time > latest_) {
            by.time = latest_;
            result_.amended = true;
        }
        return by;
    }

    void placing(Placing wanted)
    {
        wanted.by = clamped(wanted.by);
        if (wanted.by <= row_.placing.by) {
            result_.amended |= wanted.by < row_.placing.by && wanted.space != row_.placing.space;
            return;
        }
        row_.placing = wanted;
        result_.changed = true;
    }

    void presence(Presence wanted)
    {
        wanted.by = clamped(wanted.by);
        wanted.saw = std::min(wanted.saw, latest_);
        if (wanted.by <= row_.presence.by) {
            result_.amended |= wanted.by < row_.presence.by && wanted.here != row_.isHere();
            return;
        }
        row_.presence = wanted;
        result_.changed = true;
        result_.amended |= wanted.here != row_.isHere();
    }

    void cell(FieldIndex field, const Cell& wanted)
    {
        Cell& current = row_.cells[field];
        if (wanted.by == current.by && wanted.value == current.value) return;
        const FieldSpec& spec = specOf(row_.kind).fields[field];
        if (spec.together != 0 && spec.together == held_) return hold(field, wanted);
        const bool known = knew(operation_, field, current, wanted.by);
        switch (spec.merge) {
        case Merge::Immutable:
            if (isNothing(current.value)) return inOrder(field, wanted, true);
            if (current.value == wanted.value) return inOrder(field, wanted, known);
            return keep(field, wanted);
        case Merge::Protective:
            if (known || wanted.value == current.value) return inOrder(field, wanted, known);
            if (protectsMore(current.value, wanted.value)) {
                held_ = spec.together;
                return hold(field, wanted);
            }
            lose(field, current, wanted);
            return inOrder(field, wanted, true);
        case Merge::LastWriter:
            if (!known && wanted.value != current.value) {
                if (wanted.by > current.by) lose(field, current, wanted);
                else lose(field, wanted, current);
            }
            return inOrder(field, wanted, known);
        }
    }

    /// The present value stays against a concurrent one.
    void hold(FieldIndex field, const Cell& wanted)
    {
        const Cell current = row_.cells[field];
        if (wanted.value != current.value) lose(field, wanted, current);
        keep(field, wanted);
    }

    /// The present value stays; it is written anew only where the plain rule would prefer the other.
    void keep(FieldIndex field, const Cell& wanted)
    {
        const Cell current = row_.cells[field];
        result_.amended = true;
        if (wanted.by > current.by) overrule(field, wanted, current.value, current.source);
    }

    /// The later write stays; a sender who knew the present value comes after it whatever its clock says.
    void inOrder(FieldIndex field, const Cell& wanted, bool known)
    {
        Cell& current = row_.cells[field];
        if (wanted.by > current.by) return take(current, wanted);
        if (known && wanted.value != current.value) return overrule(field, wanted, wanted.value, wanted.source);
        result_.amended = true;
    }

    void take(Cell& current, const Cell& wanted)
    {
        current = wanted;
        result_.changed = true;
    }

    /// Writes the value as the authority, later than anything there is.
    void overrule(FieldIndex field, const Cell& wanted, const Value& value, const Source& source)
    {
        Cell& current = row_.cells[field];
        Written by = authority_;
        for (const HybridTime other : {wanted.by.time, current.by.time})
            if (by.time <= other) by.time.word = other.word + 1;
        current = {value, by, source};
        result_.changed = result_.amended = true;
    }

    void lose(FieldIndex field, const Cell& lost, const Cell& kept)
    {
        if (lost.source.isTyped() && !isNothing(lost.value)) result_.lost.push_back({field, lost, kept});
    }

    Row& row_;
    const Operation& operation_;
    Written authority_;
    HybridTime latest_;
    /// Fields of this number stay as they are, because the one that protects does (a reason goes with its status).
    std::uint8_t held_ = 0;
    Judgement result_;
};

}  // namespace

Row Row::empty(Kind kind, const Id& id)
{
    Row row{.kind = kind, .id = id};
    row.presence.here = false;
    row.cells.resize(specOf(kind).fields.size());
    return row;
}

bool Row::isHere() const
{
    if (presence.here) return true;
    if (presence.by == Written{}) return false;
    return std::ranges::any_of(cells, [&](const Cell& cell) { return cell.by.time > presence.saw; });
}

HybridTime Row::latest() const
{
    HybridTime latest = presence.by.time;
    for (const Cell& cell : cells) latest = std::max(latest, cell.by.time);
    return latest;
}

bool mergeInto(Row& row, const RowPatch& patch)
{
    bool changed = false;
    const auto later = [&](auto& mine, const auto& theirs) {
        if (theirs.by <= mine.by) return;
        mine = theirs;
        changed = true;
    };
    if (patch.placing) later(row.placing, *patch.placing);
    if (patch.presence) later(row.presence, *patch.presence);
    for (const FieldGroup& group : patch.groups)
        for (const auto& [field, value] : group.fields)
            if (field < row.cells.size()) later(row.cells[field], Cell{value, group.by, group.source});
    return changed;
}

RowPatch toPatch(const Row& row)
{
    RowPatch patch{.kind = row.kind, .id = row.id};
    if (row.placing.by != Written{}) patch.placing = row.placing;
    if (row.presence.by != Written{}) patch.presence = row.presence;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const Cell& cell = row.cells[i];
        if (neverWritten(cell)) continue;
        auto group = std::ranges::find_if(
            patch.groups, [&](const FieldGroup& g) { return g.by == cell.by && g.source == cell.source; });
        if (group == patch.groups.end())
            group = patch.groups.insert(group, FieldGroup{.by = cell.by, .source = cell.source});
        group->fields.emplace_back(static_cast<FieldIndex>(i), cell.value);
    }
    return patch;
}

Judgement judge(Row& row, const Operation& operation, Written authority, HybridTime latest)
{
    return Judge(row, operation, authority, latest).run();
}

std::vector<FieldIndex> writtenWith(Kind kind, FieldIndex field)
{
    const auto fields = specOf(kind).fields;
    if (fields[field].together == 0) return {field};
    std::vector<FieldIndex> result;
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (fields[i].together == fields[field].together) result.push_back(static_cast<FieldIndex>(i));
    return result;
}

}  // namespace kith::sync
