#include <kith/pages/conversation_page.h>

#include <kith/models/text.h>
#include <kith/pages/draft_text.h>
#include <kith/pages/words.h>

#include <QPointer>
#include <algorithm>

namespace kith::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::size_t kSuggested = 7;
constexpr int kNameLength = 200;

QString keyOf(const Suggestion& suggestion)
{
    return suggestion.companion.isNew() ? u"new"_s : toQString(suggestion.companion.id.toString());
}

QVariant dataOf(const Suggestion& suggestion, int role)
{
    if (role == Qt::DisplayRole) return suggestion.line;
    if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole) {
        const QString& detail = suggestion.companion.detail;
        return detail.isEmpty() ? suggestion.line : suggestion.line + u", "_s + detail;
    }
    return {};
}

Companion companionOf(const PersonCard& card)
{
    return {.id = card.id, .name = toQString(card.name), .detail = titleLine(card.title, card.organisation)};
}

bool sameName(const QString& a, const QString& b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

}  // namespace

ConversationPage::ConversationPage(Worker& worker, const Clock& clock, const Zone& zone, QLocale locale,
                                   QObject* parent)
    : QObject(parent),
      worker_(worker),
      clock_(clock),
      zone_(zone),
      locale_(std::move(locale)),
      drafts_(worker, "log"),
      suggestions_(keyOf, dataOf),
      changes_(worker.onChange([this](const ChangeSet& changes) {
          if (changes.kind == CommandKind::Sync) forgetGone(changes);
      }))
{
    connect(this, &ConversationPage::changed, this, &ConversationPage::keepDraft);
}

QDateTime ConversationPage::now() const
{
    return toWallClock(clock_.now(), zone_);
}

void ConversationPage::begin(const Id& person)
{
    keepDraft();
    start(person);
}

void ConversationPage::start(const Id& person)
{
    subject_ = person;
    draft_ = {};
    const auto kept = draftOf(drafts_.of(person));
    resumed_ = kept.has_value();
    if (kept) resume(*kept);
    else if (const auto companion = known(person)) put(*companion);
    directionByHand_ = resumed_;
    depthByHand_ = resumed_;
    suggestions_.setItems({});
    Q_EMIT changed();
}

void ConversationPage::forgetGone(const ChangeSet& changes)
{
    const auto isGone = [&](const Id& id) {
        return !id.isNil() && std::ranges::any_of(changes.rows, [&](const RowChange& row) {
            return row.id == id && row.what == RowChange::What::Removed;
        });
    };
    if (isGone(subject_)) {
        start({});
        Q_EMIT vanished(tr("The person you were writing about is no longer shared with you, or was removed by a "
                           "colleague. The draft went with them."));
        return;
    }
    const auto left = std::erase_if(draft_.people, [&](const Companion& one) { return isGone(one.id); });
    if (left == 0) return;
    std::erase_if(draft_.dueSteps, [&](const DueStep& step) { return isGone(step.person); });
    Q_EMIT changed();
}

void ConversationPage::resume(const ConversationDraft& kept)
{
    draft_ = kept;
    draft_.people.clear();
    draft_.dueSteps.clear();
    for (const Companion& companion : kept.people) {
        if (companion.isNew()) put(companion);
        else if (const auto there = known(companion.id)) put(*there);
    }
    for (DueStep& step : draft_.dueSteps)
        step.settled = std::ranges::find(kept.dueSteps, step.reminder, &DueStep::reminder) == kept.dueSteps.end();
}

void ConversationPage::keepDraft()
{
    drafts_.keep(subject_, draft_.worthKeeping() ? toText(draft_) : std::string{});
}

void ConversationPage::discard()
{
    draft_ = {};
    begin(subject_);
    drafts_.flush();
}

std::optional<Companion> ConversationPage::known(const Id& person) const
{
    if (person.isNil()) return std::nullopt;
    const auto card = worker_.reader().card(person, clock_.now());
    return card ? std::optional(companionOf(*card)) : std::nullopt;
}

SheetProblem ConversationPage::problem() const
{
    return firstProblem(draft_, now());
}

