#include "same_people_keeper.h"

#include "same_people.h"

#include <utility>

namespace kith::store {

void SamePeopleKeeper::linkChanged(const Id& person, const Id& into)
{
    ends_.insert(person);
    ends_.insert(into);
}

bool SamePeopleKeeper::isThere(const Id& person) const
{
    return connection_.query("SELECT 1 FROM person WHERE id = ? AND removed = 0", person).next();
}

Result<std::vector<SameLink>> SamePeopleKeeper::linksAround(std::unordered_set<Id>& people) const
{
    std::vector<SameLink> links;
    std::vector<Id> next(people.begin(), people.end());
    while (!next.empty()) {
        const Id at = next.back();
        next.pop_back();
        auto found = connection_.query("SELECT person, \"into\" FROM same_person WHERE removed = 0 AND person = ?1"
                                       " UNION SELECT person, \"into\" FROM same_person WHERE removed = 0 AND"
                                       " \"into\" = ?1",
                                       at);
        while (found.next()) {
            const SameLink link{.person = found.id(0), .into = found.id(1)};
            links.push_back(link);
            for (const Id& end : {link.person, link.into})
                if (people.insert(end).second) next.push_back(end);
        }
        KITH_CHECK(found.result());
    }
    return links;
}

Result<void> SamePeopleKeeper::show(const Id& person, const Id& instead)
{
    if (instead == person) return connection_.run("DELETE FROM person_alias WHERE person = ?", person);
    return connection_.run("INSERT INTO person_alias (person, canonical) VALUES (?1, ?2)"
                           " ON CONFLICT (person) DO UPDATE SET canonical = ?2",
                           person, instead);
}

Result<std::vector<SamePeopleKeeper::Change>> SamePeopleKeeper::refresh()
{
    std::vector<Change> changes;
    std::unordered_set<Id> people = std::exchange(ends_, {});
    const std::unordered_set<Id> moved = std::exchange(moved_, {});
    if (people.empty() && (moved.empty() || connection_.number("SELECT EXISTS (SELECT 1 FROM same_person)") == 0))
        return changes;
    people.insert(moved.begin(), moved.end());
    KITH_TRY(links, linksAround(people));
    std::erase_if(links, [&](const SameLink& link) { return !isThere(link.person) || !isThere(link.into); });
    const auto instead = shownInstead(links);
    for (const Id& person : people) {
        const Id before = shownFor(connection_, person);
        const auto found = instead.find(person);
        const Id now = found == instead.end() ? person : found->second;
        if (now == before) continue;
        KITH_CHECK(show(person, now));
        changes.push_back({.person = person, .before = before, .now = now});
    }
    return changes;
}

Result<void> SamePeopleKeeper::rebuild()
{
    forget();
    KITH_CHECK(connection_.run("DELETE FROM person_alias"));
    std::vector<SameLink> links;
    auto found = connection_.prepare("SELECT l.person, l.\"into\" FROM same_person l"
                                     " JOIN person a ON a.id = l.person JOIN person b ON b.id = l.\"into\""
                                     " WHERE l.removed = 0 AND a.removed = 0 AND b.removed = 0");
    while (found.next()) links.push_back({.person = found.id(0), .into = found.id(1)});
    KITH_CHECK(found.result());
    for (const auto& [person, shown] : shownInstead(links)) KITH_CHECK(show(person, shown));
    return {};
}

void SamePeopleKeeper::forget()
{
    ends_.clear();
    moved_.clear();
}

}  // namespace kith::store
