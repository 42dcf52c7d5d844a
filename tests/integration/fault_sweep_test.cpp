// The n-th write, sync, truncation or opening fails, n = 1, 2, 3 … until the operation no longer meets the fault; and
// what was written and not synced is lost.

#include "sweep.h"

#include <kith/search/parse.h>
#include <kith/support/fault_vfs.h>
#include <kith/usecases/search_once.h>

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::test;
namespace fs = std::filesystem;

namespace {

/// A workspace with some people, to be copied for every round.
class Template {
public:
    Template() : workspace(key())
    {
        for (int i = 0; i < 20; ++i) workspace.addPerson("Person " + std::to_string(i));
        workspace.close();
    }
    TempWorkspace workspace;
};

using Operation = std::function<Result<void>(store::Workspace&, TempWorkspace&)>;

struct Mood {
    FaultVfs::Kind kind;
    bool lasting;
};

/// Runs the operation under every fault; afterwards the file holds the old or the new state, nothing between, and the
/// next try succeeds.
void sweep(const Operation& operation, std::size_t before, std::size_t after)
{
    FaultVfs vfs;
    Template original;
    for (const Mood mood : {Mood{FaultVfs::Kind::IoError, false}, Mood{FaultVfs::Kind::IoError, true},
                            Mood{FaultVfs::Kind::DiskFull, false}, Mood{FaultVfs::Kind::DiskFull, true}}) {
        bool met = true;
        int failures = 0;
        for (int n = 1; met; ++n) {
            ASSERT_LT(n, 5000);
            auto options = original.workspace.options();
            options.path = original.workspace.folder() / "round.kith";
            for (const char* suffix : {"", "-wal", "-shm"}) fs::remove(options.path.string() + suffix);
            fs::copy_file(original.workspace.path(), options.path);
            options.vfs = FaultVfs::name();
            {
                auto opened = store::Workspace::open(options);
                ASSERT_TRUE(opened) << opened.error().message;
                vfs.arm(n, mood.kind, mood.lasting);
                const auto done = operation(**opened, original.workspace);
                met = vfs.struck();
                if (!done) {
                    ++failures;
                    EXPECT_FALSE(done.error().message.empty());
                    if (mood.kind == FaultVfs::Kind::DiskFull && mood.lasting) {
                        EXPECT_EQ(done.error().code, ErrorCode::DiskFull) << n << ": " << done.error().message;
                    }
                }
                if (mood.lasting) {
                    // The program ends with the disk still failing.
                    opened->reset();
                    vfs.disarm();
                } else {
                    vfs.disarm();
                    const auto people = (*opened)->reader().countPeople();
                    EXPECT_EQ(people, done ? after : before) << "fault " << n << " in the running program";
                }
            }
            auto again = store::Workspace::open(options);
            ASSERT_TRUE(again) << "fault " << n << ": " << again.error().message;
            const auto people = (*again)->reader().countPeople();
            EXPECT_TRUE(people == before || people == after) << "fault " << n << " left " << people;
            EXPECT_EQ((*again)->check(), std::vector<std::string>{}) << "fault " << n;
            if (people == before) {
                const auto retried = operation(**again, original.workspace);
                EXPECT_TRUE(retried) << "fault " << n << ": " << retried.error().message;
            }
            if (::testing::Test::HasFailure()) return;
        }
        EXPECT_GT(failures, 0) << "the sweep met no fault at all";
    }
}

}  // namespace

TEST(FaultSweep, AnEditIsWholeOrNotThere)
{
    sweep(
        [](store::Workspace& workspace, TempWorkspace& w) -> Result<void> {
            KITH_CHECK(workspace.apply(addPeople(w.ids, 1)));
            return {};
        },
        20, 21);
}

TEST(FaultSweep, AnImportIsWholeOrNotThere)
{
    sweep(
        [](store::Workspace& workspace, TempWorkspace& w) -> Result<void> {
            KITH_CHECK(workspace.apply(addPeople(w.ids, 400)));
            return {};
        },
        20, 420);
}

TEST(FaultSweep, UndoIsWholeOrNotDone)
{
    sweep(
        [](store::Workspace& workspace, TempWorkspace&) -> Result<void> {
            KITH_CHECK(workspace.undo());
            return {};
        },
        20, 19);
}

TEST(FaultSweep, ASearchIndexThatCannotBeKeptAnswersAllTheSame)
{
    FaultVfs vfs;
    Template original;
    auto options = original.workspace.options();
    options.vfs = FaultVfs::name();
    const auto found = [&](store::Workspace& workspace) {
        TempWorkspace& w = original.workspace;
        Services services{workspace, workspace.reader(), w.clock, w.zone, w.ids};
        PeopleSearch search;
        const auto ready = prepare(search, services, w.clock.now());
        EXPECT_TRUE(ready) << ready.error().message;
        return search.ask(search::parse("person").query, {}).value().total;
    };
    for (const auto kind : {FaultVfs::Kind::IoError, FaultVfs::Kind::DiskFull}) {
        bool met = true;
        int n = 1;
        for (; met && !::testing::Test::HasFailure(); ++n) {
            options.path = original.workspace.folder() / "round.kith";
            for (const char* suffix : {"", "-wal", "-shm"}) fs::remove(options.path.string() + suffix);
            fs::copy_file(original.workspace.path(), options.path);
            {
                auto opened = store::Workspace::open(options);
                ASSERT_TRUE(opened) << opened.error().message;
                vfs.arm(n, kind, n % 2 == 0);
                EXPECT_EQ(found(**opened), 20U) << "fault " << n;
                met = vfs.struck();
                vfs.disarm();
            }
            auto again = store::Workspace::open(options);
            ASSERT_TRUE(again) << "fault " << n << ": " << again.error().message;
            EXPECT_EQ((*again)->check(), std::vector<std::string>{}) << "fault " << n;
            EXPECT_EQ(found(**again), 20U) << "after fault " << n;
        }
        EXPECT_GT(n, 5) << "keeping an index takes several writes";
    }
}

TEST(PowerFailure, LosesNoAcknowledgedEdit)
{
    FaultVfs vfs;
    Template original;
    store::WorkspaceOptions options = original.workspace.options();
    options.vfs = FaultVfs::name();
    vfs.watch();
    std::size_t people = 20;
    for (std::size_t kept = 0; kept < 4; ++kept) {
        {
            auto opened = store::Workspace::open(options);
            ASSERT_TRUE(opened) << opened.error().message;
            ASSERT_TRUE((*opened)->apply(addPeople(original.workspace.ids, 30)));
            people += 30;
            // Half of another edit is on its way when the power fails.
            vfs.arm(40, FaultVfs::Kind::IoError, true);
            EXPECT_FALSE((*opened)->apply(addPeople(original.workspace.ids, 300)));
        }
        vfs.disarm();
        EXPECT_GT(vfs.loseUnsynced(options.path, kept), 0U);
        auto again = store::Workspace::open(options);
        ASSERT_TRUE(again) << again.error().message;
        EXPECT_EQ((*again)->reader().countPeople(), people) << kept;
        EXPECT_EQ((*again)->check(), std::vector<std::string>{}) << kept;
    }
}
