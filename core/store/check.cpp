#include <kith/store/check.h>

#include "row_store.h"

#include <kith/domain/entity.h>

#include <fmt/format.h>

namespace kith::store {

namespace {

constexpr std::size_t kMost = 50;

void collect(std::vector<std::string>& problems, sqlite::Statement rows, std::string_view prefix, std::string_view fine)
{
    while (rows.next() && problems.size() < kMost)
        if (rows.textView(0) != fine) problems.push_back(fmt::format("{}: {}", prefix, rows.textView(0)));
    if (rows.error()) problems.push_back(fmt::format("{}: {}", prefix, rows.error()->message));
}

void count(std::vector<std::string>& problems, const sqlite::Connection& connection, const std::string& sql,
           std::string_view what)
{
    auto rows = connection.prepare(sql);
    if (!rows.next()) {
        problems.push_back(fmt::format("{} could not be counted.", what));
        return;
    }
    if (const auto found = rows.integer(0); found != 0) problems.push_back(fmt::format("{} {}", found, what));
}

void checkReferences(std::vector<std::string>& problems, const sqlite::Connection& connection)
{
    for (const KindSpec& spec : allKinds())
        for (const FieldSpec& field : spec.fields)
            if (field.references)
                count(problems, connection,
                      fmt::format(
                          "SELECT count(*) FROM \"{0}\" t WHERE t.removed = 0 AND t.\"{1}\" IS NOT NULL AND NOT EXISTS"
                          " (SELECT 1 FROM \"{2}\" r WHERE r.id = t.\"{1}\")",
                          spec.table, field.name, specOf(*field.references).table),
                      fmt::format("rows of {} whose {} leads nowhere", spec.table, field.name));
}

void checkStamps(std::vector<std::string>& problems, const sqlite::Connection& connection)
{
    for (const KindSpec& spec : allKinds()) {
        std::size_t broken = 0;
        // A space on the server has its name from there, without stamps.
        auto rows = connection.prepare(fmt::format("SELECT {} FROM \"{}\"{}", RowStore::columns(spec.kind), spec.table,
                                                   spec.kind == Kind::Space ? " WHERE rights IS NULL" : ""));
        while (rows.next()) {
            const StoredRow row = RowStore::fromStatement(spec.kind, rows);
            bool fine = encodeStamps(row.stamps) == rows.blob(4) && stampOf(row.stamps, kPresence) != nullptr;
            for (std::size_t i = 0; i < row.values.size() && fine; ++i)
                fine = isNothing(row.values[i]) || stampOf(row.stamps, static_cast<unsigned>(i)) != nullptr;
            broken += fine ? 0 : 1;
        }
        if (broken > 0)
            problems.push_back(
                fmt::format("{} rows of {} with values that nobody is known to have set", broken, spec.table));
    }
}

}  // namespace

std::vector<std::string> problemsOf(const sqlite::Connection& connection, bool encrypted)
{
    std::vector<std::string> problems;
    // The page check reads the file behind the write-ahead log: a page whose checkpoint was cut off is whole in the log
    // and torn in the file until the log has been written back.
    collect(problems, connection.prepare("PRAGMA wal_checkpoint(TRUNCATE)"), "write-ahead log", "0");
    if (encrypted) collect(problems, connection.prepare("PRAGMA cipher_integrity_check"), "encrypted pages", "ok");
    collect(problems, connection.prepare("PRAGMA integrity_check(20)"), "database", "ok");
    if (!problems.empty()) return problems;  // what follows would only repeat it in other words
    // On a server's workspace a row may point to one that is in a space of others.
    if (connection.number("SELECT count(*) FROM meta WHERE key = 'account'") == 0)
        checkReferences(problems, connection);
    checkStamps(problems, connection);
    count(problems, connection,
          "SELECT count(*) FROM person p WHERE p.removed = 0 AND NOT EXISTS (SELECT 1 FROM person_summary s WHERE "
          "s.person = p.rid) AND p.id NOT IN (SELECT person FROM person_alias)",
          "people who are missing from the lists");
    count(problems, connection,
          "SELECT count(*) FROM person_summary s WHERE NOT EXISTS (SELECT 1 FROM person p WHERE p.rid = s.person AND "
          "p.removed = 0)",
          "entries in the lists for people who are not there");
    count(problems, connection,
          "SELECT (SELECT count(*) FROM person_summary) <> (SELECT count(*) FROM person_text_docsize)",
          "difference between the people and the search index");
    return problems;
}

}  // namespace kith::store
