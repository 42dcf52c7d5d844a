#include "http_fixture.h"

#include <future>

namespace kith::test {

using namespace sync;
using namespace std::chrono_literals;
using ::testing::HasSubstr;

namespace {

using HttpLimits = HttpTest;

/// The address, where the count of another one is full, is closed at once; asks until the count has gone down.
RawReply askUntilLetIn(std::uint16_t port)
{
    for (;;)
        if (RawReply reply = ask(port, get("/healthz")); reply.status != 0) return reply;
}

TEST_F(HttpLimits, RefuseABodyThatIsAnnouncedTooLarge)
{
    start();
    RawClient client(port);
    client.send("POST /v1/push HTTP/1.1\r\nHost: kith\r\nContent-Type: application/json\r\n"
                "Content-Length: 2000000\r\n\r\n");
    const RawReply reply = client.reply();
    EXPECT_EQ(reply.status, 413);
    EXPECT_EQ(failureIn(reply).trouble, Trouble::BadMessage);
}

TEST_F(HttpLimits, TellAlsoAClientThatIsStillSending)
{
    start();
    const RawReply reply = ask(port, post("/v1/push", std::string(2'000'000, ' ')));
    EXPECT_EQ(reply.status, 413);
}

TEST_F(HttpLimits, RefuseABodyThatGrowsTooLarge)
{
    start();
    RawClient client(port);
    client.send("POST /v1/push HTTP/1.1\r\nHost: kith\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (int i = 0; i < 20; ++i) client.send("10000\r\n" + std::string(0x10000, ' ') + "\r\n");
    EXPECT_EQ(client.reply().status, 413);
}

TEST_F(HttpLimits, TakeThePushThatIsJustSmallEnough)
{
    start();
    std::string body = toJson(PushRequest{});
    body.insert(1, std::string(sync::kMostBytes, ' '));
    EXPECT_EQ(ask(port, post("/v1/push", body)).status, 200);
}

TEST_F(HttpLimits, RefuseHeadersThatAreTooLarge)
{
    start();
    EXPECT_EQ(ask(port, get("/healthz", "X-Long: " + std::string(15'000, 'x') + "\r\n")).status, 200);
    const RawReply reply = ask(port, get("/healthz", "X-Long: " + std::string(17'000, 'x') + "\r\n"));
    EXPECT_EQ(reply.status, 431);
}

TEST_F(HttpLimits, CloseFurtherConnectionsOfOneAddress)
{
    start({.limits = {.perAddress = 3}});
    {
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 3; ++i) {
            clients.push_back(std::make_unique<RawClient>(port));
            clients.back()->send(get("/healthz"));
            EXPECT_EQ(clients.back()->reply().status, 200);
        }
        EXPECT_EQ(ask(port, get("/healthz")).status, 0) << "the fourth is closed without an answer";
    }
    EXPECT_EQ(askUntilLetIn(port).status, 200);
    EXPECT_THAT(askUntilLetIn(port).body, HasSubstr("ok"));
}

TEST_F(HttpLimits, CountProxiedConnectionsByTheirClients)
{
    start({.proxies = {"127.0.0.1"}, .limits = {.perAddress = 2}});
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 2; ++i) {
        clients.push_back(std::make_unique<RawClient>(port));
        clients.back()->send(post("/v1/wait", toJson(WaitRequest{.cursor = "c"}), "X-Forwarded-For: 192.0.2.9\r\n"));
    }
    backend.awaitWaiting(2);
    const std::string pull = toJson(PullRequest{});
    const RawReply third = ask(port, post("/v1/pull", pull, "X-Forwarded-For: 192.0.2.9\r\n"));
    EXPECT_EQ(third.status, 429);
    EXPECT_EQ(ask(port, post("/v1/pull", pull, "X-Forwarded-For: 192.0.2.10\r\n")).status, 200);
}

TEST_F(HttpLimits, KeepAllConnectionsWithinTheirNumber)
{
    start({.limits = {.connections = 1}});
    RawClient first(port);
    first.send(get("/healthz"));
    EXPECT_EQ(first.reply().status, 200);
    EXPECT_EQ(ask(port, get("/healthz")).status, 0);
}

TEST_F(HttpLimits, GiveUpOnHeadersThatComeTooSlowly)
{
    start({.limits = {.headersWithin = 30ms}});
    RawClient silent(port);
    EXPECT_TRUE(silent.isClosed());
    RawClient slow(port);
    slow.send("POST /v1/pull HTTP/1.1\r\nHost:");
    EXPECT_TRUE(slow.isClosed());
}

TEST_F(HttpLimits, GiveUpOnABodyThatComesTooSlowly)
{
    start({.limits = {.bodyWithin = 30ms}});
    RawClient slow(port);
    slow.send("POST /v1/push HTTP/1.1\r\nHost: kith\r\nContent-Length: 100\r\n\r\n{");
    EXPECT_TRUE(slow.isClosed());
    EXPECT_EQ(backend.fake.calls, 0);
}

TEST_F(HttpLimits, CloseConnectionsThatNobodyUses)
{
    start({.limits = {.idleFor = 30ms}});
    RawClient client(port);
    client.send(get("/healthz"));
    EXPECT_EQ(client.reply().status, 200);
    EXPECT_TRUE(client.isClosed());
}

TEST_F(HttpLimits, GiveUpOnAReaderThatTakesNothing)
{
    start({.limits = {.idleFor = 30ms}});
    backend.fake.partBytes = 64UZ * 1024 * 1024;
    RawClient reader(port);
    reader.send(post("/v1/part", toJson(PartRequest{.snapshot = idOf(5)})));
    // Until only the connection that asks is left.
    std::string metrics;
    while (metrics.find("route=\"part\",status=\"200\"} 1\n") == std::string::npos
           || metrics.find("kith_http_connections 1\n") == std::string::npos)
        metrics = ask(port, get("/metrics")).body;
    EXPECT_EQ(reader.reply().status, 0);
}

TEST_F(HttpLimits, AnswerBusyWhenTooMuchIsWaitingForAWorker)
{
    std::promise<void> began;
    std::promise<void> goOn;
    backend.fake.onPush = [&] {
        began.set_value();
        goOn.get_future().wait();
    };
    start({.workers = 1, .limits = {.queue = 1}});
    RawClient first(port);
    first.send(post("/v1/push", toJson(PushRequest{})));
    began.get_future().wait();
    const RawReply second = ask(port, post("/v1/pull", toJson(PullRequest{})));
    EXPECT_EQ(second.status, 503);
    EXPECT_EQ(failureIn(second).trouble, Trouble::Busy);
    EXPECT_TRUE(second.headers.contains("retry-after"));
    EXPECT_EQ(ask(port, get("/healthz")).status, 200) << "the event loop is not held up";
    goOn.set_value();
    EXPECT_EQ(first.reply().status, 200);
}

TEST_F(HttpLimits, KeepTheServerOnThisMachineWithoutTls)
{
    server::HttpServer open(backend, {.address = "0.0.0.0"});
    const auto refused = open.start();
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().message, HasSubstr("Without TLS"));
    server::HttpServer allowed(backend, {.address = "0.0.0.0", .plainBeyondLoopback = true});
    EXPECT_TRUE(allowed.start());
    server::HttpServer nowhere(backend, {.address = "kith.example"});
    EXPECT_FALSE(nowhere.start());
    server::HttpServer wrong(backend, {.proxies = {"10.0.0.0/33"}});
    EXPECT_FALSE(wrong.start());
}

TEST_F(HttpLimits, SayWhenTheAddressIsTaken)
{
    start();
    server::HttpServer second(backend, {.port = port});
    const auto refused = second.start();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Conflict);
}

}  // namespace

}  // namespace kith::test
