#include "net_fixture.h"

#include <kith/sync/body.h>

#include <thread>

namespace kith::test {

using namespace sync;
using namespace std::chrono_literals;
using ::testing::HasSubstr;

namespace {

using Net = NetTest;

TEST_F(Net, TakesOnlyAddressesThatKeepTheWireSecret)
{
    for (const auto* good : {"https://kith.example.org", "https://192.0.2.1:8443/kith/", "http://127.0.0.1:8080",
                             "http://localhost:1", "http://[::1]:9"})
        EXPECT_TRUE(net::checkServerUrl(good)) << good;
    for (const auto* bad : {"", "kith.example.org", "http://kith.example.org", "http://192.0.2.1", "ftp://localhost",
                            "https://", "https://ana:secret@kith.example.org", "https://kith.example.org/?a=b",
                            "https://kith.example.org/#x", "http://localhost.example.org", "https://a b"})
        EXPECT_FALSE(net::checkServerUrl(bad)) << bad;
}

TEST_F(Net, ReachesEveryCallOfTheServer)
{
    start();
    const auto client = clientOf({.url = url()});
    const Token good(kGoodToken);
    EXPECT_EQ(client->hello(good, {.version = "0.1.0"}, {})->account->acknowledged, 7);
    EXPECT_EQ(client->signIn({.user = "ana", .password = "good", .device = {}}, {})->access, kGoodToken);
    EXPECT_EQ(client->refresh({.refresh = "refresh"}, {})->refresh, "next");
    EXPECT_TRUE(client->signOut(good, {}));
    EXPECT_EQ(client->devices(good, {})->size(), 1U);
    PushRequest push;
    for (int i = 1; i <= 500; ++i) push.operations.push_back({.seq = i, .patch = {.kind = Kind::Tag, .id = idOf(7)}});
    EXPECT_EQ(client->push(good, push, {})->results.size(), 500U);
    EXPECT_EQ(backend.fake.lastPush, push);
    backend.fake.pullSpaces = 2000;
    EXPECT_EQ(client->pull(good, {.cursor = "c"}, {})->spaces.size(), 2000U);
    EXPECT_TRUE(client->wait(good, {.cursor = "old"}, {})->changed);
    EXPECT_EQ(client->snapshot(good, {.space = idOf(6)}, {})->space, idOf(6));
    backend.fake.partBytes = 5'000'000;
    EXPECT_EQ(client->part(good, {.snapshot = idOf(5)}, {})->size(), 5'000'000U);
    EXPECT_TRUE(client->verify(good, {.cursor = "c", .sums = {}}, {})->compared);
    EXPECT_EQ(client->command(good, {.what = Command::What::MakeSpace, .space = idOf(8)}, {})->id, idOf(8));
    EXPECT_EQ(client->audit(good, {.after = 3}, {})->front().number, 4);
}

TEST_F(Net, KeepsThePathOfTheAddress)
{
    start();
    EXPECT_FALSE(clientOf({.url = url() + "/elsewhere/"})->hello({}, {}, {})) << "the server is not below that path";
}

TEST_F(Net, PassesOnWhatTheServerSays)
{
    start();
    const auto client = clientOf({.url = url()});
    for (const Trouble each : {Trouble::SignIn, Trouble::Denied, Trouble::Busy, Trouble::TooOld, Trouble::BadMessage,
                               Trouble::ServerFault}) {
        backend.fake.failure = Failure{.trouble = each, .sentence = "So it is."};
        EXPECT_EQ(client->devices("good", {}).error(), *backend.fake.failure);
    }
}

TEST_F(Net, TellsACaptivePortalFromAServer)
{
    const std::string page = "<html><body>Welcome! Accept the terms to go on.</body></html>";
    for (const std::string& portal :
         {reply(200, "text/html", page), reply(302, "text/html", "", "Location: http://portal.example/\r\n"),
          reply(307, "application/json", "{}", "Location: http://portal.example/\r\n"), reply(511, "text/html", page),
          reply(401, "text/html", page), reply(200, "application/json", R"({"status":"login"})"),
          reply(200, "application/octet-stream", "x"), reply(200, "application/json", page)}) {
        const Failure failure = failureAfter(portal);
        EXPECT_EQ(failure.trouble, Trouble::NotKith) << portal;
        EXPECT_THAT(failure.sentence, HasSubstr("web page"));
    }
}

TEST_F(Net, TakesNoWebPageForAPartOfASnapshot)
{
    const CannedServer portal(reply(200, "text/html", "<html></html>"));
    EXPECT_EQ(clientOf({.url = portal.url()})->part("good", {.snapshot = idOf(5)}, {}).error().trouble,
              Trouble::NotKith);
}

TEST_F(Net, ComesBackLaterWhenOnlyTheProxyAnswers)
{
    EXPECT_EQ(failureAfter(reply(502, "text/html", "bad gateway")).trouble, Trouble::Offline);
    EXPECT_EQ(failureAfter(reply(503, "text/html", "")).trouble, Trouble::Offline);
    EXPECT_EQ(failureAfter(reply(429, "text/plain", "slow down")).trouble, Trouble::Busy);
}

TEST_F(Net, DoesNotLetAServerClaimWhatOnlyThisSideKnows)
{
    const std::string claim = toJson(Failure{.trouble = Trouble::Stopped, .sentence = "Stopped."});
    EXPECT_EQ(failureAfter(reply(400, "application/json", claim)).trouble, Trouble::NotKith);
}

TEST_F(Net, SaysThatItIsOfflineWhenAReplyBreaksOff)
{
    const std::string whole = reply(200, "application/json", R"({"protocol":1})");
    EXPECT_EQ(failureAfter(whole.substr(0, whole.size() - 3)).trouble, Trouble::Offline);
    EXPECT_EQ(failureAfter(whole.substr(0, 20)).trouble, Trouble::Offline);
    EXPECT_EQ(failureAfter("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: zstd\r\n"
                           "Content-Length: 3\r\n\r\nabc")
                  .trouble,
              Trouble::Offline);
}

TEST_F(Net, SaysThatItIsOfflineWhereNobodyListens)
{
    start();
    server_->stop();
    EXPECT_EQ(failureOf({.url = url()}).trouble, Trouble::Offline);
}

TEST_F(Net, GivesUpOnAServerThatSaysNothing)
{
    const CannedServer silent("");
    const Failure failure = failureOf({.url = silent.url(), .patience = 50ms});
    EXPECT_EQ(failure.trouble, Trouble::Offline);
    EXPECT_THAT(failure.sentence, HasSubstr("in time"));
}

TEST_F(Net, RefusesRepliesThatAreTooLarge)
{
    start();
    backend.fake.partBytes = 100'000;
    const auto client = clientOf({.url = url(), .largestReply = 99'999});
    EXPECT_EQ(client->part("good", {.snapshot = idOf(5)}, {}).error().trouble, Trouble::NotKith);
    backend.fake.partBytes = 99'999;
    EXPECT_TRUE(client->part("good", {.snapshot = idOf(5)}, {}));
    const std::string bomb = compress(Encoding::Zstd, std::string(10'000'000, ' '));
    const CannedServer bomber(reply(200, "application/json", bomb, "Content-Encoding: zstd\r\n"));
    EXPECT_EQ(failureOf({.url = bomber.url(), .largestReply = 1'000'000}).trouble, Trouble::NotKith);
}

TEST_F(Net, EndsACallWhenItIsStopped)
{
    start();
    const auto client = clientOf({.url = url()});
    std::stop_source stop;
    std::jthread stopping([&] {
        backend.awaitWaiting(1);
        stop.request_stop();
    });
    const auto ended = client->wait("good", {.cursor = "now", .seconds = 60}, stop.get_token());
    EXPECT_EQ(ended.error().trouble, Trouble::Stopped);
    EXPECT_EQ(client->devices("good", stop.get_token()).error().trouble, Trouble::Stopped);
    EXPECT_TRUE(client->devices("good", {}));
}

TEST_F(Net, WaitsWhileItDoesOtherThings)
{
    start();
    const auto client = clientOf({.url = url()});
    bool changed = false;
    std::jthread waiting([&] { changed = client->wait("good", {.cursor = "now", .seconds = 60}, {})->changed; });
    backend.awaitWaiting(1);
    EXPECT_TRUE(client->devices("good", {}));
    backend.publish();
    waiting.join();
    EXPECT_TRUE(changed);
}

}  // namespace

}  // namespace kith::test
