#include <kith/usecases/network_desk.h>

#include <kith/base/memory.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace kith {

/// Shared with the work in hand, which may end after the desk.
struct NetworkDesk::State {
    Network network;
    std::stop_source stop;
    // The screen's thread alone.
    graph::GraphPtr shown;
    std::vector<std::shared_ptr<std::function<void()>>> listeners;

    void tell()
    {
        graph::GraphPtr now = network.snapshot();
        if (stop.stop_requested() || now == shown) return;
        shown = std::move(now);
        const auto copy = listeners;  // a listener may subscribe or leave while it is called
        for (const auto& listener : copy) (*listener)();
    }
};

NetworkDesk::NetworkDesk(Worker& worker, const Clock& clock, const Zone& zone)
    : worker_(worker), clock_(clock), zone_(zone), state_(std::make_shared<State>())
{
    state_->shown = state_->network.snapshot();
    subscription_ = worker.onChange([this](const ChangeSet& changes) { follow(changes); });
    follow({});
}

NetworkDesk::~NetworkDesk()
{
    state_->stop.request_stop();
}

bool NetworkDesk::ready() const
{
    return state_->network.loaded();
}

graph::GraphPtr NetworkDesk::snapshot() const
{
    return state_->network.snapshot();
}

Subscription NetworkDesk::onNew(std::function<void()> listener)
{
    auto held = std::make_shared<std::function<void()>>(std::move(listener));
    state_->listeners.push_back(held);
    return {held.get(), [weak = std::weak_ptr(state_), held](void*) {
                if (const auto state = weak.lock()) std::erase(state->listeners, held);
            }};
}

void NetworkDesk::follow(const ChangeSet& changes)
{
    const Instant now = clock_.now();
    const Date today = zone_.dateOf(now);
    // What fails here is tried again with the next command; pages keep what they have.
    worker_.readAll(
        [state = state_, changes, now, today](const WorkspaceReader& reader) {
            const auto still = reader.holdStill();
            const std::stop_token stop = state->stop.get_token();
            if (!state->network.stale(today)) {
                (void)state->network.apply(changes, reader.network(), now, today, stop);
                return;
            }
            (void)state->network.load(reader.network(), now, today, stop);
            giveBackMemory();  // what counting took is a multiple of what is left
        },
        [state = state_] { state->tell(); });
}

}  // namespace kith
