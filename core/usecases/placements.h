// People in pipelines: put into a stage, moved, taken out. What happened is written down as a move and never changed; a
// wrong move is undone.
#pragma once

#include <kith/usecases/workspace.h>

#include <span>
#include <string_view>

namespace kith {

/// Of all below: each is one command. NotFound for a person, pipeline or stage that is gone, BadInput for a stage of
/// another pipeline; nothing is changed then.

/// Puts people into a stage (nil: the first) of a pipeline. Who is in it already stays where they are; who has left
/// comes back.
class AddToPipeline {
public:
    explicit AddToPipeline(Services& services) : services_(services) { }
    [[nodiscard]] Result<ChangeSet> run(const Id& pipeline, std::span<const Id> people, const Id& stage,
                                        std::string_view reason = {}) const;

private:
    Services& services_;
};

/// Moves people to a stage; who is in it already is passed over, and who is not in the pipeline is NotFound.
class MovePlacement {
public:
    explicit MovePlacement(Services& services) : services_(services) { }
    [[nodiscard]] Result<ChangeSet> run(const Id& pipeline, std::span<const Id> people, const Id& stage,
                                        std::string_view reason = {}) const;

private:
    Services& services_;
};

/// People leave a pipeline. `silver`: as silver medallists, who are kept in view. Who is not in it is passed over.
class LeavePipeline {
public:
    explicit LeavePipeline(Services& services) : services_(services) { }
    [[nodiscard]] Result<ChangeSet> run(const Id& pipeline, std::span<const Id> people, std::string_view reason,
                                        bool silver) const;

private:
    Services& services_;
};

/// Says who looks after people in a pipeline; nil for nobody.
class AssignPlacement {
public:
    explicit AssignPlacement(Services& services) : services_(services) { }
    [[nodiscard]] Result<ChangeSet> run(const Id& pipeline, std::span<const Id> people, const Id& assignee) const;

private:
    Services& services_;
};

/// Days since somebody came into their stage or was last in contact, whichever is later; never below 0.
[[nodiscard]] int idleDaysOf(const PlacementView& placement, Date today, const Zone& zone);

/// How idle that is in a stage: from half its days on "soon", from its days on "idle".
enum class Idleness : std::uint8_t { Fresh, Soon, Idle };
[[nodiscard]] Idleness idlenessOf(int idleDays, const StageView& stage);

}  // namespace kith
