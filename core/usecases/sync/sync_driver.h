// One workspace's line to its server: which step comes next, and the steps themselves. No thread of its own.
#pragma once

#include <kith/base/random.h>
#include <kith/usecases/sync/administration.h>
#include <kith/usecases/sync/sync_desk.h>

#include <functional>
#include <memory>
#include <string>

namespace kith {

/// A server that can be asked, and where its token is kept.
struct ServerLine {
    std::shared_ptr<sync::SyncService> service;
    std::unique_ptr<TokenVault> vault;
};

/// Makes the line to a server; `caFile` as settings::kCaFile. BadInput for an address or a file that cannot be used.
using Dial = std::function<Result<ServerLine>(const std::string& url, const std::string& caFile, const Id& device)>;

/// Confined to one thread; every call may take as long as the server does. `tell` hears of every change of the state.
class SyncDriver {
public:
    struct Parts {
        SyncStore& store;
        Dial dial;
        const Clock& clock;  ///< the workspace's: its difference to the server's is what edits are corrected by
        const Clock& pacing;  ///< real time, also where `clock` stands still
        Random& chance;
        std::string version;  ///< of this program
        std::function<void(const SyncState&)> tell;
    };

    explicit SyncDriver(Parts parts);
    ~SyncDriver();
    SyncDriver(const SyncDriver&) = delete;
    SyncDriver& operator=(const SyncDriver&) = delete;

    /// Reads where the workspace stands; the first step is a round when it is signed in.
    void start();
    [[nodiscard]] sync::NextStep next() const { return pace_.next(parts_.pacing.now()); }
    /// How long to sleep before the next step is due.
    [[nodiscard]] std::chrono::milliseconds untilNext() const { return next().until - parts_.pacing.now(); }
    [[nodiscard]] const SyncState& state() const { return state_; }

    void edited();
    void wished();
    void allowRemovals();

    /// The two steps that talk to the server.
    void round(std::stop_token stop);
    void wait(const std::stop_token& stop);

    sync::Answer<SignInStep> signIn(const SignInInput& input, std::stop_token stop);
    sync::Answer<SyncAccount> enter(const Id& home);
    /// Forgets a sign-in that waits for enter(), and tells the server.
    void callOff(std::stop_token stop);
    /// What is in the workspace stays, whether the server could be told or not; the answer says whether it could.
    sync::Answer<void> signOut(std::stop_token stop);

    /// What only the server can do. The next step is a round then, so that it is seen here.
    template <class Work>
    auto administer(Work work) -> decltype(work(std::declval<Administration&>()))
    {
        auto ready = administration();
        if (!ready) return std::unexpected(ready.error());
        auto answer = work(*ready);
        if (answer) wished();
        return answer;
    }
    /// Sends what the server has not heard of, then erases: it has to know whom.
    sync::Answer<void> erase(const Id& person, const std::stop_token& stop);
    sync::Answer<sync::Team> team(const std::stop_token& stop);
    sync::Answer<std::vector<sync::Device>> devices(const std::stop_token& stop);
    sync::Answer<void> revokeDevice(const Id& device, const std::stop_token& stop);

    [[nodiscard]] std::vector<RejectedEdit> rejected() const { return parts_.store.rejected(); }
    sync::Answer<void> dismissRejected(std::int64_t seq);

private:
    struct Line;
    struct Waiting;
    [[nodiscard]] sync::Answer<Line*> line();
    [[nodiscard]] sync::Answer<Administration> administration();
    sync::Answer<std::unique_ptr<Line>> dial(const std::string& url, const std::string& caFile, const Id& device) const;
    void read();
    void tell();

    Parts parts_;
    sync::Pace pace_;
    SyncState state_;
    std::unique_ptr<Line> line_;
    std::unique_ptr<Waiting> waiting_;  ///< a sign-in that waits for enter()
    bool evenIfManyGo_ = false;
};

}  // namespace kith
