// Trees of one meaning get one shape. Private to this folder.
#pragma once

#include <kith/search/query.h>

#include <vector>

namespace kith::search {

/// What stands side by side: nested ones are opened, one alone is itself, and evidence by itself goes to the skills
/// beside it that have none.
[[nodiscard]] Query allOf(std::vector<Query> parts);
[[nodiscard]] Query anyOf(std::vector<Query> parts);
/// Twice not is itself.
[[nodiscard]] Query notOf(Query part);

}  // namespace kith::search
