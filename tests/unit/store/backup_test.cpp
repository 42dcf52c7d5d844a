#include <kith/sqlite/connection.h>
#include <kith/store/backups.h>
#include <kith/store/copy_gate.h>
#include <kith/support/temp_workspace.h>

#include <fstream>
#include <gtest/gtest.h>
#include <latch>
#include <thread>

using namespace kith;
using namespace kith::store;
using kith::test::TempWorkspace;
namespace fs = std::filesystem;

namespace {

WorkspaceKey key()
{
    WorkspaceKey bytes;
    bytes.fill(9);
    return bytes;
}

}  // namespace

TEST(Backup, IsACopyThatOpensUnderTheSameKey)
{
    TempWorkspace w(key());
    w.addPerson("Ana Ruiz");
    const fs::path target = w.folder() / "copy.kith";
    const auto done = w.workspace().backup(target);
    ASSERT_TRUE(done) << done.error().message;
    auto options = w.options();
    options.path = target;
    const auto copy = Workspace::open(options);
    ASSERT_TRUE(copy) << copy.error().message;
    EXPECT_EQ((*copy)->reader().countPeople(), 1U);
    EXPECT_TRUE((*copy)->check().empty());
}

TEST(Backup, ThatIsBrokenOffLeavesNothing)
{
    TempWorkspace w(key());
    w.addPerson("Ana Ruiz");
    std::stop_source stop;
    stop.request_stop();
    const fs::path target = w.folder() / "copies" / "copy.kith";
    EXPECT_EQ(w.workspace().backup(target, stop.get_token()).error().code, ErrorCode::Cancelled);
    EXPECT_FALSE(fs::exists(target.parent_path()));
    const std::atomic<bool> soon = true;
    const sqlite::CipherKey cipher{.key = key(), .salt = saltOf(w.path()).value()};
    const auto source = sqlite::Connection::open(w.path(), {.key = cipher});
    ASSERT_TRUE(source);
    EXPECT_EQ((*source)->copyTo(w.folder() / "copy.kith", cipher, &soon).error().code, ErrorCode::Cancelled);
}

TEST(Backup, IsOfOneMomentWhileOthersWrite)
{
    TempWorkspace w(key());
    for (int i = 0; i < 50; ++i) w.addPerson("Person " + std::to_string(i));
    const fs::path target = w.folder() / "copy.kith";
    Result<void> done;
    {
        const std::jthread copier([&] { done = w.workspace().backup(target); });
        for (int i = 50; i < 100; ++i) w.addPerson("Person " + std::to_string(i));
    }
    ASSERT_TRUE(done) << done.error().message;
    auto options = w.options();
    options.path = target;
    const auto copy = Workspace::open(options);
    ASSERT_TRUE(copy) << copy.error().message;
    EXPECT_GE((*copy)->reader().countPeople(), 50U);
    EXPECT_TRUE((*copy)->check().empty());
}

TEST(CopyGate, BreaksOffACopyWhenSomebodyIsErasedAndBeginsItAgainAfterwards)
{
    CopyGate gate;
    int made = 0;
    std::latch begun(1);
    Result<void> done;
    bool erased = false;
    {
        const std::jthread copier([&] {
            done = gate.run(
                [&](const std::atomic<bool>& stop) -> Result<void> {
                    if (++made == 2) return erased ? Result<void>{} : fail(ErrorCode::Internal, "Too early.");
                    begun.count_down();
                    while (!stop) std::this_thread::yield();
                    return fail(ErrorCode::Cancelled, "Broken off.");
                },
                {});
        });
        begun.wait();
        const CopyGate::Hold nobodyCopies(gate);
        EXPECT_EQ(made, 1);
        erased = true;
    }
    EXPECT_TRUE(done);
    EXPECT_EQ(made, 2);
}

