// The placements of a pipeline as rows to write, for the use cases about them.
#pragma once

#include <kith/usecases/workspace.h>

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace kith {

class PlacementRows {
public:
    /// O(placements of the pipeline).
    PlacementRows(const Services& services, const Id& pipeline);

    /// Where a person is or was; null for who never was in it. Valid as long as this.
    [[nodiscard]] const PlacementView* of(const Id& person) const;
    /// All of them, in the order of PipelineQueries::placements().
    [[nodiscard]] const std::vector<PlacementView>& all() const { return placements_; }

    struct Target {
        Id stage;
        PlacementState state{};
        std::string reason{};
    };
    /// Puts somebody there, with the move that says so; once for each person.
    void put(Edit& edit, const Id& person, const Target& target);

private:
    const Services& services_;
    Id pipeline_;
    std::vector<PlacementView> placements_;
    std::unordered_map<Id, std::size_t> byPerson_;
    std::unordered_set<Id> put_;
};

}  // namespace kith
