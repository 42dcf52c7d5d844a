#include <kith/store/workspace.h>

#include "filling.h"
#include "reverter.h"
#include "workspace_sync.h"

#include <kith/store/backups.h>
#include <kith/store/migrations.h>

#include <algorithm>
#include <fmt/format.h>
#include <fstream>

namespace kith::store {

namespace fs = std::filesystem;
using sqlite::Connection;
using sqlite::Transaction;

namespace {

constexpr std::string_view kPlainHeader{"SQLite format 3\0", 16};

std::string firstBytes(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    std::string bytes(16, '\0');
    in.read(bytes.data(), 16);
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    return bytes;
}

Result<void> nobodyWaits(std::size_t /*done*/, std::size_t /*all*/)
{
    return {};
}

Result<RowWrite> toWrite(const sqlite::Connection& connection, const RowEdit& edit)
{
    RowWrite write{
        .kind = edit.kind, .id = edit.id, .fields = {}, .remove = edit.remove, .fresh = edit.fresh, .key = edit.key};
    if (!edit.space.isNil()) {
        auto space = connection.query("SELECT rid FROM space WHERE id = ? AND removed = 0", edit.space);
        if (!space.next()) return fail(ErrorCode::NotFound, "There is no such space; nothing was changed.");
        write.space = space.integer(0);
    }
    write.fields.reserve(edit.fields.size());
    for (const auto& [field, value] : edit.fields) write.fields.push_back({field, value});
    return write;
}

Result<void> makePrivateFile(const fs::path& path)
{
    std::error_code error;
    if (path.has_parent_path()) fs::create_directories(path.parent_path(), error);
    if (fs::exists(path))
        return fail(ErrorCode::BadInput, "There is a file of this name already; it was left as it is.");
    {
        std::ofstream out(path, std::ios::binary);
    }
    if (!fs::exists(path))
        return fail(ErrorCode::ReadOnly, "The workspace cannot be made there: the folder cannot be written.");
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write, error);
    return {};
}

}  // namespace

FileKind fileKind(const fs::path& path)
{
    std::error_code error;
    if (!fs::exists(path, error)) return FileKind::Missing;
    const std::string bytes = firstBytes(path);
    if (bytes.empty()) return FileKind::Empty;
    return bytes == kPlainHeader ? FileKind::Plain : FileKind::Encrypted;
}

Result<WorkspaceSalt> saltOf(const fs::path& path)
{
    const std::string bytes = firstBytes(path);
    WorkspaceSalt salt{};
    if (bytes.size() != salt.size())
        return fail(ErrorCode::Corrupt, "The file is too short to be a Kith workspace; it was left as it is.");
    std::ranges::transform(bytes, salt.begin(), [](char c) { return static_cast<std::uint8_t>(c); });
    return salt;
}

Workspace::Workspace(std::unique_ptr<WorkspaceParts> parts)
    : parts_(std::move(parts)), sync_(std::make_unique<WorkspaceSync>(*parts_))
{
}
Workspace::~Workspace() = default;

Result<std::unique_ptr<Workspace>> Workspace::create(const WorkspaceOptions& options, const std::string& organisation)
{
    KITH_CHECK(makePrivateFile(options.path));
    auto workspace = start(options, true);
    if (workspace) {
        if (auto begun = (*workspace)->begin(organisation); !begun) workspace = std::unexpected(begun.error());
    }
    if (!workspace) {
        std::error_code ignored;
        for (const char* suffix : {"", "-wal", "-shm"}) fs::remove(options.path.string() + suffix, ignored);
    }
    return workspace;
}

Result<std::unique_ptr<Workspace>> Workspace::open(const WorkspaceOptions& options)
{
    switch (fileKind(options.path)) {
    case FileKind::Missing: return fail(ErrorCode::NotFound, "There is no workspace file at this place yet.");
    case FileKind::Empty: return fail(ErrorCode::Corrupt, "The workspace file is empty.");
    case FileKind::Plain:
        if (options.key)
            return fail(ErrorCode::WrongKey,
                        "This workspace is not encrypted, but a key was given; it was left as it is.");
        break;
    case FileKind::Encrypted:
        if (!options.key) return fail(ErrorCode::WrongKey, "This workspace is encrypted and no key was given.");
        break;
    }
    return start(options, false);
}

