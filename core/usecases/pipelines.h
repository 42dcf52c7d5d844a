// Pipelines: stages of our own choosing that people go through over months and years.
#pragma once

#include <kith/usecases/workspace.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith {

struct StageInput {
    std::string name{};
    int idleDays = 0;  ///< 0: nobody is ever idle in it
};

/// Stages to begin with.
struct PipelineTemplate {
    std::string_view name;  ///< as the command line has it: "relationship", "hiring", "partner"
    std::string_view what;  ///< in a few words
    std::vector<StageInput> stages;
};

[[nodiscard]] std::span<const PipelineTemplate> pipelineTemplates();

/// The pipeline with this id or name, with counts, as byName() has it. O(placements).
[[nodiscard]] Result<PipelineView> pipelineOf(const WorkspaceReader& reader, std::string_view text);
/// Without counts.
[[nodiscard]] Result<PipelineView> pipelineWith(const WorkspaceReader& reader, const Id& id);
/// The stage with this id or name.
[[nodiscard]] Result<StageView> stageOf(const PipelineView& pipeline, std::string_view text);

struct PipelineInput {
    std::string name{};
    std::string purpose{};
    std::vector<StageInput> stages{};
    Id owner{};  ///< nil: whoever sits here
    Id space{};  ///< nil: the workspace's usual one
};

/// Refusals of all below: BadInput for an empty name, for that of another pipeline, or of another stage of it, for no
/// stage at all, and for days below 0 or above 3650; NotFound for what is gone; ReadOnly for a space that one may only
/// read. Nothing is changed then.
class AddPipeline {
public:
    explicit AddPipeline(Services& services) : services_(services) { }
    [[nodiscard]] Result<Id> run(const PipelineInput& input) const;

private:
    Services& services_;
};

/// One command each; to what there is already yields an empty ChangeSet.
class EditPipeline {
public:
    explicit EditPipeline(Services& services) : services_(services) { }
    [[nodiscard]] Result<ChangeSet> rename(const Id& pipeline, std::string_view name) const;
    [[nodiscard]] Result<ChangeSet> setPurpose(const Id& pipeline, std::string_view purpose) const;
    /// Nil for nobody.
    [[nodiscard]] Result<ChangeSet> setOwner(const Id& pipeline, const Id& person) const;
    /// With its stages; placements go where their people go.
    [[nodiscard]] Result<ChangeSet> moveTo(const Id& pipeline, const Id& space) const;
    /// With its stages, placements and moves; the people stay.
    [[nodiscard]] Result<ChangeSet> remove(const Id& pipeline) const;

private:
    Services& services_;
};

class EditStage {
public:
    explicit EditStage(Services& services) : services_(services) { }
    /// Behind the stage `after`; nil puts it first.
    [[nodiscard]] Result<Id> add(const Id& pipeline, const StageInput& input, const Id& after) const;
    [[nodiscard]] Result<ChangeSet> rename(const Id& pipeline, const Id& stage, std::string_view name) const;
    [[nodiscard]] Result<ChangeSet> setIdleDays(const Id& pipeline, const Id& stage, int days) const;
    /// Behind `after`; nil puts it first.
    [[nodiscard]] Result<ChangeSet> reorder(const Id& pipeline, const Id& stage, const Id& after) const;
    /// Whoever is in it moves to `into`, as a move like any other. BadInput for the last stage, and for people without
    /// a stage to move them to.
    [[nodiscard]] Result<ChangeSet> remove(const Id& pipeline, const Id& stage, const Id& into) const;

private:
    Services& services_;
};

}  // namespace kith
