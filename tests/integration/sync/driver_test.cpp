// The desktop's line to its server: what happens when, without threads and with a clock that the test moves.
#include "desktop.h"

#include <kith/server_support/inline_sync.h>
#include <kith/server_support/moody_service.h>

namespace kith::test {

namespace {

using server_support::InlineSync;
using server_support::MoodyService;
using sync::Step;
using sync::Trouble;

class Driver : public testing::Test {
protected:
    Driver() { bed.clock().set(file.clock.now()); }

    [[nodiscard]] std::string invite(const std::string& name, sync::Role role = sync::Role::Recruiter)
    {
        const std::string code = server_support::must(bed.admin().addUser(name, role));
        EXPECT_TRUE(bed.admin().grant(name, bed.common().toString(), sync::Rights::Write));
        return code;
    }
    sync::Answer<SignInStep> signIn(const std::string& code, const Id& home = {})
    {
        return sync.driver().signIn({.server = "https://kith.example",
                                     .user = "ana",
                                     .password = "correct horse battery",
                                     .code = code,
                                     .deviceName = "desk",
                                     .home = home},
                                    {});
    }
    void join()
    {
        ASSERT_TRUE(signIn(invite("ana")));
        sync.settle();
        ASSERT_EQ(sync.state().standing, sync::Standing::UpToDate);
    }
    void edit(const std::string& name)
    {
        file.addPerson(name);
        sync.driver().edited();
    }
    void pass(std::chrono::milliseconds time)
    {
        file.clock.advance(time);
        bed.clock().advance(time);
    }
    [[nodiscard]] SyncHeadline headline() const { return headlineOf(sync.state()).what; }

