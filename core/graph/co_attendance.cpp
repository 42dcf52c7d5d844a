#include <kith/graph/co_attendance.h>

#include <algorithm>

namespace kith::graph {

void PairLedger::add(const Gathering& gathering)
{
    people_.assign(gathering.people.begin(), gathering.people.end());
    std::ranges::sort(people_);
    const auto doubled = std::ranges::unique(people_);
    people_.erase(doubled.begin(), doubled.end());
    if (evidenceOf(gathering.channel, gathering.direction, people_.size()) == Evidence::None) return;
    const PairContact contact{.at = gathering.at,
                              .direction = gathering.direction,
                              .depth = gathering.depth,
                              .channel = gathering.channel,
                              .people = static_cast<std::uint32_t>(people_.size())};
    for (std::size_t a = 0; a < people_.size(); ++a)
        for (std::size_t b = a + 1; b < people_.size(); ++b) pairs_[{people_[a], people_[b]}].add(contact);
}

}  // namespace kith::graph
