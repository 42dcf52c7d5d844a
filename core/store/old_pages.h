// What rows that are gone for good have left in the write-ahead log and in the file behind it. Private to this folder.
#pragma once

#include <kith/sqlite/connection.h>

#include <chrono>

namespace kith::store {

/// An erasure writes new pages, overwritten where the rows were; the old ones go with a checkpoint, which needs that
/// nobody reads them any more. Until it was possible `meta` says that it is to be done, so that neither a long read nor
/// a killed process leaves them for good.
class OldPages {
public:
    explicit OldPages(sqlite::Connection& connection);

    /// In the transaction that takes the rows away.
    Result<void> note();
    /// After it, after each later command, and when a workspace is opened. Does nothing when nothing was noted; waits
    /// for readers no longer than that. O(pages changed)
    void drop(std::chrono::milliseconds patience);

private:
    sqlite::Connection& connection_;
    bool noted_;
};

}  // namespace kith::store
