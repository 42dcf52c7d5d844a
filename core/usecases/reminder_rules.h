// What the commands that finish reminders share.
#pragma once

#include <kith/usecases/workspace.h>

namespace kith::edits {

/// The reminder; NotFound when it is not there, Conflict when it is no longer open.
[[nodiscard]] Result<Row> openReminder(const MatchQueries& reader, const Id& id);

/// Adds to an edit that an open reminder has been done: a repeating one stays open and moves to its first occurrence
/// after today; when its rule has ended it is closed like any other.
void putDone(const Services& services, Edit& edit, const Row& row);

}  // namespace kith::edits
