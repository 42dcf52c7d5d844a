// The schema of a workspace file, as a table of migrations.
#pragma once

#include <kith/sqlite/migrator.h>

#include <span>

namespace kith::store {

/// All steps from an empty file to the schema of this program. A step that has shipped is never edited: changes go
/// into a new one.
[[nodiscard]] std::span<const sqlite::Migration> migrations();

/// `PRAGMA application_id` of a workspace: "Kith" in ASCII, so that file(1) and Kith itself recognise it.
inline constexpr std::int32_t kApplicationId = 0x4B697468;

}  // namespace kith::store
