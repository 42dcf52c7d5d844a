#include <kith/shell/desktop_notifications.h>

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QVariantMap>

namespace kith::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

QString service()
{
    return u"org.freedesktop.Notifications"_s;
}

QString path()
{
    return u"/org/freedesktop/Notifications"_s;
}

QDBusMessage callOf(const QString& method)
{
    return QDBusMessage::createMethodCall(service(), path(), service(), method);
}

}  // namespace

DesktopNotifications::DesktopNotifications(QObject* parent) : QObject(parent)
{
    auto bus = QDBusConnection::sessionBus();
    known_ = !bus.isConnected();
    if (known_) return;
    bus.connect(service(), path(), service(), u"ActionInvoked"_s, this, SLOT(onAction(uint, QString)));
    askWhatItCan();
}

void DesktopNotifications::askWhatItCan()
{
    auto* waiting =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(callOf(u"GetCapabilities"_s)), this);
    connect(waiting, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* call) {
        call->deleteLater();
        const QDBusPendingReply<QStringList> reply(*call);
        canAct_ = !reply.isError() && reply.value().contains(u"actions"_s);
        readsMarkup_ = !reply.isError() && reply.value().contains(u"body-markup"_s);
        known_ = true;
        Q_EMIT known();
    });
}

void DesktopNotifications::show(const QString& title, const QString& body,
                                const QList<std::pair<QString, QString>>& actions)
{
    QStringList buttons;
    for (const auto& [key, label] : actions) buttons << key << label;
    QDBusMessage call = callOf(u"Notify"_s);
    constexpr int kAsTheServiceLikes = -1;
    call << u"Kith"_s << shown_ << u"org.kith.Kith"_s << title << (readsMarkup_ ? body.toHtmlEscaped() : body)
         << buttons << QVariantMap{{u"desktop-entry"_s, u"org.kith.Kith"_s}} << kAsTheServiceLikes;
    auto* waiting = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(waiting, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* answered) {
        answered->deleteLater();
        const QDBusPendingReply<uint> reply(*answered);
        if (!reply.isError()) shown_ = reply.value();
    });
}

void DesktopNotifications::onAction(uint id, const QString& action)
{
    if (id == shown_) Q_EMIT chosen(action);
}

}  // namespace kith::ui
