#include "kept_search.h"

#include "compress.h"

#include <kith/sqlite/transaction.h>

#include <fmt/format.h>

#include <utility>

namespace kith::store {

namespace {

/// Commands with more rows take longer to look at than to read everybody again.
constexpr std::size_t kManyRows = 5'000;
/// So many people are read again about as fast as a large index is.
constexpr std::int64_t kManyPeople = 20'000;

std::unexpected<Error> outrun()
{
    return fail(ErrorCode::Conflict, "Too much was changed while the search index was made; it will be made anew.");
}

std::int64_t latestTicket(sqlite::Connection& connection)
{
    return connection.number(
        "SELECT coalesce((SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'kept_search_ticket'), 0)");
}

template <class Work>
Result<void> inTransaction(sqlite::Connection& connection, Work work)
{
    KITH_TRY(transaction, sqlite::Transaction::begin(connection));
    KITH_CHECK(work());
    return transaction.commit();
}

}  // namespace

std::string KeptSearch::label(std::string_view format, std::size_t pieces)
{
    return fmt::format("{} {}", format, pieces);
}

bool KeptSearch::isNoting() const
{
    return connection_.prepare("SELECT 1 FROM meta WHERE key = 'kept_search'").next();
}

bool KeptSearch::holds(Ticket ticket) const
{
    return isNoting() && latestTicket(connection_) == std::to_underlying(ticket);
}

Result<KeptSearch::Ticket> KeptSearch::begin()
{
    // Never given twice, not even by another process that has this file: it is counted in the file, and stays there
    // when an index goes.
    std::int64_t ticket = 0;
    const auto begun = inTransaction(connection_, [&]() -> Result<void> {
        ticket = latestTicket(connection_) + 1;
        KITH_CHECK(connection_.run("UPDATE behind_search SET old = 1"));
        KITH_CHECK(connection_.run("INSERT INTO meta (key, value) VALUES ('kept_search_ticket', ?1)"
                                   " ON CONFLICT (key) DO UPDATE SET value = ?1",
                                   std::to_string(ticket)));
        return connection_.run("INSERT INTO meta (key, value) VALUES ('kept_search', 'making') ON CONFLICT DO NOTHING");
    });
    KITH_CHECK(begun);
    return Ticket{ticket};
}

Result<void> KeptSearch::put(Ticket ticket, std::size_t number, std::string_view piece)
{
    const std::string packed = pack(piece);
    return inTransaction(connection_, [&]() -> Result<void> {
        if (!holds(ticket)) return outrun();
        if (number == 0) KITH_CHECK(connection_.run("UPDATE meta SET value = 'making' WHERE key = 'kept_search'"));
        return connection_.run("INSERT OR REPLACE INTO kept_search (number, piece) VALUES (?, ?)",
                               static_cast<std::int64_t>(number), sqlite::Blob{packed});
    });
}

Result<void> KeptSearch::finish(Ticket ticket, std::string_view format, std::size_t pieces)
{
    return inTransaction(connection_, [&]() -> Result<void> {
        if (!holds(ticket)) return outrun();
        KITH_CHECK(connection_.run("DELETE FROM kept_search WHERE number >= ?", static_cast<std::int64_t>(pieces)));
        KITH_CHECK(connection_.run("DELETE FROM behind_search WHERE old = 1"));
        return connection_.run("UPDATE meta SET value = ? WHERE key = 'kept_search'", label(format, pieces));
    });
}

Result<void> KeptSearch::follow(const ChangeSet& changes)
{
    if (changes.empty() || !isNoting()) return {};
    if (changes.rows.size() > kManyRows) return forget();
    const SearchTouch touch = reader_.touchedForSearch(changes);
    if (touch.lost) return drop();
    for (const std::uint32_t person : touch.people)
        KITH_CHECK(connection_.run("INSERT INTO behind_search (person, old) VALUES (?, 0)"
                                   " ON CONFLICT (person) DO UPDATE SET old = 0",
                                   person));
    return connection_.number("SELECT count(*) FROM behind_search") > kManyPeople ? forget() : Result<void>{};
}

Result<void> KeptSearch::forget()
{
    KITH_CHECK(connection_.run("DELETE FROM meta WHERE key = 'kept_search'"));
    return connection_.run("DELETE FROM behind_search");
}

Result<void> KeptSearch::drop()
{
    KITH_CHECK(forget());
    return connection_.run("DELETE FROM kept_search");
}

}  // namespace kith::store
