#include "row_store.h"

#include <kith/base/fold.h>

#include <fmt/format.h>

namespace kith::store {

namespace {

constexpr int kFixedColumns = 7;  // rid, id, space, removed, stamps, saw, revision

Value columnValue(Type type, const sqlite::Statement& statement, int column)
{
    if (statement.isNull(column)) return {};
    switch (type) {
    case Type::Text: return statement.text(column);
    case Type::Real: return statement.real(column);
    case Type::Reference: return idValue(statement.id(column));
    case Type::Integer:
    case Type::Date:
    case Type::Instant:
    case Type::Enum:
    case Type::Flags: return statement.integer(column);
    }
    return {};
}

}  // namespace

bool hasMatchKey(Kind kind)
{
    return kind == Kind::Person || kind == Kind::Organisation || kind == Kind::Area || kind == Kind::Skill
        || kind == Kind::Tag || kind == Kind::ContactPoint;
}

std::string matchKey(Kind kind, std::span<const Value> values, std::string_view region)
{
    if (kind == Kind::ContactPoint)
        return contactKey(static_cast<ContactKind>(intOf(values[contact_point::kind])),
                          textOf(values[contact_point::value]), region);
    // All other kinds with a key have their name as field 0.
    return fold(textOf(values[0]));
}

void bindValue(sqlite::Statement& statement, int index, const Value& value)
{
    if (const auto* number = std::get_if<std::int64_t>(&value)) statement.bind(index, *number);
    else if (const auto* real = std::get_if<double>(&value)) statement.bind(index, *real);
    else if (const auto* text = std::get_if<std::string>(&value)) statement.bind(index, *text);
    else if (const auto* id = std::get_if<Id>(&value)) statement.bind(index, *id);
    else statement.bind(index, nullptr);
}

std::string RowStore::columns(Kind kind)
{
    std::string list = "rid, id, space, removed, stamps, saw, revision";
    for (const FieldSpec& field : specOf(kind).fields) list += fmt::format(", \"{}\"", field.name);
    return list;
}

RowStore::RowStore(sqlite::Connection& connection) : connection_(connection)
{
    for (const KindSpec& spec : allKinds()) {
        std::string names = "id, space, removed, stamps, saw, revision";
        std::string marks = "?1, ?2, ?3, ?4, ?5, ?6";
        std::string sets = "space = ?2, removed = ?3, stamps = ?4, saw = ?5, revision = ?6";
        int index = kFixedColumns;
        const auto add = [&](std::string_view name) {
            names += fmt::format(", \"{}\"", name);
            marks += fmt::format(", ?{}", index);
            sets += fmt::format(", \"{}\" = ?{}", name, index);
            ++index;
        };
        for (const FieldSpec& field : spec.fields) add(field.name);
        if (hasMatchKey(spec.kind)) add("match_key");
        sql_.push_back({
            .read = fmt::format("SELECT {} FROM \"{}\" WHERE id = ?", columns(spec.kind), spec.table),
            .insert = fmt::format("INSERT INTO \"{}\" ({}) VALUES ({})", spec.table, names, marks),
            .update = fmt::format("UPDATE \"{}\" SET {} WHERE rid = ?1", spec.table, sets),
            .space = fmt::format("SELECT space FROM \"{}\" WHERE id = ? AND removed = 0", spec.table),
            .revise = fmt::format("UPDATE \"{}\" SET revision = ?2 WHERE rid = ?1", spec.table),
        });
    }
}

StoredRow RowStore::fromStatement(Kind kind, const sqlite::Statement& statement, int firstColumn)
{
    StoredRow row;
    row.rid = statement.integer(firstColumn);
    row.space = statement.integer(firstColumn + 2);
    row.removed = statement.integer(firstColumn + 3) != 0;
    row.stamps = decodeStamps(statement.blob(firstColumn + 4));
    if (!statement.isNull(firstColumn + 5))
        row.saw = HybridTime{static_cast<std::uint64_t>(statement.integer(firstColumn + 5))};
    row.revision = statement.isNull(firstColumn + 6) ? 0 : statement.integer(firstColumn + 6);
    const auto fields = specOf(kind).fields;
    row.values.reserve(fields.size());
    for (std::size_t i = 0; i < fields.size(); ++i)
        row.values.push_back(columnValue(fields[i].type, statement, firstColumn + kFixedColumns + static_cast<int>(i)));
    return row;
}

Result<std::optional<StoredRow>> RowStore::read(Kind kind, const Id& id) const
{
    auto statement = connection_.query(sqlOf(kind).read, id);
    if (statement.next()) return fromStatement(kind, statement);
    if (statement.error()) return std::unexpected(*statement.error());
    return std::optional<StoredRow>{};
}

std::optional<std::int64_t> RowStore::spaceOf(Kind kind, const Id& id) const
{
    auto statement = connection_.query(sqlOf(kind).space, id);
    if (!statement.next()) return std::nullopt;
    return statement.integer(0);
}

Result<void> RowStore::write(sqlite::Statement statement, Kind kind, StoredRow& row) const
{
    const std::string stamps = encodeStamps(row.stamps);
    statement.bind(2, row.space);
    statement.bind(3, row.removed ? 1 : 0);
    statement.bind(4, sqlite::Blob{stamps});
    if (row.saw) statement.bind(5, static_cast<std::int64_t>(row.saw->word));
    else statement.bind(5, nullptr);
    if (row.revision != 0) statement.bind(6, row.revision);
    else statement.bind(6, nullptr);
    int index = kFixedColumns;
    for (const Value& value : row.values) bindValue(statement, index++, value);
    if (hasMatchKey(kind)) {
        if (row.key.empty()) row.key = matchKey(kind, row.values, region_);
        if (row.key.empty()) statement.bind(index, nullptr);
        else statement.bind(index, row.key);
    }
    return statement.run();
}

Result<void> RowStore::insert(Kind kind, const Id& id, StoredRow& row)
{
    auto statement = connection_.query(sqlOf(kind).insert, id);
    KITH_CHECK(write(std::move(statement), kind, row));
    row.rid = connection_.lastInsertRow();
    return {};
}

Result<void> RowStore::update(Kind kind, StoredRow& row)
{
    auto statement = connection_.query(sqlOf(kind).update, row.rid);
    return write(std::move(statement), kind, row);
}

Result<void> RowStore::setRevision(Kind kind, std::int64_t rid, std::int64_t revision)
{
    return connection_.run(sqlOf(kind).revise, rid, revision);
}

Result<std::vector<Id>> RowStore::rekeyPhones()
{
    struct Changed {
        std::int64_t rid;
        std::string key;
    };
    std::vector<Changed> changed;
    std::vector<Id> people;
    auto phones = connection_.query("SELECT rid, person, value, match_key FROM contact_point WHERE kind = ?",
                                    static_cast<int>(ContactKind::Phone));
    while (phones.next()) {
        std::string key = contactKey(ContactKind::Phone, phones.textView(2), region_);
        if (key == phones.textView(3)) continue;
        changed.push_back({phones.integer(0), std::move(key)});
        people.push_back(phones.id(1));
    }
    KITH_CHECK(phones.result());
    for (const Changed& each : changed)
        KITH_CHECK(
            connection_.run("UPDATE contact_point SET match_key = nullif(?, '') WHERE rid = ?", each.key, each.rid));
    return people;
}

}  // namespace kith::store
