// The workspace's side of sync. Private to this folder; others see it as SyncStore (Workspace::sync).
#pragma once

#include "parts.h"
#include "purge.h"
#include "sync_outbox.h"

#include <kith/usecases/sync/sync_store.h>

#include <functional>

namespace kith::store {

class WorkspaceSync final : public SyncStore {
public:
    explicit WorkspaceSync(WorkspaceParts& parts);

    [[nodiscard]] std::optional<SyncAccount> account() const override;
    [[nodiscard]] SyncCounts counts() const override;
    [[nodiscard]] std::optional<Instant> lastRound() const override;
    Result<void> setLastRound(Instant at) override;
    [[nodiscard]] std::string caFile() const override;
    Result<void> setCaFile(const std::string& path) override;
    [[nodiscard]] Id device() const override;
    Result<void> join(const SyncAccount& account, std::span<const sync::SpaceInfo> spaces, const Id& home) override;
    Result<void> updateAccount(const SyncAccount& account) override;
    Result<void> leave() override;
    Result<void> setClockOffset(std::chrono::milliseconds offset) override;
    Result<void> continueAfter(std::int64_t acknowledged) override;
    [[nodiscard]] Result<std::vector<sync::Operation>> unsent(std::size_t most, std::size_t bytes) override;
    Result<void> acknowledge(std::span<const sync::Operation> sent,
                             std::span<const sync::OperationResult> results) override;
    [[nodiscard]] std::string cursor() const override;
    Result<void> fetchAnew(std::span<const Id> spaces, const std::string& cursor) override;
    Result<void> stage(const sync::PullReply& page) override;
    [[nodiscard]] std::string stagedCursor() const override;
    Result<std::size_t> takeStaged(bool evenIfManyGo) override;
    [[nodiscard]] std::optional<Fetching> fetching() const override;
    Result<void> beginSnapshot(const sync::SnapshotReply& snapshot) override;
    Result<std::size_t> takePart(int index, std::span<const sync::NumberedRow> rows) override;
    Result<void> dropSnapshot() override;
    [[nodiscard]] Result<std::vector<sync::SpaceSum>> sums() const override;
    [[nodiscard]] std::vector<Id> erased() const override;
    Result<void> confirmErased(std::span<const Id> erasures) override;
    [[nodiscard]] std::vector<RejectedEdit> rejected() const override;
    Result<void> dismissRejected(std::int64_t seq) override;
    [[nodiscard]] std::vector<sync::SpaceInfo> spaces() const override;

    /// WorkspaceWriter::erase.
    Result<ChangeSet> erase(const Id& person);

private:
    /// No row points to one that went.
    Result<void> letGoOf(Kind kind, const Id& id, ChangeSet& changes);
    /// What was purged is still in the search index and in old pages of the write-ahead log until now.
    /// A transaction that ends with derived rows and sums up to date; listeners hear of it as of a command.
    Result<ChangeSet> transact(const std::function<Result<void>(ChangeSet&)>& work);
    Result<std::vector<sync::PullReply>> pages() const;
    Result<void> takeRow(const sync::NumberedRow& row, ChangeSet& changes);
    Result<void> takeGone(const sync::GoneRow& gone, ChangeSet& changes);
    Result<void> takeErasure(const sync::Erasure& erasure, ChangeSet& changes);
    Result<void> takeSpaces(std::span<const sync::SpaceInfo> spaces, ChangeSet& changes);
    Result<void> takeResult(std::span<const sync::Operation> sent, std::span<const sync::OperationResult> results,
                            std::size_t at, ChangeSet& changes);
    Result<void> keepRejected(const sync::Operation& operation, const sync::OperationResult& result);
    Result<void> beginTaking();
    /// Edits that were refused for want of rows that have come now are put back, and sent with the next push.
    /// `caughtUp` when everything up to the server's head is in.
    Result<void> offerAgain(bool caughtUp, ChangeSet& changes);
    /// False for an edit of a row that is not here either.
    Result<bool> putBack(const sync::Operation& operation, ChangeSet& changes);
    /// Rows of the spaces being fetched anew that the server has not sent, once it has sent everything.
    [[nodiscard]] Result<std::vector<std::pair<Kind, Id>>> leftOver(std::span<const sync::PullReply> pages) const;
    Result<void> guard(std::span<const sync::PullReply> pages, std::size_t leftOver) const;
    /// Those whose row is still here: the others have nothing left to settle.
    [[nodiscard]] std::size_t openConflicts() const;
    [[nodiscard]] std::string meta(std::string_view key) const;
    Result<void> setMeta(std::string_view key, std::string_view value);

    WorkspaceParts& parts_;
    sqlite::Connection& db_;
    SyncSums sums_;
    SyncRows rows_;
    SyncOutbox outbox_;
    Purge purge_;
    std::unordered_set<Id> waiting_;  ///< rows with edits that the server has not heard of, while rows are taken
    bool refusedWait_ = false;  ///< edits were refused for want of rows that may come
    std::unordered_set<Id> came_;  ///< rows that came from the server in this transaction, if any edit waits for some
};

}  // namespace kith::store
