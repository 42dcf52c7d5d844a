// The event loop, the workers and what connections share. Private to the HTTP server.
#pragma once

#include "http_metrics.h"

#include <kith/server/http_peer.h>
#include <kith/server/http_server.h>

// Asio 1.74 needs this one, and does not include it.
#include <utility>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <functional>
#include <future>
#include <map>
#include <set>
#include <thread>

namespace kith::server {

namespace asio = boost::asio;

/// A request that waits for news, on the event loop.
struct HttpPending {
    explicit HttpPending(asio::io_context& io) : timer(io) { }
    asio::steady_timer timer;
    bool woken = false;
};

/// What the core knows of a connection.
struct HttpSession {
    Address peer;
    bool idle = true;  ///< no request under way
    std::function<void()> close;  ///< at once
    std::shared_ptr<HttpPending> pending{};
};

/// How many of something each address has.
class AddressCounts {
public:
    /// False when it has `most` already.
    bool add(const Address& address, std::size_t most)
    {
        std::size_t& count = counts_[address];
        if (count >= most) return false;
        ++count;
        return true;
    }
    void remove(const Address& address)
    {
        const auto at = counts_.find(address);
        if (at != counts_.end() && --at->second == 0) counts_.erase(at);
    }

private:
    std::map<Address, std::size_t> counts_;
};

/// Everything but start, stop, port, reloadTls and the constructor is for the event loop's thread.
class HttpCore {
public:
    HttpCore(HttpBackend& backend, HttpOptions options);
    ~HttpCore();
    HttpCore(const HttpCore&) = delete;
    HttpCore& operator=(const HttpCore&) = delete;

    [[nodiscard]] Result<void> start();
    void stop();
    [[nodiscard]] Result<void> reloadTls();
    [[nodiscard]] std::uint16_t port() const { return port_; }

    /// Runs `work` on a worker and goes on here with what it returns. Callers have asked hasRoom().
    template <class T>
    asio::awaitable<T> onWorker(std::function<T()> work);
    [[nodiscard]] bool hasRoom() const { return queued_ < options.limits.queue; }

    void enter(HttpSession& session) { sessions_.insert(&session); }
    void leave(HttpSession& session);
    [[nodiscard]] bool isStopping() const { return stopping_; }
    [[nodiscard]] std::stop_token stopToken() const { return hardStop_.get_token(); }
    [[nodiscard]] std::string metricsText() const;

    HttpBackend& backend;
    const HttpOptions options;
    HttpMetrics metrics;
    Networks proxies;
    Networks monitors;
    AddressCounts connectionsOf;
    AddressCounts requestsOf;  ///< that came through a proxy
    /// Shared with those who wake waiting requests, so that one that comes too late finds it.
    std::shared_ptr<asio::io_context> io = std::make_shared<asio::io_context>(1);
    std::shared_ptr<asio::ssl::context> tls;

private:
    [[nodiscard]] Result<void> listen();
    asio::awaitable<void> acceptAll();
    void accepted(asio::ip::tcp::socket socket);
    void beginStop();
    void closeAll();
    void tellIfEmpty();

    asio::ip::tcp::acceptor acceptor_{*io};
    asio::thread_pool workers_;
    std::optional<asio::executor_work_guard<asio::io_context::executor_type>> busy_;
    std::thread loop_;
    std::set<HttpSession*> sessions_;
    std::stop_source hardStop_;
    std::promise<void> empty_;
    bool toldEmpty_ = false;
    bool stopping_ = false;
    std::size_t queued_ = 0;
    std::uint16_t port_ = 0;
};

template <class T>
asio::awaitable<T> HttpCore::onWorker(std::function<T()> work)
{
    ++queued_;
    return asio::async_initiate<const asio::use_awaitable_t<>&, void(T)>(
        [this](auto handler, std::function<T()> job) {
            asio::post(workers_, [this, handler = std::move(handler), job = std::move(job)]() mutable {
                T result = job();
                asio::post(*io, [this, handler = std::move(handler), result = std::move(result)]() mutable {
                    --queued_;
                    std::move(handler)(std::move(result));
                });
            });
        },
        asio::use_awaitable, std::move(work));
}

/// Serves one connection until it ends.
asio::awaitable<void> serveConnection(HttpCore& core, asio::ip::tcp::socket socket, Address peer);

}  // namespace kith::server
