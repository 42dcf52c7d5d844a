// Port: what pages and the command line ask about pools and pipelines.
#pragma once

#include <kith/usecases/pipeline_views.h>

#include <optional>
#include <vector>

namespace kith {

/// Of people who were merged the one who is shown stands for all, once in each pool and pipeline (PROTOCOL.md, "table
/// of rows", says which of several placements counts). Whoever was removed is in none.
class PipelineQueries {
public:
    virtual ~PipelineQueries() = default;

    /// By name, folded.
    [[nodiscard]] virtual std::vector<PoolView> pools() const = 0;
    /// By name, folded. O(members).
    [[nodiscard]] virtual std::vector<PoolMemberView> poolMembers(const Id& pool) const = 0;
    [[nodiscard]] virtual std::vector<MembershipView> poolsOf(const Id& person) const = 0;

    /// By name, folded. O(placements).
    [[nodiscard]] virtual std::vector<PipelineView> pipelines() const = 0;
    /// A pipeline with its stages, without counts: people, left and silver are 0. O(stages).
    [[nodiscard]] virtual std::optional<PipelineView> outline(const Id& pipeline) const = 0;
    /// Where a person is or was in a pipeline. O(their placements).
    [[nodiscard]] virtual std::optional<PlacementView> placement(const Id& pipeline, const Id& person) const = 0;
    /// Everybody who is or was in a pipeline, the latest move first. O(placements).
    [[nodiscard]] virtual std::vector<PlacementView> placements(const Id& pipeline) const = 0;
    /// By the name of the pipeline; those that were left come last.
    [[nodiscard]] virtual std::vector<PlacementOfPerson> placementsOf(const Id& person) const = 0;
    /// What a person went through in all pipelines, latest first.
    [[nodiscard]] virtual std::vector<MoveView> movesOf(const Id& person) const = 0;
};

}  // namespace kith
