#include <kith/usecases/log_interaction.h>

#include <kith/base/fold.h>
#include <kith/base/text.h>
#include <kith/domain/recurrence.h>
#include <kith/usecases/edit_rules.h>
#include <kith/usecases/pools.h>
#include <kith/usecases/reminder_rules.h>
#include <kith/usecases/spaces.h>
#include <kith/usecases/tags.h>

#include <algorithm>
#include <fmt/format.h>

namespace kith {

namespace {

constexpr int kMinutesOfAWeek = 7 * 24 * 60;
constexpr std::size_t kMostPeople = 1000;

struct Checked {
    std::vector<Id> people;  // existing ones, each once
    std::vector<std::string> newNames;
    std::string firstName;
    Id space;  // of the first one who is here already
    std::string rrule;
};

Result<void> checkWhat(const ConversationInput& input)
{
    KITH_CHECK(edits::checkText(input.text, "The text"));
    KITH_CHECK(edits::checkInstant(input.at, "The time of the conversation"));
    if (input.minutes < 0 || input.minutes > kMinutesOfAWeek)
        return fail(ErrorCode::BadInput, "The length is not between nothing and a week; nothing was saved.");
    return {};
}

Result<void> checkWho(const Services& services, const ConversationInput& input, const Id& me, Checked& checked)
{
    for (const Id& id : input.people) {
        if (std::ranges::find(checked.people, id) != checked.people.end()) continue;
        KITH_TRY(row, edits::findPerson(services.reader, id));
        if (checked.firstName.empty() && id != me) {
            checked.firstName = textOf(edits::fieldOf(row, person::name));
            checked.space = row.space;
        }
        checked.people.push_back(id);
    }
    std::vector<std::string> seen;
    for (const std::string& text : input.newPeople) {
        KITH_TRY(name, edits::oneLine(text, "The name"));
        if (name.empty() || std::ranges::find(seen, fold(name)) != seen.end()) continue;
        seen.push_back(fold(name));
        if (checked.firstName.empty()) checked.firstName = name;
        checked.newNames.push_back(std::move(name));
    }
    const bool somebody =
        !checked.newNames.empty() || std::ranges::any_of(checked.people, [&](const Id& id) { return id != me; });
    if (!somebody) return fail(ErrorCode::BadInput, "Say who the conversation was with; nothing was saved.");
    if (checked.people.size() + checked.newNames.size() > kMostPeople)
        return fail(ErrorCode::BadInput, "More than 1000 people in one conversation; nothing was saved.");
    return {};
}

Result<void> checkNextStep(const Services& services, const NextStep& step, Checked& checked)
{
    KITH_CHECK(edits::checkDate(step.due, "The date of the next step"));
    KITH_TRY(reason, edits::oneLine(step.reason, "The reason"));
    if (reason.empty()) return fail(ErrorCode::BadInput, "Say what the next step is; nothing was saved.");
    if (!step.rrule.empty()) {
        KITH_TRY(rule, checkRecurrence(step.rrule));
        checked.rrule = std::move(rule);
    }
    if (!step.assignee.isNil()) {
        KITH_TRY(colleague, edits::findRow(services.reader, Kind::Person, step.assignee, "colleague"));
    }
    return {};
}

/// Nil, which is the usual space, where one may not write into theirs.
Id writable(const WorkspaceReader& reader, const Id& space)
{
    const auto spaces = reader.spaces();
    const auto found = std::ranges::find(spaces, space, &SpaceView::id);
    return found != spaces.end() && found->writable ? space : Id{};
}

bool isColleague(const WorkspaceReader& reader, const Id& person)
{
    const auto row = reader.row(Kind::Person, person);
    if (!row) return false;
    const Facets facets{static_cast<std::uint8_t>(intOf(edits::fieldOf(*row, person::facets)))};
    return facets.has(Facet::Colleague);
}

std::string subjectOf(const Checked& checked)
{
    const std::size_t others = checked.people.size() + checked.newNames.size() - 1;
    if (others == 0) return checked.firstName;
    return fmt::format("{} and {} more", checked.firstName, others);
}

}  // namespace

Result<Logged> LogInteraction::run(const ConversationInput& input) const
{
    const Id me = edits::me(services_);
    Checked checked;
    KITH_CHECK(checkWhat(input));
    KITH_CHECK(checkWho(services_, input, me, checked));
    if (input.nextStep) KITH_CHECK(checkNextStep(services_, *input.nextStep, checked));

    Edit edit = edits::typedEdit(services_, CommandKind::LogInteraction, subjectOf(checked));
    Logged logged;
    for (const std::string& name : checked.newNames) {
        const Id id = services_.ids.make();
        edit.put(Kind::Person, id).fields = {{person::name, textValue(name)},
                                             {person::facets, enumValue(Facet::Talent)}};
        logged.created.push_back(id);
    }

    std::vector<Id> participants;
    std::ranges::copy_if(checked.people, std::back_inserter(participants), [&](const Id& id) { return id != me; });
    std::ranges::copy(logged.created, std::back_inserter(participants));
    const Id first = participants.front();
    for (const std::string& tag : input.tags)
        for (const Id& id : participants) KITH_CHECK(edits::putTag(services_, edit, id, tag));
    if (!input.pools.empty()) {
        std::vector<Id> joining;
        std::ranges::copy_if(participants, std::back_inserter(joining),
                             [&](const Id& id) { return !isColleague(services_.reader, id); });
        for (const Id& pool : input.pools) {
            KITH_CHECK(edits::findRow(services_.reader, Kind::Pool, pool, "pool"));
            edits::putIntoPool(services_, edit, pool, joining, {});
        }
    }
    if (!me.isNil()) participants.push_back(me);

    KITH_TRY(space,
             input.isPrivate ? privateSpace(services_, edit) : Result<Id>(writable(services_.reader, checked.space)));
    logged.interaction = services_.ids.make();
    RowEdit& happened = edit.put(Kind::Interaction, logged.interaction);
    happened.space = space;
    happened.fields = {{interaction::at, instantValue(input.at)},
                       {interaction::channel, enumValue(input.channel)},
                       {interaction::direction, enumValue(input.direction)},
                       {interaction::depth, enumValue(input.depth)},
                       {interaction::text, textValue(std::string{trim(toValidUtf8(input.text))})}};
    if (input.minutes > 0) happened.fields.emplace_back(interaction::minutes, std::int64_t{input.minutes});
    for (const Id& id : participants)
        edit.put(Kind::Participant, services_.ids.make()).fields = {{participant::interaction, logged.interaction},
                                                                    {participant::person, id}};

    if (input.nextStep) {
        const NextStep& step = *input.nextStep;
        logged.reminder = services_.ids.make();
        RowEdit& next = edit.put(Kind::Reminder, logged.reminder);
        if (input.isPrivate) next.space = space;
        next.fields = {{reminder::person, first},
                       {reminder::kind, enumValue(step.kind)},
                       {reminder::reason, textValue(collapseSpace(toValidUtf8(step.reason)))},
                       {reminder::due, dateValue(step.due)},
                       {reminder::rrule, textValue(checked.rrule)},
                       {reminder::assignee, idValue(step.assignee.isNil() ? me : step.assignee)},
                       {reminder::state, enumValue(ReminderState::Open)},
                       {reminder::interaction, logged.interaction}};
    }
    std::vector<Id> settles = input.settles;
    std::ranges::sort(settles);
    const auto twice = std::ranges::unique(settles);
    settles.erase(twice.begin(), twice.end());
    for (const Id& id : settles)
        if (const auto row = edits::openReminder(services_.reader, id)) edits::putDone(services_, edit, *row);
    KITH_TRY(changes, services_.writer.apply(edit));
    logged.changes = std::move(changes);
    return logged;
}

}  // namespace kith
