#include "spaces.h"

#include <algorithm>
#include <bit>

namespace kith::server {

Answer<std::vector<SpaceState>> readableSpaces(Database& db, std::int64_t org, const Id& account)
{
    std::vector<SpaceState> spaces;
    KITH_CHECK(db.each("SELECT s.id, s.name, s.kind, g.rights, s.number, s.row_count, s.row_sum FROM space_grant g"
                       " JOIN space s ON s.org = g.org AND s.id = g.space"
                       " WHERE g.org = ? AND g.account = ? AND g.rights > 0 ORDER BY s.id",
                       {org, account}, [&](const Record& r) {
                           spaces.push_back({.info = {.id = r.id(0),
                                                      .name = r.text(1),
                                                      .kind = static_cast<SpaceKind>(r.integer(2)),
                                                      .rights = static_cast<sync::Rights>(r.integer(3))},
                                             .number = r.integer(4),
                                             .rows = r.integer(5),
                                             .sum = std::bit_cast<std::uint64_t>(r.integer(6))});
                       }));
    return spaces;
}

std::vector<sync::SpaceInfo> infosOf(const std::vector<SpaceState>& spaces)
{
    std::vector<sync::SpaceInfo> infos;
    infos.reserve(spaces.size());
    for (const SpaceState& space : spaces) infos.push_back(space.info);
    return infos;
}

Answer<RightsBySpace> rightsOf(Database& db, std::int64_t org, const Id& account)
{
    RightsBySpace rights;
    KITH_CHECK(db.each("SELECT space, rights FROM space_grant WHERE org = ? AND account = ?", {org, account},
                       [&](const Record& r) { rights[r.id(0)] = static_cast<sync::Rights>(r.integer(1)); }));
    return rights;
}

sync::Rights rightsIn(const RightsBySpace& rights, const Id& space)
{
    const auto found = rights.find(space);
    return found == rights.end() ? sync::Rights::None : found->second;
}

Answer<void> makeSpace(Database& db, std::int64_t org, const Id& space, std::string_view name, SpaceKind kind)
{
    KITH_CHECK(
        db.run("INSERT INTO space (org, id, name, kind, number, row_count, row_sum) VALUES (?, ?, ?, ?, 0, 0, 0)",
               {org, space, name, static_cast<int>(kind)}));
    return {};
}

Answer<void> setRights(Database& db, Announcement& announcement, std::int64_t org, const Id& account, const Id& space,
                       sync::Rights rights, std::int64_t number)
{
    KITH_CHECK(db.run("DELETE FROM space_grant WHERE org = ? AND account = ? AND space = ?", {org, account, space}));
    if (rights != sync::Rights::None)
        KITH_CHECK(db.run("INSERT INTO space_grant (org, account, space, rights) VALUES (?, ?, ?, ?)",
                          {org, account, space, static_cast<int>(rights)}));
    KITH_CHECK(db.run("UPDATE account SET changed = ? WHERE id = ?", {number, account}));
    announcement.about(account, number);
    return {};
}

Answer<sync::Team> teamOf(Database& db, std::int64_t org, const Id& account, bool everybody)
{
    sync::Team team;
    KITH_CHECK(db.each("SELECT g.space, g.account, g.rights FROM space_grant mine"
                       " JOIN space_grant g ON g.org = mine.org AND g.space = mine.space AND g.rights > 0"
                       " WHERE mine.org = ? AND mine.account = ? AND mine.rights > 0 ORDER BY g.space, g.account",
                       {org, account}, [&](const Record& r) {
                           team.grants.push_back({.space = r.id(0),
                                                  .member = r.id(1),
                                                  .rights = static_cast<sync::Rights>(r.integer(2))});
                       }));
    const auto isSeen = [&](const Id& member) {
        return everybody || member == account
            || std::ranges::find(team.grants, member, &sync::TeamGrant::member) != team.grants.end();
    };
    KITH_CHECK(db.each("SELECT id, name, role, password, disabled FROM account WHERE org = ? ORDER BY folded", {org},
                       [&](const Record& r) {
                           if (!isSeen(r.id(0))) return;
                           team.members.push_back({.id = r.id(0),
                                                   .name = r.text(1),
                                                   .role = static_cast<sync::Role>(r.integer(2)),
                                                   .joined = !r.text(3).empty(),
                                                   .disabled = r.flag(4)});
                       }));
    return team;
}

Answer<Id> commonSpace(Database& db, std::int64_t org)
{
    Id space;
    KITH_CHECK(db.each("SELECT id FROM space WHERE org = ? AND kind = ? ORDER BY id LIMIT 1",
                       {org, static_cast<int>(SpaceKind::Organisation)}, [&](const Record& r) { space = r.id(0); }));
    return space;
}

}  // namespace kith::server
