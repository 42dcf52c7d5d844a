// Memory that was needed once.
#pragma once

namespace kith {

/// Hands what was freed back to the system: after work that took much more memory than it left, which the allocator
/// would otherwise keep for this process. Takes up to a tenth of a second after a few hundred megabytes, in which
/// allocations of other threads may wait. Does nothing where the C library cannot.
void giveBackMemory();

}  // namespace kith
