#include <kith/sqlite/migrator.h>

#include <kith/sqlite/transaction.h>

#include <fmt/format.h>

namespace kith::sqlite {

int versionOf(const Connection& connection)
{
    return static_cast<int>(connection.number("PRAGMA user_version"));
}

Result<void> migrate(Connection& connection, std::span<const Migration> migrations)
{
    const int newest = migrations.empty() ? 0 : migrations.back().version;
    const int found = versionOf(connection);
    if (found > newest)
        return fail(ErrorCode::NewerVersion,
                    fmt::format("This workspace was written by a newer Kith (format {}; this one knows up to {}). "
                                "It was left as it is: update Kith to open it.",
                                found, newest));
    for (const Migration& migration : migrations) {
        if (migration.version <= versionOf(connection)) continue;
        KITH_TRY(transaction, Transaction::begin(connection));
        KITH_CHECK(migration.run(connection));
        KITH_CHECK(connection.script(fmt::format("PRAGMA user_version = {}", migration.version)));
        KITH_CHECK(transaction.commit());
    }
    return {};
}

}  // namespace kith::sqlite
