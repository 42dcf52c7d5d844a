#include "http_fixture.h"

#include <kith/sync/body.h>

namespace kith::test {

using namespace sync;
using ::testing::EndsWith;
using ::testing::HasSubstr;

namespace {

using HttpRequests = HttpTest;

std::string pushOf(int operations)
{
    PushRequest request;
    for (int i = 1; i <= operations; ++i)
        request.operations.push_back(
            {.seq = i, .patch = {.kind = Kind::Person, .id = idOf(static_cast<std::uint8_t>(i))}});
    return toJson(request);
}

TEST_F(HttpRequests, AnswerInTheJsonOfTheProtocol)
{
    start();
    const RawReply reply = ask(port, post("/v1/hello", toJson(HelloRequest{.version = "0.1.0"})));
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.headers.at("content-type"), "application/json");
    EXPECT_EQ(reply.headers.at("cache-control"), "no-store");
    const auto hello = fromJson<HelloReply>(reply.body);
    ASSERT_TRUE(hello) << reply.body;
    EXPECT_EQ(hello->account->acknowledged, 7);
    EXPECT_EQ(backend.fake.lastDetail, "0.1.0");
}

TEST_F(HttpRequests, ReachEveryCallOfTheService)
{
    start();
    const std::string id = idOf(5).toString();
    const std::pair<std::string_view, std::string> calls[] = {
        {"/v1/sign-in", toJson(SignInRequest{.user = "ana", .password = "good", .device = {}})},
        {"/v1/refresh", toJson(RefreshRequest{.refresh = "refresh"})},
        {"/v1/sign-out", "{}"},
        {"/v1/devices", "{}"},
        {"/v1/team", "{}"},
        {"/v1/push", pushOf(3)},
        {"/v1/pull", toJson(PullRequest{})},
        {"/v1/wait", toJson(WaitRequest{.cursor = "old"})},
        {"/v1/snapshot", toJson(SnapshotRequest{.space = idOf(5)})},
        {"/v1/part", toJson(PartRequest{.snapshot = idOf(5)})},
        {"/v1/verify", toJson(VerifyRequest{.cursor = "c", .sums = {}})},
        {"/v1/command", toJson(Command{.what = Command::What::MakeSpace, .space = idOf(5)})},
        {"/v1/audit", toJson(AuditRequest{})},
    };
    RawClient client(port);
    for (const auto& [path, body] : calls) {
        client.send(post(path, body));
        const RawReply reply = client.reply();
        EXPECT_EQ(reply.status, 200) << path << reply.body;
    }
    EXPECT_EQ(backend.fake.lastPush.operations.size(), 3U);
}

TEST_F(HttpRequests, MayFollowEachOtherWithoutWaiting)
{
    start();
    RawClient client(port);
    client.send(post("/v1/pull", toJson(PullRequest{.cursor = "first"}))
                + post("/v1/pull", toJson(PullRequest{.cursor = "second"})));
    EXPECT_THAT(client.reply().body, HasSubstr("first"));
    EXPECT_THAT(client.reply().body, HasSubstr("second"));
}

TEST_F(HttpRequests, WithoutATokenAreToldToSignIn)
{
    start();
    const std::string body = toJson(PullRequest{});
    const RawReply none = ask(port,
                              "POST /v1/pull HTTP/1.1\r\nHost: kith\r\nContent-Type: application/json\r\n"
                              "Content-Length: "
                                  + std::to_string(body.size()) + "\r\n\r\n" + body);
    EXPECT_EQ(none.status, 401);
    EXPECT_EQ(none.headers.at("www-authenticate"), "Bearer");
    EXPECT_EQ(failureIn(none).trouble, Trouble::SignIn);
    EXPECT_EQ(backend.fake.calls, 0);
}

TEST_F(HttpRequests, GetTheStatusThatGoesWithTheTrouble)
{
    start();
    const std::pair<Trouble, int> expected[] = {{Trouble::SignIn, 401},     {Trouble::Denied, 403},
                                                {Trouble::Busy, 429},       {Trouble::TooOld, 426},
                                                {Trouble::BadMessage, 400}, {Trouble::ServerFault, 500}};
    for (const auto& [trouble, status] : expected) {
        backend.fake.failure = Failure{.trouble = trouble, .sentence = "So it is."};
        const RawReply reply = ask(port, post("/v1/devices", ""));
        EXPECT_EQ(reply.status, status);
        EXPECT_EQ(failureIn(reply), *backend.fake.failure);
        EXPECT_EQ(reply.headers.contains("retry-after"), trouble == Trouble::Busy);
    }
    backend.fake.failure = Failure{.trouble = Trouble::Stopped, .sentence = "Stopped."};
    const RawReply reply = ask(port, post("/v1/devices", ""));
    EXPECT_EQ(reply.status, 429);
    EXPECT_EQ(failureIn(reply).trouble, Trouble::Busy);
}

TEST_F(HttpRequests, ToNowhereOrInTheWrongWayAreRefused)
{
    start();
    EXPECT_EQ(ask(port, post("/v2/pull", "{}")).status, 404);
    EXPECT_EQ(ask(port, post("/v1/pull/../push", "{}")).status, 404);
    EXPECT_EQ(ask(port, get("/v1/pull")).status, 405);
    EXPECT_EQ(ask(port, post("/healthz", "")).status, 405);
    const RawReply form = ask(port,
                              "POST /v1/pull HTTP/1.1\r\nHost: kith\r\nAuthorization: Bearer good\r\n"
                              "Content-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}");
    EXPECT_EQ(form.status, 415);
    EXPECT_EQ(failureIn(form).trouble, Trouble::BadMessage);
    EXPECT_EQ(backend.fake.calls, 0);
}

TEST_F(HttpRequests, ThatAreNoMessagesAreRefusedWithThePlace)
{
    start();
    EXPECT_EQ(ask(port, post("/v1/pull", "not json")).status, 400);
    const RawReply wrong = ask(port, post("/v1/pull", R"({"cursor":5,"limit":10})"));
    EXPECT_EQ(wrong.status, 400);
    EXPECT_THAT(failureIn(wrong).sentence, HasSubstr("cursor"));
    const std::string deep = std::string(5000, '[') + std::string(5000, ']');
    EXPECT_EQ(ask(port, post("/v1/push", deep)).status, 400);
    EXPECT_EQ(backend.fake.calls, 0);
}

TEST_F(HttpRequests, ThatAreNotHttpAreRefused)
{
    start();
    EXPECT_EQ(ask(port, "\x16\x03\x01\x02hello\r\n\r\n").status, 400);
    EXPECT_EQ(ask(port, "POST /v1/pull HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef").status, 400);
    EXPECT_EQ(ask(port, "POST /v1/pull HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n").status, 400);
}

TEST_F(HttpRequests, MayBeCompressed)
{
    start();
    const std::string json = pushOf(200);
    for (const Encoding each : {Encoding::Zstd, Encoding::Gzip}) {
        backend.fake.lastPush = {};
        const std::string header = "Content-Encoding: " + std::string(wordOf(each)) + "\r\n";
        EXPECT_EQ(ask(port, post("/v1/push", compress(each, json), header)).status, 200);
        EXPECT_EQ(backend.fake.lastPush.operations.size(), 200U);
    }
}

TEST_F(HttpRequests, ThatAreCompressedBadlyAreRefused)
{
    start();
    const std::string zeros = compress(Encoding::Zstd, std::string(20UZ * 1024 * 1024, '0'));
    EXPECT_EQ(ask(port, post("/v1/push", zeros, "Content-Encoding: zstd\r\n")).status, 413);
    const std::string bomb = compress(Encoding::Gzip, std::string(900'000, '0'));
    EXPECT_EQ(ask(port, post("/v1/push", bomb, "Content-Encoding: gzip\r\n")).status, 413) << "by its ratio";
    EXPECT_EQ(ask(port, post("/v1/push", zeros.substr(0, 20), "Content-Encoding: zstd\r\n")).status, 400);
    EXPECT_EQ(ask(port, post("/v1/push", "{}", "Content-Encoding: br\r\n")).status, 415);
    EXPECT_EQ(backend.fake.calls, 0);
}

TEST_F(HttpRequests, GetCompressedRepliesWhenTheyAskForThem)
{
    start();
    backend.fake.pullSpaces = 500;
    const std::string request = toJson(PullRequest{});
    const RawReply plain = ask(port, post("/v1/pull", request));
    EXPECT_FALSE(plain.headers.contains("content-encoding"));
    for (const Encoding each : {Encoding::Zstd, Encoding::Gzip}) {
        const RawReply small =
            ask(port, post("/v1/pull", request, "Accept-Encoding: " + std::string(wordOf(each)) + "\r\n"));
        EXPECT_EQ(small.headers.at("content-encoding"), wordOf(each));
        EXPECT_LT(small.body.size(), plain.body.size() / 10);
        EXPECT_EQ(expand(each, small.body, {.bytes = plain.body.size()}), plain.body);
    }
}

TEST_F(HttpRequests, GetPartsThatAreLargerThanARequestMayBe)
{
    start();
    backend.fake.partBytes = 16UZ * 1024 * 1024;
    const RawReply reply =
        ask(port, post("/v1/part", toJson(PartRequest{.snapshot = idOf(5)}), "Accept-Encoding: zstd\r\n"));
    EXPECT_EQ(reply.headers.at("content-type"), "application/octet-stream");
    EXPECT_FALSE(reply.headers.contains("content-encoding"));
    EXPECT_EQ(reply.body, std::string(backend.fake.partBytes, 'p'));
}

TEST_F(HttpRequests, MayAskWhetherToGoOn)
{
    start();
    RawClient client(port);
    const std::string body = toJson(PullRequest{});
    const std::string request = post("/v1/pull", body, "Expect: 100-continue\r\n");
    client.send(std::string_view(request).substr(0, request.size() - body.size()));
    EXPECT_EQ(client.reply().status, 100);
    client.send(body);
    EXPECT_EQ(client.reply().status, 200);
}

TEST_F(HttpRequests, ThatAreCutOffReachNobody)
{
    start();
    const std::string request = post("/v1/push", pushOf(50));
    for (std::size_t size = 0; size < request.size(); size += 97) {
        RawClient client(port);
        client.send(std::string_view(request).substr(0, size));
        client.finish();
        EXPECT_TRUE(client.isClosed()) << size;
    }
    EXPECT_EQ(backend.fake.calls, 0);
}

TEST_F(HttpRequests, TellWhetherTheServerIsAliveAndReady)
{
    start();
    EXPECT_EQ(ask(port, get("/healthz")).body, "ok\n");
    EXPECT_EQ(ask(port, get("/readyz")).status, 200);
    backend.ready = false;
    EXPECT_EQ(ask(port, get("/readyz")).status, 503);
    EXPECT_EQ(ask(port, get("/healthz")).status, 200);
}

TEST_F(HttpRequests, AreCountedInTheMetrics)
{
    start();
    EXPECT_EQ(ask(port, post("/v1/pull", toJson(PullRequest{}))).status, 200);
    EXPECT_EQ(ask(port, post("/v1/pull", "no")).status, 400);
    const std::string text = ask(port, get("/metrics")).body;
    EXPECT_THAT(text, HasSubstr("kith_http_requests_total{route=\"pull\",status=\"200\"} 1\n"));
    EXPECT_THAT(text, HasSubstr("kith_http_requests_total{route=\"pull\",status=\"400\"} 1\n"));
    EXPECT_THAT(text, HasSubstr("kith_http_request_seconds_count{route=\"pull\"} 2\n"));
    EXPECT_THAT(text, HasSubstr("kith_http_connections 1\n"));
    EXPECT_THAT(text, EndsWith("kith_fake 1\n"));
}

TEST_F(HttpRequests, FromElsewhereSeeNoMetrics)
{
    start({.proxies = {"127.0.0.1"}, .monitors = {"192.0.2.0/24"}});
    EXPECT_EQ(ask(port, get("/metrics")).status, 200);
    EXPECT_EQ(ask(port, get("/metrics", "X-Forwarded-For: 127.0.0.1\r\n")).status, 403);
    EXPECT_EQ(ask(port, get("/metrics", "X-Forwarded-For: 198.51.100.7\r\n")).status, 403);
    EXPECT_EQ(ask(port, get("/metrics", "X-Forwarded-For: 192.0.2.9\r\n")).status, 200);
}

TEST_F(HttpRequests, CarryTheAddressOnlyOfProxiesThatAreTrusted)
{
    start();
    const std::string body = toJson(SignInRequest{.user = "ana", .password = "good", .device = {}});
    EXPECT_EQ(ask(port, post("/v1/sign-in", body, "X-Forwarded-For: 192.0.2.9\r\n")).status, 200);
    EXPECT_EQ(backend.lastAddress, "127.0.0.1");
    start({.proxies = {"127.0.0.0/8"}});
    EXPECT_EQ(
        ask(port, post("/v1/sign-in", body, "X-Forwarded-For: 203.0.113.1\r\nX-Forwarded-For: 192.0.2.9\r\n")).status,
        200);
    EXPECT_EQ(backend.lastAddress, "192.0.2.9") << "what the client itself claims is not believed";
}

}  // namespace

}  // namespace kith::test
