// The luck of a run: everything that a seed decides comes from here.
#pragma once

#include <kith/base/random.h>

#include <cstddef>
#include <vector>

namespace kith::simulation {

class Dice {
public:
    explicit Dice(std::uint64_t seed) : random_(seed) { }

    /// Uniform in [low, high].
    [[nodiscard]] std::int64_t between(std::int64_t low, std::int64_t high)
    {
        return low + static_cast<std::int64_t>(random_.below(static_cast<std::uint64_t>(high - low + 1)));
    }
    [[nodiscard]] bool chance(int percent) { return between(1, 100) <= percent; }
    /// One of some; there must be one.
    template <class T>
    [[nodiscard]] const T& oneOf(const std::vector<T>& some)
    {
        return some.at(static_cast<std::size_t>(between(0, static_cast<std::int64_t>(some.size()) - 1)));
    }
    /// Luck of its own for a part of the world, so that what one part draws does not shift the others.
    [[nodiscard]] Dice fork() { return Dice(random_.next()); }
    [[nodiscard]] std::uint64_t seed() { return random_.next(); }

private:
    SeededRandom random_;
};

}  // namespace kith::simulation
