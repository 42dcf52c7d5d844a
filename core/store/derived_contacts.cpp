// Warmth, beside each person: counted anew from all their contacts, or, for whoever has very many, from one to the
// next.
#include "derived.h"

#include "contacts.h"
#include "same_people.h"

#include <algorithm>

namespace kith::store {

namespace {

/// With so many contacts each new one is added to the sums; a colleague may take part in tens of thousands.
constexpr std::size_t kMany = 8;

Instant instantOf(const sqlite::Statement& row, int column)
{
    return Instant{std::chrono::milliseconds{row.integer(column)}};
}

std::int64_t numberOf(Instant at)
{
    return at.time_since_epoch().count();
}

}  // namespace

void Derived::noteParticipant(const StoredRow* before, const StoredRow& after)
{
    const Id person = idOf(after.values[participant::person]);
    const Id interaction = idOf(after.values[participant::interaction]);
    if (before == nullptr && !after.removed) {
        arrivals_[interaction].people.push_back(person);
        return;
    }
    touchContact(person);
    // Whoever else took part may now be held by somebody else.
    interactions_.insert(interaction);
}

Result<void> Derived::spreadColleagues()
{
    for (const Id& id : colleagues_) {
        auto held =
            connection_.query("SELECT interaction FROM participant WHERE person IN " KITH_ALL_OF_1 " AND removed = 0",
                              shownFor(connection_, id));
        while (held.next()) interactions_.insert(held.id(0));
        KITH_CHECK(held.result());
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

Result<void> Derived::spreadArrivals()
{
    const bool merged = someAreMerged(connection_);
    for (const auto& [interaction, arrival] : arrivals_) {
        std::unordered_set<Id> arrived;
        for (const Id& id : arrival.people) arrived.insert(merged ? shownFor(connection_, id) : id);
        auto rows =
            connection_.query("SELECT " KITH_SHOWN_FOR(
                                  "q.person") ", count(*), coalesce(max(p.facets & 2), 0)"
                                              " FROM participant q LEFT JOIN person p ON p.id = " KITH_SHOWN_FOR(
                                                  "q.person") " WHERE q.interaction = ? AND q.removed = 0 GROUP BY 1",
                              interaction);
        std::vector<Id> others;
        bool colleagueCame = false;
        while (rows.next()) {
            const Id person = rows.id(0);
            const bool came = arrival.all || arrived.contains(person);
            // Who is twice in it may have been there before.
            if (!came) others.push_back(person);
            else if (rows.integer(1) > 1) touchContact(person);
            else people_[person].came.push_back(interaction);
            colleagueCame |= came && rows.integer(2) != 0;
        }
        KITH_CHECK(rows.result());
        // Whoever else took part may now be held by somebody else.
        if (colleagueCame) std::ranges::for_each(others, [this](const Id& person) { touchContact(person); });
    }
    return {};
}

Result<void> Derived::refreshContact(const Id& person, std::int64_t rid, const Touch& touch)
{
    if (!touch.contact && touch.came.empty()) return {};
    bool many = false;
    {
        auto row = connection_.query("SELECT lean IS NOT NULL FROM person_summary WHERE person = ?", rid);
        many = row.next() && row.integer(0) != 0;
        KITH_CHECK(row.result());
    }
    if (touch.contact || !many) return recountContacts(person, rid, many);
    for (const Id& interaction : touch.came) KITH_CHECK(addContact(person, rid, interaction));
    return {};
}

Result<void> Derived::recountContacts(const Id& person, std::int64_t rid, bool wereMany)
{
    KITH_TRY(contacts, contactsOf(connection_, person));
    std::erase_if(contacts, [](const Contact& contact) { return !warms(contact); });
    if (wereMany) KITH_CHECK(connection_.run("DELETE FROM colleague_contact WHERE person = ?", rid));
    const auto basis = warmthBasisOf(contacts);
    if (!basis)
        return connection_.run("UPDATE person_summary SET last_at = NULL, held_by = NULL, contacts = NULL,"
                               " mutual = NULL, depth = NULL, colleagues = NULL, lean = NULL WHERE person = ?",
                               rid);
    const bool many = contacts.size() >= kMany;
    Id heldBy;
    for (const Contact& contact : contacts) {
        if (contact.at == basis->last) heldBy = contact.colleague;
        if (many && !contact.colleague.isNil()) KITH_CHECK(keepColleague(rid, contact));
    }
    return keepBasis(rid, *basis, heldBy, many);
}

Result<void> Derived::addContact(const Id& person, std::int64_t rid, const Id& interaction)
{
    KITH_TRY(contact, contactIn(connection_, person, interaction));
    if (!contact || !warms(*contact)) return {};
    WarmthBasis basis;
    Id heldBy;
    {
        auto row = connection_.query(
            "SELECT last_at, contacts, depth, colleagues, lean, held_by FROM person_summary WHERE person = ?", rid);
        if (!row.next()) return row.result();
        basis = {.last = instantOf(row, 0),
                 .contacts = row.real(1),
                 .depth = row.real(2),
                 .colleagues = row.real(3),
                 .lean = row.real(4)};
        heldBy = row.id(5);
    }
    std::optional<Instant> before;
    if (!contact->colleague.isNil()) {
        auto row = connection_.query("SELECT last_at FROM colleague_contact WHERE person = ?"
                                     " AND colleague = (SELECT rid FROM person WHERE id = ?)",
                                     rid, contact->colleague);
        if (row.next()) before = instantOf(row, 0);
        KITH_CHECK(row.result());
        KITH_CHECK(keepColleague(rid, *contact));
    }
    if (contact->at >= basis.last) heldBy = contact->colleague;
    return keepBasis(rid, withContact(basis, *contact, before), heldBy, true);
}

Result<void> Derived::keepColleague(std::int64_t rid, const Contact& contact)
{
    return connection_.run("INSERT INTO colleague_contact (person, colleague, last_at)"
                           " SELECT ?1, rid, ?3 FROM person WHERE id = ?2"
                           " ON CONFLICT (person, colleague) DO UPDATE SET last_at = max(last_at, excluded.last_at)",
                           rid, contact.colleague, numberOf(contact.at));
}

Result<void> Derived::keepBasis(std::int64_t rid, const WarmthBasis& basis, const Id& heldBy, bool many)
{
    return connection_.run("UPDATE person_summary SET last_at = ?, held_by = ?, contacts = ?, mutual = ?, depth = ?,"
                           " colleagues = ?, lean = ? WHERE person = ?",
                           numberOf(basis.last), heldBy, basis.contacts, basis.mutual, basis.depth, basis.colleagues,
                           many ? std::optional(basis.lean) : std::nullopt, rid);
}

}  // namespace kith::store
