#include <kith/usecases/placement_rows.h>

#include <kith/usecases/edit_rules.h>

#include <algorithm>
#include <vector>

namespace kith {

void PlacementRows::put(Edit& edit, const Id& asked, const Target& target)
{
    const Id person = services_.reader.shownFor(asked);
    if (!put_.insert(person).second) return;
    const auto known = of(person);
    // A clock that was set back must not put a move before the one that it follows.
    Instant now = services_.clock.now();
    if (known) now = std::max(now, known->since + std::chrono::milliseconds{1});

    const Id id = known ? known->id : services_.ids.make();
    std::vector<std::pair<FieldIndex, Value>> place = {{placement::since, instantValue(now)},
                                                       {placement::state, enumValue(target.state)},
                                                       {placement::reason, textValue(target.reason)}};
    if (!known || known->stage != target.stage) place.emplace_back(placement::stage, target.stage);
    if (known) {
        edit.put(Kind::Placement, id).fields = place;
    } else {
        RowEdit& row = edit.make(Kind::Placement, id);
        row.fields = {{placement::person, person}, {placement::pipeline, pipeline_}};
        row.fields.insert(row.fields.end(), place.begin(), place.end());
        if (const Id me = edits::me(services_); !me.isNil()) row.fields.emplace_back(placement::assignee, me);
    }

    const bool wasIn = known && known->state == PlacementState::Active;
    RowEdit& move = edit.make(Kind::Move, services_.ids.make());
    move.fields = {{move::placement, id},
                   {move::at, instantValue(now)},
                   {move::state, enumValue(target.state)},
                   {move::reason, textValue(target.reason)}};
    // A stage that a colleague deleted cannot be referred to any more; the move before this one still names it.
    if (wasIn && edits::findRow(services_.reader, Kind::Stage, known->stage, "stage"))
        move.fields.emplace_back(move::from_stage, known->stage);
    if (target.state == PlacementState::Active) move.fields.emplace_back(move::to_stage, target.stage);
    if (const Id me = edits::me(services_); !me.isNil()) move.fields.emplace_back(move::moved_by, me);
}

}  // namespace kith
