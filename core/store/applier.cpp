#include "applier.h"

#include "sync_sums.h"

#include <kith/base/text.h>

#include <kith/sync/access.h>
#include <kith/sync/merge.h>

#include <fmt/format.h>

namespace kith::store {

namespace {

constexpr std::size_t kLongestText = 4UZ * 1024 * 1024;

bool fits(Type type, const Value& value)
{
    if (isNothing(value)) return true;
    switch (type) {
    case Type::Text: return std::holds_alternative<std::string>(value);
    case Type::Real: return std::holds_alternative<double>(value);
    case Type::Reference: return std::holds_alternative<Id>(value);
    case Type::Integer:
    case Type::Date:
    case Type::Instant:
    case Type::Enum:
    case Type::Flags: return std::holds_alternative<std::int64_t>(value);
    }
    return false;
}

/// An empty text and a nil id are "nothing".
Value normal(Value value)
{
    if (const auto* text = std::get_if<std::string>(&value); text != nullptr && text->empty()) return {};
    if (const auto* id = std::get_if<Id>(&value); id != nullptr && id->isNil()) return {};
    return value;
}

std::unexpected<Error> bad(const KindSpec& spec, const FieldSpec& field, std::string_view why)
{
    return fail(ErrorCode::BadInput,
                fmt::format("The field {}.{} {}; nothing was changed.", spec.table, field.name, why));
}

StampEntry stampFor(const StampEntry& stamp, const FieldWrite& write)
{
    StampEntry entry = stamp;
    entry.mask = 1U << write.field;
    if (write.source != 0) entry.source = write.source;
    return entry;
}

StampEntry presence(const StampEntry& stamp)
{
    StampEntry entry = stamp;
    entry.mask = 1U << kPresence;
    return entry;
}

StampEntry placing(const StampEntry& stamp)
{
    StampEntry entry = stamp;
    entry.mask = 1U << kPlacing;
    return entry;
}

/// Gives a field this stamp's time and device and leaves it its source.
void stampWith(StampEntries& entries, FieldIndex field, const StampEntry& stamp)
{
    StampEntry entry = stamp;
    entry.source = stampOf(entries, field)->source;
    entry.mask = 1U << field;
    setStamp(entries, entry);
}

}  // namespace

Applier::Applier(sqlite::Connection& connection, RowStore& rows)
    : connection_(connection), rows_(rows), derived_(connection), referredTo_(allKinds().size() + 1)
{
    for (const KindSpec& spec : allKinds())
        for (const FieldSpec& field : spec.fields)
            if (field.references) referredTo_.at(static_cast<std::size_t>(*field.references)) = true;
}

Result<void> Applier::checkField(Kind kind, const FieldWrite& write)
{
    const KindSpec& spec = specOf(kind);
    if (write.field >= spec.fields.size())
        return fail(ErrorCode::BadInput, fmt::format("{} has no such field; nothing was changed.", spec.table));
    const FieldSpec& field = spec.fields[write.field];
    if (!fits(field.type, write.value)) return bad(spec, field, "was given a value of another type");
    if (const auto* text = std::get_if<std::string>(&write.value)) {
        if (text->size() > kLongestText) return bad(spec, field, "was given more than 4 MB of text");
        if (!isUtf8(*text)) return bad(spec, field, "was given text that is not UTF-8");
    }
    if (field.type == Type::Enum && !isNothing(write.value) && wordFor(field.words(), intOf(write.value)).empty())
        return bad(spec, field, "was given a word that Kith does not know");
    if (field.references && !isNothing(write.value)) {
        const Id& target = std::get<Id>(write.value);
        if (!known_.contains(target)) {
            const auto space = rows_.spaceOf(*field.references, target);
            if (!space) return bad(spec, field, "points to something that does not exist");
            known_.emplace(target, *space);
        }
    }
    return {};
}

Result<std::optional<RowChange>> Applier::write(RowWrite write, const StampEntry& stamp)
{
    for (const FieldWrite& field : write.fields) KITH_CHECK(checkField(write.kind, field));
    if (!write.fresh) {
        KITH_TRY(existing, rows_.read(write.kind, write.id));
        if (existing) return change(write, *existing, stamp);
    }
    if (write.remove)
        return fail(ErrorCode::NotFound,
                    fmt::format("The {} to remove does not exist; nothing was changed.", specOf(write.kind).table));
    KITH_TRY(created, create(write, stamp));
    return std::optional(std::move(created));
}

Result<RowChange> Applier::create(RowWrite& write, const StampEntry& stamp)
{
    if (!defaultSpace_)
        defaultSpace_ = connection_.number("SELECT rid FROM space WHERE removed = 0 AND coalesce(rights, 3) >= 2"
                                           " ORDER BY rid LIMIT 1",
                                           1);
    StoredRow row;
    row.space = spaceForNew(write);
    KITH_CHECK(checkWritable(row.space));
    row.key = std::move(write.key);
    row.values.resize(specOf(write.kind).fields.size());
    row.stamps.push_back(presence(stamp));
    row.stamps.front().mask |= 1U << kPlacing;
    for (FieldWrite& field : write.fields) {
        row.values[field.field] = normal(std::move(field.value));
        if (field.source == 0) row.stamps.front().mask |= 1U << field.field;
        else setStamp(row.stamps, stampFor(stamp, field));
    }
    if (auto inserted = rows_.insert(write.kind, write.id, row); !inserted) {
        if (write.fresh && rows_.exists(write.kind, write.id))
            return fail(ErrorCode::Conflict, "This was written already; nothing was changed.");
        return std::unexpected(inserted.error());
    }
    if (referredTo_.at(static_cast<std::size_t>(write.kind))) known_.emplace(write.id, row.space);
    derived_.note(write.kind, write.id, nullptr, row);
    return RowChange{.kind = write.kind, .id = write.id, .what = RowChange::What::Created};
}

Result<std::optional<RowChange>> Applier::change(const RowWrite& write, StoredRow& row, const StampEntry& stamp)
{
    using What = RowChange::What;
    RowChange result{.kind = write.kind, .id = write.id, .what = What::Updated};
    const StoredRow before = row;
    KITH_CHECK(checkWritable(row.space));
    if (write.space && *write.space != row.space) {
        KITH_CHECK(checkWritable(*write.space));
        KITH_CHECK(moveTo(*write.space, row, stamp, write.id, result));
    }
    if (write.remove) {
        if (row.removed) return std::optional<RowChange>{};
        row.removed = true;
        row.saw = latestOf(row.stamps);
        result.what = What::Removed;
        known_.erase(write.id);
    } else if (row.removed) {
        row.removed = false;
        row.saw.reset();
        result.what = What::Restored;
        known_.emplace(write.id, row.space);
    }
    if (result.what != What::Updated) setStamp(row.stamps, presence(stamp));
    for (const FieldWrite& field : write.fields) {
        const FieldSpec& spec = specOf(write.kind).fields[field.field];
        Value& current = row.values[field.field];
        Value wanted = normal(field.value);
        if (current == wanted) continue;
        if (spec.merge == Merge::Immutable && !isNothing(current) && !isNothing(wanted))
            return bad(specOf(write.kind), spec, "cannot change once it is set");
        const StampEntry* old = stampOf(row.stamps, field.field);
        result.fields.push_back({field.field, current, wanted, old != nullptr ? old->source : 0,
                                 old != nullptr ? old->time : HybridTime{}});
        current = std::move(wanted);
        setStamp(row.stamps, stampFor(stamp, field));
        // Fields that make sense only together are of one time (FieldSpec::together).
        if (spec.together != 0)
            for (const FieldIndex other : sync::writtenWith(write.kind, field.field))
                if (other != field.field && stampOf(row.stamps, other) != nullptr) stampWith(row.stamps, other, stamp);
    }
    if (result.what == What::Updated && result.fields.empty()) return std::optional<RowChange>{};
    KITH_CHECK(rows_.update(write.kind, row));
    derived_.note(write.kind, write.id, &before, row);
    return std::optional(std::move(result));
}

std::int64_t Applier::spaceForNew(const RowWrite& write) const
{
    if (write.space) return *write.space;
    const auto fields = specOf(write.kind).fields;
    for (const FieldWrite& field : write.fields)
        if (fields[field.field].owner)
            if (const auto owner = known_.find(idOf(field.value)); owner != known_.end()) return owner->second;
    return *defaultSpace_;
}

Result<void> Applier::checkWritable(std::int64_t space)
{
    if (writable_.contains(space)) return {};
    auto found = connection_.query("SELECT coalesce(rights, 3) FROM space WHERE rid = ?", space);
    if (found.next() && found.integer(0) < static_cast<std::int64_t>(sync::Rights::Write))
        return fail(ErrorCode::ReadOnly, "This is shared with you to read; nothing was changed.");
    writable_.insert(space);
    return {};
}

Result<void> Applier::moveTo(std::int64_t space, StoredRow& row, const StampEntry& stamp, const Id& id,
                             RowChange& change)
{
    const auto idOfSpace = [&](std::int64_t number) {
        auto found = connection_.query("SELECT id FROM space WHERE rid = ?", number);
        return found.next() ? idValue(found.id(0)) : Value{};
    };
    const StampEntry* old = stampOf(row.stamps, kPlacing);
    change.fields.push_back({kPlacingField, idOfSpace(row.space), idOfSpace(space), old != nullptr ? old->source : 0,
                             old != nullptr ? old->time : HybridTime{}});
    // Until the server has heard of it, the row is none of those that both sides have in either space.
    if (row.revision != 0) {
        SyncSums sums(connection_);
        sums.remove(row.space, id, row.revision);
        KITH_CHECK(sums.flush());
        row.revision = 0;
    }
    row.space = space;
    setStamp(row.stamps, placing(stamp));
    return {};
}

Result<void> Applier::finish(const Derived::Progress& progress)
{
    known_.clear();
    writable_.clear();
    defaultSpace_.reset();
    return derived_.refresh(progress);
}

void Applier::forget()
{
    known_.clear();
    writable_.clear();
    defaultSpace_.reset();
    derived_.forget();
}

}  // namespace kith::store
