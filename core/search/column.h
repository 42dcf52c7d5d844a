// A number of each person, one set of people for each of its bits. Private to this folder.
#pragma once

#include <kith/search/query.h>

#include "bits.h"

#include <array>

namespace kith::search {

/// How dear somebody is to a list: warmth first, the day of the last contact next. Kept bit by bit, so that a
/// comparison with everybody, and finding the greatest of any set, are some passes over bitmaps (P. O'Neil and D.
/// Quass, "Improved query performance with variant indexes", 1997).
class Column {
public:
    static constexpr std::size_t kDayBits = 16;
    static constexpr std::size_t kWarmthBits = 7;

    void resize(std::size_t people);
    /// For a number that was never set, or anew. `day` is 0 for never.
    void set(std::uint32_t person, std::uint32_t warmth, std::uint32_t day);
    [[nodiscard]] std::uint32_t warmth(std::uint32_t person) const { return key(person) >> kDayBits; }
    [[nodiscard]] std::uint32_t day(std::uint32_t person) const { return key(person) & ((1U << kDayBits) - 1); }

    [[nodiscard]] Bits whereWarmth(Compare compare, std::uint32_t warmth) const;
    [[nodiscard]] Bits whereDay(Compare compare, std::uint32_t day) const;

    /// The `most` greatest of a set, greatest first; of equals the lower number first. O(size / 64 · bits + most log).
    [[nodiscard]] std::vector<std::uint32_t> greatestOf(Bits set, std::size_t most) const;

    [[nodiscard]] std::size_t bytes() const;

    /// Of those below `people`.
    void pack(Packer& into, std::size_t people) const;
    /// False when these are no bytes of a column of as many people.
    [[nodiscard]] bool unpack(Unpacker& from, std::size_t people);

private:
    [[nodiscard]] std::uint32_t key(std::uint32_t person) const;
    [[nodiscard]] Bits where(std::size_t lowest, std::size_t bits, Compare compare, std::uint32_t value) const;

    std::size_t size_ = 0;
    std::array<Bits, kDayBits + kWarmthBits> slices_;  ///< lowest bit first
};

}  // namespace kith::search
