#include <kith/usecases/sync/background_sync.h>

#include <algorithm>
#include <utility>

namespace kith {

using sync::Answer;

/// Lives on the screen's thread. Tasks on their way there hold it weakly: what is not there any more hears nothing.
struct BackgroundSync::Screen {
    SyncState state;
    std::vector<std::shared_ptr<std::function<void()>>> listeners;

    void show(SyncState next)
    {
        if (state == next) return;
        state = std::move(next);
        const auto copy = listeners;  // a listener may subscribe or leave while it is called
        for (const auto& listener : copy) (*listener)();
    }
};

namespace {

SyncDriver::Parts withTell(SyncDriver::Parts parts, std::function<void(const SyncState&)> tell)
{
    parts.tell = std::move(tell);
    return parts;
}

}  // namespace

BackgroundSync::BackgroundSync(SyncDriver::Parts parts, ToScreen toScreen)
    : screen_(std::make_shared<Screen>()),
      toScreen_(std::move(toScreen)),
      driver_(withTell(std::move(parts),
                       [this](const SyncState& state) {
                           toScreen_([weak = std::weak_ptr(screen_), state = SyncState(state)]() mutable {
                               if (const auto screen = weak.lock()) screen->show(std::move(state));
                           });
                       })),
      thread_([this](const std::stop_token& quit) { run(quit); })
{
}

BackgroundSync::~BackgroundSync()
{
    // In this order: a wait that begins after the first line ends at once, one that began before it by the second.
    thread_.request_stop();
    {
        const std::scoped_lock lock(mutex_);
        waiting_.request_stop();
        signingIn_.request_stop();
    }
    thread_.join();
}

void BackgroundSync::post(Job job)
{
    {
        const std::scoped_lock lock(mutex_);
        jobs_.push_back(std::move(job));
        waiting_.request_stop();
    }
    wake_.notify_one();
}

template <class T>
void BackgroundSync::ask(std::move_only_function<Answer<T>(std::stop_token)> work, Done<T> done)
{
    post([this, work = std::move(work), done = std::move(done)](std::stop_token quit) mutable {
        auto answer = std::make_shared<Answer<T>>(work(std::move(quit)));
        toScreen_([weak = std::weak_ptr(screen_), answer, done = std::move(done)]() mutable {
            if (weak.lock() && done) done(std::move(*answer));
        });
    });
}

std::optional<BackgroundSync::Job> BackgroundSync::nextJob(const std::stop_token& quit)
{
    std::unique_lock lock(mutex_);
    const auto called = [this] { return !jobs_.empty(); };
    const sync::NextStep step = driver_.next();
    if (!called() && step.step == sync::Step::Nothing) wake_.wait(lock, quit, called);
    // The pace is kept by real time, whatever clock it is told by.
    if (!called() && step.step == sync::Step::Sleep) wake_.wait_for(lock, quit, driver_.untilNext(), called);
    if (!called() || quit.stop_requested()) return std::nullopt;
    Job job = std::move(jobs_.front());
    jobs_.pop_front();
    return job;
}

void BackgroundSync::takeStep(std::stop_token quit)
{
    switch (driver_.next().step) {
    case sync::Step::Round: driver_.round(std::move(quit)); return;
    case sync::Step::Wait: {
        std::stop_token interrupted;
        {
            const std::scoped_lock lock(mutex_);
            if (!jobs_.empty() || quit.stop_requested()) return;
            waiting_ = {};
            interrupted = waiting_.get_token();
        }
        driver_.wait(interrupted);
        return;
    }
    case sync::Step::Sleep:
    case sync::Step::Nothing: return;
    }
}

void BackgroundSync::run(const std::stop_token& quit)
{
    driver_.start();
    while (!quit.stop_requested()) {
        if (auto job = nextJob(quit)) (*job)(quit);
        else if (!quit.stop_requested()) takeStep(quit);
    }
}

const SyncState& BackgroundSync::state() const
{
    return screen_->state;
}

Subscription BackgroundSync::onState(std::function<void()> listener)
{
    auto held = std::make_shared<std::function<void()>>(std::move(listener));
    screen_->listeners.push_back(held);
    return {held.get(), [weak = std::weak_ptr(screen_), held](void*) {
                if (const auto screen = weak.lock()) std::erase(screen->listeners, held);
            }};
}

void BackgroundSync::edited()
{
    post([this](const std::stop_token&) { driver_.edited(); });
}

void BackgroundSync::syncNow()
{
    post([this](const std::stop_token&) { driver_.wished(); });
}

void BackgroundSync::allowRemovals()
{
    post([this](const std::stop_token&) { driver_.allowRemovals(); });
}

void BackgroundSync::signIn(SignInInput input, Done<SignInStep> done)
{
    std::stop_token calledOff;
    {
        const std::scoped_lock lock(mutex_);
        signingIn_ = {};
        calledOff = signingIn_.get_token();
    }
    ask<SignInStep>([this, input = std::move(input),
                     calledOff](const std::stop_token&) { return driver_.signIn(input, calledOff); },
                    std::move(done));
}

void BackgroundSync::enter(const Id& home, Done<SyncAccount> done)
{
    ask<SyncAccount>([this, home](const std::stop_token&) { return driver_.enter(home); }, std::move(done));
}

void BackgroundSync::callOff()
{
    {
        const std::scoped_lock lock(mutex_);
        signingIn_.request_stop();
    }
    post([this](std::stop_token quit) { driver_.callOff(std::move(quit)); });
}

void BackgroundSync::signOut(Done<void> done)
{
    ask<void>([this](std::stop_token quit) { return driver_.signOut(std::move(quit)); }, std::move(done));
}

void BackgroundSync::devices(Done<std::vector<sync::Device>> done)
{
    ask<std::vector<sync::Device>>([this](const std::stop_token& quit) { return driver_.devices(quit); },
                                   std::move(done));
}

void BackgroundSync::revokeDevice(const Id& device, Done<void> done)
{
    ask<void>([this, device](const std::stop_token& quit) { return driver_.revokeDevice(device, quit); },
              std::move(done));
}

void BackgroundSync::team(Done<sync::Team> done)
{
    ask<sync::Team>([this](const std::stop_token& quit) { return driver_.team(quit); }, std::move(done));
}

void BackgroundSync::makeSpace(const Id& id, const std::string& name, SpaceKind kind, Done<void> done)
{
    ask<void>(
        [this, id, name, kind](const std::stop_token& quit) {
            return driver_.administer([&](Administration& server) { return server.makeSpace(id, name, kind, quit); });
        },
        std::move(done));
}

void BackgroundSync::renameSpace(const Id& space, const std::string& name, Done<void> done)
{
    ask<void>(
        [this, space, name](const std::stop_token& quit) {
            return driver_.administer([&](Administration& server) { return server.renameSpace(space, name, quit); });
        },
        std::move(done));
}

void BackgroundSync::grant(const std::string& user, const Id& space, sync::Rights rights, Done<void> done)
{
    ask<void>(
        [this, user, space, rights](const std::stop_token& quit) {
            return driver_.administer([&](Administration& server) { return server.grant(user, space, rights, quit); });
        },
        std::move(done));
}

void BackgroundSync::invite(const std::string& user, sync::Role role, Done<std::string> done)
{
    ask<std::string>(
        [this, user, role](const std::stop_token& quit) {
            return driver_.administer([&](Administration& server) { return server.invite(user, role, quit); });
        },
        std::move(done));
}

void BackgroundSync::erase(const Id& person, Done<void> done)
{
    ask<void>([this, person](const std::stop_token& quit) { return driver_.erase(person, quit); }, std::move(done));
}

void BackgroundSync::rejected(Done<std::vector<RejectedEdit>> done)
{
    ask<std::vector<RejectedEdit>>(
        [this](const std::stop_token&) -> Answer<std::vector<RejectedEdit>> { return driver_.rejected(); },
        std::move(done));
}

void BackgroundSync::dismissRejected(std::int64_t seq, Done<void> done)
{
    ask<void>([this, seq](const std::stop_token&) { return driver_.dismissRejected(seq); }, std::move(done));
}

}  // namespace kith
