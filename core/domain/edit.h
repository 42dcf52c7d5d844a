// What a use case asks the workspace to do: rows to write and rows to remove, as one command.
#pragma once

#include <kith/domain/entity.h>
#include <kith/domain/stamp.h>
#include <kith/domain/value.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace kith {

/// The fields of one row that shall have new values. A row that does not exist is created; one that was removed
/// comes back. Fields that already have the value are left alone and yield no change.
struct RowEdit {
    Kind kind{};
    Id id;
    std::vector<std::pair<FieldIndex, Value>> fields{};
    bool remove = false;
    /// Where the row shall be. Nil leaves a row where it is; a new one goes where its owner is (FieldSpec::owner), or
    /// into the workspace's default space.
    Id space{};
    /// The id was made for this edit, so there is nothing to look for; a row of this id that exists makes the edit
    /// fail.
    bool fresh = false;
    /// contactKey() of a fresh contact point's value, when the maker of the edit knows it: phones cost microseconds.
    std::string key{};
};

/// What a command is called in undo menus and history.
enum class CommandKind : std::uint8_t {
    AddPerson = 1,
    EditPerson,
    RemovePerson,
    LogInteraction,
    EditInteraction,
    RemoveInteraction,
    SetReminder,
    FinishReminder,
    SnoozeReminder,
    AddTie,
    RemoveTie,
    Import,
    EditSkills,
    EditTags,
    EditContactPoints,
    EditAffiliation,
    Demo,
    Organise,
    Undo,
    Redo,
    UndoImport,
    Sync,  ///< what came from the server; no command of this machine, and not undone here
    MoveToSpace,
    SettleConflict,
    EditApproach,
    EditPay,
    MergePeople,
    UnmergePeople,
    SaveSearch,
    EditSearch,
    RemoveSearch,
    AddAliases,
    ChangeAliases,
    RemoveAliases,
    RestoreAliases,
    AddPool,
    EditPool,
    RemovePool,
    AddToPool,
    LeavePool,
    AddPipeline,
    EditPipeline,
    RemovePipeline,
    AddToPipeline,
    MovePlacement,
    LeavePipeline,
    AssignPlacement,
};

/// One undoable command.
struct Edit {
    CommandKind command{};
    /// A few words about the object ("Ana Ruiz", "Connections.csv"); shown behind the command's name.
    std::string subject{};
    Source source{};
    std::vector<RowEdit> rows{};

    /// Appends a row edit and returns it, for adding fields.
    RowEdit& put(Kind kind, Id id) { return rows.emplace_back(RowEdit{.kind = kind, .id = id}); }
    /// put() for an id that was made for this row just now: writing it needs no look-up.
    RowEdit& make(Kind kind, Id id)
    {
        return rows.emplace_back(RowEdit{.kind = kind, .id = id, .fields = {}, .fresh = true});
    }
    void remove(Kind kind, Id id) { rows.push_back({.kind = kind, .id = id, .fields = {}, .remove = true}); }
};

}  // namespace kith
