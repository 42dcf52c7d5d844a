// Choices for demo data: small, exact integer arithmetic, so that every machine rolls the same.
#pragma once

#include <kith/base/random.h>

#include <cstddef>
#include <span>

namespace kith::demo {

class Dice {
public:
    /// An independent sequence for each (seed, stream): what one person gets does not shift what the next one gets.
    Dice(std::uint64_t seed, std::uint64_t stream) : random_(SeededRandom(seed ^ (stream * kOdd)).next() ^ stream) { }

    [[nodiscard]] std::size_t below(std::size_t bound) { return static_cast<std::size_t>(random_.below(bound)); }
    /// Whole number from low to high, both possible.
    [[nodiscard]] int between(int low, int high)
    {
        return low + static_cast<int>(random_.below(static_cast<std::uint64_t>(high - low) + 1));
    }
    [[nodiscard]] bool percent(int chance) { return between(0, 99) < chance; }
    [[nodiscard]] double unit() { return random_.unit(); }
    template <class T, std::size_t Extent>
    [[nodiscard]] const T& pick(std::span<const T, Extent> choices)
    {
        return choices[below(choices.size())];
    }
    template <class T, std::size_t N>
    [[nodiscard]] const T& pick(const T (&choices)[N])
    {
        return choices[below(N)];
    }
    /// An index below bound whose frequency falls with its square root: the i-th is met about as often as 1/sqrt(i).
    /// Linking each newcomer to such an index gives the degrees of preferential attachment, P(k) ~ k^-3
    /// (Barabási and Albert, "Emergence of Scaling in Random Networks", Science 286, 1999), without a list of links.
    [[nodiscard]] std::size_t powerLaw(std::size_t bound)
    {
        const double u = random_.unit();
        const auto index = static_cast<std::size_t>(u * u * static_cast<double>(bound));
        return index < bound ? index : bound - 1;
    }

private:
    static constexpr std::uint64_t kOdd = 0xD1B54A32D192ED03ULL;
    SeededRandom random_;
};

}  // namespace kith::demo
