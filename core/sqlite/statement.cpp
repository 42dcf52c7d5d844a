#include <kith/sqlite/statement.h>

#include "failure.h"

#include <cstring>
#include <sqlite3.h>
#include <utility>

namespace kith::sqlite {

Statement::Statement(sqlite3_stmt* statement, bool* inUse, std::optional<Error> error)
    : statement_(statement), inUse_(inUse), error_(std::move(error))
{
}

Statement::Statement(Statement&& other) noexcept
    : statement_(std::exchange(other.statement_, nullptr)),
      inUse_(std::exchange(other.inUse_, nullptr)),
      error_(std::move(other.error_))
{
}

Statement::~Statement()
{
    if (statement_ == nullptr) return;
    if (inUse_ == nullptr) {
        sqlite3_finalize(statement_);
        return;
    }
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
    *inUse_ = false;
}

void Statement::check(int code)
{
    if (code == SQLITE_OK || error_) return;
    error_ = failureOf(statement_ != nullptr ? sqlite3_db_handle(statement_) : nullptr, code).error();
}

void Statement::bind(int index, std::int64_t value)
{
    if (statement_ != nullptr) check(sqlite3_bind_int64(statement_, index, value));
}

void Statement::bind(int index, double value)
{
    if (statement_ != nullptr) check(sqlite3_bind_double(statement_, index, value));
}

void Statement::bind(int index, std::string_view text)
{
    if (statement_ == nullptr) return;
    // A view without data would bind NULL; an empty text is a text.
    const char* data = text.data() != nullptr ? text.data() : "";
    check(sqlite3_bind_text64(statement_, index, data, text.size(), SQLITE_STATIC, SQLITE_UTF8));
}

void Statement::bind(int index, Blob blob)
{
    if (statement_ == nullptr) return;
    const char* data = blob.bytes.data() != nullptr ? blob.bytes.data() : "";
    check(sqlite3_bind_blob64(statement_, index, data, blob.bytes.size(), SQLITE_STATIC));
}

void Statement::bind(int index, const Id& id)
{
    if (statement_ == nullptr) return;
    if (id.isNil()) check(sqlite3_bind_null(statement_, index));
    else check(sqlite3_bind_blob64(statement_, index, id.bytes.data(), id.bytes.size(), SQLITE_TRANSIENT));
}

void Statement::bind(int index, std::nullptr_t)
{
    if (statement_ != nullptr) check(sqlite3_bind_null(statement_, index));
}

bool Statement::next()
{
    if (statement_ == nullptr || error_) return false;
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) check(code);
    return false;
}

Result<void> Statement::run()
{
    while (next()) { }
    return result();
}

Result<void> Statement::result() const
{
    if (error_) return std::unexpected(*error_);
    return {};
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(statement_, column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(statement_, column);
}

std::string_view Statement::textView(int column) const
{
    const auto* text = sqlite3_column_text(statement_, column);
    if (text == nullptr) return {};
    return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::string_view Statement::blob(int column) const
{
    const void* data = sqlite3_column_blob(statement_, column);
    if (data == nullptr) return {};
    return {static_cast<const char*>(data), static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

Id Statement::id(int column) const
{
    Id result;
    const auto bytes = blob(column);
    if (bytes.size() == result.bytes.size()) std::memcpy(result.bytes.data(), bytes.data(), bytes.size());
    return result;
}

int Statement::type(int column) const
{
    return sqlite3_column_type(statement_, column);
}

}  // namespace kith::sqlite
