// The limit: the same engine with the same key and the same promises about durability, and nothing around it.
#pragma once

#include <kith/store/workspace.h>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace kith::bench {

/// A prepared statement; ends the program when the engine refuses, since a benchmark has nobody to tell.
class BareStatement {
public:
    BareStatement(sqlite3* database, std::string_view sql);
    ~BareStatement();
    BareStatement(const BareStatement&) = delete;
    BareStatement& operator=(const BareStatement&) = delete;

    BareStatement& bind(int index, std::string_view text);
    BareStatement& bind(int index, std::int64_t number);
    BareStatement& bind(int index, const Id& id);
    /// Runs to the end and makes the statement ready again; how many rows came. All columns are read.
    std::size_t run();

private:
    sqlite3* database_;
    sqlite3_stmt* statement_ = nullptr;
};

class BareDatabase {
public:
    /// A new file with WAL and synchronous=FULL, as the workspace has.
    BareDatabase(const std::filesystem::path& path, const std::optional<store::WorkspaceKey>& key);
    ~BareDatabase();
    BareDatabase(const BareDatabase&) = delete;
    BareDatabase& operator=(const BareDatabase&) = delete;

    void exec(const std::string& sql);
    [[nodiscard]] BareStatement prepare(std::string_view sql) { return {database_, sql}; }

private:
    sqlite3* database_ = nullptr;
};

}  // namespace kith::bench