QDateTime ConversationPage::whenShown() const
{
    return draft_.when.isValid() ? draft_.when : now();
}

QString ConversationPage::whenInWords() const
{
    if (!draft_.when.isValid()) return tr("Now");
    return tr("%1, %2", "day, time")
        .arg(longDay(toDate(draft_.when.date()), toDate(now().date()), locale_),
             locale_.toString(draft_.when.time(), QLocale::ShortFormat));
}

void ConversationPage::suggestFor(const QString& typed)
{
    const QString name = typed.simplified().left(kNameLength);
    std::vector<Suggestion> suggestions;
    if (!name.isEmpty()) {
        for (const PersonCard& card : worker_.reader().suggest(toUtf8(name), kSuggested, clock_.now())) {
            Companion companion = companionOf(card);
            const bool there =
                std::ranges::any_of(draft_.people, [&](const Companion& other) { return other.id == companion.id; });
            if (!there) suggestions.push_back({companion, companion.name});
        }
        suggestions.push_back({{.id = {}, .name = name, .detail = {}}, tr("Add “%1” as a new person").arg(name)});
    }
    suggestions_.setItems(std::move(suggestions));
}

bool ConversationPage::choose(int row)
{
    const Suggestion* suggestion = suggestions_.at(row);
    if (suggestion == nullptr) return false;
    put(suggestion->companion);
    suggestions_.setItems({});
    Q_EMIT changed();
    return true;
}

void ConversationPage::addPerson(const Id& person)
{
    const auto companion = known(person);
    if (!companion) return;
    put(*companion);
    Q_EMIT changed();
}

void ConversationPage::addNewPerson(const QString& name)
{
    const QString clean = name.simplified().left(kNameLength);
    if (clean.isEmpty()) return;
    put({.id = {}, .name = clean, .detail = {}});
    Q_EMIT changed();
}

void ConversationPage::put(Companion companion)
{
    const bool there = std::ranges::any_of(draft_.people, [&](const Companion& other) {
        return companion.isNew() ? other.isNew() && sameName(other.name, companion.name) : other.id == companion.id;
    });
    if (there) return;
    if (companion.isNew()) companion.detail = tr("new");
    else findDueSteps(companion);
    draft_.people.push_back(std::move(companion));
}

void ConversationPage::findDueSteps(const Companion& companion)
{
    const Date today = toDate(now().date());
    const auto detail = worker_.reader().person(companion.id, clock_.now(), 0);
    if (!detail) return;
    for (const ReminderView& reminder : detail->reminders) {
        if (reminder.due > today) continue;
        draft_.dueSteps.push_back(
            {.reminder = reminder.id,
             .person = companion.id,
             .sentence = tr("%1 (%2)", "reason, due today")
                             .arg(toQString(reminder.reason).simplified(), dueInWords(reminder.due, today, locale_))});
    }
}

void ConversationPage::removePerson(int index)
{
    if (index < 0 || index >= static_cast<int>(draft_.people.size())) return;
    const auto gone = draft_.people.begin() + index;
    std::erase_if(draft_.dueSteps, [&](const DueStep& step) { return step.person == gone->id; });
    draft_.people.erase(gone);
    Q_EMIT changed();
}

template <class T>
void ConversationPage::set(T ConversationDraft::* field, const std::type_identity_t<T>& value)
{
    if (draft_.*field == value) return;
    draft_.*field = value;
    Q_EMIT changed();
}

void ConversationPage::setChannel(Channel channel)
{
    if (!directionByHand_) draft_.direction = usualDirection(channel);
    if (!depthByHand_) draft_.depth = usualDepth(channel);
    set(&ConversationDraft::channel, channel);
}

void ConversationPage::setDirection(Direction direction)
{
    directionByHand_ = true;
    set(&ConversationDraft::direction, direction);
}

void ConversationPage::setDepth(Depth depth)
{
    depthByHand_ = true;
    set(&ConversationDraft::depth, depth);
}

void ConversationPage::setWhen(const QDateTime& when)
{
    set(&ConversationDraft::when, when);
}

void ConversationPage::setMinutes(int minutes)
{
    set(&ConversationDraft::minutes, minutes);
}

