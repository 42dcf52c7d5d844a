#include <kith/usecases/sync/sync_state.h>

namespace kith {

SyncNews headlineOf(const SyncState& state)
{
    using sync::Standing;
    if (!state.account) return {.what = SyncHeadline::OnlyHere};
    if (state.standing == Standing::Asking) return {.what = SyncHeadline::Deciding};
    if (state.standing == Standing::SignInNeeded) return {.what = SyncHeadline::SignInNeeded};
    if (state.standing == Standing::TooOld) return {.what = SyncHeadline::TooOld};
    if (state.busy && state.first)
        return {.what = SyncHeadline::FirstSync, .count = state.moved, .expected = state.expected};
    if (state.busy && state.moved >= kWorthShowing) return {.what = SyncHeadline::Syncing, .count = state.moved};
    if (state.standing == Standing::Offline) return {.what = SyncHeadline::Offline, .since = state.since};
    if (state.standing == Standing::Troubled) return {.what = SyncHeadline::Troubled, .since = state.since};
    const SyncCounts& counts = state.counts;
    if (counts.conflicts > 0) return {.what = SyncHeadline::Conflicts, .count = counts.conflicts};
    if (counts.rejected > 0) return {.what = SyncHeadline::Rejected, .count = counts.rejected};
    if (std::chrono::abs(state.clockOffset) >= kClockTolerance) return {.what = SyncHeadline::ClockOff};
    if (counts.waiting > 0) return {.what = SyncHeadline::Waiting, .count = counts.waiting};
    if (state.standing == Standing::Syncing && !state.lastRound) return {.what = SyncHeadline::Syncing};
    return {.what = SyncHeadline::UpToDate};
}

bool wantsSomebody(SyncHeadline headline)
{
    switch (headline) {
    case SyncHeadline::Deciding:
    case SyncHeadline::SignInNeeded:
    case SyncHeadline::TooOld:
    case SyncHeadline::Troubled:
    case SyncHeadline::Conflicts:
    case SyncHeadline::Rejected:
    case SyncHeadline::ClockOff: return true;
    case SyncHeadline::OnlyHere:
    case SyncHeadline::FirstSync:
    case SyncHeadline::Syncing:
    case SyncHeadline::Offline:
    case SyncHeadline::Waiting:
    case SyncHeadline::UpToDate: return false;
    }
    return false;
}

}  // namespace kith
