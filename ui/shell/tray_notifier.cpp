#include <kith/shell/tray_notifier.h>

namespace kith::ui {
namespace {

// Menus and notification servers read & and < as markup: what a person typed is shown as typed.
QString inMenu(QString text)
{
    constexpr qsizetype kLongest = 60;
    if (text.size() > kLongest) text = text.left(kLongest - 1) + QChar(u'…');
    return text.replace(u'&', QStringLiteral("&&"));
}

constexpr int kMostListed = 8;

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
    connect(&tray_, &QSystemTrayIcon::messageClicked, this, [this] {
        Q_EMIT raiseAsked();
        if (!announced_.isEmpty()) Q_EMIT openAsked(announced_);
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
    if (fresh.isEmpty() || !QSystemTrayIcon::supportsMessages() || !tray_.isVisible()) return;
    const DueNotice& first = fresh.first();
    announced_ = fresh.size() == 1 ? first.person : QString();
    const QString title = fresh.size() == 1
        ? first.name
        : tr("%n people are worth a conversation", nullptr, static_cast<int>(fresh.size()));
    QStringList names;
    for (const DueNotice& notice : fresh.mid(0, 3)) names.append(notice.name);
    const QString body = fresh.size() == 1 ? first.reason : names.join(QStringLiteral(", "));
    // Notification servers may read the body as markup.
    tray_.showMessage(title, QString(body).toHtmlEscaped(), tray_.icon(), 10000);
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
