// Hears from the system when the network returns, and when the machine wakes up.
#pragma once

#include <QObject>

namespace kith::desktop {

/// Listens to NetworkManager and logind on the system bus. Where there is neither it stays silent, and sync goes by its
/// own back-off.
class NetworkWatch : public QObject {
    Q_OBJECT
public:
    explicit NetworkWatch(QObject* parent = nullptr);

Q_SIGNALS:
    /// It is worth trying again at once.
    void returned();

private Q_SLOTS:
    /// NMState: 70 is connected to the whole network, 60 to a site.
    void stateChanged(uint state);
    void preparesForSleep(bool begins);
};

}  // namespace kith::desktop
