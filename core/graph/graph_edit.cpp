#include "base.h"

#include <algorithm>
#include <map>
#include <ranges>
#include <unordered_map>
#include <utility>

namespace kith::graph {

namespace {

/// The ends of a tie that shall be set, or taken away.
struct Change {
    Node to = kNobody;
    std::optional<Arc> arc;
};

/// The row with the changes made; changes in order of `to`, nobody twice.
std::vector<Arc> changedRow(std::span<const Arc> row, std::span<const Change> changes)
{
    std::vector<Arc> result;
    result.reserve(row.size() + changes.size());
    auto old = row.begin();
    for (const Change& change : changes) {
        const auto at =
            std::lower_bound(old, row.end(), change.to, [](const Arc& arc, Node to) { return arc.to < to; });
        result.insert(result.end(), old, at);
        old = at != row.end() && at->to == change.to ? at + 1 : at;
        if (change.arc) result.push_back(*change.arc);
    }
    result.insert(result.end(), old, row.end());
    result.shrink_to_fit();
    return result;
}

}  // namespace

GraphPtr Graph::edited(const GraphEdit& edit) const
{
    const auto next = std::make_shared<Graph>(*this);
    std::vector<Node> gone;
    if (!edit.people.empty()) next->editPeople(edit.people, gone);
    if (!gone.empty()) next->removeTiesOf(gone);
    if (!edit.pairs.empty()) next->setPairs(edit.pairs);
    return next->wantsFolding() ? next->folded() : next;
}

bool Graph::wantsFolding() const
{
    const std::size_t rows = patches_.size() + people_->added.size();
    return (rows > 1024 && rows > nodeCount() / 64) || (patchedArcs_ > 65536 && patchedArcs_ > arcCount_ / 16);
}

void Graph::editPeople(const std::vector<GraphEdit::Person>& edits, std::vector<Node>& gone)
{
    People people = *people_;
    // Those that this edit adds are not among addedById yet.
    std::unordered_map<Id, Node> fresh;
    for (const auto& [id, flags] : edits) {
        if (const auto made = fresh.find(id); made != fresh.end()) {
            people.flags[made->second] = flags;
            continue;
        }
        if (const auto known = find(id)) {
            people.flags[*known] = flags;
            if (flags.isGone()) gone.push_back(*known);
            continue;
        }
        if (flags.isGone()) continue;
        fresh.emplace(id, static_cast<Node>(people.flags.size()));
        people.addedById.push_back(static_cast<Node>(people.flags.size()));
        people.added.push_back(id);
        people.flags.push_back(flags);
    }
    if (!fresh.empty())
        std::ranges::sort(people.addedById, {}, [&](Node node) { return people.added[node - baseCount_]; });
    people.listIntroducers();
    people_ = std::make_shared<const People>(std::move(people));
}

void Graph::setRow(Node node, std::vector<Arc> row)
{
    const std::size_t before = arcs(node).size();
    if (touched_.size() * 64 <= node) touched_.resize(nodeCount() / 64 + 1);
    const auto at = std::ranges::lower_bound(patches_, node, {}, &Patch::node);
    arcCount_ = arcCount_ - before + row.size();
    patchedArcs_ += row.size();
    auto shared = std::make_shared<const std::vector<Arc>>(std::move(row));
    if (at != patches_.end() && at->node == node) {
        patchedArcs_ -= before;
        at->row = std::move(shared);
        return;
    }
    patches_.insert(at, {node, std::move(shared)});
    touched_[node / 64] |= std::uint64_t{1} << (node % 64);
}

void Graph::removeTiesOf(const std::vector<Node>& gone)
{
    std::map<Node, std::vector<Change>> changes;
    for (const Node node : gone) {
        for (const Arc& arc : arcs(node)) changes[arc.to].push_back({node, std::nullopt});
        if (!arcs(node).empty()) setRow(node, {});
    }
    for (auto& [node, row] : changes) {
        std::ranges::sort(row, {}, &Change::to);
        if (!flags(node).isGone()) setRow(node, changedRow(arcs(node), row));
    }
}

void Graph::setPairs(const std::vector<GraphEdit::Pair>& pairs)
{
    // Later ones replace earlier ones. Ordered, so that each patch is found from the end of the one before.
    std::map<Node, std::map<Node, std::optional<Arc>>> changes;
    for (const auto& pair : pairs) {
        const auto a = find(pair.a);
        const auto b = find(pair.b);
        if (!a || !b || *a == *b || flags(*a).isGone() || flags(*b).isGone()) continue;
        std::optional<Arc> forth;
        std::optional<Arc> back;
        if (pair.parts && pair.parts->marks.bits != 0) {
            forth = pair.parts->arc();
            forth->to = *b;
            back = pair.parts->turned().arc();
            back->to = *a;
        }
        changes[*a][*b] = forth;
        changes[*b][*a] = back;
    }
    for (const auto& [node, ends] : changes) {
        std::vector<Change> row;
        row.reserve(ends.size());
        for (const auto& [to, arc] : ends) row.push_back({to, arc});
        setRow(node, changedRow(arcs(node), row));
    }
}

}  // namespace kith::graph
