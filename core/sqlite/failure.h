// How SQLite's result codes become errors with a sentence. Private to this folder.
#pragma once

#include <kith/base/error.h>

struct sqlite3;

namespace kith::sqlite {

/// The error for a result code of the last call on `database` (which may be null).
[[nodiscard]] std::unexpected<Error> failureOf(sqlite3* database, int code);

}  // namespace kith::sqlite