void ConversationPage::setText(const QString& text)
{
    set(&ConversationDraft::text, text);
}

void ConversationPage::setNextStep(bool wanted)
{
    if (wanted && !draft_.nextDue.isValid()) draft_.nextDue = now().date().addDays(7);
    set(&ConversationDraft::hasNextStep, wanted);
}

void ConversationPage::setNextDue(const QDate& due)
{
    set(&ConversationDraft::nextDue, due);
}

void ConversationPage::setPrivate(bool isPrivate)
{
    set(&ConversationDraft::isPrivate, isPrivate);
}

void ConversationPage::setNextReason(const QString& reason)
{
    set(&ConversationDraft::nextReason, reason);
}

void ConversationPage::setNextRepetition(const std::string& rrule)
{
    set(&ConversationDraft::nextRrule, rrule);
}

void ConversationPage::setNextIsPromise(bool promise)
{
    set(&ConversationDraft::nextIsPromise, promise);
}

void ConversationPage::settle(const Id& reminder, bool settled)
{
    const auto step = std::ranges::find(draft_.dueSteps, reminder, &DueStep::reminder);
    if (step == draft_.dueSteps.end() || step->settled == settled) return;
    step->settled = settled;
    Q_EMIT changed();
}

std::vector<Repetition> ConversationPage::repetitions()
{
    return {{tr("Once"), {}},
            {tr("Every week"), "FREQ=WEEKLY"},
            {tr("Every 2 weeks"), "FREQ=WEEKLY;INTERVAL=2"},
            {tr("Every month"), "FREQ=MONTHLY"},
            {tr("Every 3 months"), "FREQ=MONTHLY;INTERVAL=3"},
            {tr("Every 6 months"), "FREQ=MONTHLY;INTERVAL=6"},
            {tr("Every year"), "FREQ=YEARLY"}};
}

void ConversationPage::save()
{
    if (saving_) return;
    if (const SheetProblem wrong = problem()) {
        Q_EMIT failed(wrong.sentence);
        return;
    }
    saving_ = true;
    Q_EMIT changed();
    drafts_.flush();  // before the command that ends the draft, not after it
    worker_.run<qint64>(
        [input = inputOf(draft_, clock_.now(), zone_),
         key = drafts_.keyOf(subject_)](Services& services) -> Result<qint64> {
            KITH_TRY(logged, LogInteraction(services).run(input));
            (void)services.writer.setSetting(key, {});
            return logged.changes.command;
        },
        [self = QPointer(this)](const Result<qint64>& command) {
            if (self) self->finished(command);
        });
}

void ConversationPage::finished(const Result<qint64>& command)
{
    saving_ = false;
    if (!command) {
        Q_EMIT changed();
        Q_EMIT failed(
            problemSentence(tr("The conversation was not saved; what you wrote is still here"), command.error()));
        return;
    }
    const QString sentence = toast(draft_);
    discard();
    Q_EMIT saved(sentence, *command);
}

QString ConversationPage::toast(const ConversationDraft& saved) const
{
    QStringList names;
    for (const Companion& companion : saved.people) names << companion.name;
    const QString who = namesInWords(names);
    const QString logged = [&] {
        switch (saved.channel) {
        case Channel::Meeting: return tr("Logged the meeting with %1.").arg(who);
        case Channel::Call: return tr("Logged the call with %1.").arg(who);
        case Channel::Note: return tr("Kept the note about %1.").arg(who);
        default: return tr("Logged the conversation with %1.").arg(who);
        }
    }();
    if (!saved.hasNextStep) return logged;
    return tr("%1 Next step on %2.", "what was logged, then a day")
        .arg(logged, longDay(toDate(saved.nextDue), toDate(now().date()), locale_));
}

void ConversationPage::undo(qint64 command)
{
    worker_.run<void>(
        [command](Services& services) -> Result<void> {
            KITH_CHECK(services.writer.revert(command));
            return {};
        },
        [self = QPointer(this)](Result<void> result) {
            if (self && !result) Q_EMIT self->failed(problemSentence(tr("Undo did not work"), result.error()));
        });
}

}  // namespace kith::ui
