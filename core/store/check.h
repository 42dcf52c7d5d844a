// What could be wrong with a workspace file.
#pragma once

#include <kith/sqlite/connection.h>

#include <string>
#include <vector>

namespace kith::store {

/// Runs SQLCipher's page check, SQLite's integrity check, and Kith's own: references that lead nowhere, stamps that
/// cannot be read, people without a summary or search text, words that no list knows. Sentences with table names and
/// counts, without anybody's data; empty when all is well. O(file).
[[nodiscard]] std::vector<std::string> problemsOf(const sqlite::Connection& connection, bool encrypted);

}  // namespace kith::store
