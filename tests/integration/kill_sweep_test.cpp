// kill -9 at many points: what was acknowledged is there when the file is opened again.

#include "sweep.h"

#include <kith/sqlite/migrator.h>
#include <kith/store/backups.h>

#include <csignal>
#include <functional>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace kith;
using namespace kith::test;
namespace fs = std::filesystem;

namespace {

constexpr int kKills = 60;  // more by KITH_KILLS

int kills()
{
    const char* wanted = std::getenv("KITH_KILLS");
    return wanted != nullptr ? std::atoi(wanted) : kKills;
}

/// Runs `work` in a child process that is killed as soon as it has acknowledged `acks` times and gone on; returns how
/// often it had acknowledged when it died.
int killedAfter(int acks, unsigned spins, const std::function<void(const std::function<void()>& acknowledge)>& work)
{
    int ends[2];
    if (pipe(ends) != 0) return -1;
    const pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        work([&] {
            const char byte = 1;
            if (write(ends[1], &byte, 1) != 1) _exit(2);
        });
        _exit(0);
    }
    close(ends[1]);
    int seen = 0;
    char byte = 0;
    while (seen < acks && read(ends[0], &byte, 1) == 1) ++seen;
    // A different point of the next operation every time.
    for (unsigned i = 0; i < spins; ++i) asm volatile("");
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    while (read(ends[0], &byte, 1) == 1) ++seen;
    close(ends[0]);
    return seen;
}

