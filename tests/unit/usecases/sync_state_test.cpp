#include <kith/usecases/sync/sync_state.h>

#include <gtest/gtest.h>

using namespace kith;
using sync::Standing;

namespace {

constexpr Instant kNow{std::chrono::milliseconds{1'795'305'600'000}};

SyncState signedIn(Standing standing = Standing::UpToDate)
{
    return {.account = SyncAccount{.server = "https://kith.example"},
            .standing = standing,
            .since = kNow,
            .lastRound = kNow};
}

}  // namespace

TEST(SyncHeadline, SaysOnlyHereWhileNobodyIsSignedIn)
{
    SyncState state;
    state.counts.waiting = 40;
    EXPECT_EQ(headlineOf(state).what, SyncHeadline::OnlyHere);
    EXPECT_FALSE(wantsSomebody(SyncHeadline::OnlyHere));
}

TEST(SyncHeadline, CountsWhatWaits)
{
    SyncState state = signedIn();
    EXPECT_EQ(headlineOf(state).what, SyncHeadline::UpToDate);
    state.counts.waiting = 3;
    EXPECT_EQ(headlineOf(state), (SyncNews{.what = SyncHeadline::Waiting, .count = 3}));
}

TEST(SyncHeadline, SaysSinceWhenItIsOffline)
{
    SyncState state = signedIn(Standing::Offline);
    state.counts.waiting = 3;
    EXPECT_EQ(headlineOf(state), (SyncNews{.what = SyncHeadline::Offline, .since = kNow}));
}

TEST(SyncHeadline, PutsWhatNeedsSomebodyFirst)
{
    SyncState state = signedIn();
    state.counts = {.waiting = 3, .conflicts = 2, .rejected = 1};
    state.clockOffset = std::chrono::hours{1};
    EXPECT_EQ(headlineOf(state), (SyncNews{.what = SyncHeadline::Conflicts, .count = 2}));
    state.counts.conflicts = 0;
    EXPECT_EQ(headlineOf(state), (SyncNews{.what = SyncHeadline::Rejected, .count = 1}));
    state.counts.rejected = 0;
    EXPECT_EQ(headlineOf(state).what, SyncHeadline::ClockOff);
    for (const auto& [standing, headline] :
         {std::pair{Standing::Asking, SyncHeadline::Deciding},
          std::pair{Standing::SignInNeeded, SyncHeadline::SignInNeeded},
          std::pair{Standing::TooOld, SyncHeadline::TooOld}, std::pair{Standing::Troubled, SyncHeadline::Troubled}}) {
        state = signedIn(standing);
        state.counts.conflicts = 2;
        EXPECT_EQ(headlineOf(state).what, headline);
        EXPECT_TRUE(wantsSomebody(headline));
    }
}

TEST(SyncHeadline, CallsAClockOffOnlyBeyondFiveMinutes)
{
    SyncState state = signedIn();
    state.clockOffset = kClockTolerance - std::chrono::milliseconds{1};
    EXPECT_EQ(headlineOf(state).what, SyncHeadline::UpToDate);
    state.clockOffset = -kClockTolerance;
    EXPECT_EQ(headlineOf(state).what, SyncHeadline::ClockOff);
}

TEST(SyncHeadline, CountsTheFirstSyncAndKeepsQuietAboutASmallRound)
{
    SyncState state = signedIn(Standing::Syncing);
    state.busy = true;
    state.moved = 12;
    EXPECT_EQ(headlineOf(state).what, SyncHeadline::UpToDate);
    state.moved = kWorthShowing;
    EXPECT_EQ(headlineOf(state), (SyncNews{.what = SyncHeadline::Syncing, .count = kWorthShowing}));
    state.first = true;
    state.moved = 12;
    state.expected = 400;
    EXPECT_EQ(headlineOf(state), (SyncNews{.what = SyncHeadline::FirstSync, .count = 12, .expected = 400}));
}

TEST(SyncHeadline, SaysThatItSyncsUntilTheFirstRoundHasEnded)
{
    SyncState state = signedIn(Standing::Syncing);
    state.lastRound.reset();
    EXPECT_EQ(headlineOf(state).what, SyncHeadline::Syncing);
}
