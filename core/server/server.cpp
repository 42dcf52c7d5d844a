#include <kith/server/server.h>

#include "accounts.h"
#include "commands.h"
#include "listener.h"
#include "pull.h"
#include "push.h"
#include "snapshot.h"
#include "spaces.h"

#include <kith/base/text.h>

#include <algorithm>
#include <future>

namespace kith::server {

namespace {

constexpr std::size_t kLongestVersion = 200;
constexpr int kMostAuditEntries = 1000;

Result<DatabasePlace> placeOf(const ServerOptions& options)
{
    if (!options.database.empty()) return parseDatabaseUrl(options.database);
    std::error_code error;
    std::filesystem::create_directories(options.data, error);
    if (error) return fail(ErrorCode::ReadOnly, "The folder for the server's data cannot be made.");
    std::filesystem::permissions(options.data, std::filesystem::perms::owner_all, error);
    return DatabasePlace{
        .engine = Engine::Sqlite, .file = (options.data / "kith-server.db").string(), .durable = options.durable};
}

}  // namespace

Result<std::unique_ptr<Server>> Server::open(const ServerOptions& options, const Clock& clock, IdSource& ids,
                                             Random& random)
{
    KITH_TRY(place, placeOf(options));
    auto core = std::make_unique<Core>(options, std::move(place), clock, ids, random);
    KITH_CHECK(core->start());
    return std::unique_ptr<Server>(new Server(std::move(core)));
}

Server::Server(std::unique_ptr<Core> core) : core_(std::move(core)) { }

Server::~Server() = default;

Answer<sync::HelloReply> Server::hello(const sync::Token& token, const sync::HelloRequest& request,
                                       std::stop_token stop)
{
    if (request.protocol < sync::kOldestProtocol)
        return refuse(Trouble::TooOld, "This version of Kith is too old for the server. Update it to sync.");
    sync::HelloReply reply;
    reply.now = core_->clock.now();
    if (token.empty()) {
        KITH_CHECK(core_->readers.transaction(Access::Read, [&](Database& db) {
            return db.each("SELECT epoch FROM server", std::initializer_list<Arg>{},
                           [&](const Record& r) { reply.epoch = r.id(0); });
        }));
        return reply;
    }
    const std::string version(prefixUtf8(request.version, kLongestVersion));
    Id device;
    bool isNews = false;
    KITH_CHECK(core_->read(token, stop, [&](Database& db, const Session& s) -> Answer<void> {
        KITH_TRY(spaces, readableSpaces(db, s.org, s.account));
        reply.epoch = s.epoch;
        device = s.device;
        isNews = s.version != version;
        reply.account = sync::HelloReply::Account{.user = s.account,
                                                  .name = s.name,
                                                  .role = s.role,
                                                  .organisation = s.organisation,
                                                  .organisationName = s.organisationName,
                                                  .device = s.device,
                                                  .acknowledged = s.acknowledged,
                                                  .spaces = infosOf(spaces)};
        return {};
    }));
    if (isNews)
        KITH_CHECK(core_->writers.transaction(Access::Write, [&](Database& db) {
            return db.run("UPDATE device SET version = ? WHERE id = ?", {version, device});
        }));
    return reply;
}

Answer<sync::Tokens> Server::signIn(const sync::SignInRequest& request, std::stop_token stop)
{
    return signInFrom({}, request, stop);
}

Answer<sync::Tokens> Server::signInFrom(std::string_view address, const sync::SignInRequest& request,
                                        const std::stop_token& stop)
{
    if (stop.stop_requested()) return refuse(Trouble::Stopped, "Called off.");
    return server::signIn(*core_, address, request);
}

Answer<sync::Tokens> Server::refresh(const sync::RefreshRequest& request, std::stop_token stop)
{
    if (stop.stop_requested()) return refuse(Trouble::Stopped, "Called off.");
    return refreshTokens(*core_, request);
}

Answer<void> Server::signOut(const sync::Token& token, std::stop_token stop)
{
    return core_->write(token, stop, [&](Database& db, const Session& session, Announcement&) -> Answer<void> {
        KITH_CHECK(db.run("DELETE FROM token WHERE family = ?", {session.family}));
        return note(db, session.org, core_->clock.now(),
                    {.account = session.name, .what = "sign-out", .subject = session.device});
    });
}

Answer<std::vector<sync::Device>> Server::devices(const sync::Token& token, std::stop_token stop)
{
    return core_->readDirectory(token, stop, [](Database& db, const Session& session) {
        const bool all = session.role == sync::Role::Administrator;
        return listDevices(db, session.org, all ? Id{} : session.account, session.device);
    });
}

Answer<sync::Team> Server::team(const sync::Token& token, std::stop_token stop)
{
    return core_->readDirectory(token, stop, [](Database& db, const Session& session) {
        return teamOf(db, session.org, session.account, session.role == sync::Role::Administrator);
    });
}

Answer<sync::PushReply> Server::push(const sync::Token& token, const sync::PushRequest& request, std::stop_token stop)
{
    return server::push(*core_, token, request, stop);
}

Answer<sync::PullReply> Server::pull(const sync::Token& token, const sync::PullRequest& request, std::stop_token stop)
{
    return server::pull(*core_, token, request, stop);
}

Answer<Watch> Server::watch(const sync::Token& token, const sync::WaitRequest& request, const std::stop_token& stop)
{
    return server::watch(*core_, token, request, stop);
}

Answer<sync::WaitReply> Server::wait(const sync::Token& token, const sync::WaitRequest& request, std::stop_token stop)
{
    KITH_TRY(look, watch(token, request, stop));
    if (look.changed) return sync::WaitReply{.changed = true};
    struct Outcome {
        std::mutex mutex;
        std::condition_variable wake;
        std::optional<bool> changed;
        void tell(bool what)
        {
            {
                const std::scoped_lock lock(mutex);
                if (!changed) changed = what;
            }
            wake.notify_all();
        }
    };
    auto outcome = std::make_shared<Outcome>();
    const auto subscription =
        core_->news.subscribe(look.topics, std::chrono::seconds(std::clamp(request.seconds, 0, 60)),
                              [outcome](bool changed) { outcome->tell(changed); });
    const std::stop_callback whenStopped(stop, [outcome] { outcome->tell(false); });
    {
        std::unique_lock lock(outcome->mutex);
        outcome->wake.wait(lock, [&] { return outcome->changed.has_value(); });
    }
    core_->news.cancel(subscription);
    if (stop.stop_requested()) return refuse(Trouble::Stopped, "Called off.");
    return sync::WaitReply{.changed = *outcome->changed};
}

Answer<sync::SnapshotReply> Server::snapshot(const sync::Token& token, const sync::SnapshotRequest& request,
                                             std::stop_token stop)
{
    return server::snapshot(*core_, token, request, stop);
}

Answer<std::string> Server::part(const sync::Token& token, const sync::PartRequest& request, std::stop_token stop)
{
    return server::part(*core_, token, request, stop);
}

Answer<sync::VerifyReply> Server::verify(const sync::Token& token, const sync::VerifyRequest& request,
                                         std::stop_token stop)
{
    return server::verify(*core_, token, request, stop);
}

Answer<sync::CommandReply> Server::command(const sync::Token& token, const sync::Command& command, std::stop_token stop)
{
    return server::command(*core_, token, command, stop);
}

Answer<std::vector<sync::AuditEntry>> Server::audit(const sync::Token& token, const sync::AuditRequest& request,
                                                    std::stop_token stop)
{
    using Entries = std::vector<sync::AuditEntry>;
    return core_->readDirectory(token, stop, [&](Database& db, const Session& session) -> Answer<Entries> {
        if (session.role != sync::Role::Administrator)
            return refuse(Trouble::Denied, "Only administrators may read the audit trail.");
        return readAudit(db, session.org, request.after, std::clamp(request.limit, 1, kMostAuditEntries));
    });
}

News& Server::news()
{
    return core_->news;
}

bool Server::ready()
{
    return core_->readers.transaction(Access::Read, [](Database& db) { return db.number("SELECT one FROM server"); })
        == Answer<std::int64_t>(1);
}

std::vector<Metric> Server::metrics() const
{
    const Counters& c = core_->counters;
    return {
        {"kith_pushes_total", "Pushes that were answered", c.pushes},
        {"kith_pushes_waiting", "Pushes that wait for the database", core_->pushes.waiting()},
        {"kith_push_commits_total", "Transactions that pushes were committed in; several may share one",
         core_->pushes.commits()},
        {"kith_operations_applied_total", "Operations taken in as they were", c.applied},
        {"kith_operations_merged_total", "Operations that became something else", c.merged},
        {"kith_operations_duplicate_total", "Operations that had been received before", c.duplicates},
        {"kith_operations_rejected_total", "Operations that were not taken", c.rejected},
        {"kith_conflicts_total", "Values that lost against a concurrent one", c.conflicts},
        {"kith_pulls_total", "Pages that were asked for", c.pulls},
        {"kith_rows_sent_total", "Rows in answers to pulls", c.rowsSent},
        {"kith_snapshots_total", "Snapshots that were asked for", c.snapshots},
        {"kith_waits_total", "Long polls that began", c.waits},
        {"kith_waiting", "Long polls under way", core_->news.waiting()},
        {"kith_sign_ins_total", "Sign-ins", c.signIns},
        {"kith_sign_ins_refused_total", "Sign-ins that were refused", c.signInsRefused},
        {"kith_tokens_reused_total", "Families of tokens revoked because an old one came back", c.tokensReused},
        {"kith_copied_workspaces_total", "Devices found to be copies of another", c.clones},
        {"kith_commands_total", "Commands that were asked for", c.commands},
        {"kith_erasures_total", "People erased", c.erasures},
    };
}

}  // namespace kith::server
