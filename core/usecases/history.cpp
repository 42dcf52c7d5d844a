#include <kith/usecases/history.h>

#include <algorithm>

namespace kith {

std::string commandName(CommandKind kind)
{
    switch (kind) {
    case CommandKind::AddPerson: return "add a person";
    case CommandKind::EditPerson: return "edit a person";
    case CommandKind::RemovePerson: return "remove a person";
    case CommandKind::LogInteraction: return "log a conversation";
    case CommandKind::EditInteraction: return "edit a conversation";
    case CommandKind::RemoveInteraction: return "remove a conversation";
    case CommandKind::SetReminder: return "set a reminder";
    case CommandKind::FinishReminder: return "finish a reminder";
    case CommandKind::SnoozeReminder: return "snooze a reminder";
    case CommandKind::AddTie: return "add a tie";
    case CommandKind::RemoveTie: return "remove a tie";
    case CommandKind::Import: return "import";
    case CommandKind::EditSkills: return "edit skills";
    case CommandKind::EditTags: return "edit tags";
    case CommandKind::EditContactPoints: return "edit contact points";
    case CommandKind::EditAffiliation: return "edit an affiliation";
    case CommandKind::Demo: return "fill with demo people";
    case CommandKind::Organise: return "organise";
    case CommandKind::Undo: return "undo";
    case CommandKind::Redo: return "redo";
    case CommandKind::UndoImport: return "take back an import";
    case CommandKind::Sync: return "sync";
    case CommandKind::MoveToSpace: return "move to a space";
    case CommandKind::SettleConflict: return "settle a conflict";
    case CommandKind::EditApproach: return "change whether to approach";
    case CommandKind::EditPay: return "edit a pay expectation";
    case CommandKind::MergePeople: return "merge two people";
    case CommandKind::UnmergePeople: return "unmerge two people";
    case CommandKind::SaveSearch: return "save a search";
    case CommandKind::EditSearch: return "edit a saved search";
    case CommandKind::RemoveSearch: return "delete a saved search";
    case CommandKind::AddAliases: return "add other names";
    case CommandKind::ChangeAliases: return "change other names";
    case CommandKind::RemoveAliases: return "remove other names";
    case CommandKind::RestoreAliases: return "put other names back";
    case CommandKind::AddPool: return "add a pool";
    case CommandKind::EditPool: return "edit a pool";
    case CommandKind::RemovePool: return "delete a pool";
    case CommandKind::AddToPool: return "add to a pool";
    case CommandKind::LeavePool: return "take out of a pool";
    case CommandKind::AddPipeline: return "add a pipeline";
    case CommandKind::EditPipeline: return "edit a pipeline";
    case CommandKind::RemovePipeline: return "delete a pipeline";
    case CommandKind::AddToPipeline: return "add to a pipeline";
    case CommandKind::MovePlacement: return "move in a pipeline";
    case CommandKind::LeavePipeline: return "take out of a pipeline";
    case CommandKind::AssignPlacement: return "say who looks after a placement";
    }
    return "a change";
}

Result<Reverted> UndoLast::run() const
{
    return services_.writer.undo();
}

Result<Reverted> RedoLast::run() const
{
    return services_.writer.redo();
}

Result<Reverted> UndoImport::run(std::int64_t batch) const
{
    const auto batches = services_.writer.batches();
    const auto found = std::ranges::find(batches, batch, &Batch::command);
    if (found == batches.end()) return fail(ErrorCode::NotFound, "There is no import of that number.");
    if (found->undone) return fail(ErrorCode::Conflict, "That import was taken back before; nothing was changed.");
    return services_.writer.revert(batch);
}

}  // namespace kith
