// Keeps person_alias saying what the links of Kind::SamePerson come to. Private to this folder.
#pragma once

#include <kith/base/error.h>
#include <kith/domain/same_person.h>
#include <kith/sqlite/connection.h>

#include <unordered_set>
#include <vector>

namespace kith::store {

/// Collects what a command touches and brings the mapping up to date at its end, inside its transaction.
class SamePeopleKeeper {
public:
    explicit SamePeopleKeeper(sqlite::Connection& connection) : connection_(connection) { }

    /// A link between the two came or went.
    void linkChanged(const Id& person, const Id& into);
    /// Links to and from whoever is not there say nothing.
    void personCameOrWent(const Id& person) { moved_.insert(person); }

    /// Somebody for whom another is shown now than before; the same one as themselves for nobody.
    struct Change {
        Id person;
        Id before;
        Id now;
    };
    /// O(people joined with those who were touched); nothing to do in a workspace without merges.
    Result<std::vector<Change>> refresh();
    /// Builds the mapping anew. O(merges).
    Result<void> rebuild();
    void forget();

private:
    [[nodiscard]] Result<std::vector<SameLink>> linksAround(std::unordered_set<Id>& people) const;
    [[nodiscard]] bool isThere(const Id& person) const;
    Result<void> show(const Id& person, const Id& instead);

    sqlite::Connection& connection_;
    std::unordered_set<Id> ends_;
    std::unordered_set<Id> moved_;
};

}  // namespace kith::store
