// People as the JSON of cli.md.
#pragma once

#include "output.h"

#include <kith/usecases/people_queries.h>

namespace kith::cli {

/// One person of `people`.
[[nodiscard]] Json jsonOf(const PersonCard& card);
/// The arithmetic of a warmth or of a strength.
[[nodiscard]] Json jsonOf(const std::vector<WarmthTerm>& terms);
/// Text, or null when it is empty.
[[nodiscard]] Json textOrNull(const std::string& text);
/// An id, or null when it is nil.
[[nodiscard]] Json idOrNull(const Id& id);

}  // namespace kith::cli
