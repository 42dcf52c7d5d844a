#include <kith/sync/hybrid_clock.h>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using kith::HybridClock;
using kith::HybridTime;
using kith::Instant;
using std::chrono::milliseconds;

namespace {

Instant wallAt(std::int64_t ms)
{
    return Instant{milliseconds{ms}};
}

constexpr std::int64_t kToday = 1'795'305'600'000;  // 2026-11-22

/// A wall clock that may jump anywhere, from long before 1970 to far in the future.
rc::Gen<std::int64_t> anyWall()
{
    return rc::gen::inRange<std::int64_t>(-kToday, 2 * kToday);
}

}  // namespace

RC_GTEST_PROP(HybridClock, StrictlyIncreasesUnderAnyWallClock, ())
{
    HybridClock clock;
    HybridTime last;
    for (const std::int64_t wall : *rc::gen::container<std::vector<std::int64_t>>(anyWall())) {
        const HybridTime next = clock.tick(wallAt(wall));
        RC_ASSERT(next > last);
        last = next;
    }
}

RC_GTEST_PROP(HybridClock, StaysAheadOfEveryTimeItBelieved, ())
{
    HybridClock clock;
    const auto walls = *rc::gen::container<std::vector<std::int64_t>>(anyWall());
    for (const std::int64_t wall : walls) {
        const auto remote =
            HybridTime::of(*rc::gen::inRange<std::uint64_t>(0, 2 * kToday), *rc::gen::arbitrary<std::uint16_t>());
        const HybridTime before = clock.last();
        if (clock.observe(remote, wallAt(wall))) RC_ASSERT(clock.tick(wallAt(wall)) > remote);
        else RC_ASSERT(clock.last() == before);
    }
}

TEST(HybridClock, DoesNotBelieveATimeFromTheFuture)
{
    HybridClock clock;
    const auto now = clock.tick(wallAt(kToday));
    const auto limit = static_cast<std::uint64_t>(kToday + milliseconds{HybridClock::kTolerance}.count());
    EXPECT_FALSE(clock.observe(HybridTime::of(limit + 1, 0), wallAt(kToday)));
    EXPECT_EQ(clock.last(), now);
    EXPECT_TRUE(clock.observe(HybridTime::of(limit, 0), wallAt(kToday)));
    EXPECT_EQ(clock.last(), HybridTime::of(limit, 0));
}

TEST(HybridClock, GoesOnFromTheLargestTimeOfTheWorkspace)
{
    HybridClock clock(HybridTime::of(kToday, 7));
    EXPECT_EQ(clock.tick(wallAt(kToday - 1000)), HybridTime::of(kToday, 8));
    EXPECT_EQ(clock.tick(wallAt(kToday + 1)), HybridTime::of(kToday + 1, 0));
}

TEST(HybridClock, CarriesIntoTheMillisecondsWhenTheCounterIsFull)
{
    HybridClock clock(HybridTime::of(kToday, 0xFFFF));
    EXPECT_EQ(clock.tick(wallAt(kToday)), HybridTime::of(kToday + 1, 0));
}
