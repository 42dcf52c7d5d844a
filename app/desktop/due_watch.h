// Looks for reminders that are due and tells the tray.
#pragma once

#include <kith/shell/notifier.h>
#include <kith/usecases/worker.h>

#include <QLocale>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace kith::desktop {

/// Looks after every change and every ten minutes, on the background reader. A reminder is announced once a day.
class DueWatch : public QObject {
    Q_OBJECT
public:
    DueWatch(Worker& worker, const Clock& clock, const Zone& zone, ui::Notifier& notifier, QObject* parent = nullptr);

private:
    void look();
    void snooze(const QString& reminder, int days);

    Worker& worker_;
    const Clock& clock_;
    const Zone& zone_;
    ui::Notifier& notifier_;
    QLocale locale_;
    QTimer timer_;
    QSet<QString> announced_;
    Date announcedOn_{};
    bool looking_ = false;
    bool again_ = false;
    Subscription subscription_;
};

}  // namespace kith::desktop
