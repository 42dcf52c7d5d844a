// The HTTP server: HTTP/1.1 with TLS or on loopback, over any backend.
#pragma once

#include <kith/base/error.h>
#include <kith/server/http_backend.h>
#include <kith/server/http_options.h>

#include <cstdint>
#include <memory>

namespace kith::server {

class HttpCore;

/// One thread runs an event loop that reads and writes; `workers` threads ask the backend. Requests that wait for news
/// hold neither. Logs one line a request: route, status, times and sizes, never an address or anybody's data.
class HttpServer {
public:
    /// The backend must outlive the server.
    HttpServer(HttpBackend& backend, HttpOptions options);
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;
    ~HttpServer();  ///< stops

    /// Begins to listen. Fails when the address is taken or not allowed without TLS, or the certificate cannot be used.
    [[nodiscard]] Result<void> start();
    /// The port it listens on.
    [[nodiscard]] std::uint16_t port() const;

    /// Takes no further connections or requests, answers those who wait, lets requests under way finish (at most
    /// HttpLimits::stopWithin), and returns when everything has ended. May be called twice.
    void stop();

    /// Reads the certificate and key anew, for connections from now on; keeps the old ones when they cannot be used.
    [[nodiscard]] Result<void> reloadTls();

private:
    std::unique_ptr<HttpCore> core_;
};

}  // namespace kith::server
