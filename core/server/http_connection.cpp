#include "http_core.h"
#include "http_fields.h"

#include <kith/base/log.h>

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>

#include <chrono>
#include <poll.h>
#include <type_traits>

namespace kith::server {

namespace beast = boost::beast;
namespace http = beast::http;
using beast::error_code;
using sync::Trouble;

namespace {

using Request = HttpRequest;
using Parser = http::request_parser<http::string_body>;

constexpr std::size_t kFirstRead = 4096;
/// What is read and thrown away, and for how long, after a request was refused before its end: a client that is still
/// sending sees the reply only when its bytes are taken (RFC 9112, 9.6).
constexpr std::size_t kLinger = 4UZ * 1024 * 1024;
constexpr std::chrono::milliseconds kLingerFor{2000};
constexpr std::chrono::milliseconds kGoodbye{1000};
constexpr unsigned kHttp11 = 11;

/// Whether the other side has closed.
bool isGone(int socket)
{
    pollfd state{.fd = socket, .events = POLLRDHUP, .revents = 0};
    return poll(&state, 1, 0) > 0;
}

/// Serves one connection, with TLS or without.
template <class Stream>
class Connection {
public:
    Connection(HttpCore& core, Stream& stream, HttpSession& session) : core_(core), stream_(stream), session_(session)
    {
    }

    asio::awaitable<void> run()
    {
        bool fresh = true;
        bool open = true;
        while (open) {
            open = co_await requestBegins(fresh);
            if (!open) break;
            session_.idle = false;
            open = co_await oneRequest();
            session_.idle = true;
            fresh = false;
        }
    }

private:
    [[nodiscard]] beast::tcp_stream& transport() { return beast::get_lowest_layer(stream_); }
    [[nodiscard]] const HttpLimits& limits() const { return core_.options.limits; }

    /// Waits for the first bytes of a request.
    asio::awaitable<bool> requestBegins(bool fresh)
    {
        if (core_.isStopping()) co_return false;
        if (buffer_.size() > 0) co_return true;
        error_code error;
        transport().expires_after(fresh ? limits().headersWithin : limits().idleFor);
        const std::size_t size = co_await stream_.async_read_some(buffer_.prepare(kFirstRead),
                                                                  asio::redirect_error(asio::use_awaitable, error));
        buffer_.commit(size);
        if (error == beast::error::timeout && fresh) core_.metrics.refused(Refused::Timeout);
        co_return !error;
    }

    /// Reads and answers one request. False when the connection shall end.
    asio::awaitable<bool> oneRequest()
    {
        error_code error;
        Parser parser;
        parser.header_limit(static_cast<std::uint32_t>(limits().headers));
        parser.body_limit(limits().body);
        transport().expires_after(limits().headersWithin);
        co_await http::async_read_header(stream_, buffer_, parser, asio::redirect_error(asio::use_awaitable, error));
        if (!error && beast::iequals(parser.get()[http::field::expect], "100-continue")) {
            http::response<http::empty_body> goOn(http::status::continue_, kHttp11);
            co_await http::async_write(stream_, goOn, asio::redirect_error(asio::use_awaitable, error));
        }
        if (!error) {
            transport().expires_after(limits().bodyWithin);
            co_await http::async_read(stream_, buffer_, parser, asio::redirect_error(asio::use_awaitable, error));
        }
        if (error) {
            co_await refuse(error);
            co_return false;
        }
        transport().expires_never();
        const Request request = parser.release();
        const auto began = std::chrono::steady_clock::now();
        const Route route = routeOf(viewOf(request.target()));
        HttpReply reply = co_await answerFor(request, route);
        const bool keep = request.keep_alive() && !core_.isStopping();
        const std::size_t sent = reply.body.size();
        const int status = reply.status;
        const bool written = co_await write(std::move(reply), keep);
        note(route, status, began, request.body().size(), sent);
        co_return keep&& written;
    }

