// What must be true once the world is quiet. Each throws Broken.
#pragma once

#include <kith/simulation/machine.h>

namespace kith::simulation {

/// The machine holds exactly the server's rows of the spaces that its user may read: values, stamps, sources.
void checkHolds(Machine& machine, const Host& host, const std::map<Id, Numbered>& rows);
/// The lists and the search are what the rows say.
void checkDerived(Machine& machine);
/// Nothing waits, and the workspace and its sums are sound.
void checkSettled(Machine& machine);
/// The rows as one text, for the trace.
[[nodiscard]] std::string dumpOf(const std::map<Id, Numbered>& rows);

}  // namespace kith::simulation
