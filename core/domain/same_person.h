// Which records are one human being. A merge is a link from a record to the one that is shown in its place
// (Kind::SamePerson); these rules say what several links come to, on every machine the same.
#pragma once

#include <kith/base/id.h>

#include <cstddef>
#include <span>
#include <unordered_map>
#include <vector>

namespace kith {

/// `person` was merged into `into`.
struct SameLink {
    Id person;
    Id into;

    friend auto operator<=>(const SameLink&, const SameLink&) = default;
};

/// Who is shown in whose place, for everybody who is not shown themselves. Everybody whom links join, in whatever
/// direction and over however many others, is one human being. Shown is the one of them who was merged into nobody; if
/// there are several of those (one record was merged into two at once), the smallest id. If there is none, links lead
/// in a circle (two were merged into each other at once): then the smallest id in a circle. The order of the links, and
/// links said twice, make no difference; links from somebody to themselves say nothing. Whoever asks leaves out links
/// to or from records that are not there. O(n log n).
[[nodiscard]] std::unordered_map<Id, Id> shownInstead(std::span<const SameLink> links);

/// Which links (by their places) have to go so that `person` is one with `other` no more: those that lead from
/// `person`, and those that lead to it from whoever is joined to `other` by another way. Who was merged into `person`
/// stays with it. O(n log n).
[[nodiscard]] std::vector<std::size_t> linksBetween(std::span<const SameLink> links, const Id& person, const Id& other);

}  // namespace kith
