#include <kith/pages/today_page.h>

#include <kith/models/text.h>
#include <kith/pages/words.h>
#include <kith/usecases/reminders.h>

#include <QPointer>
#include <algorithm>

namespace kith::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::size_t kShown = 500;
constexpr std::size_t kMyPeopleShown = 200;
constexpr std::size_t kColleaguesShown = 20;
constexpr std::chrono::days kComingUp{14};
/// Promises further ahead than this are not looked at; nobody promises for later.
constexpr std::chrono::days kPromiseHorizon{3660};

QVariant todayData(const TodayItem& item, int role)
{
    if (role == Qt::DisplayRole) return item.name;
    if (role == Qt::AccessibleTextRole) return item.summary();
    return {};
}

QVariant myPersonData(const MyPerson& person, int role)
{
    if (role == Qt::DisplayRole) return person.name;
    if (role == Qt::AccessibleTextRole) return person.summary();
    return {};
}

QVariant colleagueData(const Colleague& colleague, int role)
{
    if (role == Qt::DisplayRole) return colleague.name;
    if (role == Qt::AccessibleTextRole)
        return colleague.detail.isEmpty() ? colleague.name : colleague.name + u", "_s + colleague.detail;
    return {};
}

Id reminderOf(const TodayItem& item)
{
    return item.reminder;
}

bool concernsToday(const ChangeSet& changes)
{
    return changes.touches(Kind::Reminder) || changes.touches(Kind::Person) || changes.touches(Kind::Interaction)
        || changes.touches(Kind::SamePerson) || changes.touches(Kind::Participant) || changes.touches(Kind::Affiliation)
        || changes.touches(Kind::Organisation);
}

}  // namespace

struct TodayPage::Snapshot {
    Date today{};
    bool managerView = false;
    std::size_t people = 0;
    std::size_t dueCount = 0;
    std::size_t lateCount = 0;
    std::vector<AgendaItem> due;
    std::vector<AgendaItem> later;
    std::vector<PersonCard> myPeople;

    void read(const WorkspaceReader& reader, Instant now)
    {
        managerView = reader.setting(kViewSetting) == kManagerView;
        const Id me = Id::parse(reader.setting(settings::kMe)).value_or(Id{});
        people = reader.countPeople();
        if (people > 0 && !me.isNil() && reader.card(me, now)) --people;  // who sits here is nobody to speak to
        dueCount = reader.countDue(today, me);
        lateCount = reader.countDue(today - std::chrono::days{1}, me);
        due = reader.agenda(std::nullopt, today, me, now, kShown);
        later = reader.agenda(today + std::chrono::days{1}, today + kPromiseHorizon, me, now, kShown);
        if (managerView && !me.isNil()) readMyPeople(reader, me, now);
    }

    void readMyPeople(const WorkspaceReader& reader, const Id& me, Instant now)
    {
        const PeopleFilter mine{.heldBy = me, .order = PeopleOrder::LastInteraction, .descending = true};
        auto rows = reader.listPeople(mine, now);
        if (!rows) return;
        rows->resize(std::min(rows->size(), kMyPeopleShown));
        myPeople = reader.cards(*rows, now);
    }
};

TodayPage::TodayPage(Worker& worker, const Clock& clock, const Zone& zone, QLocale locale, QObject* parent)
    : QObject(parent),
      worker_(worker),
      clock_(clock),
      zone_(zone),
      locale_(std::move(locale)),
      due_(reminderOf, todayData),
      comingUp_(reminderOf, todayData),
      promises_(reminderOf, todayData),
      myPeople_([](const MyPerson& person) { return person.person; }, myPersonData),
      colleagues_([](const Colleague& colleague) { return colleague.id; }, colleagueData)
{
    subscription_ = worker_.onChange([this](const ChangeSet& changes) {
        if (concernsToday(changes)) refresh();
    });
    refresh();
}

Date TodayPage::today() const
{
    return zone_.dateOf(clock_.now());
}

void TodayPage::refresh()
{
    if (reading_) {
        readAgain_ = true;
        return;
    }
    reading_ = true;
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->today = today();
    worker_.read([snapshot, now = clock_.now()](const WorkspaceReader& reader) { snapshot->read(reader, now); },
                 [self = QPointer(this), snapshot] {
                     if (self) self->show(*snapshot);
                 });
}

void TodayPage::tick()
{
    if (loaded_ && shownDay_ != today()) refresh();
}

void TodayPage::show(Snapshot& snapshot)
{
    reading_ = false;
    loaded_ = true;
    shownDay_ = snapshot.today;
    managerView_ = snapshot.managerView;
    people_ = snapshot.people;

    std::vector<TodayItem> due;
    std::vector<TodayItem> comingUp;
    std::vector<TodayItem> promises;
    for (const AgendaItem& item : snapshot.due)
        if (!managerView_ || item.reminder.kind == ReminderKind::Promise)
            due.push_back(todayItem(item, shownDay_, zone_, locale_));
    for (const AgendaItem& item : snapshot.later) {
        TodayItem line = todayItem(item, shownDay_, zone_, locale_);
        if (line.promise) (managerView_ ? due : promises).push_back(std::move(line));
        else if (!managerView_ && item.reminder.due <= shownDay_ + kComingUp) comingUp.push_back(std::move(line));
    }
    std::vector<MyPerson> myPeople;
    for (const PersonCard& card : snapshot.myPeople) myPeople.push_back(myPerson(card, shownDay_, zone_, locale_));

    const auto late = std::count_if(due.begin(), due.end(),
                                    [](const TodayItem& item) { return item.when == TodayItem::When::Overdue; });
    dueCount_ = managerView_ ? static_cast<qint64>(due.size()) : static_cast<qint64>(snapshot.dueCount);
    lateCount_ = managerView_ ? late : static_cast<qint64>(snapshot.lateCount);
    due_.setItems(std::move(due));
    comingUp_.setItems(std::move(comingUp));
    promises_.setItems(std::move(promises));
    myPeople_.setItems(std::move(myPeople));
    Q_EMIT changed();
    if (std::exchange(readAgain_, false)) refresh();
}

