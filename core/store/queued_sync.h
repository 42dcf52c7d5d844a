// SyncStore for another thread. Private to this folder; others see it as WorkspaceWorker::sync.
#pragma once

#include <kith/base/serial_queue.h>
#include <kith/usecases/sync/sync_store.h>

#include <optional>
#include <utility>

namespace kith::store {

/// Every call waits for its turn on the writer's queue, so it must not come from there. The queue outlives it.
class QueuedSync final : public SyncStore {
public:
    QueuedSync(SerialQueue& queue, SyncStore& store) : queue_(queue), store_(store) { }

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

private:
    template <class Call>
    auto ask(Call call) const
    {
        std::optional<decltype(call())> answer;
        queue_.runAndWait([&] { answer.emplace(call()); });
        return std::move(*answer);
    }

    SerialQueue& queue_;
    SyncStore& store_;
};

}  // namespace kith::store
