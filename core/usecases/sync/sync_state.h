// How a workspace stands with its server, as a value, and what of it deserves to be said first. Pure.
#pragma once

#include <kith/sync/pace.h>
#include <kith/usecases/sync/sync_store.h>

#include <chrono>
#include <optional>
#include <string>

namespace kith {

struct SyncState {
    /// Nothing: this workspace is on this machine alone.
    std::optional<SyncAccount> account{};
    sync::Standing standing = sync::Standing::Alone;
    Instant since{};  ///< of Offline and Troubled
    SyncCounts counts{};
    std::optional<Instant> lastRound{};  ///< that went well, to the minute after a restart
    std::string caFile{};  ///< settings::kCaFile
    std::chrono::milliseconds clockOffset{};  ///< the server's clock minus ours
    std::string trouble{};  ///< what went wrong in the last round, as a sentence; empty when nothing did
    bool busy = false;  ///< a round is running
    bool first = false;  ///< and it fetches a whole workspace
    std::size_t moved = 0;  ///< rows sent and received in the round that runs
    std::size_t expected = 0;  ///< rows that the first sync brings, as far as known; 0: not known

    friend bool operator==(const SyncState&, const SyncState&) = default;
};

/// The one thing to say in two or three words.
enum class SyncHeadline : std::uint8_t {
    OnlyHere,  ///< not signed in
    Deciding,  ///< somebody has to say whether many rows may go
    SignInNeeded,
    TooOld,
    FirstSync,  ///< `count` of `expected` rows so far
    Syncing,
    Offline,  ///< since `since`
    Troubled,  ///< since `since`
    Conflicts,  ///< `count` of them
    Rejected,  ///< `count` edits were not taken
    ClockOff,
    Waiting,  ///< `count` edits
    UpToDate,
};

struct SyncNews {
    SyncHeadline what{};
    std::size_t count = 0;
    std::size_t expected = 0;
    Instant since{};
    friend bool operator==(const SyncNews&, const SyncNews&) = default;
};

/// A clock that is further off than this is worth a word: what is written here may win or lose by it.
inline constexpr std::chrono::minutes kClockTolerance{5};
/// A round that moves less than this is over before it could be read.
inline constexpr std::size_t kWorthShowing = 500;

/// What needs somebody comes before what takes care of itself; a round that only carries a few edits says nothing.
[[nodiscard]] SyncNews headlineOf(const SyncState& state);

/// Whether anything waits for the person: to sign in, to decide, to settle or to dismiss.
[[nodiscard]] bool wantsSomebody(SyncHeadline headline);

}  // namespace kith
