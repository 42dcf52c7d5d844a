// Undo, redo and taking back imports.
#pragma once

#include <kith/usecases/workspace.h>

#include <string>

namespace kith {

/// "log a conversation", "import" …: the words behind Undo in menus and on the command line; lower case.
[[nodiscard]] std::string commandName(CommandKind kind);

/// NotFound when there is nothing to undo.
class UndoLast {
public:
    explicit UndoLast(Services& services) : services_(services) { }
    [[nodiscard]] Result<Reverted> run() const;

private:
    Services& services_;
};

/// NotFound when there is nothing to redo.
class RedoLast {
public:
    explicit RedoLast(Services& services) : services_(services) { }
    [[nodiscard]] Result<Reverted> run() const;

private:
    Services& services_;
};

/// Takes back an import by its number (Batch::command), keeping whatever was changed since. NotFound when no import
/// has that number, Conflict when it was taken back before.
class UndoImport {
public:
    explicit UndoImport(Services& services) : services_(services) { }
    [[nodiscard]] Result<Reverted> run(std::int64_t batch) const;

private:
    Services& services_;
};

}  // namespace kith
