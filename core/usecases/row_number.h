// How one workspace file numbers people.
#pragma once

#include <cstdint>

namespace kith {

/// A person's small local number in one workspace file, for long lists (4 bytes instead of 16). Not stable across
/// machines; never shown, never exported.
using RowNumber = std::uint32_t;

}  // namespace kith
