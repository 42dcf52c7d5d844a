#include <kith/pages/conversation_draft.h>

#include <kith/models/text.h>

#include <QCoreApplication>

namespace kith::ui {

namespace {

struct Conversation {
    Q_DECLARE_TR_FUNCTIONS(Conversation)
};

constexpr int kMinutesInADay = 24 * 60;

}  // namespace

SheetProblem firstProblem(const ConversationDraft& draft, const QDateTime& now)
{
    if (draft.people.empty())
        return {SheetField::People, Conversation::tr("Say with whom: type a name, then press Enter.")};
    if (draft.when.isValid() && draft.when > now)
        return {SheetField::When, Conversation::tr("This is in the future. For what is yet to come, set a next step.")};
    if (draft.minutes < 0 || draft.minutes > kMinutesInADay)
        return {SheetField::Minutes, Conversation::tr("A conversation lasts at most a day.")};
    if (draft.channel == Channel::Note && draft.text.trimmed().isEmpty())
        return {SheetField::Text, Conversation::tr("Write the note first.")};
    if (draft.hasNextStep) {
        if (!draft.nextDue.isValid() || draft.nextDue < now.date())
            return {SheetField::NextDue, Conversation::tr("The next step needs a day from today on.")};
        if (draft.nextReason.trimmed().isEmpty())
            return {SheetField::NextReason, Conversation::tr("Say what the next step is.")};
    }
    return {};
}

ConversationInput inputOf(const ConversationDraft& draft, Instant now, const Zone& zone)
{
    ConversationInput input{.channel = draft.channel,
                            .direction = draft.direction,
                            .depth = draft.depth,
                            .at = draft.when.isValid() ? fromWallClock(draft.when, zone) : now,
                            .minutes = hasLength(draft.channel) ? draft.minutes : 0,
                            .text = toUtf8(draft.text.trimmed()),
                            .isPrivate = draft.isPrivate};
    for (const Companion& companion : draft.people) {
        if (companion.isNew()) input.newPeople.push_back(toUtf8(companion.name));
        else input.people.push_back(companion.id);
    }
    for (const DueStep& step : draft.dueSteps)
        if (step.settled) input.settles.push_back(step.reminder);
    if (draft.hasNextStep)
        input.nextStep = NextStep{.due = toDate(draft.nextDue),
                                  .reason = toUtf8(draft.nextReason.simplified()),
                                  .rrule = draft.nextRrule,
                                  .kind = draft.nextIsPromise ? ReminderKind::Promise : ReminderKind::FollowUp};
    return input;
}

Direction usualDirection(Channel channel)
{
    switch (channel) {
    case Channel::Email:
    case Channel::Message: return Direction::Out;
    case Channel::Social: return Direction::In;
    case Channel::Meeting:
    case Channel::Call:
    case Channel::Event:
    case Channel::Note: break;
    }
    return Direction::Both;
}

Depth usualDepth(Channel channel)
{
    switch (channel) {
    case Channel::Meeting:
    case Channel::Call: return Depth::Conversation;
    case Channel::Social: return Depth::Hello;
    case Channel::Email:
    case Channel::Message:
    case Channel::Event:
    case Channel::Note: break;
    }
    return Depth::Exchange;
}

bool hasLength(Channel channel)
{
    return channel == Channel::Meeting || channel == Channel::Call || channel == Channel::Event;
}

}  // namespace kith::ui
