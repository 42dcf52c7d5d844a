// The sum by which two replicas find out that they hold the same rows.
#pragma once

#include <kith/base/id.h>

#include <cstdint>

namespace kith::sync {

/// The contribution of one row at one server number. A space's sum is the sum of all of them modulo 2^64, so that it
/// can be kept up by subtracting the old one and adding the new one, in any order. SplitMix64 (Steele, Lea, Flood,
/// OOPSLA 2014) over the two halves of the id and the number.
[[nodiscard]] std::uint64_t sumOf(const Id& row, std::int64_t number);

}  // namespace kith::sync
