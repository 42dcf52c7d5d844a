#include <kith/server/http_routes.h>

#include <kith/sync/wire.h>

#include <algorithm>
#include <array>
#include <utility>

namespace kith::server {

using namespace sync;

namespace {

struct RouteSpec {
    Route route;
    std::string_view path;
    std::string_view name;
    std::string_view logged;
};

// A literal, because only literals and numbers may go into the log.
#define KITH_LOGGED " status={} microseconds={} received={} sent={}"

constexpr std::array<RouteSpec, kRoutes> kTable{{
    {Route::Hello, "/v1/hello", "hello", "hello" KITH_LOGGED},
    {Route::SignIn, "/v1/sign-in", "sign-in", "sign-in" KITH_LOGGED},
    {Route::Refresh, "/v1/refresh", "refresh", "refresh" KITH_LOGGED},
    {Route::SignOut, "/v1/sign-out", "sign-out", "sign-out" KITH_LOGGED},
    {Route::Devices, "/v1/devices", "devices", "devices" KITH_LOGGED},
    {Route::Team, "/v1/team", "team", "team" KITH_LOGGED},
    {Route::Push, "/v1/push", "push", "push" KITH_LOGGED},
    {Route::Pull, "/v1/pull", "pull", "pull" KITH_LOGGED},
    {Route::Wait, "/v1/wait", "wait", "wait" KITH_LOGGED},
    {Route::Snapshot, "/v1/snapshot", "snapshot", "snapshot" KITH_LOGGED},
    {Route::Part, "/v1/part", "part", "part" KITH_LOGGED},
    {Route::Verify, "/v1/verify", "verify", "verify" KITH_LOGGED},
    {Route::Command, "/v1/command", "command", "command" KITH_LOGGED},
    {Route::Audit, "/v1/audit", "audit", "audit" KITH_LOGGED},
    {Route::Health, "/healthz", "healthz", "healthz" KITH_LOGGED},
    {Route::Ready, "/readyz", "readyz", "readyz" KITH_LOGGED},
    {Route::Metrics, "/metrics", "metrics", "metrics" KITH_LOGGED},
    {Route::Unknown, "", "unknown", "unknown" KITH_LOGGED},
}};

#undef KITH_LOGGED

/// Replies smaller than this fit into one packet anyway.
constexpr std::size_t kWorthCompressing = 1024;

constexpr int kUnauthorised = 401;

HttpReply failed(Failure failure)
{
    // Stopped is what a caller's own stop request ends with; to the other side it is a server that is going down.
    if (failure.trouble == Trouble::Stopped)
        failure = {Trouble::Busy, "The server is being restarted; try again in a moment."};
    const int status = statusOf(failure.trouble);
    return failureReply(status, failure.trouble, std::move(failure.sentence));
}

std::expected<std::string, HttpReply> bodyOf(const HttpCall& call, const HttpLimits& limits)
{
    const auto encoding = encodingOf(call.encoding);
    if (!encoding)
        return std::unexpected(failureReply(415, Trouble::BadMessage,
                                            "The request is compressed in a way that this server does not know; it "
                                            "takes zstd and gzip."));
    auto body = expand(*encoding, call.body, {.bytes = limits.body, .ratio = limits.ratio});
    if (body) return std::move(*body);
    if (body.error() == ExpandProblem::TooLarge)
        return std::unexpected(failureReply(413, Trouble::BadMessage, "The request is too large."));
    return std::unexpected(failureReply(400, Trouble::BadMessage, "The compressed request is damaged."));
}

template <class Request>
std::expected<Request, HttpReply> read(const HttpCall& call, const HttpLimits& limits)
{
    auto body = bodyOf(call, limits);
    if (!body) return std::unexpected(std::move(body.error()));
    auto request = fromJson<Request>(*body);
    if (!request) return std::unexpected(failureReply(400, Trouble::BadMessage, std::move(request.error().message)));
    return std::move(*request);
}

template <class Reply>
HttpReply replied(Answer<Reply> given)
{
    if (!given) return failed(std::move(given.error()));
    return {.body = toJson(*given)};
}

/// Reads a Request, asks, writes what comes back.
template <class Request, class Ask>
HttpReply exchange(const HttpCall& call, const HttpLimits& limits, Ask ask)
{
    auto request = read<Request>(call, limits);
    if (!request) return std::move(request.error());
    return replied(ask(*request));
}

HttpReply part(SyncService& service, const HttpCall& call, const HttpLimits& limits, const std::stop_token& stop)
{
    auto request = read<PartRequest>(call, limits);
    if (!request) return std::move(request.error());
    auto bytes = service.part(call.token, *request, stop);
    if (!bytes) return failed(std::move(bytes.error()));
    return {.type = "application/octet-stream", .body = std::move(*bytes)};
}

HttpReply signOut(SyncService& service, const HttpCall& call, const std::stop_token& stop)
{
    auto done = service.signOut(call.token, stop);
    if (!done) return failed(std::move(done.error()));
    return {.body = "{}"};
}

bool needsToken(Route route)
{
    return route != Route::Hello && route != Route::SignIn && route != Route::Refresh;
}

HttpReply noToken()
{
    return failureReply(kUnauthorised, Trouble::SignIn, "Sign in first.");
}

}  // namespace

Route routeOf(std::string_view target)
{
    const std::string_view path = target.substr(0, target.find('?'));
    const auto found = std::ranges::find(kTable, path, &RouteSpec::path);
    return found == kTable.end() || path.empty() ? Route::Unknown : found->route;
}

std::string_view nameOf(Route route)
{
    return kTable[static_cast<std::size_t>(route)].name;
}

std::string_view logLineOf(Route route)
{
    return kTable[static_cast<std::size_t>(route)].logged;
}

bool isRead(Route route)
{
    return route == Route::Health || route == Route::Ready || route == Route::Metrics;
}

int statusOf(Trouble trouble)
{
    switch (trouble) {
    case Trouble::SignIn: return kUnauthorised;
    case Trouble::Denied: return 403;
    case Trouble::Busy: return 429;
    case Trouble::TooOld: return 426;
    case Trouble::BadMessage: return 400;
    case Trouble::Stopped: return 503;
    case Trouble::Offline:
    case Trouble::NotKith:
    case Trouble::Untrusted:
    case Trouble::Workspace:
    case Trouble::Ask:
    case Trouble::ServerFault: return 500;
    }
    return 500;
}

HttpReply failureReply(int status, Trouble trouble, std::string sentence)
{
    return {.status = status, .body = toJson(Failure{.trouble = trouble, .sentence = std::move(sentence)})};
}

HttpReply answer(HttpBackend& backend, const HttpCall& call, const HttpLimits& limits, const std::stop_token& stop)
{
    if (needsToken(call.route) && call.token.empty()) return noToken();
    SyncService& service = backend.service();
    const Token& token = call.token;
    switch (call.route) {
    case Route::Hello:
        return exchange<HelloRequest>(call, limits, [&](const auto& m) { return service.hello(token, m, stop); });
    case Route::SignIn:
        return exchange<SignInRequest>(call, limits,
                                       [&](const auto& m) { return backend.signIn(m, call.address, stop); });
    case Route::Refresh:
        return exchange<RefreshRequest>(call, limits, [&](const auto& m) { return service.refresh(m, stop); });
    case Route::SignOut: return signOut(service, call, stop);
    case Route::Devices: return replied(service.devices(token, stop));
    case Route::Team: return replied(service.team(token, stop));
    case Route::Push:
        return exchange<PushRequest>(call, limits, [&](const auto& m) { return service.push(token, m, stop); });
    case Route::Pull:
        return exchange<PullRequest>(call, limits, [&](const auto& m) { return service.pull(token, m, stop); });
    case Route::Snapshot:
        return exchange<SnapshotRequest>(call, limits, [&](const auto& m) { return service.snapshot(token, m, stop); });
    case Route::Part: return part(service, call, limits, stop);
    case Route::Verify:
        return exchange<VerifyRequest>(call, limits, [&](const auto& m) { return service.verify(token, m, stop); });
    case Route::Command:
        return exchange<Command>(call, limits, [&](const auto& m) { return service.command(token, m, stop); });
    case Route::Audit:
        return exchange<AuditRequest>(call, limits, [&](const auto& m) { return service.audit(token, m, stop); });
    case Route::Wait:
    case Route::Health:
    case Route::Ready:
    case Route::Metrics:
    case Route::Unknown: break;
    }
    return failureReply(404, Trouble::BadMessage, "There is nothing at this address.");
}

WaitBegin beginWait(HttpBackend& backend, const HttpCall& call, const HttpLimits& limits, std::function<void()> wake,
                    const std::stop_token& stop)
{
    if (call.token.empty()) return {.reply = noToken()};
    auto request = read<WaitRequest>(call, limits);
    if (!request) return {.reply = std::move(request.error())};
    auto waiter = backend.watch(call.token, *request, std::move(wake), stop);
    if (!waiter) return {.reply = failed(std::move(waiter.error()))};
    if (waiter->changed) return {.reply = endWait(true)};
    return {.subscription = std::move(waiter->subscription), .seconds = request->seconds};
}

HttpReply endWait(bool changed)
{
    return {.body = toJson(WaitReply{.changed = changed})};
}

void shrink(HttpReply& reply, Encoding wanted)
{
    if (wanted == Encoding::Identity || reply.body.size() < kWorthCompressing) return;
    if (reply.type == "application/octet-stream") return;
    reply.body = compress(wanted, reply.body);
    reply.encoding = wanted;
}

}  // namespace kith::server
