// Port: what sync keeps in the workspace, and does to it. All calls come on the writer's thread.
#pragma once

#include <kith/sync/messages.h>
#include <kith/usecases/workspace.h>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace kith {

/// Where this workspace is signed in. No token: those are in the keychain.
struct SyncAccount {
    std::string server{};  ///< "https://kith.example.org"
    std::string user{};
    Id userId{};
    Id device{};
    sync::Role role{};
    std::string organisation{};
    Id organisationId{};
    Id epoch{};  ///< of the server when we last spoke

    friend bool operator==(const SyncAccount&, const SyncAccount&) = default;
};

/// An edit that the server did not take. What it said is kept until somebody dismisses it, or until the row that was
/// missing comes: then it is offered again.
struct RejectedEdit {
    std::int64_t seq = 0;
    Kind kind{};
    Id row;
    std::string reason{};
    Instant at{};
    std::string content{};  ///< the operation as JSON (core/sync/wire.h)
    Id missing{};  ///< the row for want of which it was refused; nil for another reason
};

struct SyncCounts {
    std::size_t waiting = 0;  ///< rows edited here that the server does not have yet
    std::optional<Instant> oldestWaiting{};
    std::size_t conflicts = 0;  ///< open ones
    std::size_t rejected = 0;

    friend bool operator==(const SyncCounts&, const SyncCounts&) = default;
};

class SyncStore {
public:
    virtual ~SyncStore() = default;

    [[nodiscard]] virtual std::optional<SyncAccount> account() const = 0;
    [[nodiscard]] virtual SyncCounts counts() const = 0;
    /// When a round last went well at this server, to the minute.
    [[nodiscard]] virtual std::optional<Instant> lastRound() const = 0;
    virtual Result<void> setLastRound(Instant at) = 0;
    /// settings::kCaFile.
    [[nodiscard]] virtual std::string caFile() const = 0;
    virtual Result<void> setCaFile(const std::string& path) = 0;
    /// The device's own id: made with the workspace, so that edits before the first sign-in carry it too.
    [[nodiscard]] virtual Id device() const = 0;

    /// Joins a server: everything in the workspace's first space becomes part of `home`, and is sent. A device id other
    /// than ours (this workspace is a copy of another) is taken over for what is written from now on. Conflict
    /// for a workspace that belonged to another organisation: what it holds of that one is not for this one.
    virtual Result<void> join(const SyncAccount& account, std::span<const sync::SpaceInfo> spaces, const Id& home) = 0;
    virtual Result<void> updateAccount(const SyncAccount& account) = 0;
    /// Leaves the server; what is in the workspace stays.
    virtual Result<void> leave() = 0;

    /// The server's clock minus ours, for stamps from now on.
    virtual Result<void> setClockOffset(std::chrono::milliseconds offset) = 0;
    /// The server has this device's operations up to `acknowledged`. Fewer than we thought (it was restored): the later
    /// ones count as unsent again, as far back as they are kept (30 days). More than we have made (we were restored):
    /// our unsent ones are numbered after them.
    virtual Result<void> continueAfter(std::int64_t acknowledged) = 0;

    /// The next operations to send, in order; none when all is sent. A row that was made here is sent as it is now.
    [[nodiscard]] virtual Result<std::vector<sync::Operation>> unsent(std::size_t most, std::size_t bytes) = 0;
    /// Takes the server's word on them: numbers, rows that became something else, rejections. One transaction.
    virtual Result<void> acknowledge(std::span<const sync::Operation> sent,
                                     std::span<const sync::OperationResult> results) = 0;

    [[nodiscard]] virtual std::string cursor() const = 0;
    /// Forgets what has been staged and goes on from a cursor that knows nothing of these spaces. What the server does
    /// not have in them is removed when the next pull has come in whole; unsent edits stay.
    virtual Result<void> fetchAnew(std::span<const Id> spaces, const std::string& cursor) = 0;
    /// Lays a page of a pull aside. Its cursor is what the next page is asked with: stagedCursor().
    virtual Result<void> stage(const sync::PullReply& page) = 0;
    /// The cursor to ask the next page with: of the last page laid aside, else cursor().
    [[nodiscard]] virtual std::string stagedCursor() const = 0;
    /// Applies all pages and their last cursor in one transaction. Returns how many rows changed. Conflict when more
    /// than 200 rows and a fifth of all would go without a revocation or an erasure, unless `evenIfManyGo`; the pages
    /// stay.
    virtual Result<std::size_t> takeStaged(bool evenIfManyGo) = 0;

    /// A snapshot that is being fetched, so that it goes on after a restart.
    struct Fetching {
        sync::SnapshotReply snapshot;
        int next = 0;  ///< index of the next part
    };
    [[nodiscard]] virtual std::optional<Fetching> fetching() const = 0;
    virtual Result<void> beginSnapshot(const sync::SnapshotReply& snapshot) = 0;
    /// Applies the rows of one part, in one transaction with the note that it is in. After the last part the snapshot's
    /// cursor is ours.
    virtual Result<std::size_t> takePart(int index, std::span<const sync::NumberedRow> rows) = 0;
    virtual Result<void> dropSnapshot() = 0;

    [[nodiscard]] virtual Result<std::vector<sync::SpaceSum>> sums() const = 0;
    /// Erasures carried out here that the server has not heard of.
    [[nodiscard]] virtual std::vector<Id> erased() const = 0;
    virtual Result<void> confirmErased(std::span<const Id> erasures) = 0;

    [[nodiscard]] virtual std::vector<RejectedEdit> rejected() const = 0;
    virtual Result<void> dismissRejected(std::int64_t seq) = 0;
    [[nodiscard]] virtual std::vector<sync::SpaceInfo> spaces() const = 0;
};

}  // namespace kith
