// How people write a day and its month in figures.
#pragma once

#include <cstdint>

namespace kith {

/// How 03/04/2024 is read. Never guessed from the values: the same figures would be read two ways.
enum class DayOrder : std::uint8_t { DayFirst, MonthFirst };

}  // namespace kith
