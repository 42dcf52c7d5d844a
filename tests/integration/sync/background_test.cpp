// Sync on its own thread: two desktops at one server, each with a screen's thread to answer to.
#include "desktop.h"

#include <kith/server_support/inline_sync.h>
#include <kith/store/workspace_worker.h>
#include <kith/usecases/sync/background_sync.h>

#include <condition_variable>
#include <deque>
#include <mutex>

namespace kith::test {

namespace {

/// The thread of the test as a screen's thread: runs what was posted until something has come true.
class Screen {
public:
    void post(std::move_only_function<void()> task)
    {
        {
            const std::scoped_lock lock(mutex_);
            tasks_.push_back(std::move(task));
        }
        wake_.notify_one();
    }
    /// False when nothing more comes for half a minute.
    [[nodiscard]] bool until(const std::function<bool()>& come)
    {
        while (!come()) {
            std::unique_lock lock(mutex_);
            if (!wake_.wait_for(lock, std::chrono::seconds{30}, [this] { return !tasks_.empty(); })) return false;
            auto task = std::move(tasks_.front());
            tasks_.pop_front();
            lock.unlock();
            task();
        }
        return true;
    }

private:
    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::move_only_function<void()>> tasks_;
};

/// What app/desktop composes, without widgets.
class LiveDesktop {
public:
    LiveDesktop(server_support::Bed& bed, std::uint64_t seed) : file_(std::nullopt, seed)
    {
        file_.close();
        auto workspace = store::Workspace::open(file_.options());
        EXPECT_TRUE(workspace) << workspace.error().message;
        const auto toScreen = [this](std::move_only_function<void()> task) { screen_.post(std::move(task)); };
        worker_ = server_support::must(
            store::WorkspaceWorker::start(std::move(*workspace), file_.clock, file_.zone, file_.ids, toScreen));
        SyncDriver::Parts parts{
            .store = worker_->sync(),
            .dial = [&bed, token = token_](const std::string&, const std::string&, const Id&) -> Result<ServerLine> {
                return ServerLine{.service = {std::shared_ptr<void>(), &bed.server()},
                                  .vault = std::make_unique<server_support::SharedVault>(token)};
            },
            .clock = file_.clock,
            .pacing = realTime_,
            .chance = chance_,
            .version = "test",
            .tell = {}};
        sync_ = std::make_unique<BackgroundSync>(std::move(parts), toScreen);
        edits_ = worker_->onChange([this](const ChangeSet& changes) {
            if (changes.kind != CommandKind::Sync) sync_->edited();
        });
    }

    void signIn(const std::string& user, const std::string& code)
    {
        bool done = false;
        sync_->signIn({.server = "https://kith.example",
                       .user = user,
                       .password = "correct horse battery",
                       .code = code,
                       .deviceName = user},
                      [&](const sync::Answer<SignInStep>& step) {
                          EXPECT_TRUE(step && step->account);
                          done = true;
                      });
        EXPECT_TRUE(screen_.until([&] { return done; }));
        EXPECT_TRUE(screen_.until([this] { return headlineOf(state()).what == SyncHeadline::UpToDate; }));
    }
    Id add(const std::string& name)
    {
        Id id;
        worker_->run<Id>([name](Services& services) { return AddPerson(services).run({.name = name}); },
                         [&](const Result<Id>& made) { id = made.value_or(Id{}); });
        EXPECT_TRUE(screen_.until([&] { return !id.isNil(); }));
        return id;
    }
    [[nodiscard]] bool knows(const Id& person) { return worker_->reader().row(Kind::Person, person).has_value(); }
    [[nodiscard]] const SyncState& state() const { return sync_->state(); }
    [[nodiscard]] Screen& screen() { return screen_; }
    [[nodiscard]] BackgroundSync& sync() { return *sync_; }

private:
    TempWorkspace file_;
    SystemClock realTime_;
    SystemRandom chance_;
    std::shared_ptr<std::optional<std::string>> token_ = std::make_shared<std::optional<std::string>>();
    Screen screen_;
    std::unique_ptr<store::WorkspaceWorker> worker_;
    std::unique_ptr<BackgroundSync> sync_;
    Subscription edits_;
};

class Background : public testing::Test {
protected:
    Background() { bed.clock().set(TempWorkspace().clock.now()); }

    [[nodiscard]] std::string invite(const std::string& name)
    {
        const std::string code = server_support::must(bed.admin().addUser(name, sync::Role::Recruiter));
        EXPECT_TRUE(bed.admin().grant(name, bed.common().toString(), sync::Rights::Write));
        return code;
    }

    server_support::Bed bed{server_support::On::Sqlite};
};

TEST_F(Background, ShowsAColleagueWhatWasAddedWithoutBeingAsked)
{
    LiveDesktop ana(bed, 1);
    LiveDesktop ben(bed, 2);
    ana.signIn("ana", invite("ana"));
    ben.signIn("ben", invite("ben"));
    const Id zoe = ana.add("Zoë Adler");
    EXPECT_TRUE(ben.screen().until([&] { return ben.knows(zoe); }));
    const Id kim = ben.add("Kim Doe");
    EXPECT_TRUE(ana.screen().until([&] { return ana.knows(kim); }));
}

TEST_F(Background, EndsAtOnceWhileItWaitsForNews)
{
    LiveDesktop ana(bed, 1);
    ana.signIn("ana", invite("ana"));
    bool answered = false;
    ana.sync().devices([&](const sync::Answer<std::vector<sync::Device>>& devices) {
        EXPECT_TRUE(devices);
        answered = true;
    });
    EXPECT_TRUE(ana.screen().until([&] { return answered; }));
}

TEST_F(Background, DropsAnswersThatNobodyWaitsForAnyMore)
{
    bool answered = false;
    {
        LiveDesktop ana(bed, 1);
        ana.sync().rejected([&](const auto&) { answered = true; });
    }
    EXPECT_FALSE(answered);
}

}  // namespace

}  // namespace kith::test
