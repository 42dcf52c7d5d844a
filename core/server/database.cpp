#include "database.h"

#include <kith/base/log.h>

#include <QSqlDriver>
#include <QSqlError>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <atomic>
#include <cctype>

namespace kith::server {

namespace {

QString toQt(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QByteArray toBytes(std::string_view bytes)
{
    return {bytes.data(), static_cast<qsizetype>(bytes.size())};
}

/// Names of Qt's connections are global to the process.
QString nextName()
{
    static std::atomic<unsigned> last{0};
    return QStringLiteral("kith-server-%1").arg(++last);
}

constexpr int kSqliteBusy = 5;
constexpr int kSqliteFull = 13;

/// The primary code of SQLite; 0 for what is none.
int sqliteCode(const QString& native)
{
    return native.toInt() & 0xFF;
}

/// The connection is gone, or was never there (class 08, and what an administrator's stop says).
bool isLost(const QString& state)
{
    return state.isEmpty() || state.startsWith(QStringLiteral("08")) || state.startsWith(QStringLiteral("57P0"));
}

/// Serialisation failure or deadlock.
bool isCollision(const QString& state)
{
    return state == QStringLiteral("40001") || state == QStringLiteral("40P01");
}

/// A SQLSTATE or a number: letters and digits alone, so that it may be logged.
std::string loggable(const QString& native)
{
    std::string code = native.left(5).toStdString();
    std::erase_if(code, [](unsigned char c) { return std::isalnum(c) == 0; });
    return code;
}

}  // namespace

Arg::Arg(const Id& id)
    : value(QByteArray(reinterpret_cast<const char*>(id.bytes.data()), static_cast<qsizetype>(id.bytes.size())))
{
}

Arg::Arg(Bytes bytes) : value(toBytes(bytes.bytes)) { }

Arg::Arg(std::string_view text) : value(toQt(text)) { }

Arg Arg::nothing()
{
    Arg arg;
    arg.value = QVariant(QMetaType::fromType<QByteArray>());
    return arg;
}

std::string Record::text(int column) const
{
    return query_.value(column).toString().toStdString();
}

std::string Record::bytes(int column) const
{
    return query_.value(column).toByteArray().toStdString();
}

Id Record::id(int column) const
{
    const QByteArray bytes = query_.value(column).toByteArray();
    Id id;
    if (bytes.size() == static_cast<qsizetype>(id.bytes.size())) std::ranges::copy(bytes, id.bytes.begin());
    return id;
}

Result<DatabasePlace> parseDatabaseUrl(std::string_view url)
{
    const QUrl parsed(toQt(url), QUrl::StrictMode);
    const bool known = parsed.scheme() == QStringLiteral("postgresql") || parsed.scheme() == QStringLiteral("postgres");
    if (!parsed.isValid() || !known)
        return fail(ErrorCode::BadInput, "The database is given as postgresql://user@host:port/name.");
    DatabasePlace place{.engine = Engine::Postgres,
                        .host = parsed.host().toStdString(),
                        .port = parsed.port(),
                        .name = parsed.path().mid(1).toStdString(),
                        .user = parsed.userName(QUrl::FullyDecoded).toStdString(),
                        .password = parsed.password(QUrl::FullyDecoded).toStdString()};
    for (const auto& [key, value] : QUrlQuery(parsed).queryItems(QUrl::FullyDecoded)) {
        if (key == QStringLiteral("host")) place.host = value.toStdString();
        else if (key == QStringLiteral("port")) place.port = value.toInt();
        else if (key == QStringLiteral("user")) place.user = value.toStdString();
        else if (key == QStringLiteral("password")) place.password = value.toStdString();
        else if (key == QStringLiteral("dbname")) place.name = value.toStdString();
        else place.options += (place.options.empty() ? "" : ";") + key.toStdString() + "='" + value.toStdString() + "'";
    }
    return place;
}

Database::Database(DatabasePlace place) : place_(std::move(place)), connection_(nextName()) { }

Database::~Database()
{
    disconnect();
}

void Database::disconnect()
{
    statements_.clear();
    if (!database_.isValid()) return;
    database_.close();
    database_ = {};
    QSqlDatabase::removeDatabase(connection_);
}

Answer<void> Database::connect()
{
    if (lost_) disconnect();
    lost_ = false;
    if (database_.isValid() && database_.isOpen()) return {};
    const bool sqlite = engine() == Engine::Sqlite;
    database_ = QSqlDatabase::addDatabase(sqlite ? QStringLiteral("QSQLITE") : QStringLiteral("QPSQL"), connection_);
    if (sqlite) {
        database_.setDatabaseName(toQt(place_.file));
        database_.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=20000"));
    } else {
        database_.setHostName(toQt(place_.host));
        database_.setDatabaseName(toQt(place_.name));
        database_.setUserName(toQt(place_.user));
        database_.setPassword(toQt(place_.password));
        if (place_.port > 0) database_.setPort(place_.port);
        database_.setConnectOptions(toQt(place_.options));
    }
    if (!database_.open()) {
        const auto failure = failed(database_.lastError());
        disconnect();
        again_ = false;
        return failure;
    }
    auto configured = configure();
    if (!configured) disconnect();
    return configured;
}

Answer<void> Database::configure()
{
    if (engine() == Engine::Postgres) {
        KITH_CHECK(direct("SET client_min_messages = warning"));
        KITH_CHECK(direct("SET statement_timeout = '120s'"));
        KITH_CHECK(direct("SET idle_in_transaction_session_timeout = '120s'"));
        return direct("SET lock_timeout = '20s'");
    }
    KITH_CHECK(direct("PRAGMA journal_mode = WAL"));
    // What was erased must not stay in free pages.
    KITH_CHECK(direct("PRAGMA secure_delete = ON"));
    KITH_CHECK(direct("PRAGMA cache_size = -32000"));
    return direct(place_.durable ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = OFF");
}

std::unexpected<Failure> Database::failed(const QSqlError& error)
{
    const QString native = error.nativeErrorCode();
    log::write(log::Level::Warning, "server.database", "a statement failed with code " + loggable(native));
    if (engine() == Engine::Sqlite) {
        again_ = sqliteCode(native) == kSqliteBusy;
        if (sqliteCode(native) == kSqliteFull) return refuse(Trouble::ServerFault, "The server's disk is full.");
        return refuse(Trouble::ServerFault, "The server's database failed.");
    }
    lost_ = isLost(native);
    again_ = lost_ || isCollision(native);
    return refuse(Trouble::ServerFault,
                  lost_ ? "The server has lost its database for the moment." : "The server's database failed.");
}

Answer<void> Database::direct(std::string_view sql)
{
    QSqlQuery query(database_);
    if (!query.exec(toQt(sql))) return failed(query.lastError());
    return {};
}

Answer<void> Database::begin(Access access)
{
    if (engine() == Engine::Sqlite) return direct(access == Access::Write ? "BEGIN IMMEDIATE" : "BEGIN");
    return direct(access == Access::Write ? "BEGIN" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
}

Answer<void> Database::commit()
{
    auto committed = direct("COMMIT");
    if (committed) return committed;
    // Whether it took place is not known when the connection broke; the client asks again and is told.
    if (lost_) again_ = false;
    else rollback();
    return committed;
}

void Database::rollback()
{
    if (lost_) return;
    const bool again = again_;
    if (!direct("ROLLBACK")) lost_ = true;
    again_ = again;
}

Answer<QSqlQuery*> Database::started(std::string_view sql, std::span<const Arg> args)
{
    auto& query = statements_[std::string(sql)];
    if (!query) {
        query = std::make_unique<QSqlQuery>(database_);
        query->setForwardOnly(engine() == Engine::Sqlite);
        if (!query->prepare(toQt(sql))) {
            const auto failure = failed(query->lastError());
            statements_.erase(std::string(sql));
            return failure;
        }
    }
    for (std::size_t i = 0; i < args.size(); ++i) query->bindValue(static_cast<int>(i), args[i].value);
    if (!query->exec()) return failed(query->lastError());
    return query.get();
}

Answer<void> Database::ended(QSqlQuery& query)
{
    const QSqlError error = query.lastError();
    query.finish();
    if (error.type() != QSqlError::NoError) return failed(error);
    return {};
}

Answer<std::int64_t> Database::run(std::string_view sql, std::span<const Arg> args)
{
    KITH_TRY(query, started(sql, args));
    const std::int64_t changed = query->numRowsAffected();
    KITH_CHECK(ended(*query));
    return changed;
}

Answer<std::int64_t> Database::number(std::string_view sql, std::initializer_list<Arg> args)
{
    std::int64_t result = 0;
    KITH_CHECK(each(sql, args, [&](const Record& record) { result = record.integer(0); }));
    return result;
}

}  // namespace kith::server
