#include <kith/pages/person_page.h>

#include <kith/domain/contact_key.h>
#include <kith/models/text.h>
#include <kith/pages/words.h>
#include <kith/usecases/affiliations.h>
#include <kith/usecases/approach.h>
#include <kith/usecases/contact_points.h>
#include <kith/usecases/interactions.h>
#include <kith/usecases/pay.h>
#include <kith/usecases/spaces.h>
#include <kith/usecases/tags.h>
#include <kith/usecases/ties.h>

#include <QPointer>
#include <algorithm>

namespace kith::ui {

namespace {

/// Every row that a detail was made of: a change to any of them may change what is read.
std::unordered_set<Id> idsIn(const PersonDetail& detail)
{
    std::unordered_set<Id> ids{detail.card.id};
    for (const auto& view : detail.contactPoints) ids.insert(view.id);
    for (const auto& view : detail.affiliations) {
        ids.insert(view.id);
        ids.insert(view.organisationId);
    }
    for (const auto& view : detail.skills) ids.insert(view.id);
    for (const auto& view : detail.tags) ids.insert(view.id);
    for (const auto& view : detail.pools) {
        ids.insert(view.id);
        ids.insert(view.pool);
    }
    for (const auto& view : detail.placements) {
        ids.insert(view.placement.id);
        ids.insert(view.placement.pipeline);
        ids.insert(view.placement.stage);
    }
    for (const auto& view : detail.ties) {
        ids.insert(view.id);
        ids.insert(view.person);
    }
    for (const auto& view : detail.interactions) {
        ids.insert(view.id);
        for (const auto& who : view.participants) ids.insert(who.person);
    }
    for (const auto& view : detail.reminders) ids.insert(view.id);
    for (const auto& view : detail.pay) ids.insert(view.id);
    for (const auto& view : detail.merged) ids.insert(view.person);
    ids.erase(Id{});
    return ids;
}

/// A command of more rows than this is not looked through: reading one person again costs less.
constexpr std::size_t kLargestLook = 200;

/// What is taken back or brought in may name its rows alone, without the fields that would tell whose they are.
bool isSweeping(CommandKind kind)
{
    return kind == CommandKind::Undo || kind == CommandKind::Redo || kind == CommandKind::UndoImport
        || kind == CommandKind::Import || kind == CommandKind::Sync;
}

/// Whoever left may have been erased: what was theirs is not said again, but the name that was on the screen is.
QString sentenceOfLeave(const QString& name)
{
    return PersonPage::tr("%1 is no longer shared with you, or was removed by a colleague.").arg(isolated(name));
}

}  // namespace

PersonPage::PersonPage(Worker& worker, const Clock& clock, const Zone& zone, std::size_t interactions, QObject* parent)
    : QObject(parent),
      worker_(worker),
      clock_(clock),
      zone_(zone),
      interactions_(interactions),
      drafts_(worker, "text"),
      subscription_(worker.onChange([this](const ChangeSet& changes) {
          if (!person_ || !touches(changes)) return;
          const QString name = lines_ ? lines_->name : QString{};
          read();
          // By somebody elsewhere: nobody here can take that back.
          if (!name.isEmpty() && !lines_ && changes.kind == CommandKind::Sync) Q_EMIT vanished(sentenceOfLeave(name));
      }))
{
}

void PersonPage::show(std::optional<Id> person)
{
    if (person == person_ && (lines_ || !person)) return;
    person_ = person;
    read();
}

Date PersonPage::today() const
{
    return zone_.dateOf(clock_.now());
}

void PersonPage::read()
{
    lines_.reset();
    shown_.clear();
    if (person_) {
        const WorkspaceReader& reader = worker_.reader();
        if (const auto detail = reader.person(*person_, clock_.now(), interactions_)) {
            person_ = detail->card.id;  // they may have been merged into somebody meanwhile
            const Id me = reader.shownFor(Id::parse(reader.setting(settings::kMe)).value_or(Id{}));
            lines_ =
                linesOf(*detail,
                        {.now = clock_.now(), .zone = zone_, .locale = QLocale(), .me = me, .spaces = reader.spaces()});
            shown_ = idsIn(*detail);
        }
    }
    Q_EMIT changed();
}

bool PersonPage::touches(const ChangeSet& changes) const
{
    if (isSweeping(changes.kind) || changes.rows.size() > kLargestLook) return true;
    const auto isOurs = [&](const Value& value) {
        const Id* id = std::get_if<Id>(&value);
        return id != nullptr && *id == *person_;
    };
    return std::ranges::any_of(changes.rows, [&](const RowChange& change) {
        if (change.id == *person_ || shown_.contains(change.id)) return true;
        if (change.what == RowChange::What::Created || change.what == RowChange::What::Restored) {
            const auto row =
                worker_.reader().row(change.kind, change.id);  // the change itself does not say whose it is
            return row && std::ranges::any_of(row->values, isOurs);
        }
        return std::ranges::any_of(
            change.fields, [&](const FieldChange& field) { return isOurs(field.before) || isOurs(field.after); });
    });
}

void PersonPage::perform(const QString& done, const QString& failed, Work work, std::function<void()> after)
{
    if (!person_) return;
    worker_.run<ChangeSet>(std::move(work),
                           [self = QPointer(this), done, failed, after = std::move(after)](Result<ChangeSet> result) {
                               if (self.isNull()) return;
                               if (result && after) after();
                               if (!result) {
                                   Q_EMIT self->problem(problemSentence(failed, result.error()));
                                   Q_EMIT self->changed();  // whoever edits shows what is kept
                               } else if (!result->empty()) {
                                   Q_EMIT self->saved(done);
                               }
                           });
}

void PersonPage::setField(FieldIndex field, const QString& text)
{
    if (!lines_) return;
    const auto fact = std::ranges::find(lines_->facts, field, &FactLine::field);
    const QString plain = text.trimmed();
    if (fact == lines_->facts.end() || fact->value == plain) return;
    perform(tr("%1 saved").arg(fact->label), tr("%1 was not saved").arg(fact->label),
            [person = *person_, field, value = textValue(toUtf8(plain))](Services& services) {
                return EditPersonField(services).run(person, field, value);
            });
}

void PersonPage::setFacet(Facet facet, bool on)
{
    if (!lines_ || lines_->facets.has(facet) == on) return;
    Facets facets = lines_->facets;
    on ? facets.add(facet) : facets.remove(facet);
    const QString word = wordFor(facet);
    perform(on ? tr("Marked as: %1").arg(word) : tr("No longer marked as: %1").arg(word), tr("The mark was not saved"),
            [person = *person_, facets](Services& services) {
                return EditPersonField(services).run(person, person::facets, std::int64_t{facets.bits});
            });
}

void PersonPage::setAffiliation(const QString& role, const QString& organisation, const QString& area)
{
    if (!lines_) return;
    if (role == lines_->role && organisation == lines_->organisation && area == lines_->area) return;
    perform(tr("Affiliation saved"), tr("The affiliation was not saved"),
            [person = *person_, role = toUtf8(role), organisation = toUtf8(organisation), area = toUtf8(area)](
                Services& services) { return SetCurrentAffiliation(services).run(person, role, organisation, area); });
}

void PersonPage::addContact(const QString& value, const QString& label)
{
    if (!person_ || value.trimmed().isEmpty()) return;
    perform(tr("Contact point added"), tr("The contact point was not added"),
            [person = *person_, value = toUtf8(value.trimmed()), label = toUtf8(label)](Services& services) {
                return AddContactPoint(services).run(person, guessContactKind(value), value, label);
            });
}

void PersonPage::editContact(const Id& contact, const QString& value, const QString& label)
{
    perform(tr("Contact point saved"), tr("The contact point was not saved"),
            [contact, value = toUtf8(value.trimmed()), label = toUtf8(label.trimmed())](Services& services) {
                return EditContactPoint(services).run(contact, value, label);
            });
}

void PersonPage::removeContact(const Id& contact)
{
    perform(tr("Contact point removed"), tr("The contact point was not removed"),
            [contact](Services& services) { return RemoveContactPoint(services).run(contact); });
}

void PersonPage::addSkill(const QString& name, SkillLevel level, Evidence evidence)
{
    if (!person_ || name.trimmed().isEmpty()) return;
    SkillInput input{.person = *person_, .name = toUtf8(name.trimmed()), .level = level, .evidence = evidence};
    perform(tr("Skill added"), tr("The skill was not added"),
            [input = std::move(input)](Services& services) { return AddSkill(services).run(input); });
}

void PersonPage::removeSkill(const Id& personSkill)
{
    perform(tr("Skill removed"), tr("The skill was not removed"),
            [personSkill](Services& services) { return RemoveSkill(services).run(personSkill); });
}

void PersonPage::addTag(const QString& name)
{
    if (!person_ || name.trimmed().isEmpty()) return;
    perform(tr("Tag added"), tr("The tag was not added"),
            [person = *person_, name = toUtf8(name.trimmed())](Services& services) {
                return AddTag(services).run(person, name);
            });
}

void PersonPage::removeTag(const Id& personTag)
{
    perform(tr("Tag removed"), tr("The tag was not removed"),
            [personTag](Services& services) { return RemoveTag(services).run(personTag); });
}

void PersonPage::addTie(const Id& other, TieKind kind, bool outgoing, const QString& note)
{
    if (!person_) return;
    TieInput input{.a = outgoing ? *person_ : other,
                   .b = outgoing ? other : *person_,
                   .kind = kind,
                   .strength = std::nullopt,
                   .since = std::nullopt,
                   .note = toUtf8(note.trimmed())};
    perform(tr("Tie added"), tr("The tie was not added"),
            [input = std::move(input)](Services& services) { return AddTie(services).run(input); });
}

void PersonPage::removeTie(const Id& tie)
{
    perform(tr("Tie removed"), tr("The tie was not removed"),
            [tie](Services& services) { return RemoveTie(services).run(tie); });
}

void PersonPage::remind(Date due, const QString& reason, const std::string& rrule, ReminderKind kind)
{
    if (!person_) return;
    ReminderInput input{
        .person = *person_, .due = due, .reason = toUtf8(reason.trimmed()), .rrule = rrule, .kind = kind};
    perform(tr("Reminder set for %1").arg(longDay(due, today(), QLocale())), tr("The reminder was not set"),
            [input = std::move(input)](Services& services) { return SetReminder(services).run(input); });
}

void PersonPage::finishReminder(const Id& reminder)
{
    perform(tr("Reminder done"), tr("The reminder is still open"),
            [reminder](Services& services) { return FinishReminder(services).run(reminder); });
}

void PersonPage::snoozeReminder(const Id& reminder, Date until, const QString& reason)
{
    perform(tr("Put off until %1").arg(longDay(until, today(), QLocale())), tr("The reminder was not put off"),
            [reminder, until, reason = toUtf8(reason.trimmed())](Services& services) {
                return SnoozeReminder(services).run(reminder, until, reason);
            });
}

void PersonPage::setInteractionText(const Id& interaction, const QString& text)
{
    drafts_.keep(interaction, toUtf8(text));
    drafts_.flush();
    perform(
        tr("Text saved"), tr("The text was not saved; it is kept as a draft"),
        [interaction, value = textValue(toUtf8(text.trimmed())),
         key = drafts_.keyOf(interaction)](Services& services) -> Result<ChangeSet> {
            KITH_TRY(changes, EditInteractionField(services).run(interaction, interaction::text, value));
            (void)services.writer.setSetting(key, {});
            return changes;
        },
        [this, interaction] { drafts_.drop(interaction); });
}

QString PersonPage::textOf(const Id& interaction) const
{
    if (!lines_) return {};
    const auto entry = std::ranges::find(lines_->timeline, interaction, &TimelineLine::id);
    return entry == lines_->timeline.end() ? QString{} : entry->text;
}

QString PersonPage::textInHand(const Id& interaction) const
{
    const std::string kept = drafts_.of(interaction);
    return kept.empty() ? textOf(interaction) : toQString(kept);
}

void PersonPage::keepText(const Id& interaction, const QString& text)
{
    drafts_.keep(interaction, text == textOf(interaction) ? std::string{} : toUtf8(text));
}

void PersonPage::removeInteraction(const Id& interaction)
{
    perform(tr("Removed from the timeline"), tr("It was not removed"),
            [interaction](Services& services) { return RemoveInteraction(services).run(interaction); });
}

void PersonPage::setApproach(Approach approach, const QString& reason, std::optional<Date> until)
{
    if (!lines_) return;
    if (approach == lines_->approach && reason == lines_->approachReason && until == lines_->approachUntil) return;
    perform(wordFor(approach), tr("That was not saved"),
            [person = *person_, input = ApproachInput{.approach = approach, .reason = toUtf8(reason), .until = until}](
                Services& services) { return EditApproach(services).run(person, input); });
}

void PersonPage::addPay(const QString& amount)
{
    if (!person_ || amount.trimmed().isEmpty()) return;
    perform(tr("Noted, for your eyes only"), tr("It was not noted"),
            [person = *person_, input = PayInput{.amount = toUtf8(amount.trimmed()), .statedOn = today()}](
                Services& services) { return AddPay(services).run(person, input); });
}

void PersonPage::removePay(const Id& pay)
{
    perform(tr("Pay expectation removed"), tr("The pay expectation was not removed"),
            [pay](Services& services) { return RemovePay(services).run(pay); });
}

void PersonPage::moveTo(const Id& space)
{
    if (!lines_ || lines_->space == space) return;
    const auto to = std::ranges::find(lines_->spaces, space, &SpaceLine::id);
    if (to == lines_->spaces.end()) return;
    perform(tr("Moved to %1").arg(to->name), tr("They were not moved"),
            [person = *person_, space](Services& services) { return MoveToSpace(services).run(person, space); });
}

void PersonPage::removePerson()
{
    if (!person_) return;
    const QString name = lines_ ? isolated(lines_->name) : QString{};
    perform(tr("%1 removed").arg(name), tr("%1 was not removed").arg(name),
            [person = *person_](Services& services) { return RemovePerson(services).run(person); });
}

std::vector<PersonCard> PersonPage::suggest(const QString& words, std::size_t limit) const
{
    auto found = worker_.reader().suggest(toUtf8(words), limit + 1, clock_.now());
    std::erase_if(found, [&](const PersonCard& card) { return card.id == person_; });
    if (found.size() > limit) found.resize(limit);
    return found;
}

}  // namespace kith::ui
