// A prepared statement, borrowed from its connection's cache for one use.
#pragma once

#include <kith/base/error.h>
#include <kith/base/id.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

struct sqlite3_stmt;

namespace kith::sqlite {

/// A blob to bind; the bytes must live until the statement has run.
struct Blob {
    std::string_view bytes;
};

/// Binds parameters from 1 and reads columns from 0. Goes back to the cache, reset, when destroyed.
/// A failure ends the rows: next() returns false and error() says why.
class Statement {
public:
    Statement(sqlite3_stmt* statement, bool* inUse, std::optional<Error> error);
    ~Statement();
    Statement(Statement&& other) noexcept;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    Statement& operator=(Statement&&) = delete;

    /// Text and blobs are not copied: they must live until the statement has run.
    void bind(int index, std::int64_t value);
    void bind(int index, int value) { bind(index, std::int64_t{value}); }
    void bind(int index, std::uint32_t value) { bind(index, std::int64_t{value}); }
    void bind(int index, double value);
    void bind(int index, std::string_view text);
    void bind(int index, const std::string& text) { bind(index, std::string_view(text)); }
    void bind(int index, const char* text) { bind(index, std::string_view(text)); }
    void bind(int index, Blob blob);
    void bind(int index, const Id& id);
    void bind(int index, std::nullptr_t);
    template <class T>
    void bind(int index, const std::optional<T>& value)
    {
        if (value) bind(index, *value);
        else bind(index, nullptr);
    }

    /// Moves to the next row; false at the end and on failure.
    bool next();
    /// Runs a statement without rows to its end.
    Result<void> run();
    [[nodiscard]] const std::optional<Error>& error() const { return error_; }
    [[nodiscard]] Result<void> result() const;

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] std::string text(int column) const { return std::string(textView(column)); }
    /// Valid until the next call of next() or the end of the statement.
    [[nodiscard]] std::string_view textView(int column) const;
    [[nodiscard]] std::string_view blob(int column) const;
    /// The nil id for NULL and for blobs of another length.
    [[nodiscard]] Id id(int column) const;
    /// SQLite's type code of the value: 1 integer, 2 real, 3 text, 4 blob, 5 null.
    [[nodiscard]] int type(int column) const;

private:
    void check(int code);

    sqlite3_stmt* statement_;
    bool* inUse_;  ///< the cache's mark; null when the statement is this object's own
    std::optional<Error> error_;
};

}  // namespace kith::sqlite
