#include "bare_database.h"

#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>
#include <sqlite3.h>

namespace kith::bench {

namespace {

void require(sqlite3* database, int code)
{
    if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW) return;
    fmt::print(stderr, "the bare database refused: {}\n", sqlite3_errmsg(database));
    std::exit(1);
}

}  // namespace

BareStatement::BareStatement(sqlite3* database, std::string_view sql) : database_(database)
{
    require(database_,
            sqlite3_prepare_v3(database_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                               &statement_, nullptr));
}

BareStatement::~BareStatement()
{
    sqlite3_finalize(statement_);
}

BareStatement& BareStatement::bind(int index, std::string_view text)
{
    // A null length-zero text must still be a text: STATIC is safe, for callers keep their values until run().
    require(database_,
            sqlite3_bind_text(statement_, index, text.empty() ? "" : text.data(), static_cast<int>(text.size()),
                              SQLITE_STATIC));
    return *this;
}

BareStatement& BareStatement::bind(int index, std::int64_t number)
{
    require(database_, sqlite3_bind_int64(statement_, index, number));
    return *this;
}

BareStatement& BareStatement::bind(int index, const Id& id)
{
    require(database_,
            sqlite3_bind_blob(statement_, index, id.bytes.data(), static_cast<int>(id.bytes.size()), SQLITE_STATIC));
    return *this;
}

std::size_t BareStatement::run()
{
    std::size_t rows = 0;
    int code = sqlite3_step(statement_);
    for (; code == SQLITE_ROW; code = sqlite3_step(statement_)) {
        ++rows;
        for (int column = 0; column < sqlite3_column_count(statement_); ++column)
            sqlite3_column_text(statement_, column);
    }
    require(database_, code);
    sqlite3_reset(statement_);
    return rows;
}

BareDatabase::BareDatabase(const std::filesystem::path& path, const std::optional<store::WorkspaceKey>& key)
{
    require(database_,
            sqlite3_open_v2(path.c_str(), &database_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX,
                            nullptr));
    if (key) {
        std::string hex;
        for (const auto byte : *key) hex += fmt::format("{:02x}", byte);
        exec("PRAGMA key = \"x'" + hex + "'\"");
    }
    exec(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY");
}

BareDatabase::~BareDatabase()
{
    sqlite3_close_v2(database_);
}

void BareDatabase::exec(const std::string& sql)
{
    require(database_, sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr));
}

}  // namespace kith::bench