    void note(Route route, int status, std::chrono::steady_clock::time_point began, std::size_t in, std::size_t out)
    {
        const auto took =
            std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - began);
        core_.metrics.answered(route, status, took, in, out);
        constexpr int kServerFault = 500;
        const log::Level level = isRead(route) ? log::Level::Debug
            : status >= kServerFault           ? log::Level::Warning
                                               : log::Level::Info;
        log::line(level, "http", logLineOf(route), status, took.count(), in, out);
    }

    asio::awaitable<HttpReply> answerFor(const Request& request, Route route)
    {
        if (route == Route::Unknown)
            co_return failureReply(404, Trouble::BadMessage, "There is nothing at this address.");
        const auto expected = isRead(route) ? http::verb::get : http::verb::post;
        if (request.method() != expected)
            co_return failureReply(405, Trouble::BadMessage, "This address does not take that method.");
        if (route == Route::Health) co_return HttpReply{.type = "text/plain", .body = "ok\n"};
        if (core_.isStopping()) {
            core_.metrics.refused(Refused::Stopping);
            co_return failureReply(503, Trouble::Busy, "The server is being restarted; try again in a moment.");
        }
        if (!isRead(route) && !request.body().empty() && !isJson(request))
            co_return failureReply(415, Trouble::BadMessage, "A request is application/json.");
        if (!core_.hasRoom()) {
            core_.metrics.refused(Refused::Queue);
            co_return failureReply(503, Trouble::Busy, "The server has too much to do; try again in a moment.");
        }
        const std::string forwarded = forwardedForOf(request);
        const Address client = clientOf(session_.peer, forwarded, core_.proxies);
        const bool throughProxy = client != session_.peer;
        if (throughProxy && !core_.requestsOf.add(client.counted(), limits().perAddress)) {
            core_.metrics.refused(Refused::PerAddress);
            co_return failureReply(429, Trouble::Busy, "Too many requests at the same time from this address.");
        }
        HttpReply reply;
        if (route == Route::Ready) reply = co_await readiness();
        else if (route == Route::Metrics) reply = co_await metricsFor(client, forwarded.empty());
        else reply = co_await asked(callOf(request, route, client));
        if (throughProxy) core_.requestsOf.remove(client.counted());
        co_return reply;
    }

    static HttpCall callOf(const Request& request, Route route, const Address& client)
    {
        return {.route = route,
                .token = tokenOf(request),
                .address = client.toString(),
                .encoding = std::string(viewOf(request[http::field::content_encoding])),
                .wanted = sync::bestOf(viewOf(request[http::field::accept_encoding])),
                .body = request.body()};
    }

    asio::awaitable<HttpReply> asked(HttpCall call)
    {
        if (call.route == Route::Wait) co_return co_await waited(std::move(call));
        std::function<HttpReply()> work = [this, call = std::move(call)] {
            try {
                HttpReply reply = answer(core_.backend, call, limits(), core_.stopToken());
                shrink(reply, call.wanted);
                return reply;
            } catch (const std::exception&) {
                return failureReply(500, Trouble::ServerFault, "The server failed; nothing was changed.");
            }
        };
        co_return co_await core_.onWorker(std::move(work));
    }

    asio::awaitable<HttpReply> waited(HttpCall call)
    {
        const auto pending = std::make_shared<HttpPending>(*core_.io);
        std::function<void()> wake = [io = core_.io, weak = std::weak_ptr(pending)] {
            asio::post(*io, [weak] {
                const auto waiting = weak.lock();
                if (!waiting) return;
                waiting->woken = true;
                waiting->timer.cancel();
            });
        };
        std::function<WaitBegin()> work = [this, call = std::move(call), wake = std::move(wake)]() -> WaitBegin {
            try {
                return beginWait(core_.backend, call, limits(), wake, core_.stopToken());
            } catch (const std::exception&) {
                return {.reply = failureReply(500, Trouble::ServerFault, "The server failed.")};
            }
        };
        WaitBegin begin = co_await core_.onWorker(std::move(work));
        if (begin.reply) co_return std::move(*begin.reply);
        if (!pending->woken && !core_.isStopping()) {
            error_code ignored;
            pending->timer.expires_after(std::chrono::seconds{begin.seconds});
            session_.pending = pending;
            endWithClient(pending);
            co_await pending->timer.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
            session_.pending.reset();
            static_cast<void>(transport().socket().cancel(ignored));
        }
        begin.subscription.reset();
        co_return endWait(pending->woken);
    }

