// The mapping of records to the person who is shown for them, as every query goes by it. Private to this folder.
//
// person_alias holds those who are not shown themselves; Derived keeps it up with the rows of Kind::SamePerson. A query
// about a person binds who is shown; one that lists rows names whom it finds through KITH_SHOWN_FOR.
#pragma once

#include <kith/sqlite/connection.h>

#include <string>
#include <string_view>
#include <vector>

namespace kith::store {

/// The records of the person in a parameter ("?1"), who is shown, for "person IN …".
#define KITH_ALL_OF(person) "(SELECT " person " UNION ALL SELECT person FROM person_alias WHERE canonical = " person ")"
#define KITH_ALL_OF_1 KITH_ALL_OF("?1")
/// The person who is shown in the place of the one in a column, which names its table: "p.person".
#define KITH_SHOWN_FOR(column) "coalesce((SELECT canonical FROM person_alias WHERE person = " column "), " column ")"

/// Themselves, unless they were merged into somebody.
[[nodiscard]] Id shownFor(const sqlite::Connection& connection, const Id& person);
/// The other records of somebody who is shown, in the order of their ids.
[[nodiscard]] std::vector<Id> mergedInto(const sqlite::Connection& connection, const Id& person);
[[nodiscard]] bool someAreMerged(const sqlite::Connection& connection);
/// The local numbers of all who are not shown. O(merges).
[[nodiscard]] std::vector<std::int64_t> notShown(const sqlite::Connection& connection);

}  // namespace kith::store
