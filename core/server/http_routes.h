// From a request to its reply, without a network: paths, status codes, compression, JSON.
#pragma once

#include <kith/server/http_backend.h>
#include <kith/server/http_options.h>
#include <kith/sync/body.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace kith::server {

enum class Route : std::uint8_t {
    Hello,
    SignIn,
    Refresh,
    SignOut,
    Devices,
    Team,
    Push,
    Pull,
    Wait,
    Snapshot,
    Part,
    Verify,
    Command,
    Audit,
    Health,
    Ready,
    Metrics,
    Unknown,
};
inline constexpr std::size_t kRoutes = static_cast<std::size_t>(Route::Unknown) + 1;

/// The route of a path; a query is ignored. Unknown where there is none.
[[nodiscard]] Route routeOf(std::string_view target);
/// "push": the name in logs and metrics.
[[nodiscard]] std::string_view nameOf(Route route);
/// The format of its log line: status, microseconds, bytes received and sent.
[[nodiscard]] std::string_view logLineOf(Route route);
/// Health, readiness and metrics are read with GET; everything else is POST.
[[nodiscard]] bool isRead(Route route);

/// A request as the network layer hands it over.
struct HttpCall {
    Route route = Route::Unknown;
    std::string token{};
    std::string address{};  ///< of the client, canonical text
    std::string encoding{};  ///< Content-Encoding
    sync::Encoding wanted{};  ///< of the reply
    std::string body{};
};

struct HttpReply {
    int status = 200;
    std::string_view type = "application/json";
    sync::Encoding encoding{};
    std::string body{};
};

/// The status that goes with a failure.
[[nodiscard]] int statusOf(sync::Trouble trouble);
[[nodiscard]] HttpReply failureReply(int status, sync::Trouble trouble, std::string sentence);

/// Answers a request; blocks. Not for Wait, which begins with beginWait(), nor for what is read with GET.
[[nodiscard]] HttpReply answer(HttpBackend& backend, const HttpCall& call, const HttpLimits& limits,
                               const std::stop_token& stop);

/// What a waiting request is to do: wait on for `seconds`, or reply at once.
struct WaitBegin {
    std::shared_ptr<void> subscription{};
    int seconds = 0;
    std::optional<HttpReply> reply{};
};
[[nodiscard]] WaitBegin beginWait(HttpBackend& backend, const HttpCall& call, const HttpLimits& limits,
                                  std::function<void()> wake, const std::stop_token& stop);
[[nodiscard]] HttpReply endWait(bool changed);

/// Compresses the body in place where that is worth it.
void shrink(HttpReply& reply, sync::Encoding wanted);

}  // namespace kith::server
