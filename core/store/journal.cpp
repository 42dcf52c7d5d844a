#include "journal.h"

#include "compress.h"
#include "sync_outbox.h"

namespace kith::store {

namespace {

constexpr std::string_view kEntry = "SELECT number, kind, subject, state, time, source, changes FROM command ";

bool isUndoable(CommandKind kind)
{
    return kind != CommandKind::Demo;
}

}  // namespace

Result<std::int64_t> Journal::record(const ChangeSet& changes, Instant at, const StampEntry& stamp, CommandState state)
{
    KITH_CHECK(connection_.run("UPDATE command SET state = 2 WHERE state = 1"));
    const bool kept = isUndoable(changes.kind) && state == CommandState::Done;
    const std::string packed = kept ? pack(encodeRows(changes.rows)) : std::string{};
    auto insert = connection_.query(
        "INSERT INTO command (kind, subject, at, time, source, rows, state, changes)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        static_cast<int>(changes.kind), changes.subject, std::int64_t{at.time_since_epoch().count()},
        static_cast<std::int64_t>(stamp.time.word), stamp.source, static_cast<std::int64_t>(changes.rows.size()),
        static_cast<int>(kept ? CommandState::Done : CommandState::Closed));
    if (kept) insert.bind(8, sqlite::Blob{packed});
    KITH_CHECK(insert.run());
    const std::int64_t number = connection_.lastInsertRow();
    KITH_CHECK(prune());
    KITH_CHECK(send(number, changes.rows, stamp.time));
    return number;
}

Result<void> Journal::send(std::int64_t command, std::span<const RowChange> rows, HybridTime time)
{
    // An undo that found everything changed since has nothing to say, and no place in the sequence.
    if (rows.empty()) return {};
    KITH_CHECK(connection_.run("INSERT INTO meta (key, value) VALUES ('clock', ?1)"
                               " ON CONFLICT (key) DO UPDATE SET value = ?1",
                               std::to_string(time.word)));
    KITH_CHECK(SyncOutbox::append(connection_, command, rows, time));
    return {};
}

Result<void> Journal::prune()
{
    return connection_.run("UPDATE command SET state = 2, changes = NULL WHERE state <> 2 AND kind <> ?1 AND number <="
                           " (SELECT number FROM command WHERE state <> 2 ORDER BY number DESC LIMIT 1 OFFSET ?2)",
                           static_cast<int>(CommandKind::Import), kDepth);
}

Result<std::optional<JournalEntry>> Journal::read(sqlite::Statement statement) const
{
    if (!statement.next()) {
        if (statement.error()) return std::unexpected(*statement.error());
        return std::optional<JournalEntry>{};
    }
    JournalEntry entry;
    entry.number = statement.integer(0);
    entry.kind = static_cast<CommandKind>(statement.integer(1));
    entry.subject = statement.text(2);
    entry.state = static_cast<CommandState>(statement.integer(3));
    entry.time = {static_cast<std::uint64_t>(statement.integer(4))};
    entry.source = static_cast<std::uint32_t>(statement.integer(5));
    if (!statement.isNull(6)) {
        KITH_TRY(bytes, unpack(statement.blob(6)));
        KITH_TRY(rows, decodeRows(bytes));
        entry.rows = std::move(rows);
    }
    return std::optional(std::move(entry));
}

Result<std::optional<JournalEntry>> Journal::nextUndo() const
{
    return read(connection_.query(std::string(kEntry) + "WHERE state = 0 ORDER BY number DESC LIMIT 1"));
}

Result<std::optional<JournalEntry>> Journal::nextRedo() const
{
    return read(connection_.query(std::string(kEntry) + "WHERE state = 1 ORDER BY number LIMIT 1"));
}

Result<std::optional<JournalEntry>> Journal::entry(std::int64_t number) const
{
    return read(connection_.query(std::string(kEntry) + "WHERE number = ?", number));
}

std::optional<CommandLabel> Journal::label(CommandState state) const
{
    auto found = state == CommandState::Done
        ? connection_.query("SELECT kind, subject FROM command WHERE state = 0 ORDER BY number DESC LIMIT 1")
        : connection_.query("SELECT kind, subject FROM command WHERE state = 1 ORDER BY number LIMIT 1");
    if (!found.next()) return std::nullopt;
    return CommandLabel{static_cast<CommandKind>(found.integer(0)), found.text(1)};
}

std::vector<Batch> Journal::batches() const
{
    std::vector<Batch> result;
    auto rows =
        connection_.query("SELECT number, subject, at, rows, state FROM command WHERE kind = ? ORDER BY number DESC",
                          static_cast<int>(CommandKind::Import));
    while (rows.next())
        result.push_back({.command = rows.integer(0),
                          .subject = rows.text(1),
                          .at = Instant{std::chrono::milliseconds{rows.integer(2)}},
                          .rows = static_cast<std::size_t>(rows.integer(3)),
                          .undone = rows.integer(4) != 0});
    return result;
}

Result<void> Journal::setState(std::int64_t number, CommandState state)
{
    return connection_.run("UPDATE command SET state = ? WHERE number = ?", static_cast<int>(state), number);
}

HybridTime Journal::latestTime() const
{
    return {static_cast<std::uint64_t>(
        connection_.number("SELECT coalesce((SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'clock'), 0)"))};
}

}  // namespace kith::store
