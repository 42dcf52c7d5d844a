// What must be true once the world is quiet. Each throws Broken.
#pragma once

#include <kith/simulation/machine.h>

namespace kith::simulation {

/// The machine holds exactly the server's rows of the spaces that its user may read: values, stamps, sources.
void checkHolds(Machine& machine, const Host& host, const std::map<Id, Numbered>& rows);
/// The lists and the search are what the rows say.
void checkDerived(Machine& machine);
/// What the server refused of a machine in a round that went well is kept there, until it is offered again.
void checkRefused(Machine& machine, const Host& host);
/// Nothing waits, no refused edit waits for a row that is here, and the workspace and its sums are sound.
void checkSettled(Machine& machine);
/// The rows as one text, for the trace.
[[nodiscard]] std::string dumpOf(const std::map<Id, Numbered>& rows);

}  // namespace kith::simulation
