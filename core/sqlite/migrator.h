// Schema migrations as data.
#pragma once

#include <kith/sqlite/connection.h>

#include <span>

namespace kith::sqlite {

/// One step: what brings a file from version - 1 to version.
struct Migration {
    int version = 0;
    Result<void> (*run)(Connection& connection) = nullptr;
};

/// Whether versions grow strictly; for a static_assert beside the table.
[[nodiscard]] constexpr bool strictlyIncreasing(std::span<const Migration> migrations)
{
    for (std::size_t i = 1; i < migrations.size(); ++i)
        if (migrations[i].version <= migrations[i - 1].version) return false;
    return true;
}

/// `PRAGMA user_version` of the file.
[[nodiscard]] int versionOf(const Connection& connection);

/// Brings the file to the last version of the table: one transaction a step, `user_version` inside it; stops at the
/// first error with the file at the last good step. Refuses a file of a newer version (NewerVersion).
[[nodiscard]] Result<void> migrate(Connection& connection, std::span<const Migration> migrations);

}  // namespace kith::sqlite
