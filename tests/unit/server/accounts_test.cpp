#include "on_both.h"

#include <algorithm>
#include <barrier>
#include <thread>

namespace kith {
namespace {

using namespace server_support;
using sync::Role;
using sync::Trouble;

KITH_ON_BOTH(Accounts);

Trouble troubleOf(const auto& answer)
{
    return answer ? Trouble::Offline : answer.error().trouble;
}

TEST_P(Accounts, BeginWithACodeThatWorksOnce)
{
    Bed bed(GetParam());
    const std::string code = must(bed.admin().addUser("Ana", Role::Recruiter));
    const sync::SignInRequest first{.user = " ANA ", .password = "a long password", .code = code, .device = {}};
    sync::SignInRequest wrong = first;
    wrong.code = "aaaa-aaaa-aaaa-aaaa";
    EXPECT_EQ(troubleOf(bed.server().signIn(wrong, {})), Trouble::SignIn);
    sync::SignInRequest brief = first;
    brief.password = "short";
    EXPECT_EQ(troubleOf(bed.server().signIn(brief, {})), Trouble::Denied);
    const auto tokens = must(bed.server().signIn(first, {}));
    EXPECT_EQ(must(bed.server().hello(tokens.access, {}, {})).account->name, "Ana");
    EXPECT_EQ(troubleOf(bed.server().signIn(first, {})), Trouble::SignIn);
    EXPECT_TRUE(bed.server().signIn({.user = "ana", .password = "a long password", .device = {}}, {}));
    EXPECT_EQ(troubleOf(bed.server().signIn({.user = "ana", .password = "a long passwort", .device = {}}, {})),
              Trouble::SignIn);
}

TEST_P(Accounts, ACodeEndsAfterAWeek)
{
    Bed bed(GetParam());
    const std::string code = must(bed.admin().addUser("ana", Role::Recruiter));
    bed.clock().advance(std::chrono::days(7));
    EXPECT_EQ(
        troubleOf(bed.server().signIn({.user = "ana", .password = "a long password", .code = code, .device = {}}, {})),
        Trouble::SignIn);
}

TEST_P(Accounts, AFirstStartYieldsACodeForTheAdministratorAndNoOtherDoes)
{
    Bed bed(GetParam());
    const auto code = must(bed.admin().firstStart());
    ASSERT_TRUE(code);
    EXPECT_FALSE(must(bed.admin().firstStart()));
    const auto tokens =
        must(bed.server().signIn({.user = "admin", .password = "a long password", .code = *code, .device = {}}, {}));
    EXPECT_EQ(must(bed.server().hello(tokens.access, {}, {})).account->role, Role::Administrator);
}

TEST_P(Accounts, ATokenEndsAfterAQuarterOfAnHourAndIsRenewed)
{
    Bed bed(GetParam());
    const Member ana = bed.enrol("ana", Role::Recruiter);
    bed.clock().advance(std::chrono::minutes(15));
    EXPECT_EQ(troubleOf(bed.server().hello(ana.tokens.access, {}, {})), Trouble::SignIn);
    const auto next = must(bed.server().refresh({.refresh = ana.tokens.refresh}, {}));
    EXPECT_EQ(next.device, ana.tokens.device);
    EXPECT_TRUE(bed.server().hello(next.access, {}, {}));
    bed.clock().advance(std::chrono::days(30));
    EXPECT_EQ(troubleOf(bed.server().refresh({.refresh = next.refresh}, {})), Trouble::SignIn);
}

TEST_P(Accounts, AnOldRefreshTokenEndsTheWholeFamily)
{
    Bed bed(GetParam());
    const Member ana = bed.enrol("ana", Role::Recruiter);
    const auto next = must(bed.server().refresh({.refresh = ana.tokens.refresh}, {}));
    EXPECT_TRUE(bed.server().hello(next.access, {}, {}));
    EXPECT_EQ(troubleOf(bed.server().refresh({.refresh = ana.tokens.refresh}, {})), Trouble::SignIn);
    EXPECT_EQ(troubleOf(bed.server().hello(next.access, {}, {})), Trouble::SignIn);
    EXPECT_EQ(troubleOf(bed.server().refresh({.refresh = next.refresh}, {})), Trouble::SignIn);
}

TEST_P(Accounts, ARefreshWhoseReplyWasLostMayBeAskedAgain)
{
    Bed bed(GetParam());
    const Member ana = bed.enrol("ana", Role::Recruiter);
    const auto lost = must(bed.server().refresh({.refresh = ana.tokens.refresh}, {}));
    const auto next = must(bed.server().refresh({.refresh = ana.tokens.refresh}, {}));
    EXPECT_TRUE(bed.server().hello(next.access, {}, {}));
    EXPECT_EQ(troubleOf(bed.server().hello(lost.access, {}, {})), Trouble::SignIn) << "two pairs are good at once";
    // Whoever comes with the lost pair after all is not the one who has the other.
    EXPECT_EQ(troubleOf(bed.server().refresh({.refresh = lost.refresh}, {})), Trouble::SignIn);
    EXPECT_EQ(troubleOf(bed.server().hello(next.access, {}, {})), Trouble::SignIn);
}

TEST_P(Accounts, TokensAreNotKeptAsTheyAre)
{
    Bed bed(GetParam());
    const Member ana = bed.enrol("ana", Role::Recruiter);
    const auto file = bed.folder() / "backup";
    static_cast<void>(bed.admin().backup(file));
    EXPECT_EQ(troubleOf(bed.server().hello("", {}, {})), Trouble::Offline) << "a hello without a token is answered";
    EXPECT_EQ(troubleOf(bed.server().hello(ana.tokens.refresh, {}, {})), Trouble::SignIn);
    EXPECT_EQ(troubleOf(bed.server().refresh({.refresh = ana.tokens.access}, {})), Trouble::SignIn);
    EXPECT_EQ(troubleOf(bed.server().pull("", {}, {})), Trouble::SignIn);
}

TEST_P(Accounts, SigningOutEndsThisDevicesTokensOnly)
{
    Bed bed(GetParam());
    const Member ana = bed.enrol("ana", Role::Recruiter);
    const Member other = bed.onAnotherDevice(ana);
    EXPECT_TRUE(bed.server().signOut(ana.tokens.access, {}));
    EXPECT_EQ(troubleOf(bed.server().hello(ana.tokens.access, {}, {})), Trouble::SignIn);
    EXPECT_EQ(troubleOf(bed.server().refresh({.refresh = ana.tokens.refresh}, {})), Trouble::SignIn);
    EXPECT_TRUE(bed.server().hello(other.tokens.access, {}, {}));
}

/// As often as an account may be guessed at before it is shut for a while.
void guessTenTimes(Bed& bed, const std::string& address, sync::SignInRequest request)
{
    request.password = "guess";
    for (int i = 0; i < 10; ++i) EXPECT_EQ(troubleOf(bed.server().signInFrom(address, request, {})), Trouble::SignIn);
}

TEST_P(Accounts, GuessingIsStoppedForTheAccountAndForTheAddress)
{
    Bed bed(GetParam());
    const Member ana = bed.enrol("ana", Role::Recruiter);
    const sync::SignInRequest right{.user = "ana", .password = ana.password, .device = {}};
    guessTenTimes(bed, "192.0.2.1", right);
    EXPECT_EQ(troubleOf(bed.server().signInFrom("192.0.2.1", right, {})), Trouble::Busy);
    EXPECT_EQ(troubleOf(bed.server().signInFrom("192.0.2.2", right, {})), Trouble::Busy);
    bed.clock().advance(std::chrono::minutes(15));
    EXPECT_TRUE(bed.server().signInFrom("192.0.2.1", right, {}));
    for (int i = 0; i < 50; ++i)
        EXPECT_EQ(troubleOf(bed.server().signInFrom(
                      "192.0.2.3", {.user = "u" + std::to_string(i), .password = "guess", .device = {}}, {})),
                  Trouble::SignIn);
    EXPECT_EQ(troubleOf(bed.server().signInFrom("192.0.2.3", right, {})), Trouble::Busy);
    EXPECT_TRUE(bed.server().signInFrom("192.0.2.4", right, {}));
}

TEST_P(Accounts, GuessesCountedWhileTheClockWasWrongDoNotShutAnybodyOut)
{
    Bed bed(GetParam());
    const Member ana = bed.enrol("ana", Role::Recruiter);
    const sync::SignInRequest right{.user = "ana", .password = ana.password, .device = {}};
    const Instant before = bed.clock().now();
    bed.clock().advance(std::chrono::hours(24));
    guessTenTimes(bed, "192.0.2.1", right);
    bed.clock().set(before);
    EXPECT_TRUE(bed.server().signInFrom("192.0.2.1", right, {}));
}

TEST_P(Accounts, ManyGuessesAtOnceDoNotSlipThrough)
{
    Bed bed(GetParam());
    const Member ana = bed.enrol("ana", Role::Recruiter);
    constexpr int kThreads = 16;
    std::barrier together(kThreads);
    std::atomic<int> looked{0};
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < kThreads; ++i)
            threads.emplace_back([&] {
                together.arrive_and_wait();
                const sync::SignInRequest guess{.user = "ana", .password = "guess", .device = {}};
                if (troubleOf(bed.server().signIn(guess, {})) == Trouble::SignIn) ++looked;
            });
    }
    EXPECT_EQ(looked, 10);
}

