// Many ascending lists of numbers that only grow: who has a word. Private to this folder.
#pragma once

#include "bits.h"

#include <limits>

namespace kith::search {

/// A list costs 8 bytes when it is empty or holds one number, 4 bytes a number while it is short, and then 2 bytes a
/// number or one bit for each person, whichever is less, in blocks of 65,536 people; that is how Roaring bitmaps do it
/// (S. Chambi, D. Lemire, O. Kaser, R. Godin, "Better bitmap performance with Roaring bitmaps", 2016).
class Postings {
public:
    using List = std::uint32_t;

    [[nodiscard]] std::size_t size() const { return heads_.size(); }
    /// A new, empty list; they are numbered from 0.
    List addList();
    /// `number` is not below the last of the list; the last one again does nothing. Amortised O(1).
    void append(List list, std::uint32_t number);

    [[nodiscard]] std::size_t count(List list) const;
    /// What unite() takes, in units of about a nanosecond.
    [[nodiscard]] std::size_t cost(List list) const;
    /// Adds the numbers of the list to a set that has room for them.
    void unite(List list, Bits& into) const;
    /// The set has room for the numbers of the list.
    [[nodiscard]] std::size_t countIn(List list, const Bits& set) const;
    /// Whether any number of the list is in the set.
    [[nodiscard]] bool meets(List list, const Bits& set) const;

    /// Ascending, until `visit` returns false, which forEach() then returns too.
    template <class Visit>
    bool forEach(List list, Visit visit) const
    {
        const Head& head = heads_[list];
        if (head.more == kOne) return head.first == kNone || visit(head.first);
        const Long& numbers = long_[head.more];
        for (const std::uint32_t number : numbers.few)
            if (!visit(number)) return false;
        for (const Block& block : numbers.blocks) {
            for (const std::uint16_t low : block.lows)
                if (!visit(block.base + low)) return false;
            for (std::size_t i = 0; i < block.words.size(); ++i)
                for (std::uint64_t rest = block.words[i]; rest != 0; rest &= rest - 1)
                    if (!visit(block.base
                               + static_cast<std::uint32_t>(i * Bits::kWordBits
                                                            + static_cast<std::size_t>(std::countr_zero(rest)))))
                        return false;
        }
        return true;
    }

    /// List n becomes list newNumber[n].
    void renumber(std::span<const std::uint32_t> newNumber);
    void shrink();
    [[nodiscard]] std::size_t bytes() const;

    /// Lists of up to about this many bytes from one on; where the next begin, size() after the last.
    [[nodiscard]] List upToBytes(List from, std::size_t bytes) const;
    void pack(List from, List to, Packer& into) const;
    /// Adds lists that were packed behind those there are. False when these are no bytes of lists, or one of their
    /// numbers is not below `numbers`.
    [[nodiscard]] bool unpack(Unpacker& from, std::size_t numbers);

private:
    static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
    static constexpr std::uint32_t kOne = kNone;

    struct Head {
        std::uint32_t first = kNone;  ///< the only number, when more is kOne
        std::uint32_t more = kOne;  ///< index of long_
    };
    struct Block {
        std::uint32_t base = 0;
        std::vector<std::uint16_t> lows;  ///< or
        std::vector<std::uint64_t> words;
    };
    struct Long {
        std::uint32_t count = 0;
        std::uint32_t last = 0;
        std::vector<std::uint32_t> few;  ///< or
        std::vector<Block> blocks;
    };

    static void push(Long& list, std::uint32_t number);
    [[nodiscard]] static bool unpackLong(Unpacker& from, std::size_t numbers, Long& list);

    std::vector<Head> heads_;
    std::vector<Long> long_;
};

}  // namespace kith::search
