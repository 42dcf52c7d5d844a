#include <kith/server_support/outside.h>

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>
#include <QUrlQuery>

#include <atomic>
#include <fmt/format.h>
#include <stdexcept>

namespace kith::server_support {

namespace {

std::atomic<unsigned> connections{0};

std::string hexOf(const Id& id)
{
    std::string hex;
    for (const std::uint8_t byte : id.bytes) hex += fmt::format("{:02x}", byte);
    return hex;
}

}  // namespace

Outside::Outside(Bed& bed)
    : connection_(fmt::format("outside-{}", ++connections)), sqlite_(bed.options().database.empty())
{
    const auto name = QString::fromStdString(connection_);
    QSqlDatabase database =
        QSqlDatabase::addDatabase(sqlite_ ? QStringLiteral("QSQLITE") : QStringLiteral("QPSQL"), name);
    if (sqlite_) {
        database.setDatabaseName(QString::fromStdString((bed.folder() / "kith-server.db").string()));
    } else {
        const QUrl url(QString::fromStdString(bed.options().database));
        database.setHostName(QUrlQuery(url).queryItemValue(QStringLiteral("host"), QUrl::FullyDecoded));
        database.setDatabaseName(url.path().mid(1));
        database.setUserName(QUrlQuery(url).queryItemValue(QStringLiteral("user"), QUrl::FullyDecoded));
    }
    if (!database.open()) throw std::runtime_error(database.lastError().text().toStdString());
}

Outside::~Outside()
{
    QSqlDatabase::database(QString::fromStdString(connection_)).close();
    QSqlDatabase::removeDatabase(QString::fromStdString(connection_));
}

void Outside::execute(const std::string& sql)
{
    QSqlQuery query(QSqlDatabase::database(QString::fromStdString(connection_)));
    if (!query.exec(QString::fromStdString(sql))) throw std::runtime_error(query.lastError().text().toStdString());
}

void Outside::holdBack()
{
    execute(sqlite_ ? "BEGIN IMMEDIATE" : "BEGIN");
    if (!sqlite_) execute("SELECT head FROM organisation FOR UPDATE");
}

void Outside::letGo()
{
    execute("ROLLBACK");
}

void Outside::spoil(const Id& row)
{
    const std::string hex = hexOf(row);
    execute(fmt::format("UPDATE entry SET state = 'x' WHERE id = {}",
                        sqlite_ ? fmt::format("x'{}'", hex) : fmt::format("'\\x{}'", hex)));
}

int Outside::readableAs(const Id& account, const std::string& table)
{
    execute("BEGIN");
    execute(fmt::format("SELECT set_config('kith.org', '1', true), set_config('kith.account', '{}', true),"
                        " set_config('role', 'kith_reader', true)",
                        hexOf(account)));
    QSqlQuery query(QSqlDatabase::database(QString::fromStdString(connection_)));
    const bool read = query.exec(QString::fromStdString("SELECT COUNT(*) FROM " + table)) && query.next();
    const int count = read ? query.value(0).toInt() : -1;
    execute("ROLLBACK");
    return count;
}

void Outside::dropRule(const std::string& table)
{
    execute("DROP POLICY readable ON " + table);
}

}  // namespace kith::server_support
