// What several readers read from a column. Private to this folder.
#pragma once

#include "stamps.h"

#include <kith/base/clock.h>
#include <kith/domain/entity.h>
#include <kith/domain/value.h>
#include <kith/sqlite/connection.h>

#include <optional>

namespace kith::store {

[[nodiscard]] inline std::optional<Date> dateAt(const sqlite::Statement& statement, int column)
{
    if (statement.isNull(column)) return std::nullopt;
    return Date{std::chrono::days{statement.integer(column)}};
}

[[nodiscard]] inline Instant instantAt(const sqlite::Statement& statement, int column)
{
    return Instant{std::chrono::milliseconds{statement.integer(column)}};
}

/// Where a part of a person (a contact point, a skill …) comes from: the source of its most telling field. The column
/// is that of the row's stamps.
[[nodiscard]] Source partSource(const Interned& interned, const sqlite::Statement& statement, int column,
                                FieldIndex field);

}  // namespace kith::store
