// Every command of kithctl, each in a file of its own.
#pragma once

#include "../command_table.h"

namespace kith::cli {

void addInit(CommandTable& table);
void addDemo(CommandTable& table);
void addImport(CommandTable& table);
void addUndoImport(CommandTable& table);
void addPeople(CommandTable& table);
/// "searches list", "searches save" and so on.
void addSearches(CommandTable& table);
/// "aliases list", "aliases add" and so on.
void addAliases(CommandTable& table);
/// "taxonomy import", "taxonomy show", "taxonomy remove".
void addTaxonomy(CommandTable& table);
/// "pool list", "pool add" and so on.
void addPools(CommandTable& table);
/// "pipeline list", "pipeline move" and so on.
void addPipelines(CommandTable& table);
void addShow(CommandTable& table);
void addLog(CommandTable& table);
void addTie(CommandTable& table);
void addUntie(CommandTable& table);
/// "merge" and "unmerge".
void addMerge(CommandTable& table);
void addRemind(CommandTable& table);
void addToday(CommandTable& table);
void addWarmth(CommandTable& table);
/// "path", "who-knows" and "held-alone".
void addNetwork(CommandTable& table);
void addEmbedded(CommandTable& table);
void addExport(CommandTable& table);
void addCheck(CommandTable& table);
void addBackup(CommandTable& table);
void addRestore(CommandTable& table);
void addUndo(CommandTable& table);
void addRedo(CommandTable& table);
void addSignIn(CommandTable& table);
void addSignOut(CommandTable& table);
void addSync(CommandTable& table);
void addConflicts(CommandTable& table);
/// "space list", "space add" and so on.
void addSpace(CommandTable& table);
void addMove(CommandTable& table);
/// "invite" and "devices".
void addTeam(CommandTable& table);
/// "approach", "pay" and "erase".
void addPrivacy(CommandTable& table);
/// Hidden: the man page.
void addMan(CommandTable& table);
/// Hidden: completion for bash, zsh and fish.
void addCompletion(CommandTable& table);

/// All of them, in the order in which help lists them.
void addAllCommands(CommandTable& table);

}  // namespace kith::cli
