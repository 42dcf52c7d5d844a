// The day of the tests of search.
#pragma once

#include <kith/base/clock.h>

namespace kith::search {

inline constexpr Date kToday = std::chrono::sys_days{std::chrono::year{2026} / 11 / 22};

}  // namespace kith::search
