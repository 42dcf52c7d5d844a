// What somebody does at their desk: one random command through the use cases, or as an edit where none exists.
#pragma once

#include <kith/simulation/machine.h>

namespace kith::simulation {

/// One command, or an attempt at one: what is refused (a space to read only, nobody to remove) changes nothing.
struct Deed {
    std::string what;  ///< for the trace
    bool failed = false;  ///< by a fault of the disk, or of the program
};
[[nodiscard]] Deed doSomething(Machine& machine, Dice& dice);

}  // namespace kith::simulation
