#include <kith/store/network_reader.h>

#include "same_people.h"

#include <algorithm>
#include <map>

namespace kith::store {

namespace {

// A person with several records in a group is in it once.
constexpr std::string_view kAreas =
    "WITH RECURSIVE below(top, id) AS (SELECT id, id FROM area WHERE removed = 0"
    " UNION SELECT b.top, a.id FROM area a JOIN below b ON a.parent = b.id WHERE a.removed = 0)"
    " SELECT g.id, g.name, (SELECT count(DISTINCT " KITH_SHOWN_FOR(
        "f.person") ") FROM below b JOIN affiliation f"
                    " ON f.area = b.id AND f.removed = 0 AND f.until IS NULL WHERE b.top = g.id)"
                    " FROM area g WHERE g.removed = 0 ORDER BY g.match_key, g.id";
constexpr std::string_view kOrganisations = "SELECT g.id, g.name, (SELECT count(DISTINCT " KITH_SHOWN_FOR(
    "f.person") ") FROM affiliation f"
                " WHERE f.organisation = g.id AND f.removed = 0 AND f.until IS NULL)"
                " FROM organisation g WHERE g.removed = 0 ORDER BY g.match_key, g.id";
constexpr std::string_view kInArea =
    "WITH RECURSIVE below(id) AS (SELECT ?1 UNION SELECT a.id FROM area a JOIN below b ON a.parent = b.id"
    " WHERE a.removed = 0)"
    " SELECT DISTINCT " KITH_SHOWN_FOR("f.person") " FROM below b JOIN affiliation f ON f.area = b.id"
                                                   " AND f.removed = 0 AND f.until IS NULL";
constexpr std::string_view kInOrganisation =
    "SELECT DISTINCT " KITH_SHOWN_FOR("f.person") " FROM affiliation f WHERE f.organisation = ?1 AND f.removed = 0"
                                                  " AND f.until IS NULL";

constexpr std::string_view kSharedSkills =
    "SELECT DISTINCT c.id, s.name FROM person_skill mine JOIN person_skill theirs ON theirs.skill = mine.skill"
    " AND theirs.removed = 0 JOIN person c ON c.id = " KITH_SHOWN_FOR(
        "theirs.person") " AND (c.facets & 2) <> 0 AND c.removed = 0 AND c.id <> ?1 JOIN skill s ON s.id = mine.skill"
                         " WHERE mine.removed = 0 AND mine.person IN " KITH_ALL_OF_1 " ORDER BY s.match_key";
constexpr std::string_view kSharedWork =
    "SELECT c.id, o.name, min(coalesce(mine.until, ?2), coalesce(theirs.until, ?2)) - max(mine.since, theirs.since)"
    " FROM affiliation mine JOIN affiliation theirs ON theirs.organisation = mine.organisation AND theirs.removed = 0"
    " JOIN person c ON c.id = " KITH_SHOWN_FOR(
        "theirs.person") " AND (c.facets & 2) <> 0 AND c.removed = 0 AND c.id <> ?1 JOIN organisation o ON o.id = "
                         "mine.organisation"
                         " WHERE mine.removed = 0 AND mine.since IS NOT NULL AND theirs.since IS NOT NULL AND "
                         "mine.person IN " KITH_ALL_OF_1;

struct Work {
    double days = 0;
    std::string longestAt{};
    double longest = 0;
};

}  // namespace

std::vector<NetworkGroup> NetworkReader::networkGroups(Kind kind) const
{
    std::vector<NetworkGroup> groups;
    auto rows = connection_.prepare(kind == Kind::Area ? kAreas : kOrganisations);
    while (rows.next())
        groups.push_back({.id = rows.id(0), .name = rows.text(1), .people = static_cast<std::size_t>(rows.integer(2))});
    return groups;
}

std::vector<Id> NetworkReader::membersOfGroup(Kind kind, const Id& group) const
{
    return idsOf(connection_.query(kind == Kind::Area ? kInArea : kInOrganisation, group));
}

std::vector<NetworkCommonGround> NetworkReader::commonGround(const Id& person, Date today, std::size_t limit) const
{
    constexpr double kDaysInAYear = 365.25;
    std::map<Id, NetworkCommonGround> found;
    auto skills = connection_.query(kSharedSkills, person);
    while (skills.next()) {
        NetworkCommonGround& ground = found[skills.id(0)];
        if (ground.skills.empty() || ground.skills.back() != skills.textView(1))
            ground.skills.push_back(skills.text(1));
    }
    std::map<Id, Work> together;
    auto work = connection_.query(kSharedWork, person, std::int64_t{today.time_since_epoch().count()});
    while (work.next()) {
        const auto days = static_cast<double>(work.integer(2));
        if (days <= 0) continue;
        Work& sum = together[work.id(0)];
        sum.days += days;
        if (days <= sum.longest) continue;
        sum.longest = days;
        sum.longestAt = work.text(1);
    }
    for (auto& [colleague, sum] : together) {
        NetworkCommonGround& ground = found[colleague];
        ground.yearsTogether = sum.days / kDaysInAYear;
        ground.place = std::move(sum.longestAt);
    }
    std::vector<NetworkCommonGround> ordered;
    for (auto& [colleague, ground] : found) {
        ground.colleague = colleague;
        ordered.push_back(std::move(ground));
    }
    std::ranges::sort(ordered, [](const NetworkCommonGround& a, const NetworkCommonGround& b) {
        if (a.skills.size() != b.skills.size()) return a.skills.size() > b.skills.size();
        if (a.yearsTogether != b.yearsTogether) return a.yearsTogether > b.yearsTogether;
        return a.colleague < b.colleague;
    });
    if (ordered.size() > limit) ordered.resize(limit);
    for (NetworkCommonGround& ground : ordered) {
        auto open = connection_.query(
            "SELECT count(*) FROM reminder WHERE removed = 0 AND state = 0 AND assignee IN " KITH_ALL_OF_1,
            ground.colleague);
        if (open.next()) ground.openReminders = static_cast<std::size_t>(open.integer(0));
    }
    return ordered;
}

}  // namespace kith::store
