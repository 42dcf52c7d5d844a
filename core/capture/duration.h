// How long it took: "40m", "1h30", "half an hour", "90 minutes".
#pragma once

#include <kith/capture/words.h>

#include <optional>

namespace kith::capture {

/// Whole minutes; "for" may stand before them. More than a week, which no conversation lasts, and nothing at all are
/// said as they were read: it is for the caller to refuse them.
std::optional<int> eatDuration(Cursor& cursor);

}  // namespace kith::capture
