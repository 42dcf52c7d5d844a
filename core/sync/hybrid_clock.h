// The hybrid logical clock that stamps every field.
#pragma once

#include <kith/domain/stamp.h>

namespace kith {

/// Gives out strictly increasing hybrid times, whatever the wall clock does (Kulkarni et al., OPODIS 2014).
/// Pure: the wall clock is passed to each call. Not thread-safe; the writer owns it.
class HybridClock {
public:
    /// `last` is the largest time this workspace has ever stamped or seen.
    explicit HybridClock(HybridTime last = {}) : last_(last) { }

    /// The next time: the wall clock if it has moved on, else one counter step past the last.
    HybridTime tick(Instant wall);
    /// Takes note of a time from elsewhere. A time more than `kTolerance` ahead of the wall clock is not believed,
    /// so that a machine with a clock in the future cannot drag ours along; returns whether it was believed.
    bool observe(HybridTime remote, Instant wall);
    [[nodiscard]] HybridTime last() const { return last_; }

    static constexpr std::chrono::minutes kTolerance{5};

private:
    HybridTime last_;
};

}  // namespace kith
