#include <kith/sync/pace.h>

#include <algorithm>

namespace kith::sync {

namespace {

Standing standingOf(Trouble trouble)
{
    switch (trouble) {
    case Trouble::Offline:
    case Trouble::NotKith:
    case Trouble::Busy: return Standing::Offline;
    case Trouble::SignIn: return Standing::SignInNeeded;
    case Trouble::TooOld: return Standing::TooOld;
    case Trouble::Ask: return Standing::Asking;
    case Trouble::Untrusted:
    case Trouble::Denied:
    case Trouble::BadMessage:
    case Trouble::ServerFault:
    case Trouble::Stopped:
    case Trouble::Workspace: return Standing::Troubled;
    }
    return Standing::Troubled;
}

bool endsByItself(Standing standing)
{
    return standing == Standing::Offline || standing == Standing::Troubled;
}

}  // namespace

void Pace::signedIn(Instant now)
{
    standing_ = Standing::Syncing;
    failures_ = 0;
    round_ = now;
    verified_.reset();
}

void Pace::signedOut()
{
    *this = {};
}

void Pace::edited(Instant now)
{
    // While the server cannot be reached an edit only joins the queue.
    if (standing_ != Standing::UpToDate && standing_ != Standing::Syncing) return;
    // A clock that was set back must not make the breath a long one.
    const Instant soon = breath_ ? std::clamp(*breath_, now, now + kBreath) : now;
    round_ = round_ ? std::min(*round_, soon) : soon;
}

void Pace::wished(Instant now)
{
    if (standing_ == Standing::Alone) return;
    failures_ = 0;
    round_ = now;
    if (!endsByItself(standing_)) standing_ = Standing::Syncing;
}

void Pace::roundBegan()
{
    round_.reset();
    if (!endsByItself(standing_)) standing_ = Standing::Syncing;
}

void Pace::roundEnded(Instant now, const std::optional<Failure>& failure, bool verified, double chance)
{
    if (failure) return troubled(now, *failure, chance);
    failures_ = 0;
    standing_ = Standing::UpToDate;
    breath_ = now + kBreath;
    if (verified) verified_ = now;
}

void Pace::waitEnded(Instant now, const std::optional<Failure>& failure, bool changed, double chance)
{
    if (failure && failure->trouble == Trouble::Stopped) return;
    if (failure) return troubled(now, *failure, chance);
    if (changed) round_ = now;
}

void Pace::troubled(Instant now, const Failure& failure, double chance)
{
    if (failure.trouble == Trouble::Stopped) {
        round_ = now;
        return;
    }
    const Standing standing = standingOf(failure.trouble);
    if (!endsByItself(standing_)) since_ = now;
    standing_ = standing;
    if (!endsByItself(standing)) {
        round_.reset();
        return;
    }
    const auto doubled = kFirstDelay * (std::int64_t{1} << std::min(failures_, 10));
    const auto delay = std::min<std::chrono::milliseconds>(doubled, kLongestDelay);
    const auto less = static_cast<std::int64_t>(static_cast<double>(delay.count()) * chance / 3);
    ++failures_;
    round_ = now + delay - std::chrono::milliseconds{less};
}

NextStep Pace::next(Instant now) const
{
    if (standing_ == Standing::Alone || standing_ == Standing::SignInNeeded || standing_ == Standing::TooOld
        || standing_ == Standing::Asking) {
        if (!round_) return {.step = Step::Nothing};
    }
    if (!round_) return {.step = Step::Wait};
    if (*round_ > now) {
        // A wait would be cut off by the edit that made the round due; the breath is short.
        return {.step = Step::Sleep, .until = *round_};
    }
    return {.step = Step::Round, .verify = !verified_ || now - *verified_ >= kVerifyEvery};
}

}  // namespace kith::sync