    server_support::Bed bed{server_support::On::Sqlite};
    TempWorkspace file;
    MoodyService network{bed.server()};
    InlineSync sync{file.workspace().sync(), network, file.clock};
};

TEST_F(Driver, DoesNothingBeforeASignIn)
{
    EXPECT_EQ(sync.driver().next().step, Step::Nothing);
    edit("Zoë Adler");
    EXPECT_EQ(sync.driver().next().step, Step::Nothing);
    EXPECT_EQ(headline(), SyncHeadline::OnlyHere);
}

TEST_F(Driver, SendsAnEditAfterABreathAndThenWaitsForNews)
{
    join();
    EXPECT_EQ(sync.driver().next().step, Step::Wait);
    edit("Zoë Adler");
    EXPECT_EQ(headline(), SyncHeadline::Waiting);
    EXPECT_EQ(sync.driver().next().step, Step::Sleep);
    EXPECT_EQ(sync.driver().untilNext(), sync::Pace::kBreath);
    pass(sync::Pace::kBreath);
    sync.settle();
    EXPECT_EQ(headline(), SyncHeadline::UpToDate);
    EXPECT_EQ(sync.state().counts.waiting, 0U);
    EXPECT_EQ(sync.driver().next().step, Step::Wait);
}

TEST_F(Driver, KeepsEditsWhileOfflineAndSendsThemWhenTheNetworkReturns)
{
    join();
    network.goOffline();
    edit("Zoë Adler");
    pass(sync::Pace::kBreath);
    const Instant since = file.clock.now();
    sync.settle();
    EXPECT_EQ(headline(), SyncHeadline::Offline);
    EXPECT_EQ(headlineOf(sync.state()).since, since);
    edit("Kim Doe");
    pass(std::chrono::hours{2});
    sync.settle();
    EXPECT_EQ(headlineOf(sync.state()).since, since);
    EXPECT_EQ(sync.state().counts.waiting, 2U);
    network.comeBack();
    EXPECT_EQ(sync.driver().next().step, Step::Sleep);
    sync.driver().wished();
    sync.settle();
    EXPECT_EQ(headline(), SyncHeadline::UpToDate);
    EXPECT_EQ(sync.state().counts.waiting, 0U);
    EXPECT_EQ(sync.state().trouble, "");
}

TEST_F(Driver, AsksWhichSpaceWhenThereIsAChoice)
{
    const std::string code = invite("ana");
    const auto boss = bed.enrol("boss", sync::Role::Administrator);
    const Id team = bed.makeSpace(boss, "Digital");
    ASSERT_TRUE(bed.admin().grant("ana", team.toString(), sync::Rights::Write));
    const Id zoe = file.addPerson("Zoë Adler");
    const auto step = signIn(code);
    ASSERT_TRUE(step) << step.error().sentence;
    EXPECT_FALSE(step->account);
    ASSERT_EQ(step->choices.size(), 2U);
    EXPECT_EQ(step->choices[0].id, bed.common());
    EXPECT_EQ(step->choices[1].id, team);
    EXPECT_EQ(headline(), SyncHeadline::OnlyHere);
    ASSERT_TRUE(sync.driver().enter(team));
    sync.settle();
    EXPECT_EQ(headline(), SyncHeadline::UpToDate);
    EXPECT_EQ(file.reader().row(Kind::Person, zoe)->space, team);
}

TEST_F(Driver, ForgetsASignInThatIsCalledOff)
{
    const std::string code = invite("ana");
    const auto boss = bed.enrol("boss", sync::Role::Administrator);
    ASSERT_TRUE(bed.admin().grant("ana", bed.makeSpace(boss, "Digital").toString(), sync::Rights::Write));
    ASSERT_FALSE(signIn(code)->account);
    EXPECT_TRUE(sync.token());
    sync.driver().callOff({});
    EXPECT_FALSE(sync.token());
    EXPECT_FALSE(sync.driver().enter(bed.common()));
    EXPECT_FALSE(file.workspace().sync().account());
}

TEST_F(Driver, LeavesNothingBehindWhenThereIsNoSpaceToWriteIn)
{
    const std::string code = server_support::must(bed.admin().addUser("ana", sync::Role::Recruiter));
    static_cast<void>(bed.admin().grant("ana", bed.common().toString(), sync::Rights::Read));
    const auto step = signIn(code);
    ASSERT_FALSE(step);
    EXPECT_EQ(step.error().trouble, Trouble::Denied);
    EXPECT_FALSE(sync.token());
    EXPECT_FALSE(file.workspace().sync().account());
}

TEST_F(Driver, SigningInAgainGoesOnWhereItWas)
{
    join();
    const std::string cursor = file.workspace().sync().cursor();
    pass(std::chrono::days{31});  // longer than a sign-in holds
    sync.round();
    EXPECT_EQ(headline(), SyncHeadline::SignInNeeded);
    edit("Zoë Adler");
    EXPECT_EQ(sync.driver().next().step, Step::Nothing);
    const auto step = signIn({});
    ASSERT_TRUE(step) << step.error().sentence;
    EXPECT_TRUE(step->account);
    EXPECT_EQ(file.workspace().sync().cursor(), cursor);
    sync.settle();
    EXPECT_EQ(headline(), SyncHeadline::UpToDate);
    EXPECT_EQ(sync.state().counts.waiting, 0U);
}

TEST_F(Driver, SaysThatThisMachinesClockIsOff)
{
    join();
    file.clock.advance(-std::chrono::hours{3});
    sync.driver().wished();
    sync.settle();
    EXPECT_EQ(headline(), SyncHeadline::ClockOff);
    EXPECT_EQ(sync.state().clockOffset, std::chrono::hours{3});
}

TEST_F(Driver, StaysSignedOutAndKeepsEverythingAfterASignOut)
{
    const Id zoe = file.addPerson("Zoë Adler");
    join();
    ASSERT_TRUE(sync.driver().signOut({}));
    EXPECT_EQ(headline(), SyncHeadline::OnlyHere);
    EXPECT_FALSE(sync.token());
    EXPECT_EQ(sync.driver().next().step, Step::Nothing);
    EXPECT_FALSE(file.reader().row(Kind::Person, zoe)->removed);
}

TEST_F(Driver, SignsOutHereWhenTheServerCannotBeTold)
{
    join();
    network.goOffline();
    const auto told = sync.driver().signOut({});
    ASSERT_FALSE(told);
    EXPECT_EQ(told.error().trouble, Trouble::Offline);
    EXPECT_EQ(headline(), SyncHeadline::OnlyHere);
    EXPECT_FALSE(sync.token());
}

TEST_F(Driver, ListsDevicesAndRevokesOne)
{
    join();
    const auto devices = sync.driver().devices({});
    ASSERT_TRUE(devices);
    ASSERT_EQ(devices->size(), 1U);
    EXPECT_TRUE(devices->front().current);
    EXPECT_EQ(devices->front().name, "desk");
    ASSERT_TRUE(sync.driver().revokeDevice(devices->front().id, {}));
    sync.round();
    EXPECT_EQ(headline(), SyncHeadline::SignInNeeded);
}

}  // namespace

}  // namespace kith::test
