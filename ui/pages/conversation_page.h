// The log sheet: a conversation being written down. No widgets.
#pragma once

#include <kith/models/list_model.h>
#include <kith/pages/conversation_draft.h>
#include <kith/pages/drafts.h>
#include <kith/usecases/worker.h>

#include <QLocale>
#include <QObject>
#include <type_traits>
#include <vector>

namespace kith::ui {

/// A choice for the name typed so far; the last one may be "add as a new person".
struct Suggestion {
    Companion companion;
    QString line;  ///< what the list shows: "Ana Ruiz", "Add “Ana Ru” as a new person"

    friend bool operator==(const Suggestion&, const Suggestion&) = default;
};

using SuggestionList = ListModel<Suggestion, QString>;

/// How often the next step comes back.
struct Repetition {
    QString word;  ///< "Once", "Every month"
    std::string rrule;  ///< empty for once
};

/// One draft for each person from whose line or page the sheet was opened, and one for none: closing the sheet keeps
/// it, also over a restart; saving or discarding ends it.
class ConversationPage : public QObject {
    Q_OBJECT
public:
    /// References must outlive the page.
    ConversationPage(Worker& worker, const Clock& clock, const Zone& zone, QLocale locale = {},
                     QObject* parent = nullptr);

    /// Opens the sheet for somebody, or for nobody yet: goes on with the kept draft, if there is one. An id that
    /// names nobody any more counts as nobody.
    void begin(const Id& person = {});
    /// Whether begin() went on with a draft kept earlier.
    [[nodiscard]] bool resumed() const { return resumed_; }
    /// Throws the draft away and starts again for the same person.
    void discard();

    /// Writes the draft at once, instead of within a second: for the moment in which the sheet closes.
    void keepNow() { drafts_.flush(); }

    [[nodiscard]] const ConversationDraft& draft() const { return draft_; }
    [[nodiscard]] SheetProblem problem() const;
    [[nodiscard]] bool saving() const { return saving_; }
    /// "Now", or "Saturday 21 November, 14:30".
    [[nodiscard]] QString whenInWords() const;
    /// The time to show in the fields for day and hour: the draft's, else now.
    [[nodiscard]] QDateTime whenShown() const;
    [[nodiscard]] QDateTime now() const;

    /// People and "add as new" for a name typed so far; empty for an empty text. Bounded: eight lines.
    [[nodiscard]] SuggestionList& suggestions() { return suggestions_; }
    void suggestFor(const QString& typed);
    /// Adds the suggestion of a row to the people; false where there is none.
    bool choose(int row);
    void addPerson(const Id& person);
    void addNewPerson(const QString& name);
    void removePerson(int index);

    void setChannel(Channel channel);  ///< also brings the usual direction and depth, unless they were set by hand
    void setDirection(Direction direction);
    void setDepth(Depth depth);
    void setWhen(const QDateTime& when);  ///< an invalid one means now
    void setMinutes(int minutes);
    void setText(const QString& text);
    void setPrivate(bool isPrivate);
    void setNextStep(bool wanted);  ///< the first time proposes a week from today
    void setNextDue(const QDate& due);
    void setNextReason(const QString& reason);
    void setNextRepetition(const std::string& rrule);
    void setNextIsPromise(bool promise);
    void settle(const Id& reminder, bool settled);

    [[nodiscard]] static std::vector<Repetition> repetitions();

    /// Saves a draft without problems; otherwise says the problem through failed().
    void save();
    /// Takes the command of a saved() back.
    void undo(qint64 command);

Q_SIGNALS:
    /// Something other than text being typed has changed: people, proposals, problems.
    void changed();
    /// The conversation is in the workspace, with all that belongs to it as one command.
    void saved(const QString& sentence, qint64 command);
    void failed(const QString& sentence);
    /// What a colleague did took away the person whom the sheet was opened for, and their draft with them.
    void vanished(const QString& sentence);

private:
    void start(const Id& person);
    void forgetGone(const ChangeSet& changes);
    void put(Companion companion);
    void resume(const ConversationDraft& kept);
    void keepDraft();
    void findDueSteps(const Companion& companion);
    [[nodiscard]] ConversationDraft fresh(const Id& person) const;
    [[nodiscard]] std::optional<Companion> known(const Id& person) const;
    [[nodiscard]] QString toast(const ConversationDraft& saved) const;
    void finished(const Result<qint64>& command);
    template <class T>
    void set(T ConversationDraft::* field, const std::type_identity_t<T>& value);

    Worker& worker_;
    const Clock& clock_;
    const Zone& zone_;
    QLocale locale_;
    ConversationDraft draft_;
    Id subject_;
    Drafts drafts_;
    SuggestionList suggestions_;
    bool directionByHand_ = false;
    bool depthByHand_ = false;
    bool resumed_ = false;
    bool saving_ = false;
    Subscription changes_;
};

}  // namespace kith::ui