TEST_P(Accounts, ADisabledOneIsOutAtOnceAndComesBackByAReset)
{
    Bed bed(GetParam());
    const Member ana = bed.enrol("ana", Role::Recruiter);
    EXPECT_TRUE(bed.admin().disableUser("ANA"));
    EXPECT_EQ(troubleOf(bed.server().hello(ana.tokens.access, {}, {})), Trouble::SignIn);
    EXPECT_EQ(troubleOf(bed.server().refresh({.refresh = ana.tokens.refresh}, {})), Trouble::SignIn);
    const sync::SignInRequest old{.user = "ana", .password = ana.password, .device = {}};
    EXPECT_EQ(troubleOf(bed.server().signIn(old, {})), Trouble::SignIn);
    const std::string code = must(bed.admin().resetUser("ana"));
    EXPECT_EQ(troubleOf(bed.server().signIn(old, {})), Trouble::SignIn);
    EXPECT_TRUE(bed.server().signIn({.user = "ana", .password = "another password", .code = code, .device = {}}, {}));
}

TEST_P(Accounts, ADeviceKeepsItsIdUnlessACopyOfItIsSignedIn)
{
    Bed bed(GetParam());
    const Member ana = bed.enrol("ana", Role::Recruiter);
    const Member ben = bed.enrol("ben", Role::Recruiter);
    const auto signIn = [&](const Member& member, const Id& device) {
        return must(bed.server().signIn({.user = member.name, .password = member.password, .device = device}, {}));
    };
    EXPECT_NE(signIn(ana, ana.tokens.device).device, ana.tokens.device) << "it is in use";
    EXPECT_TRUE(bed.server().signOut(ana.tokens.access, {}));
    EXPECT_EQ(signIn(ana, ana.tokens.device).device, ana.tokens.device);
    EXPECT_NE(signIn(ben, ana.tokens.device).device, ana.tokens.device) << "it is somebody else's";
    const Id fresh = bed.newId();
    EXPECT_EQ(signIn(ben, fresh).device, fresh);
}

