#include "filling.h"

#include <kith/sqlite/transaction.h>

#include <string>

namespace kith::store {

namespace {

constexpr std::string_view kInNoOrder[] = {
    "affiliation_organisation", "contact_point_key", "interaction_at", "person_name", "person_summary_last", "tie_b"};

}  // namespace

Result<void> leaveOutIndexes(sqlite::Connection& connection)
{
    KITH_TRY(transaction, sqlite::Transaction::begin(connection));
    std::string made;
    for (const std::string_view name : kInNoOrder) {
        {
            auto row = connection.query("SELECT sql FROM sqlite_schema WHERE type = 'index' AND name = ?", name);
            if (row.next()) made += row.text(0) + ";\n";
            KITH_CHECK(row.result());
        }
        KITH_CHECK(connection.script("DROP INDEX IF EXISTS " + std::string(name)));
    }
    KITH_CHECK(connection.run("INSERT INTO meta (key, value) VALUES ('left_out', ?1)"
                              " ON CONFLICT (key) DO UPDATE SET value = value || ?1",
                              made));
    return transaction.commit();
}

Result<void> makeIndexes(sqlite::Connection& connection)
{
    std::string leftOut;
    {
        auto row = connection.prepare("SELECT value FROM meta WHERE key = 'left_out'");
        if (!row.next()) return row.result();
        leftOut = row.text(0);
    }
    KITH_TRY(transaction, sqlite::Transaction::begin(connection));
    KITH_CHECK(connection.script(leftOut));
    KITH_CHECK(connection.run("DELETE FROM meta WHERE key = 'left_out'"));
    return transaction.commit();
}

}  // namespace kith::store
