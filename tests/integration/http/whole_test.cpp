// The real server, the real client, and a network between them.
#include "raw_client.h"

#include <kith/net/http_sync_service.h>
#include <kith/server/http_server.h>
#include <kith/server/http_server_backend.h>
#include <kith/server_support/replica.h>
#include <kith/sync/wire.h>

#include <gmock/gmock.h>

#include <thread>

namespace kith::server_support {

using namespace sync;

namespace {

class Whole : public testing::TestWithParam<On> {
protected:
    void start(const server::Limits& limits = quickLimits(), server::HttpOptions options = {})
    {
        bed = std::make_unique<Bed>(GetParam(), limits);
        backend = std::make_unique<server::ServerBackend>(bed->server());
        serve(std::move(options));
    }
    void serve(server::HttpOptions options)
    {
        http = std::make_unique<server::HttpServer>(*backend, std::move(options));
        const auto started = http->start();
        ASSERT_TRUE(started) << started.error().message;
        client = must(net::HttpSyncService::open({.url = "http://127.0.0.1:" + std::to_string(http->port())}));
    }
    Replica replicaOf(const Member& member)
    {
        Replica replica(*bed, member);
        replica.use(*client);
        return replica;
    }

    std::unique_ptr<Bed> bed;
    std::unique_ptr<server::ServerBackend> backend;
    std::unique_ptr<server::HttpServer> http;
    std::unique_ptr<net::HttpSyncService> client;
};

TEST_P(Whole, ReplicasBecomeEqualOverTheNetwork)
{
    start();
    const Member ana = bed->enrol("ana", Role::Recruiter);
    const Member ben = bed->enrol("ben", Role::Recruiter);
    const Id space = bed->makeSpace(ana, "Pools");
    bed->grant(ana, ben, space, Rights::Write);
    Replica a = replicaOf(ana);
    Replica b = replicaOf(ben);
    std::vector<Id> people;
    for (int i = 0; i < 300; ++i) people.push_back(a.makePerson(space, "Person " + std::to_string(i)));
    a.synchronise();
    b.synchronise();
    EXPECT_EQ(b.rows().size(), 300U);
    b.edit(people[0], {{person::city, textValue("Porto")}});
    a.edit(people[0], {{person::about, textValue("Open to a move")}});
    a.remove(people[1]);
    b.synchronise();
    a.synchronise();
    b.synchronise();
    EXPECT_EQ(a.rows(), b.rows());
    EXPECT_EQ(a.text(people[0], person::city), "Porto");
    EXPECT_EQ(a.agrees(), true);
    EXPECT_EQ(b.agrees(), true);
}

TEST_P(Whole, ADeviceThatWaitsHearsOfAPush)
{
    start();
    const Member ana = bed->enrol("ana", Role::Recruiter);
    const Member other = bed->onAnotherDevice(ana);
    const Id space = bed->makeSpace(ana, "Pools");
    Replica a = replicaOf(ana);
    Replica b = replicaOf(other);
    a.synchronise();
    b.synchronise();
    bool changed = false;
    std::jthread waiting([&] {
        changed = client->wait(b.token(), {.cursor = b.cursor(), .seconds = 60}, {}).value_or(WaitReply{}).changed;
    });
    a.makePerson(space, "Ana Ruiz");
    a.synchronise();
    waiting.join();
    EXPECT_TRUE(changed);
    b.synchronise();
    EXPECT_EQ(b.rows().size(), 1U);
}

TEST_P(Whole, WrongPasswordsAreCountedByTheAddressBehindTheProxy)
{
    server::Limits limits = quickLimits();
    limits.failuresPerAddress = 2;
    start(limits, {.proxies = {"127.0.0.1"}});
    const auto guess = [&](int user, std::string_view address) {
        const std::string body =
            toJson(SignInRequest{.user = "user" + std::to_string(user), .password = "wrong password", .device = {}});
        return test::ask(http->port(),
                         test::post("/v1/sign-in", body, "X-Forwarded-For: " + std::string(address) + "\r\n"))
            .status;
    };
    EXPECT_EQ(guess(1, "192.0.2.1"), 401);
    EXPECT_EQ(guess(2, "192.0.2.1"), 401);
    EXPECT_EQ(guess(3, "192.0.2.1"), 429);
    EXPECT_EQ(guess(4, "192.0.2.2"), 401);
}

TEST_P(Whole, ASnapshotComesInPartsThatFitTheirSums)
{
    server::Limits limits = quickLimits();
    limits.snapshotRows = 20;
    limits.partBytes = 4096;
    start(limits);
    const Member ana = bed->enrol("ana", Role::Recruiter);
    const Id space = bed->makeSpace(ana, "Pools");
    Replica a = replicaOf(ana);
    for (int i = 0; i < 60; ++i) a.makePerson(space, "Person " + std::to_string(i));
    a.push();
    const PullReply first = must(client->pull(ana.tokens.access, {}, {}));
    ASSERT_THAT(first.snapshots, testing::Contains(space));
    const SnapshotReply snapshot =
        must(client->snapshot(ana.tokens.access, {.space = space, .cursor = first.cursor}, {}));
    EXPECT_GT(snapshot.parts.size(), 1U);
    for (const SnapshotPart& part : snapshot.parts) {
        const PartRequest request{.snapshot = snapshot.snapshot, .index = part.index};
        const std::string bytes = must(client->part(ana.tokens.access, request, {}));
        EXPECT_EQ(std::ssize(bytes), part.bytes);
        EXPECT_EQ(bytes, must(bed->server().part(ana.tokens.access, request, {})));
    }
}

TEST_P(Whole, WorkGoesOnAfterTheServerWasRestarted)
{
    start();
    const Member ana = bed->enrol("ana", Role::Recruiter);
    const Id space = bed->makeSpace(ana, "Pools");
    Replica a = replicaOf(ana);
    const Id person = a.makePerson(space, "Ana Ruiz");
    http->stop();
    EXPECT_EQ(client->hello({}, {}, {}).error().trouble, Trouble::Offline);
    http.reset();
    serve({});
    a.use(*client);
    a.synchronise();
    EXPECT_EQ(a.agrees(), true);
    EXPECT_EQ(a.text(person, person::name), "Ana Ruiz");
}

INSTANTIATE_TEST_SUITE_P(On, Whole, testing::Values(On::Sqlite, On::Postgres),
                         [](const auto& each) { return nameOf(each.param); });

}  // namespace

}  // namespace kith::server_support
