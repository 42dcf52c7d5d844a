// The day of the tests of the network.
#pragma once

#include <kith/base/clock.h>

namespace kith::test {

inline constexpr Date kToday{std::chrono::year{2026} / 11 / 22};
inline constexpr Instant kNow{kToday};

}  // namespace kith::test
