#include "workspace_pages.h"

#include <kith/pages/words.h>
#include <kith/store/backups.h>
#include <kith/usecases/history.h>
#include <kith/views/log_sheet_view.h>
#include <kith/views/people_view.h>
#include <kith/views/person_view.h>
#include <kith/views/today_view.h>

#include <QLocale>
#include <chrono>

namespace kith::desktop {

namespace {

constexpr std::size_t kInspectorInteractions = 50;
constexpr std::size_t kPageInteractions = 500;

}  // namespace

WorkspacePages::WorkspacePages(std::unique_ptr<store::WorkspaceWorker> worker, const Clock& clock, const Zone& zone,
                               ui::Theme& theme, ui::MainWindow& window, ui::Notifier& notifier, QSettings&)
    : worker_(std::move(worker)),
      clock_(clock),
      zone_(zone),
      theme_(theme),
      window_(window),
      today_(*worker_, clock, zone),
      people_(*worker_, clock, zone),
      inspected_(*worker_, clock, zone, kInspectorInteractions),
      person_(*worker_, clock, zone, kPageInteractions),
      conversation_(*worker_, clock, zone),
      due_(*worker_, clock, zone, notifier)
{
    addPages();
    addActions();
    connect(&notifier, &ui::Notifier::openAsked, this, [this](const QString& person) {
        window_.bringToFront();
        window_.openPage(QStringLiteral("person"), person);
    });
    connect(&notifier, &ui::Notifier::logAsked, this, [this] {
        window_.bringToFront();
        window_.logConversation();
    });
    connect(&daily_, &QTimer::timeout, this, &WorkspacePages::backUp);
    daily_.start(std::chrono::hours{1});
    backUp();
    people_.load();
}

WorkspacePages::~WorkspacePages() = default;

void WorkspacePages::addPages()
{
    const bool manager = worker_->reader().setting(ui::kViewSetting) == ui::kManagerView;
    window_.addPage({QStringLiteral("today"), tr("Today"), ui::Icon::Today},
                    new ui::TodayView(today_, &theme_, window_));
    window_.addPage({QStringLiteral("people"), tr("People"), ui::Icon::People},
                    new ui::PeopleView(&theme_, people_, inspected_, window_));
    window_.addHiddenPage(QStringLiteral("person"), new ui::PersonView(&theme_, person_, window_));
    people_.setRestricted(manager);
    window_.setManagerView(manager);
    window_.setState(tr("Works offline"), ui::Ink::Good, tr("Everything is kept on this machine."));
}

void WorkspacePages::addActions()
{
    ui::MainWindow::Actions actions;
    actions.log = [this](const QString& person) {
        ui::openLogSheet(conversation_, &theme_, &window_, window_, Id::parse(person.toStdString()).value_or(Id{}));
    };
    actions.people = [this](const QString& words, int limit) { return suggest(words, limit); };
    actions.undo = [this](const auto& answer) { revert(false, answer); };
    actions.redo = [this](const auto& answer) { revert(true, answer); };
    window_.setActions(std::move(actions));
}

QList<ui::PersonSuggestion> WorkspacePages::suggest(const QString& words, int limit) const
{
    QList<ui::PersonSuggestion> found;
    for (const PersonCard& card :
         worker_->reader().suggest(words.toStdString(), static_cast<std::size_t>(limit), clock_.now()))
        found.append({QString::fromStdString(card.id.toString()), QString::fromStdString(card.name),
                      ui::titleLine(card.title, card.organisation)});
    return found;
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
    worker_->maintain(
        [today](store::Workspace& workspace) {
            // A workspace without people needs no copy yet, and a full disk shows itself at the next edit.
            if (workspace.reader().countPeople() > 0) (void)store::backUpDaily(workspace, today);
        },
        {});
}

void WorkspacePages::previewImport(const QStringList&) { }

}  // namespace kith::desktop
