// Whose documents a change touches.
#include <kith/store/reader.h>

#include "same_people.h"

#include <algorithm>
#include <unordered_set>

namespace kith::store {

namespace {

class Toucher {
public:
    explicit Toucher(const sqlite::Connection& connection) : connection_(connection) { }

    void note(const RowChange& row)
    {
        switch (row.kind) {
        case Kind::Person: return person(row);
        case Kind::Affiliation: return part(row, "SELECT person FROM affiliation WHERE id = ?", affiliation::person);
        case Kind::ContactPoint:
            return part(row, "SELECT person FROM contact_point WHERE id = ?", contact_point::person);
        case Kind::PersonSkill: return part(row, "SELECT person FROM person_skill WHERE id = ?", person_skill::person);
        case Kind::PersonTag: return part(row, "SELECT person FROM person_tag WHERE id = ?", person_tag::person);
        case Kind::Participant:
            // Who else took part may have become warmer.
            return add(row.id,
                       "SELECT person FROM participant WHERE id = ?1 UNION SELECT others.person FROM participant one"
                       " JOIN participant others ON others.interaction = one.interaction WHERE one.id = ?1");
        case Kind::Interaction:
            // One without participants touches nobody.
            return (void)addEach(row.id, "SELECT person FROM participant WHERE interaction = ?");
        case Kind::Organisation: return (void)addEach(row.id, "SELECT person FROM affiliation WHERE organisation = ?");
        case Kind::Area:
            return (void)addEach(row.id,
                                 "WITH RECURSIVE below(id) AS (SELECT ?1 UNION SELECT area.id FROM area"
                                 " JOIN below ON area.parent = below.id)"
                                 " SELECT a.person FROM below JOIN affiliation a ON a.area = below.id");
        case Kind::Skill: return (void)addEach(row.id, "SELECT person FROM person_skill WHERE skill = ?");
        case Kind::Tag: return (void)addEach(row.id, "SELECT person FROM person_tag WHERE tag = ?");
        case Kind::PoolMember: return part(row, "SELECT person FROM pool_member WHERE id = ?", pool_member::person);
        case Kind::Placement: return part(row, "SELECT person FROM placement WHERE id = ?", placement::person);
        case Kind::Pool: return (void)addEach(row.id, "SELECT person FROM pool_member WHERE pool = ?");
        case Kind::Stage: return (void)addEach(row.id, "SELECT person FROM placement WHERE stage = ?");
        case Kind::Pipeline: return (void)addEach(row.id, "SELECT person FROM placement WHERE pipeline = ?");
        case Kind::SamePerson: return link(row.id);
        default: return;
        }
    }

    SearchTouch finish()
    {
        for (const Id& id : people_) {
            // Of somebody who was merged, whoever is shown says it.
            auto row = connection_.query("SELECT rid FROM person WHERE id IN (?1, " KITH_SHOWN_FOR("?1") ")", id);
            while (row.next()) touch_.people.push_back(static_cast<std::uint32_t>(row.integer(0)));
        }
        std::ranges::sort(touch_.people);
        const auto doubled = std::ranges::unique(touch_.people);
        touch_.people.erase(doubled.begin(), doubled.end());
        return std::move(touch_);
    }

private:
    bool addEach(const Id& id, std::string_view sql)
    {
        bool any = false;
        auto rows = connection_.query(sql, id);
        for (; rows.next(); any = true)
            if (!rows.isNull(0)) people_.insert(rows.id(0));
        return any;
    }
    void add(const Id& id, std::string_view sql)
    {
        if (!addEach(id, sql)) touch_.lost = true;
    }

    void link(const Id& id)
    {
        auto row = connection_.query("SELECT person FROM same_person WHERE id = ?", id);
        if (row.next()) linkedWith(row.id(0));
        else touch_.lost = true;
    }

    /// Everybody whom links that are or were there make one with a person: who of them is shown may be another now.
    void linkedWith(const Id& person)
    {
        addEach(person,
                "WITH RECURSIVE linked(id) AS (SELECT ?1 UNION"
                " SELECT s.\"into\" FROM linked JOIN same_person s ON s.person = linked.id UNION"
                " SELECT s.person FROM linked JOIN same_person s ON s.\"into\" = linked.id) SELECT id FROM linked");
    }

    void person(const RowChange& row)
    {
        people_.insert(row.id);
        if (row.what != RowChange::What::Updated) linkedWith(row.id);
        if (!connection_.query("SELECT 1 FROM person WHERE id = ?", row.id).next()) touch_.lost = true;
        const bool other = row.what != RowChange::What::Updated
            || std::ranges::any_of(row.fields, [](const FieldChange& field) { return field.field == person::facets; });
        // How many colleagues speak with somebody is a part of their warmth.
        if (other)
            addEach(row.id,
                    "SELECT theirs.person FROM participant mine JOIN participant theirs"
                    " ON theirs.interaction = mine.interaction WHERE mine.person = ?");
    }

    void part(const RowChange& row, std::string_view sql, FieldIndex whose)
    {
        add(row.id, sql);
        for (const FieldChange& field : row.fields)
            if (const auto* before = std::get_if<Id>(&field.before); field.field == whose && before != nullptr)
                people_.insert(*before);
    }

    const sqlite::Connection& connection_;
    std::unordered_set<Id> people_;
    SearchTouch touch_;
};

}  // namespace

SearchTouch Reader::touchedForSearch(const ChangeSet& changes) const
{
    Toucher toucher(connection_);
    for (const RowChange& row : changes.rows) toucher.note(row);
    return toucher.finish();
}

}  // namespace kith::store
