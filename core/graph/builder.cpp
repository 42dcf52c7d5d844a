#include <kith/graph/builder.h>

#include "base.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <utility>

namespace kith::graph {

namespace {

constexpr std::size_t kTogether = 32;

}  // namespace

GraphBuilder::GraphBuilder(std::size_t people, std::size_t items)
{
    ids_.reserve(people);
    flags_.reserve(people);
    items_.reserve(items);
    slots_.assign(std::bit_ceil(2 * people + 16), kNobody);
}

std::size_t GraphBuilder::firstSlot(const Id& id) const
{
    // Ids may be alike in their low bits; the product's high bits depend on all of them.
    const std::uint64_t mixed = std::hash<Id>{}(id) * 0x9E37'79B9'7F4A'7C15ULL;
    return static_cast<std::size_t>(mixed >> 32 ^ mixed) & (slots_.size() - 1);
}

Node GraphBuilder::numberAt(std::size_t slot, const Id& id) const
{
    for (;; slot = (slot + 1) & (slots_.size() - 1))
        if (slots_[slot] == kNobody || ids_[slots_[slot]] == id) return slots_[slot];
}

void GraphBuilder::grow()
{
    slots_.assign(std::bit_ceil(4 * ids_.size() + 16), kNobody);
    for (Node number = 0; number < ids_.size(); ++number) {
        std::size_t slot = firstSlot(ids_[number]);
        while (slots_[slot] != kNobody) slot = (slot + 1) & (slots_.size() - 1);
        slots_[slot] = number;
    }
}

void GraphBuilder::addPerson(const Id& id, PersonFlags flags)
{
    if (2 * (ids_.size() + 1) > slots_.size()) grow();
    std::size_t slot = firstSlot(id);
    for (; slots_[slot] != kNobody; slot = (slot + 1) & (slots_.size() - 1)) {
        if (ids_[slots_[slot]] != id) continue;
        flags_[slots_[slot]] = flags;
        return;
    }
    slots_[slot] = static_cast<Node>(ids_.size());
    ids_.push_back(id);
    flags_.push_back(flags);
}

void GraphBuilder::addTie(const Id& a, const Id& b, const TieParts& parts)
{
    if (parts.marks.bits == 0) return;
    if (a == b) {
        ++notes_.toThemselves;
        return;
    }
    waiting_.push_back({.a = a, .b = b, .parts = parts});
    if (waiting_.size() == kTogether) settle();
}

void GraphBuilder::settle()
{
    if (slots_.empty()) grow();
    for (Waiting& each : waiting_) {
        each.slotA = firstSlot(each.a);
        each.slotB = firstSlot(each.b);
        __builtin_prefetch(&slots_[each.slotA]);
        __builtin_prefetch(&slots_[each.slotB]);
    }
    for (const Waiting& each : waiting_)
        for (const std::size_t slot : {each.slotA, each.slotB})
            if (slots_[slot] != kNobody) __builtin_prefetch(&ids_[slots_[slot]]);
    for (const Waiting& each : waiting_) {
        const Node a = numberAt(each.slotA, each.a);
        const Node b = numberAt(each.slotB, each.b);
        if (a == kNobody || b == kNobody || flags_[a].isGone() || flags_[b].isGone()) ++notes_.toNobody;
        else if (a < b) items_.push_back({a, b, each.parts});
        else items_.push_back({b, a, each.parts.turned()});
    }
    waiting_.clear();
}

/// Numbers become the order of ids, those of the gone go.
void GraphBuilder::sortPeople()
{
    std::vector<Node> order(ids_.size());
    std::iota(order.begin(), order.end(), Node{0});
    std::erase_if(order, [&](Node node) { return flags_[node].isGone(); });
    const auto byId = [&](Node node) -> const Id& { return ids_[node]; };
    if (order.size() == ids_.size() && std::ranges::is_sorted(order, {}, byId)) return;
    std::ranges::sort(order, {}, byId);

    std::vector<Node> numbers(ids_.size(), kNobody);
    std::vector<Id> ids(order.size());
    std::vector<PersonFlags> flags(order.size());
    for (Node number = 0; number < order.size(); ++number) {
        numbers[order[number]] = number;
        ids[number] = ids_[order[number]];
        flags[number] = flags_[order[number]];
    }
    ids_ = std::move(ids);
    flags_ = std::move(flags);
    std::size_t left = 0;
    for (Item item : items_) {
        item.low = numbers[item.low];
        item.high = numbers[item.high];
        // Whoever is gone by a later word on them.
        if (item.low == kNobody || item.high == kNobody) {
            ++notes_.toNobody;
            continue;
        }
        if (item.low > item.high) {
            std::swap(item.low, item.high);
            item.parts = item.parts.turned();
        }
        items_[left++] = item;
    }
    items_.resize(left);
}

/// Afterwards `items_` holds each two people once, in order of low and high.
void GraphBuilder::joinItems()
{
    std::vector<std::uint32_t> first(ids_.size() + 1);
    for (const Item& item : items_) ++first[item.low + 1];
    std::partial_sum(first.begin(), first.end(), first.begin());
    std::vector<Item> sorted(items_.size());
    for (const Item& item : items_) sorted[first[item.low]++] = item;
    items_ = std::move(sorted);

    std::size_t left = 0;
    std::uint32_t begin = 0;
    for (Node low = 0; low < ids_.size(); ++low) {
        const std::uint32_t end = first[low];  // moved on by the scattering
        const auto row = std::span(items_).subspan(begin, end - begin);
        if (!std::ranges::is_sorted(row, {}, &Item::high)) std::ranges::sort(row, {}, &Item::high);
        const std::size_t rowStart = left;
        for (const Item& item : row) {
            if (left > rowStart && items_[left - 1].high == item.high) {
                items_[left - 1].parts.join(item.parts);
                ++notes_.joined;
            } else {
                items_[left++] = item;
            }
        }
        begin = end;
    }
    items_.resize(left);
}

std::shared_ptr<Graph::Base> GraphBuilder::rows()
{
    auto base = std::make_shared<Graph::Base>();
    base->offsets.assign(ids_.size() + 1, 0);
    for (const Item& item : items_) {
        ++base->offsets[item.low];
        ++base->offsets[item.high];
    }
    // offsets[n] becomes the end of row n; filling from the back moves it to the start.
    std::inclusive_scan(base->offsets.begin(), base->offsets.end(), base->offsets.begin());
    base->arcs.resize(2 * items_.size());
    for (std::size_t i = items_.size(); i-- > 0;) {
        const Item& item = items_[i];
        Arc forth = item.parts.arc();
        Arc back = forth;
        forth.to = item.high;
        back.to = item.low;
        back.marks = forth.marks.turned();
        base->arcs[--base->offsets[item.low]] = forth;
        base->arcs[--base->offsets[item.high]] = back;
    }
    base->ids = std::move(ids_);
    base->ids.shrink_to_fit();
    return base;
}

GraphPtr GraphBuilder::build()
{
    settle();
    std::vector<Node>().swap(slots_);
    sortPeople();
    joinItems();
    auto base = rows();
    std::vector<Item>().swap(items_);
    flags_.shrink_to_fit();
    return GraphPtr(new Graph(std::move(base), std::exchange(flags_, {})));
}

}  // namespace kith::graph
