#include "queued_sync.h"

namespace kith::store {

std::optional<SyncAccount> QueuedSync::account() const
{
    return ask([&] { return store_.account(); });
}

SyncCounts QueuedSync::counts() const
{
    return ask([&] { return store_.counts(); });
}

std::optional<Instant> QueuedSync::lastRound() const
{
    return ask([&] { return store_.lastRound(); });
}

Result<void> QueuedSync::setLastRound(Instant at)
{
    return ask([&] { return store_.setLastRound(at); });
}

std::string QueuedSync::caFile() const
{
    return ask([&] { return store_.caFile(); });
}

Result<void> QueuedSync::setCaFile(const std::string& path)
{
    return ask([&] { return store_.setCaFile(path); });
}

Id QueuedSync::device() const
{
    return ask([&] { return store_.device(); });
}

Result<void> QueuedSync::join(const SyncAccount& account, std::span<const sync::SpaceInfo> spaces, const Id& home)
{
    return ask([&] { return store_.join(account, spaces, home); });
}

Result<void> QueuedSync::updateAccount(const SyncAccount& account)
{
    return ask([&] { return store_.updateAccount(account); });
}

Result<void> QueuedSync::leave()
{
    return ask([&] { return store_.leave(); });
}

Result<void> QueuedSync::setClockOffset(std::chrono::milliseconds offset)
{
    return ask([&] { return store_.setClockOffset(offset); });
}

Result<void> QueuedSync::continueAfter(std::int64_t acknowledged)
{
    return ask([&] { return store_.continueAfter(acknowledged); });
}

Result<std::vector<sync::Operation>> QueuedSync::unsent(std::size_t most, std::size_t bytes)
{
    return ask([&] { return store_.unsent(most, bytes); });
}

Result<void> QueuedSync::acknowledge(std::span<const sync::Operation> sent,
                                     std::span<const sync::OperationResult> results)
{
    return ask([&] { return store_.acknowledge(sent, results); });
}

std::string QueuedSync::cursor() const
{
    return ask([&] { return store_.cursor(); });
}

Result<void> QueuedSync::fetchAnew(std::span<const Id> spaces, const std::string& cursor)
{
    return ask([&] { return store_.fetchAnew(spaces, cursor); });
}

Result<void> QueuedSync::stage(const sync::PullReply& page)
{
    return ask([&] { return store_.stage(page); });
}

std::string QueuedSync::stagedCursor() const
{
    return ask([&] { return store_.stagedCursor(); });
}

Result<std::size_t> QueuedSync::takeStaged(bool evenIfManyGo)
{
    return ask([&] { return store_.takeStaged(evenIfManyGo); });
}

std::optional<SyncStore::Fetching> QueuedSync::fetching() const
{
    return ask([&] { return store_.fetching(); });
}

Result<void> QueuedSync::beginSnapshot(const sync::SnapshotReply& snapshot)
{
    return ask([&] { return store_.beginSnapshot(snapshot); });
}

Result<std::size_t> QueuedSync::takePart(int index, std::span<const sync::NumberedRow> rows)
{
    return ask([&] { return store_.takePart(index, rows); });
}

Result<void> QueuedSync::dropSnapshot()
{
    return ask([&] { return store_.dropSnapshot(); });
}

Result<std::vector<sync::SpaceSum>> QueuedSync::sums() const
{
    return ask([&] { return store_.sums(); });
}

std::vector<Id> QueuedSync::erased() const
{
    return ask([&] { return store_.erased(); });
}

Result<void> QueuedSync::confirmErased(std::span<const Id> erasures)
{
    return ask([&] { return store_.confirmErased(erasures); });
}

std::vector<RejectedEdit> QueuedSync::rejected() const
{
    return ask([&] { return store_.rejected(); });
}

Result<void> QueuedSync::dismissRejected(std::int64_t seq)
{
    return ask([&] { return store_.dismissRejected(seq); });
}

std::vector<sync::SpaceInfo> QueuedSync::spaces() const
{
    return ask([&] { return store_.spaces(); });
}

}  // namespace kith::store
