// Sync on a thread of its own: rounds after edits, the wait for colleagues' news, and what pages ask of the server.
#pragma once

#include <kith/usecases/sync/sync_driver.h>
#include <kith/usecases/sync/team_desk.h>

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>

namespace kith {

/// Made and used on the screen's thread. Parts::store is called from the thread of this object, so it has to be one
/// that brings every call to the writer's thread; so are the dial, the vaults and `chance`. Parts::tell is not used.
/// Destroying it ends whatever is under way, as soon as the server's answer or the store's transaction lets it, and
/// drops answers not given yet.
class BackgroundSync final : public SyncDesk, public TeamDesk {
public:
    /// Both ports have the same.
    template <class T>
    using Done = SyncDesk::Done<T>;
    /// Posts a task to the screen's thread; must be callable from any thread.
    using ToScreen = std::function<void(std::move_only_function<void()>)>;

    BackgroundSync(SyncDriver::Parts parts, ToScreen toScreen);
    ~BackgroundSync() override;

    /// A command of this workspace was saved. Thread-safe.
    void edited();

    [[nodiscard]] const SyncState& state() const override;
    [[nodiscard]] Subscription onState(std::function<void()> listener) override;
    void syncNow() override;
    void allowRemovals() override;
    void signIn(SignInInput input, Done<SignInStep> done) override;
    void enter(const Id& home, Done<SyncAccount> done) override;
    void callOff() override;
    void signOut(Done<void> done) override;
    void devices(Done<std::vector<sync::Device>> done) override;
    void revokeDevice(const Id& device, Done<void> done) override;
    void rejected(Done<std::vector<RejectedEdit>> done) override;
    void dismissRejected(std::int64_t seq, Done<void> done) override;

    void team(Done<sync::Team> done) override;
    void makeSpace(const Id& id, const std::string& name, SpaceKind kind, Done<void> done) override;
    void renameSpace(const Id& space, const std::string& name, Done<void> done) override;
    void grant(const std::string& user, const Id& space, sync::Rights rights, Done<void> done) override;
    void invite(const std::string& user, sync::Role role, Done<std::string> done) override;
    void erase(const Id& person, Done<void> done) override;

private:
    using Job = std::move_only_function<void(std::stop_token)>;
    struct Screen;
    void post(Job job);
    template <class T>
    void ask(std::move_only_function<sync::Answer<T>(std::stop_token)> work, Done<T> done);
    void run(const std::stop_token& quit);
    /// The next job, waited for as long as nothing else is to be done; none when it is time for a step, or to end.
    std::optional<Job> nextJob(const std::stop_token& quit);
    void takeStep(std::stop_token quit);

    std::shared_ptr<Screen> screen_;
    ToScreen toScreen_;
    SyncDriver driver_;  ///< of the thread

    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::deque<Job> jobs_;
    std::stop_source waiting_;  ///< ends the wait for news when something else is to be done
    std::stop_source signingIn_;  ///< ends a sign-in that was called off
    std::jthread thread_;  // last: started when everything above exists
};

}  // namespace kith
