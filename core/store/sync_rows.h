// Rows on disk as rows of the merge, and back. Private to this folder.
#pragma once

#include "derived.h"
#include "row_store.h"
#include "sync_sums.h"

#include <kith/domain/change.h>
#include <kith/sync/merge.h>

#include <unordered_map>

namespace kith::store {

/// Reads and writes whole rows with all their stamps, inside the caller's transaction.
class SyncRows {
public:
    SyncRows(sqlite::Connection& connection, RowStore& rows, Interned& interned, Derived& derived, SyncSums& sums)
        : connection_(connection), rows_(rows), interned_(interned), derived_(derived), sums_(sums)
    {
    }

    struct Known {
        StoredRow stored;
        sync::Row row;
    };
    /// Nothing when there is no such row, not even a removed one.
    [[nodiscard]] Result<std::optional<Known>> read(Kind kind, const Id& id);

    /// Writes the row; `before` as it was read, null when there was none. A number other than 0 is the server's for the
    /// row as it is now. Nothing when there is no difference that a reader could see.
    Result<std::optional<RowChange>> write(const sync::Row& row, const Known* before, std::int64_t number);
    /// Notes the server's number of a row whose content is as it should be.
    Result<void> setNumber(const Known& known, std::int64_t number);

    /// The local number of a space; made when it is not known yet.
    Result<std::int64_t> spaceNumber(const Id& space);
    [[nodiscard]] Id spaceOf(std::int64_t number) const;
    void forget() { spaces_.clear(); }

private:
    Result<StoredRow> toStored(const sync::Row& row);
    [[nodiscard]] sync::Row toRow(Kind kind, const Id& id, const StoredRow& stored) const;
    Result<void> addStamp(StampEntries& entries, const sync::Written& by, const Source& source, unsigned bit);

    sqlite::Connection& connection_;
    RowStore& rows_;
    Interned& interned_;
    Derived& derived_;
    SyncSums& sums_;
    mutable std::unordered_map<std::int64_t, Id> spaces_;
};

}  // namespace kith::store
