#include <kith/usecases/placements.h>

#include <kith/usecases/edit_rules.h>
#include <kith/usecases/groups.h>
#include <kith/usecases/pipelines.h>
#include <kith/usecases/placement_rows.h>

#include <algorithm>
#include <utility>

namespace kith {

namespace {

/// The subject of a command about some people in a pipeline.
std::string subjectOf(const Services& services, const PipelineView& pipeline, std::span<const Id> people)
{
    if (people.size() != 1) return pipeline.name;
    const auto row = services.reader.row(Kind::Person, services.reader.shownFor(people.front()));
    return row ? groups::nameIn(*row) : pipeline.name;
}

Result<StageView> stageIn(const PipelineView& pipeline, const Id& stage)
{
    if (pipeline.stages.empty()) return fail(ErrorCode::NotFound, "The pipeline has no stage; nothing was changed.");
    if (stage.isNil()) return pipeline.stages.front();
    const auto found = std::ranges::find(pipeline.stages, stage, &StageView::id);
    if (found == pipeline.stages.end())
        return fail(ErrorCode::BadInput, "That stage is not in this pipeline; nothing was changed.");
    return *found;
}

/// Beginning a command: what there is, and the edit to come.
struct Begun {
    PipelineView pipeline;
    PlacementRows rows;
    Edit edit;
    std::string reason;
};

Result<Begun> begin(const Services& services, CommandKind command, const Id& id, std::span<const Id> people,
                    std::string_view text)
{
    KITH_TRY(pipeline, pipelineWith(services.reader, id));
    KITH_TRY(reason, edits::oneLine(text, "The reason"));
    for (const Id& person : people) KITH_CHECK(edits::findPerson(services.reader, services.reader.shownFor(person)));
    std::string subject = subjectOf(services, pipeline, people);
    return Begun{.pipeline = std::move(pipeline),
                 .rows = PlacementRows(services, id),
                 .edit = edits::typedEdit(services, command, std::move(subject)),
                 .reason = std::move(reason)};
}

}  // namespace

Result<ChangeSet> AddToPipeline::run(const Id& id, std::span<const Id> people, const Id& asked,
                                     std::string_view text) const
{
    KITH_TRY(begun, begin(services_, CommandKind::AddToPipeline, id, people, text));
    KITH_TRY(stage, stageIn(begun.pipeline, asked));
    for (const Id& person : people) {
        const auto placement = begun.rows.of(person);
        if (placement && placement->state == PlacementState::Active) continue;
        begun.rows.put(begun.edit, person, {stage.id, PlacementState::Active, begun.reason});
    }
    return services_.writer.apply(begun.edit);
}

Result<ChangeSet> MovePlacement::run(const Id& id, std::span<const Id> people, const Id& asked,
                                     std::string_view text) const
{
    KITH_TRY(begun, begin(services_, CommandKind::MovePlacement, id, people, text));
    if (asked.isNil()) return fail(ErrorCode::BadInput, "Say which stage; nothing was changed.");
    KITH_TRY(stage, stageIn(begun.pipeline, asked));
    for (const Id& person : people) {
        const auto placement = begun.rows.of(person);
        if (!placement)
            return fail(ErrorCode::NotFound, "Somebody of them is not in this pipeline; nothing was changed.");
        if (placement->state == PlacementState::Active && placement->stage == stage.id) continue;
        begun.rows.put(begun.edit, person, {stage.id, PlacementState::Active, begun.reason});
    }
    return services_.writer.apply(begun.edit);
}

Result<ChangeSet> LeavePipeline::run(const Id& id, std::span<const Id> people, std::string_view text, bool silver) const
{
    KITH_TRY(begun, begin(services_, CommandKind::LeavePipeline, id, people, text));
    const PlacementState gone = silver ? PlacementState::SilverMedallist : PlacementState::Left;
    for (const Id& person : people) {
        const auto placement = begun.rows.of(person);
        if (!placement || placement->state == gone) continue;
        begun.rows.put(begun.edit, person, {placement->stage, gone, begun.reason});
    }
    return services_.writer.apply(begun.edit);
}

Result<ChangeSet> AssignPlacement::run(const Id& id, std::span<const Id> people, const Id& assignee) const
{
    KITH_TRY(begun, begin(services_, CommandKind::AssignPlacement, id, people, {}));
    if (!assignee.isNil()) KITH_CHECK(edits::findPerson(services_.reader, assignee));
    for (const Id& person : people)
        if (const auto placement = begun.rows.of(person))
            begun.edit.put(Kind::Placement, placement->id).fields = {{placement::assignee, idValue(assignee)}};
    return services_.writer.apply(begun.edit);
}

int idleDaysOf(const PlacementView& placement, Date today, const Zone& zone)
{
    Instant last = placement.since;
    if (placement.lastContact) last = std::max(last, *placement.lastContact);
    return std::max(0, static_cast<int>((today - zone.dateOf(last)).count()));
}

Idleness idlenessOf(int idleDays, const StageView& stage)
{
    if (stage.idleDays <= 0) return Idleness::Fresh;
    if (idleDays >= stage.idleDays) return Idleness::Idle;
    return 2 * idleDays >= stage.idleDays ? Idleness::Soon : Idleness::Fresh;
}

}  // namespace kith
