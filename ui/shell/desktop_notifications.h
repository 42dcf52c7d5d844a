// Notifications with buttons, by the desktop's own service.
// Source: Desktop Notifications Specification 1.2, org.freedesktop.Notifications on the session bus.
#pragma once

#include <QList>
#include <QObject>
#include <QString>

#include <utility>

namespace kith::ui {

/// One notification at a time: a new one takes the place of the one before. Nothing here waits for the service.
class DesktopNotifications final : public QObject {
    Q_OBJECT
public:
    /// Asks the service what it can do.
    explicit DesktopNotifications(QObject* parent = nullptr);

    /// Whether it is known what the service can do, or that there is none.
    [[nodiscard]] bool isKnown() const { return known_; }
    /// Whether buttons are shown.
    [[nodiscard]] bool canAct() const { return canAct_; }
    /// `actions`: key and label of each button; "default" is a click on the notification itself. Both texts are shown
    /// as they are written, also where the service reads markup.
    void show(const QString& title, const QString& body, const QList<std::pair<QString, QString>>& actions);

Q_SIGNALS:
    /// isKnown() has become true.
    void known();
    void chosen(const QString& action);

private Q_SLOTS:
    void onAction(uint id, const QString& action);

private:
    void askWhatItCan();

    uint shown_ = 0;  ///< the service's number of the notification; 0 for none yet
    bool known_ = false;
    bool canAct_ = false;
    bool readsMarkup_ = false;
};

}  // namespace kith::ui
