#include "http_fixture.h"

#include <future>
#include <thread>

namespace kith::test {

using namespace sync;
using namespace std::chrono_literals;

namespace {

using HttpWaiting = HttpTest;
using HttpStop = HttpTest;

std::string waitFor(int seconds)
{
    return post("/v1/wait", toJson(WaitRequest{.cursor = "now", .seconds = seconds}));
}

bool changedIn(const RawReply& reply)
{
    return fromJson<WaitReply>(reply.body).value_or(WaitReply{}).changed;
}

TEST_F(HttpWaiting, EndsAtOnceWhenThereIsNewsAlready)
{
    start();
    EXPECT_TRUE(changedIn(ask(port, post("/v1/wait", toJson(WaitRequest{.cursor = "old"})))));
}

TEST_F(HttpWaiting, EndsWithoutNewsWhenTheTimeIsUp)
{
    start();
    const RawReply reply = ask(port, waitFor(0));
    EXPECT_EQ(reply.status, 200);
    EXPECT_FALSE(changedIn(reply));
}

TEST_F(HttpWaiting, HoldsNoWorkerAndEndsForEverybodyWithNews)
{
    start({.workers = 1});
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 50; ++i) {
        clients.push_back(std::make_unique<RawClient>(port));
        clients.back()->send(waitFor(60));
    }
    backend.awaitWaiting(50);
    EXPECT_EQ(ask(port, post("/v1/pull", toJson(PullRequest{}))).status, 200);
    backend.publish();
    for (const auto& client : clients) EXPECT_TRUE(changedIn(client->reply()));
}

TEST_F(HttpWaiting, EndsWhenTheClientGoesAway)
{
    start();
    {
        RawClient client(port);
        client.send(waitFor(60));
        backend.awaitWaiting(1);
    }
    backend.awaitNobody();
}

TEST_F(HttpWaiting, IsNotForStrangers)
{
    start();
    const std::string request = waitFor(60);
    const std::size_t at = request.find("Bearer good");
    const RawReply wrong = ask(port, std::string(request).replace(at, 11, "Bearer evil"));
    EXPECT_EQ(wrong.status, 401);
    const RawReply none = ask(port, std::string(request).replace(at, 11, ""));
    EXPECT_EQ(none.status, 401);
}

TEST_F(HttpStop, AnswersThoseWhoWaitAndClosesTheRest)
{
    start();
    RawClient idle(port);
    idle.send(get("/healthz"));
    EXPECT_EQ(idle.reply().status, 200);
    RawClient waiting(port);
    waiting.send(waitFor(60));
    backend.awaitWaiting(1);
    server_->stop();
    const RawReply reply = waiting.reply();
    EXPECT_EQ(reply.status, 200);
    EXPECT_FALSE(changedIn(reply));
    EXPECT_EQ(reply.headers.at("connection"), "close");
    EXPECT_TRUE(idle.isClosed());
    EXPECT_FALSE(RawClient(port).isConnected());
}

TEST_F(HttpStop, LetsARequestUnderWayFinish)
{
    std::promise<void> began;
    std::promise<void> goOn;
    backend.fake.onPush = [&] {
        began.set_value();
        goOn.get_future().wait();
    };
    start();
    RawClient client(port);
    client.send(post("/v1/push", toJson(PushRequest{})));
    began.get_future().wait();
    std::thread stopping([&] { server_->stop(); });
    goOn.set_value();
    EXPECT_EQ(client.reply().status, 200);
    EXPECT_TRUE(client.isClosed());
    stopping.join();
}

TEST_F(HttpStop, CutsOffARequestThatDoesNotEnd)
{
    std::promise<void> began;
    std::promise<void> goOn;
    backend.fake.onPush = [&] {
        began.set_value();
        goOn.get_future().wait();
    };
    start({.limits = {.stopWithin = 1ms}});
    RawClient client(port);
    client.send(post("/v1/push", toJson(PushRequest{})));
    began.get_future().wait();
    std::thread stopping([&] { server_->stop(); });
    EXPECT_EQ(client.reply().status, 0);
    goOn.set_value();
    stopping.join();
}

TEST_F(HttpStop, MayBeAskedForTwiceAndBeforeAnyRequest)
{
    start();
    server_->stop();
    server_->stop();
}

}  // namespace

}  // namespace kith::test