TodayPage::Empty TodayPage::empty() const
{
    if (!loaded_ || due_.count() > 0) return Empty::No;
    return people_ == 0 ? Empty::NoPeople : Empty::NothingDue;
}

QString TodayPage::heading() const
{
    return managerView_ ? tr("My promises") : tr("Today");
}

QString TodayPage::subheading() const
{
    const QString day = longDay(today(), today(), locale_);
    if (!loaded_ || dueCount_ == 0) return day;
    const auto late = static_cast<int>(lateCount_);
    const auto count = static_cast<int>(dueCount_);
    const QString conversations = [&] {
        if (managerView_) return count == 1 ? tr("1 promise") : tr("%Ln promises", nullptr, count);
        return count == 1 ? tr("1 conversation") : tr("%Ln conversations", nullptr, count);
    }();
    if (late == 0) return tr("%1 · %2", "day, then how many").arg(day, conversations);
    return tr("%1 · %2, %3", "day, how many, how many of them late")
        .arg(day, conversations, tr("%Ln late", nullptr, late));
}

QString TodayPage::emptyTitle() const
{
    switch (empty()) {
    case Empty::NoPeople: return tr("Nobody is here yet");
    case Empty::NothingDue: return managerView_ ? tr("You owe nobody anything") : tr("Nothing is due today");
    case Empty::No: break;
    }
    return {};
}

QString TodayPage::emptyText() const
{
    switch (empty()) {
    case Empty::NoPeople:
        return tr("Today lists the people worth a conversation, each with the reason and the last words exchanged. "
                  "Drop a LinkedIn export, a CSV or a vCard file onto this window, or log your first conversation.");
    case Empty::NothingDue:
        return managerView_ ? tr("When you log a conversation and tick “I promised this”, the promise waits here "
                                 "until it is kept.")
                            : tr("When you log a conversation, say what happens next and when. On that day the person "
                                 "appears here, with the reason and your last words.");
    case Empty::No: break;
    }
    return {};
}

QString TodayPage::beyond() const
{
    const auto more = static_cast<int>(dueCount_) - due_.count();
    if (managerView_ || more <= 0) return {};
    return tr("%Ln more are due; the longest overdue are shown.", nullptr, more);
}

void TodayPage::findColleagues(const QString& words)
{
    const auto search = ++colleagueSearch_;
    auto found = std::make_shared<std::vector<PersonCard>>();
    PeopleFilter filter{.words = toUtf8(words.simplified())};
    filter.facets.add(Facet::Colleague);
    worker_.read(
        [found, filter, now = clock_.now()](const WorkspaceReader& reader) {
            auto rows = reader.listPeople(filter, now);
            if (!rows) return;
            rows->resize(std::min(rows->size(), kColleaguesShown));
            *found = reader.cards(*rows, now);
        },
        [self = QPointer(this), found, search] {
            if (!self || search != self->colleagueSearch_) return;
            std::vector<Colleague> colleagues;
            for (const PersonCard& card : *found)
                colleagues.push_back({card.id, toQString(card.name), titleLine(card.title, card.area)});
            self->colleagues_.setItems(std::move(colleagues));
        });
}

QString TodayPage::nameOf(const Id& reminder) const
{
    for (const TodayList* list : {&due_, &comingUp_, &promises_})
        if (const TodayItem* item = list->at(list->rowOf(reminder))) return isolated(item->name);
    return tr("The person");
}

void TodayPage::run(std::move_only_function<Result<ChangeSet>(Services&)> work, QString done, QString what)
{
    worker_.run<ChangeSet>(
        std::move(work),
        [self = QPointer(this), done = std::move(done), what = std::move(what)](Result<ChangeSet> result) {
            if (!self) return;
            if (result) Q_EMIT self->said(done, result->command);
            else Q_EMIT self->failed(problemSentence(what, result.error()));
        });
}

void TodayPage::snooze(const Id& reminder, Date until, const QString& reason)
{
    run([reminder, until, why = toUtf8(reason.simplified())](
            Services& services) { return SnoozeReminder(services).run(reminder, until, why); },
        tr("%1 is put off until %2.").arg(nameOf(reminder), longDay(until, today(), locale_)),
        tr("The reminder could not be put off"));
}

void TodayPage::finish(const Id& reminder)
{
    run([reminder](Services& services) { return FinishReminder(services).run(reminder); },
        tr("Done with %1.").arg(nameOf(reminder)), tr("The reminder could not be closed"));
}

void TodayPage::handOver(const Id& reminder, const Id& colleague)
{
    const Colleague* to = colleagues_.at(colleagues_.rowOf(colleague));
    run([reminder, colleague](Services& services) { return HandOverReminder(services).run(reminder, colleague); },
        tr("%1 is handed over to %2.").arg(nameOf(reminder), to != nullptr ? isolated(to->name) : tr("a colleague")),
        tr("The reminder could not be handed over"));
}

void TodayPage::undo(qint64 command)
{
    worker_.run<Reverted>([command](Services& services) { return services.writer.revert(command); },
                          [self = QPointer(this)](Result<Reverted> result) {
                              if (!self) return;
                              if (result) Q_EMIT self->said(tr("Taken back."), 0);
                              else Q_EMIT self->failed(problemSentence(tr("Undo did not work"), result.error()));
                          });
}

}  // namespace kith::ui
