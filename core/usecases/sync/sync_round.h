// One round of sync: tell the server what is new here, take what is new there.
#pragma once

#include <kith/usecases/sync/server_session.h>
#include <kith/usecases/sync/sync_store.h>

#include <cstdint>
#include <functional>

namespace kith {

/// What a round did.
struct SyncReport {
    std::size_t pushed = 0;  ///< operations the server has now
    std::size_t pulled = 0;  ///< rows that changed here
    std::size_t rejected = 0;
    bool verified = false;  ///< both sides were compared, and are equal
    std::chrono::milliseconds clockOffset{};  ///< the server's clock minus ours

    friend bool operator==(const SyncReport&, const SyncReport&) = default;
};

struct RoundOptions {
    bool verify = false;  ///< compare both sides at the end, and fetch anew what differs
    bool evenIfManyGo = false;  ///< SyncStore::takeStaged
    std::string version{};  ///< of this program
};

/// Sequential and without state of its own: killed anywhere, the next round goes on. What has been taken is durable
/// before the next request. `progress` hears of rows as they come.
class SyncRound {
public:
    using Progress = std::function<void(const SyncReport&)>;

    SyncRound(sync::SyncService& service, ServerSession& session, SyncStore& store, const Clock& clock)
        : service_(service), session_(session), store_(store), clock_(clock)
    {
    }

    [[nodiscard]] sync::Answer<SyncReport> run(const RoundOptions& options, std::stop_token stop,
                                               const Progress& progress = {});

private:
    sync::Answer<void> greet(const RoundOptions& options, std::stop_token stop);
    /// Pushes and pulls until there is nothing left to say.
    sync::Answer<void> catchUp(const RoundOptions& options, std::stop_token stop);
    sync::Answer<void> push(std::stop_token stop);
    sync::Answer<void> pull(const RoundOptions& options, std::stop_token stop);
    sync::Answer<void> fetchSnapshots(const std::vector<Id>& spaces, std::stop_token stop);
    sync::Answer<void> fetchParts(std::stop_token stop);
    /// Whether both sides were found equal; false where something was fetched anew.
    sync::Answer<bool> compare(std::stop_token stop);
    void tell();

    sync::SyncService& service_;
    ServerSession& session_;
    SyncStore& store_;
    const Clock& clock_;
    SyncReport report_;
    Progress progress_;
};

}  // namespace kith
