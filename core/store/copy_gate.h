// Copies that another thread makes of the workspace, and erasures that they must not outlive.
#pragma once

#include <kith/base/error.h>

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>

namespace kith::store {

/// A copy that was begun before somebody was erased would still hold them, and while it reads, the pages that the
/// erasure replaced cannot be taken out of the write-ahead log. So whoever erases holds the gate: a copy that is being
/// made is broken off, and begun again afterwards. Thread-safe.
class CopyGate {
public:
    /// Fails with any error soon after `stop` has become true.
    using Make = std::function<Result<void>(const std::atomic<bool>& stop)>;

    /// Makes one copy after the other, each again until nobody erased meanwhile. Cancelled once asked to stop.
    [[nodiscard]] Result<void> run(const Make& make, const std::stop_token& asked);

    /// Nobody copies while there is one.
    class Hold {
    public:
        explicit Hold(CopyGate& gate);
        ~Hold();
        Hold(const Hold&) = delete;
        Hold& operator=(const Hold&) = delete;

    private:
        CopyGate& gate_;
    };

private:
    std::mutex one_;  ///< at a time
    std::mutex mutex_;  ///< for what follows
    std::condition_variable changed_;
    bool copying_ = false;
    int holds_ = 0;
    std::atomic<bool> stop_ = false;
};

}  // namespace kith::store