TEST_P(Accounts, DevicesAreListedAndRevoked)
{
    Bed bed(GetParam());
    const Member ana = bed.enrol("ana", Role::Recruiter);
    const Member laptop = bed.onAnotherDevice(ana);
    const Member ben = bed.enrol("ben", Role::Recruiter);
    static_cast<void>(bed.server().hello(ana.tokens.access, {.version = "1.2.3"}, {}));
    const auto devices = must(bed.server().devices(ana.tokens.access, {}));
    ASSERT_EQ(devices.size(), 2U);
    EXPECT_TRUE(std::ranges::any_of(devices, [](const auto& d) { return d.current && d.version == "1.2.3"; }));
    using What = sync::Command::What;
    EXPECT_EQ(troubleOf(bed.server().command(ben.tokens.access,
                                             {.what = What::RevokeDevice, .subject = laptop.tokens.device}, {})),
              Trouble::Denied);
    EXPECT_TRUE(
        bed.server().command(ana.tokens.access, {.what = What::RevokeDevice, .subject = laptop.tokens.device}, {}));
    EXPECT_EQ(troubleOf(bed.server().hello(laptop.tokens.access, {}, {})), Trouble::SignIn);
    EXPECT_TRUE(bed.server().hello(ana.tokens.access, {}, {}));
}

TEST_P(Accounts, AreInvitedByAdministratorsAlone)
{
    Bed bed(GetParam());
    const Member root = bed.enrol("root", Role::Administrator);
    const Member ana = bed.enrol("ana", Role::Recruiter);
    const sync::Command invite{.what = sync::Command::What::Invite, .name = "chi", .role = Role::Partner};
    EXPECT_EQ(troubleOf(bed.server().command(ana.tokens.access, invite, {})), Trouble::Denied);
    const auto reply = must(bed.server().command(root.tokens.access, invite, {}));
    const auto chi =
        must(bed.server().signIn({.user = "chi", .password = "a long password", .code = reply.code, .device = {}}, {}));
    EXPECT_TRUE(must(bed.server().hello(chi.access, {}, {})).account->spaces.empty())
        << "a partner sees what is shared and nothing else";
    EXPECT_EQ(troubleOf(bed.server().command(root.tokens.access, invite, {})), Trouble::Denied);
    const sync::Command disable{.what = sync::Command::What::Disable, .user = "chi"};
    EXPECT_EQ(troubleOf(bed.server().command(ana.tokens.access, disable, {})), Trouble::Denied);
    EXPECT_TRUE(bed.server().command(root.tokens.access, disable, {}));
    EXPECT_EQ(troubleOf(bed.server().hello(chi.access, {}, {})), Trouble::SignIn);
    EXPECT_EQ(troubleOf(bed.server().audit(ana.tokens.access, {}, {})), Trouble::Denied);
}

TEST_P(Accounts, AProgramThatIsTooOldIsTold)
{
    Bed bed(GetParam());
    EXPECT_EQ(troubleOf(bed.server().hello("", {.protocol = 0}, {})), Trouble::TooOld);
}

}  // namespace
}  // namespace kith
