#include <kith/usecases/pipelines.h>

#include <kith/usecases/by_name.h>
#include <kith/usecases/edit_rules.h>
#include <kith/usecases/groups.h>
#include <kith/usecases/placement_rows.h>
#include <kith/usecases/spaces.h>

#include <algorithm>
#include <fmt/format.h>

namespace kith {

namespace {

constexpr int kMostDays = 3650;

Result<Row> findPipeline(const Services& services, const Id& id)
{
    return edits::findRow(services.reader, Kind::Pipeline, id, "pipeline");
}

Result<StageView> findStage(const PipelineView& pipeline, const Id& id)
{
    const auto found = std::ranges::find(pipeline.stages, id, &StageView::id);
    if (found == pipeline.stages.end()) return fail(ErrorCode::NotFound, "There is no such stage.");
    return *found;
}

Result<void> checkDays(int days)
{
    if (days < 0 || days > kMostDays)
        return fail(ErrorCode::BadInput,
                    fmt::format("Idle after 0 (never) to {} days; nothing was changed.", kMostDays));
    return {};
}

/// One clean line that no other stage is called.
Result<std::string> freeStageName(std::span<const StageView> stages, std::string_view text, const Id& of)
{
    KITH_TRY(name, edits::oneLine(text, "The name of the stage"));
    if (name.empty()) return fail(ErrorCode::BadInput, "Give the stage a name; nothing was changed.");
    const auto taken = [&](const StageView& each) { return each.id != of && fold(each.name) == fold(name); };
    if (std::ranges::any_of(stages, taken))
        return fail(ErrorCode::BadInput, fmt::format("There is a stage \"{}\" already; nothing was changed.", name));
    return name;
}

/// A place behind `after` (nil: first) among stages other than `but`.
Result<double> positionBehind(std::span<const StageView> stages, const Id& after, const Id& but)
{
    std::vector<StageView> others(stages.begin(), stages.end());
    std::erase_if(others, [&](const StageView& each) { return each.id == but; });
    if (others.empty()) return 0.0;
    if (after.isNil()) return others.front().position - 1;
    const auto before = std::ranges::find(others, after, &StageView::id);
    if (before == others.end()) return fail(ErrorCode::NotFound, "There is no such stage; nothing was changed.");
    if (before + 1 == others.end()) return before->position + 1;
    return before->position + ((before + 1)->position - before->position) / 2;
}

}  // namespace

std::span<const PipelineTemplate> pipelineTemplates()
{
    static const std::vector<PipelineTemplate> kTemplates = {
        {"relationship",
         "Years of getting to know somebody",
         {{"Identified", 30},
          {"Connected", 45},
          {"Conversing", 60},
          {"Engaged", 60},
          {"Ready", 30},
          {"Hired", 0},
          {"Alumni", 180}}},
        {"hiring",
         "From a first talk to an offer",
         {{"Applied", 7}, {"First talk", 10}, {"Interview", 10}, {"Offer", 5}, {"Accepted", 0}}},
        {"partner",
         "Working with a partner organisation",
         {{"Briefed", 14},
          {"Proposed", 10},
          {"Introduced", 14},
          {"In conversation", 21},
          {"Agreed", 30},
          {"In post", 90},
          {"Review", 30}}},
    };
    return kTemplates;
}

Result<PipelineView> pipelineOf(const WorkspaceReader& reader, std::string_view text)
{
    const auto pipelines = reader.pipelines().pipelines();
    return byName(std::span<const PipelineView>(pipelines), text, "pipeline");
}

Result<PipelineView> pipelineWith(const WorkspaceReader& reader, const Id& id)
{
    auto pipeline = reader.pipelines().outline(id);
    if (!pipeline) return fail(ErrorCode::NotFound, "There is no such pipeline; nothing was changed.");
    return std::move(*pipeline);
}

Result<StageView> stageOf(const PipelineView& pipeline, std::string_view text)
{
    return byName(std::span<const StageView>(pipeline.stages), text, "stage");
}

Result<Id> AddPipeline::run(const PipelineInput& input) const
{
    KITH_TRY(name, groups::freeName(services_, Kind::Pipeline, input.name, {}, "pipeline"));
    KITH_TRY(purpose, edits::oneLine(input.purpose, "The purpose"));
    if (input.stages.empty()) return fail(ErrorCode::BadInput, "A pipeline needs a stage; nothing was saved.");
    Edit edit = edits::typedEdit(services_, CommandKind::AddPipeline, name);
    const Id id = services_.ids.make();
    RowEdit& row = edit.make(Kind::Pipeline, id);
    row.space = input.space;
    row.fields = {{pipeline::name, textValue(name)}, {pipeline::purpose, textValue(purpose)}};
    const Id owner = input.owner.isNil() ? edits::me(services_) : input.owner;
    if (!owner.isNil()) row.fields.emplace_back(pipeline::owner, owner);
    std::vector<StageView> stages;
    for (const StageInput& each : input.stages) {
        KITH_TRY(stageName, freeStageName(stages, each.name, {}));
        KITH_CHECK(checkDays(each.idleDays));
        const Id stage = services_.ids.make();
        const auto position = static_cast<double>(stages.size());
        edit.make(Kind::Stage, stage).fields = {{stage::pipeline, id},
                                                {stage::name, textValue(stageName)},
                                                {stage::position, position},
                                                {stage::idle_days, std::int64_t{each.idleDays}}};
        stages.push_back({.id = stage, .name = stageName, .position = position});
    }
    KITH_CHECK(services_.writer.apply(edit));
    return id;
}

Result<ChangeSet> EditPipeline::rename(const Id& pipeline, std::string_view text) const
{
    KITH_TRY(row, findPipeline(services_, pipeline));
    KITH_TRY(name, groups::freeName(services_, Kind::Pipeline, text, row.id, "pipeline"));
    Edit edit = edits::typedEdit(services_, CommandKind::EditPipeline, name);
    edit.put(Kind::Pipeline, pipeline).fields = {{pipeline::name, textValue(name)}};
    return services_.writer.apply(edit);
}

Result<ChangeSet> EditPipeline::setPurpose(const Id& pipeline, std::string_view text) const
{
    KITH_TRY(row, findPipeline(services_, pipeline));
    KITH_TRY(purpose, edits::oneLine(text, "The purpose"));
    return groups::setField(services_, CommandKind::EditPipeline, row, pipeline::purpose, textValue(purpose));
}

Result<ChangeSet> EditPipeline::setOwner(const Id& pipeline, const Id& person) const
{
    KITH_TRY(row, findPipeline(services_, pipeline));
    return groups::setField(services_, CommandKind::EditPipeline, row, pipeline::owner, idValue(person));
}

Result<ChangeSet> EditPipeline::moveTo(const Id& pipeline, const Id& space) const
{
    KITH_TRY(row, findPipeline(services_, pipeline));
    return moveRowTo(services_, row, space);
}

Result<ChangeSet> EditPipeline::remove(const Id& pipeline) const
{
    KITH_TRY(row, findPipeline(services_, pipeline));
    Edit edit = edits::typedEdit(services_, CommandKind::RemovePipeline, groups::nameIn(row));
    for (const Row& placed : edits::rowsOf(services_.reader, Kind::Placement, placement::pipeline, pipeline)) {
        for (const Row& move : edits::rowsOf(services_.reader, Kind::Move, move::placement, placed.id))
            edit.remove(Kind::Move, move.id);
        edit.remove(Kind::Placement, placed.id);
    }
    for (const Row& stage : edits::rowsOf(services_.reader, Kind::Stage, stage::pipeline, pipeline))
        edit.remove(Kind::Stage, stage.id);
    edit.remove(Kind::Pipeline, pipeline);
    return services_.writer.apply(edit);
}

Result<Id> EditStage::add(const Id& id, const StageInput& input, const Id& after) const
{
    KITH_TRY(pipeline, pipelineWith(services_.reader, id));
    KITH_TRY(name, freeStageName(pipeline.stages, input.name, {}));
    KITH_CHECK(checkDays(input.idleDays));
    KITH_TRY(position, positionBehind(pipeline.stages, after, {}));
    Edit edit = edits::typedEdit(services_, CommandKind::EditPipeline, pipeline.name);
    const Id stage = services_.ids.make();
    edit.make(Kind::Stage, stage).fields = {{stage::pipeline, id},
                                            {stage::name, textValue(name)},
                                            {stage::position, position},
                                            {stage::idle_days, std::int64_t{input.idleDays}}};
    KITH_CHECK(services_.writer.apply(edit));
    return stage;
}

Result<ChangeSet> EditStage::rename(const Id& id, const Id& stage, std::string_view text) const
{
    KITH_TRY(pipeline, pipelineWith(services_.reader, id));
    KITH_CHECK(findStage(pipeline, stage));
    KITH_TRY(name, freeStageName(pipeline.stages, text, stage));
    Edit edit = edits::typedEdit(services_, CommandKind::EditPipeline, pipeline.name);
    edit.put(Kind::Stage, stage).fields = {{stage::name, textValue(name)}};
    return services_.writer.apply(edit);
}

Result<ChangeSet> EditStage::setIdleDays(const Id& id, const Id& stage, int days) const
{
    KITH_TRY(pipeline, pipelineWith(services_.reader, id));
    KITH_CHECK(findStage(pipeline, stage));
    KITH_CHECK(checkDays(days));
    Edit edit = edits::typedEdit(services_, CommandKind::EditPipeline, pipeline.name);
    edit.put(Kind::Stage, stage).fields = {{stage::idle_days, std::int64_t{days}}};
    return services_.writer.apply(edit);
}

Result<ChangeSet> EditStage::reorder(const Id& id, const Id& stage, const Id& after) const
{
    KITH_TRY(pipeline, pipelineWith(services_.reader, id));
    KITH_CHECK(findStage(pipeline, stage));
    if (stage == after) return ChangeSet{};
    KITH_TRY(position, positionBehind(pipeline.stages, after, stage));
    Edit edit = edits::typedEdit(services_, CommandKind::EditPipeline, pipeline.name);
    edit.put(Kind::Stage, stage).fields = {{stage::position, position}};
    return services_.writer.apply(edit);
}

Result<ChangeSet> EditStage::remove(const Id& id, const Id& stage, const Id& into) const
{
    KITH_TRY(pipeline, pipelineWith(services_.reader, id));
    KITH_TRY(gone, findStage(pipeline, stage));
    if (pipeline.stages.size() == 1) return fail(ErrorCode::BadInput, "A pipeline needs a stage; nothing was changed.");
    std::vector<PlacementView> people = services_.reader.pipelines().placements(id);
    std::erase_if(
        people, [&](const PlacementView& each) { return each.state != PlacementState::Active || each.stage != stage; });
    if (!people.empty() && (into.isNil() || into == stage))
        return fail(
            ErrorCode::BadInput,
            fmt::format("\"{}\" has people in it; say which stage they move to. Nothing was changed.", gone.name));
    if (!people.empty()) KITH_CHECK(findStage(pipeline, into));
    Edit edit = edits::typedEdit(services_, CommandKind::EditPipeline, pipeline.name);
    PlacementRows rows(services_, id);
    for (const PlacementView& each : people) rows.put(edit, each.person, {into, PlacementState::Active, {}});
    edit.remove(Kind::Stage, stage);
    return services_.writer.apply(edit);
}

}  // namespace kith
