// Counts wrong passwords, so that guessing takes longer than anybody lives. Private to this folder.
#pragma once

#include <kith/server/server.h>

#include <mutex>
#include <string>
#include <unordered_map>

namespace kith::server {

/// For this process; thread-safe and bounded. An attempt counts until it has succeeded, so that many at once do not
/// slip through.
class SignInGuard {
public:
    SignInGuard(const Limits& limits, const Clock& clock) : limits_(limits), clock_(clock) { }

    /// Whether an attempt may be made now; counts it.
    [[nodiscard]] bool admit(const std::string& account, const std::string& address);
    /// The attempt was right: it and the wrong ones before it no longer count against the account.
    void succeeded(const std::string& account, const std::string& address);

private:
    struct Tally {
        Instant since{};
        int count = 0;
    };
    Tally& tally(const std::string& key);

    const Limits limits_;
    const Clock& clock_;
    std::mutex mutex_;
    std::unordered_map<std::string, Tally> tallies_;
};

}  // namespace kith::server
