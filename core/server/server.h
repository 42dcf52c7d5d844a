// The server's side of sync: every request of SyncService over one database.
#pragma once

#include <kith/server/news.h>
#include <kith/sync/service.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kith::server {

/// What the server allows; the defaults are what PROTOCOL.md promises.
struct Limits {
    std::chrono::seconds accessToken = std::chrono::minutes{15};
    std::chrono::seconds refreshToken = std::chrono::days{30};
    std::chrono::seconds invitation = std::chrono::days{7};
    std::chrono::seconds snapshot = std::chrono::days{1};
    /// Wrong passwords for one account, and from one address, within `failureWindow`, before further tries are refused.
    int failuresPerAccount = 10;
    int failuresPerAddress = 50;
    std::chrono::seconds failureWindow = std::chrono::minutes{15};
    /// argon2id (RFC 9106); tests take less.
    std::size_t passwordMemory = std::size_t{64} << 20U;
    unsigned passwordPasses = 3;
    std::size_t shortestPassword = 10;
    /// A space with more rows than this comes by snapshot first.
    std::int64_t snapshotRows = 20'000;
    /// Bytes of a snapshot part before compression.
    std::size_t partBytes = std::size_t{32} << 20U;
    /// Rows in one page of a pull, and about how many bytes.
    int pageRows = 5000;
    std::size_t pageBytes = std::size_t{8} << 20U;
};

struct ServerOptions {
    /// The folder of the embedded database; made when it is missing. Not used when `database` is given.
    std::filesystem::path data;
    /// "postgresql://user@host:5432/name?sslmode=verify-full"; also postgresql:///name?host=/socket/folder.
    std::string database{};
    /// The organisation's name at the first start.
    std::string organisation = "Our organisation";
    /// Threads that each keep one connection. The embedded database has one writer whatever is said here.
    int readers = 4;
    int writers = 4;
    /// False for tests that make thousands of databases: the embedded one does not wait for the disk.
    bool durable = true;
    Limits limits{};
};

/// A number for /metrics.
struct Metric {
    std::string_view name;  ///< Prometheus: "kith_pushes_total" counts up, others are gauges
    std::string_view help;
    std::uint64_t value = 0;
};

/// Whether there is something to pull, and what to wait for if not.
struct Watch {
    bool changed = false;
    std::vector<Topic> topics{};
};

class Core;

/// Requests may come from any thread; each waits for one of the server's own threads, which hold the connections.
/// Several servers, in several processes, may stand over one PostgreSQL.
class Server final : public sync::SyncService {
public:
    /// Opens or makes the database and brings its schema up to date. NewerVersion when a newer Kith has used it. The
    /// clock, ids and randomness are used from several threads and outlive the server. A QCoreApplication must exist.
    [[nodiscard]] static Result<std::unique_ptr<Server>> open(const ServerOptions& options, const Clock& clock,
                                                              IdSource& ids, Random& random);
    ~Server() override;

    sync::Answer<sync::HelloReply> hello(const sync::Token&, const sync::HelloRequest&, std::stop_token) override;
    /// As from an address that is not known; see signInFrom.
    sync::Answer<sync::Tokens> signIn(const sync::SignInRequest&, std::stop_token) override;
    sync::Answer<sync::Tokens> refresh(const sync::RefreshRequest&, std::stop_token) override;
    sync::Answer<void> signOut(const sync::Token&, std::stop_token) override;
    sync::Answer<std::vector<sync::Device>> devices(const sync::Token&, std::stop_token) override;
    sync::Answer<sync::Team> team(const sync::Token&, std::stop_token) override;
    sync::Answer<sync::PushReply> push(const sync::Token&, const sync::PushRequest&, std::stop_token) override;
    sync::Answer<sync::PullReply> pull(const sync::Token&, const sync::PullRequest&, std::stop_token) override;
    /// Waits on the calling thread; programs with many who wait use watch() and news().
    sync::Answer<sync::WaitReply> wait(const sync::Token&, const sync::WaitRequest&, std::stop_token) override;
    sync::Answer<sync::SnapshotReply> snapshot(const sync::Token&, const sync::SnapshotRequest&,
                                               std::stop_token) override;
    sync::Answer<std::string> part(const sync::Token&, const sync::PartRequest&, std::stop_token) override;
    sync::Answer<sync::VerifyReply> verify(const sync::Token&, const sync::VerifyRequest&, std::stop_token) override;
    sync::Answer<sync::CommandReply> command(const sync::Token&, const sync::Command&, std::stop_token) override;
    sync::Answer<std::vector<sync::AuditEntry>> audit(const sync::Token&, const sync::AuditRequest&,
                                                      std::stop_token) override;

    /// Sign-in that counts wrong passwords against the address, too ("192.0.2.7"; any text that stands for one).
    /// Takes about a tenth of a second of processor time and 64 MiB; at most four run at once, others wait.
    sync::Answer<sync::Tokens> signInFrom(std::string_view address, const sync::SignInRequest&, const std::stop_token&);

    /// The first half of a wait: pass the topics to news().subscribe(), with at most `seconds` of the request.
    sync::Answer<Watch> watch(const sync::Token&, const sync::WaitRequest&, const std::stop_token&);
    [[nodiscard]] News& news();

    /// Whether the database answers. Waits for it.
    [[nodiscard]] bool ready();
    [[nodiscard]] std::vector<Metric> metrics() const;

    /// For Admin.
    [[nodiscard]] Core& core() { return *core_; }

private:
    explicit Server(std::unique_ptr<Core> core);
    std::unique_ptr<Core> core_;
};

}  // namespace kith::server