void killWhileAdding(int perEdit, const char* what)
{
    TempWorkspace w(key());
    w.close();
    SeededRandom random(11);
    std::size_t known = 0;
    for (int round = 0; round < kills(); ++round) {
        w.random = SeededRandom(static_cast<std::uint64_t>(round) + 1000);
        const int acks = static_cast<int>(random.below(6));
        const auto spins = static_cast<unsigned>(random.below(400'000));
        const int acknowledged = killedAfter(acks, spins, [&](const std::function<void()>& acknowledge) {
            auto opened = store::Workspace::open(w.options());
            if (!opened) _exit(3);
            for (int i = 0; i < 50; ++i) {
                if (!(*opened)->apply(addPeople(w.ids, perEdit))) _exit(4);
                acknowledge();
            }
        });
        ASSERT_GE(acknowledged, 0);
        auto opened = store::Workspace::open(w.options());
        ASSERT_TRUE(opened) << what << ", round " << round << ": " << opened.error().message;
        const std::size_t people = (*opened)->reader().countPeople();
        const std::size_t least = known + static_cast<std::size_t>(acknowledged * perEdit);
        EXPECT_GE(people, least) << what << ", round " << round;
        EXPECT_EQ(people % static_cast<std::size_t>(perEdit), 0U) << what << ": a half-applied edit in round " << round;
        if (round % 10 == 0) {
            EXPECT_EQ((*opened)->check(), std::vector<std::string>{}) << what << ", round " << round;
        }
        known = people;
    }
    EXPECT_GT(known, 0U);
}

}  // namespace

TEST(KillSweep, LosesNoAcknowledgedEdit)
{
    killWhileAdding(1, "edit");
}

TEST(KillSweep, LeavesNoHalfImport)
{
    killWhileAdding(250, "import");
}

namespace {

/// Two steps to formats that there are not yet: each gives every person something, so that a half one would show.
Result<void> addNickname(sqlite::Connection& connection)
{
    KITH_CHECK(connection.run("CREATE TABLE nickname (person INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT"));
    return connection.run("INSERT INTO nickname SELECT rid, name FROM person WHERE removed = 0");
}

Result<void> addInitial(sqlite::Connection& connection)
{
    KITH_CHECK(connection.run("ALTER TABLE nickname ADD COLUMN initial TEXT"));
    return connection.run("UPDATE nickname SET initial = substr(name, 1, 1)");
}

std::vector<sqlite::Migration> migrationsToCome()
{
    std::vector<sqlite::Migration> steps(store::migrations().begin(), store::migrations().end());
    const int newest = steps.back().version;
    steps.push_back({newest + 1, &addNickname});
    steps.push_back({newest + 2, &addInitial});
    return steps;
}

std::int64_t countIn(const store::WorkspaceOptions& options, std::string_view sql)
{
    const auto connection = sqlite::Connection::open(
        options.path,
        {.access = sqlite::Access::ReadWrite, .key = sqlite::CipherKey{.key = *options.key, .salt = options.salt}});
    return connection ? (*connection)->number(sql, -1) : -1;
}

}  // namespace

TEST(KillSweep, LosesNothingInAMigration)
{
    constexpr std::size_t kPeople = 3000;
    TempWorkspace w(key());
    ASSERT_TRUE(w.workspace().apply(addPeople(w.ids, kPeople)));
    w.close();
    const std::vector<sqlite::Migration> steps = migrationsToCome();
    auto options = w.options();
    options.path = w.folder() / "migrating.kith";
    options.migrations = steps;
    const fs::path backups = store::backupFolder(options.path);
    SeededRandom random(13);
    int cutShort = 0;
    for (int round = 0; round < kills() / 2; ++round) {
        for (const char* suffix : {"", "-wal", "-shm"}) fs::remove(options.path.string() + suffix);
        fs::remove_all(backups);
        fs::copy_file(w.path(), options.path);
        // Killed up to three times on the way, then left to finish.
        for (int again = 0; again < 3; ++again) {
            const int seen = killedAfter(1, static_cast<unsigned>(random.below(60'000'000)),
                                         [&](const std::function<void()>& acknowledge) {
                                             acknowledge();
                                             if (!store::Workspace::open(options)) _exit(3);
                                             acknowledge();
                                         });
            if (seen < 2) ++cutShort;
        }
        const auto opened = store::Workspace::open(options);
        ASSERT_TRUE(opened) << "round " << round << ": " << opened.error().message;
        EXPECT_EQ((*opened)->reader().countPeople(), kPeople) << "round " << round;
        EXPECT_EQ((*opened)->check(), std::vector<std::string>{}) << "round " << round;
        EXPECT_EQ(countIn(options, "PRAGMA user_version"), steps.back().version) << "round " << round;
        EXPECT_EQ(countIn(options, "SELECT count(*) FROM nickname WHERE initial = 'I'"),
                  static_cast<std::int64_t>(kPeople))
            << "round " << round;
        // What is called a copy is one, in the old format.
        std::size_t copies = 0;
        for (const auto& entry : fs::directory_iterator(backups)) {
            EXPECT_EQ(entry.path().extension(), ".kith") << entry.path().filename();
            auto copy = options;
            copy.path = entry.path();
            EXPECT_EQ(countIn(copy, "SELECT count(*) FROM person"), static_cast<std::int64_t>(kPeople));
            ++copies;
        }
        EXPECT_EQ(copies, 1U) << "round " << round;
    }
    RecordProperty("cut_short", cutShort);
}

TEST(KillSweep, LeavesNoHalfBackup)
{
    TempWorkspace w(key());
    ASSERT_TRUE(w.workspace().apply(addPeople(w.ids, 2000)));
    w.close();
    SeededRandom random(12);
    for (int round = 0; round < kills() / 3; ++round) {
        const fs::path target = w.folder() / ("backup-" + std::to_string(round) + ".kith");
        killedAfter(1, static_cast<unsigned>(random.below(4'000'000)), [&](const std::function<void()>& acknowledge) {
            auto opened = store::Workspace::open(w.options());
            if (!opened) _exit(3);
            acknowledge();
            if (!(*opened)->backup(target)) _exit(4);
        });
        if (!fs::exists(target)) continue;
        auto options = w.options();
        options.path = target;
        const auto copy = store::Workspace::open(options);
        ASSERT_TRUE(copy) << "a backup with its final name is whole: " << copy.error().message;
        EXPECT_EQ((*copy)->reader().countPeople(), 2000U);
    }
    w.reopen();
    EXPECT_EQ(w.reader().countPeople(), 2000U);
}
