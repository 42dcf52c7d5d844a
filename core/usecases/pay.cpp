#include <kith/usecases/pay.h>

#include <kith/usecases/edit_rules.h>
#include <kith/usecases/spaces.h>

namespace kith {

Result<ChangeSet> AddPay::run(const Id& person, const PayInput& input) const
{
    KITH_TRY(edit, edits::typedEditOf(services_, CommandKind::EditPay, person));
    KITH_TRY(amount, edits::oneLine(input.amount, "The expectation"));
    if (amount.empty()) return fail(ErrorCode::BadInput, "Say what they expect; nothing was saved.");
    KITH_CHECK(edits::checkDate(input.statedOn, "The day it was said"));
    KITH_TRY(space, placeFor(services_, edit, input.space));
    RowEdit& row = edit.put(Kind::PayExpectation, services_.ids.make());
    row.space = space;
    row.fields = {{pay_expectation::person, person},
                  {pay_expectation::amount, textValue(amount)},
                  {pay_expectation::stated_on, dateValue(input.statedOn)}};
    return services_.writer.apply(edit);
}

Result<ChangeSet> RemovePay::run(const Id& id) const
{
    return edits::removePartOf(services_, CommandKind::EditPay, Kind::PayExpectation, pay_expectation::person, id,
                               "pay expectation");
}

}  // namespace kith
