// One person, for the Person page and the inspector: what there is to read, and the commands that change it.
#pragma once

#include <kith/pages/drafts.h>
#include <kith/pages/person_lines.h>
#include <kith/usecases/people.h>
#include <kith/usecases/reminders.h>
#include <kith/usecases/skills.h>
#include <kith/usecases/worker.h>

#include <QObject>
#include <optional>
#include <unordered_set>

namespace kith::ui {

/// Every command saves at once, as one undoable step, and answers with saved() or problem(). The page reads the
/// person again whenever a command of anybody touched what it shows. For the screen's thread.
class PersonPage final : public QObject {
    Q_OBJECT
public:
    /// At most `interactions` of the latest are read. The worker and the clock must outlive the page.
    PersonPage(Worker& worker, const Clock& clock, const Zone& zone, std::size_t interactions,
               QObject* parent = nullptr);

    /// Shows a person; nothing when there is none of this id.
    void show(std::optional<Id> person);
    /// The same person once more, when what is said of everybody has changed.
    void read();
    /// Nothing when nobody is shown or the person has been removed.
    [[nodiscard]] const std::optional<PersonLines>& lines() const { return lines_; }
    [[nodiscard]] Date today() const;

    /// Sets a text field of Kind::Person; the same text again saves nothing.
    void setField(FieldIndex field, const QString& text);
    void setFacet(Facet facet, bool on);
    void setAffiliation(const QString& role, const QString& organisation, const QString& area);
    /// Guesses whether it is an e-mail, a phone, a profile or a handle.
    void addContact(const QString& value, const QString& label = {});
    void editContact(const Id& contact, const QString& value, const QString& label);
    void removeContact(const Id& contact);
    void addSkill(const QString& name, SkillLevel level, Evidence evidence);
    void removeSkill(const Id& personSkill);
    void addTag(const QString& name);
    void removeTag(const Id& personTag);
    /// `outgoing`: the person shown is the one who refers, manages or introduces.
    void addTie(const Id& other, TieKind kind, bool outgoing, const QString& note);
    void removeTie(const Id& tie);
    void remind(Date due, const QString& reason, const std::string& rrule, ReminderKind kind);
    void finishReminder(const Id& reminder);
    void snoozeReminder(const Id& reminder, Date until, const QString& reason);
    void setInteractionText(const Id& interaction, const QString& text);
    /// The text of an interaction of the person shown: as it was left when it was edited and not saved, else its own.
    [[nodiscard]] QString textInHand(const Id& interaction) const;
    /// Keeps a text that is being edited, also over a restart; the interaction's own text ends it.
    void keepText(const Id& interaction, const QString& text);
    void removeInteraction(const Id& interaction);
    /// Nothing for `until`: until somebody changes it.
    void setApproach(Approach approach, const QString& reason, std::optional<Date> until);
    /// Something that only whoever sits here can read.
    void addPay(const QString& amount);
    void removePay(const Id& pay);
    void moveTo(const Id& space);
    void removePerson();
    /// What somebody and the person shown say differently; nothing when they are one, or not there.
    [[nodiscard]] std::optional<MergeLines> mergeWith(const Id& other) const;
    /// Merges somebody into the person shown, taking these fields from them.
    void merge(const Id& other, const std::vector<FieldIndex>& take);
    /// Shows one of those who were merged into the person by themselves again.
    void unmerge(const Id& other);

    /// People for a name typed so far, without the person shown: for ties.
    [[nodiscard]] std::vector<PersonCard> suggest(const QString& words, std::size_t limit = 8) const;

Q_SIGNALS:
    void changed();
    /// A command has been saved; `sentence` says what was done.
    void saved(const QString& sentence);
    void problem(const QString& sentence);
    /// What a colleague did took the person shown away; nothing is shown any more.
    void vanished(const QString& sentence);

private:
    using Work = std::move_only_function<Result<ChangeSet>(Services&)>;
    /// `after` is called before the answer when the command has succeeded.
    void perform(const QString& done, const QString& failed, Work work, std::function<void()> after = {});
    [[nodiscard]] bool touches(const ChangeSet& changes) const;
    [[nodiscard]] QString textOf(const Id& interaction) const;

    Worker& worker_;
    const Clock& clock_;
    const Zone& zone_;
    const std::size_t interactions_;
    std::optional<Id> person_;
    std::optional<PersonLines> lines_;
    Drafts drafts_;
    std::unordered_set<Id> shown_;  ///< ids of all rows that the lines come from
    Subscription subscription_;
};

}  // namespace kith::ui
