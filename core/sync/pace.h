// When to sync next, and what to say about it. Pure: events and the time go in, the next step comes out.
#pragma once

#include <kith/base/clock.h>
#include <kith/sync/service.h>

#include <optional>

namespace kith::sync {

/// What the loop shall do now.
enum class Step : std::uint8_t {
    Nothing,  ///< not signed in, or too old: only an event changes that
    Round,  ///< run a round of sync
    Wait,  ///< ask the server to tell when something changes
    Sleep,  ///< until `until`
};

struct NextStep {
    Step step{};
    Instant until{};  ///< for Sleep
    bool verify = false;  ///< for Round: compare both sides, too
    friend bool operator==(const NextStep&, const NextStep&) = default;
};

/// Where sync stands, for the words in the navigation.
enum class Standing : std::uint8_t {
    Alone,  ///< not signed in to a server
    Syncing,
    UpToDate,
    Offline,  ///< since `since`
    SignInNeeded,
    TooOld,
    Asking,  ///< somebody has to decide whether many rows may go
    Troubled,  ///< the server or the workspace failed; tried again at times
};

/// A round follows an edit at once, and further edits a breath after that (so that a burst of them is one push), news
/// at once, trouble after 1 s, 2 s, 4 s … up to five minutes, less up to a third at random, so that a thousand desktops
/// do not come back in one moment. A change of the network or a wish of the person starts over at once.
class Pace {
public:
    static constexpr std::chrono::milliseconds kBreath{300};
    static constexpr std::chrono::milliseconds kFirstDelay{1000};
    static constexpr std::chrono::milliseconds kLongestDelay{std::chrono::minutes{5}};
    static constexpr std::chrono::hours kVerifyEvery{6};

    void signedIn(Instant now);
    void signedOut();
    void edited(Instant now);
    void wished(Instant now);  ///< "Sync now", the network came back, the answer to a question
    void roundBegan();
    /// `failure` is nothing when the round went well. `chance` is random in [0, 1).
    void roundEnded(Instant now, const std::optional<Failure>& failure, bool verified, double chance);
    void waitEnded(Instant now, const std::optional<Failure>& failure, bool changed, double chance);

    [[nodiscard]] NextStep next(Instant now) const;
    [[nodiscard]] Standing standing() const { return standing_; }
    /// Since when the standing is Offline or Troubled.
    [[nodiscard]] Instant since() const { return since_; }

private:
    void troubled(Instant now, const Failure& failure, double chance);

    Standing standing_ = Standing::Alone;
    Instant since_{};
    std::optional<Instant> round_;  ///< when the next round is due; none: wait for news
    std::optional<Instant> verified_;
    std::optional<Instant> breath_;  ///< no round for an edit before this
    int failures_ = 0;
};

}  // namespace kith::sync
