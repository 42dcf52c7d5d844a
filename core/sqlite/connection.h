// One connection to one SQLite or SQLCipher file. Confined to one thread at a time.
#pragma once

#include <kith/base/error.h>
#include <kith/sqlite/statement.h>

#include <array>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

struct sqlite3;

namespace kith::sqlite {

inline constexpr std::chrono::milliseconds kUsualPatience{5000};

/// A raw 256-bit SQLCipher key and the 128-bit salt that stands in clear at the start of the file. No key derivation
/// happens on opening (SQLCipher API, "PRAGMA key", raw key data with explicit salt).
struct CipherKey {
    std::array<std::uint8_t, 32> key{};
    std::array<std::uint8_t, 16> salt{};
};

enum class Access : std::uint8_t {
    Create,  ///< read and write, make the file when it is missing
    ReadWrite,  ///< read and write an existing file
    Query,  ///< an existing file, `query_only`, no checkpoints
};

struct OpenOptions {
    Access access = Access::ReadWrite;
    std::optional<CipherKey> key{};  ///< nothing: a plain file
    std::string vfs{};  ///< name of a registered VFS, for fault tests; empty for the system's
};

class Connection {
public:
    /// Opens and reads the first page, so that a wrong key shows here. Errors: NotFound, WrongKey (also for files that
    /// are no database at all: encrypted files look like noise), ReadOnly, DiskFull, Internal.
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const std::filesystem::path& path,
                                                                  const OpenOptions& options);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// A statement for one use, from the cache. The SQL must be a literal or live as long as the connection's cache
    /// needs it (it is copied as the cache's key).
    [[nodiscard]] Statement prepare(std::string_view sql) const;

    /// prepare and bind in order.
    template <class... Args>
    [[nodiscard]] Statement query(std::string_view sql, const Args&... args) const
    {
        Statement statement = prepare(sql);
        int index = 0;
        (statement.bind(++index, args), ...);
        return statement;
    }
    /// Runs one statement without rows.
    template <class... Args>
    Result<void> run(std::string_view sql, const Args&... args)
    {
        Statement statement = query(sql, args...);
        return statement.run();
    }
    /// Runs several statements separated by semicolons, not cached.
    Result<void> script(const std::string& sql);

    /// The first column of the first row as a number; `otherwise` when there is none.
    [[nodiscard]] std::int64_t number(std::string_view sql, std::int64_t otherwise = 0) const;

    [[nodiscard]] std::int64_t lastInsertRow() const;
    [[nodiscard]] std::int64_t changes() const;
    [[nodiscard]] bool inTransaction() const;

    /// How long to wait for another connection that holds what is needed; kUsualPatience at first.
    void waitAtMost(std::chrono::milliseconds patience);

    /// Makes long reads on this connection stop with Cancelled while *stop is true; null to end it.
    void watch(const std::atomic<bool>* stop);

    /// Copies the whole database into a new file under the same key (or none), page by page, from one consistent
    /// state, while others write. The target must not exist. Errors: DiskFull, ReadOnly, Internal; Cancelled soon after
    /// *stop has become true. O(file)
    Result<void> copyTo(const std::filesystem::path& target, const std::optional<CipherKey>& key,
                        const std::atomic<bool>* stop = nullptr) const;

private:
    explicit Connection(sqlite3* database) : database_(database) { }

    struct Cached {
        sqlite3_stmt* statement = nullptr;
        bool inUse = false;
    };
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    sqlite3* database_;
    mutable std::unordered_map<std::string, std::unique_ptr<Cached>, TextHash, std::equal_to<>> cache_;
    const std::atomic<bool>* stop_ = nullptr;
};

}  // namespace kith::sqlite
