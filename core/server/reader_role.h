// The second belt: on PostgreSQL, what is read for somebody is read as a role that owns nothing and sees only their
// spaces (row-level security, PostgreSQL manual 5.8). A query that forgets to ask for rights finds nothing to give
// away. SQLite has nothing like it. Private to this folder.
#pragma once

#include "database.h"

namespace kith::server {

struct Session;

inline constexpr std::string_view kReaderRole = "kith_reader";

/// Makes the role and its rules, or brings them up to date; in the caller's write transaction. False on SQLite, and
/// where the role is missing and may not be made or taken on by the database's user.
[[nodiscard]] Answer<bool> prepareReaderRole(Database& db);

/// Until the transaction ends everything is read as the role, for this account.
[[nodiscard]] Answer<void> becomeReader(Database& db, const Session& session);

}  // namespace kith::server
