#include "column.h"

#include <algorithm>

namespace kith::search {

namespace {

/// Sorting as many is quicker than the passes over the bitmaps.
constexpr std::size_t kSortedAtOnce = 2048;

}  // namespace

void Column::resize(std::size_t people)
{
    size_ = people;
    for (Bits& slice : slices_) slice.resize(people);
}

void Column::set(std::uint32_t person, std::uint32_t warmth, std::uint32_t day)
{
    const std::uint32_t value = warmth << kDayBits | day;
    for (std::size_t i = 0; i < slices_.size(); ++i) {
        if ((value >> i & 1U) != 0) slices_.at(i).add(person);
        else slices_.at(i).remove(person);
    }
}

std::uint32_t Column::key(std::uint32_t person) const
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < slices_.size(); ++i) value |= (slices_.at(i).has(person) ? 1U : 0U) << i;
    return value;
}

Bits Column::where(std::size_t lowest, std::size_t bits, Compare compare, std::uint32_t value) const
{
    Bits more(size_);
    Bits equal(size_);
    equal.invert();
    if (value >= 1U << bits) {
        // Nobody has as much.
        const bool less = compare == Compare::Less || compare == Compare::AtMost;
        return less ? equal : more;
    }
    // From the highest bit down: more, as soon as a bit is set that the value lacks while all before were equal.
    for (std::size_t word = 0; word < more.words().size(); ++word) {
        std::uint64_t same = equal.words()[word];
        std::uint64_t above = 0;
        for (std::size_t i = bits; i-- > 0;) {
            const std::uint64_t here = slices_.at(lowest + i).words()[word];
            if ((value >> i & 1U) != 0) {
                same &= here;
            } else {
                above |= same & here;
                same &= ~here;
            }
        }
        more.words()[word] = above;
        equal.words()[word] = same;
    }
    switch (compare) {
    case Compare::More: return more;
    case Compare::Equal: return equal;
    case Compare::AtLeast: more.join(equal); return more;
    case Compare::AtMost: more.invert(); return more;
    case Compare::Less:
        more.join(equal);
        more.invert();
        return more;
    }
    return more;
}

Bits Column::whereWarmth(Compare compare, std::uint32_t warmth) const
{
    return where(kDayBits, kWarmthBits, compare, warmth);
}

Bits Column::whereDay(Compare compare, std::uint32_t day) const
{
    return where(0, kDayBits, compare, day);
}

std::vector<std::uint32_t> Column::greatestOf(Bits set, std::size_t most) const
{
    std::vector<std::uint32_t> found;
    std::vector<std::uint32_t> equals;
    const auto collect = [](const Bits& from, std::vector<std::uint32_t>& into, std::size_t limit) {
        from.forEach([&](std::uint32_t person) {
            if (into.size() == limit) return false;
            into.push_back(person);
            return true;
        });
    };
    const std::size_t few = std::max(kSortedAtOnce, most);
    std::size_t left = set.count();
    if (left <= few) {
        collect(set, found, left);
    } else {
        Bits sure(size_);
        std::size_t count = 0;
        for (std::size_t i = slices_.size(); i-- > 0 && count < most && left > few;) {
            const std::size_t with = set.countIn(slices_.at(i));
            if (count + with > most) {
                set.keep(slices_.at(i));
                left = with;
                continue;
            }
            if (with != 0) {
                Bits here = set;
                here.keep(slices_.at(i));
                sure.join(here);
                set.drop(slices_.at(i));
            }
            left -= with;
            count += with;
        }
        collect(sure, found, most);
        // Those left are all alike, or few enough to be sorted with the rest.
        if (left > few) collect(set, equals, most - count);
        else if (count < most) collect(set, found, count + left);
    }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> keyed;
    keyed.reserve(found.size());
    for (const std::uint32_t person : found) keyed.emplace_back(~key(person), person);
    std::ranges::sort(keyed);
    found.clear();
    for (const auto& [unused, person] : keyed)
        if (found.size() < most) found.push_back(person);
    found.insert(found.end(), equals.begin(), equals.end());
    return found;
}

std::size_t Column::bytes() const
{
    std::size_t sum = 0;
    for (const Bits& slice : slices_) sum += slice.bytes();
    return sum;
}

void Column::pack(Packer& into, std::size_t people) const
{
    for (const Bits& slice : slices_) slice.pack(into, people);
}

bool Column::unpack(Unpacker& from, std::size_t people)
{
    size_ = people;
    return std::ranges::all_of(slices_, [&](Bits& slice) { return slice.unpack(from) && slice.size() == people; });
}

}  // namespace kith::search
