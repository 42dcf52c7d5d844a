#include "listener.h"

#include "core.h"

#include <kith/base/text.h>

#include <QSqlDriver>
#include <QTimer>

#include <charconv>

namespace kith::server {

namespace {

constexpr std::chrono::seconds kLookAfter{5};
constexpr std::chrono::milliseconds kTryAgain{500};

QString channel()
{
    return QString::fromUtf8(kChannel.data(), static_cast<qsizetype>(kChannel.size()));
}

}  // namespace

class ListenerEar : public QObject {
public:
    ListenerEar(DatabasePlace place, News& news) : database_(std::move(place)), news_(news), timer_(this)
    {
        QObject::connect(&timer_, &QTimer::timeout, this, [this] { look(); });
    }

    void begin() { look(); }

private:
    /// Sees to it that the connection stands and listens.
    void look()
    {
        const bool stood = listening_;
        if (listening_ && !database_.direct("SELECT 1")) listening_ = false;
        if (!listening_) subscribe();
        if (!stood && listening_) news_.wakeAll();
        timer_.start(listening_ ? std::chrono::milliseconds(kLookAfter) : kTryAgain);
    }

    void subscribe()
    {
        if (!database_.connect()) return;
        QSqlDriver* driver = database_.handle().driver();
        if (!driver->subscribeToNotification(channel())) return;
        QObject::connect(driver, &QSqlDriver::notification, this,
                         [this](const QString&, QSqlDriver::NotificationSource, const QVariant& payload) {
                             news_.publish(parseNews(payload.toString().toStdString()));
                         });
        listening_ = true;
    }

    Database database_;
    News& news_;
    QTimer timer_;
    bool listening_ = false;
};

Listener::Listener(const DatabasePlace& place, News& news) : ear_(new ListenerEar(place, news))
{
    ear_->moveToThread(&thread_);
    QObject::connect(&thread_, &QThread::started, ear_, [ear = ear_] { ear->begin(); });
    QObject::connect(&thread_, &QThread::finished, ear_, &QObject::deleteLater);
    thread_.start();
}

Listener::~Listener()
{
    thread_.quit();
    thread_.wait();
}

std::vector<Topic> parseNews(std::string_view payload)
{
    std::vector<Topic> topics;
    for (const std::string_view part : split(payload, ',')) {
        const auto colon = part.find(':');
        if (colon == std::string_view::npos) continue;
        const auto id = Id::parse(part.substr(0, colon));
        const std::string_view digits = part.substr(colon + 1);
        std::int64_t number = 0;
        const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (id && read.ec == std::errc{}) topics.push_back({*id, number});
    }
    return topics;
}

}  // namespace kith::server
