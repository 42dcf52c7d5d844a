// Where a device is in the server's numbers: opaque to it, and sealed. Private to this folder.
#pragma once

#include <kith/base/id.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::server {

/// How far a device has one space: everything up to and including (number, row).
struct SpaceMark {
    Id space;
    std::int64_t number = 0;
    Id row;
    /// What it had when the catching up under way began; -1 when it had nothing.
    std::int64_t from = -1;
    /// The same of what the device itself wrote: it has a snapshot as it was at a number, but not what it wrote later.
    std::int64_t own = -1;
    friend bool operator==(const SpaceMark&, const SpaceMark&) = default;
};

struct Cursor {
    Id epoch;
    Id account;
    std::int64_t changed = 0;  ///< what the account may see, as of this number
    std::int64_t head = 0;  ///< the number up to which the catching up under way goes; 0 between two
    std::vector<SpaceMark> spaces;

    [[nodiscard]] const SpaceMark* find(const Id& space) const;
    friend bool operator==(const Cursor&, const Cursor&) = default;
};

/// A row id after every other.
[[nodiscard]] Id lastRow();

[[nodiscard]] std::string toText(const Cursor& cursor, std::string_view key);
/// Nothing for a text that was not written with the key.
[[nodiscard]] std::optional<Cursor> readCursor(std::string_view text, std::string_view key);

}  // namespace kith::server
