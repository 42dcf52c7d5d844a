#include <kith/sync/pace.h>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace kith;
using namespace kith::sync;
using std::chrono::milliseconds;

namespace {

constexpr Instant kNow{milliseconds{1'795'305'600'000}};
const Failure kOffline{.trouble = Trouble::Offline};

Pace upToDate()
{
    Pace pace;
    pace.signedIn(kNow);
    pace.roundBegan();
    pace.roundEnded(kNow, {}, true, 0);
    return pace;
}

}  // namespace

TEST(Pace, DoesNothingWhileNobodyIsSignedIn)
{
    Pace pace;
    pace.edited(kNow);
    pace.wished(kNow);
    EXPECT_EQ(pace.next(kNow).step, Step::Nothing);
    EXPECT_EQ(pace.standing(), Standing::Alone);
}

TEST(Pace, BeginsWithARoundThatVerifies)
{
    Pace pace;
    pace.signedIn(kNow);
    EXPECT_EQ(pace.next(kNow), (NextStep{.step = Step::Round, .until = {}, .verify = true}));
}

TEST(Pace, WaitsForNewsOnceAllIsUpToDate)
{
    const Pace pace = upToDate();
    EXPECT_EQ(pace.next(kNow).step, Step::Wait);
    EXPECT_EQ(pace.standing(), Standing::UpToDate);
}

TEST(Pace, TakesABreathAfterAnEditSoThatTypingIsOnePush)
{
    Pace pace = upToDate();
    pace.edited(kNow);
    pace.edited(kNow + milliseconds{200});
    EXPECT_EQ(pace.next(kNow + milliseconds{200}).until, kNow + Pace::kBreath);
    EXPECT_EQ(pace.next(kNow + Pace::kBreath).step, Step::Round);
}

TEST(Pace, SendsAnEditAtOnceWhenTheLastRoundIsABreathAgo)
{
    Pace pace = upToDate();
    const Instant later = kNow + Pace::kBreath;
    pace.edited(later);
    EXPECT_EQ(pace.next(later).step, Step::Round);
}

TEST(Pace, TakesNoLongerBreathWhenTheClockIsSetBack)
{
    Pace pace = upToDate();
    const Instant earlier = kNow - std::chrono::hours{1};
    pace.edited(earlier);
    EXPECT_EQ(pace.next(earlier).until, earlier + Pace::kBreath);
}

TEST(Pace, FollowsNewsAtOnce)
{
    Pace pace = upToDate();
    pace.waitEnded(kNow, {}, true, 0);
    EXPECT_EQ(pace.next(kNow).step, Step::Round);
    EXPECT_FALSE(pace.next(kNow).verify);
}

TEST(Pace, SaysSinceWhenTheServerIsAway)
{
    Pace pace = upToDate();
    pace.waitEnded(kNow, kOffline, false, 0);
    pace.roundEnded(kNow + milliseconds{1000}, kOffline, false, 0);
    EXPECT_EQ(pace.standing(), Standing::Offline);
    EXPECT_EQ(pace.since(), kNow);
}

TEST(Pace, ComesBackAtOnceWhenTheNetworkDoes)
{
    Pace pace = upToDate();
    for (int i = 0; i < 9; ++i) pace.roundEnded(kNow, kOffline, false, 0);
    EXPECT_EQ(pace.next(kNow + milliseconds{1000}).step, Step::Sleep);
    pace.wished(kNow + milliseconds{1000});
    EXPECT_EQ(pace.next(kNow + milliseconds{1000}).step, Step::Round);
}

TEST(Pace, AsksForTheSignInOnlyOnce)
{
    Pace pace = upToDate();
    pace.roundEnded(kNow, Failure{.trouble = Trouble::SignIn}, false, 0);
    EXPECT_EQ(pace.next(kNow + std::chrono::hours{9}).step, Step::Nothing);
    pace.signedIn(kNow);
    EXPECT_EQ(pace.next(kNow).step, Step::Round);
}

TEST(Pace, ComparesBothSidesEverySixHours)
{
    Pace pace = upToDate();
    pace.wished(kNow + std::chrono::hours{5});
    EXPECT_FALSE(pace.next(kNow + std::chrono::hours{5}).verify);
    pace.wished(kNow + std::chrono::hours{6});
    EXPECT_TRUE(pace.next(kNow + std::chrono::hours{6}).verify);
}

RC_GTEST_PROP(Pace, NeverWaitsLongerThanFiveMinutesNorHammers, ())
{
    Pace pace = upToDate();
    const int failures = *rc::gen::inRange(1, 60);
    for (int i = 0; i < failures; ++i)
        pace.roundEnded(kNow, kOffline, false, static_cast<double>(*rc::gen::inRange(0, 100)) / 100);
    const auto step = pace.next(kNow);
    RC_ASSERT(step.step == Step::Sleep);
    RC_ASSERT(step.until - kNow <= Pace::kLongestDelay);
    RC_ASSERT(step.until - kNow >= Pace::kFirstDelay / 2);
}
