// The server of Kith, asked over the network.
#pragma once

#include <kith/base/error.h>
#include <kith/sync/service.h>

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>

namespace kith::net {

struct HttpSyncOptions {
    /// "https://kith.example.org", perhaps with a path; plain http only to this machine itself.
    std::string url;
    /// A file of PEM certificates that are trusted besides those of the system; empty for none.
    std::string caFile{};
    /// How long nothing may move on the wire before the server counts as gone; a wait has its own time on top.
    std::chrono::milliseconds patience{30'000};
    /// Of a reply, expanded.
    std::size_t largestReply = 64UZ * 1024 * 1024;
};

/// OK, or BadInput with the sentence for the person who typed the address.
[[nodiscard]] Result<void> checkServerUrl(const std::string& url);

class NetworkThread;

/// Asks the server over HTTPS: the system's proxy and trust store, TLS 1.2 or newer, certificates always checked, no
/// redirects, no cookies. Calls block their thread while a thread of this object talks; a stop request ends a call
/// with Stopped. Bodies go out and come in compressed. What another program answered (a hotel's page, a proxy's error)
/// is told apart from what the server of Kith answered: see Trouble.
class HttpSyncService final : public sync::SyncService {
public:
    /// BadInput for an address that cannot be used, or a CA file that cannot be read. A QCoreApplication must exist.
    [[nodiscard]] static Result<std::unique_ptr<HttpSyncService>> open(HttpSyncOptions options);
    /// No call may be under way.
    ~HttpSyncService() override;
    HttpSyncService(const HttpSyncService&) = delete;
    HttpSyncService& operator=(const HttpSyncService&) = delete;

    sync::Answer<sync::HelloReply> hello(const sync::Token&, const sync::HelloRequest&, std::stop_token) override;
    sync::Answer<sync::Tokens> signIn(const sync::SignInRequest&, std::stop_token) override;
    sync::Answer<sync::Tokens> refresh(const sync::RefreshRequest&, std::stop_token) override;
    sync::Answer<void> signOut(const sync::Token&, std::stop_token) override;
    sync::Answer<std::vector<sync::Device>> devices(const sync::Token&, std::stop_token) override;
    sync::Answer<sync::Team> team(const sync::Token&, std::stop_token) override;
    sync::Answer<sync::PushReply> push(const sync::Token&, const sync::PushRequest&, std::stop_token) override;
    sync::Answer<sync::PullReply> pull(const sync::Token&, const sync::PullRequest&, std::stop_token) override;
    sync::Answer<sync::WaitReply> wait(const sync::Token&, const sync::WaitRequest&, std::stop_token) override;
    sync::Answer<sync::SnapshotReply> snapshot(const sync::Token&, const sync::SnapshotRequest&,
                                               std::stop_token) override;
    sync::Answer<std::string> part(const sync::Token&, const sync::PartRequest&, std::stop_token) override;
    sync::Answer<sync::VerifyReply> verify(const sync::Token&, const sync::VerifyRequest&, std::stop_token) override;
    sync::Answer<sync::CommandReply> command(const sync::Token&, const sync::Command&, std::stop_token) override;
    sync::Answer<std::vector<sync::AuditEntry>> audit(const sync::Token&, const sync::AuditRequest&,
                                                      std::stop_token) override;

private:
    explicit HttpSyncService(std::unique_ptr<NetworkThread> thread);
    std::unique_ptr<NetworkThread> thread_;
};

}  // namespace kith::net
