// Due reminders in the system tray: a menu with each of them, and a notification when one becomes due.
#pragma once

#include <kith/shell/notifier.h>
#include <kith/theme/theme.h>

#include <QMenu>
#include <QSystemTrayIcon>

#include <memory>

namespace kith::ui {

/// Does nothing, and says so by hasTray(), on desktops without a tray.
class TrayNotifier final : public Notifier {
    Q_OBJECT
public:
    explicit TrayNotifier(const Theme* theme, QObject* parent = nullptr);
    ~TrayNotifier() override;

    [[nodiscard]] bool hasTray() const override;
    void showDue(const QList<DueNotice>& due, const QList<DueNotice>& fresh) override;

private:
    void fillMenu(const QList<DueNotice>& due);

    const Theme* theme_;
    std::unique_ptr<QMenu> menu_;
    QSystemTrayIcon tray_;
    QString announced_;  ///< person of the notification last shown
};

}  // namespace kith::ui
