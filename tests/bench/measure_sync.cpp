// Workspaces that meet at a server: encrypted files, HTTP over loopback, durable on every side.
#include "bare_database.h"
#include "server_bed.h"

#include <kith/net/http_sync_service.h>
#include <kith/server/admin.h>
#include <kith/server/http_server.h>
#include <kith/server/http_server_backend.h>
#include <kith/server/server.h>
#include <kith/server_support/bed.h>
#include <kith/server_support/inline_sync.h>
#include <kith/support/temp_workspace.h>
#include <kith/usecases/demo.h>
#include <kith/usecases/people.h>
#include <kith/usecases/sync/sign_in.h>
#include <kith/usecases/sync/sync_round.h>

#include <fmt/format.h>
#include <thread>

namespace kith::bench {

namespace {

using server_support::must;
using Moment = std::chrono::steady_clock::time_point;

store::WorkspaceKey keyOf(std::uint64_t seed)
{
    store::WorkspaceKey key{};
    SeededRandom random(seed);
    random.fill(key);
    return key;
}

/// A server in this process, as `kithd serve --data` makes it.
class LiveServer {
public:
    explicit LiveServer(ServerBed& bench) : clock_(test::TempWorkspace().clock.now())
    {
        server_support::Bed::needApplication();
        server_ = must(server::Server::open({.data = folder_.path(), .limits = server_support::quickLimits()}, clock_,
                                            bench.ids, bench.random));
        backend_ = std::make_unique<server::ServerBackend>(*server_);
        http_ = std::make_unique<server::HttpServer>(*backend_, server::HttpOptions{});
        static_cast<void>(must(http_->start()));
    }
    [[nodiscard]] std::string url() const { return fmt::format("http://127.0.0.1:{}", http_->port()); }
    /// A code to sign in with.
    [[nodiscard]] std::string invite(const std::string& name)
    {
        server::Admin admin(*server_);
        const std::string code = must(admin.addUser(name, sync::Role::Recruiter));
        for (const server::SpaceSummary& space : must(admin.spaces()))
            if (space.kind == SpaceKind::Organisation)
                static_cast<void>(must(admin.grant(name, space.id.toString(), sync::Rights::Write)));
        return code;
    }

private:
    FixedClock clock_;
    test::TempFolder folder_;
    std::unique_ptr<server::Server> server_;
    std::unique_ptr<server::ServerBackend> backend_;
    std::unique_ptr<server::HttpServer> http_;
};

class Desktop {
public:
    Desktop(LiveServer& server, std::string user, std::uint64_t seed)
        : server_(server),
          user_(std::move(user)),
          file_(keyOf(seed), seed),
          service_(must(net::HttpSyncService::open({.url = server.url()}))),
          session_(*service_, vault_, file_.clock)
    {
    }
    [[nodiscard]] test::TempWorkspace& file() { return file_; }
    void join()
    {
        static_cast<void>(must(SignIn(*service_, session_, store())
                                   .run({.server = server_.url(),
                                         .user = user_,
                                         .password = "correct horse battery",
                                         .code = server_.invite(user_),
                                         .deviceName = user_},
                                        {})));
    }
    SyncReport round(const SyncRound::Progress& progress = {})
    {
        return must(SyncRound(*service_, session_, store(), file_.clock).run({}, {}, progress));
    }
    /// Until the server has news.
    void waitForNews()
    {
        const sync::WaitRequest request{.cursor = store().cursor(), .seconds = 25};
        static_cast<void>(
            must(session_.with([&](const sync::Token& token) { return service_->wait(token, request, {}); }, {})));
    }

private:
    [[nodiscard]] SyncStore& store() { return file_.workspace().sync(); }

