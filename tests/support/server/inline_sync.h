// The desktop's sync without its thread: everything at once, in place, when the test says so.
#pragma once

#include <kith/usecases/sync/sync_driver.h>
#include <kith/usecases/sync/team_desk.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <vector>

namespace kith::server_support {

/// Keeps the token in memory, beyond the line that saved it.
class SharedVault final : public TokenVault {
public:
    explicit SharedVault(std::shared_ptr<std::optional<std::string>> token) : token_(std::move(token)) { }
    Result<std::optional<std::string>> load() override { return *token_; }
    Result<void> save(const std::string& token) override
    {
        *token_ = token;
        return {};
    }
    Result<void> forget() override
    {
        token_->reset();
        return {};
    }

private:
    std::shared_ptr<std::optional<std::string>> token_;
};

class InlineSync final : public SyncDesk, public TeamDesk {
public:
    template <class T>
    using Done = SyncDesk::Done<T>;

    /// The service and the clock outlive it.
    InlineSync(SyncStore& store, sync::SyncService& service, const Clock& clock)
        : token_(std::make_shared<std::optional<std::string>>()),
          driver_({.store = store,
                   .dial = [this, &service](const std::string&, const std::string&, const Id&) -> Result<ServerLine> {
                       return ServerLine{.service = {std::shared_ptr<void>(), &service},
                                         .vault = std::make_unique<SharedVault>(token_)};
                   },
                   .clock = clock,
                   .pacing = clock,
                   .chance = chance_,
                   .version = "test",
                   .tell = [this](const SyncState& state) { show(state); }})
    {
        driver_.start();
    }

    [[nodiscard]] SyncDriver& driver() { return driver_; }
    [[nodiscard]] std::optional<std::string>& token() { return *token_; }
    /// Every round that is due by now.
    void settle()
    {
        while (driver_.next().step == sync::Step::Round) driver_.round({});
    }
    /// A round as after "Sync now".
    void round()
    {
        driver_.wished();
        settle();
    }

    [[nodiscard]] const SyncState& state() const override { return state_; }
    [[nodiscard]] Subscription onState(std::function<void()> listener) override
    {
        auto held = std::make_shared<std::function<void()>>(std::move(listener));
        listeners_->push_back(held);
        return {held.get(), [all = listeners_, held](void*) { std::erase(*all, held); }};
    }
    void syncNow() override { round(); }
    void allowRemovals() override
    {
        driver_.allowRemovals();
        settle();
    }
    void signIn(SignInInput input, Done<SignInStep> done) override
    {
        done(driver_.signIn(input, {}));
        settle();
    }
    void enter(const Id& home, Done<SyncAccount> done) override
    {
        done(driver_.enter(home));
        settle();
    }
    void callOff() override { driver_.callOff({}); }
    void signOut(Done<void> done) override { done(driver_.signOut({})); }
    void devices(Done<std::vector<sync::Device>> done) override { done(driver_.devices({})); }
    void revokeDevice(const Id& device, Done<void> done) override { done(driver_.revokeDevice(device, {})); }
    void rejected(Done<std::vector<RejectedEdit>> done) override { done(driver_.rejected()); }
    void dismissRejected(std::int64_t seq, Done<void> done) override { done(driver_.dismissRejected(seq)); }

    void team(Done<sync::Team> done) override { done(driver_.team({})); }
    void makeSpace(const Id& id, const std::string& name, SpaceKind kind, Done<void> done) override
    {
        done(driver_.administer([&](Administration& server) { return server.makeSpace(id, name, kind, {}); }));
        settle();
    }
    void renameSpace(const Id& space, const std::string& name, Done<void> done) override
    {
        done(driver_.administer([&](Administration& server) { return server.renameSpace(space, name, {}); }));
        settle();
    }
    void grant(const std::string& user, const Id& space, sync::Rights rights, Done<void> done) override
    {
        done(driver_.administer([&](Administration& server) { return server.grant(user, space, rights, {}); }));
        settle();
    }
    void invite(const std::string& user, sync::Role role, Done<std::string> done) override
    {
        done(driver_.administer([&](Administration& server) { return server.invite(user, role, {}); }));
        settle();
    }
    void erase(const Id& person, Done<void> done) override
    {
        done(driver_.erase(person, {}));
        settle();
    }

private:
    using Listeners = std::vector<std::shared_ptr<std::function<void()>>>;

    void show(const SyncState& state)
    {
        state_ = state;
        const Listeners copy = *listeners_;
        for (const auto& listener : copy) (*listener)();
    }

    std::shared_ptr<std::optional<std::string>> token_;
    std::shared_ptr<Listeners> listeners_ = std::make_shared<Listeners>();
    SeededRandom chance_{1};
    SyncState state_;
    SyncDriver driver_;
};

}  // namespace kith::server_support
