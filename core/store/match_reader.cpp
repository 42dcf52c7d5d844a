#include <kith/store/reader.h>

#include "row_store.h"
#include "same_people.h"

#include <kith/sync/access.h>

#include <algorithm>
#include <fmt/format.h>

namespace kith::store {

std::vector<Id> Reader::peopleByContact(ContactKind kind, std::string_view key) const
{
    std::vector<Id> people;
    auto rows =
        connection_.query("SELECT DISTINCT " KITH_SHOWN_FOR(
                              "c.person") " FROM contact_point c JOIN person p ON p.id = c.person"
                                          " WHERE c.match_key = ? AND c.kind = ? AND c.removed = 0 AND p.removed = 0",
                          key, static_cast<int>(kind));
    while (rows.next()) people.push_back(rows.id(0));
    return people;
}

std::vector<Id> Reader::peopleByFoldedName(std::string_view folded) const
{
    std::vector<Id> people;
    if (folded.empty()) return people;
    auto rows = connection_.query(
        "SELECT " KITH_SHOWN_FOR("p.id") " FROM person p WHERE p.match_key = ? AND p.removed = 0 ORDER BY p.rid",
        folded);
    while (rows.next())
        if (std::ranges::find(people, rows.id(0)) == people.end()) people.push_back(rows.id(0));
    return people;
}

std::vector<std::string> Reader::foldedOrganisationsOf(const Id& person) const
{
    std::vector<std::string> names;
    auto rows = connection_.query("SELECT o.match_key FROM affiliation a JOIN organisation o ON o.id = a.organisation"
                                  " WHERE a.person IN " KITH_ALL_OF_1 " AND a.removed = 0",
                                  store::shownFor(connection_, person));
    while (rows.next()) names.push_back(rows.text(0));
    return names;
}

std::optional<Id> Reader::namedRow(Kind kind, std::string_view folded) const
{
    if (!hasMatchKey(kind) || folded.empty()) return std::nullopt;
    auto found =
        connection_.query(fmt::format("SELECT id FROM \"{}\" WHERE match_key = ? AND removed = 0 ORDER BY rid LIMIT 1",
                                      specOf(kind).table),
                          folded);
    if (!found.next()) return std::nullopt;
    return found.id(0);
}

std::vector<SpaceView> Reader::spaces() const
{
    std::vector<SpaceView> spaces;
    auto rows = connection_.query("SELECT id, name, kind, rights FROM space WHERE removed = 0 ORDER BY kind, name");
    while (rows.next()) {
        const bool granted = !rows.isNull(3);
        const auto rights = granted ? static_cast<sync::Rights>(rows.integer(3)) : sync::Rights::Manage;
        spaces.push_back({.id = rows.id(0),
                          .name = rows.text(1),
                          .kind = static_cast<SpaceKind>(rows.integer(2)),
                          .writable = rights >= sync::Rights::Write,
                          .managed = rights >= sync::Rights::Manage,
                          .granted = granted});
    }
    return spaces;
}

Row Reader::rowFrom(Kind kind, const sqlite::Statement& statement) const
{
    StoredRow stored = RowStore::fromStatement(kind, statement);
    Row row{.kind = kind,
            .id = statement.id(1),
            .space = {},
            .removed = stored.removed,
            .values = std::move(stored.values),
            .stamps = {}};
    const auto [space, fresh] = spaces_.try_emplace(stored.space);
    if (fresh)
        if (auto found = connection_.query("SELECT id FROM space WHERE rid = ?", stored.space); found.next())
            space->second = found.id(0);
    row.space = space->second;
    row.stamps.resize(row.values.size());
    for (std::size_t i = 0; i < row.values.size(); ++i)
        if (const StampEntry* entry = stampOf(stored.stamps, static_cast<unsigned>(i)))
            row.stamps[i] = Stamp{entry->time, interned_->device(entry->device), interned_->source(entry->source)};
    return row;
}

std::optional<Row> Reader::row(Kind kind, const Id& id) const
{
    spaces_.clear();
    auto found = connection_.query(
        fmt::format("SELECT {} FROM \"{}\" WHERE id = ?", RowStore::columns(kind), specOf(kind).table), id);
    if (!found.next()) return std::nullopt;
    return rowFrom(kind, found);
}

std::vector<Row> Reader::rowsReferring(Kind kind, FieldIndex field, const Id& target) const
{
    std::vector<Row> result;
    auto rows = referring(kind, field, target, false);
    while (rows && rows->next()) result.push_back(rowFrom(kind, *rows));
    return result;
}

std::vector<Row> Reader::rowsRemovedByHand(Kind kind, FieldIndex field, const Id& target) const
{
    std::vector<Row> result;
    auto rows = referring(kind, field, target, true);
    while (rows && rows->next()) {
        const StoredRow stored = RowStore::fromStatement(kind, *rows);
        const StampEntry* presence = stampOf(stored.stamps, kPresence);
        if (presence != nullptr && interned_->source(presence->source).isTyped())
            result.push_back(rowFrom(kind, *rows));
    }
    return result;
}

std::optional<sqlite::Statement> Reader::referring(Kind kind, FieldIndex field, const Id& target, bool removed) const
{
    spaces_.clear();
    const KindSpec& spec = specOf(kind);
    if (field >= spec.fields.size() || spec.fields[field].type != Type::Reference) return std::nullopt;
    // A link is of the record that it names, and of no other that was merged with it.
    const bool ofAll = spec.fields[field].references == Kind::Person && kind != Kind::SamePerson;
    return connection_.query(fmt::format("SELECT {} FROM \"{}\" WHERE \"{}\" {} AND removed = {} ORDER BY rid",
                                         RowStore::columns(kind), spec.table, spec.fields[field].name,
                                         ofAll ? "IN " KITH_ALL_OF_1 : "= ?1", removed ? 1 : 0),
                             ofAll ? store::shownFor(connection_, target) : target);
}

Id Reader::shownFor(const Id& person) const
{
    return store::shownFor(connection_, person);
}

std::vector<Id> Reader::mergedInto(const Id& person) const
{
    return store::mergedInto(connection_, person);
}

void Reader::forEachRow(Kind kind, const std::function<bool(const Row&)>& visit) const
{
    spaces_.clear();
    auto rows = connection_.query(fmt::format("SELECT {} FROM \"{}\" WHERE removed = 0 ORDER BY rid",
                                              RowStore::columns(kind), specOf(kind).table));
    while (rows.next())
        if (!visit(rowFrom(kind, rows))) return;
}

std::string Reader::setting(std::string_view key) const
{
    auto found = connection_.query("SELECT value FROM setting WHERE key = ?", key);
    return found.next() ? found.text(0) : std::string{};
}

std::shared_ptr<void> Reader::holdStill() const
{
    if (connection_.inTransaction() || !connection_.run("BEGIN")) return {};
    return {&connection_, [](void* connection) { (void)static_cast<sqlite::Connection*>(connection)->run("COMMIT"); }};
}

}  // namespace kith::store
