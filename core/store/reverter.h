// Works out how to take a command back, or bring it back, without losing what happened since. Private to this folder.
#pragma once

#include "applier.h"
#include "journal.h"

namespace kith::store {

struct Reversal {
    std::vector<RowWrite> writes;
    std::size_t kept = 0;  ///< rows and fields left alone because they changed since
};

class Reverter {
public:
    Reverter(sqlite::Connection& connection, RowStore& rows) : connection_(connection), rows_(rows) { }

    /// Takes back the latest command: what it created goes, fields get their old values and sources back.
    [[nodiscard]] Result<Reversal> undo(const JournalEntry& entry) const;
    [[nodiscard]] Result<Reversal> redo(const JournalEntry& entry) const;
    /// Takes back a command from long ago. A row it created stays when it was edited since, when something outside the
    /// command refers to it, and together with it stay the rows of the command that belong to it or that it needs.
    [[nodiscard]] Result<Reversal> revert(const JournalEntry& entry) const;

private:
    [[nodiscard]] Result<Reversal> reverse(const JournalEntry& entry, const std::unordered_set<Id>& keep) const;
    /// False when the row is not there any more.
    Result<bool> addFields(const RowChange& row, bool forward, std::uint32_t source, RowWrite& write,
                           Reversal& out) const;
    [[nodiscard]] Result<std::unordered_set<Id>> rowsToKeep(const JournalEntry& entry) const;
    [[nodiscard]] Result<bool> isReferredFromOutside(Kind kind, const Id& id,
                                                     const std::unordered_set<Id>& inside) const;

    sqlite::Connection& connection_;
    RowStore& rows_;
};

}  // namespace kith::store
