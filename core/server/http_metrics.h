// What /metrics tells about requests and connections. Private to the HTTP server; used on its event loop only.
#pragma once

#include <kith/server/http_routes.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <string>

namespace kith::server {

/// Why a connection or request was turned away before it reached a route.
enum class Refused : std::uint8_t { Connections, PerAddress, Queue, Headers, Body, Timeout, Malformed, Tls, Stopping };

class HttpMetrics {
public:
    void answered(Route route, int status, std::chrono::microseconds took, std::uint64_t in, std::uint64_t out);
    void refused(Refused why) { ++refused_[static_cast<std::size_t>(why)]; }

    /// Text for Prometheus (exposition format 0.0.4).
    [[nodiscard]] std::string text(std::size_t connections, std::size_t waiting, std::size_t queued) const;

private:
    static constexpr std::size_t kReasons = 9;
    /// Upper bounds of the histogram, in microseconds; one more bucket holds the rest.
    static constexpr std::array<std::int64_t, 8> kBounds = {1000,    5000,      20'000,    100'000,
                                                            500'000, 2'000'000, 5'000'000, 30'000'000};
    struct Times {
        std::array<std::uint64_t, kBounds.size() + 1> buckets{};
        std::int64_t microseconds = 0;
        std::uint64_t count = 0;
    };

    std::map<std::pair<Route, int>, std::uint64_t> requests_;
    std::array<Times, kRoutes> times_{};
    std::array<std::uint64_t, kReasons> refused_{};
    std::uint64_t in_ = 0;
    std::uint64_t out_ = 0;
};

}  // namespace kith::server
