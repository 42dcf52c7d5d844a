#include "postings.h"

#include <algorithm>
#include <functional>

namespace kith::search {

namespace {

constexpr std::size_t kFew = 1024;  ///< blocks of fewer numbers take more memory than they save
constexpr std::uint32_t kBlock = 65'536;
constexpr std::size_t kBlockWords = kBlock / Bits::kWordBits;
constexpr std::size_t kMostLows = 4096;  ///< as many take the memory of a bit for everybody
constexpr std::size_t kWordsANanosecond = 4;

}  // namespace

Postings::List Postings::addList()
{
    heads_.emplace_back();
    return static_cast<List>(heads_.size() - 1);
}

void Postings::push(Long& list, std::uint32_t number)
{
    const std::uint32_t base = number / kBlock * kBlock;
    if (list.blocks.empty() || list.blocks.back().base != base) list.blocks.emplace_back().base = base;
    Block& block = list.blocks.back();
    const std::uint32_t low = number - base;
    if (block.words.empty() && block.lows.size() == kMostLows) {
        block.words.resize(kBlockWords);
        for (const std::uint16_t one : block.lows)
            block.words[one / Bits::kWordBits] |= std::uint64_t{1} << (one % Bits::kWordBits);
        std::vector<std::uint16_t>().swap(block.lows);
    }
    if (block.words.empty()) block.lows.push_back(static_cast<std::uint16_t>(low));
    else block.words[low / Bits::kWordBits] |= std::uint64_t{1} << (low % Bits::kWordBits);
}

void Postings::append(List list, std::uint32_t number)
{
    Head& head = heads_[list];
    if (head.more == kOne) {
        if (head.first == number) return;
        if (head.first == kNone) {
            head.first = number;
            return;
        }
        head.more = static_cast<std::uint32_t>(long_.size());
        long_.push_back({.count = 1, .last = head.first, .few = {head.first}, .blocks = {}});
    }
    Long& numbers = long_[head.more];
    if (numbers.last == number) return;
    numbers.last = number;
    ++numbers.count;
    if (!numbers.blocks.empty()) return push(numbers, number);
    if (numbers.few.size() < kFew) return numbers.few.push_back(number);
    for (const std::uint32_t one : numbers.few) push(numbers, one);
    std::vector<std::uint32_t>().swap(numbers.few);
    push(numbers, number);
}

std::size_t Postings::count(List list) const
{
    const Head& head = heads_[list];
    if (head.more == kOne) return head.first == kNone ? 0 : 1;
    return long_[head.more].count;
}

std::size_t Postings::cost(List list) const
{
    const Head& head = heads_[list];
    if (head.more == kOne) return 1;
    const Long& numbers = long_[head.more];
    std::size_t sum = 1 + numbers.few.size();
    for (const Block& block : numbers.blocks) sum += block.lows.size() + block.words.size() / kWordsANanosecond;
    return sum;
}

void Postings::unite(List list, Bits& into) const
{
    const Head& head = heads_[list];
    if (head.more == kOne) {
        if (head.first != kNone) into.add(head.first);
        return;
    }
    const std::span<std::uint64_t> words = into.words();
    for (const std::uint32_t number : long_[head.more].few) into.add(number);
    for (const Block& block : long_[head.more].blocks) {
        const std::span<std::uint64_t> here = words.subspan(block.base / Bits::kWordBits);
        for (const std::uint16_t low : block.lows)
            here[low / Bits::kWordBits] |= std::uint64_t{1} << (low % Bits::kWordBits);
        // The last block of all may be cut short in the set.
        const std::size_t both = std::min(here.size(), block.words.size());
        for (std::size_t i = 0; i < both; ++i) here[i] |= block.words[i];
    }
}

std::size_t Postings::countIn(List list, const Bits& set) const
{
    const Head& head = heads_[list];
    if (head.more == kOne) return head.first != kNone && set.has(head.first) ? 1 : 0;
    std::size_t sum = 0;
    for (const std::uint32_t number : long_[head.more].few) sum += set.has(number) ? 1 : 0;
    for (const Block& block : long_[head.more].blocks) {
        const std::span<const std::uint64_t> here = set.words().subspan(block.base / Bits::kWordBits);
        for (const std::uint16_t low : block.lows) sum += here[low / Bits::kWordBits] >> (low % Bits::kWordBits) & 1U;
        const std::size_t both = std::min(here.size(), block.words.size());
        for (std::size_t i = 0; i < both; ++i) sum += static_cast<std::size_t>(std::popcount(here[i] & block.words[i]));
    }
    return sum;
}

bool Postings::meets(List list, const Bits& set) const
{
    return !forEach(list, [&](std::uint32_t number) { return !set.has(number); });
}

void Postings::renumber(std::span<const std::uint32_t> newNumber)
{
    std::vector<Head> heads(heads_.size());
    for (std::size_t i = 0; i < heads_.size(); ++i) heads[newNumber[i]] = heads_[i];
    heads_ = std::move(heads);
}

void Postings::shrink()
{
    heads_.shrink_to_fit();
    long_.shrink_to_fit();
    for (Long& numbers : long_) {
        numbers.few.shrink_to_fit();
        numbers.blocks.shrink_to_fit();
        for (Block& block : numbers.blocks) block.lows.shrink_to_fit();
    }
}

std::size_t Postings::bytes() const
{
    std::size_t sum = heads_.capacity() * sizeof(Head) + long_.capacity() * sizeof(Long);
    for (const Long& numbers : long_) {
        sum += numbers.few.capacity() * sizeof(std::uint32_t) + numbers.blocks.capacity() * sizeof(Block);
        for (const Block& block : numbers.blocks)
            sum += block.lows.capacity() * sizeof(std::uint16_t) + block.words.capacity() * sizeof(std::uint64_t);
    }
    return sum;
}

Postings::List Postings::upToBytes(List from, std::size_t bytes) const
{
    std::size_t sum = 0;
    while (from < heads_.size() && sum < bytes) {
        sum += sizeof(Head);
        if (const Head& head = heads_[from++]; head.more != kOne) {
            const Long& numbers = long_[head.more];
            sum += numbers.few.size() * sizeof(std::uint32_t);
            for (const Block& block : numbers.blocks)
                sum += block.lows.size() * sizeof(std::uint16_t) + block.words.size() * sizeof(std::uint64_t);
        }
    }
    return from;
}

void Postings::pack(List from, List to, Packer& into) const
{
    into.put(to - from);
    for (List list = from; list < to; ++list) {
        const Head& head = heads_[list];
        into.put(head.first);
        into.put(static_cast<std::uint8_t>(head.more != kOne));
        if (head.more == kOne) continue;
        const Long& numbers = long_[head.more];
        into.put(numbers.count);
        into.put(numbers.last);
        into.putAll(std::span(numbers.few));
        into.put(static_cast<std::uint32_t>(numbers.blocks.size()));
        for (const Block& block : numbers.blocks) {
            into.put(block.base);
            into.putAll(std::span(block.lows));
            into.putAll(std::span(block.words));
        }
    }
}

bool Postings::unpack(Unpacker& from, std::size_t numbers)
{
    for (auto lists = from.get<List>(); lists > 0 && from.good(); --lists) {
        Head head{.first = from.get<std::uint32_t>(), .more = kOne};
        if (from.get<std::uint8_t>() != 0) {
            head.more = static_cast<std::uint32_t>(long_.size());
            if (!unpackLong(from, numbers, long_.emplace_back())) return false;
        } else if (head.first != kNone && head.first >= numbers) {
            return false;
        }
        heads_.push_back(head);
    }
    return from.good();
}

bool Postings::unpackLong(Unpacker& from, std::size_t numbers, Long& list)
{
    const auto ascendBelow = [](const auto& values, std::size_t end) {
        return std::ranges::adjacent_find(values, std::ranges::greater_equal{}) == values.end()
            && (values.empty() || values.back() < end);
    };
    list.count = from.get<std::uint32_t>();
    list.last = from.get<std::uint32_t>();
    list.few = from.getAll<std::uint32_t>();
    if (!ascendBelow(list.few, numbers)) return false;
    for (auto blocks = from.get<std::uint32_t>(); blocks > 0 && from.good(); --blocks) {
        Block block{.base = from.get<std::uint32_t>(),
                    .lows = from.getAll<std::uint16_t>(),
                    .words = from.getAll<std::uint64_t>()};
        const bool inPlace = block.base % kBlock == 0 && block.base < numbers
            && (list.blocks.empty() || list.blocks.back().base < block.base)
            && (block.words.empty() || (block.words.size() == kBlockWords && block.lows.empty()));
        if (!inPlace || !ascendBelow(block.lows, numbers - block.base)) return false;
        for (std::size_t number = numbers - block.base; number < kBlock && !block.words.empty(); ++number)
            if ((block.words[number / Bits::kWordBits] >> (number % Bits::kWordBits) & 1U) != 0) return false;
        list.blocks.push_back(std::move(block));
    }
    return from.good();
}

}  // namespace kith::search
