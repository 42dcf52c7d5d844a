// Stands between a client and a server on this machine, and acts once a number of bytes has passed.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace kith::test {

/// Counting bytes instead of waiting puts a kill into the middle of a transfer wherever the test wants it.
class CuttingProxy {
public:
    CuttingProxy();
    ~CuttingProxy();
    CuttingProxy(const CuttingProxy&) = delete;
    CuttingProxy& operator=(const CuttingProxy&) = delete;

    [[nodiscard]] std::uint16_t port() const { return port_; }
    void setTarget(std::uint16_t port) { target_ = port; }
    /// After so many bytes, in both directions together, calls `cut` once and drops every connection. 0: never.
    void cutAfter(std::uint64_t bytes, std::function<void()> cut = {});
    [[nodiscard]] bool hasCut();

private:
    struct Pair {
        int client = -1;
        int server = -1;
    };
    void run(const std::stop_token& stop);
    void accept();
    /// Passes on what has come; false when the connection is over.
    [[nodiscard]] bool pass(int from, int to);
    void count(std::size_t bytes);

    int listening_ = -1;
    std::uint16_t port_ = 0;
    std::atomic<std::uint16_t> target_ = 0;
    std::vector<Pair> pairs_;
    std::mutex mutex_;
    std::uint64_t left_ = 0;
    std::function<void()> cut_;
    bool hasCut_ = false;
    bool dropAll_ = false;
    std::jthread thread_;
};

}  // namespace kith::test
