// What commands share that search for people.
#pragma once

#include "context.h"

#include <kith/usecases/search_once.h>

namespace kith::cli {

/// prepare() of search_once.h; says how far it is where that takes long.
[[nodiscard]] Result<void> prepareSearch(Context& context, PeopleSearch& search, Services& services, Instant at);

}  // namespace kith::cli
