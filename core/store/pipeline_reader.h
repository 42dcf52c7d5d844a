// Reads pools and pipelines over one connection.
#pragma once

#include <kith/sqlite/connection.h>
#include <kith/usecases/pipeline_queries.h>

namespace kith::store {

class Interned;

/// Borrows both.
class PipelineReader final : public PipelineQueries {
public:
    PipelineReader(sqlite::Connection& connection, const Interned& interned)
        : connection_(connection), interned_(interned)
    {
    }

    [[nodiscard]] std::vector<PoolView> pools() const override;
    [[nodiscard]] std::vector<PoolMemberView> poolMembers(const Id& pool) const override;
    [[nodiscard]] std::vector<MembershipView> poolsOf(const Id& person) const override;

    [[nodiscard]] std::vector<PipelineView> pipelines() const override;
    [[nodiscard]] std::optional<PipelineView> outline(const Id& pipeline) const override;
    [[nodiscard]] std::optional<PlacementView> placement(const Id& pipeline, const Id& person) const override;
    [[nodiscard]] std::vector<PlacementView> placements(const Id& pipeline) const override;
    [[nodiscard]] std::vector<PlacementOfPerson> placementsOf(const Id& person) const override;
    [[nodiscard]] std::vector<MoveView> movesOf(const Id& person) const override;

private:
    void addStages(PipelineView& pipeline) const;

    sqlite::Connection& connection_;
    const Interned& interned_;
};

}  // namespace kith::store
