// What the server takes in, without a network: pushes of one operation from several devices at once.
#include "server_bed.h"

#include <kith/server_support/postgres.h>
#include <kith/server_support/replica.h>

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <array>
#include <atomic>
#include <cstdlib>
#include <fmt/format.h>
#include <thread>

namespace kith::bench {

namespace {

using namespace server_support;

constexpr int kDevices = 8;

/// All begin together; until the last is done.
void together(Stopwatch& watch, const std::function<void(int)>& work)
{
    std::atomic<bool> go{false};
    std::vector<std::jthread> threads;
    for (int i = 0; i < kDevices; ++i)
        threads.emplace_back([&, i] {
            go.wait(false);
            try {
                work(i);
            } catch (const std::exception& failure) {
                giveUp(failure.what());
            }
        });
    watch.time([&] {
        go = true;
        go.notify_all();
        threads.clear();
    });
}

/// The limit: as many commits of a counter, one row, over as many connections.
void countBare(Stopwatch& watch, const std::string& host, const std::string& database, std::size_t each)
{
    const auto connect = [&](int i) {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), QStringLiteral("bare-%1").arg(i));
        db.setHostName(QString::fromStdString(host));
        db.setDatabaseName(QString::fromStdString(database));
        db.setUserName(QStringLiteral("kith"));
        if (!db.open()) giveUp(db.lastError().text().toStdString());
        return db;
    };
    {
        QSqlDatabase db = connect(-1);
        QSqlQuery query(db);
        if (!query.exec(QStringLiteral("CREATE TABLE bare_counter AS SELECT 1 AS one, 0 AS head")))
            giveUp(query.lastError().text().toStdString());
    }
    together(watch, [&](int i) {
        QSqlDatabase db = connect(i);
        QSqlQuery query(db);
        query.prepare(QStringLiteral("UPDATE bare_counter SET head = head + 1 WHERE one = 1 RETURNING head"));
        for (std::size_t k = 0; k < each; ++k)
            if (!query.exec()) giveUp(query.lastError().text().toStdString());
    });
    for (int i = -1; i < kDevices; ++i) QSqlDatabase::removeDatabase(QStringLiteral("bare-%1").arg(i));
}

void measureOn(On on, ServerBed& bench)
{
    std::optional<PostgresServer> postgres;
    // The script starts one for tests, which does not wait for the disk, unless this says so.
    setenv("KITH_TEST_FSYNC", "on", 1);  // NOLINT(concurrency-mt-unsafe): no other thread yet
    if (on == On::Postgres) postgres.emplace(PostgresServer::Which::Own);
    Bed bed(on, quickLimits(), postgres ? &*postgres : nullptr);
    server::ServerOptions options = bed.options();
    options.durable = true;
    const auto server = must(server::Server::open(options, bed.clock(), bench.ids, bench.random));

    const std::size_t each = std::max<std::size_t>(1, bench.options.pushes / kDevices);
    std::vector<sync::Token> tokens;
    std::vector<std::vector<sync::PushRequest>> requests;
    for (int i = 0; i < kDevices; ++i) {
        Replica replica(bed, bed.enrol(fmt::format("user{}", i), sync::Role::Recruiter));
        for (std::size_t k = 0; k < each; ++k) replica.makePerson(bed.common(), fmt::format("Person {}-{}", i, k));
        auto& own = requests.emplace_back();
        for (const sync::Operation& operation : replica.waiting().operations)
            own.push_back({.operations = {operation}});
        tokens.push_back(replica.token());
    }
    Stopwatch kith;
    together(kith, [&](int i) {
        const auto at = static_cast<std::size_t>(i);
        for (const sync::PushRequest& request : requests[at])
            static_cast<void>(must(server->push(tokens[at], request, {})));
    });
    Figure figure{.name = on == On::Postgres ? "push-postgresql" : "push-sqlite",
                  .what = fmt::format("{} pushes of one operation by {} devices, durable", each * kDevices, kDevices),
                  .kith = kith.timing(),
                  .items = each * kDevices,
                  .target = on == On::Postgres ? ">= 1,500 pushes/s" : ""};
    if (postgres) {
        Stopwatch limit;
        const std::string url = bed.options().database;
        const auto name = url.substr(url.find("///") + 3, url.find('?') - url.find("///") - 3);
        const auto host = url.substr(url.find("host=") + 5, url.find("&user") - url.find("host=") - 5);
        countBare(limit, host, name, each);
        figure.limitIs = "as many commits of one counter over as many connections";
        figure.limit = limit.timing();
    }
    bench.report.figures.push_back(std::move(figure));
}

}  // namespace

void measurePushes(ServerBed& bench)
{
    measureOn(On::Sqlite, bench);
    if (bench.options.postgres) measureOn(On::Postgres, bench);
}

}  // namespace kith::bench
