#include <kith/base/clock.h>

#include <gtest/gtest.h>

using namespace kith;
using namespace std::chrono;
using namespace std::chrono_literals;

namespace {

/// Two hours ahead until 2026-10-25T01:00Z, one hour from then: the end of summer time in Paris.
class Autumn final : public Zone {
public:
    [[nodiscard]] seconds offsetAt(Instant at) const override
    {
        return at < Instant{sys_days{2026y / October / 25}} + 1h ? seconds{2h} : seconds{1h};
    }
};

class Spring final : public Zone {
public:
    [[nodiscard]] seconds offsetAt(Instant at) const override
    {
        return at < Instant{sys_days{2026y / March / 29}} + 1h ? seconds{1h} : seconds{2h};
    }
};

}  // namespace

TEST(Clock, WritesAndReadsIsoTimes)
{
    const Instant at = sys_days{2026y / November / 22} + 9h + 30min;
    EXPECT_EQ(isoInstant(at), "2026-11-22T09:30:00Z");
    EXPECT_EQ(parseIsoInstant("2026-11-22T09:30:00Z", UtcZone{}), at);
    EXPECT_EQ(parseIsoInstant("2026-11-22 10:30+01:00", Autumn{}), at);
    EXPECT_EQ(parseIsoInstant("2026-11-22T09:30:00.250Z", UtcZone{}), at + 250ms);
    EXPECT_EQ(parseIsoInstant("2026-11-22T10:30", Autumn{}), at);
}

TEST(Clock, TakesABareDateAsNoonWhereThePersonSits)
{
    EXPECT_EQ(parseIsoInstant("2026-11-22", Autumn{}), sys_days{2026y / November / 22} + 11h);
}

TEST(Clock, RefusesDaysAndTimesThatDoNotExist)
{
    EXPECT_FALSE(parseIsoDate("2026-02-29"));
    EXPECT_FALSE(parseIsoDate("2026-13-01"));
    EXPECT_FALSE(parseIsoDate("2026-1-01"));
    EXPECT_TRUE(parseIsoDate("2028-02-29"));
    EXPECT_FALSE(parseIsoInstant("2026-02-28T24:00", UtcZone{}));
    EXPECT_FALSE(parseIsoInstant("2026-02-28T10:00:00+99:00", UtcZone{}));
    EXPECT_FALSE(parseIsoInstant("2026-02-28Tten", UtcZone{}));
}

TEST(Clock, ReadsAnHourThatHappensTwiceAsTheEarlierAndOneThatNeverHappensAsTheLater)
{
    EXPECT_EQ(isoInstant(Autumn{}.instantOf(2026y / October / 25, 150min)), "2026-10-25T00:30:00Z");
    EXPECT_EQ(isoInstant(Spring{}.instantOf(2026y / March / 29, 150min)), "2026-03-29T01:30:00Z");
}

TEST(Clock, KnowsTheCivilDateOfAnInstant)
{
    EXPECT_EQ(isoDate(Autumn{}.dateOf(sys_days{2026y / July / 1} + 22h + 30min)), "2026-07-02");
    EXPECT_EQ(isoDate(UtcZone{}.dateOf(Instant{-1ms})), "1969-12-31");
}
