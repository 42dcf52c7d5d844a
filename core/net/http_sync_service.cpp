#include <kith/net/http_sync_service.h>

#include "network_thread.h"

#include <kith/sync/wire.h>

#include <QFile>
#include <QHostAddress>
#include <QSslCertificate>
#include <QSslSocket>

namespace kith::net {

using namespace sync;

namespace {

constexpr std::string_view kBytes = "application/octet-stream";

Result<QSslConfiguration> tlsFor(const HttpSyncOptions& options)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (options.caFile.empty()) return tls;
    QFile file(QFile::decodeName(options.caFile.c_str()));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::BadInput, "The file of trusted certificates cannot be read.");
    const auto certificates = QSslCertificate::fromDevice(&file, QSsl::Pem);
    if (certificates.isEmpty())
        return fail(ErrorCode::BadInput, "The file of trusted certificates holds no certificate in PEM form.");
    tls.addCaCertificates(certificates);
    return tls;
}

/// Asks and reads what comes back.
template <class Reply>
Answer<Reply> ask(NetworkThread& thread, std::string_view path, const Token& token, const std::string& json,
                  const std::stop_token& stop, std::chrono::milliseconds longer = {})
{
    auto body = verdictOf(thread.post(path, token, json, longer, stop), kJson, thread.options().largestReply);
    if (!body) return std::unexpected(std::move(body.error()));
    auto reply = fromJson<Reply>(*body);
    if (!reply) return std::unexpected(notOurs());
    return std::move(*reply);
}

}  // namespace

Result<void> checkServerUrl(const std::string& url)
{
    const QUrl parsed(QString::fromStdString(url), QUrl::StrictMode);
    if (!parsed.isValid() || parsed.host().isEmpty())
        return fail(ErrorCode::BadInput, "That is not an address; write it like https://kith.example.org.");
    if (!parsed.userInfo().isEmpty() || parsed.hasQuery() || parsed.hasFragment())
        return fail(ErrorCode::BadInput, "The address holds more than a server and a path.");
    if (parsed.scheme() == QLatin1String("https")) return {};
    if (parsed.scheme() != QLatin1String("http"))
        return fail(ErrorCode::BadInput, "The address of a server begins with https://.");
    if (parsed.host() == QLatin1String("localhost") || QHostAddress(parsed.host()).isLoopback()) return {};
    return fail(ErrorCode::BadInput, "Without encryption Kith talks to this machine only; use https://.");
}

Result<std::unique_ptr<HttpSyncService>> HttpSyncService::open(HttpSyncOptions options)
{
    KITH_CHECK(checkServerUrl(options.url));
    if (!QSslSocket::supportsSsl()) return fail(ErrorCode::Internal, "TLS is not there on this machine.");
    KITH_TRY(tls, tlsFor(options));
    return std::unique_ptr<HttpSyncService>(
        new HttpSyncService(std::make_unique<NetworkThread>(std::move(options), tls)));
}

HttpSyncService::HttpSyncService(std::unique_ptr<NetworkThread> thread) : thread_(std::move(thread)) { }
HttpSyncService::~HttpSyncService() = default;

Answer<HelloReply> HttpSyncService::hello(const Token& token, const HelloRequest& request, std::stop_token stop)
{
    return ask<HelloReply>(*thread_, "/v1/hello", token, toJson(request), stop);
}

Answer<Tokens> HttpSyncService::signIn(const SignInRequest& request, std::stop_token stop)
{
    return ask<Tokens>(*thread_, "/v1/sign-in", {}, toJson(request), stop);
}

Answer<Tokens> HttpSyncService::refresh(const RefreshRequest& request, std::stop_token stop)
{
    return ask<Tokens>(*thread_, "/v1/refresh", {}, toJson(request), stop);
}

Answer<void> HttpSyncService::signOut(const Token& token, std::stop_token stop)
{
    const auto done =
        verdictOf(thread_->post("/v1/sign-out", token, "{}", {}, stop), kJson, thread_->options().largestReply);
    if (!done) return std::unexpected(done.error());
    return {};
}

Answer<std::vector<Device>> HttpSyncService::devices(const Token& token, std::stop_token stop)
{
    return ask<std::vector<Device>>(*thread_, "/v1/devices", token, "{}", stop);
}

Answer<Team> HttpSyncService::team(const Token& token, std::stop_token stop)
{
    return ask<Team>(*thread_, "/v1/team", token, "{}", stop);
}

Answer<PushReply> HttpSyncService::push(const Token& token, const PushRequest& request, std::stop_token stop)
{
    return ask<PushReply>(*thread_, "/v1/push", token, toJson(request), stop);
}

Answer<PullReply> HttpSyncService::pull(const Token& token, const PullRequest& request, std::stop_token stop)
{
    return ask<PullReply>(*thread_, "/v1/pull", token, toJson(request), stop);
}

Answer<WaitReply> HttpSyncService::wait(const Token& token, const WaitRequest& request, std::stop_token stop)
{
    return ask<WaitReply>(*thread_, "/v1/wait", token, toJson(request), stop, std::chrono::seconds{request.seconds});
}

Answer<SnapshotReply> HttpSyncService::snapshot(const Token& token, const SnapshotRequest& request,
                                                std::stop_token stop)
{
    return ask<SnapshotReply>(*thread_, "/v1/snapshot", token, toJson(request), stop);
}

Answer<std::string> HttpSyncService::part(const Token& token, const PartRequest& request, std::stop_token stop)
{
    return verdictOf(thread_->post("/v1/part", token, toJson(request), {}, stop), kBytes,
                     thread_->options().largestReply);
}

Answer<VerifyReply> HttpSyncService::verify(const Token& token, const VerifyRequest& request, std::stop_token stop)
{
    return ask<VerifyReply>(*thread_, "/v1/verify", token, toJson(request), stop);
}

Answer<CommandReply> HttpSyncService::command(const Token& token, const Command& request, std::stop_token stop)
{
    return ask<CommandReply>(*thread_, "/v1/command", token, toJson(request), stop);
}

Answer<std::vector<AuditEntry>> HttpSyncService::audit(const Token& token, const AuditRequest& request,
                                                       std::stop_token stop)
{
    return ask<std::vector<AuditEntry>>(*thread_, "/v1/audit", token, toJson(request), stop);
}

}  // namespace kith::net
