// Due reminders in the system tray: a menu with each of them, and a notification when one becomes due, with buttons to
// snooze it where the desktop shows buttons.
#pragma once

#include <kith/shell/desktop_notifications.h>
#include <kith/shell/notifier.h>
#include <kith/theme/theme.h>

#include <QMenu>
#include <QSystemTrayIcon>

#include <memory>
#include <optional>

namespace kith::ui {

/// Without a tray, said by hasTray(), there are only the notifications of desktops that show buttons.
class TrayNotifier final : public Notifier {
    Q_OBJECT
public:
    explicit TrayNotifier(const Theme* theme, QObject* parent = nullptr);
    ~TrayNotifier() override;

    [[nodiscard]] bool hasTray() const override;
    void showDue(const QList<DueNotice>& due, const QList<DueNotice>& fresh) override;

private:
    void fillMenu(const QList<DueNotice>& due);
    void announce(const QList<DueNotice>& fresh);
    void act(const QString& action);

    const Theme* theme_;
    std::unique_ptr<QMenu> menu_;
    QSystemTrayIcon tray_;
    DesktopNotifications desktop_;
    QList<DueNotice> waiting_;  ///< to be announced once it is known how
    std::optional<DueNotice> announced_;  ///< of the notification last shown, when it was about one reminder
};

}  // namespace kith::ui
