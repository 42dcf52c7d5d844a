// The journal of commands: what undo, redo and "take this import back" go by, and the outbox for the server.
// Private to this folder.
#pragma once

#include "stamps.h"

#include <kith/domain/change.h>
#include <kith/usecases/workspace.h>

#include <optional>
#include <vector>

namespace kith::store {

enum class CommandState : std::uint8_t {
    Done = 0,  ///< undo may take it back
    Undone = 1,  ///< redo may bring it back
    Closed = 2,  ///< neither: replaced by later commands, or not undoable
};

struct JournalEntry {
    std::int64_t number = 0;
    CommandKind kind{};
    std::string subject;
    CommandState state{};
    HybridTime time;
    std::uint32_t source = 0;
    std::vector<RowChange> rows;
};

class Journal {
public:
    /// How many commands undo reaches back. Imports stay until they are taken back.
    static constexpr int kDepth = 200;

    explicit Journal(sqlite::Connection& connection) : connection_(connection) { }

    /// Writes the command and its outbox entry; returns its number. Closes commands that redo could have brought back.
    Result<std::int64_t> record(const ChangeSet& changes, Instant at, const StampEntry& stamp, CommandState state);
    /// Writes only an outbox entry: what an undo or redo did must reach the other machines too.
    Result<void> send(std::int64_t command, std::span<const RowChange> rows, HybridTime time);

    [[nodiscard]] Result<std::optional<JournalEntry>> nextUndo() const;
    [[nodiscard]] Result<std::optional<JournalEntry>> nextRedo() const;
    [[nodiscard]] Result<std::optional<JournalEntry>> entry(std::int64_t number) const;
    [[nodiscard]] std::optional<CommandLabel> label(CommandState state) const;
    [[nodiscard]] std::vector<Batch> batches() const;
    Result<void> setState(std::int64_t number, CommandState state);

    /// The largest hybrid time any command of this workspace has had.
    [[nodiscard]] HybridTime latestTime() const;

private:
    Result<std::optional<JournalEntry>> read(sqlite::Statement statement) const;
    Result<void> prune();

    sqlite::Connection& connection_;
};

}  // namespace kith::store
