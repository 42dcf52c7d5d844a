// How much each of the five terms of warmth counts.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace kith {

/// Weights of the five terms. What counts is their share: they are scaled so that they add up to 100, negative ones
/// count as 0, and when nothing is left these usual ones hold.
struct WarmthWeights {
    double recency = 35, frequency = 25, reciprocity = 15, depth = 15, breadth = 10;
    friend bool operator==(const WarmthWeights&, const WarmthWeights&) = default;
};

inline constexpr std::size_t kWarmthTerms = 5;
/// In the order of the explanation.
inline constexpr std::array<std::string_view, kWarmthTerms> kWarmthTermNames{"recency", "frequency", "reciprocity",
                                                                             "depth", "breadth"};

[[nodiscard]] std::array<double, kWarmthTerms> listed(const WarmthWeights& weights);
[[nodiscard]] WarmthWeights weightsOf(const std::array<double, kWarmthTerms>& listed);

/// "35,25,15,15,10", in the order of kWarmthTermNames. Read again they are the same.
[[nodiscard]] std::string toText(const WarmthWeights& weights);
/// Five numbers from 0 to 100 with commas between them, not all of them 0; nothing for anything else.
[[nodiscard]] std::optional<WarmthWeights> weightsFrom(std::string_view text);

}  // namespace kith
