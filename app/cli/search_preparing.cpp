#include "search_preparing.h"

#include <fmt/format.h>

namespace kith::cli {

Result<void> prepareSearch(Context& context, PeopleSearch& search, Services& services, Instant at)
{
    std::optional<std::size_t> all;
    return prepare(search, services, at, [&](std::size_t people) {
        if (!all) all = services.reader.countPeople();
        context.out().progress(fmt::format("Reading everybody for search, once: {} of {} people", people, *all));
    });
}

}  // namespace kith::cli
