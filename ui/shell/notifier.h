// How the window tells about due reminders outside itself.
#pragma once

#include <QList>
#include <QObject>
#include <QString>

namespace kith::ui {

/// A due reminder as tray and notification show it.
struct DueNotice {
    QString id;
    QString person;  ///< id of the person
    QString name;
    QString reason;
    QString due;  ///< "Due today", "2 days late"
};

/// Signals come on the screen's thread.
class Notifier : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Whether there is a tray to live in while the window is closed.
    [[nodiscard]] virtual bool hasTray() const = 0;
    /// Replaces what is listed as due. `fresh` became due since the last call and are announced once.
    virtual void showDue(const QList<DueNotice>& due, const QList<DueNotice>& fresh) = 0;

Q_SIGNALS:
    void raiseAsked();
    void quitAsked();
    void logAsked();
    void openAsked(const QString& person);
    /// Put off by this many days from today.
    void snoozeAsked(const QString& reminder, int days);
};

/// Where nothing can be shown: tests, machines without a tray.
class SilentNotifier final : public Notifier {
    Q_OBJECT
public:
    using Notifier::Notifier;
    [[nodiscard]] bool hasTray() const override { return false; }
    void showDue(const QList<DueNotice>&, const QList<DueNotice>&) override { }
};

}  // namespace kith::ui
