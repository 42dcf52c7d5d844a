#include <kith/shell/tray_notifier.h>

#include <kith/models/text.h>

namespace kith::ui {
namespace {

// Menus and notification servers read & and < as markup: what a person typed is shown as typed.
QString inMenu(QString text)
{
    constexpr qsizetype kLongest = 60;
    if (text.size() > kLongest) text = text.left(kLongest - 1) + QChar(u'…');
    return plainAction(text);
}

constexpr int kMostListed = 8;

constexpr QLatin1String kOpen("default");  // the specification's word for a click on the notification itself
constexpr QLatin1String kTomorrow("tomorrow");
constexpr QLatin1String kNextWeek("week");

}  // namespace

TrayNotifier::TrayNotifier(const Theme* theme, QObject* parent)
    : Notifier(parent), theme_(theme), menu_(std::make_unique<QMenu>())
{
    tray_.setIcon(theme->icon(Icon::Tray, Ink::Accent));
    tray_.setToolTip(QStringLiteral("Kith"));
    tray_.setContextMenu(menu_.get());
    connect(theme, &Theme::changed, this, [this] { tray_.setIcon(theme_->icon(Icon::Tray, Ink::Accent)); });
    connect(&tray_, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick) Q_EMIT raiseAsked();
    });
    connect(&tray_, &QSystemTrayIcon::messageClicked, this, [this] { act(kOpen); });
    connect(&desktop_, &DesktopNotifications::chosen, this, &TrayNotifier::act);
    connect(&desktop_, &DesktopNotifications::known, this, [this] {
        const auto waiting = std::exchange(waiting_, {});
        if (!waiting.isEmpty()) announce(waiting);
    });
    fillMenu({});
    if (QSystemTrayIcon::isSystemTrayAvailable()) tray_.show();
}

TrayNotifier::~TrayNotifier() = default;

bool TrayNotifier::hasTray() const
{
    return tray_.isVisible() && QSystemTrayIcon::isSystemTrayAvailable();
}

void TrayNotifier::showDue(const QList<DueNotice>& due, const QList<DueNotice>& fresh)
{
    fillMenu(due);
    tray_.setToolTip(due.isEmpty() ? QStringLiteral("Kith")
                                   : tr("Kith: %n due", nullptr, static_cast<int>(due.size())));
    if (!desktop_.isKnown()) waiting_.append(fresh);
    else if (!fresh.isEmpty()) announce(fresh);
}

void TrayNotifier::announce(const QList<DueNotice>& fresh)
{
    const DueNotice& first = fresh.first();
    const bool one = fresh.size() == 1;
    const QString title =
        one ? first.name : tr("%n people are worth a conversation", nullptr, static_cast<int>(fresh.size()));
    QStringList names;
    for (const DueNotice& notice : fresh.mid(0, 3)) names.append(notice.name);
    const QString body = one ? first.reason : names.join(QStringLiteral(", "));
    announced_ = one ? std::optional(first) : std::nullopt;
    if (desktop_.canAct()) {
        QList<std::pair<QString, QString>> actions{{QString(kOpen), tr("Open")}};
        if (one) {
            actions.append({QString(kTomorrow), tr("Snooze until tomorrow")});
            actions.append({QString(kNextWeek), tr("Snooze for a week")});
        }
        desktop_.show(title, body, actions);
    } else if (QSystemTrayIcon::supportsMessages() && tray_.isVisible()) {
        // Notification servers may read the body as markup.
        tray_.showMessage(title, body.toHtmlEscaped(), tray_.icon(), 10000);
    }
}

void TrayNotifier::act(const QString& action)
{
    if (action == kOpen) {
        Q_EMIT raiseAsked();
        if (announced_) Q_EMIT openAsked(announced_->person);
    } else if (announced_ && action == kTomorrow) {
        Q_EMIT snoozeAsked(announced_->id, 1);
    } else if (announced_ && action == kNextWeek) {
        Q_EMIT snoozeAsked(announced_->id, 7);
    }
}

void TrayNotifier::fillMenu(const QList<DueNotice>& due)
{
    menu_->clear();
    for (const DueNotice& notice : due.mid(0, kMostListed)) {
        QMenu* one = menu_->addMenu(inMenu(tr("%1: %2", "name, reason").arg(notice.name, notice.reason)));
        one->addAction(tr("Open %1").arg(inMenu(notice.name)), this, [this, notice] {
            Q_EMIT raiseAsked();
            Q_EMIT openAsked(notice.person);
        });
        one->addSeparator();
        one->addAction(tr("Snooze until tomorrow"), this, [this, notice] { Q_EMIT snoozeAsked(notice.id, 1); });
        one->addAction(tr("Snooze for three days"), this, [this, notice] { Q_EMIT snoozeAsked(notice.id, 3); });
        one->addAction(tr("Snooze for a week"), this, [this, notice] { Q_EMIT snoozeAsked(notice.id, 7); });
    }
    if (due.size() > kMostListed) {
        const int rest = static_cast<int>(due.size()) - kMostListed;
        menu_->addAction(tr("and %n more", nullptr, rest), this, &Notifier::raiseAsked);
    }
    if (!due.isEmpty()) menu_->addSeparator();
    menu_->addAction(tr("Open Kith"), this, &Notifier::raiseAsked);
    menu_->addAction(tr("Log a conversation"), this, &Notifier::logAsked);
    menu_->addAction(tr("Quit"), this, &Notifier::quitAsked);
}

}  // namespace kith::ui
