#include "same_people.h"

namespace kith::store {

Id shownFor(const sqlite::Connection& connection, const Id& person)
{
    auto found = connection.query("SELECT canonical FROM person_alias WHERE person = ?", person);
    return found.next() ? found.id(0) : person;
}

std::vector<Id> mergedInto(const sqlite::Connection& connection, const Id& person)
{
    std::vector<Id> others;
    auto found = connection.query("SELECT person FROM person_alias WHERE canonical = ? ORDER BY person", person);
    while (found.next()) others.push_back(found.id(0));
    return others;
}

bool someAreMerged(const sqlite::Connection& connection)
{
    return connection.number("SELECT EXISTS (SELECT 1 FROM person_alias)") != 0;
}

std::vector<std::int64_t> notShown(const sqlite::Connection& connection)
{
    std::vector<std::int64_t> rows;
    auto found = connection.prepare("SELECT p.rid FROM person_alias m JOIN person p ON p.id = m.person");
    while (found.next()) rows.push_back(found.integer(0));
    return rows;
}

}  // namespace kith::store
