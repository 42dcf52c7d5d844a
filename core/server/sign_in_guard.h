// Counts wrong passwords, so that guessing takes longer than anybody lives. Private to this folder.
//
// In the database, so that several servers over one count together and a restart forgets nothing. Names and addresses
// are kept as hashes, and no longer than the time that they count for.
#pragma once

#include "database.h"

#include <kith/server/server.h>

#include <string_view>

namespace kith::server {

/// Counts an attempt to sign in, within a write transaction of its own that ends before the password is looked at: an
/// attempt counts until it has succeeded, so that many at once do not slip through. Error: Busy when there were too
/// many for the account or from the address; the attempt then does not count. An empty address is not counted.
[[nodiscard]] Answer<void> countSignIn(Database& db, const Limits& limits, Instant now, std::string_view account,
                                       std::string_view address);

/// The attempt was right: it and the wrong ones before it no longer count against the account.
[[nodiscard]] Answer<void> forgiveSignIn(Database& db, std::string_view account, std::string_view address);

}  // namespace kith::server