    /// Ends the wait when the client goes away. Over TLS its goodbye is a record, like anything that it may say.
    void endWithClient(const std::shared_ptr<HttpPending>& pending)
    {
        if (buffer_.size() > 0) return;
        constexpr bool kTls = !std::is_same_v<Stream, beast::tcp_stream>;
        auto& socket = transport().socket();
        socket.async_wait(asio::ip::tcp::socket::wait_read,
                          [weak = std::weak_ptr(pending), handle = socket.native_handle()](error_code error) {
                              const auto waiting = error ? nullptr : weak.lock();
                              if (waiting && (kTls || isGone(handle))) waiting->timer.cancel();
                          });
    }

    asio::awaitable<HttpReply> readiness()
    {
        std::function<HttpReply()> work = [this]() -> HttpReply {
            if (core_.backend.isReady()) return {.type = "text/plain", .body = "ready\n"};
            return {.status = 503, .type = "text/plain", .body = "the database does not answer\n"};
        };
        co_return co_await core_.onWorker(std::move(work));
    }

    asio::awaitable<HttpReply> metricsFor(Address client, bool direct)
    {
        if (!(client.isLoopback() && direct) && !core_.monitors.contains(client))
            co_return failureReply(403, Trouble::Denied, "Metrics are read on the server itself.");
        std::function<std::string()> work = [this] { return core_.backend.metrics(); };
        const std::string more = co_await core_.onWorker(std::move(work));
        co_return HttpReply{.type = "text/plain; version=0.0.4", .body = core_.metricsText() + more};
    }

    /// Says why a request was not even read to its end, where somebody is there to hear it.
    asio::awaitable<void> refuse(error_code error)
    {
        HttpReply reply;
        if (error == http::error::header_limit) {
            core_.metrics.refused(Refused::Headers);
            reply = failureReply(431, Trouble::BadMessage, "The headers of the request are too large.");
        } else if (error == http::error::body_limit) {
            core_.metrics.refused(Refused::Body);
            reply = failureReply(413, Trouble::BadMessage, "The request is too large.");
        } else if (error == beast::error::timeout) {
            // The stream has been closed by its timer: there is nobody to tell.
            core_.metrics.refused(Refused::Timeout);
            co_return;
        } else if (error.category() == make_error_code(http::error::bad_method).category()
                   && error != http::error::end_of_stream && error != http::error::partial_message) {
            core_.metrics.refused(Refused::Malformed);
            reply = failureReply(400, Trouble::BadMessage, "The request is not HTTP/1.1.");
        } else {
            co_return;
        }
        if (co_await write(std::move(reply), false)) co_await discard();
    }

    asio::awaitable<void> discard()
    {
        error_code error;
        static_cast<void>(transport().socket().shutdown(asio::ip::tcp::socket::shutdown_send, error));
        transport().expires_after(kLingerFor);
        std::size_t taken = 0;
        while (!error && taken < kLinger) {
            buffer_.clear();
            taken += co_await transport().async_read_some(buffer_.prepare(kFirstRead),
                                                          asio::redirect_error(asio::use_awaitable, error));
        }
    }

