// What the HTTP server needs of the server behind it.
#pragma once

#include <kith/sync/service.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace kith::server {

/// A request that waits for news, as the backend sees it.
struct HttpWait {
    bool changed = false;  ///< there is news already; nothing to wait for
    /// Keeps `wake` subscribed; once it is gone, `wake` is not called any more. May be destroyed on any thread.
    std::shared_ptr<void> subscription{};
};

/// The methods block, are thread-safe, and are called on worker threads.
class HttpBackend {
public:
    virtual ~HttpBackend() = default;

    /// Answers everything but what is listed below.
    virtual sync::SyncService& service() = 0;
    /// As SyncService::signIn; `address` is where the request comes from, for the limits on guessing.
    virtual sync::Answer<sync::Tokens> signIn(const sync::SignInRequest& request, std::string_view address,
                                              std::stop_token stop) = 0;
    /// Begins to wait: `wake` is called, on any thread and any number of times, when there is news after the cursor.
    /// News between the look at the database and the subscription is not missed.
    virtual sync::Answer<HttpWait> watch(const sync::Token& token, const sync::WaitRequest& request,
                                         std::function<void()> wake, std::stop_token stop) = 0;
    /// Whether the database answers.
    virtual bool isReady() = 0;
    /// More lines for /metrics (Prometheus text format).
    virtual std::string metrics() = 0;
};

}  // namespace kith::server
