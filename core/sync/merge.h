// How concurrent writes become one row (the table "what merges how" of PROTOCOL.md). Pure; the same on every replica.
#pragma once

#include <kith/sync/patch.h>

#include <array>
#include <string>

namespace kith::sync {

/// A field of a row: its value, who wrote it, and where the fact comes from. Never written: time zero.
struct Cell {
    Value value{};
    Written by;
    Source source{};

    friend bool operator==(const Cell&, const Cell&) = default;
};

/// Everything a replica knows of one row.
struct Row {
    Kind kind{};
    Id id;
    Placing placing{};
    Presence presence{};
    std::vector<Cell> cells{};  ///< by field index; as many as the kind has fields

    [[nodiscard]] static Row empty(Kind kind, const Id& id);
    /// The row is there unless it was removed by somebody who had seen all of it: an edit that the removal had not
    /// seen keeps it, so that nothing typed is lost (an add-wins set, Shapiro et al., INRIA RR-7506, 2011, in which
    /// every edit counts as an add).
    [[nodiscard]] bool isHere() const;
    [[nodiscard]] HybridTime latest() const;  ///< over cells and presence

    friend bool operator==(const Row&, const Row&) = default;
};

/// Takes a patch into a row: in each field, in the presence and in the placing the later writer wins. Commutative,
/// associative and idempotent, so that replicas that saw the same patches in any order hold the same row. Fields that
/// the kind does not have are ignored. Returns whether anything changed. O(fields).
bool mergeInto(Row& row, const RowPatch& patch);

/// The whole row as a patch, cells of one writer and source together. mergeInto(empty, toPatch(row)) is row.
[[nodiscard]] RowPatch toPatch(const Row& row);

/// A value that a person typed and that another write, made without knowing of it, replaced.
struct Lost {
    FieldIndex field = 0;
    Cell lost;
    Cell kept;

    friend bool operator==(const Lost&, const Lost&) = default;
};

/// What the authority decided about an operation.
struct Judgement {
    bool changed = false;  ///< the row is different now
    /// The result is not what the sender has; it must take the row as it is now.
    bool amended = false;
    std::vector<Lost> lost{};
};

/// Takes an operation into the authoritative row (the server's; the client's before the server knows). Beyond
/// mergeInto:
///  - a field whose writer had not seen the present value is a conflict: the losing value is reported;
///  - Merge::Protective: of two concurrent values the larger is kept, whoever was later; one who saw it may lower it;
///  - Merge::Immutable: the first value stays, for ever;
///  - a stamp of the future is brought back to `latest` (now + 60 s): nobody wins by a wrong clock.
/// Where the authority overrules the sender it writes the field anew as `authority` at a later time, so that every
/// replica, the sender's too, takes its value by the plain rule.
[[nodiscard]] Judgement judge(Row& row, const Operation& operation, Written authority, HybridTime latest);

/// Fields that only make sense together (a reminder's state and the day it was done) share one clock: every write to
/// one of them carries all. The fields written with `field`, itself included.
[[nodiscard]] std::vector<FieldIndex> writtenWith(Kind kind, FieldIndex field);

}  // namespace kith::sync
