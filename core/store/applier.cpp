#include "applier.h"

#include <kith/base/text.h>

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

}  // namespace

Applier::Applier(sqlite::Connection& connection, RowStore& rows)
    : rows_(rows), derived_(connection), referredTo_(allKinds().size() + 1)
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
            if (!rows_.exists(*field.references, target))
                return bad(spec, field, "points to something that does not exist");
            known_.insert(target);
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
    StoredRow row;
    row.space = write.space;
    row.key = std::move(write.key);
    row.values.resize(specOf(write.kind).fields.size());
    row.stamps.push_back(presence(stamp));
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
    if (referredTo_.at(static_cast<std::size_t>(write.kind))) known_.insert(write.id);
    derived_.note(write.kind, write.id, nullptr, row);
    return RowChange{.kind = write.kind, .id = write.id, .what = RowChange::What::Created};
}

Result<std::optional<RowChange>> Applier::change(const RowWrite& write, StoredRow& row, const StampEntry& stamp)
{
    using What = RowChange::What;
    RowChange result{.kind = write.kind, .id = write.id, .what = What::Updated};
    const StoredRow before = row;
    if (write.remove) {
        if (row.removed) return std::optional<RowChange>{};
        row.removed = true;
        result.what = What::Removed;
        known_.erase(write.id);
    } else if (row.removed) {
        row.removed = false;
        result.what = What::Restored;
        known_.insert(write.id);
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
        result.fields.push_back({field.field, current, wanted, old != nullptr ? old->source : 0});
        current = std::move(wanted);
        setStamp(row.stamps, stampFor(stamp, field));
    }
    if (result.what == What::Updated && result.fields.empty()) return std::optional<RowChange>{};
    KITH_CHECK(rows_.update(write.kind, row));
    derived_.note(write.kind, write.id, &before, row);
    return std::optional(std::move(result));
}

Result<void> Applier::finish(const Derived::Progress& progress)
{
    known_.clear();
    return derived_.refresh(progress);
}

void Applier::forget()
{
    known_.clear();
    derived_.forget();
}

}  // namespace kith::store
