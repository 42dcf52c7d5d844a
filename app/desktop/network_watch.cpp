#include "network_watch.h"

#include <QDBusConnection>

namespace kith::desktop {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr uint kConnectedSite = 60;

}  // namespace

NetworkWatch::NetworkWatch(QObject* parent) : QObject(parent)
{
    QDBusConnection bus = QDBusConnection::systemBus();
    if (!bus.isConnected()) return;
    bus.connect(u"org.freedesktop.NetworkManager"_s, u"/org/freedesktop/NetworkManager"_s,
                u"org.freedesktop.NetworkManager"_s, u"StateChanged"_s, this, SLOT(stateChanged(uint)));
    bus.connect(u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s, u"org.freedesktop.login1.Manager"_s,
                u"PrepareForSleep"_s, this, SLOT(preparesForSleep(bool)));
}

void NetworkWatch::stateChanged(uint state)
{
    if (state >= kConnectedSite) Q_EMIT returned();
}

void NetworkWatch::preparesForSleep(bool begins)
{
    if (!begins) Q_EMIT returned();
}

}  // namespace kith::desktop
