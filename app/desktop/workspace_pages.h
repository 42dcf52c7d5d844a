// The object graph of an open workspace: worker, pages, views. Read the members from top to bottom to see who needs
// whom.
#pragma once

#include "due_watch.h"
#include "network_watch.h"
#include "server_lines.h"

#include <kith/pages/conversation_page.h>
#include <kith/pages/erase_page.h>
#include <kith/pages/import_page.h>
#include <kith/pages/names_page.h>
#include <kith/pages/network_page.h>
#include <kith/pages/people_page.h>
#include <kith/pages/person_page.h>
#include <kith/pages/quick_find_page.h>
#include <kith/pages/settings_page.h>
#include <kith/pages/sign_in_page.h>
#include <kith/pages/sync_page.h>
#include <kith/pages/team_page.h>
#include <kith/pages/today_page.h>
#include <kith/pages/ways_page.h>
#include <kith/shell/main_window.h>
#include <kith/store/workspace_worker.h>
#include <kith/usecases/search_feeder.h>
#include <kith/usecases/sync/background_sync.h>

#include <QObject>

#include <memory>

namespace kith::desktop {

class WorkspacePages : public QObject {
    Q_OBJECT
public:
    /// Adds its pages to the window. Everything passed outlives it. `keyFile` empty: secrets are in the keychain.
    WorkspacePages(std::unique_ptr<store::WorkspaceWorker> worker, const std::filesystem::path& keyFile,
                   const Clock& clock, const Zone& zone, IdSource& ids, ui::Theme& theme, ui::MainWindow& window,
                   ui::Notifier& notifier, QSettings& settings);
    ~WorkspacePages() override;

    [[nodiscard]] store::WorkspaceWorker& worker() { return *worker_; }
    /// Shows what a file would change. Of several the first is taken; the others are named in a sentence.
    void previewImport(const QStringList& files);

private:
    void addPages(ui::Notifier& notifier, QSettings& settings);
    [[nodiscard]] SyncDriver::Parts syncParts();
    void followSync();
    void showSyncState();
    void setManagerView(bool on);
    /// After the weights of warmth have changed.
    void showOtherWarmth();
    void chooseFile(const std::function<void(const QString&)>& chosen);
    [[nodiscard]] ui::WorkspaceCare care();
    void addActions();
    void backUp();
    void revert(bool redo, const std::function<void(bool, const QString&)>& answer);
    void answerPalette();

    PeopleSearch search_;  ///< before the worker, whose last tasks use it
    std::unique_ptr<store::WorkspaceWorker> worker_;
    const Clock& clock_;
    const Zone& zone_;
    ui::Theme& theme_;
    ui::MainWindow& window_;
    SystemClock realTime_;  ///< waiting is about real time, wherever `clock` stands
    SystemRandom chance_;
    ServerLines lines_;
    BackgroundSync sync_;

    NetworkDesk who_;  ///< who knows whom

    ui::TodayPage today_;
    SearchFeeder searchFeeder_;  ///< hears of a change before the list asks
    ui::PeoplePage people_;
    ui::QuickFindPage find_;
    std::function<void(const ui::PaletteFinds&)> answer_;  ///< of the palette that asked last
    ui::PersonPage inspected_;  ///< follows the selection of the list
    ui::PersonPage person_;  ///< the full page
    ui::ConversationPage conversation_;
    ui::ImportPage import_;
    ui::SettingsPage settingsPage_;
    ui::SyncPage syncPage_;
    ui::SignInPage signIn_;
    ui::TeamPage team_;
    ui::ErasePage erase_;
    ui::WaysPage ways_;
    ui::NamesPage names_;
    ui::NetworkPage networkPage_;
    ui::NetworkPage around_;  ///< the small picture beside a person
    DueWatch due_;
    NetworkWatch network_;
    Subscription edits_;
    QTimer daily_;
    QTimer reweighing_;  ///< a weight is often changed in several steps
    QTimer minutes_;  ///< "Offline since" is said by the day
};

}  // namespace kith::desktop
