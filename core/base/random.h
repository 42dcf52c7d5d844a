// Randomness is passed in, so that tests and demo data can repeat themselves.
#pragma once

#include <cstdint>
#include <span>

namespace kith {

/// A source of uniformly distributed bits. Not thread-safe: one per thread or behind a lock.
class Random {
public:
    virtual ~Random() = default;
    virtual std::uint64_t next() = 0;

    /// Uniform in [0, bound); 0 when bound is 0. Unbiased (Lemire, "Fast Random Integer Generation in an
    /// Interval", ACM TOMACS 29(1), 2019).
    std::uint64_t below(std::uint64_t bound);
    /// Uniform in [0, 1) with 53 bits.
    double unit();
    void fill(std::span<std::uint8_t> bytes);
};

/// The operating system's generator; fit for keys. Thread-safe.
class SystemRandom final : public Random {
public:
    std::uint64_t next() override;
};

/// SplitMix64 (Steele, Lea, Flood, OOPSLA 2014): the same seed gives the same sequence everywhere.
class SeededRandom final : public Random {
public:
    explicit SeededRandom(std::uint64_t seed) : state_(seed) { }
    std::uint64_t next() override;

private:
    std::uint64_t state_;
};

}  // namespace kith
