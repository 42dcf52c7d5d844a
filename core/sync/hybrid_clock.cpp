#include <kith/sync/hybrid_clock.h>

#include <algorithm>

namespace kith {

HybridTime HybridClock::tick(Instant wall)
{
    const auto ms = static_cast<std::uint64_t>(std::max<std::int64_t>(0, wall.time_since_epoch().count()));
    const HybridTime fresh = HybridTime::of(ms, 0);
    // Adding one to the word carries from the counter into the milliseconds when 65,536 edits share one of them.
    last_ = fresh > last_ ? fresh : HybridTime{last_.word + 1};
    return last_;
}

bool HybridClock::observe(HybridTime remote, Instant wall)
{
    const auto limit = wall + kTolerance;
    if (static_cast<std::int64_t>(remote.milliseconds()) > limit.time_since_epoch().count()) return false;
    last_ = std::max(last_, remote);
    return true;
}

}  // namespace kith
