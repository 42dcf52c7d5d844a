#include "commands.h"

namespace kith::cli {

void addAllCommands(CommandTable& table)
{
    for (const auto add :
         {addInit,    addDemo,      addImport,    addUndoImport, addPeople, addSearches, addAliases, addTaxonomy,
          addPools,   addPipelines, addShow,      addLog,        addTie,    addUntie,    addMerge,   addRemind,
          addToday,   addWarmth,    addNetwork,   addEmbedded,   addExport, addUndo,     addRedo,    addSignIn,
          addSignOut, addSync,      addConflicts, addSpace,      addMove,   addTeam,     addPrivacy, addCheck,
          addBackup,  addRestore,   addMan,       addCompletion})
        add(table);
}

}  // namespace kith::cli