TEST(CopyGate, LetsACopyFailForItsOwnReasonsAndGoWhenTheProgramEnds)
{
    CopyGate gate;
    const auto full = [](const std::atomic<bool>&) -> Result<void> { return fail(ErrorCode::DiskFull, "Full."); };
    EXPECT_EQ(gate.run(full, {}).error().code, ErrorCode::DiskFull);
    std::stop_source stop;
    std::latch begun(1);
    Result<void> done;
    {
        const std::jthread copier([&] {
            done = gate.run(
                [&](const std::atomic<bool>& broken) -> Result<void> {
                    begun.count_down();
                    while (!broken) std::this_thread::yield();
                    return fail(ErrorCode::Internal, "Broken off.");
                },
                stop.get_token());
        });
        begun.wait();
        stop.request_stop();
    }
    EXPECT_EQ(done.error().code, ErrorCode::Cancelled);
}

TEST(Backup, NeverOverwritesAFile)
{
    TempWorkspace w;
    const fs::path target = w.folder() / "letter.txt";
    std::ofstream(target) << "Dear Ana";
    EXPECT_EQ(w.workspace().backup(target).error().code, ErrorCode::BadInput);
    EXPECT_EQ(fs::file_size(target), 8U);
}

TEST(Backup, RunsOnceADayAndKeepsSevenDaysAndFourWeeks)
{
    TempWorkspace w;
    const Date today = UtcZone{}.dateOf(w.clock.now());
    for (int day = 0; day < 60; ++day) {
        EXPECT_TRUE(*backUpDaily(w.workspace(), today + std::chrono::days{day}));
        EXPECT_FALSE(*backUpDaily(w.workspace(), today + std::chrono::days{day}));
    }
    const auto kept = automaticBackups(w.path());
    ASSERT_LE(kept.size(), 11U);
    ASSERT_GE(kept.size(), 8U);
    EXPECT_EQ(kept[0].stem(), isoDate(today + std::chrono::days{59}));
    EXPECT_EQ(kept[6].stem(), isoDate(today + std::chrono::days{53}));
}

TEST(Backup, OfTheDayClearsAwayWhatAProcessThatWasKilledHasLeft)
{
    TempWorkspace w;
    const Date today = UtcZone{}.dateOf(w.clock.now());
    const fs::path folder = backupFolder(w.path());
    fs::create_directories(folder);
    const fs::path finished = folder / "by-hand-2026-11-20T093000Z.kith";
    for (const fs::path& file : {finished, folder / "2026-11-21.kith.partial", folder / "2026-11-21.kith.partial-wal",
                                 folder / "by-hand-2026-11-21T100000Z.kith.partial"})
        std::ofstream(file) << "Ana Ruiz";
    EXPECT_TRUE(*backUpDaily(w.workspace(), today));
    std::vector<fs::path> left(fs::directory_iterator(folder), {});
    std::ranges::sort(left);
    EXPECT_EQ(left, (std::vector{folder / (isoDate(today) + ".kith"), finished}));
}

TEST(Restore, PutsTheBackupInPlaceAndKeepsWhatItReplaces)
{
    TempWorkspace w(key());
    w.addPerson("Ana Ruiz");
    const fs::path target = w.folder() / "copy.kith";
    ASSERT_TRUE(w.workspace().backup(target));
    w.addPerson("Ben Adeyemi");
    EXPECT_EQ(restoreBackup(target, w.path(), key(), w.clock.now()).error().code, ErrorCode::Locked);
    w.close();
    const auto aside = restoreBackup(target, w.path(), key(), w.clock.now());
    ASSERT_TRUE(aside) << aside.error().message;
    EXPECT_TRUE(fs::exists(*aside));
    w.reopen();
    EXPECT_EQ(w.reader().countPeople(), 1U);
}

TEST(Restore, RefusesADamagedBackupAndChangesNothing)
{
    TempWorkspace w(key());
    for (int i = 0; i < 200; ++i) w.addPerson("Person " + std::to_string(i));
    const fs::path target = w.folder() / "copy.kith";
    ASSERT_TRUE(w.workspace().backup(target));
    w.close();
    fs::resize_file(target, fs::file_size(target) / 2);
    EXPECT_FALSE(restoreBackup(target, w.path(), key(), w.clock.now()));
    w.reopen();
    EXPECT_EQ(w.reader().countPeople(), 200U);
}
