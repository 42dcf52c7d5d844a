// The placements of a pipeline as rows to write, for the use cases about them.
#pragma once

#include <kith/usecases/workspace.h>

#include <optional>
#include <string>
#include <unordered_set>

namespace kith {

class PlacementRows {
public:
    PlacementRows(const Services& services, const Id& pipeline) : services_(services), pipeline_(pipeline) { }

    /// Where a person is or was; nothing for who never was in it.
    [[nodiscard]] std::optional<PlacementView> of(const Id& person) const
    {
        return services_.reader.pipelines().placement(pipeline_, person);
    }

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
    std::unordered_set<Id> put_;
};

}  // namespace kith
