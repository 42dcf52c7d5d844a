#include "contacts.h"

#include "same_people.h"

namespace kith::store {

namespace {

/// Of the person ?1 and all their records, from `rows`: p is how they took part in i.
#define KITH_CONTACTS_OF_1(rows)                                                                                       \
    "SELECT i.at, i.direction, i.depth, i.channel,"                                                                    \
    " (SELECT c.id FROM participant q JOIN person c ON c.id = " KITH_SHOWN_FOR(                                        \
        "q.person") " WHERE q.interaction = i.id AND q.removed = 0 AND c.id <> ?1 AND (c.facets & 2) <> 0"             \
                    " AND c.removed = 0 ORDER BY q.rid LIMIT 1) FROM " rows " WHERE p.person IN " KITH_ALL_OF_1        \
                    " AND p.removed = 0 AND i.removed = 0"

Contact contactFrom(const sqlite::Statement& row)
{
    return {.at = Instant{std::chrono::milliseconds{row.integer(0)}},
            .direction = static_cast<Direction>(row.integer(1)),
            .depth = static_cast<Depth>(row.integer(2)),
            .channel = static_cast<Channel>(row.integer(3)),
            .colleague = row.id(4)};
}

}  // namespace

Result<std::vector<Contact>> contactsOf(const sqlite::Connection& connection, const Id& person)
{
    std::vector<Contact> contacts;
    auto rows = connection.query(
        KITH_CONTACTS_OF_1(
            "participant p JOIN interaction i ON i.id = p.interaction") " GROUP BY i.rid ORDER BY i.at, i.rid",
        person);
    while (rows.next()) contacts.push_back(contactFrom(rows));
    KITH_CHECK(rows.result());
    return contacts;
}

Result<std::optional<Contact>> contactIn(const sqlite::Connection& connection, const Id& person, const Id& interaction)
{
    auto row = connection.query(
        KITH_CONTACTS_OF_1("interaction i CROSS JOIN participant p ON p.interaction = i.id") " AND i.id = ?2", person,
        interaction);
    std::optional<Contact> contact;
    if (row.next()) contact = contactFrom(row);
    KITH_CHECK(row.result());
    return contact;
}

#undef KITH_CONTACTS_OF_1

}  // namespace kith::store
