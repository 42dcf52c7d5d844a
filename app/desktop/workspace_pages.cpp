#include "workspace_pages.h"

#include <kith/base/text.h>
#include <kith/pages/words.h>
#include <kith/shell/settings_view.h>
#include <kith/store/backups.h>
#include <kith/usecases/history.h>
#include <kith/views/import_view.h>
#include <kith/views/log_sheet_view.h>
#include <kith/views/names_view.h>
#include <kith/views/network_view.h>
#include <kith/views/people_view.h>
#include <kith/views/person_view.h>
#include <kith/views/sign_in_sheet.h>
#include <kith/views/sync_view.h>
#include <kith/views/team_view.h>
#include <kith/views/today_view.h>

#include <QFileDialog>
#include <QLocale>
#include <QSysInfo>
#include <chrono>

namespace kith::desktop {

namespace {

constexpr std::size_t kInspectorInteractions = 50;
constexpr std::size_t kPageInteractions = 500;

}  // namespace

WorkspacePages::WorkspacePages(std::unique_ptr<store::WorkspaceWorker> worker, const std::filesystem::path& keyFile,
                               const Clock& clock, const Zone& zone, IdSource& ids, ui::Theme& theme,
                               ui::MainWindow& window, ui::Notifier& notifier, QSettings& settings)
    : worker_(std::move(worker)),
      clock_(clock),
      zone_(zone),
      theme_(theme),
      window_(window),
      lines_(keyFile),
      sync_(syncParts(),
            [this](std::move_only_function<void()> task) {
                // A queued call must be copyable; the task is not.
                auto shared = std::make_shared<std::move_only_function<void()>>(std::move(task));
                QMetaObject::invokeMethod(this, [shared] { (*shared)(); }, Qt::QueuedConnection);
            }),
      who_(*worker_, clock, zone),
      today_(*worker_, clock, zone),
      searchFeeder_(*worker_, search_, clock, zone, [this] { people_.searchReady(); }),
      people_(*worker_, clock, zone),
      find_(*worker_, clock, zone, &search_),
      inspected_(*worker_, clock, zone, kInspectorInteractions),
      person_(*worker_, clock, zone, kPageInteractions),
      conversation_(*worker_, clock, zone),
      import_(*worker_, clock, zone, ids),
      settingsPage_(*worker_, clock, care()),
      syncPage_(*worker_, sync_, clock, zone),
      signIn_(sync_, QSysInfo::machineHostName()),
      team_(*worker_, sync_, sync_, ids),
      erase_(*worker_, sync_, sync_),
      ways_(*worker_, who_, clock, zone),
      names_(*worker_),
      networkPage_(*worker_, who_, clock, zone),
      around_(*worker_, who_, clock, zone),
      due_(*worker_, clock, zone, notifier)
{
    addPages(notifier, settings);
    addActions();
    followSync();
    connect(&notifier, &ui::Notifier::openAsked, this, [this](const QString& person) {
        window_.bringToFront();
        window_.openPage(QStringLiteral("person"), person);
    });
    connect(&notifier, &ui::Notifier::logAsked, this, [this] {
        window_.bringToFront();
        window_.logConversation();
    });
    connect(&daily_, &QTimer::timeout, this, [this] {
        backUp();
        searchFeeder_.followTheDay();
    });
    daily_.start(std::chrono::hours{1});
    people_.setSearch(search_);
    people_.load();
    searchFeeder_.start();
    backUp();
}

WorkspacePages::~WorkspacePages() = default;

void WorkspacePages::addPages(ui::Notifier& notifier, QSettings& settings)
{
    window_.addPage({QStringLiteral("today"), tr("Today"), ui::Icon::Today},
                    new ui::TodayView(today_, &theme_, window_));
    window_.addPage({QStringLiteral("people"), tr("People"), ui::Icon::People},
                    new ui::PeopleView(&theme_, people_, inspected_, window_));
    window_.addPage({QStringLiteral("network"), tr("Network"), ui::Icon::Network},
                    new ui::NetworkView(&theme_, networkPage_, window_));
    window_.addPage({QStringLiteral("import"), tr("Import"), ui::Icon::Import, false},
                    new ui::ImportView(&theme_, import_, window_, [this](const auto& chosen) { chooseFile(chosen); }));
    window_.addPage({QStringLiteral("team"), tr("Team"), ui::Icon::Organisation, false},
                    new ui::TeamView(&theme_, team_, window_));
    window_.addHiddenPage(QStringLiteral("person"),
                          new ui::PersonView(&theme_, person_, window_, &erase_, &ways_, &around_));
    window_.addHiddenPage(QStringLiteral("sync"), new ui::SyncView(&theme_, syncPage_, signIn_, window_));
    auto* settingsView =
        new ui::SettingsView(settingsPage_, &theme_, &settings, window_, notifier.hasTray(), &syncPage_);
    connect(settingsView, &ui::SettingsView::staysInTrayChanged, &window_, &ui::MainWindow::setStaysInTray);
    window_.addHiddenPage(QStringLiteral("settings"), settingsView);
    window_.addHiddenPage(QStringLiteral("names"), new ui::NamesView(&theme_, names_, window_));
    connect(&names_, &ui::NamesPage::taxonomyChanged, this, [this] { searchFeeder_.readAliases(); });
    connect(&settingsPage_, &ui::SettingsPage::managerViewChanged, this, &WorkspacePages::setManagerView);
    connect(&settingsPage_, &ui::SettingsPage::meChanged, this, [this] { today_.refresh(); });
    connect(&settingsPage_, &ui::SettingsPage::warmthWeightsChanged, &reweighing_, qOverload<>(&QTimer::start));
    reweighing_.setSingleShot(true);
    reweighing_.setInterval(std::chrono::milliseconds{400});
    connect(&reweighing_, &QTimer::timeout, this, &WorkspacePages::showOtherWarmth);
    setManagerView(settingsPage_.managerView());
}

void WorkspacePages::showOtherWarmth()
{
    searchFeeder_.freshen();
    people_.load();
    today_.refresh();
    inspected_.read();
    person_.read();
    networkPage_.refresh();
    around_.refresh();
}

SyncDriver::Parts WorkspacePages::syncParts()
{
    return {.store = worker_->sync(),
            .dial = [this](const std::string& url, const std::string& caFile,
                           const Id& device) { return lines_.open(url, caFile, device); },
            .clock = clock_,
            .pacing = realTime_,
            .chance = chance_,
            .version = KITH_VERSION,
            .tell = {}};
}

void WorkspacePages::followSync()
{
    edits_ = worker_->onChange([this](const ChangeSet& changes) {
        if (changes.kind != CommandKind::Sync) sync_.edited();
    });
    connect(&network_, &NetworkWatch::returned, this, [this] { sync_.syncNow(); });
    connect(&syncPage_, &ui::SyncPage::changed, this, &WorkspacePages::showSyncState);
    connect(&minutes_, &QTimer::timeout, this, &WorkspacePages::showSyncState);
    minutes_.start(std::chrono::minutes{10});
    showSyncState();
    window_.addCommand({.id = QStringLiteral("sync.open"),
                        .title = tr("Show sync, devices and conflicts"),
                        .run = [this] { window_.openPage(QStringLiteral("sync")); },
                        .icon = QStringLiteral("globe")});
    window_.addCommand({.id = QStringLiteral("names.open"),
                        .title = tr("Show other names of titles and skills"),
                        .run = [this] { window_.openPage(QStringLiteral("names")); },
                        .icon = QStringLiteral("edit")});
    window_.addCommand({.id = QStringLiteral("sync.now"),
                        .title = tr("Sync now"),
                        .shortcut = QKeySequence(Qt::Key_F5),
                        .run = [this] { syncPage_.syncNow(); },
                        .enabled = [this] { return syncPage_.signedIn(); },
                        .icon = QStringLiteral("globe")});
    window_.addCommand(
        {.id = QStringLiteral("sync.signIn"),
         .title = tr("Sign in to a server"),
         .run = [this] { ui::openSignInSheet(&theme_, &window_, signIn_); },
         .enabled = [this] { return !syncPage_.signedIn() || syncPage_.headline() == SyncHeadline::SignInNeeded; },
         .icon = QStringLiteral("lock")});
    window_.addCommand({.id = QStringLiteral("sync.signOut"),
                        .title = tr("Sign out of the server"),
                        .run = [this] { syncPage_.signOut(); },
                        .enabled = [this] { return syncPage_.signedIn(); },
                        .icon = QStringLiteral("lock")});
}

void WorkspacePages::showSyncState()
{
    window_.setState(syncPage_.words(), ui::inkOf(syncPage_.headline()), syncPage_.sentence());
}

void WorkspacePages::setManagerView(bool on)
{
    people_.setRestricted(on);
    window_.setManagerView(on);
    today_.refresh();
}

ui::WorkspaceCare WorkspacePages::care()
{
    using Done = ui::WorkspaceCare::Done;
    const std::filesystem::path file = worker_->path();
    ui::WorkspaceCare care;
    care.path = QString::fromStdString(file.string());
    care.encrypted = worker_->isEncrypted();
    care.backUp = [this, file](Done done) {
        std::string name = isoInstant(std::chrono::floor<std::chrono::seconds>(clock_.now()));
        std::erase(name, ':');
        const auto target = store::backupFolder(file) / ("by-hand-" + name + ".kith");
        const auto result = std::make_shared<Result<QString>>(QString::fromStdString(target.string()));
        worker_->copy(
            [target, result](const store::Workspace& workspace, const std::stop_token& stop) {
                if (auto made = workspace.backup(target, stop); !made) *result = std::unexpected(made.error());
            },
            [done = std::move(done), result] { done(*result); });
    };
    care.check = [this](Done done) {
        const auto result = std::make_shared<std::vector<std::string>>();
        worker_->maintain([result](store::Workspace& workspace) { *result = workspace.check(); },
                          [done = std::move(done), result] { done(QString::fromStdString(join(*result, "; "))); });
    };
    return care;
}

void WorkspacePages::chooseFile(const std::function<void(const QString&)>& chosen)
{
    auto* dialog = new QFileDialog(&window_, tr("Import a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("People and contacts (*.csv *.vcf *.json *.txt *.tsv)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, chosen);
    dialog->open();
}

void WorkspacePages::addActions()
{
    ui::MainWindow::Actions actions;
    actions.log = [this](const QString& person) {
        ui::openLogSheet(conversation_, &theme_, &window_, window_, Id::parse(person.toStdString()).value_or(Id{}));
    };
    actions.find = [this](const QString& text, std::function<void(const ui::PaletteFinds&)> answer) {
        answer_ = std::move(answer);
        find_.ask(text);
    };
    connect(&find_, &ui::QuickFindPage::answered, this, &WorkspacePages::answerPalette);
    actions.undo = [this](const auto& answer) { revert(false, answer); };
    actions.redo = [this](const auto& answer) { revert(true, answer); };
    window_.setActions(std::move(actions));
    window_.addCommand({.id = QStringLiteral("import.choose"),
                        .title = tr("Import a file"),
                        .shortcut = QKeySequence(QStringLiteral("Ctrl+O")),
                        .run =
                            [this] {
                                window_.openPage(QStringLiteral("import"));
                                chooseFile([this](const QString& path) { previewImport({path}); });
                            },
                        .icon = QStringLiteral("import")});
}

void WorkspacePages::answerPalette()
{
    const auto linesOf = [](const QList<ui::QuickFindPage::Found>& found) {
        QList<ui::PersonSuggestion> lines;
        for (const auto& each : found) lines.append({each.id, each.name, each.detail});
        return lines;
    };
    const auto answer = std::exchange(answer_, {});
    if (answer)
        answer({.peopleHeading = find_.peopleHeading(),
                .people = linesOf(find_.people()),
                .showAll = find_.showAll(),
                .notesHeading = find_.notesHeading(),
                .notes = linesOf(find_.notes()),
                .searches = linesOf(find_.searches())});
}

void WorkspacePages::revert(bool redo, const std::function<void(bool, const QString&)>& answer)
{
    struct Outcome {
        CommandLabel label;
        Reverted reverted;
    };
    worker_->run<Outcome>(
        [redo](Services& services) -> Result<Outcome> {
            const auto label = redo ? services.writer.nextRedo() : services.writer.nextUndo();
            KITH_TRY(reverted, redo ? RedoLast(services).run() : UndoLast(services).run());
            return Outcome{label.value_or(CommandLabel{}), std::move(reverted)};
        },
        [answer, redo](Result<Outcome> result) {
            if (!result) {
                answer(false,
                       result.error().code == ErrorCode::NotFound
                           ? (redo ? tr("There is nothing to bring back.") : tr("There is nothing to undo."))
                           : ui::problemSentence(tr("Nothing was undone"), result.error()));
                return;
            }
            const QString name = QString::fromStdString(commandName(result->label.kind));
            const QString subject = QString::fromStdString(result->label.subject);
            const QString what = subject.isEmpty() ? name : tr("%1 (%2)").arg(name, subject);
            answer(true, redo ? tr("Done again: %1").arg(what) : tr("Undone: %1").arg(what));
        });
}

void WorkspacePages::backUp()
{
    const Date today = zone_.dateOf(clock_.now());
    worker_->copy(
        [today](const store::Workspace& workspace, const std::stop_token& stop) {
            // A workspace without people needs no copy yet, and a full disk shows itself at the next edit.
            const auto reader = workspace.newReader();
            if (reader && (*reader)->countPeople() > 0) (void)store::backUpDaily(workspace, today, stop);
        },
        {});
}

void WorkspacePages::previewImport(const QStringList& files)
{
    if (files.isEmpty()) return;
    window_.openPage(QStringLiteral("import"), files.front());
    if (files.size() > 1) window_.say(tr("One file at a time: the first is shown, the others were left alone."));
}

}  // namespace kith::desktop
