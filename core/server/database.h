// One connection to SQLite or PostgreSQL through Qt Sql, and transactions on it. Private to this folder.
#pragma once

#include <kith/base/id.h>
#include <kith/sync/service.h>

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <concepts>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kith::server {

using sync::Answer;
using sync::Failure;
using sync::Trouble;

[[nodiscard]] inline std::unexpected<Failure> refuse(Trouble trouble, std::string sentence)
{
    return std::unexpected(Failure{.trouble = trouble, .sentence = std::move(sentence)});
}

enum class Engine : std::uint8_t { Sqlite, Postgres };

/// Where a database is and how to open it.
struct DatabasePlace {
    Engine engine = Engine::Sqlite;
    std::string file{};  ///< SQLite
    bool durable = true;
    std::string host{};  ///< PostgreSQL: also the folder of a socket
    int port = -1;
    std::string name{};
    std::string user{};
    std::string password{};
    std::string options{};  ///< of libpq, "key=value;key=value"
};

/// BadInput for anything but postgresql:// and postgres://.
[[nodiscard]] Result<DatabasePlace> parseDatabaseUrl(std::string_view url);

/// Bytes, where a plain string is text.
struct Bytes {
    std::string_view bytes;
};

/// A parameter of a statement.
class Arg {
public:
    Arg(const Id& id);  // NOLINT(google-explicit-constructor)
    Arg(Bytes bytes);  // NOLINT(google-explicit-constructor)
    Arg(std::string_view text);  // NOLINT(google-explicit-constructor)
    Arg(const std::string& text)  // NOLINT(google-explicit-constructor)
        : Arg(std::string_view(text))
    {
    }
    Arg(const char* text)  // NOLINT(google-explicit-constructor)
        : Arg(std::string_view(text))
    {
    }
    template <std::integral T>
    Arg(T number)  // NOLINT(google-explicit-constructor)
        : value(static_cast<qlonglong>(number))
    {
    }
    /// A null of the type of ids and bytes.
    [[nodiscard]] static Arg nothing();

    QVariant value;

private:
    Arg() = default;
};

/// A row of a result; valid while it is visited. Columns count from 0.
class Record {
public:
    explicit Record(const QSqlQuery& query) : query_(query) { }
    [[nodiscard]] std::int64_t integer(int column) const { return query_.value(column).toLongLong(); }
    [[nodiscard]] bool flag(int column) const { return integer(column) != 0; }
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] std::string bytes(int column) const;
    [[nodiscard]] bool isNull(int column) const { return query_.isNull(column); }
    [[nodiscard]] Id id(int column) const;
    [[nodiscard]] Instant instant(int column) const { return Instant{std::chrono::milliseconds{integer(column)}}; }

private:
    const QSqlQuery& query_;
};

enum class Access : std::uint8_t { Read, Write };

/// Used by one thread. Statements are prepared once and kept. Opens when it is first used, and again after the
/// connection was lost. Failures are ServerFault with a sentence without data; the code is logged.
class Database {
public:
    explicit Database(DatabasePlace place);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    [[nodiscard]] Engine engine() const { return place_.engine; }

    /// Runs `work`, which returns an Answer, in one transaction: committed when it succeeds, taken back when it does
    /// not. A read sees the database as it was at one moment. Work that met a lost connection, a deadlock or a busy
    /// file is done again, up to three times, so it must start afresh each time; a commit is never repeated.
    template <class Work>
    auto transaction(Access access, Work work) -> std::invoke_result_t<Work&>
    {
        for (int attempt = 1;; ++attempt) {
            auto result = once(access, work);
            if (result || !again_ || attempt == 3) return result;
        }
    }

    /// Calls `visit(const Record&)` for each row.
    template <class Visit>
    Answer<void> each(std::string_view sql, std::span<const Arg> args, Visit visit)
    {
        KITH_TRY(query, started(sql, args));
        const Record record(*query);
        while (query->next()) visit(record);
        return ended(*query);
    }
    template <class Visit>
    Answer<void> each(std::string_view sql, std::initializer_list<Arg> args, Visit visit)
    {
        return each(sql, std::span(args.begin(), args.size()), std::move(visit));
    }
    /// How many rows a statement changed.
    Answer<std::int64_t> run(std::string_view sql, std::span<const Arg> args);
    Answer<std::int64_t> run(std::string_view sql, std::initializer_list<Arg> args = {})
    {
        return run(sql, std::span(args.begin(), args.size()));
    }
    /// The first column of the first row; 0 when there is none.
    Answer<std::int64_t> number(std::string_view sql, std::initializer_list<Arg> args = {});

    /// A statement outside a transaction and not prepared: schema, pragmas, VACUUM.
    Answer<void> direct(std::string_view sql);
    /// Opens the connection if it is not.
    Answer<void> connect();
    [[nodiscard]] QSqlDatabase& handle() { return database_; }

private:
    template <class Work>
    auto once(Access access, Work& work) -> std::invoke_result_t<Work&>
    {
        again_ = false;
        KITH_CHECK(connect());
        KITH_CHECK(begin(access));
        auto result = work();
        if (!result) {
            rollback();
            return result;
        }
        KITH_CHECK(commit());
        return result;
    }

    Answer<void> begin(Access access);
    Answer<void> commit();
    void rollback();
    void disconnect();
    Answer<QSqlQuery*> started(std::string_view sql, std::span<const Arg> args);
    Answer<void> ended(QSqlQuery& query);
    std::unexpected<Failure> failed(const QSqlError& error);
    Answer<void> configure();

    DatabasePlace place_;
    QString connection_;
    QSqlDatabase database_;
    std::unordered_map<std::string, std::unique_ptr<QSqlQuery>> statements_;
    bool again_ = false;  ///< the last failure may pass when the work is done again
    bool lost_ = false;  ///< the connection must be opened anew
};

}  // namespace kith::server
