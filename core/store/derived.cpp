#include "derived.h"

#include <kith/base/fold.h>

#include <algorithm>
#include <vector>

namespace kith::store {

void Derived::touchText(const Id& person)
{
    if (!person.isNil()) people_[person].text = true;
}

void Derived::touchContact(const Id& person)
{
    if (!person.isNil()) people_[person].contact = true;
}

void Derived::note(Kind kind, const Id& id, const StoredRow* before, const StoredRow& after)
{
    switch (kind) {
    case Kind::Person: {
        Touch& touch = people_[id];
        touch.text = true;
        touch.fresh |= before == nullptr;
        // A person who stops or starts to be a colleague changes who holds whom.
        if (before != nullptr && before->values[person::facets] != after.values[person::facets]) touch.contact = true;
        break;
    }
    case Kind::Affiliation: touchText(idOf(after.values[affiliation::person])); break;
    case Kind::ContactPoint: touchText(idOf(after.values[contact_point::person])); break;
    case Kind::PersonSkill: touchText(idOf(after.values[person_skill::person])); break;
    case Kind::Organisation:
    case Kind::Area:
    case Kind::Skill:
        if (before != nullptr) named_[id] = kind;
        break;
    case Kind::Participant:
        touchContact(idOf(after.values[participant::person]));
        // Whoever else took part may now be held by somebody else.
        interactions_.insert(idOf(after.values[participant::interaction]));
        break;
    case Kind::Interaction:
        if (before != nullptr) interactions_.insert(id);
        break;
    case Kind::Space:
    case Kind::Tie:
    case Kind::Reminder:
    case Kind::Tag:
    case Kind::PersonTag: break;
    }
}

void Derived::forget()
{
    people_.clear();
    named_.clear();
    interactions_.clear();
}

Result<void> Derived::spreadNames()
{
    for (const auto& [id, kind] : named_) {
        auto people = kind == Kind::Skill
            ? connection_.query("SELECT person FROM person_skill WHERE skill = ? AND removed = 0", id)
            : kind == Kind::Area
            ? connection_.query("SELECT person FROM affiliation WHERE area = ? AND removed = 0", id)
            : connection_.query("SELECT person FROM affiliation WHERE organisation = ? AND removed = 0", id);
        while (people.next()) touchText(people.id(0));
        KITH_CHECK(people.result());
    }
    return {};
}

Result<void> Derived::spreadInteractions()
{
    for (const Id& id : interactions_) {
        auto people = connection_.query("SELECT person FROM participant WHERE interaction = ?", id);
        while (people.next()) touchContact(people.id(0));
        KITH_CHECK(people.result());
    }
    return {};
}

Result<void> Derived::refresh()
{
    KITH_CHECK(spreadNames());
    KITH_CHECK(spreadInteractions());
    // In order of id, which is nearly the order of the rows: FTS5 merges its pending terms whenever a rowid goes back.
    std::vector<std::pair<Id, Touch>> people(people_.begin(), people_.end());
    std::ranges::sort(people, {}, &std::pair<Id, Touch>::first);
    for (const auto& [id, touch] : people) KITH_CHECK(refreshPerson(id, touch));
    forget();
    return {};
}

Result<void> Derived::refreshPerson(const Id& person, const Touch& touch)
{
    std::int64_t rid = 0;
    std::string name;
    std::string city;
    {
        auto found = connection_.query("SELECT rid, removed, match_key, city FROM person WHERE id = ?", person);
        if (!found.next()) return found.result();
        rid = found.integer(0);
        if (found.integer(1) != 0) {
            KITH_CHECK(connection_.run("DELETE FROM person_summary WHERE person = ?", rid));
            return connection_.run("DELETE FROM person_text WHERE rowid = ?", rid);
        }
        name = found.text(2);
        city = fold(found.textView(3));
    }
    if (touch.fresh) KITH_CHECK(connection_.run("INSERT INTO person_summary (person) VALUES (?)", rid));
    else KITH_CHECK(connection_.run("INSERT INTO person_summary (person) VALUES (?) ON CONFLICT DO NOTHING", rid));
    if (touch.text) KITH_CHECK(refreshText(person, rid, name, city, touch.fresh));
    if (touch.contact) KITH_CHECK(refreshContact(person, rid));
    return {};
}

Result<void> Derived::refreshText(const Id& person, std::int64_t rid, const std::string& name, const std::string& city,
                                  bool fresh)
{
    std::string work;
    {
        auto current =
            connection_.query("SELECT a.rid, a.role, o.name, r.name FROM affiliation a"
                              " LEFT JOIN organisation o ON o.id = a.organisation LEFT JOIN area r ON r.id = a.area"
                              " WHERE a.person = ? AND a.removed = 0 AND a.until IS NULL"
                              " ORDER BY a.since DESC, a.rid DESC LIMIT 1",
                              person);
        const bool employed = current.next();
        if (employed) {
            for (int column = 1; column <= 3; ++column)
                if (!current.isNull(column)) work += fold(current.textView(column)) + ' ';
            KITH_CHECK(
                connection_.run("UPDATE person_summary SET affiliation = ? WHERE person = ?", current.integer(0), rid));
        } else {
            KITH_CHECK(current.result());
            if (!fresh)
                KITH_CHECK(connection_.run("UPDATE person_summary SET affiliation = NULL WHERE person = ?", rid));
        }
    }
    std::string skills;
    {
        auto rows = connection_.query("SELECT s.match_key FROM person_skill ps JOIN skill s ON s.id = ps.skill"
                                      " WHERE ps.person = ? AND ps.removed = 0",
                                      person);
        while (rows.next()) skills.append(rows.textView(0)) += ' ';
        KITH_CHECK(rows.result());
    }
    std::string contact;
    {
        auto rows = connection_.query("SELECT match_key FROM contact_point WHERE person = ? AND removed = 0", person);
        while (rows.next()) contact.append(rows.textView(0)) += ' ';
        KITH_CHECK(rows.result());
    }
    if (!fresh) KITH_CHECK(connection_.run("DELETE FROM person_text WHERE rowid = ?", rid));
    return connection_.run(
        "INSERT INTO person_text (rowid, name, work, place, skills, contact) VALUES (?, ?, ?, ?, ?, ?)", rid, name,
        work, city, skills, contact);
}

Result<void> Derived::refreshContact(const Id& person, std::int64_t rid)
{
    std::optional<std::int64_t> lastAt;
    Id interaction;
    {
        auto last = connection_.query("SELECT i.at, i.id FROM participant p JOIN interaction i ON i.id = p.interaction"
                                      " WHERE p.person = ? AND p.removed = 0 AND i.removed = 0 AND i.direction <> 3"
                                      " AND i.channel <> 6 ORDER BY i.at DESC, i.rid DESC LIMIT 1",
                                      person);
        if (last.next()) {
            lastAt = last.integer(0);
            interaction = last.id(1);
        }
        KITH_CHECK(last.result());
    }
    Id heldBy;
    if (lastAt) {
        auto colleague = connection_.query("SELECT c.id FROM participant p JOIN person c ON c.id = p.person"
                                           " WHERE p.interaction = ? AND p.removed = 0 AND c.id <> ? AND c.removed = 0"
                                           " AND (c.facets & 2) <> 0 ORDER BY p.rid LIMIT 1",
                                           interaction, person);
        if (colleague.next()) heldBy = colleague.id(0);
        KITH_CHECK(colleague.result());
    }
    return connection_.run("UPDATE person_summary SET last_at = ?, held_by = ? WHERE person = ?", lastAt, heldBy, rid);
}

Result<void> Derived::rebuild()
{
    forget();
    KITH_CHECK(connection_.run("DELETE FROM person_summary"));
    KITH_CHECK(connection_.run("INSERT INTO person_text (person_text) VALUES ('delete-all')"));
    auto people = connection_.query("SELECT id FROM person WHERE removed = 0 ORDER BY rid");
    while (people.next()) {
        const Id id = people.id(0);
        KITH_CHECK(refreshPerson(id, {.text = true, .contact = true, .fresh = true}));
    }
    return people.result();
}

}  // namespace kith::store
