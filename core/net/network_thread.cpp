#include "network_thread.h"

#include <kith/sync/body.h>

#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QSslError>

#include <functional>
#include <future>

namespace kith::net {

namespace {

/// Runs something on the thread that an object lives on, soon.
void post(QObject* where, const std::function<void()>& work)
{
#ifndef __clang_analyzer__  // it does not see that Qt takes over the copy
    QMetaObject::invokeMethod(where, work, Qt::QueuedConnection);
#endif
}

/// Smaller bodies are sent as they are.
constexpr std::size_t kWorthCompressing = 1024;

bool isThisMachine(const QString& host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

/// The system's proxy, asked for each request, because laptops change networks.
class SystemProxy final : public QNetworkProxyFactory {
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override
    {
        if (isThisMachine(query.peerHostName())) return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return systemProxyForQuery(query);
    }
};

Ended endedBy(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::NoError: return Ended::Complete;
    case QNetworkReply::HostNotFoundError: return Ended::NoSuchHost;
    case QNetworkReply::ConnectionRefusedError: return Ended::Refused;
    case QNetworkReply::RemoteHostClosedError: return Ended::CutOff;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError: return Ended::TimedOut;
    case QNetworkReply::SslHandshakeFailedError: return Ended::Untrusted;
    default: break;
    }
    // QNetworkReply groups its codes: 1–99 network, 101–199 proxy, from 201 on what HTTP statuses are turned into.
    if (error > QNetworkReply::UnknownNetworkError && error <= QNetworkReply::UnknownProxyError) return Ended::Proxy;
    return error > QNetworkReply::UnknownProxyError ? Ended::Complete : Ended::Other;
}

}  // namespace

/// A request under way. Everything but `ended` belongs to the network thread.
struct Call {
    QNetworkRequest request;
    QByteArray body;
    std::size_t largest = 0;
    QNetworkReply* reply = nullptr;
    Exchange exchange;
    bool stopped = false;
    std::promise<Exchange> ended;
};

/// Lives on the network thread.
class Talker final : public QObject {
public:
    Talker() { manager_.setProxyFactory(new SystemProxy); }

    void begin(const std::shared_ptr<Call>& call)
    {
        if (call->stopped) return call->ended.set_value({.ended = Ended::Stopped});
        call->reply = manager_.post(call->request, call->body);
        QNetworkReply* const reply = call->reply;
        connect(reply, &QNetworkReply::sslErrors, this, [call](const QList<QSslError>& errors) {
            // Only noted: an error that is not ignored ends the request.
            if (!errors.isEmpty()) call->exchange.detail = errors.front().errorString().toStdString();
            call->exchange.ended = Ended::Untrusted;
        });
        connect(reply, &QNetworkReply::readyRead, this, [call] {
            const QByteArray piece = call->reply->readAll();
            call->exchange.body.append(piece.constData(), static_cast<std::size_t>(piece.size()));
            if (call->exchange.body.size() <= call->largest) return;
            call->exchange.ended = Ended::TooLarge;
            call->reply->abort();
        });
        connect(reply, &QNetworkReply::finished, this, [call] { finish(*call); });
    }

    static void stop(const std::shared_ptr<Call>& call)
    {
        call->stopped = true;
        if (call->reply != nullptr) call->reply->abort();
    }

private:
    static void finish(Call& call)
    {
        Exchange& exchange = call.exchange;
        QNetworkReply& reply = *call.reply;
        const QByteArray rest = reply.isOpen() ? reply.readAll() : QByteArray{};
        exchange.body.append(rest.constData(), static_cast<std::size_t>(rest.size()));
        exchange.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        exchange.contentType = reply.rawHeader("Content-Type").toStdString();
        exchange.contentEncoding = reply.rawHeader("Content-Encoding").toStdString();
        if (call.stopped) exchange.ended = Ended::Stopped;
        else if (exchange.ended == Ended::Complete) exchange.ended = endedBy(reply.error());
        if (exchange.ended == Ended::Complete && exchange.status == 0) exchange.ended = Ended::Other;
        call.reply = nullptr;
        reply.deleteLater();
        call.ended.set_value(std::move(exchange));
    }

    QNetworkAccessManager manager_;
};

NetworkThread::NetworkThread(HttpSyncOptions options, const QSslConfiguration& tls)
    : options_(std::move(options)), tls_(tls)
{
    thread_.setObjectName(QStringLiteral("kith-net"));
    const auto made = std::make_shared<std::promise<Talker*>>();
    // The manager is to live on the thread that uses it, so it is made there.
    QObject::connect(
        &thread_, &QThread::started, &thread_, [made] { made->set_value(new Talker); }, Qt::DirectConnection);
    thread_.start();
    talker_ = made->get_future().get();
    QObject::connect(&thread_, &QThread::finished, talker_, &QObject::deleteLater);
}

NetworkThread::~NetworkThread()
{
    thread_.quit();
    thread_.wait();
}

Exchange NetworkThread::post(std::string_view path, const sync::Token& token, const std::string& json,
                             std::chrono::milliseconds longer, const std::stop_token& stop)
{
    if (stop.stop_requested()) return {.ended = Ended::Stopped};
    const auto call = std::make_shared<Call>();
    QUrl url(QString::fromStdString(options_.url));
    QString base = url.path();
    while (base.endsWith(u'/')) base.chop(1);
    url.setPath(base + QString::fromUtf8(path.data(), static_cast<qsizetype>(path.size())));
    QNetworkRequest& request = call->request;
    request.setUrl(url);
    request.setSslConfiguration(tls_);
    request.setTransferTimeout(static_cast<int>((options_.patience + longer).count()));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    // Said by us, so that Qt leaves the expanding to us, too.
    request.setRawHeader("Accept-Encoding", "zstd, gzip");
    request.setRawHeader("User-Agent", "Kith");
    if (!token.empty()) request.setRawHeader("Authorization", QByteArray("Bearer ").append(token.c_str()));
    if (json.size() >= kWorthCompressing) {
        request.setRawHeader("Content-Encoding", "zstd");
        call->body = QByteArray::fromStdString(sync::compress(sync::Encoding::Zstd, json));
    } else {
        call->body = QByteArray::fromStdString(json);
    }
    call->largest = options_.largestReply;
    auto ended = call->ended.get_future();
    net::post(talker_, [talker = talker_, call] { talker->begin(call); });
    const std::stop_callback whenStopped(stop, [this, call] { net::post(talker_, [call] { Talker::stop(call); }); });
    return ended.get();
}

}  // namespace kith::net
