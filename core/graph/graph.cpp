#include <kith/graph/graph.h>

#include "base.h"

#include <algorithm>
#include <iterator>
#include <ranges>
#include <utility>

namespace kith::graph {

Graph::Graph() : Graph(std::make_shared<const Base>(Base{.ids = {}, .offsets = {0}, .arcs = {}}), {}) { }

Graph::Graph(std::shared_ptr<const Base> base, std::vector<PersonFlags> flags)
    : base_(std::move(base)),
      baseCount_(static_cast<Node>(base_->ids.size())),
      baseIds_(base_->ids.data()),
      offsets_(base_->offsets.data()),
      baseArcs_(base_->arcs.data()),
      arcCount_(base_->arcs.size())
{
    People people{.flags = std::move(flags), .added = {}, .addedById = {}, .introducers = {}};
    people.listIntroducers();
    people_ = std::make_shared<const People>(std::move(people));
}

void Graph::People::listIntroducers()
{
    introducers.clear();
    for (Node node = 0; node < flags.size(); ++node)
        if (flags[node].isColleague() && flags[node].mayMediate()) introducers.push_back(node);
}

std::optional<Node> Graph::find(const Id& id) const
{
    const Id* end = baseIds_ + baseCount_;
    if (const Id* at = std::lower_bound(baseIds_, end, id); at != end && *at == id)
        return static_cast<Node>(at - baseIds_);
    const auto added = std::ranges::lower_bound(people_->addedById, id, {}, [&](Node node) { return idOf(node); });
    if (added != people_->addedById.end() && idOf(*added) == id) return *added;
    return std::nullopt;
}

std::span<const Arc> Graph::patched(Node node) const
{
    return *std::ranges::lower_bound(patches_, node, {}, &Patch::node)->row;
}

const Arc* Graph::between(Node a, Node b) const
{
    const auto row = arcs(a);
    const auto at = std::ranges::lower_bound(row, b, {}, &Arc::to);
    return at != row.end() && at->to == b ? &*at : nullptr;
}

GraphMemory Graph::memory() const
{
    GraphMemory memory;
    memory.people = base_->ids.capacity() * sizeof(Id) + base_->offsets.capacity() * sizeof(std::uint32_t)
        + people_->flags.capacity() * sizeof(PersonFlags) + people_->introducers.capacity() * sizeof(Node);
    memory.arcs = base_->arcs.capacity() * sizeof(Arc);
    memory.overlay = touched_.capacity() * sizeof(touched_[0]) + patches_.capacity() * sizeof(Patch)
        + people_->added.capacity() * (sizeof(Id) + sizeof(Node)) + patchedArcs_ * sizeof(Arc);
    return memory;
}

GraphPtr Graph::folded() const
{
    // The order of ids is the order of the new numbers.
    std::vector<Node> order;
    order.reserve(nodeCount());
    std::ranges::merge(
        std::views::iota(Node{0}, baseCount_), people_->addedById, std::back_inserter(order), {},
        [&](Node node) -> const Id& { return idOf(node); }, [&](Node node) -> const Id& { return idOf(node); });
    std::erase_if(order, [&](Node node) { return flags(node).isGone(); });

    std::vector<Node> numbers(nodeCount(), kNobody);
    for (Node number = 0; number < order.size(); ++number) numbers[order[number]] = number;

    auto base = std::make_shared<Base>();
    std::vector<PersonFlags> newFlags;
    base->ids.reserve(order.size());
    base->offsets.reserve(order.size() + 1);
    base->arcs.reserve(arcCount_);
    newFlags.reserve(order.size());
    base->offsets.push_back(0);
    for (const Node node : order) {
        base->ids.push_back(idOf(node));
        newFlags.push_back(flags(node));
        const auto first = static_cast<std::ptrdiff_t>(base->arcs.size());
        for (Arc arc : arcs(node)) {
            arc.to = numbers[arc.to];
            base->arcs.push_back(arc);
        }
        // Only those who came since the last fold have moved between the others.
        const auto row = base->arcs.begin() + first;
        if (!std::ranges::is_sorted(row, base->arcs.end(), {}, &Arc::to))
            std::ranges::sort(row, base->arcs.end(), {}, &Arc::to);
        base->offsets.push_back(static_cast<std::uint32_t>(base->arcs.size()));
    }
    return GraphPtr(new Graph(std::move(base), std::move(newFlags)));
}

}  // namespace kith::graph
