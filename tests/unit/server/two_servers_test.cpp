#include "on_both.h"

#include <atomic>
#include <future>
#include <thread>

namespace kith {
namespace {

using namespace server_support;
using sync::Outcome;
using sync::Role;

KITH_ON_BOTH(Waiting);

TEST_P(Waiting, EndsWhenSomethingIsPushedAndNotBefore)
{
    Bed bed(GetParam());
    Replica ana(bed, bed.enrol("ana", Role::Recruiter));
    Replica ben(bed, bed.enrol("ben", Role::Recruiter));
    ben.pull();
    EXPECT_FALSE(must(bed.server().wait(ben.token(), {.cursor = ben.cursor(), .seconds = 0}, {})).changed);
    auto waiting = std::async(std::launch::async, [&] {
        return must(bed.server().wait(ben.token(), {.cursor = ben.cursor(), .seconds = 60}, {})).changed;
    });
    ana.makePerson(bed.common(), "Chi");
    ana.push();
    EXPECT_TRUE(waiting.get());
    EXPECT_TRUE(must(bed.server().wait(ben.token(), {.cursor = ben.cursor(), .seconds = 60}, {})).changed);
}

TEST_P(Waiting, EndsWhenRightsChange)
{
    Bed bed(GetParam());
    const Member ana = bed.enrol("ana", Role::Recruiter);
    Replica ben(bed, bed.enrol("ben", Role::Recruiter));
    ben.pull();
    const Id team = bed.makeSpace(ana, "team");
    auto waiting = std::async(std::launch::async, [&] {
        return must(bed.server().wait(ben.token(), {.cursor = ben.cursor(), .seconds = 60}, {})).changed;
    });
    bed.grant(ana, ben.member(), team, sync::Rights::Read);
    EXPECT_TRUE(waiting.get());
    ben.pull();
    EXPECT_FALSE(must(bed.server().wait(ben.token(), {.cursor = ben.cursor(), .seconds = 0}, {})).changed);
}

TEST_P(Waiting, IsCalledOffByAStop)
{
    Bed bed(GetParam());
    Replica ben(bed, bed.enrol("ben", Role::Recruiter));
    ben.pull();
    std::stop_source stop;
    auto waiting = std::async(std::launch::async, [&] {
        return bed.server().wait(ben.token(), {.cursor = ben.cursor(), .seconds = 60}, stop.get_token());
    });
    stop.request_stop();
    const auto answer = waiting.get();
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().trouble, sync::Trouble::Stopped);
}

TEST(TwoServers, OverOnePostgresBehaveAsOne)
{
    Bed bed(On::Postgres);
    const auto other = bed.another();
    Replica ana(bed, bed.enrol("ana", Role::Recruiter));
    Replica ben(bed, bed.enrol("ben", Role::Recruiter));
    ben.use(*other);
    ben.pull();
    // More than once: the first may be woken because the other has only just begun to listen.
    for (int round = 0; round < 3; ++round) {
        auto waiting = std::async(std::launch::async, [&] {
            return must(other->wait(ben.token(), {.cursor = ben.cursor(), .seconds = 20}, {})).changed;
        });
        while (other->news().waiting() == 0 && waiting.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
            std::this_thread::yield();
        const Id row = ana.makePerson(bed.common(), "Chi");
        ana.push();
        EXPECT_TRUE(waiting.get()) << "news did not cross from one process to the other";
        ben.pull();
        EXPECT_EQ(ben.text(row, person::name), "Chi");
    }
    // Cursors and tokens of one are good with the other.
    ben.use(bed.server());
    EXPECT_EQ(ben.agrees(), true);
    EXPECT_TRUE(other->hello(ana.token(), {}, {}));
}

TEST(TwoServers, CountWrongPasswordsTogetherAndOverARestart)
{
    Bed bed(On::Postgres);
    const Member ana = bed.enrol("ana", Role::Recruiter);
    const sync::SignInRequest right{.user = "ana", .password = ana.password, .device = {}};
    sync::SignInRequest wrong = right;
    wrong.password = "guess";
    {
        const auto other = bed.another();
        for (int i = 0; i < 10; ++i) {
            server::Server& server = i % 2 == 0 ? bed.server() : *other;
            EXPECT_EQ(server.signInFrom("192.0.2.1", wrong, {}).error().trouble, sync::Trouble::SignIn);
        }
        EXPECT_EQ(other->signInFrom("192.0.2.1", right, {}).error().trouble, sync::Trouble::Busy);
    }
    const auto restarted = bed.another();
    EXPECT_EQ(restarted->signInFrom("192.0.2.2", right, {}).error().trouble, sync::Trouble::Busy);
    bed.clock().advance(std::chrono::minutes(15));
    EXPECT_TRUE(restarted->signInFrom("192.0.2.1", right, {}));
}

TEST(TwoServers, GiveNumbersInTheOrderInWhichTheyBecomeVisible)
{
    Bed bed(On::Postgres);
    const auto other = bed.another();
    Replica reader(bed, bed.enrol("reader", Role::Recruiter));
    std::vector<Replica> writers;
    for (const char* name : {"a", "b", "c", "d"}) writers.emplace_back(bed, bed.enrol(name, Role::Recruiter));
    writers[1].use(*other);
    writers[3].use(*other);
    for (Replica& writer : writers) writer.pull();
    // Ids are made before the threads begin: the bed is not meant for several.
    constexpr int kRows = 25;
    std::vector<std::vector<sync::PushRequest>> pushes(writers.size());
    for (std::size_t i = 0; i < writers.size(); ++i) {
        for (int row = 0; row < kRows; ++row) writers[i].makePerson(bed.common(), "P");
        for (auto& operation : writers[i].waiting().operations) pushes[i].push_back({.operations = {operation}});
    }
    std::atomic<std::size_t> done{0};
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < writers.size(); ++i)
            threads.emplace_back([&, i] {
                server::Server& server = i % 2 == 0 ? bed.server() : *other;
                for (const auto& push : pushes[i]) static_cast<void>(must(server.push(writers[i].token(), push, {})));
                ++done;
            });
        // A reader that keeps up misses nothing, however the writers come.
        while (done < writers.size()) reader.pull();
    }
    reader.pull();
    EXPECT_EQ(reader.rows().size(), writers.size() * kRows);
    EXPECT_EQ(reader.agrees(), true);
    EXPECT_TRUE(must(bed.admin().check()).empty());
}

TEST(APostgresThatRestarts, IsFoundAgain)
{
    PostgresServer own(PostgresServer::Which::Own);
    Bed bed(On::Postgres, quickLimits(), &own);
    Replica ana(bed, bed.enrol("ana", Role::Recruiter));
    ana.makePerson(bed.common(), "One");
    ana.push();
    own.restart();
    EXPECT_TRUE(bed.server().ready());
    const Id row = ana.makePerson(bed.common(), "Two");
    EXPECT_EQ(ana.push().results.at(0).outcome, Outcome::Applied);
    ana.pull();
    EXPECT_NE(ana.find(row), nullptr);
    EXPECT_EQ(ana.agrees(), true);
}

}  // namespace
}  // namespace kith
