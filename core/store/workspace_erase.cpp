// Erasing a person from a workspace that is nobody else's.
#include "same_people.h"
#include "workspace_sync.h"

#include <algorithm>
#include <fmt/format.h>

namespace kith::store {

namespace {

using Rows = std::vector<std::pair<Kind, Id>>;

/// All records of the person ?1, removed ones among them, for which person_alias has none.
constexpr std::string_view kOne =
    "one (id) AS (SELECT ?1 UNION SELECT CASE WHEN l.person = one.id THEN l.\"into\" ELSE l.person END"
    " FROM one JOIN same_person l ON one.id IN (l.person, l.\"into\") WHERE l.removed = 0)";

/// Finds what goes with a person, removed rows included: they keep their values so that undo can bring them back.
class Belongings {
public:
    explicit Belongings(const sqlite::Connection& connection) : connection_(connection) { }

    /// All records of a person are theirs.
    [[nodiscard]] Result<Rows> of(const Id& person)
    {
        KITH_TRY(records, ids(fmt::format("WITH RECURSIVE {} SELECT id FROM one", kOne), person));
        std::vector<Id> conversations;
        for (const Id& record : records) {
            KITH_CHECK(add(Kind::Person, record));
            KITH_CHECK(addAll(Kind::Tie, "SELECT id FROM tie WHERE b = ?", record));
            // A merge that was taken back still says what they were called.
            KITH_CHECK(addAll(Kind::SamePerson, "SELECT id FROM same_person WHERE person = ?", record));
            KITH_TRY(talks, ids("SELECT interaction FROM participant WHERE person = ?", record));
            conversations.insert(conversations.end(), talks.begin(), talks.end());
            KITH_CHECK(addAll(Kind::Participant, "SELECT id FROM participant WHERE person = ?", record));
        }
        for (const Id& conversation : conversations) {
            KITH_TRY(goes, isTheirsAlone(conversation, person));
            if (goes) KITH_CHECK(add(Kind::Interaction, conversation));
        }
        // Grows while it is read: a conflict has none of its own, so that one pass is enough.
        const Rows all = rows_;
        for (const auto& [kind, id] : all)
            KITH_CHECK(addAll(Kind::Conflict, "SELECT id FROM conflict WHERE row = ?", id));
        return std::move(rows_);
    }

private:
    [[nodiscard]] Result<std::vector<Id>> ids(std::string_view sql, const Id& about) const
    {
        std::vector<Id> found;
        auto rows = connection_.query(sql, about);
        while (rows.next()) found.push_back(rows.id(0));
        KITH_CHECK(rows.result());
        return found;
    }
    Result<void> addAll(Kind kind, std::string_view sql, const Id& about)
    {
        KITH_TRY(found, ids(sql, about));
        for (const Id& id : found) KITH_CHECK(add(kind, id));
        return {};
    }
    Result<void> add(Kind kind, const Id& id)
    {
        if (std::ranges::find(rows_, std::pair(kind, id)) != rows_.end()) return {};
        rows_.emplace_back(kind, id);
        for (const KindSpec& spec : allKinds())
            for (const FieldSpec& field : spec.fields)
                if (field.owner && field.references == kind)
                    KITH_CHECK(addAll(
                        spec.kind, fmt::format("SELECT id FROM \"{}\" WHERE \"{}\" = ?", spec.table, field.name), id));
        return {};
    }
    /// What was noted of a conversation is about everybody in it but colleagues, who are there for us.
    [[nodiscard]] Result<bool> isTheirsAlone(const Id& conversation, const Id& person) const
    {
        // Of a conversation that was removed, those count who were in it; and somebody who was only taken off the list
        // of one that was not has no part in its words.
        auto found = connection_.query(
            fmt::format(
                "WITH RECURSIVE {} SELECT EXISTS (SELECT 1 FROM participant p"
                "   LEFT JOIN person other ON other.id = " KITH_SHOWN_FOR(
                    "p.person") "   WHERE p.interaction = i.id AND p.person NOT IN (SELECT id FROM one)"
                                "   AND (i.removed = 1 OR p.removed = 0) AND coalesce(other.facets, 0) & ?3 = 0),"
                                " i.removed = 1 OR EXISTS (SELECT 1 FROM participant p WHERE p.interaction = i.id"
                                "   AND p.person IN (SELECT id FROM one) AND p.removed = 0)"
                                " FROM interaction i WHERE i.id = ?2",
                kOne),
            person, conversation, static_cast<int>(Facet::Colleague));
        const bool goes = found.next() && found.integer(0) == 0 && found.integer(1) != 0;
        KITH_CHECK(found.result());
        return goes;
    }

    const sqlite::Connection& connection_;
    Rows rows_;
};

}  // namespace

Result<void> WorkspaceSync::letGoOf(Kind kind, const Id& id, ChangeSet& changes)
{
    for (const KindSpec& spec : allKinds())
        for (const FieldSpec& field : spec.fields) {
            if (field.owner || field.references != kind) continue;
            auto pointing = db_.query(
                fmt::format("SELECT id FROM \"{}\" WHERE \"{}\" = ? AND removed = 0", spec.table, field.name), id);
            while (pointing.next()) changes.rows.push_back({.kind = spec.kind, .id = pointing.id(0)});
            KITH_CHECK(pointing.result());
            KITH_CHECK(db_.run(
                fmt::format("UPDATE \"{0}\" SET \"{1}\" = NULL WHERE \"{1}\" = ?", spec.table, field.name), id));
        }
    return {};
}

Result<ChangeSet> WorkspaceSync::erase(const Id& person)
{
    if (account())
        return fail(ErrorCode::Conflict,
                    "This workspace is shared through a server, which has to erase the person everywhere. Nothing was "
                    "changed.");
    KITH_TRY(known, parts_.rows->read(Kind::Person, person));
    if (!known) return fail(ErrorCode::NotFound, "There is no such person; nothing was changed.");
    auto done = transact([&](ChangeSet& changes) -> Result<void> {
        changes.kind = CommandKind::RemovePerson;
        KITH_TRY(rows, Belongings(db_).of(person));
        for (const auto& [kind, id] : rows) {
            KITH_CHECK(purge_.erase(kind, id));
            changes.rows.push_back({.kind = kind, .id = id, .what = RowChange::What::Removed});
        }
        for (const auto& [kind, id] : rows) {
            if (kind == Kind::Person || kind == Kind::Interaction) KITH_CHECK(letGoOf(kind, id, changes));
            if (kind == Kind::Person)
                KITH_CHECK(db_.run("DELETE FROM setting WHERE key = ? AND value = ?", settings::kMe, id.toString()));
        }
        return {};
    });
    parts_.interned->forget();
    return done;
}

}  // namespace kith::store
