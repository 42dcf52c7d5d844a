// The other names of titles and skills that come with Kith: resources/taxonomy/starter.txt.
#pragma once

#include <kith/search/aliases.h>

namespace kith::search {

/// Read anew with each call: whoever asks keeps it. O(size)
[[nodiscard]] AliasTable starterAliases();

}  // namespace kith::search