Result<std::unique_ptr<Workspace>> Workspace::start(const WorkspaceOptions& options, bool create)
{
    auto parts = std::make_unique<WorkspaceParts>(options);
    KITH_CHECK(parts->lock.take());
    if (options.key) {
        parts->cipher = sqlite::CipherKey{.key = *options.key, .salt = options.salt};
        if (!create) {
            KITH_TRY(salt, saltOf(options.path));
            parts->cipher->salt = salt;
        }
    }
    KITH_TRY(connection,
             Connection::open(options.path,
                              {.access = sqlite::Access::ReadWrite, .key = parts->cipher, .vfs = options.vfs}));
    parts->connection = std::move(connection);
    Connection& db = *parts->connection;
    KITH_CHECK(db.script("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;"
                         " PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;"));
    if (!create) {
        if (db.number("PRAGMA application_id") != kApplicationId)
            return fail(ErrorCode::WrongKey,
                        "This file is a database, but not a Kith workspace; it was left as it is.");
        KITH_CHECK(copyBeforeMigration(db, options.migrations, parts->cipher, options.path, options.clock.now()));
    }
    KITH_CHECK(sqlite::migrate(db, options.migrations));
    KITH_CHECK(makeIndexes(db));  // a filling was broken off
    parts->rows.emplace(db);
    parts->interned.emplace(db);
    parts->applier.emplace(db, *parts->rows);
    parts->journal.emplace(db);
    parts->reader.emplace(db);
    parts->keptSearch.emplace(db, *parts->reader);
    parts->oldPages.emplace(db);
    parts->oldPages->drop(sqlite::kUsualPatience);
    parts->rows->setRegion(regionOf(*parts->reader));
    parts->clock = HybridClock(parts->journal->latestTime());
    auto device = db.query("SELECT value FROM meta WHERE key = 'device'");
    if (device.next()) parts->device = Id::parse(device.textView(0)).value_or(Id{});
    parts->clockOffset =
        std::chrono::milliseconds{db.number("SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'clock_offset'")};
    return std::unique_ptr<Workspace>(new Workspace(std::move(parts)));
}

Result<void> Workspace::begin(const std::string& organisation)
{
    Connection& db = *parts_->connection;
    parts_->device = parts_->options.ids.make();
    KITH_CHECK(db.run("INSERT INTO meta (key, value) VALUES ('device', ?)", parts_->device.toString()));
    Edit first{.command = CommandKind::Organise, .subject = organisation};
    first.put(Kind::Space, parts_->options.ids.make()).fields = {
        {space::name, textValue(organisation)},
        {space::kind, enumValue(SpaceKind::Organisation)},
    };
    KITH_CHECK(apply(first));
    // Nobody may undo the space that everything is in.
    KITH_CHECK(db.run("UPDATE command SET state = 2, changes = NULL"));
    return setSetting(settings::kOrganisation, organisation);
}

Result<void> WorkspaceParts::writeAll(const std::vector<RowWrite>& writes, const StampEntry& entry, ChangeSet& changes)
{
    for (const RowWrite& write : writes) {
        KITH_TRY(change, applier->write(write, entry));
        if (change) changes.rows.push_back(std::move(*change));
    }
    return applier->finish(nobodyWaits);
}

namespace {

/// Gives a command of many rows more of the file in memory: pages that do not fit are encrypted and written, and read
/// and decrypted again, each time the next row needs them.
class RoomForMany {
public:
    RoomForMany(Connection& connection, std::size_t rows) : connection_(rows > kMany ? &connection : nullptr)
    {
        resize(kLarge);
    }
    ~RoomForMany() { resize(kUsual); }
    RoomForMany(const RoomForMany&) = delete;
    RoomForMany& operator=(const RoomForMany&) = delete;

private:
    static constexpr std::size_t kMany = 20'000;
    // In KiB, as PRAGMA cache_size takes them. Nothing is lost when a size is not taken.
    static constexpr int kUsual = 65'536;
    static constexpr int kLarge = 262'144;

    void resize(int kibibytes)
    {
        if (connection_ != nullptr)
            static_cast<void>(connection_->script(fmt::format("PRAGMA cache_size = -{}", kibibytes)));
    }

    Connection* connection_;
};

}  // namespace

Result<ChangeSet> Workspace::apply(const Edit& edit, const CommandWatch& watch)
{
    // Rows are the first half of the work, the summaries and search texts of people the second.
    const auto halfway = edit.rows.size();
    const auto goesOn = [&](std::size_t done) -> Result<void> {
        constexpr std::size_t kEvery = 256;
        if (done % kEvery != 0) return {};
        if (watch.progress) watch.progress(done, 2 * halfway);
        if (watch.stop.stop_requested()) return fail(ErrorCode::Cancelled, "Called off; nothing was changed.");
        return {};
    };
    const RoomForMany room(*parts_->connection, edit.rows.size());
    return parts_->transact([&](ChangeSet& changes) -> Result<void> {
        changes.kind = edit.command;
        changes.subject = edit.subject;
        Source source = edit.source;
        if (source.asOf == Date{}) source.asOf = std::chrono::floor<std::chrono::days>(parts_->options.clock.now());
        KITH_TRY(entry, parts_->stamp(source));
        for (std::size_t i = 0; i < edit.rows.size(); ++i) {
            KITH_CHECK(goesOn(i));
            KITH_TRY(write, toWrite(*parts_->connection, edit.rows[i]));
            KITH_TRY(change, parts_->applier->write(std::move(write), entry));
            if (change) changes.rows.push_back(std::move(*change));
        }
        KITH_CHECK(parts_->applier->finish(
            [&](std::size_t done, std::size_t all) { return goesOn(halfway + done * halfway / all); }));
        if (changes.empty()) return {};
        KITH_TRY(number, parts_->journal->record(changes, parts_->options.clock.now(), entry, CommandState::Done));
        changes.command = number;
        return {};
    });
}

