// How the HTTP server is set up, and the limits that it keeps by default.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kith::server {

/// All limits hold for everybody; a request that breaks one is answered (or cut off, where nobody reads answers) and
/// counted in the metrics.
struct HttpLimits {
    /// Of a request, as it arrives and expanded: one push (sync::kMostBytes) and its envelope.
    std::size_t body = 1024UZ * 1024 + 16UZ * 1024;
    std::size_t headers = 16UZ * 1024;
    /// How many times its size a compressed body may become.
    std::size_t ratio = 100;
    /// Connections from one address (IPv6: from one /64); behind a proxy, requests at the same time for one address.
    std::size_t perAddress = 100;
    std::size_t connections = 10'000;
    /// Requests that wait for a worker; further ones are answered with Busy.
    std::size_t queue = 1000;
    std::chrono::milliseconds headersWithin{10'000};  ///< the TLS handshake too
    std::chrono::milliseconds bodyWithin{30'000};
    std::chrono::milliseconds idleFor{60'000};  ///< between requests; and for a reader that takes nothing of a reply
    /// How long requests under way may take once the server is told to stop.
    std::chrono::milliseconds stopWithin{20'000};
};

/// PEM files: the certificate with the chain above it, and its private key.
struct TlsFiles {
    std::string certificate;
    std::string key;
};

struct HttpOptions {
    std::string address = "127.0.0.1";  ///< IPv4 or IPv6, in numbers
    std::uint16_t port = 0;  ///< 0 takes any free one
    std::optional<TlsFiles> tls{};
    /// Without TLS the server listens on loopback only, unless this says that something in front of it keeps the
    /// connection private.
    bool plainBeyondLoopback = false;
    /// Addresses and networks ("10.0.0.0/8") of reverse proxies whose X-Forwarded-For is believed.
    std::vector<std::string> proxies{};
    /// Who may read /metrics besides this machine itself.
    std::vector<std::string> monitors{};
    std::size_t workers = 4;  ///< threads that talk to the database
    HttpLimits limits{};
};

}  // namespace kith::server
