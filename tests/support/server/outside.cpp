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

std::atomic<unsigned> last{0};

}  // namespace

Outside::Outside(Bed& bed) : connection_(fmt::format("outside-{}", ++last)), sqlite_(bed.options().database.empty())
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
    std::string hex;
    for (const std::uint8_t byte : row.bytes) hex += fmt::format("{:02x}", byte);
    execute(fmt::format("UPDATE entry SET state = 'x' WHERE id = {}",
                        sqlite_ ? fmt::format("x'{}'", hex) : fmt::format("'\\x{}'", hex)));
}

}  // namespace kith::server_support
