#include <kith/domain/warmth_weights.h>

#include <kith/base/text.h>

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace kith {

namespace {

constexpr double kMost = 100;

}  // namespace

std::array<double, kWarmthTerms> listed(const WarmthWeights& weights)
{
    return {weights.recency, weights.frequency, weights.reciprocity, weights.depth, weights.breadth};
}

WarmthWeights weightsOf(const std::array<double, kWarmthTerms>& listed)
{
    return {.recency = listed[0],
            .frequency = listed[1],
            .reciprocity = listed[2],
            .depth = listed[3],
            .breadth = listed[4]};
}

std::string toText(const WarmthWeights& weights)
{
    const auto all = listed(weights);
    return fmt::format("{},{},{},{},{}", all[0], all[1], all[2], all[3], all[4]);
}

std::optional<WarmthWeights> weightsFrom(std::string_view text)
{
    std::array<double, kWarmthTerms> all{};
    std::size_t count = 0;
    for (const std::string_view part : split(text, ',')) {
        const std::string_view number = trim(part);
        double weight = -1;
        const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), weight);
        const bool whole = error == std::errc{} && end == number.data() + number.size();
        if (count == kWarmthTerms || !whole || !(weight >= 0 && weight <= kMost)) return std::nullopt;
        all.at(count++) = weight;
    }
    if (count != kWarmthTerms || std::ranges::all_of(all, [](double weight) { return weight == 0; }))
        return std::nullopt;
    return weightsOf(all);
}

}  // namespace kith
