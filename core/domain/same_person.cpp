#include <kith/domain/same_person.h>

#include <algorithm>
#include <numeric>

namespace kith {

namespace {

constexpr auto kNobody = static_cast<std::size_t>(-1);

/// The people in links by number, in the order of their ids.
class People {
public:
    explicit People(std::span<const SameLink> links)
    {
        for (const SameLink& link : links)
            if (link.person != link.into) ids_.insert(ids_.end(), {link.person, link.into});
        std::ranges::sort(ids_);
        const auto twice = std::ranges::unique(ids_);
        ids_.erase(twice.begin(), twice.end());
    }

    [[nodiscard]] std::size_t size() const { return ids_.size(); }
    [[nodiscard]] const Id& id(std::size_t number) const { return ids_[number]; }
    [[nodiscard]] std::size_t number(const Id& id) const
    {
        const auto found = std::ranges::lower_bound(ids_, id);
        return found == ids_.end() || *found != id ? kNobody : static_cast<std::size_t>(found - ids_.begin());
    }

private:
    std::vector<Id> ids_;
};

/// Disjoint sets (Tarjan, Efficiency of a Good But Not Linear Set Union Algorithm, JACM 22, 1975).
class Sets {
public:
    explicit Sets(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }

    std::size_t root(std::size_t of)
    {
        while (parent_[of] != of) of = parent_[of] = parent_[parent_[of]];
        return of;
    }
    void join(std::size_t a, std::size_t b)
    {
        a = root(a);
        b = root(b);
        parent_[std::max(a, b)] = std::min(a, b);
    }

private:
    std::vector<std::size_t> parent_;
};

/// Where one comes to by following links from each: to somebody who has none, or to the smallest of a circle. Of
/// several links the one to the smallest id is followed.
std::vector<std::size_t> endsOf(const std::vector<std::size_t>& next)
{
    std::vector<std::size_t> end(next.size(), kNobody);
    std::vector<std::size_t> walk(next.size(), kNobody);
    std::vector<std::size_t> path;
    for (std::size_t start = 0; start < next.size(); ++start) {
        path.clear();
        std::size_t at = start;
        while (end[at] == kNobody && walk[at] != start && next[at] != kNobody) {
            walk[at] = start;
            path.push_back(at);
            at = next[at];
        }
        std::size_t found = end[at] == kNobody ? at : end[at];
        if (end[at] == kNobody && next[at] != kNobody)
            for (std::size_t round = next[at]; round != at; round = next[round]) found = std::min(found, round);
        for (const std::size_t passed : path) end[passed] = found;
        end[at] = found;
    }
    return end;
}

}  // namespace

std::unordered_map<Id, Id> shownInstead(std::span<const SameLink> links)
{
    const People people(links);
    Sets sets(people.size());
    std::vector<std::size_t> next(people.size(), kNobody);
    for (const SameLink& link : links) {
        if (link.person == link.into) continue;
        const std::size_t from = people.number(link.person);
        const std::size_t to = people.number(link.into);
        sets.join(from, to);
        next[from] = std::min(next[from], to);
    }
    const std::vector<std::size_t> end = endsOf(next);
    // Whoever was merged into nobody is better than one in a circle; among equals the smaller is.
    std::vector<std::size_t> shown(people.size(), kNobody);
    const auto isBetter = [&](std::size_t a, std::size_t b) {
        const bool freeA = next[a] == kNobody;
        const bool freeB = next[b] == kNobody;
        return freeA != freeB ? freeA : a < b;
    };
    for (std::size_t i = 0; i < people.size(); ++i) {
        std::size_t& best = shown[sets.root(i)];
        if (best == kNobody || isBetter(end[i], best)) best = end[i];
    }
    std::unordered_map<Id, Id> instead;
    for (std::size_t i = 0; i < people.size(); ++i)
        if (const std::size_t best = shown[sets.root(i)]; best != i) instead.emplace(people.id(i), people.id(best));
    return instead;
}

std::vector<std::size_t> linksBetween(std::span<const SameLink> links, const Id& person, const Id& other)
{
    const People people(links);
    Sets sets(people.size());
    for (const SameLink& link : links)
        if (link.person != link.into && link.person != person && link.into != person)
            sets.join(people.number(link.person), people.number(link.into));
    const std::size_t there = people.number(other);
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < links.size(); ++i) {
        const SameLink& link = links[i];
        if (link.person == link.into) continue;
        const bool leadsAway = link.person == person;
        const bool leadsBack =
            link.into == person && there != kNobody && sets.root(people.number(link.person)) == sets.root(there);
        if (leadsAway || leadsBack) places.push_back(i);
    }
    return places;
}

}  // namespace kith
