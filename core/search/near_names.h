// Words that are nearly another. Private to this folder.
#pragma once

#include <cstddef>
#include <string_view>

namespace kith::search {

/// How many edits a word may be away: none below four letters, one, from eight on two.
[[nodiscard]] std::size_t editsAllowed(std::string_view word);

/// Letters added, left out, replaced, and neighbours exchanged, each letter touched once (optimal string alignment:
/// G. Navarro, "A guided tour to approximate string matching", 2001); `most` + 1 when there are more. O(length · most)
[[nodiscard]] std::size_t editsBetween(std::string_view a, std::string_view b, std::size_t most);

}  // namespace kith::search
