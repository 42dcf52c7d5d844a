// How what was said wears off, and how weights become points: shared by warmth and the strength of ties.
#pragma once

#include <kith/base/clock.h>
#include <kith/domain/vocabulary.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace kith {

/// In days, with fractions; negative when `until` is the earlier.
[[nodiscard]] inline double daysBetween(Instant from, Instant until)
{
    return std::chrono::duration<double, std::chrono::days::period>(until - from).count();
}

/// What is left of 1 after so many days: 2^(-days / halfLife). What is still to come has not faded.
[[nodiscard]] inline double faded(double days, double halfLife)
{
    return std::exp2(-std::max(0.0, days) / halfLife);
}

/// 0-1: how much of a real conversation it was.
[[nodiscard]] constexpr double depthValue(Depth depth)
{
    switch (depth) {
    case Depth::Hello: return 0.2;
    case Depth::Exchange: return 0.6;
    case Depth::Conversation: return 1.0;
    }
    return 0;
}

/// The weights scaled to a hundred; a negative one counts as nothing. When they come to nothing, or to no number, the
/// usual ones are taken, which must come to more than nothing.
template <std::size_t N>
[[nodiscard]] std::array<double, N> sharesOfAHundred(std::array<double, N> weights, const std::array<double, N>& usual)
{
    for (double& weight : weights) weight = std::max(0.0, weight);
    const double all = std::accumulate(weights.begin(), weights.end(), 0.0);
    if (!(all > 0) || !std::isfinite(all)) return sharesOfAHundred(usual, usual);
    for (double& weight : weights) weight = weight * 100 / all;
    return weights;
}

}  // namespace kith
