// Verified copies of a workspace: on request, daily, and before a migration.
#pragma once

#include <kith/base/clock.h>
#include <kith/sqlite/migrator.h>

#include <atomic>
#include <filesystem>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace kith::store {

class Workspace;

/// Copies a database under the same key to a temporary name, opens the copy, runs SQLite's quick check over it, and
/// only then renames it to `target`. A failure leaves no half file. The target must not exist. Cancelled soon after
/// *stop has become true.
[[nodiscard]] Result<void> verifiedCopy(const sqlite::Connection& connection,
                                        const std::optional<sqlite::CipherKey>& key,
                                        const std::filesystem::path& target, const std::atomic<bool>* stop = nullptr);

/// A copy beside the workspace when it is not empty and the migrations have steps that it has not seen.
[[nodiscard]] Result<void> copyBeforeMigration(const sqlite::Connection& connection,
                                               std::span<const sqlite::Migration> migrations,
                                               const std::optional<sqlite::CipherKey>& key,
                                               const std::filesystem::path& workspace, Instant now);

/// The folder with the automatic backups of a workspace: "<file>.backups".
[[nodiscard]] std::filesystem::path backupFolder(const std::filesystem::path& workspace);
/// Automatic backups, newest first.
[[nodiscard]] std::vector<std::filesystem::path> automaticBackups(const std::filesystem::path& workspace);
/// Makes today's automatic backup unless there is one, and clears away what killed processes left of theirs; then keeps
/// the newest seven and one a week for the four weeks before them. Returns whether a backup was made. Thread-safe, as
/// Workspace::backup().
[[nodiscard]] Result<bool> backUpDaily(const Workspace& workspace, Date today, const std::stop_token& stop = {});

/// Puts a backup in the place of a workspace that no process has open. The backup is verified under the key first;
/// the file it replaces is kept beside it, and its path is returned (empty when there was none).
[[nodiscard]] Result<std::filesystem::path> restoreBackup(const std::filesystem::path& backup,
                                                          const std::filesystem::path& workspace,
                                                          const std::optional<std::array<std::uint8_t, 32>>& key,
                                                          Instant now);

}  // namespace kith::store
