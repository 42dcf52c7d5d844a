#include <kith/store/backups.h>
#include <kith/support/temp_workspace.h>

#include <fstream>
#include <gtest/gtest.h>

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
