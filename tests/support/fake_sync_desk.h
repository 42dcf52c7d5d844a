// A sync that does nothing by itself and shows the state that the test gives it.
#pragma once

#include <kith/sync/value_json.h>
#include <kith/usecases/sync/sync_desk.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <vector>

namespace kith::test {

class FakeSyncDesk final : public SyncDesk {
public:
    [[nodiscard]] static SyncState signedIn()
    {
        return {.account = SyncAccount{.server = "https://kith.example",
                                       .user = "priya",
                                       .role = sync::Role::Recruiter,
                                       .organisation = "Northmoor Council"},
                .standing = sync::Standing::UpToDate};
    }
    void show(SyncState next)
    {
        state_ = std::move(next);
        const Listeners copy = *listeners_;
        for (const auto& listener : copy) (*listener)();
    }

    [[nodiscard]] const SyncState& state() const override { return state_; }
    [[nodiscard]] Subscription onState(std::function<void()> listener) override
    {
        auto held = std::make_shared<std::function<void()>>(std::move(listener));
        listeners_->push_back(held);
        return {held.get(), [all = listeners_, held](void*) { std::erase(*all, held); }};
    }
    void syncNow() override { ++syncs; }
    void allowRemovals() override { ++allowed; }
    void signIn(SignInInput input, Done<SignInStep> done) override
    {
        asked = std::move(input);
        answer = std::move(done);
    }
    void enter(const Id& home, Done<SyncAccount> done) override
    {
        entered = home;
        show(signedIn());
        done(*state_.account);
    }
    void callOff() override { ++calledOff; }
    void signOut(Done<void> done) override
    {
        show({});
        done({});
    }
    void devices(Done<std::vector<sync::Device>> done) override { done(known); }
    void revokeDevice(const Id& device, Done<void> done) override
    {
        revoked = device;
        done({});
    }
    void rejected(Done<std::vector<RejectedEdit>> done) override { done(refused); }
    void dismissRejected(std::int64_t seq, Done<void> done) override
    {
        std::erase_if(refused, [seq](const RejectedEdit& edit) { return edit.seq == seq; });
        state_.counts.rejected = refused.size();
        done({});
    }

    int syncs = 0;
    int allowed = 0;
    int calledOff = 0;
    SignInInput asked;
    Done<SignInStep> answer;  ///< of the sign-in under way
    Id entered;
    Id revoked;
    std::vector<sync::Device> known;
    std::vector<RejectedEdit> refused;

private:
    using Listeners = std::vector<std::shared_ptr<std::function<void()>>>;
    std::shared_ptr<Listeners> listeners_ = std::make_shared<Listeners>();
    SyncState state_;
};

/// A conflict as the server makes one: `kept` stands in the row, `lost` does not. Returns its id.
inline Id addConflict(Services& services, Kind kind, const Id& row, FieldIndex field, const Value& kept,
                      const Value& lost)
{
    const FieldSpec& spec = specOf(kind).fields[field];
    Edit edit{.command = CommandKind::Sync};
    edit.put(kind, row).fields = {{field, kept}};
    const Id id = services.ids.make();
    edit.make(Kind::Conflict, id).fields = {
        {conflict::row_kind, enumValue(kind)},
        {conflict::row, row},
        {conflict::field, std::string{spec.name}},
        {conflict::lost, sync::valueToJson(spec, lost)},
        {conflict::kept, sync::valueToJson(spec, kept)},
        {conflict::lost_by, std::string{"ana"}},
        {conflict::lost_at, instantValue(services.clock.now() - std::chrono::minutes{25})},
        {conflict::kept_by, std::string{"ben"}},
        {conflict::state, enumValue(ConflictState::Open)},
    };
    static_cast<void>(services.writer.apply(edit));
    return id;
}

}  // namespace kith::test
