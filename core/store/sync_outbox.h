// What this machine has done that the server does not know yet, as operations. Private to this folder.
#pragma once

#include "sync_rows.h"

#include <kith/usecases/sync/sync_store.h>

#include <memory>
#include <unordered_set>

namespace kith::store {

/// Reads the outbox that the journal writes. Operations up to `acked` (meta 'acked_seq') are known to the server; they
/// are kept for 30 days, so that a server that was restored can be healed.
class SyncOutbox {
public:
    static constexpr std::chrono::days kKept{30};

    SyncOutbox(sqlite::Connection& connection, SyncRows& rows) : connection_(connection), rows_(rows) { }

    [[nodiscard]] Result<std::vector<sync::Operation>> unsent(const Id& device, std::size_t most, std::size_t bytes);
    /// The operations after `seq` on one row, in order: what our row has beyond the server's.
    [[nodiscard]] Result<std::vector<sync::Operation>> pendingOf(const Id& device, Kind kind, const Id& id,
                                                                 std::int64_t seq);
    /// Puts changes at the end of what is to be sent; returns the number of the first. `command` is the journal's.
    static Result<std::int64_t> append(sqlite::Connection& connection, std::int64_t command,
                                       std::span<const RowChange> rows, HybridTime time);

    /// The rows that unsent operations are about.
    [[nodiscard]] Result<std::unordered_set<Id>> unsentRows() const;

    [[nodiscard]] std::int64_t acknowledged() const;
    Result<void> setAcknowledged(std::int64_t seq, Instant now);
    /// Notes that operations up to `seq` are about to leave for the server: see continueAfter.
    Result<void> setSent(std::int64_t seq);
    /// See SyncStore::continueAfter. A server that has operations we never sent means that this workspace was restored
    /// from a backup; one that has what we sent and never got an answer for, that the answer was lost.
    Result<void> continueAfter(std::int64_t acknowledged);
    /// Whether such a server has operations that we never sent.
    [[nodiscard]] bool isBehind(std::int64_t acknowledged) const;
    [[nodiscard]] std::size_t waiting() const;
    [[nodiscard]] std::optional<Instant> oldest() const;

private:
    struct Entry {
        std::int64_t first = 0;
        HybridTime time;
        std::shared_ptr<const std::vector<RowChange>> rows;
    };
    [[nodiscard]] std::int64_t meta(std::string_view key) const;
    Result<void> setMeta(std::string_view key, std::int64_t value);
    [[nodiscard]] Result<std::vector<Entry>> entriesAfter(std::int64_t seq, std::size_t rows) const;
    /// With `again` it has been acknowledged before, and says only what still stands here: what replaced the rest is
    /// offered too, and was judged against it then.
    [[nodiscard]] Result<std::optional<sync::Operation>> operation(const Id& device, const RowChange& change,
                                                                   HybridTime time, bool again);
    /// Whether an edit of that time is there to be offered. O(edits of 30 days)
    [[nodiscard]] bool isKept(HybridTime time) const;

    sqlite::Connection& connection_;
    SyncRows& rows_;
    /// The last entry of an import or the like: it leaves in many pushes, and is unpacked once.
    mutable Entry large_;
};

}  // namespace kith::store
