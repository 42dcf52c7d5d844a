// Takes rows out of the file to the last byte: what may no longer be seen, and who was erased. Private to this folder.
#pragma once

#include "sync_rows.h"

#include <kith/sync/taken_field.h>

#include <span>
#include <unordered_set>

namespace kith::store {

/// Inside the caller's transaction. The file's pages are overwritten (secure_delete); the write-ahead log still holds
/// old pages until the caller has checkpointed it.
class Purge {
public:
    Purge(sqlite::Connection& connection, RowStore& rows, Derived& derived, SyncSums& sums)
        : connection_(connection), rows_(rows), derived_(derived), sums_(sums)
    {
    }

    /// Removes a row, and edits of it that were refused; nothing when it is not there. Returns whether it was.
    Result<bool> row(Kind kind, const Id& id);
    /// The same, but what was typed here and refused is kept: it is nowhere else.
    Result<bool> rowAlone(Kind kind, const Id& id);
    /// The same, and everything that was refused for want of the row, whether or not the row is still here.
    Result<bool> erase(Kind kind, const Id& id);
    /// Removes every row of a space. Returns how many.
    Result<std::size_t> space(std::int64_t space);
    /// Takes what was removed out of the journal, the outbox and the drafts; call once, at the end.
    Result<void> finish();
    void forget();
    [[nodiscard]] const std::vector<std::pair<Kind, Id>>& gone() const { return gone_; }

private:
    /// Words typed and not saved yet, about somebody who is gone.
    Result<void> dropDrafts();
    Result<void> dropRefused(const std::unordered_set<Id>& ids);
    /// Names of commands and of files that things came from, where they say who is gone.
    Result<void> dropNames();
    /// Before a link is erased: what its merge wrote into somebody who stays, and has been replaced since. It is theirs
    /// who is erased.
    Result<void> noteTaken(const Id& link);
    [[nodiscard]] bool isTaken(const Id& row, FieldIndex field, const Value& value) const;
    /// Takes that out of a change; of one that is to be sent, what replaced it is kept. Returns whether there was any.
    [[nodiscard]] bool forgetTaken(RowChange& row, bool undoable) const;
    /// With `pointing`, also fields of other rows that pointed to what is gone: undo could not bring them back.
    Result<void> scrub(std::string_view select, std::string_view update, const std::unordered_set<Id>& ids,
                       bool pointing);

    sqlite::Connection& connection_;
    RowStore& rows_;
    Derived& derived_;
    SyncSums& sums_;
    std::vector<std::pair<Kind, Id>> gone_;
    std::unordered_set<Id> spared_;  ///< of the gone ones, those whose refused edits are kept
    std::unordered_set<Id> erased_;
    std::vector<std::pair<Id, sync::TakenField>> taken_;  ///< by merges with who is erased, and into whom
    std::vector<std::vector<std::string>> names_;  ///< of who is gone, folded and in words
};

}  // namespace kith::store
