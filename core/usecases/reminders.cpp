#include <kith/usecases/reminders.h>

#include <kith/base/text.h>
#include <kith/domain/recurrence.h>
#include <kith/usecases/edit_rules.h>
#include <kith/usecases/reminder_rules.h>

namespace kith {

namespace {

std::string nameOfPerson(const Services& services, const Id& id)
{
    const auto row = services.reader.row(Kind::Person, id);
    return row ? textOf(edits::fieldOf(*row, person::name)) : std::string{};
}

Edit editOf(const Services& services, CommandKind command, const Row& row)
{
    return edits::typedEdit(services, command, nameOfPerson(services, idOf(edits::fieldOf(row, reminder::person))));
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

    Edit edit = edits::typedEdit(services_, CommandKind::SetReminder, textOf(edits::fieldOf(person, person::name)));
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
    KITH_TRY(row, edits::openReminder(services_.reader, id));
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
    KITH_TRY(row, edits::openReminder(services_.reader, id));
    Edit edit = editOf(services_, CommandKind::FinishReminder, row);
    edits::putDone(services_, edit, row);
    return services_.writer.apply(edit);
}

Result<ChangeSet> DropReminder::run(const Id& id) const
{
    KITH_TRY(row, edits::openReminder(services_.reader, id));
    Edit edit = editOf(services_, CommandKind::FinishReminder, row);
    edit.put(Kind::Reminder, id).fields = {{reminder::state, enumValue(ReminderState::Dropped)}};
    return services_.writer.apply(edit);
}

Result<ChangeSet> HandOverReminder::run(const Id& id, const Id& assignee) const
{
    KITH_TRY(row, edits::openReminder(services_.reader, id));
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
