// Reads and writes one replicated row of any kind, by the entity table. Private to this folder.
#pragma once

#include "stamps.h"

#include <kith/domain/contact_key.h>
#include <kith/domain/entity.h>
#include <kith/domain/value.h>
#include <kith/sqlite/connection.h>

#include <optional>
#include <vector>

namespace kith::store {

/// A row as it is on disk.
struct StoredRow {
    std::int64_t rid = 0;
    std::int64_t space = 1;
    bool removed = false;
    /// Of a removal: the latest time on any field that it had seen; nothing while nobody has removed the row.
    std::optional<HybridTime> saw{};
    std::int64_t revision = 0;  ///< the server's number; 0 while the server does not know the row
    std::vector<Value> values;  ///< by field index
    std::string key{};  ///< match_key; not read, and computed for writing when it is empty
    StampEntries stamps;
};

/// The generated SQL of all kinds over one connection.
class RowStore {
public:
    explicit RowStore(sqlite::Connection& connection);

    [[nodiscard]] Result<std::optional<StoredRow>> read(Kind kind, const Id& id) const;
    /// Inserts; sets row.rid and row.key.
    Result<void> insert(Kind kind, const Id& id, StoredRow& row);
    Result<void> update(Kind kind, StoredRow& row);
    Result<void> setRevision(Kind kind, std::int64_t rid, std::int64_t revision);

    /// Reads a row from a statement whose columns are `columns(kind)`.
    [[nodiscard]] static StoredRow fromStatement(Kind kind, const sqlite::Statement& statement, int firstColumn = 0);
    /// "rid, id, space, removed, stamps, saw, revision, field…", for SELECT.
    [[nodiscard]] static std::string columns(Kind kind);
    /// The local number of the space of a row that is not removed.
    [[nodiscard]] std::optional<std::int64_t> spaceOf(Kind kind, const Id& id) const;
    [[nodiscard]] bool exists(Kind kind, const Id& id) const { return spaceOf(kind, id).has_value(); }

    /// Where phone numbers without a country code are from, for match keys (settings::kRegion).
    void setRegion(std::string region) { region_ = std::move(region); }
    /// Computes the keys of all phone numbers anew; returns the people whose keys changed. O(phone numbers).
    Result<std::vector<Id>> rekeyPhones();

private:
    struct Sql {
        std::string read, insert, update, space, revise;
    };
    [[nodiscard]] const Sql& sqlOf(Kind kind) const { return sql_[static_cast<std::size_t>(kind) - 1]; }

    sqlite::Connection& connection_;
    Result<void> write(sqlite::Statement statement, Kind kind, StoredRow& row) const;

    std::vector<Sql> sql_;
    std::string region_{kDefaultRegion};
};

/// Whether rows of a kind carry a match_key column.
[[nodiscard]] bool hasMatchKey(Kind kind);
/// The key by which a row of the kind is matched and sorted: a folded name, or a contact point's key.
[[nodiscard]] std::string matchKey(Kind kind, std::span<const Value> values, std::string_view region);

void bindValue(sqlite::Statement& statement, int index, const Value& value);

}  // namespace kith::store
