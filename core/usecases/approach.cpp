#include <kith/usecases/approach.h>

#include <kith/usecases/edit_rules.h>

namespace kith {

Result<ChangeSet> EditApproach::run(const Id& person, const ApproachInput& input) const
{
    KITH_TRY(edit, edits::typedEditOf(services_, CommandKind::EditApproach, person));
    KITH_TRY(reason, edits::oneLine(input.reason, "The reason"));
    if (input.until) {
        KITH_CHECK(edits::checkDate(*input.until, "The last day"));
        if (*input.until < edits::today(services_))
            return fail(ErrorCode::BadInput, "The last day is in the past; nothing was saved.");
    }
    const bool open = input.approach == Approach::Open;
    // Of records that were merged the one that protects most holds, so that all of them have to say it.
    for (const Id& record : edits::recordsOf(services_.reader, person))
        edit.put(Kind::Person, record).fields = {
            {person::approach, enumValue(input.approach)},
            {person::approach_reason, open ? Value{} : textValue(reason)},
            {person::approach_until, open || !input.until ? Value{} : dateValue(*input.until)}};
    return services_.writer.apply(edit);
}

Approach approachOn(Approach approach, std::optional<Date> until, Date day)
{
    return until && *until < day ? Approach::Open : approach;
}

}  // namespace kith
