// Whether the database holds together. Private to this folder.
#pragma once

#include "core.h"

namespace kith::server {

/// Sentences about what is wrong; none when all is well. Reads everything: O(rows).
[[nodiscard]] Answer<std::vector<std::string>> findProblems(Database& db, std::int64_t org);

}  // namespace kith::server
