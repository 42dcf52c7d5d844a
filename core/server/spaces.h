// Spaces and who may do what in them. Private to this folder.
#pragma once

#include "core.h"

#include <map>

namespace kith::server {

struct SpaceState {
    sync::SpaceInfo info;
    std::int64_t number = 0;  ///< of its newest row
    std::int64_t rows = 0;
    std::uint64_t sum = 0;
};

/// The spaces on which an account has rights, by id.
[[nodiscard]] Answer<std::vector<SpaceState>> readableSpaces(Database& db, std::int64_t org, const Id& account);
[[nodiscard]] std::vector<sync::SpaceInfo> infosOf(const std::vector<SpaceState>& spaces);

/// Rights by space; a space that is not in it: None.
using RightsBySpace = std::map<Id, sync::Rights>;
[[nodiscard]] Answer<RightsBySpace> rightsOf(Database& db, std::int64_t org, const Id& account);
[[nodiscard]] sync::Rights rightsIn(const RightsBySpace& rights, const Id& space);

[[nodiscard]] Answer<void> makeSpace(Database& db, std::int64_t org, const Id& space, std::string_view name,
                                     SpaceKind kind);
/// Gives or, with None, takes rights, and tells the account at server number `number`.
[[nodiscard]] Answer<void> setRights(Database& db, Announcement& announcement, std::int64_t org, const Id& account,
                                     const Id& space, sync::Rights rights, std::int64_t number);
/// The grants on the spaces that an account may read, and who has them; with `everybody` all accounts are named.
[[nodiscard]] Answer<sync::Team> teamOf(Database& db, std::int64_t org, const Id& account, bool everybody);
/// The organisation's own space, in which everybody but partners begins.
[[nodiscard]] Answer<Id> commonSpace(Database& db, std::int64_t org);

}  // namespace kith::server
