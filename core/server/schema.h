// The tables of the server and how they came about. Private to this folder.
#pragma once

#include "database.h"

namespace kith::server {

/// Makes or updates the tables, in one transaction that others wait for. NewerVersion when a newer Kith made them.
[[nodiscard]] Result<void> migrate(Database& database);

/// Until the transaction ends no other server over this database changes tables or roles.
[[nodiscard]] Answer<void> holdOtherServers(Database& database);

/// A table that a backup holds, and the types of its columns: i integer, t text, b bytes (or an id), in order.
struct Table {
    std::string_view name;
    std::string_view columns;  ///< comma-separated
    std::string_view types;
};
[[nodiscard]] std::span<const Table> backedUpTables();

}  // namespace kith::server
