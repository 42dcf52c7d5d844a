// A set of small numbers, one bit each. Private to this folder.
#pragma once

#include "packing.h"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace kith::search {

/// Numbers below size(). Another set of a smaller size counts as having nothing beyond it. Every operation on two sets
/// passes over their words once: 125 kB for a million people, some microseconds.
class Bits {
public:
    static constexpr std::size_t kWordBits = 64;

    Bits() = default;
    /// Nobody.
    explicit Bits(std::size_t size);
    Bits(const Bits& other);
    Bits& operator=(const Bits& other);
    Bits(Bits&& other) noexcept = default;
    Bits& operator=(Bits&& other) noexcept;
    ~Bits();

    [[nodiscard]] std::size_t size() const { return size_; }
    /// New numbers are not in it.
    void resize(std::size_t size)
    {
        size_ = size;
        words_.resize((size + kWordBits - 1) / kWordBits);
    }

    [[nodiscard]] bool has(std::uint32_t number) const
    {
        return number < size_ && (words_[number / kWordBits] >> (number % kWordBits) & 1U) != 0;
    }
    void add(std::uint32_t number) { words_[number / kWordBits] |= std::uint64_t{1} << (number % kWordBits); }
    void remove(std::uint32_t number) { words_[number / kWordBits] &= ~(std::uint64_t{1} << (number % kWordBits)); }

    void join(const Bits& other);
    void keep(const Bits& other);
    void drop(const Bits& other);
    /// Those that are not in it, below size().
    void invert();

    [[nodiscard]] std::size_t count() const;
    [[nodiscard]] std::size_t countIn(const Bits& other) const;
    [[nodiscard]] bool meets(const Bits& other) const;
    [[nodiscard]] bool none() const;

    /// Ascending, until `visit` returns false.
    template <class Visit>
    void forEach(Visit visit) const
    {
        for (std::size_t i = 0; i < words_.size(); ++i)
            for (std::uint64_t rest = words_[i]; rest != 0; rest &= rest - 1) {
                const auto bit = static_cast<std::size_t>(std::countr_zero(rest));
                if (!visit(static_cast<std::uint32_t>(i * kWordBits + bit))) return;
            }
    }

    [[nodiscard]] std::span<std::uint64_t> words() { return words_; }
    [[nodiscard]] std::span<const std::uint64_t> words() const { return words_; }
    [[nodiscard]] std::size_t bytes() const { return words_.capacity() * sizeof(std::uint64_t); }

    /// The numbers below `size`.
    void pack(Packer& into, std::size_t size) const;
    /// False when these are no bytes of a set; it is empty then.
    [[nodiscard]] bool unpack(Unpacker& from);

private:
    std::size_t size_ = 0;
    std::vector<std::uint64_t> words_;
};

}  // namespace kith::search
