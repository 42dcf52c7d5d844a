// Pools and pipelines as they are shown.
#pragma once

#include <kith/base/clock.h>
#include <kith/base/id.h>
#include <kith/domain/stamp.h>
#include <kith/domain/vocabulary.h>
#include <kith/usecases/row_number.h>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace kith {

struct PoolView {
    Id id;
    std::string name{};
    std::string purpose{};
    Id owner{};
    std::string ownerName{};
    Id space{};
    std::size_t members = 0;

    friend bool operator==(const PoolView&, const PoolView&) = default;
};

struct PoolMemberView {
    Id id;
    RowNumber row = 0;
    Id person{};
    std::string name{};
    std::string reason{};
    std::optional<Date> since{};
    Source source{};

    friend bool operator==(const PoolMemberView&, const PoolMemberView&) = default;
};

struct StageView {
    Id id;
    std::string name{};
    double position = 0;
    int idleDays = 0;  ///< somebody is idle here after so many days; never for 0
    std::size_t people = 0;  ///< who are in it now

    friend bool operator==(const StageView&, const StageView&) = default;
};

struct PipelineView {
    Id id;
    std::string name{};
    std::string purpose{};
    Id owner{};
    std::string ownerName{};
    Id space{};
    std::vector<StageView> stages{};  ///< in their order
    std::size_t left = 0;  ///< silver medallists among them
    std::size_t silver = 0;

    /// Who are in it now.
    [[nodiscard]] std::size_t people() const
    {
        std::size_t all = 0;
        for (const StageView& stage : stages) all += stage.people;
        return all;
    }
    friend bool operator==(const PipelineView&, const PipelineView&) = default;
};

/// A person in a pipeline.
struct PlacementView {
    Id id;
    RowNumber row = 0;
    Id person{};
    Id pipeline{};
    Id stage{};  ///< the last one they were in, when they have left
    PlacementState state{};
    Instant since{};  ///< in the stage, or gone
    std::string reason{};  ///< of the latest move
    Id assignee{};
    std::optional<Instant> lastContact{};  ///< of the person with anybody of ours

    friend bool operator==(const PlacementView&, const PlacementView&) = default;
};

/// A pipeline that a person is or was in, in words.
struct PlacementOfPerson {
    PlacementView placement;
    std::string pipeline{};
    std::string stage{};
    std::string assigneeName{};
};

/// A pool that a person is in.
struct MembershipView {
    Id id;  ///< of the PoolMember row
    Id pool{};
    std::string name{};
    std::string reason{};
    std::optional<Date> since{};
    Source source{};
};

struct MoveView {
    Id id;
    Id pipeline{};
    std::string pipelineName{};
    std::string from{};  ///< name of the stage; empty for who entered, and when it was deleted before the move
    std::string to{};  ///< empty for who left
    PlacementState state{};
    Instant at{};
    std::string reason{};
    std::string by{};
};

}  // namespace kith
