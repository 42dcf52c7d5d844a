#include "../signed_in.h"
#include "commands.h"
#include "group_commands.h"

#include <kith/base/text.h>
#include <kith/usecases/pipelines.h>
#include <kith/usecases/placements.h>

#include <algorithm>
#include <fmt/format.h>

namespace kith::cli {

namespace {

struct Wish {
    std::string pipeline;
    std::string name;
    std::string purpose;
    std::string templateName = "relationship";
    std::vector<std::string> stages;
    std::string stage;
    std::string after;
    std::vector<std::string> people;
    std::string reason;
    std::string space;
    std::string assignee;
    int idleDays = 30;
    int newIdleDays = -1;  ///< below 0: as it was
    bool silver = false;
};

Json jsonOf(const PipelineView& pipeline)
{
    Json stages = Json::array();
    for (const StageView& stage : pipeline.stages)
        stages.push_back({{"id", stage.id.toString()},
                          {"name", stage.name},
                          {"people", stage.people},
                          {"idle_days", stage.idleDays}});
    return {{"id", pipeline.id.toString()},         {"name", pipeline.name},
            {"purpose", pipeline.purpose},          {"owner", textOrNull(pipeline.ownerName)},
            {"people", pipeline.people()},          {"left", pipeline.left},
            {"silver_medallists", pipeline.silver}, {"stages", std::move(stages)}};
}

Result<void> list(Context& context)
{
    KITH_TRY(session, context.open());
    Json pipelines = Json::array();
    Table table({"NAME", "PEOPLE", "STAGES", "PURPOSE"}, 70);
    for (const PipelineView& pipeline : session->reader().pipelines().pipelines()) {
        std::string stages;
        for (const StageView& stage : pipeline.stages)
            stages += fmt::format("{}{} {}", stages.empty() ? "" : ", ", stage.name, stage.people);
        pipelines.push_back(jsonOf(pipeline));
        table.row({pipeline.name, std::to_string(pipeline.people()), stages, pipeline.purpose});
    }
    if (context.json()) context.out().json({{"pipelines", std::move(pipelines)}});
    else if (table.empty()) context.out().line("No pipelines yet; `kithctl pipeline create NAME` makes one.");
    else context.out().table(table);
    return {};
}

Result<void> show(Context& context, const Wish& wish)
{
    KITH_TRY(session, context.open());
    KITH_TRY(at, context.readAt());
    const WorkspaceReader& reader = session->reader();
    KITH_TRY(pipeline, pipelineOf(reader, wish.pipeline));
    const Date today = context.zone().dateOf(at);
    Json placements = Json::array();
    Table table({"STAGE", "PERSON", "SINCE", "IDLE", "WITH", "REASON"}, 50);
    const auto add = [&](const PlacementView& placement, const std::string& stage) {
        const auto person = reader.card(placement.person, at);
        const auto assignee = placement.assignee.isNil() ? std::nullopt : reader.card(placement.assignee, at);
        const int idle = idleDaysOf(placement, today, context.zone());
        placements.push_back({{"person", placement.person.toString()},
                              {"name", person ? person->name : std::string{}},
                              {"stage", stage},
                              {"state", toWord(placement.state)},
                              {"since", isoInstant(placement.since)},
                              {"idle_days", idle},
                              {"assignee", assignee ? Json(assignee->name) : Json(nullptr)},
                              {"reason", placement.reason}});
        table.row({placement.state == PlacementState::Active ? stage : std::string(toWord(placement.state)),
                   person ? person->name : std::string{}, isoDate(context.zone().dateOf(placement.since)),
                   fmt::format("{} d", idle), assignee ? assignee->name : std::string{}, placement.reason});
    };
    const auto all = reader.pipelines().placements(pipeline.id);
    for (const StageView& stage : pipeline.stages)
        for (const PlacementView& placement : all)
            if (placement.state == PlacementState::Active && placement.stage == stage.id) add(placement, stage.name);
    for (const PlacementView& placement : all) {
        if (placement.state == PlacementState::Active) continue;
        const auto last = std::ranges::find(pipeline.stages, placement.stage, &StageView::id);
        add(placement, last == pipeline.stages.end() ? std::string{} : last->name);
    }
    if (context.json()) {
        Json document = jsonOf(pipeline);
        document["placements"] = std::move(placements);
        context.out().json(document);
        return {};
    }
    context.out().line(pipeline.purpose.empty() ? pipeline.name
                                                : fmt::format("{}: {}", pipeline.name, pipeline.purpose));
    if (table.empty()) context.out().line("Nobody is in it yet; `kithctl pipeline add` puts people into it.");
    else context.out().table(table);
    return {};
}

Result<void> history(Context& context, const Wish& wish)
{
    KITH_TRY(session, context.open());
    KITH_TRY(person, session->reader().resolvePerson(wish.people.front()));
    Json moves = Json::array();
    Table table({"WHEN", "PIPELINE", "FROM", "TO", "BY", "REASON"}, 50);
    for (const MoveView& move : session->reader().pipelines().movesOf(person)) {
        moves.push_back({{"at", isoInstant(move.at)},
                         {"pipeline", move.pipelineName},
                         {"from", textOrNull(move.from)},
                         {"to", textOrNull(move.to)},
                         {"state", toWord(move.state)},
                         {"by", textOrNull(move.by)},
                         {"reason", move.reason}});
        table.row({isoDate(context.zone().dateOf(move.at)), move.pipelineName, move.from,
                   move.to.empty() ? std::string(toWord(move.state)) : move.to, move.by, move.reason});
    }
    if (context.json()) context.out().json({{"moves", std::move(moves)}});
    else if (table.empty()) context.out().line("They were never in a pipeline.");
    else context.out().table(table);
    return {};
}

Result<std::vector<StageInput>> stagesOf(const Wish& wish)
{
    std::vector<StageInput> stages;
    for (const std::string& name : wish.stages) stages.push_back({.name = name, .idleDays = 30});
    if (!stages.empty()) return stages;
    for (const PipelineTemplate& each : pipelineTemplates())
        if (each.name == wish.templateName) return each.stages;
    return fail(ErrorCode::BadInput, "There is no such template.");
}

Result<void> create(Context& context, const Wish& wish)
{
    KITH_TRY(session, context.open());
    KITH_TRY(stages, stagesOf(wish));
    PipelineInput input{.name = wish.pipeline, .purpose = wish.purpose, .stages = std::move(stages)};
    if (!wish.space.empty()) {
        KITH_TRY(space, resolveSpace(session->reader(), wish.space));
        input.space = space.id;
    }
    KITH_TRY(id, AddPipeline(session->services()).run(input));
    return tell(context, "pipeline", id,
                fmt::format("Made the pipeline {} with {} stages.", collapseSpace(wish.pipeline), input.stages.size()));
}

/// Runs `change` on the pipeline that is named, and says what it did.
template <class Do>
Result<void> edit(Context& context, const Wish& wish, Do change)
{
    KITH_TRY(session, context.open());
    KITH_TRY(pipeline, pipelineOf(session->reader(), wish.pipeline));
    KITH_TRY(sentence, change(session->services(), pipeline));
    return tell(context, "pipeline", pipeline.id, sentence);
}

Result<std::string> add(Services& services, const PipelineView& pipeline, const Wish& wish)
{
    KITH_TRY(people, resolveEach(services.reader, wish.people));
    StageView stage;
    if (!wish.stage.empty()) {
        KITH_TRY(found, stageOf(pipeline, wish.stage));
        stage = found;
    }
    KITH_TRY(changes, AddToPipeline(services).run(pipeline.id, people, stage.id, wish.reason));
    return fmt::format("Put {} into {}.", peopleIn(changes, Kind::Move), pipeline.name);
}

Result<std::string> move(Services& services, const PipelineView& pipeline, const Wish& wish)
{
    KITH_TRY(people, resolveEach(services.reader, wish.people));
    KITH_TRY(stage, stageOf(pipeline, wish.stage));
    KITH_TRY(changes, MovePlacement(services).run(pipeline.id, people, stage.id, wish.reason));
    return fmt::format("Moved {} to {}.", peopleIn(changes, Kind::Move), stage.name);
}

Result<std::string> leave(Services& services, const PipelineView& pipeline, const Wish& wish)
{
    KITH_TRY(people, resolveEach(services.reader, wish.people));
    KITH_TRY(changes, LeavePipeline(services).run(pipeline.id, people, wish.reason, wish.silver));
    return fmt::format("Took {} out of {}{}.", peopleIn(changes, Kind::Move), pipeline.name,
                       wish.silver ? ", as silver medallists" : "");
}

Result<std::string> assign(Services& services, const PipelineView& pipeline, const Wish& wish)
{
    KITH_TRY(people, resolveEach(services.reader, wish.people));
    Id assignee;
    if (!wish.assignee.empty()) {
        KITH_TRY(found, services.reader.resolvePerson(wish.assignee));
        assignee = found;
    }
    KITH_TRY(changes, AssignPlacement(services).run(pipeline.id, people, assignee));
    return fmt::format("Handed {} over.", peopleIn(changes, Kind::Placement));
}

Result<std::string> rename(Services& services, const PipelineView& pipeline, const Wish& wish)
{
    KITH_CHECK(EditPipeline(services).rename(pipeline.id, wish.name));
    return fmt::format("{} is called {} now.", pipeline.name, collapseSpace(wish.name));
}

Result<std::string> moveToSpace(Services& services, const PipelineView& pipeline, const Wish& wish)
{
    KITH_TRY(space, resolveSpace(services.reader, wish.space));
    KITH_CHECK(EditPipeline(services).moveTo(pipeline.id, space.id));
    return fmt::format("{} is in {} now.", pipeline.name, space.name);
}

Result<std::string> remove(Services& services, const PipelineView& pipeline, const Wish& /*wish*/)
{
    KITH_CHECK(EditPipeline(services).remove(pipeline.id));
    return fmt::format("Deleted {}; `kithctl undo` brings it back.", pipeline.name);
}

Result<Id> behind(const PipelineView& pipeline, const Wish& wish)
{
    if (wish.after.empty()) return pipeline.stages.empty() ? Id{} : pipeline.stages.back().id;
    KITH_TRY(stage, stageOf(pipeline, wish.after));
    return stage.id;
}

Result<std::string> addStage(Services& services, const PipelineView& pipeline, const Wish& wish)
{
    KITH_TRY(after, behind(pipeline, wish));
    KITH_CHECK(EditStage(services).add(pipeline.id, {.name = wish.name, .idleDays = wish.idleDays}, after));
    return fmt::format("{} has a stage {} now.", pipeline.name, collapseSpace(wish.name));
}

Result<std::string> editStage(Services& services, const PipelineView& pipeline, const Wish& wish)
{
    KITH_TRY(stage, stageOf(pipeline, wish.stage));
    const EditStage edit(services);
    if (!wish.name.empty()) KITH_CHECK(edit.rename(pipeline.id, stage.id, wish.name));
    if (wish.newIdleDays >= 0) KITH_CHECK(edit.setIdleDays(pipeline.id, stage.id, wish.newIdleDays));
    if (!wish.after.empty()) {
        KITH_TRY(after, behind(pipeline, wish));
        KITH_CHECK(edit.reorder(pipeline.id, stage.id, after));
    }
    return fmt::format("Changed the stage {} of {}.", stage.name, pipeline.name);
}

Result<std::string> removeStage(Services& services, const PipelineView& pipeline, const Wish& wish)
{
    KITH_TRY(stage, stageOf(pipeline, wish.stage));
    Id into;
    if (!wish.name.empty()) {
        KITH_TRY(other, stageOf(pipeline, wish.name));
        into = other.id;
    }
    KITH_CHECK(EditStage(services).remove(pipeline.id, stage.id, into));
    return fmt::format("Deleted the stage {} of {}; `kithctl undo` brings it back.", stage.name, pipeline.name);
}

void addReading(CommandTable& table, Command group, const std::shared_ptr<Wish>& wish)
{
    table.add(group,
              {.name = "list",
               .what = "List the pipelines with how many are in each stage",
               .example = "kithctl pipeline list --json"},
              list);
    table
        .add(group,
             {.name = "show",
              .what = "Show who is where in a pipeline",
              .example = "kithctl pipeline show \"Platform\""},
             [wish](Context& context) { return show(context, *wish); })
        .option("pipeline", wish->pipeline, "Its name or id")
        .value("PIPELINE")
        .required();
    table
        .add(group,
             {.name = "history",
              .what = "Show what somebody went through in pipelines",
              .example = "kithctl pipeline history \"Ana Ruiz\""},
             [wish](Context& context) { return history(context, *wish); })
        .option("person", wish->people, "Whom")
        .value("PERSON")
        .required();
}

}  // namespace

void addPipelines(CommandTable& table)
{
    const auto wish = std::make_shared<Wish>();
    Command group = table.root().group("pipeline", "Pipelines: stages that people go through");
    addReading(table, group, wish);

    Command made = table.add(group,
                             {.name = "create",
                              .what = "Make a pipeline, from a template or with stages of your own",
                              .example = "kithctl pipeline create \"Platform talent\" --template relationship"},
                             [wish](Context& context) { return create(context, *wish); });
    made.option("pipeline-name", wish->pipeline, "What to call it").value("NAME").required();
    made.option("--template", wish->templateName, "Stages to begin with")
        .words({"relationship", "hiring", "partner"})
        .showDefault();
    made.option("--stage", wish->stages, "A stage of your own instead; may be repeated").value("NAME").many();
    made.option("--purpose", wish->purpose, "What it is for").value("S");
    made.option("--space", wish->space, "Put it into this space").value("SPACE");

    using Change = Result<std::string> (*)(Services&, const PipelineView&, const Wish&);
    const auto one = [&](const Command::Text& text, Change what) {
        Command command = table.add(group, text, [wish, what](Context& context) {
            return edit(context, *wish, [&](Services& services, const PipelineView& pipeline) {
                return what(services, pipeline, *wish);
            });
        });
        command.option("pipeline", wish->pipeline, "Its name or id").value("PIPELINE").required();
        return command;
    };
    const auto some = [&](const Command::Text& text, Change what) {
        Command command = one(text, what);
        command.option("person", wish->people, "Whom; may be repeated").value("PERSON").required();
        return command;
    };
    Command added = some({.name = "add",
                          .what = "Put people into a pipeline",
                          .example = "kithctl pipeline add \"Platform talent\" \"Ana Ruiz\" --stage Connected"},
                         add);
    added.option("--stage", wish->stage, "The stage; otherwise the first").value("STAGE");
    added.option("--reason", wish->reason, "Why").value("S");
    Command moved = some({.name = "move",
                          .what = "Move people to another stage",
                          .example = "kithctl pipeline move \"Platform talent\" \"Ana Ruiz\" --to Engaged"},
                         move);
    moved.option("--to", wish->stage, "The stage").value("STAGE").required();
    moved.option("--reason", wish->reason, "Why").value("S");
    Command left =
        some({.name = "leave",
              .what = "Take people out of a pipeline; what they went through is kept",
              .example = "kithctl pipeline leave \"Platform talent\" \"Ana Ruiz\" --reason \"moved abroad\""},
             leave);
    left.option("--reason", wish->reason, "Why").value("S");
    left.flag("--silver", wish->silver, "As silver medallists: kept in view for the next time");
    some({.name = "assign",
          .what = "Say who looks after people in a pipeline; without --to nobody",
          .example = "kithctl pipeline assign \"Platform talent\" \"Ana Ruiz\" --to \"Tom Kerr\""},
         assign)
        .option("--to", wish->assignee, "Who looks after them")
        .value("PERSON");
    one({.name = "rename",
         .what = "Give a pipeline another name",
         .example = "kithctl pipeline rename \"Platform talent\" \"Platform\""},
        rename)
        .option("new-name", wish->name, "The new name")
        .value("NEW")
        .required();
    one({.name = "share",
         .what = "Put a pipeline into a space: whoever sees that sees it",
         .example = "kithctl pipeline share \"Platform talent\" --with \"Platform team\""},
        moveToSpace)
        .option("--with", wish->space, "The space's name or id")
        .value("SPACE")
        .required();
    one({.name = "delete",
         .what = "Delete a pipeline with what people went through in it; the people stay",
         .example = "kithctl pipeline delete \"Platform talent\""},
        remove);

    Command stage = one({.name = "add-stage",
                         .what = "Add a stage, behind the last unless --after says otherwise",
                         .example = "kithctl pipeline add-stage \"Platform talent\" Ready --after Engaged"},
                        addStage);
    stage.option("stage-name", wish->name, "What to call it").value("STAGE").required();
    stage.option("--after", wish->after, "The stage before it").value("STAGE");
    stage.option("--idle", wish->idleDays, "Idle after so many days; 0 is never").value("N").showDefault();
    Command changed = one({.name = "edit-stage",
                           .what = "Rename a stage, move it, or change when people in it are idle",
                           .example = "kithctl pipeline edit-stage \"Platform talent\" Ready --idle 45"},
                          editStage);
    changed.option("stage-name", wish->stage, "Its name or id").value("STAGE").required();
    changed.option("--name", wish->name, "The new name").value("NEW");
    changed.option("--after", wish->after, "Put it behind this stage").value("STAGE");
    changed.option("--idle", wish->newIdleDays, "Idle after so many days; 0 is never").value("N");
    Command gone = one({.name = "delete-stage",
                        .what = "Delete a stage; who is in it moves to another",
                        .example = "kithctl pipeline delete-stage \"Platform talent\" Ready --into Engaged"},
                       removeStage);
    gone.option("stage-name", wish->stage, "Its name or id").value("STAGE").required();
    gone.option("--into", wish->name, "Where people in it move to").value("STAGE");
}

}  // namespace kith::cli
