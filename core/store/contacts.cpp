#include "contacts.h"

#include "same_people.h"

namespace kith::store {

Result<std::vector<Contact>> contactsOf(const sqlite::Connection& connection, const Id& person)
{
    std::vector<Contact> contacts;
    auto rows = connection.query(
        "SELECT i.at, i.direction, i.depth, i.channel,"
        " (SELECT c.id FROM participant q JOIN person c ON c.id = " KITH_SHOWN_FOR(
            "q.person") " WHERE q.interaction = i.id AND q.removed = 0 AND c.id <> ?1 AND (c.facets & 2) <> 0"
                        " AND c.removed = 0 ORDER BY q.rid LIMIT 1)"
                        " FROM participant p JOIN interaction i ON i.id = p.interaction"
                        " WHERE p.person IN " KITH_ALL_OF_1 " AND p.removed = 0 AND i.removed = 0"
                        " GROUP BY i.rid ORDER BY i.at, i.rid",
        person);
    while (rows.next())
        contacts.push_back({.at = Instant{std::chrono::milliseconds{rows.integer(0)}},
                            .direction = static_cast<Direction>(rows.integer(1)),
                            .depth = static_cast<Depth>(rows.integer(2)),
                            .channel = static_cast<Channel>(rows.integer(3)),
                            .colleague = rows.id(4)});
    KITH_CHECK(rows.result());
    return contacts;
}

}  // namespace kith::store
