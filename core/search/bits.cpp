#include "bits.h"

#include <algorithm>

namespace kith::search {

namespace {

using Store = std::vector<std::uint64_t>;

/// Sets of a million people come and go by the dozen with every key. Taken anew from the system each costs more than
/// what is done with it, so that each thread keeps some.
struct Spare {
    static constexpr std::size_t kMost = 32;
    static constexpr std::size_t kSmallest = 512;  ///< words; smaller ones are quickly had
    std::vector<Store> stores;

    Store take()
    {
        if (stores.empty()) return {};
        Store store = std::move(stores.back());
        stores.pop_back();
        return store;
    }
    void give(Store&& store)
    {
        if (store.capacity() >= kSmallest && stores.size() < kMost) stores.push_back(std::move(store));
    }
};

Spare& spare()
{
    thread_local Spare ours;
    return ours;
}

/// Sum of the ones in words made by `at`, eight words at a time through a tree of adders, so that it is quick without
/// the instruction that not every processor has (H. S. Warren, "Hacker's Delight", 2nd edition, 5-1).
template <class At>
std::size_t ones(std::size_t size, At at)
{
    std::uint64_t one = 0;
    std::uint64_t two = 0;
    std::uint64_t four = 0;
    std::size_t eights = 0;
    const auto add = [](std::uint64_t& sum, std::uint64_t a, std::uint64_t b) {
        const std::uint64_t half = sum ^ a;
        const std::uint64_t carry = (sum & a) | (half & b);
        sum = half ^ b;
        return carry;
    };
    std::size_t i = 0;
    for (; i + 8 <= size; i += 8) {
        const std::uint64_t twoA = add(one, at(i), at(i + 1));
        const std::uint64_t twoB = add(one, at(i + 2), at(i + 3));
        const std::uint64_t fourA = add(two, twoA, twoB);
        const std::uint64_t twoC = add(one, at(i + 4), at(i + 5));
        const std::uint64_t twoD = add(one, at(i + 6), at(i + 7));
        const std::uint64_t fourB = add(two, twoC, twoD);
        eights += static_cast<std::size_t>(std::popcount(add(four, fourA, fourB)));
    }
    std::size_t sum = 8 * eights + 4 * static_cast<std::size_t>(std::popcount(four))
        + 2 * static_cast<std::size_t>(std::popcount(two)) + static_cast<std::size_t>(std::popcount(one));
    for (; i < size; ++i) sum += static_cast<std::size_t>(std::popcount(at(i)));
    return sum;
}

}  // namespace

Bits::Bits(std::size_t size) : size_(size), words_(spare().take())
{
    words_.assign((size + kWordBits - 1) / kWordBits, 0);
}

Bits::Bits(const Bits& other) : size_(other.size_), words_(spare().take())
{
    words_ = other.words_;
}

Bits& Bits::operator=(const Bits& other)
{
    size_ = other.size_;
    if (this != &other) words_ = other.words_;
    return *this;
}

Bits& Bits::operator=(Bits&& other) noexcept
{
    std::swap(size_, other.size_);
    std::swap(words_, other.words_);
    return *this;
}

Bits::~Bits()
{
    spare().give(std::move(words_));
}

void Bits::join(const Bits& other)
{
    if (other.size_ > size_) resize(other.size_);
    for (std::size_t i = 0; i < other.words_.size(); ++i) words_[i] |= other.words_[i];
}

void Bits::keep(const Bits& other)
{
    const std::size_t both = std::min(words_.size(), other.words_.size());
    for (std::size_t i = 0; i < both; ++i) words_[i] &= other.words_[i];
    std::fill(words_.begin() + static_cast<std::ptrdiff_t>(both), words_.end(), 0);
}

void Bits::drop(const Bits& other)
{
    const std::size_t both = std::min(words_.size(), other.words_.size());
    for (std::size_t i = 0; i < both; ++i) words_[i] &= ~other.words_[i];
}

void Bits::invert()
{
    for (std::uint64_t& word : words_) word = ~word;
    if (const std::size_t used = size_ % kWordBits; used != 0) words_.back() &= (std::uint64_t{1} << used) - 1;
}

std::size_t Bits::count() const
{
    return ones(words_.size(), [this](std::size_t i) { return words_[i]; });
}

std::size_t Bits::countIn(const Bits& other) const
{
    return ones(std::min(words_.size(), other.words_.size()),
                [&](std::size_t i) { return words_[i] & other.words_[i]; });
}

bool Bits::meets(const Bits& other) const
{
    const std::size_t both = std::min(words_.size(), other.words_.size());
    for (std::size_t i = 0; i < both; ++i)
        if ((words_[i] & other.words_[i]) != 0) return true;
    return false;
}

bool Bits::none() const
{
    return std::ranges::all_of(words_, [](std::uint64_t word) { return word == 0; });
}

void Bits::pack(Packer& into, std::size_t size) const
{
    into.put(static_cast<std::uint64_t>(size));
    into.putAll(words().first((size + kWordBits - 1) / kWordBits));
}

bool Bits::unpack(Unpacker& from)
{
    const auto size = from.get<std::uint64_t>();
    words_ = from.getAll<std::uint64_t>();
    const bool fits = words_.size() == size / kWordBits + (size % kWordBits == 0 ? 0 : 1);
    if (!fits) words_.clear();
    size_ = fits ? size : 0;
    return fits && from.good();
}

}  // namespace kith::search
