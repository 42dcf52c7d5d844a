// Who works in the spaces that somebody reads, and who may do what there.
#pragma once

#include <kith/base/id.h>
#include <kith/sync/access.h>

#include <string>
#include <vector>

namespace kith::sync {

struct TeamMember {
    Id id{};
    std::string name{};  ///< of the account
    Role role{};
    bool joined = true;  ///< has signed in with the one-time code, or been given a password
    bool disabled = false;
    friend bool operator==(const TeamMember&, const TeamMember&) = default;
};

struct TeamGrant {
    Id space{};
    Id member{};
    Rights rights{};
    friend bool operator==(const TeamGrant&, const TeamGrant&) = default;
};

/// The grants on the spaces that the asker may read, and the accounts that have them; for an administrator, all
/// accounts of the organisation.
struct Team {
    std::vector<TeamMember> members{};  ///< by name
    std::vector<TeamGrant> grants{};
    friend bool operator==(const Team&, const Team&) = default;
};

}  // namespace kith::sync
