// A server without a database: answers everything, remembers what it was asked, and can be held up.
#pragma once

#include <kith/server/http_backend.h>

#include <atomic>
#include <condition_variable>
#include <functional>
#include <future>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace kith::test {

inline constexpr std::string_view kGoodToken = "good";

[[nodiscard]] inline Id idOf(std::uint8_t number)
{
    Id id;
    id.bytes[0] = 1;
    id.bytes[15] = number;
    return id;
}

class FakeService final : public sync::SyncService {
public:
    template <class T>
    using Answer = sync::Answer<T>;

    Answer<sync::HelloReply> hello(const sync::Token& token, const sync::HelloRequest& request,
                                   std::stop_token) override;
    Answer<sync::Tokens> signIn(const sync::SignInRequest& request, std::stop_token) override;
    Answer<sync::Tokens> refresh(const sync::RefreshRequest& request, std::stop_token) override;
    Answer<void> signOut(const sync::Token& token, std::stop_token) override;
    Answer<std::vector<sync::Device>> devices(const sync::Token& token, std::stop_token) override;
    Answer<sync::Team> team(const sync::Token& token, std::stop_token) override;
    Answer<sync::PushReply> push(const sync::Token& token, const sync::PushRequest& request, std::stop_token) override;
    Answer<sync::PullReply> pull(const sync::Token& token, const sync::PullRequest& request, std::stop_token) override;
    Answer<sync::WaitReply> wait(const sync::Token& token, const sync::WaitRequest& request, std::stop_token) override;
    Answer<sync::SnapshotReply> snapshot(const sync::Token& token, const sync::SnapshotRequest& request,
                                         std::stop_token) override;
    Answer<std::string> part(const sync::Token& token, const sync::PartRequest& request, std::stop_token) override;
    Answer<sync::VerifyReply> verify(const sync::Token& token, const sync::VerifyRequest& request,
                                     std::stop_token) override;
    Answer<sync::CommandReply> command(const sync::Token& token, const sync::Command& request,
                                       std::stop_token) override;
    Answer<std::vector<sync::AuditEntry>> audit(const sync::Token& token, const sync::AuditRequest& request,
                                                std::stop_token) override;

    std::atomic<int> calls = 0;
    std::size_t partBytes = 100;
    int pullSpaces = 1;
    std::string lastDetail;  ///< something of the last request, to see that it came through
    sync::PushRequest lastPush;
    /// When set, a push says that it began and waits for the permission to go on.
    std::function<void()> onPush;
    std::optional<sync::Failure> failure;  ///< what every call ends with

private:
    std::optional<sync::Failure> refused(const sync::Token& token);
};

class FakeBackend final : public server::HttpBackend {
public:
    sync::SyncService& service() override { return fake; }
    sync::Answer<sync::Tokens> signIn(const sync::SignInRequest& request, std::string_view address,
                                      std::stop_token stop) override;
    sync::Answer<server::HttpWait> watch(const sync::Token& token, const sync::WaitRequest& request,
                                         std::function<void()> wake, std::stop_token stop) override;
    bool isReady() override { return ready; }
    std::string metrics() override { return "kith_fake 1\n"; }

    /// Wakes all who wait.
    void publish();
    /// Returns when so many wait.
    void awaitWaiting(std::size_t count);
    /// Returns when nobody waits any more.
    void awaitNobody();

    FakeService fake;
    std::atomic<bool> ready = true;
    std::string lastAddress;

private:
    struct Wakes {
        std::mutex mutex;
        std::condition_variable changed;
        std::map<int, std::function<void()>> each;
        int last = 0;
    };
    std::shared_ptr<Wakes> wakes_ = std::make_shared<Wakes>();
};

}  // namespace kith::test
