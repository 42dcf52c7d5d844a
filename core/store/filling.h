// Indexes that are made once an empty workspace has been filled. Private to this folder.
#pragma once

#include <kith/sqlite/connection.h>

namespace kith::store {

/// Takes away the indexes into which each row goes somewhere else: of the next million rows nearly each would have a
/// page read, changed and written. `meta` says which; making them again sorts their entries once.
[[nodiscard]] Result<void> leaveOutIndexes(sqlite::Connection& connection);
/// Makes those that were left out. Does nothing when none were. O(rows · log rows)
[[nodiscard]] Result<void> makeIndexes(sqlite::Connection& connection);

}  // namespace kith::store
