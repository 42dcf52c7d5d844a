#include "derived.h"

#include "same_people.h"

#include <kith/base/fold.h>

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <utility>
#include <vector>

namespace kith::store {

namespace {

bool isColleague(const StoredRow& row)
{
    const Facets facets{static_cast<std::uint8_t>(intOf(row.values[person::facets]))};
    return !row.removed && facets.has(Facet::Colleague);
}

/// Whether an interaction is another to warmth; its words and how long it took are nothing to it.
bool contactChanged(const StoredRow& before, const StoredRow& after)
{
    return before.removed != after.removed
        || std::ranges::any_of(
               std::array{interaction::at, interaction::channel, interaction::direction, interaction::depth},
               [&](FieldIndex field) { return before.values[field] != after.values[field]; });
}

std::optional<std::int64_t> dayIn(const Value& value)
{
    return isNothing(value) ? std::nullopt : std::optional(intOf(value));
}

}  // namespace

void Derived::touchText(const Id& person)
{
    if (person.isNil()) return;
    Touch& touch = people_[person];
    touch.text = true;
    touch.made.reset();
}

void Derived::touchContact(const Id& person)
{
    if (!person.isNil()) people_[person].contact = true;
}

void Derived::note(Kind kind, const Id& id, const StoredRow* before, const StoredRow& after)
{
    switch (kind) {
    case Kind::Person: notePerson(id, before, after); break;
    case Kind::Affiliation: notePart(kind, idOf(after.values[affiliation::person]), before, after); break;
    case Kind::ContactPoint: notePart(kind, idOf(after.values[contact_point::person]), before, after); break;
    case Kind::PersonSkill: notePart(kind, idOf(after.values[person_skill::person]), before, after); break;
    case Kind::Organisation:
    case Kind::Area:
    case Kind::Skill:
        names_[id] = after.key;
        if (before != nullptr) named_[id] = kind;
        break;
    case Kind::Participant: noteParticipant(before, after); break;
    case Kind::Interaction:
        if (before != nullptr && contactChanged(*before, after)) interactions_.insert(id);
        break;
    case Kind::Space:
    case Kind::Tie:
    case Kind::Reminder:
    case Kind::Tag:
    case Kind::PersonTag:
    case Kind::Conflict:
    case Kind::PayExpectation:
    case Kind::SavedSearch:
    case Kind::Alias:
    case Kind::Pool:
    case Kind::PoolMember:
    case Kind::Pipeline:
    case Kind::Stage:
    case Kind::Placement:
    case Kind::Move: break;
    case Kind::SamePerson:
        same_.linkChanged(idOf(after.values[same_person::person]), idOf(after.values[same_person::into]));
        break;
    }
}

void Derived::noteArrived(Kind kind, const Id& id, const StoredRow* before, const StoredRow& after)
{
    note(kind, id, before, after);
    if (before != nullptr) return;
    if (kind == Kind::Person) {
        Touch& touch = people_[id];
        touch.made.reset();
        touch.contact = true;
        same_.personCameOrWent(id);
        if (isColleague(after)) colleagues_.insert(id);  // others may have spoken with them before they came
    } else if (kind == Kind::Organisation || kind == Kind::Area || kind == Kind::Skill) {
        named_[id] = kind;
    } else if (kind == Kind::Interaction) {
        arrivals_[id].all = true;
    }
}

void Derived::notePerson(const Id& id, const StoredRow* before, const StoredRow& after)
{
    Touch& touch = people_[id];
    touch.text = true;
    touch.made.reset();
    if (before == nullptr) {
        touch.fresh = true;
        touch.made = std::make_unique<NewPerson>();
        touch.made->rid = after.rid;
        touch.made->text.name = after.key;
        touch.made->text.city = fold(textOf(after.values[person::city]));
        return;
    }
    // Whoever comes back needs a summary again.
    if (before->removed != after.removed) {
        touch.contact = true;
        same_.personCameOrWent(id);
    }
    if (isColleague(*before) != isColleague(after)) colleagues_.insert(id);
}

void Derived::notePart(Kind kind, const Id& person, const StoredRow* before, const StoredRow& after)
{
    if (person.isNil()) return;
    Touch& touch = people_[person];
    touch.text = true;
    if (touch.made == nullptr) return;
    if (before == nullptr) addTo(*touch.made, kind, after);
    else touch.made.reset();
}

void Derived::addTo(NewPerson& person, Kind kind, const StoredRow& part)
{
    Text& text = person.text;
    if (kind == Kind::ContactPoint) {
        text.contact.append(part.key) += ' ';
    } else if (kind == Kind::PersonSkill) {
        text.skills.append(nameOf(Kind::Skill, idOf(part.values[person_skill::skill]))) += ' ';
    } else if (isNothing(part.values[affiliation::until])) {
        // As readText() has it: the latest, and of several the last.
        const auto since = dayIn(part.values[affiliation::since]);
        if (text.affiliation && since < person.since) return;
        person.since = since;
        text.affiliation = part.rid;
        text.work.clear();
        for (const std::string& words : {fold(textOf(part.values[affiliation::role])),
                                         nameOf(Kind::Organisation, idOf(part.values[affiliation::organisation])),
                                         nameOf(Kind::Area, idOf(part.values[affiliation::area]))})
            if (!words.empty()) text.work.append(words) += ' ';
    }
}

const std::string& Derived::nameOf(Kind kind, const Id& id)
{
    const auto [at, fresh] = names_.try_emplace(id);
    if (!fresh || id.isNil()) return at->second;
    // A name that cannot be read now will fail the command at its next statement.
    auto found = kind == Kind::Skill ? connection_.query("SELECT match_key FROM skill WHERE id = ?", id)
        : kind == Kind::Area         ? connection_.query("SELECT match_key FROM area WHERE id = ?", id)
                                     : connection_.query("SELECT match_key FROM organisation WHERE id = ?", id);
    if (found.next()) at->second = found.text(0);
    return at->second;
}

void Derived::forget()
{
    same_.forget();
    people_.clear();
    named_.clear();
    names_.clear();
    colleagues_.clear();
    interactions_.clear();
    arrivals_.clear();
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

Result<void> Derived::spreadMerges()
{
    KITH_TRY(changes, same_.refresh());
    for (const auto& change : changes)
        for (const Id& id : {change.person, change.before, change.now}) {
            touchText(id);
            touchContact(id);
            colleagues_.insert(id);
        }
    return {};
}

Result<void> Derived::passOnTouches()
{
    if (!someAreMerged(connection_)) return {};
    std::vector<std::pair<Id, Id>> away;
    for (const auto& [id, touch] : people_)
        if (const Id shown = shownFor(connection_, id); shown != id) away.emplace_back(id, shown);
    for (const auto& [id, shown] : away) {
        const auto touched = people_.extract(id);
        Touch& touch = people_[shown];
        touch.text |= touched.mapped().text;
        touch.contact |= touched.mapped().contact || !touched.mapped().came.empty();
        touch.made.reset();
        auto row = connection_.query("SELECT rid FROM person WHERE id = ?", id);
        if (row.next()) KITH_CHECK(drop(row.integer(0)));
    }
    return {};
}

Result<void> Derived::refresh(const Progress& progress)
{
    KITH_CHECK(spreadMerges());
    KITH_CHECK(spreadNames());
    KITH_CHECK(spreadColleagues());
    KITH_CHECK(spreadArrivals());
    KITH_CHECK(spreadInteractions());
    KITH_CHECK(passOnTouches());
    // In order of id, which is nearly the order of the rows: FTS5 merges its pending terms whenever a rowid goes back.
    std::vector<const std::pair<const Id, Touch>*> people;
    people.reserve(people_.size());
    for (const auto& each : people_) people.push_back(&each);
    std::ranges::sort(people, {}, [](const auto* each) { return each->first; });

    // Terms pend in memory before they are written; with many people a larger heap saves rounds of merging.
    constexpr std::size_t kMany = 2000;
    constexpr int kUsualHeap = 1 << 20;
    constexpr int kLargeHeap = 32 << 20;
    const auto setHeap = [&](int bytes) {
        return connection_.run("INSERT INTO person_text (person_text, rank) VALUES ('hashsize', ?)", bytes);
    };
    if (people.size() > kMany) KITH_CHECK(setHeap(kLargeHeap));
    for (std::size_t i = 0; i < people.size(); ++i) {
        KITH_CHECK(progress(i, people.size()));
        KITH_CHECK(refreshPerson(people[i]->first, people[i]->second));
    }
    if (people.size() > kMany) KITH_CHECK(setHeap(kUsualHeap));
    forget();
    return {};
}

Result<void> Derived::drop(std::int64_t rid)
{
    KITH_CHECK(connection_.run("DELETE FROM person_summary WHERE person = ?", rid));
    KITH_CHECK(connection_.run("DELETE FROM colleague_contact WHERE person = ?1 OR colleague = ?1", rid));
    return connection_.run("DELETE FROM person_text WHERE rowid = ?", rid);
}

Result<void> Derived::compact()
{
    return connection_.run("INSERT INTO person_text (person_text) VALUES ('optimize')");
}

Result<void> Derived::refreshPerson(const Id& person, const Touch& touch)
{
    if (touch.made != nullptr) {
        const NewPerson& made = *touch.made;
        KITH_CHECK(connection_.run("INSERT INTO person_summary (person, affiliation) VALUES (?, ?)", made.rid,
                                   made.text.affiliation));
        KITH_CHECK(insertText(made.rid, made.text));
        return refreshContact(person, made.rid, touch);
    }
    std::int64_t rid = 0;
    bool removed = false;
    {
        auto found = connection_.query("SELECT rid, removed FROM person WHERE id = ?", person);
        if (!found.next()) return found.result();
        rid = found.integer(0);
        removed = found.integer(1) != 0;
    }
    if (removed) {
        return drop(rid);
    }
    KITH_CHECK(connection_.run("INSERT INTO person_summary (person) VALUES (?) ON CONFLICT DO NOTHING", rid));
    if (touch.text) {
        KITH_TRY(text, readText(person));
        if (!touch.fresh) KITH_CHECK(connection_.run("DELETE FROM person_text WHERE rowid = ?", rid));
        KITH_CHECK(insertText(rid, text));
        KITH_CHECK(
            connection_.run("UPDATE person_summary SET affiliation = ? WHERE person = ?", text.affiliation, rid));
    }
    return refreshContact(person, rid, touch);
}

Result<void> Derived::insertText(std::int64_t rid, const Text& text)
{
    return connection_.run(
        "INSERT INTO person_text (rowid, name, work, place, skills, contact) VALUES (?, ?, ?, ?, ?, ?)", rid, text.name,
        text.work, text.city, text.skills, text.contact);
}

Result<Derived::Text> Derived::readText(const Id& person) const
{
    Text text;
    {
        auto found = connection_.query("SELECT match_key, city FROM person WHERE id = ?", person);
        if (found.next()) {
            text.name = found.text(0);
            text.city = fold(found.textView(1));
        }
        KITH_CHECK(found.result());
        // Under the names that they had before, too.
        auto others = connection_.query("SELECT p.match_key FROM person_alias m JOIN person p ON p.id = m.person"
                                        " WHERE m.canonical = ? ORDER BY p.rid",
                                        person);
        while (others.next()) text.name.append(" ").append(others.textView(0));
        KITH_CHECK(others.result());
    }
    {
        auto current = connection_.query("SELECT a.rid, a.role, o.match_key, r.match_key FROM affiliation a"
                                         " LEFT JOIN organisation o ON o.id = a.organisation"
                                         " LEFT JOIN area r ON r.id = a.area"
                                         " WHERE a.person IN " KITH_ALL_OF_1 " AND a.removed = 0 AND a.until IS NULL"
                                         " ORDER BY a.since DESC, a.rid DESC LIMIT 1",
                                         person);
        if (current.next()) {
            text.affiliation = current.integer(0);
            if (!current.isNull(1)) text.work.append(fold(current.textView(1))) += ' ';
            for (const int column : {2, 3})
                if (!current.isNull(column)) text.work.append(current.textView(column)) += ' ';
        }
        KITH_CHECK(current.result());
    }
    {
        auto skills = connection_.query("SELECT s.match_key FROM person_skill ps JOIN skill s ON s.id = ps.skill"
                                        " WHERE ps.person IN " KITH_ALL_OF_1 " AND ps.removed = 0",
                                        person);
        while (skills.next()) text.skills.append(skills.textView(0)) += ' ';
        KITH_CHECK(skills.result());
    }
    auto contacts = connection_.query(
        "SELECT match_key FROM contact_point WHERE person IN " KITH_ALL_OF_1 " AND removed = 0", person);
    while (contacts.next()) text.contact.append(contacts.textView(0)) += ' ';
    KITH_CHECK(contacts.result());
    return text;
}

Result<void> Derived::rebuild()
{
    forget();
    KITH_CHECK(connection_.run("DELETE FROM person_summary"));
    KITH_CHECK(connection_.run("DELETE FROM colleague_contact"));
    KITH_CHECK(connection_.run("INSERT INTO person_text (person_text) VALUES ('delete-all')"));
    KITH_CHECK(same_.rebuild());
    auto people = connection_.query("SELECT id FROM person WHERE removed = 0"
                                    " AND id NOT IN (SELECT person FROM person_alias) ORDER BY rid");
    while (people.next()) {
        const Id id = people.id(0);
        KITH_CHECK(refreshPerson(id, {.text = true, .contact = true, .fresh = true}));
    }
    return people.result();
}

}  // namespace kith::store
