// Search for programs that ask once and end.
#pragma once

#include <kith/usecases/people_search.h>
#include <kith/usecases/workspace.h>

namespace kith {

/// Makes `search` ready to be asked: with the index that the workspace keeps and what changed since, or else with one
/// made from everybody, which is kept for the next time where the workspace can be written. Warmth is as of `at`.
/// O(index), or O(people · their words) the first time; `reading` then hears of how many were read so far.
[[nodiscard]] Result<void> prepare(PeopleSearch& search, Services& services, Instant at,
                                   const std::function<void(std::size_t people)>& reading = {});

}  // namespace kith
