#include <kith/store/backups.h>

#include "workspace_lock.h"

#include <kith/store/migrations.h>
#include <kith/store/workspace.h>

#include <QString>
#include <algorithm>
#include <fmt/format.h>

namespace kith::store {

namespace fs = std::filesystem;
using sqlite::CipherKey;
using sqlite::Connection;

namespace {

constexpr int kDailyKept = 7;
constexpr int kWeeklyKept = 4;
constexpr std::string_view kBeforeMigration = "before-format-";
constexpr std::string_view kPartial = ".partial";

void removeDatabase(const fs::path& path)
{
    std::error_code ignored;
    for (const char* suffix : {"", "-wal", "-shm", "-journal"}) fs::remove(path.string() + suffix, ignored);
}

/// Parts of copies by processes that were killed. Whoever has the workspace open makes one copy at a time.
void removeLeftovers(const fs::path& folder)
{
    std::error_code error;
    std::vector<fs::path> leftovers;
    for (const auto& entry : fs::directory_iterator(folder, error))
        if (entry.path().filename().string().find(kPartial) != std::string::npos) leftovers.push_back(entry.path());
    for (const fs::path& leftover : leftovers) fs::remove(leftover, error);
}

Result<void> verify(const fs::path& path, const std::optional<CipherKey>& key, const std::atomic<bool>* stop)
{
    KITH_TRY(copy, Connection::open(path, {.access = sqlite::Access::Query, .key = key}));
    copy->watch(stop);
    if (copy->number("PRAGMA application_id") != kApplicationId)
        return fail(ErrorCode::WrongKey, "This file is a database, but not a Kith workspace; nothing was changed.");
    auto checked = copy->query("PRAGMA quick_check(1)");
    if (!checked.next() || checked.textView(0) != "ok")
        return fail(ErrorCode::Corrupt,
                    "The copy failed its check and was thrown away; the workspace was left as it is.");
    return {};
}

std::string compact(Instant at)
{
    std::string text = isoInstant(std::chrono::floor<std::chrono::seconds>(at));
    std::erase(text, ':');
    return text;
}

std::optional<Date> dateOfBackup(const fs::path& path)
{
    return parseIsoDate(path.stem().string());
}

}  // namespace

Result<void> verifiedCopy(const Connection& connection, const std::optional<CipherKey>& key, const fs::path& target,
                          const std::atomic<bool>* stop)
{
    if (fs::exists(target))
        return fail(ErrorCode::BadInput, "There is a file of this name already; it was left as it is.");
    const fs::path partial = target.string() + std::string(kPartial);
    removeDatabase(partial);
    std::error_code error;
    if (target.has_parent_path()) fs::create_directories(target.parent_path(), error);
    const auto attempt = [&]() -> Result<void> {
        KITH_CHECK(connection.copyTo(partial, key, stop));
        fs::permissions(partial, fs::perms::owner_read | fs::perms::owner_write, error);
        return verify(partial, key, stop);
    };
    if (auto done = attempt(); !done) {
        removeDatabase(partial);
        return done;
    }
    fs::rename(partial, target, error);
    removeDatabase(partial);  // the WAL that the verification may have left
    if (error)
        return fail(ErrorCode::ReadOnly, "The backup could not be given its name; the workspace was left as it is.");
    return {};
}

Result<void> copyBeforeMigration(const Connection& connection, std::span<const sqlite::Migration> migrations,
                                 const std::optional<CipherKey>& key, const fs::path& workspace, Instant now)
{
    const int found = sqlite::versionOf(connection);
    const int newest = migrations.back().version;
    if (found == 0 || found >= newest) return {};
    const fs::path folder = backupFolder(workspace);
    removeLeftovers(folder);
    const fs::path target = folder / fmt::format("{}{}-{}.kith", kBeforeMigration, newest, compact(now));
    // A file of the old format cannot have changed since: nothing that reads it writes it.
    if (fs::exists(target)) return {};
    return verifiedCopy(connection, key, target);
}

fs::path backupFolder(const fs::path& workspace)
{
    return workspace.string() + ".backups";
}

std::vector<fs::path> automaticBackups(const fs::path& workspace)
{
    std::vector<fs::path> found;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(backupFolder(workspace), error))
        if (entry.path().extension() == ".kith" && dateOfBackup(entry.path())) found.push_back(entry.path());
    std::ranges::sort(found, std::greater{});
    return found;
}

Result<bool> backUpDaily(const Workspace& workspace, Date today, const std::stop_token& stop)
{
    const fs::path target = backupFolder(workspace.path()) / (isoDate(today) + ".kith");
    if (fs::exists(target)) return false;
    removeLeftovers(target.parent_path());
    KITH_CHECK(workspace.backup(target, stop));
    const auto backups = automaticBackups(workspace.path());
    int weekly = 0;
    std::optional<Date> lastKept;
    for (std::size_t i = kDailyKept; i < backups.size(); ++i) {
        const Date date = *dateOfBackup(backups[i]);
        const bool aWeekOlder = !lastKept || *lastKept - date >= std::chrono::days{7};
        if (aWeekOlder && weekly < kWeeklyKept) {
            ++weekly;
            lastKept = date;
            continue;
        }
        removeDatabase(backups[i]);
    }
    return true;
}

Result<fs::path> restoreBackup(const fs::path& backup, const fs::path& workspace,
                               const std::optional<std::array<std::uint8_t, 32>>& key, Instant now)
{
    WorkspaceLock lock(workspace);
    KITH_CHECK(lock.take());
    if (!fs::exists(backup)) return fail(ErrorCode::NotFound, "There is no backup file at this place.");
    std::optional<CipherKey> cipher;
    if (key) {
        KITH_TRY(salt, saltOf(backup));
        cipher = CipherKey{.key = *key, .salt = salt};
    }
    // The copy is read through SQLite, so that a WAL beside the backup counts, and verified before anything moves.
    const fs::path fresh = workspace.string() + ".restored";
    removeDatabase(fresh);
    {
        KITH_TRY(source, Connection::open(backup, {.access = sqlite::Access::Query, .key = cipher}));
        KITH_CHECK(verifiedCopy(*source, cipher, fresh));
    }
    fs::path aside;
    std::error_code error;
    if (fs::exists(workspace)) {
        aside = workspace.string() + ".before-restore-" + compact(now);
        for (const char* suffix : {"-wal", "-shm", ""})
            if (fs::exists(workspace.string() + suffix))
                fs::rename(workspace.string() + suffix, aside.string() + suffix, error);
    }
    fs::rename(fresh, workspace, error);
    if (error)
        return fail(ErrorCode::ReadOnly, "The restored file could not be given its name; it is beside the workspace.");
    return aside;
}

}  // namespace kith::store
