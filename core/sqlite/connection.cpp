#include <kith/sqlite/connection.h>

#include "failure.h"

#include <fmt/format.h>
#include <sqlite3.h>

namespace kith::sqlite {

namespace {

std::string hexOf(std::span<const std::uint8_t> bytes)
{
    std::string text;
    for (const std::uint8_t byte : bytes) text += fmt::format("{:02x}", byte);
    return text;
}

int applyKey(sqlite3* database, const CipherKey& key)
{
    std::string literal = "x'" + hexOf(key.key) + hexOf(key.salt) + "'";
    const int code = sqlite3_key_v2(database, "main", literal.data(), static_cast<int>(literal.size()));
    volatile char* wipe = literal.data();
    for (std::size_t i = 0; i < literal.size(); ++i) wipe[i] = 0;
    return code;
}

int flagsFor(Access access)
{
    const int common = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    return access == Access::Create ? common | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                                    : common | SQLITE_OPEN_READWRITE;
}

}  // namespace

std::unexpected<Error> failureOf(sqlite3* database, int code)
{
    switch (code & 0xFF) {
    case SQLITE_NOTADB:
        return fail(ErrorCode::WrongKey,
                    "The key does not open this file, or the file is not a Kith workspace; it was left as it is.");
    case SQLITE_CORRUPT: return fail(ErrorCode::Corrupt, "The workspace file is damaged; nothing was changed.");
    case SQLITE_FULL:
        return fail(ErrorCode::DiskFull, "The disk is full; nothing was changed. Make room and try again.");
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return fail(ErrorCode::ReadOnly,
                    "The workspace cannot be written (read-only file or folder); nothing was changed.");
    case SQLITE_CANTOPEN:
        return fail(ErrorCode::NotFound, "The file cannot be opened: it is missing, or its folder cannot be used.");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return fail(ErrorCode::Locked, "Another program is using the workspace file; nothing was changed.");
    case SQLITE_INTERRUPT: return fail(ErrorCode::Cancelled, "Called off; nothing was changed.");
    case SQLITE_IOERR:
        return fail(ErrorCode::Internal,
                    fmt::format("Reading or writing the file failed (code {}); nothing was changed.", code));
    default:
        return fail(ErrorCode::Internal,
                    fmt::format("The database refused an operation (code {}: {}); nothing was changed.", code,
                                database != nullptr ? sqlite3_errmsg(database) : sqlite3_errstr(code)));
    }
}

Result<std::unique_ptr<Connection>> Connection::open(const std::filesystem::path& path, const OpenOptions& options)
{
    sqlite3* database = nullptr;
    const int opened = sqlite3_open_v2(path.c_str(), &database, flagsFor(options.access),
                                       options.vfs.empty() ? nullptr : options.vfs.c_str());
    std::unique_ptr<Connection> connection(new Connection(database));
    if (opened != SQLITE_OK) return failureOf(database, opened);
    if (options.key) {
        if (const int keyed = applyKey(database, *options.key); keyed != SQLITE_OK) return failureOf(database, keyed);
        // A wrong key is an answer here, not an incident: SQLCipher need not print it. Giving the key sets the level,
        // too.
        KITH_CHECK(connection->script("PRAGMA cipher_log_level = NONE"));
    }
    connection->waitAtMost(kUsualPatience);
    // The first page is read here and nowhere else for the first time: a wrong key fails on this line.
    KITH_CHECK(connection->run("SELECT count(*) FROM sqlite_schema"));
    KITH_CHECK(connection->run("PRAGMA foreign_keys = ON"));
    if (options.access == Access::Query) {
        KITH_CHECK(connection->run("PRAGMA query_only = ON"));
        KITH_CHECK(connection->run("PRAGMA wal_autocheckpoint = 0"));
    }
    return connection;
}

Connection::~Connection()
{
    for (auto& [sql, cached] : cache_) sqlite3_finalize(cached->statement);
    sqlite3_close_v2(database_);
}

Statement Connection::prepare(std::string_view sql) const
{
    auto found = cache_.find(sql);
    if (found == cache_.end()) found = cache_.emplace(std::string(sql), std::make_unique<Cached>()).first;
    Cached& cached = *found->second;
    const bool nested = cached.inUse;  // the same statement inside its own loop: a second copy, not cached
    sqlite3_stmt* statement = nested ? nullptr : cached.statement;
    if (statement == nullptr) {
        const unsigned flags = nested ? 0 : SQLITE_PREPARE_PERSISTENT;
        const int code =
            sqlite3_prepare_v3(database_, sql.data(), static_cast<int>(sql.size()), flags, &statement, nullptr);
        if (code != SQLITE_OK) return {nullptr, nullptr, failureOf(database_, code).error()};
        if (!nested) cached.statement = statement;
    }
    if (nested) return {statement, nullptr, std::nullopt};
    cached.inUse = true;
    return {statement, &cached.inUse, std::nullopt};
}

Result<void> Connection::script(const std::string& sql)
{
    const int code = sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return failureOf(database_, code);
    return {};
}

std::int64_t Connection::number(std::string_view sql, std::int64_t otherwise) const
{
    Statement statement = prepare(sql);
    return statement.next() ? statement.integer(0) : otherwise;
}

std::int64_t Connection::lastInsertRow() const
{
    return sqlite3_last_insert_rowid(database_);
}

std::int64_t Connection::changes() const
{
    return sqlite3_changes64(database_);
}

bool Connection::inTransaction() const
{
    return sqlite3_get_autocommit(database_) == 0;
}

void Connection::waitAtMost(std::chrono::milliseconds patience)
{
    sqlite3_busy_timeout(database_, static_cast<int>(patience.count()));
}

void Connection::watch(const std::atomic<bool>* stop)
{
    stop_ = stop;
    if (stop == nullptr) {
        sqlite3_progress_handler(database_, 0, nullptr, nullptr);
        return;
    }
    constexpr int kInstructions = 2000;  // a small fraction of a millisecond between looks
    sqlite3_progress_handler(
        database_, kInstructions,
        [](void* self) { return static_cast<Connection*>(self)->stop_->load(std::memory_order_relaxed) ? 1 : 0; },
        this);
}

Result<void> Connection::copyTo(const std::filesystem::path& target, const std::optional<CipherKey>& key,
                                const std::atomic<bool>* stop) const
{
    if (std::filesystem::exists(target))
        return fail(ErrorCode::BadInput, "The target file exists already; it was left as it is.");
    sqlite3* raw = nullptr;
    const int opened = sqlite3_open_v2(target.c_str(), &raw, flagsFor(Access::Create), nullptr);
    const Connection copy(raw);
    if (opened != SQLITE_OK) return failureOf(raw, opened);
    if (key) {
        if (const int keyed = applyKey(raw, *key); keyed != SQLITE_OK) return failureOf(raw, keyed);
    }
    sqlite3_backup* backup = sqlite3_backup_init(raw, "main", database_, "main");
    if (backup == nullptr) return failureOf(raw, sqlite3_errcode(raw));
    // SQLite begins a copy anew whenever it finds another state of the database, unless this connection keeps to one.
    const bool keeps = !inTransaction();
    int stepped = SQLITE_OK;
    if (keeps)
        stepped = sqlite3_exec(database_, "BEGIN; SELECT count(*) FROM sqlite_schema", nullptr, nullptr, nullptr);
    const auto stopped = [stop] { return stop != nullptr && stop->load(std::memory_order_relaxed); };
    constexpr int kPages = 1024;  // some milliseconds
    while (stepped == SQLITE_OK && !stopped()) stepped = sqlite3_backup_step(backup, kPages);
    sqlite3_backup_finish(backup);
    if (keeps) sqlite3_exec(database_, "COMMIT", nullptr, nullptr, nullptr);
    // Every page went through this connection's cache, which would stay as full as it may be.
    sqlite3_db_release_memory(database_);
    if (stepped == SQLITE_OK) return fail(ErrorCode::Cancelled, "The copy was broken off.");
    if (stepped != SQLITE_DONE) return failureOf(raw, stepped);
    return {};
}

}  // namespace kith::sqlite
