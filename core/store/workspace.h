// A workspace: one encrypted file with everything in it, opened by one process.
#pragma once

#include <kith/base/random.h>
#include <kith/store/migrations.h>
#include <kith/store/reader.h>
#include <kith/usecases/sync/sync_store.h>
#include <kith/usecases/workspace.h>

#include <array>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>

namespace kith::store {

/// The raw 256-bit key of a workspace.
using WorkspaceKey = std::array<std::uint8_t, 32>;
/// The 16 bytes that stand in clear at the start of an encrypted workspace: SQLCipher's salt. They name the key in the
/// keychain and salt the passphrase, so that the file can be moved and renamed.
using WorkspaceSalt = std::array<std::uint8_t, 16>;

struct WorkspaceParts;

enum class FileKind : std::uint8_t { Missing, Empty, Plain, Encrypted };

/// What kind of file is at a path, from its first bytes. Anything that is not plain SQLite counts as encrypted.
[[nodiscard]] FileKind fileKind(const std::filesystem::path& path);
/// The salt of an encrypted workspace file.
[[nodiscard]] Result<WorkspaceSalt> saltOf(const std::filesystem::path& path);

struct WorkspaceOptions {
    std::filesystem::path path;
    /// Nothing opens or makes a plain file.
    std::optional<WorkspaceKey> key{};
    /// For a new encrypted file; needed because a passphrase's key depends on it.
    WorkspaceSalt salt{};
    const Clock& clock;
    IdSource& ids;
    std::string vfs{};  ///< for fault tests
    /// The way from older formats to this program's; tests give it further steps.
    std::span<const sqlite::Migration> migrations = store::migrations();
};

/// The writer's side of an open workspace, and the factory of readers. Except for newReader() and onChange() all calls
/// come from one thread at a time (WorkspaceWorker gives it one).
class Workspace final : public WorkspaceWriter {
public:
    using Listener = std::function<void(const ChangeSet&)>;

    /// Makes a new workspace file (0600) with its first space. BadInput when a file is there already.
    [[nodiscard]] static Result<std::unique_ptr<Workspace>> create(const WorkspaceOptions& options,
                                                                   const std::string& organisation);
    /// Opens, migrates when the file is older (after a verified copy beside it), and recovers after a crash.
    /// Errors: NotFound, Locked (another process has it), WrongKey, NewerVersion, Corrupt, ReadOnly, DiskFull.
    [[nodiscard]] static Result<std::unique_ptr<Workspace>> open(const WorkspaceOptions& options);
    ~Workspace() override;

    using WorkspaceWriter::apply;
    Result<ChangeSet> apply(const Edit& edit, const CommandWatch& watch) override;
    Result<Reverted> undo() override;
    Result<Reverted> redo() override;
    Result<Reverted> revert(std::int64_t command) override;
    [[nodiscard]] std::optional<CommandLabel> nextUndo() const override;
    [[nodiscard]] std::optional<CommandLabel> nextRedo() const override;
    [[nodiscard]] std::vector<Batch> batches() const override;
    Result<void> setSetting(std::string_view key, std::string_view value) override;
    Result<ChangeSet> erase(const Id& person) override;
    [[nodiscard]] SearchShelf& searchShelf() override;
    Result<void> beginFilling() override;
    Result<void> endFilling() override;

    /// What sync reads and writes; it belongs to the writer's thread like everything else here.
    [[nodiscard]] SyncStore& sync();

    /// Reads over the writer's own connection, on the writer's thread.
    [[nodiscard]] const WorkspaceReader& reader() const;
    /// A reader over a connection of its own, for another thread. Thread-safe.
    [[nodiscard]] Result<std::unique_ptr<Reader>> newReader() const;
    /// Called on the writer's thread after every command that changed something. At most one listener.
    void onChange(Listener listener);

    /// Copies the workspace into a new file under the same key, verifies the copy, and gives it its name only then.
    /// Thread-safe: it reads through a connection of its own, and the writer goes on meanwhile. While somebody is
    /// erased it waits, and a copy that was begun before is made again. Cancelled once asked to stop.
    Result<void> backup(const std::filesystem::path& target, const std::stop_token& stop = {}) const;
    /// Problems found, in sentences without anybody's data; none when all is well. O(file).
    [[nodiscard]] std::vector<std::string> check() const;
    /// Computes summaries and search texts anew.
    Result<void> rebuildDerived();

    [[nodiscard]] const std::filesystem::path& path() const;
    [[nodiscard]] bool isEncrypted() const;

private:
    explicit Workspace(std::unique_ptr<WorkspaceParts> parts);
    static Result<std::unique_ptr<Workspace>> start(const WorkspaceOptions& options, bool create);
    Result<void> begin(const std::string& organisation);
    Result<Reverted> reverse(std::int64_t number, CommandKind as);

    std::unique_ptr<WorkspaceParts> parts_;
    std::unique_ptr<SyncStore> sync_;
};

}  // namespace kith::store
