#include <kith/usecases/interactions.h>

#include <kith/usecases/edit_rules.h>

namespace kith {

Result<ChangeSet> EditInteractionField::run(const Id& id, FieldIndex field, const Value& value) const
{
    KITH_TRY(row, edits::findRow(services_.reader, Kind::Interaction, id, "conversation"));
    KITH_TRY(checked, edits::checkedValue(Kind::Interaction, field, value));
    if (field == interaction::minutes && (intOf(checked) < 0 || intOf(checked) > std::int64_t{7} * 24 * 60))
        return fail(ErrorCode::BadInput, "The length is not between nothing and a week; nothing was saved.");
    if (isNothing(checked) && field != interaction::minutes && field != interaction::text)
        return fail(ErrorCode::BadInput, "A conversation needs a time, a channel, a direction and a depth.");
    Edit edit = edits::typedEdit(services_, CommandKind::EditInteraction, {});
    edit.put(Kind::Interaction, row.id).fields = {{field, checked}};
    return services_.writer.apply(edit);
}

Result<ChangeSet> RemoveInteraction::run(const Id& id) const
{
    KITH_TRY(row, edits::findRow(services_.reader, Kind::Interaction, id, "conversation"));
    Edit edit = edits::typedEdit(services_, CommandKind::RemoveInteraction, {});
    for (const Row& part : edits::rowsOf(services_.reader, Kind::Participant, participant::interaction, id))
        edit.remove(Kind::Participant, part.id);
    for (const Row& reminderRow : edits::rowsOf(services_.reader, Kind::Reminder, reminder::interaction, id))
        edit.put(Kind::Reminder, reminderRow.id).fields = {{reminder::interaction, Value{}}};
    edit.remove(Kind::Interaction, row.id);
    return services_.writer.apply(edit);
}

}  // namespace kith