Result<Reverted> Workspace::reverse(std::int64_t number, CommandKind as)
{
    KITH_TRY(found, parts_->journal->entry(number));
    if (!found) return fail(ErrorCode::NotFound, "There is no such command in this workspace.");
    JournalEntry& entry = *found;
    const CommandState wanted = as == CommandKind::Redo ? CommandState::Undone : CommandState::Done;
    if (entry.state != wanted || entry.rows.empty())
        return fail(ErrorCode::NotFound, "This command was taken back already, or is too old to be taken back.");

    Reverted result;
    const Reverter reverter(*parts_->connection, *parts_->rows);
    KITH_TRY(reversal,
             as == CommandKind::Undo       ? reverter.undo(entry)
                 : as == CommandKind::Redo ? reverter.redo(entry)
                                           : reverter.revert(entry));
    result.kept = reversal.kept;
    KITH_TRY(changes, parts_->transact([&](ChangeSet& out) -> Result<void> {
        out.kind = as;
        out.command = entry.number;
        out.subject = entry.subject;
        KITH_TRY(stamp,
                 parts_->stamp(Source{.origin = "undo",
                                      .detail = {},
                                      .asOf = std::chrono::floor<std::chrono::days>(parts_->options.clock.now())}));
        KITH_CHECK(parts_->writeAll(reversal.writes, stamp, out));
        const CommandState after = as == CommandKind::Undo ? CommandState::Undone
            : as == CommandKind::Redo                      ? CommandState::Done
                                                           : CommandState::Closed;
        KITH_CHECK(parts_->journal->setState(entry.number, after));
        return parts_->journal->send(entry.number, out.rows, stamp.time);
    }));
    result.changes = std::move(changes);
    return result;
}

Result<Reverted> Workspace::undo()
{
    KITH_TRY(entry, parts_->journal->nextUndo());
    if (!entry) return fail(ErrorCode::NotFound, "There is nothing to undo.");
    return reverse(entry->number, CommandKind::Undo);
}

Result<Reverted> Workspace::redo()
{
    KITH_TRY(entry, parts_->journal->nextRedo());
    if (!entry) return fail(ErrorCode::NotFound, "There is nothing to redo.");
    return reverse(entry->number, CommandKind::Redo);
}

Result<Reverted> Workspace::revert(std::int64_t command)
{
    return reverse(command, CommandKind::UndoImport);
}

std::optional<CommandLabel> Workspace::nextUndo() const
{
    return parts_->journal->label(CommandState::Done);
}

std::optional<CommandLabel> Workspace::nextRedo() const
{
    return parts_->journal->label(CommandState::Undone);
}

std::vector<Batch> Workspace::batches() const
{
    return parts_->journal->batches();
}

Result<void> Workspace::setSetting(std::string_view key, std::string_view value)
{
    const auto keep = [&] {
        return parts_->connection->run("INSERT INTO setting (key, value) VALUES (?1, ?2)"
                                       " ON CONFLICT (key) DO UPDATE SET value = ?2",
                                       key, value);
    };
    if (key != settings::kRegion || parts_->reader->setting(key) == value) return keep();
    auto done = parts_->transact([&](ChangeSet&) -> Result<void> {
        KITH_CHECK(keep());
        parts_->rows->setRegion(regionOf(*parts_->reader));
        KITH_TRY(people, parts_->rows->rekeyPhones());
        for (const Id& person : people) parts_->applier->derived().touchText(person);
        KITH_CHECK(parts_->keptSearch->forget());
        return parts_->applier->finish(nobodyWaits);
    });
    parts_->rows->setRegion(regionOf(*parts_->reader));
    if (!done) return std::unexpected(done.error());
    return {};
}

Result<ChangeSet> Workspace::erase(const Id& person)
{
    return static_cast<WorkspaceSync&>(*sync_).erase(person);
}

SyncStore& Workspace::sync()
{
    return *sync_;
}

SearchShelf& Workspace::searchShelf()
{
    return *parts_->keptSearch;
}

const WorkspaceReader& Workspace::reader() const
{
    return *parts_->reader;
}

void Workspace::onChange(Listener listener)
{
    parts_->listener = std::move(listener);
}

const fs::path& Workspace::path() const
{
    return parts_->options.path;
}

bool Workspace::isEncrypted() const
{
    return parts_->cipher.has_value();
}

}  // namespace kith::store
