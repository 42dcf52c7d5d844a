#include <kith/pages/erase_page.h>

#include <kith/models/text.h>
#include <kith/pages/sync_words.h>
#include <kith/pages/words.h>

#include <QLocale>
#include <QPointer>

#include <algorithm>

namespace kith::ui {

namespace {

int plain(std::size_t count)
{
    return static_cast<int>(std::min<std::size_t>(count, 1'000'000'000));
}

}  // namespace

ErasePage::ErasePage(Worker& worker, SyncDesk& sync, TeamDesk& desk, QObject* parent)
    : QObject(parent), worker_(worker), sync_(sync), desk_(desk)
{
}

bool ErasePage::mayErase(const Id& person) const
{
    const auto row = worker_.reader().row(Kind::Person, person);
    if (!row || row->removed) return false;
    if (const auto& account = sync_.state().account; account && account->role == sync::Role::Partner) return false;
    const auto spaces = worker_.reader().spaces();
    const auto home = std::ranges::find(spaces, row->space, &SpaceView::id);
    return home != spaces.end() && home->managed;
}

bool ErasePage::begin(const Id& person)
{
    if (busy_ || !mayErase(person)) return false;
    auto outlook = erasureOutlook(worker_.reader(), person);
    if (!outlook) return false;
    person_ = person;
    outlook_ = std::move(*outlook);
    problem_.clear();
    return true;
}

QString ErasePage::name() const
{
    return toQString(outlook_.name);
}

QStringList ErasePage::consequences() const
{
    QStringList said;
    said << (everywhere()
                 ? tr("They go from this machine, from the server and from the machine of every colleague, for "
                      "good. There is no undo.")
                 : tr("They go from this workspace, for good. There is no undo."));
    QStringList parts;
    if (outlook_.conversations == 1) parts << tr("1 conversation");
    else if (outlook_.conversations > 1) parts << tr("%n conversations", nullptr, plain(outlook_.conversations));
    if (outlook_.reminders == 1) parts << tr("1 reminder");
    else if (outlook_.reminders > 1) parts << tr("%n reminders", nullptr, plain(outlook_.reminders));
    if (outlook_.facts == 1) parts << tr("1 fact or tie");
    else if (outlook_.facts > 1) parts << tr("%n facts and ties", nullptr, plain(outlook_.facts));
    parts << tr("what undo, drafts and search know of them");
    said << tr("With them go: %1.").arg(QLocale().createSeparatedList(parts));
    if (outlook_.shared == 1)
        said << tr("1 conversation with others stays, without them in the list of people. The words of it stay as they "
                   "are; look at them first.");
    else if (outlook_.shared > 1)
        said << tr("%n conversations with others stay, without them in the list of people. The words of those stay as "
                   "they are; look at them first.",
                   nullptr, plain(outlook_.shared));
    if (everywhere())
        said << tr(
            "A machine that is off forgets them when it syncs next; Sync lists those that have not. What others "
            "keep about them where you cannot see it goes too, and the server refuses them when somebody imports "
            "them again.");
    else said << tr("No other machine and no server is told: this workspace is not signed in to one.");
    said << tr("Backups, exports and reports made before still hold them. Delete those yourself, where you have to; "
               "backups made from now on do not hold them.");
    return said;
}

bool ErasePage::confirms(const QString& typed) const
{
    const QString wanted = name().simplified();
    return !wanted.isEmpty() && typed.simplified().compare(wanted, Qt::CaseInsensitive) == 0;
}

void ErasePage::finish(const QString& problem)
{
    busy_ = false;
    problem_ = problem;
    const QString who = isolated(name());
    Q_EMIT changed();
    if (!problem.isEmpty()) return;
    const QString sentence = everywhere() ? tr("%1 is erased; colleagues' machines follow as they sync").arg(who)
                                          : tr("%1 is erased from this workspace").arg(who);
    outlook_ = {};
    Q_EMIT erased(sentence);
}

void ErasePage::erase()
{
    if (busy_ || person_.isNil()) return;
    busy_ = true;
    problem_.clear();
    Q_EMIT changed();
    const Id person = std::exchange(person_, Id{});
    const auto retry = [self = QPointer(this), person](const QString& problem) {
        if (self.isNull()) return;
        if (!problem.isEmpty()) self->person_ = person;
        self->finish(problem);
    };
    const QString failed = tr("Nothing was erased");
    if (everywhere())
        desk_.erase(person, [retry, failed](const sync::Answer<void>& done) {
            retry(done ? QString{} : serverProblem(failed, done.error()));
        });
    else
        worker_.run<ErasureOutlook>([person](Services& services) { return ErasePerson(services).run(person); },
                                    [retry, failed](const Result<ErasureOutlook>& done) {
                                        retry(done ? QString{} : problemSentence(failed, done.error()));
                                    });
}

}  // namespace kith::ui
