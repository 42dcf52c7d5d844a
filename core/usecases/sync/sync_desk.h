// Port: the sync that runs in the background, as pages see it.
#pragma once

#include <kith/usecases/sync/sign_in.h>
#include <kith/usecases/sync/sync_state.h>
#include <kith/usecases/worker.h>

#include <functional>
#include <vector>

namespace kith {

/// What became of a sign-in: an account, or the question which space the people of this workspace shall go into.
struct SignInStep {
    std::optional<SyncAccount> account{};
    std::vector<sync::SpaceInfo> choices{};  ///< that may be written in, the widest first
};

/// For the screen's thread; no call waits. Answers and listeners come on the screen's thread, in the order asked.
class SyncDesk {
public:
    virtual ~SyncDesk() = default;

    template <class T>
    using Done = std::move_only_function<void(sync::Answer<T>)>;

    [[nodiscard]] virtual const SyncState& state() const = 0;
    /// Called after every change of the state. The subscription must not outlive the desk.
    [[nodiscard]] virtual Subscription onState(std::function<void()> listener) = 0;

    virtual void syncNow() = 0;
    /// The next round carries out what takeStaged() asked about; later ones ask again.
    virtual void allowRemovals() = 0;

    /// SignInInput::home nil: asks by SignInStep::choices when there is more than one space; enter() answers.
    virtual void signIn(SignInInput input, Done<SignInStep> done) = 0;
    virtual void enter(const Id& home, Done<SyncAccount> done) = 0;
    /// Ends a sign-in that is under way or waits for enter(); what was asked for is answered with Stopped.
    virtual void callOff() = 0;
    virtual void signOut(Done<void> done) = 0;

    virtual void devices(Done<std::vector<sync::Device>> done) = 0;
    virtual void revokeDevice(const Id& device, Done<void> done) = 0;

    virtual void rejected(Done<std::vector<RejectedEdit>> done) = 0;
    virtual void dismissRejected(std::int64_t seq, Done<void> done) = 0;
};

}  // namespace kith
