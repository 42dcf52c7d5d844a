// Something that is no server of Kith: it answers whatever is asked with the bytes it was given, and closes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <thread>

namespace kith::test {

class CannedServer {
public:
    /// Nothing to say means that it keeps the connection open and silent.
    explicit CannedServer(std::string reply);
    ~CannedServer();
    CannedServer(const CannedServer&) = delete;
    CannedServer& operator=(const CannedServer&) = delete;

    [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }

private:
    void serve(const std::stop_token& stop);
    std::string reply_;
    int listener_ = -1;
    std::uint16_t port_ = 0;
    std::jthread thread_;
};

/// A whole reply over HTTP/1.1.
[[nodiscard]] std::string reply(int status, std::string_view type, std::string_view body,
                                std::string_view moreHeaders = {});

}  // namespace kith::test
