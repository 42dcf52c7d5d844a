#include <kith/base/id.h>

#include <gtest/gtest.h>
#include <set>

using namespace kith;
using namespace std::chrono_literals;

TEST(Id, CarriesVersionSevenAndTheTimeItWasMade)
{
    const FixedClock clock(Instant{1'700'000'000'123ms});
    SeededRandom random(1);
    UuidSource source(clock, random);
    const std::string text = source.make().toString();
    EXPECT_EQ(text.substr(0, 13), "018bcfe5-687b");
    EXPECT_EQ(text[14], '7');
    EXPECT_TRUE(text[19] == '8' || text[19] == '9' || text[19] == 'a' || text[19] == 'b');
}

TEST(Id, GrowsEvenWhenTheClockStandsStillOrStepsBack)
{
    FixedClock clock(Instant{1'700'000'000'000ms});
    SeededRandom random(7);
    UuidSource source(clock, random);
    std::set<Id> seen;
    Id last;
    for (int i = 0; i < 20'000; ++i) {
        if (i == 10'000) clock.advance(-1h);
        const Id next = source.make();
        EXPECT_GT(next, last);
        EXPECT_TRUE(seen.insert(next).second);
        last = next;
    }
}

TEST(Id, ReadsWhatItWrites)
{
    const FixedClock clock(Instant{1ms});
    SeededRandom random(3);
    UuidSource source(clock, random);
    const Id id = source.make();
    EXPECT_EQ(Id::parse(id.toString()), id);
    EXPECT_EQ(Id::parse("018BCFE5-687B-7000-8000-000000000000")->toString(), "018bcfe5-687b-7000-8000-000000000000");
}

TEST(Id, RefusesTextThatIsNone)
{
    EXPECT_FALSE(Id::parse(""));
    EXPECT_FALSE(Id::parse("018bcfe5-687b-7000-8000-00000000000"));
    EXPECT_FALSE(Id::parse("018bcfe5-687b-7000-8000-00000000000g"));
    EXPECT_FALSE(Id::parse("018bcfe5x687b-7000-8000-000000000000"));
}