    LiveServer& server_;
    std::string user_;
    test::TempWorkspace file_;
    std::unique_ptr<net::HttpSyncService> service_;
    server_support::SharedVault vault_{std::make_shared<std::optional<std::string>>()};
    ServerSession session_;
};

/// The limit: the same people inserted into three files one after another, and nothing sent.
void insertThrice(Stopwatch& watch, std::size_t people, std::uint64_t seed)
{
    const test::TempFolder folder;
    SeededRandom random(seed);
    FixedClock clock(test::TempWorkspace().clock.now());
    UuidSource ids(clock, random);
    std::vector<Id> made;
    for (std::size_t i = 0; i < people; ++i) made.push_back(ids.make());
    watch.time([&] {
        for (const char* name : {"a", "server", "b"}) {
            BareDatabase bare(folder.path() / name,
                              std::string_view(name) == "server" ? std::nullopt : std::optional(keyOf(seed)));
            bare.exec("CREATE TABLE person (rid INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, name TEXT); BEGIN");
            {
                auto insert = bare.prepare("INSERT INTO person (id, name) VALUES (?, ?)");
                for (std::size_t i = 0; i < made.size(); ++i) {
                    insert.bind(1, made[i]).bind(2, "Person of many words").run();
                    if (i % 500 == 499) bare.exec("COMMIT; BEGIN");
                }
            }
            bare.exec("COMMIT");
        }
    });
}

void addPeople(test::TempWorkspace& file, std::size_t people)
{
    for (std::size_t from = 0; from < people; from += 10'000) {
        Edit edit{.command = CommandKind::Import, .subject = "people.csv", .source = {.origin = "csv"}};
        for (std::size_t i = from; i < std::min(people, from + 10'000); ++i)
            edit.put(Kind::Person, file.ids.make()).fields = {{person::name, fmt::format("Person Number {}", i)},
                                                              {person::city, std::string("Leeds")}};
        if (auto done = file.workspace().apply(edit); !done) giveUp(done.error().message);
    }
}

}  // namespace

void measureReplication(ServerBed& bench)
{
    LiveServer server(bench);
    Desktop ana(server, "ana", bench.options.seed);
    Desktop ben(server, "ben", bench.options.seed + 1);
    addPeople(ana.file(), bench.options.people);
    ana.join();
    ben.join();
    Stopwatch up;
    Stopwatch down;
    Stopwatch kith;
    kith.time([&] {
        up.time([&] { ana.round(); });
        down.time([&] { ben.round(); });
    });
    if (ben.file().reader().countPeople() < bench.options.people) giveUp("not everybody has arrived");
    Stopwatch limit;
    insertThrice(limit, bench.options.people, bench.options.seed);
    bench.report.figures.push_back({.name = "replicate",
                                    .what = fmt::format("{} people from A to the server to B", bench.options.people),
                                    .limitIs = "insert them into three files, 500 a commit, and send nothing",
                                    .kith = kith.timing(),
                                    .limit = limit.timing(),
                                    .items = bench.options.people,
                                    .target = ">= 25,000 people/s"});
    bench.report.figures.push_back({.name = "replicate-up",
                                    .what = "of it: from A to the server",
                                    .kith = up.timing(),
                                    .items = bench.options.people});
    bench.report.figures.push_back({.name = "replicate-down",
                                    .what = "of it: from the server to B",
                                    .kith = down.timing(),
                                    .items = bench.options.people});
}

void measureFirstSync(ServerBed& bench)
{
    LiveServer server(bench);
    Desktop ana(server, "ana", bench.options.seed);
    Desktop ben(server, "ben", bench.options.seed + 1);
    auto demo = MakeDemo(ana.file().services()).run({.people = bench.options.people, .seed = bench.options.seed});
    if (!demo) giveUp(demo.error().message);
    ana.join();
    ana.round();
    ben.join();
    std::optional<Moment> usable;
    std::size_t rows = 0;
    Stopwatch complete;
    const Moment began = std::chrono::steady_clock::now();
    complete.time([&] {
        rows = ben.round([&](const SyncReport& so) {
                      if (!usable && so.pulled > 0) usable = std::chrono::steady_clock::now();
                  })
                   .pulled;
    });
    Stopwatch early;
    early.add(usable.value_or(std::chrono::steady_clock::now()) - began);
    bench.report.figures.push_back({.name = "first-sync-usable",
                                    .what = "first rows on screen of a first sync",
                                    .kith = early.timing(),
                                    .target = "<= 5 s at a million people"});
    bench.report.figures.push_back({.name = "first-sync",
                                    .what = fmt::format("{} rows of {} people", rows, bench.options.people),
                                    .kith = complete.timing(),
                                    .items = rows,
                                    .target = "<= 40 s at a million people"});
}

void measureEditLatency(ServerBed& bench)
{
    LiveServer server(bench);
    Desktop ana(server, "ana", bench.options.seed);
    Desktop ben(server, "ben", bench.options.seed + 1);
    const Id chi = ana.file().addPerson("Chi Obi");
    ana.join();
    ben.join();
    ana.round();
    ben.round();
    Stopwatch watch;
    for (std::size_t i = 0; i < bench.options.edits; ++i) {
        const std::string city = fmt::format("City {}", i);
        Moment visible;
        std::jthread there([&] {
            do {
                ben.waitForNews();
                ben.round();
            } while (textOf(ben.file().reader().row(Kind::Person, chi)->values[person::city]) != city);
            visible = std::chrono::steady_clock::now();
        });
        const Moment began = std::chrono::steady_clock::now();
        static_cast<void>(must(EditPersonField(ana.file().services()).run(chi, person::city, Value{city})));
        ana.round();
        there.join();
        watch.add(visible - began);
    }
    bench.report.figures.push_back({.name = "edit-latency",
                                    .what = "an edit on A, durable, until it is in B's file",
                                    .kith = watch.timing(),
                                    .target = "<= 10 ms median"});
}

}  // namespace kith::bench
