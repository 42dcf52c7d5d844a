#include "core.h"

#include "listener.h"
#include "schema.h"

#include <kith/base/log.h>

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>

namespace kith::server {

namespace {

constexpr std::int64_t kTouchAfterMs = 60'000;

}  // namespace

Answer<void> Announcement::notify(Database& database) const
{
    if (database.engine() != Engine::Postgres || topics_.empty()) return {};
    // A payload has at most 8000 bytes.
    constexpr std::size_t kAtOnce = 100;
    for (std::size_t from = 0; from < topics_.size(); from += kAtOnce) {
        std::string payload;
        for (std::size_t i = from; i < std::min(topics_.size(), from + kAtOnce); ++i)
            payload += fmt::format("{}{}:{}", payload.empty() ? "" : ",", topics_[i].id.toString(), topics_[i].number);
        KITH_CHECK(database.each("SELECT pg_notify(?, ?)", {kChannel, payload}, [](const Record&) { }));
    }
    return {};
}

Core::Core(const ServerOptions& theOptions, DatabasePlace thePlace, const Clock& theClock, IdSource& theIds,
           Random& random)
    : options(theOptions),
      place(std::move(thePlace)),
      clock(theClock),
      ids(theIds),
      secrets(random),
      readers(place, std::max(1, options.readers)),
      writers(place, place.engine == Engine::Sqlite ? 1 : std::max(1, options.writers))
{
}

Core::~Core()
{
    news.close();
}

Result<void> Core::start()
{
    if (sodium_init() < 0) return fail(ErrorCode::Internal, "The cryptographic library could not be started.");
    KITH_CHECK(writers.run([](Database& db) -> Result<void> {
        if (const auto connected = db.connect(); !connected)
            return fail(ErrorCode::Internal, connected.error().sentence);
        return migrate(db);
    }));
    const auto made = writers.transaction(Access::Write, [&](Database& db) { return makeOrganisation(db); });
    if (!made) return fail(ErrorCode::Internal, made.error().sentence);
    const auto role = writers.transaction(Access::Write, [&](Database& db) -> Answer<bool> {
        KITH_CHECK(holdOtherServers(db));
        return prepareReaderRole(db);
    });
    if (!role) return fail(ErrorCode::Internal, role.error().sentence);
    readsAsRole_ = *role;
    if (place.engine == Engine::Postgres && !readsAsRole_)
        log::write(log::Level::Warning, "server", "the role kith_reader is missing: rows are not guarded twice");
    if (place.engine == Engine::Postgres) listener_ = std::make_unique<Listener>(place, news);
    return {};
}

Answer<void> Core::makeOrganisation(Database& db)
{
    // Two servers may start over one empty database at the same time.
    if (db.engine() == Engine::Postgres) KITH_CHECK(db.direct("LOCK TABLE server IN EXCLUSIVE MODE"));
    KITH_TRY(there, db.number("SELECT COUNT(*) FROM server"));
    if (there != 0) return {};
    KITH_CHECK(db.run("INSERT INTO server (one, epoch, cursor_key) VALUES (1, ?, ?)",
                      {ids.make(), Bytes{secrets.bytes(kKeyBytes)}}));
    KITH_CHECK(db.run("INSERT INTO organisation (org, id, name, head, audit_head, audit_hash, fingerprint_key)"
                      " VALUES (?, ?, ?, 0, 0, ?, ?)",
                      {kOrg, ids.make(), options.organisation, Bytes{""}, Bytes{secrets.bytes(kKeyBytes)}}));
    KITH_CHECK(
        db.run("INSERT INTO space (org, id, name, kind, number, row_count, row_sum) VALUES (?, ?, ?, ?, 0, 0, 0)",
               {kOrg, ids.make(), options.organisation, static_cast<int>(SpaceKind::Organisation)}));
    return {};
}

Answer<Session> Core::whoAsks(Database& db, const sync::Token& token) const
{
    const auto signIn = [] { return refuse(Trouble::SignIn, "Please sign in again."); };
    if (token.empty()) return signIn();
    Session s;
    s.tokenHash = hashOf(token);
    bool found = false;
    std::int64_t expires = 0;
    std::int64_t state = 0;
    std::int64_t lastSeen = 0;
    bool barred = false;
    KITH_CHECK(db.each("SELECT t.family, t.expires, t.state, d.id, d.version, d.last_seen, d.last_seq, d.revoked, "
                       "a.id, a.name, a.role,"
                       " a.disabled, a.changed, o.org, o.id, o.name, o.head, o.fingerprint_key, s.epoch, s.cursor_key"
                       " FROM token t JOIN device d ON d.id = t.device JOIN account a ON a.id = d.account"
                       " JOIN organisation o ON o.org = a.org CROSS JOIN server s WHERE t.hash = ? AND t.refresh = 0",
                       {Bytes{s.tokenHash}}, [&](const Record& r) {
                           found = true;
                           s.family = r.id(0);
                           expires = r.integer(1);
                           state = r.integer(2);
                           s.device = r.id(3);
                           s.version = r.text(4);
                           lastSeen = r.integer(5);
                           s.acknowledged = r.integer(6);
                           barred = r.flag(7) || r.flag(11);
                           s.account = r.id(8);
                           s.name = r.text(9);
                           s.role = static_cast<sync::Role>(r.integer(10));
                           s.changed = r.integer(12);
                           s.org = r.integer(13);
                           s.organisation = r.id(14);
                           s.organisationName = r.text(15);
                           s.head = r.integer(16);
                           s.fingerprintKey = r.bytes(17);
                           s.epoch = r.id(18);
                           s.cursorKey = r.bytes(19);
                       }));
    if (!found || barred || expires <= nowMs() || state == 2) return signIn();
    s.touch = state == 0 || nowMs() - lastSeen >= kTouchAfterMs;
    return s;
}

Answer<void> Core::noteUse(Database& db, const Session& session) const
{
    KITH_CHECK(db.run("UPDATE token SET state = 1 WHERE hash = ? AND state = 0", {Bytes{session.tokenHash}}));
    KITH_CHECK(db.run("UPDATE device SET last_seen = ? WHERE id = ?", {nowMs(), session.device}));
    return {};
}

void Core::touch(const Session& session)
{
    const auto noted = writers.transaction(Access::Write, [&](Database& db) { return noteUse(db, session); });
    if (!noted) log::line(log::Level::Warning, "server", "the use of device {} was not noted", session.device);
}

Answer<std::int64_t> nextNumber(Database& db, std::int64_t org)
{
    std::int64_t number = 0;
    KITH_CHECK(db.each("UPDATE organisation SET head = head + 1 WHERE org = ? RETURNING head", {org},
                       [&](const Record& r) { number = r.integer(0); }));
    if (number == 0) return refuse(Trouble::ServerFault, "The organisation is not in the database.");
    return number;
}

}  // namespace kith::server
