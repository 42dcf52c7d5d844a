#include "schema.h"

#include <string>

namespace kith::server {

namespace {

/// BLOB stands for the type of bytes of either database.
// NOLINTBEGIN(bugprone-suspicious-missing-comma): statements of several lines
constexpr std::string_view kFirst[] = {
    "CREATE TABLE server (one INTEGER PRIMARY KEY CHECK (one = 1), epoch BLOB NOT NULL, cursor_key BLOB NOT NULL)",
    "CREATE TABLE organisation (org INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, name TEXT NOT NULL,"
    " head BIGINT NOT NULL, audit_head BIGINT NOT NULL, audit_hash BLOB NOT NULL, fingerprint_key BLOB NOT NULL)",
    // `changed`: the server number at which what the account may see last changed.
    "CREATE TABLE account (org INTEGER NOT NULL, id BLOB PRIMARY KEY, name TEXT NOT NULL, folded TEXT NOT NULL UNIQUE,"
    " role INTEGER NOT NULL, password TEXT NOT NULL, disabled INTEGER NOT NULL, changed BIGINT NOT NULL)",
    "CREATE TABLE device (org INTEGER NOT NULL, id BLOB PRIMARY KEY, account BLOB NOT NULL, name TEXT NOT NULL,"
    " version TEXT NOT NULL, first_seen BIGINT NOT NULL, last_seen BIGINT NOT NULL, last_seq BIGINT NOT NULL,"
    " revoked INTEGER NOT NULL)",
    "CREATE INDEX device_of_account ON device (account)",
    // `state`: 0 not used yet, 1 used, 2 replaced before it was used. `hash` is all that is kept of the token.
    "CREATE TABLE token (hash BLOB PRIMARY KEY, family BLOB NOT NULL, generation BIGINT NOT NULL,"
    " refresh INTEGER NOT NULL, device BLOB NOT NULL, expires BIGINT NOT NULL, state INTEGER NOT NULL)",
    "CREATE INDEX token_of_family ON token (family)",
    "CREATE INDEX token_of_device ON token (device)",
    "CREATE TABLE invitation (hash BLOB PRIMARY KEY, account BLOB NOT NULL, expires BIGINT NOT NULL)",
    // `number`, `row_count` and `row_sum` are kept up with every entry: see sums.h.
    "CREATE TABLE space (org INTEGER NOT NULL, id BLOB NOT NULL, name TEXT NOT NULL, kind INTEGER NOT NULL,"
    " number BIGINT NOT NULL, row_count BIGINT NOT NULL, row_sum BIGINT NOT NULL, PRIMARY KEY (org, id))",
    "CREATE TABLE space_grant (org INTEGER NOT NULL, account BLOB NOT NULL, space BLOB NOT NULL,"
    " rights INTEGER NOT NULL, PRIMARY KEY (org, account, space))",
    "CREATE INDEX grant_on_space ON space_grant (org, space)",
    // One entry for each row in each space that it has ever been in. `standing`: 0 moved away, 1 here, 2 erased.
    // `writer` wrote it last, and whoever knows the row as of `base` and is the writer knows it as it is.
    // `owner`: the row that it belongs to. `state`: the row as JSON (PROTOCOL.md), empty unless it is here.
    "CREATE TABLE entry (org INTEGER NOT NULL, space BLOB NOT NULL, id BLOB NOT NULL, kind INTEGER NOT NULL,"
    " number BIGINT NOT NULL, standing INTEGER NOT NULL, writer BLOB NOT NULL, base BIGINT NOT NULL, owner BLOB,"
    " state TEXT NOT NULL, PRIMARY KEY (org, space, id))",
    "CREATE INDEX entry_by_number ON entry (org, space, number, id)",
    "CREATE INDEX entry_by_id ON entry (org, id)",
    "CREATE INDEX entry_by_owner ON entry (org, owner) WHERE owner IS NOT NULL",
    // What was decided about operations that were not plainly applied, for those who ask again.
    "CREATE TABLE decision (org INTEGER NOT NULL, device BLOB NOT NULL, seq BIGINT NOT NULL, outcome INTEGER NOT NULL,"
    " reason TEXT NOT NULL, PRIMARY KEY (org, device, seq))",
    "CREATE TABLE erasure (org INTEGER NOT NULL, id BLOB PRIMARY KEY, space BLOB NOT NULL, number BIGINT NOT NULL,"
    " erased TEXT NOT NULL)",
    "CREATE TABLE device_erasure (device BLOB NOT NULL, erasure BLOB NOT NULL, PRIMARY KEY (device, erasure))",
    "CREATE TABLE fingerprint (org INTEGER NOT NULL, print BLOB NOT NULL, PRIMARY KEY (org, print))",
    "CREATE TABLE audit (org INTEGER NOT NULL, number BIGINT NOT NULL, at_ms BIGINT NOT NULL, account TEXT NOT NULL,"
    " what TEXT NOT NULL, subject BLOB NOT NULL, detail TEXT NOT NULL, hash BLOB NOT NULL, PRIMARY KEY (org, number))",
    "CREATE TABLE snapshot (id BLOB PRIMARY KEY, org INTEGER NOT NULL, space BLOB NOT NULL, number BIGINT NOT NULL,"
    " expires BIGINT NOT NULL)",
    "CREATE TABLE snapshot_part (snapshot BLOB NOT NULL, part INTEGER NOT NULL, row_count BIGINT NOT NULL,"
    " sha256 TEXT NOT NULL, size BIGINT NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (snapshot, part))",
};
// NOLINTEND(bugprone-suspicious-missing-comma)

/// Attempts to sign in that have not succeeded; see sign_in_guard.h. Not backed up: they count for minutes.
constexpr std::string_view kSecond[] = {
    "CREATE TABLE sign_in_tally (subject BLOB PRIMARY KEY, since BIGINT NOT NULL, tries INTEGER NOT NULL)",
    "CREATE INDEX sign_in_tally_since ON sign_in_tally (since)",
};

constexpr std::span<const std::string_view> kMigrations[] = {kFirst, kSecond};
constexpr auto kNewest = static_cast<std::int64_t>(std::size(kMigrations));

constexpr Table kTables[] = {
    {"organisation", "org,id,name,head,audit_head,audit_hash,fingerprint_key", "ibtiibb"},
    {"account", "org,id,name,folded,role,password,disabled,changed", "ibttitii"},
    {"device", "org,id,account,name,version,first_seen,last_seen,last_seq,revoked", "ibbttiiii"},
    {"space", "org,id,name,kind,number,row_count,row_sum", "ibtiiii"},
    {"space_grant", "org,account,space,rights", "ibbi"},
    {"entry", "org,space,id,kind,number,standing,writer,base,owner,state", "ibbiiibibt"},
    {"decision", "org,device,seq,outcome,reason", "ibiit"},
    {"erasure", "org,id,space,number,erased", "ibbit"},
    {"device_erasure", "device,erasure", "bb"},
    {"fingerprint", "org,print", "ib"},
    {"audit", "org,number,at_ms,account,what,subject,detail,hash", "iiittbtb"},
};

std::string forEngine(std::string_view sql, Engine engine)
{
    std::string text(sql);
    if (engine == Engine::Sqlite) return text;
    for (std::size_t at = 0; (at = text.find("BLOB", at)) != std::string::npos;) text.replace(at, 4, "BYTEA");
    return text;
}

Answer<std::int64_t> step(Database& database)
{
    KITH_CHECK(database.direct("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)"));
    KITH_TRY(version, database.number("SELECT version FROM schema_version"));
    if (version >= kNewest) return version;
    for (std::int64_t next = version; next < kNewest; ++next)
        for (const std::string_view sql : kMigrations[next])
            KITH_CHECK(database.direct(forEngine(sql, database.engine())));
    KITH_CHECK(database.run("DELETE FROM schema_version"));
    KITH_CHECK(database.run("INSERT INTO schema_version (version) VALUES (?)", {kNewest}));
    return kNewest;
}

}  // namespace

Answer<void> holdOtherServers(Database& database)
{
    // The number has no meaning; all servers of Kith use the same one.
    if (database.engine() == Engine::Postgres) return database.direct("SELECT pg_advisory_xact_lock(4952743)");
    return {};
}

Result<void> migrate(Database& database)
{
    const auto version = database.transaction(Access::Write, [&]() -> Answer<std::int64_t> {
        KITH_CHECK(holdOtherServers(database));
        return step(database);
    });
    if (!version) return fail(ErrorCode::Internal, version.error().sentence);
    if (*version > kNewest)
        return fail(ErrorCode::NewerVersion, "A newer version of Kith has used this database. Update kithd first.");
    return {};
}

std::span<const Table> backedUpTables()
{
    return kTables;
}

}  // namespace kith::server