    asio::awaitable<bool> write(HttpReply reply, bool keep)
    {
        http::response<http::string_body> response(static_cast<http::status>(reply.status), kHttp11);
        response.set(http::field::content_type, beast::string_view(reply.type.data(), reply.type.size()));
        response.set(http::field::cache_control, "no-store");
        response.set("X-Content-Type-Options", "nosniff");
        response.set(http::field::vary, "Accept-Encoding");
        if (core_.tls) response.set(http::field::strict_transport_security, "max-age=31536000");
        if (reply.encoding != sync::Encoding::Identity)
            response.set(http::field::content_encoding, std::string(sync::wordOf(reply.encoding)));
        constexpr int kUnauthorised = 401;
        constexpr int kNotAllowed = 405;
        constexpr int kTooMany = 429;
        constexpr int kUnavailable = 503;
        if (reply.status == kUnauthorised) response.set(http::field::www_authenticate, "Bearer");
        if (reply.status == kNotAllowed) response.set(http::field::allow, "GET, POST");
        if (reply.status == kTooMany || reply.status == kUnavailable) response.set(http::field::retry_after, "5");
        response.body() = std::move(reply.body);
        response.keep_alive(keep);
        response.prepare_payload();
        // Piece by piece, so that a slow reader has time as long as it takes something.
        http::response_serializer<http::string_body> serializer(response);
        error_code error;
        while (!error && !serializer.is_done()) {
            transport().expires_after(limits().idleFor);
            co_await http::async_write_some(stream_, serializer, asio::redirect_error(asio::use_awaitable, error));
        }
        co_return !error;
    }

    HttpCore& core_;
    Stream& stream_;
    HttpSession& session_;
    beast::flat_buffer buffer_;
};

/// Registers a session for as long as it lives.
class Entered {
public:
    Entered(HttpCore& core, HttpSession& session) : core_(core), session_(session) { core_.enter(session_); }
    ~Entered() { core_.leave(session_); }
    Entered(const Entered&) = delete;
    Entered& operator=(const Entered&) = delete;

private:
    HttpCore& core_;
    HttpSession& session_;
};

asio::awaitable<void> servePlain(HttpCore& core, asio::ip::tcp::socket socket, HttpSession& session)
{
    beast::tcp_stream stream(std::move(socket));
    session.close = [&stream] { stream.close(); };
    Connection<beast::tcp_stream> connection(core, stream, session);
    co_await connection.run();
    session.close = [] { };
    error_code ignored;
    static_cast<void>(stream.socket().shutdown(asio::ip::tcp::socket::shutdown_both, ignored));
}

asio::awaitable<void> serveTls(HttpCore& core, asio::ip::tcp::socket socket, HttpSession& session)
{
    const auto context = core.tls;  // this one, also when it is replaced meanwhile
    beast::ssl_stream<beast::tcp_stream> stream(beast::tcp_stream(std::move(socket)), *context);
    beast::tcp_stream& transport = beast::get_lowest_layer(stream);
    session.close = [&transport] { transport.close(); };
    error_code error;
    transport.expires_after(core.options.limits.headersWithin);
    co_await stream.async_handshake(asio::ssl::stream_base::server, asio::redirect_error(asio::use_awaitable, error));
    if (error) {
        core.metrics.refused(error == beast::error::timeout ? Refused::Timeout : Refused::Tls);
    } else {
        Connection<beast::ssl_stream<beast::tcp_stream>> connection(core, stream, session);
        co_await connection.run();
        transport.expires_after(kGoodbye);
        co_await stream.async_shutdown(asio::redirect_error(asio::use_awaitable, error));
    }
    session.close = [] { };
}

}  // namespace

asio::awaitable<void> serveConnection(HttpCore& core, asio::ip::tcp::socket socket, Address peer)
{
    HttpSession session{.peer = peer, .close = [] { }};
    const Entered entered(core, session);
    if (core.tls) co_await serveTls(core, std::move(socket), session);
    else co_await servePlain(core, std::move(socket), session);
}

}  // namespace kith::server
