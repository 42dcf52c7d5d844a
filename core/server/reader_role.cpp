#include "reader_role.h"

#include "core.h"

#include <algorithm>
#include <iterator>
#include <string>

namespace kith::server {

namespace {

struct Rule {
    std::string_view table;
    std::string_view visible;
};

/// Who asks is in two settings of the transaction. A setting that is not there yields no row.
constexpr Rule kRules[] = {
    {"space_grant",
     "org = NULLIF(current_setting('kith.org', true), '')::integer"
     " AND account = decode(current_setting('kith.account', true), 'hex') AND rights > 0"},
    {"space", "EXISTS (SELECT 1 FROM space_grant g WHERE g.org = space.org AND g.space = space.id)"},
    {"entry",
     "org = NULLIF(current_setting('kith.org', true), '')::integer AND space IN (SELECT g.space FROM space_grant g)"},
    {"snapshot",
     "org = NULLIF(current_setting('kith.org', true), '')::integer AND space IN (SELECT g.space FROM space_grant g)"},
    {"snapshot_part", "snapshot IN (SELECT s.id FROM snapshot s)"},
};
/// Ids without content; a device must hear of erasures in spaces that it has lost.
constexpr std::string_view kOpen[] = {"erasure", "device_erasure"};

Answer<bool> mayTakeTheRole(Database& db)
{
    KITH_TRY(there, db.number("SELECT COUNT(*) FROM pg_roles WHERE rolname = ?", {kReaderRole}));
    KITH_TRY(may,
             db.number("SELECT COUNT(*) FROM pg_roles WHERE rolname = current_user AND (rolsuper OR rolcreaterole)"));
    if (there == 0) {
        if (may == 0) return false;
        // A role belongs to all databases, and a server over another one may be making it at this moment.
        KITH_CHECK(db.direct("DO $$ BEGIN CREATE ROLE kith_reader NOLOGIN; GRANT kith_reader TO CURRENT_USER;"
                             " EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$"));
    }
    KITH_TRY(member, db.number("SELECT pg_has_role(current_user, ?, 'MEMBER')::integer", {kReaderRole}));
    return member != 0;
}

}  // namespace

Answer<bool> prepareReaderRole(Database& db)
{
    if (db.engine() != Engine::Postgres) return false;
    KITH_TRY(may, mayTakeTheRole(db));
    if (!may) return false;
    KITH_TRY(rules,
             db.number("SELECT COUNT(*) FROM pg_policies WHERE schemaname = current_schema()"
                       " AND policyname = 'readable'"));
    if (rules == std::ssize(kRules)) return true;
    for (const auto& [table, visible] : kRules) {
        const std::string name(table);
        KITH_CHECK(db.direct("GRANT SELECT ON " + name + " TO kith_reader"));
        // The owner, which writes and which has checked the rights of whoever asks, is not held to the rules.
        KITH_CHECK(db.direct("ALTER TABLE " + name + " ENABLE ROW LEVEL SECURITY"));
        KITH_CHECK(db.direct("DROP POLICY IF EXISTS readable ON " + name));
        KITH_CHECK(db.direct("CREATE POLICY readable ON " + name + " FOR SELECT TO kith_reader USING ("
                             + std::string(visible) + ")"));
    }
    for (const std::string_view table : kOpen)
        KITH_CHECK(db.direct("GRANT SELECT ON " + std::string(table) + " TO kith_reader"));
    return true;
}

Answer<void> becomeReader(Database& db, const Session& session)
{
    std::string account = session.account.toString();
    std::erase(account, '-');
    return db.each("SELECT set_config('kith.org', ?, true), set_config('kith.account', ?, true),"
                   " set_config('role', ?, true)",
                   {std::to_string(session.org), account, kReaderRole}, [](const Record&) { });
}

}  // namespace kith::server
