#include <kith/server_support/postgres.h>

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <atomic>
#include <cstdlib>
#include <fmt/format.h>
#include <fstream>
#include <stdexcept>
#include <unistd.h>

namespace kith::server_support {

PostgresServer::PostgresServer(Which which)
{
    const char* shared = std::getenv("KITH_TEST_POSTGRES");  // NOLINT(concurrency-mt-unsafe)
    own_ = which == Which::Own || shared == nullptr;
    static std::atomic<int> last{0};
    state_ = own_ ? std::filesystem::temp_directory_path() / fmt::format("kith-pg-state-{}-{}", getpid(), ++last)
                  : std::filesystem::path(shared);
    if (own_) run("start");
    std::ifstream(state_) >> folder_;
    if (folder_.empty()) throw std::runtime_error("PostgreSQL for the tests is not running");
}

PostgresServer::~PostgresServer()
{
    if (own_) run("stop");
}

void PostgresServer::run(const std::string& action)
{
    const std::string command = fmt::format("'{}' {} '{}'", KITH_POSTGRES_SCRIPT, action, state_.string());
    // NOLINTNEXTLINE(concurrency-mt-unsafe,bugprone-command-processor,cert-env33-c)
    if (std::system(command.c_str()) != 0) throw std::runtime_error("postgres.sh " + action + " failed");
}

void PostgresServer::restart()
{
    run("restart");
}

std::string PostgresServer::urlOf(const std::string& database) const
{
    return fmt::format("postgresql:///{}?host={}&user=kith", database, folder_);
}

void PostgresServer::execute(const std::string& sql)
{
    static std::atomic<int> last{0};
    const QString name = QStringLiteral("kith-test-%1").arg(++last);
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), name);
        database.setHostName(QString::fromStdString(folder_));
        database.setUserName(QStringLiteral("kith"));
        database.setDatabaseName(QStringLiteral("postgres"));
        QSqlQuery query(database);
        if (!database.open() || !query.exec(QString::fromStdString(sql)))
            throw std::runtime_error("PostgreSQL: " + database.lastError().text().toStdString()
                                     + query.lastError().text().toStdString());
    }
    QSqlDatabase::removeDatabase(name);
}

std::string PostgresServer::makeDatabase()
{
    static std::atomic<int> last{0};
    const std::string name = fmt::format("kith_{}_{}", getpid(), ++last);
    execute("CREATE DATABASE " + name);
    return name;
}

void PostgresServer::dropDatabase(const std::string& name)
{
    execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
}

}  // namespace kith::server_support
