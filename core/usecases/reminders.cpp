#include <kith/usecases/reminders.h>

#include <kith/base/text.h>
#include <kith/domain/recurrence.h>
#include <kith/usecases/edit_rules.h>

#include <algorithm>
#include <charconv>

namespace kith {

namespace {

std::string nameOfPerson(const Services& services, const Id& id)
{
    const auto row = services.reader.row(Kind::Person, id);
    return row ? textOf(edits::fieldOf(*row, person::name)) : std::string{};
}

Result<Row> openReminder(const Services& services, const Id& id)
{
    KITH_TRY(row, edits::findRow(services.reader, Kind::Reminder, id, "reminder"));
    if (intOf(edits::fieldOf(row, reminder::state)) != static_cast<std::int64_t>(ReminderState::Open))
        return fail(ErrorCode::Conflict, "That reminder is no longer open; nothing was changed.");
    return row;
}

Edit editOf(const Services& services, CommandKind command, const Row& row)
{
    return {.command = command,
            .subject = nameOfPerson(services, idOf(edits::fieldOf(row, reminder::person))),
            .source = edits::typedToday(services),
            .rows = {}};
}

Date dateOf(const Value& value)
{
    return Date{std::chrono::days{intOf(value)}};
}

struct Next {
    Date due{};
    std::string rrule;
};

/// The rule's part COUNT=n, which has to shrink as the reminder moves along because it keeps no first date.
struct CountPart {
    std::size_t begin = std::string::npos;  // of the digits
    std::size_t length = 0;
    int count = 0;
};

CountPart countOf(const std::string& rrule)
{
    constexpr std::string_view kKey = "COUNT=";
    const std::size_t found = rrule.find(kKey);
    if (found == std::string::npos) return {};
    CountPart part{.begin = found + kKey.size()};
    const char* const first = rrule.data() + part.begin;
    const auto read = std::from_chars(first, rrule.data() + rrule.size(), part.count);
    part.length = static_cast<std::size_t>(read.ptr - first);
    return part;
}

std::optional<Next> nextAfter(const std::string& rrule, Date start, Date after)
{
    const auto due = nextOccurrence(rrule, start, after);
    if (!due) return std::nullopt;
    Next next{.due = *due, .rrule = rrule};
    const CountPart part = countOf(rrule);
    if (part.begin == std::string::npos) return next;
    int passed = 0;
    for (std::optional<Date> day = start; day && *day < *due; day = nextOccurrence(rrule, start, *day)) ++passed;
    next.rrule.replace(part.begin, part.length, std::to_string(std::max(1, part.count - passed)));
    return next;
}

}  // namespace

Result<ChangeSet> SetReminder::run(const ReminderInput& input) const
{
    KITH_TRY(person, edits::findPerson(services_.reader, input.person));
    KITH_CHECK(edits::checkDate(input.due, "The date of the reminder"));
    KITH_TRY(reason, edits::oneLine(input.reason, "The reason"));
    if (reason.empty()) return fail(ErrorCode::BadInput, "Say what the reminder is for; nothing was saved.");
    std::string rrule;
    if (!trim(input.rrule).empty()) {
        KITH_TRY(rule, checkRecurrence(input.rrule));
        rrule = std::move(rule);
    }
    Id assignee = edits::me(services_);
    if (!input.assignee.isNil()) {
        KITH_TRY(colleague, edits::findRow(services_.reader, Kind::Person, input.assignee, "colleague"));
        assignee = colleague.id;
    }

    Edit edit{.command = CommandKind::SetReminder,
              .subject = textOf(edits::fieldOf(person, person::name)),
              .source = edits::typedToday(services_),
              .rows = {}};
    edit.put(Kind::Reminder, services_.ids.make()).fields = {{reminder::person, person.id},
                                                             {reminder::kind, enumValue(input.kind)},
                                                             {reminder::reason, textValue(reason)},
                                                             {reminder::due, dateValue(input.due)},
                                                             {reminder::rrule, textValue(rrule)},
                                                             {reminder::assignee, idValue(assignee)},
                                                             {reminder::state, enumValue(ReminderState::Open)}};
    return services_.writer.apply(edit);
}

Result<ChangeSet> SnoozeReminder::run(const Id& id, Date until, std::string_view reason) const
{
    KITH_TRY(row, openReminder(services_, id));
    KITH_CHECK(edits::checkDate(until, "The date of the snooze"));
    if (until <= edits::today(services_))
        return fail(ErrorCode::BadInput, "Snooze to a day after today; nothing was changed.");
    KITH_TRY(why, edits::oneLine(reason, "The reason"));
    const Value first = edits::fieldOf(row, reminder::snoozed_from);
    Edit edit = editOf(services_, CommandKind::SnoozeReminder, row);
    edit.put(Kind::Reminder, id).fields = {
        {reminder::due, dateValue(until)},
        {reminder::snoozed_from, isNothing(first) ? edits::fieldOf(row, reminder::due) : first},
        {reminder::snooze_reason, textValue(why)}};
    return services_.writer.apply(edit);
}

Result<ChangeSet> FinishReminder::run(const Id& id) const
{
    KITH_TRY(row, openReminder(services_, id));
    Edit edit = editOf(services_, CommandKind::FinishReminder, row);
    auto& fields = edit.put(Kind::Reminder, id).fields;
    fields.emplace_back(reminder::done_at, instantValue(services_.clock.now()));

    // A snooze does not shift the rule: it goes on from the day for which it was set.
    const Value snoozed = edits::fieldOf(row, reminder::snoozed_from);
    const Date start = dateOf(isNothing(snoozed) ? edits::fieldOf(row, reminder::due) : snoozed);
    const std::string rrule = textOf(edits::fieldOf(row, reminder::rrule));
    const auto next = rrule.empty() ? std::nullopt : nextAfter(rrule, start, std::max(start, edits::today(services_)));
    if (next) {
        fields.emplace_back(reminder::due, dateValue(next->due));
        fields.emplace_back(reminder::rrule, textValue(next->rrule));
        fields.emplace_back(reminder::snoozed_from, Value{});
        fields.emplace_back(reminder::snooze_reason, Value{});
    } else {
        fields.emplace_back(reminder::state, enumValue(ReminderState::Done));
    }
    return services_.writer.apply(edit);
}

Result<ChangeSet> DropReminder::run(const Id& id) const
{
    KITH_TRY(row, openReminder(services_, id));
    Edit edit = editOf(services_, CommandKind::FinishReminder, row);
    edit.put(Kind::Reminder, id).fields = {{reminder::state, enumValue(ReminderState::Dropped)}};
    return services_.writer.apply(edit);
}

Result<ChangeSet> HandOverReminder::run(const Id& id, const Id& assignee) const
{
    KITH_TRY(row, openReminder(services_, id));
    if (!assignee.isNil()) {
        KITH_TRY(colleague, edits::findRow(services_.reader, Kind::Person, assignee, "colleague"));
        if (colleague.id == idOf(edits::fieldOf(row, reminder::person)))
            return fail(ErrorCode::BadInput, "A reminder cannot be handed to the person it is about.");
    }
    Edit edit = editOf(services_, CommandKind::SetReminder, row);
    edit.put(Kind::Reminder, id).fields = {{reminder::assignee, idValue(assignee)}};
    return services_.writer.apply(edit);
}

}  // namespace kith
