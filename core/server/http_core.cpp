#include "http_core.h"

#include "http_tls.h"

#include <kith/base/log.h>

#include <chrono>

namespace kith::server {

using asio::ip::tcp;

namespace {

/// How long to leave off accepting when the system has no descriptors left.
constexpr std::chrono::milliseconds kBreath{50};

}  // namespace

HttpCore::HttpCore(HttpBackend& served, HttpOptions how)
    : backend(served), options(std::move(how)), workers_(std::max<std::size_t>(1, options.workers))
{
}

// There is no going on when the loop cannot be ended.
HttpCore::~HttpCore()  // NOLINT(bugprone-exception-escape)
{
    stop();
}

Result<void> HttpCore::start()
{
    KITH_TRY(trusted, Networks::parse(options.proxies));
    KITH_TRY(watching, Networks::parse(options.monitors));
    proxies = std::move(trusted);
    monitors = std::move(watching);
    if (options.tls) {
        KITH_TRY(context, tlsContext(*options.tls));
        tls = std::move(context);
    }
    KITH_CHECK(listen());
    asio::co_spawn(*io, [this] { return acceptAll(); }, [](const std::exception_ptr&) {});
    busy_.emplace(io->get_executor());
    loop_ = std::thread([this] { io->run(); });
    log::line(log::Level::Info, "http", "listening port={} tls={}", port_, tls != nullptr);
    return {};
}

Result<void> HttpCore::listen()
{
    boost::system::error_code error;
    const auto address = asio::ip::make_address(options.address, error);
    if (error)
        return fail(ErrorCode::BadInput, options.address + " is not an IP address; write it like 127.0.0.1 or ::1.");
    if (!tls && !address.is_loopback() && !options.plainBeyondLoopback)
        return fail(ErrorCode::BadInput,
                    "Without TLS the server listens on this machine only: give it a certificate and key, or the "
                    "loopback address behind a reverse proxy.");
    const tcp::endpoint endpoint(address, options.port);
    const bool listening = !acceptor_.open(endpoint.protocol(), error)
        && !acceptor_.set_option(asio::socket_base::reuse_address(true), error) && !acceptor_.bind(endpoint, error)
        && !acceptor_.listen(asio::socket_base::max_listen_connections, error);
    if (listening) port_ = acceptor_.local_endpoint(error).port();
    if (error) return fail(ErrorCode::Conflict, "The server cannot listen there: " + error.message() + '.');
    return {};
}

asio::awaitable<void> HttpCore::acceptAll()
{
    while (!stopping_) {
        boost::system::error_code error;
        tcp::socket socket(*io);
        co_await acceptor_.async_accept(socket, asio::redirect_error(asio::use_awaitable, error));
        if (stopping_) co_return;
        if (!error) {
            accepted(std::move(socket));
            continue;
        }
        log::line(log::Level::Warning, "http", "accept failed error={}", error.value());
        asio::steady_timer pause(*io, kBreath);
        co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, error));
    }
}

void HttpCore::accepted(tcp::socket socket)
{
    boost::system::error_code error;
    const tcp::endpoint remote = socket.remote_endpoint(error);
    if (error) return;
    const auto peer = Address::parse(remote.address().to_string());
    if (!peer) return;
    if (sessions_.size() >= options.limits.connections) return metrics.refused(Refused::Connections);
    const bool counted = !proxies.contains(*peer);
    if (counted && !connectionsOf.add(peer->counted(), options.limits.perAddress))
        return metrics.refused(Refused::PerAddress);
    static_cast<void>(socket.set_option(tcp::no_delay(true), error));
    asio::co_spawn(*io, serveConnection(*this, std::move(socket), *peer),
                   [this, counted, address = peer->counted()](const std::exception_ptr& thrown) {
                       if (counted) connectionsOf.remove(address);
                       if (thrown) log::line(log::Level::Error, "http", "a connection ended with an exception");
                   });
}

void HttpCore::leave(HttpSession& session)
{
    sessions_.erase(&session);
    tellIfEmpty();
}

void HttpCore::tellIfEmpty()
{
    if (!stopping_ || toldEmpty_ || !sessions_.empty()) return;
    toldEmpty_ = true;
    empty_.set_value();
}

void HttpCore::beginStop()
{
    stopping_ = true;
    boost::system::error_code ignored;
    static_cast<void>(acceptor_.close(ignored));
    for (HttpSession* session : sessions_) {
        if (session->idle) session->close();
        else if (session->pending) session->pending->timer.cancel();
    }
    tellIfEmpty();
}

void HttpCore::closeAll()
{
    for (HttpSession* session : sessions_) session->close();
}

void HttpCore::stop()
{
    if (!loop_.joinable()) return;
    auto drained = empty_.get_future();
    asio::post(*io, [this] { beginStop(); });
    if (drained.wait_for(options.limits.stopWithin) != std::future_status::ready) {
        log::line(log::Level::Warning, "http", "requests under way were cut off");
        hardStop_.request_stop();
        asio::post(*io, [this] { closeAll(); });
        drained.wait();
    }
    workers_.join();
    busy_.reset();
    loop_.join();
    log::line(log::Level::Info, "http", "stopped");
}

Result<void> HttpCore::reloadTls()
{
    if (!options.tls) return {};
    KITH_TRY(context, tlsContext(*options.tls));
    asio::post(*io, [this, context = std::move(context)] { tls = context; });
    return {};
}

std::string HttpCore::metricsText() const
{
    std::size_t waiting = 0;
    for (const HttpSession* session : sessions_) waiting += session->pending != nullptr ? 1 : 0;
    return metrics.text(sessions_.size(), waiting, queued_);
}

HttpServer::HttpServer(HttpBackend& backend, HttpOptions options)
    : core_(std::make_unique<HttpCore>(backend, std::move(options)))
{
}

HttpServer::~HttpServer() = default;

Result<void> HttpServer::start()
{
    return core_->start();
}

std::uint16_t HttpServer::port() const
{
    return core_->port();
}

void HttpServer::stop()
{
    core_->stop();
}

Result<void> HttpServer::reloadTls()
{
    return core_->reloadTls();
}

}  // namespace kith::server
