// The positions that a file gives a person, beside the affiliations that are known.
#pragma once

#include <kith/usecases/import/planning.h>

#include <span>

namespace kith::importing {

/// The affiliations of one person while a file is gone through.
class Positions {
public:
    /// `fresh` people have none yet. `said` is every position that any record of the file gives the person: an
    /// affiliation among them does not end.
    Positions(const Planning& planning, const Id& person, bool fresh,
              std::span<const exchange::PositionRecord* const> said);

    void take(PlannedRecord& record, const exchange::PositionRecord& position);

private:
    struct Post {
        KnownRow known;
        Id organisation;
        Id area;
        std::string foldedRole;
        bool current = true;
        bool named = false;  ///< the file has it
        [[nodiscard]] const Value& value(FieldIndex field) const { return known.row.values[field]; }
    };
    /// A position's words as they are compared.
    struct Job {
        std::string organisation;
        std::string area;
        std::string role;
        bool past = false;
        [[nodiscard]] int parts() const;
    };
    [[nodiscard]] static Job jobOf(const exchange::PositionRecord& position);
    /// Whether another line of the file says the same job more fully; one with an employer speaks for titles without.
    [[nodiscard]] bool isCovered(const Job& job) const;
    [[nodiscard]] Post postOf(Row row) const;
    [[nodiscard]] std::string words(const Post& post) const;
    [[nodiscard]] static std::string words(const exchange::PositionRecord& position);
    /// The affiliation that the position is, or nullptr.
    [[nodiscard]] Post* find(const exchange::PositionRecord& position);
    /// Nothing that both say differs, and they have something in common.
    [[nodiscard]] bool isSameJob(const Post& post, const exchange::PositionRecord& position) const;
    /// An affiliation of the same job that has ended.
    [[nodiscard]] Post* findEnded(const exchange::PositionRecord& position);
    void complete(PlannedRecord& record, Post& post, const exchange::PositionRecord& position);
    /// Whether a person removed this affiliation by hand; notes it.
    [[nodiscard]] bool wasRemoved(PlannedRecord& record, const exchange::PositionRecord& position);
    /// Whether nothing known by hand or from a later day stands against a new current position.
    [[nodiscard]] bool mayBegin(PlannedRecord& record, const exchange::PositionRecord& position);
    void endOthers(PlannedRecord& record, const exchange::PositionRecord& position);
    void add(PlannedRecord& record, const exchange::PositionRecord& position);
    void end(PlannedRecord& record, Post& post, Date on);

    const Planning& planning_;
    Id person_;
    bool fresh_;
    std::vector<Post> posts_;
    std::vector<Job> said_;
};

}  // namespace kith::importing
