// A server, machines, and what happens to them: one run of one seed.
#pragma once

#include <kith/simulation/checks.h>
#include <kith/simulation/deeds.h>

#include <string>

namespace kith::simulation {

struct Plan {
    std::uint64_t seed = 1;
    int steps = 300;
    bool loud = false;  ///< print every step
};

struct Outcome {
    std::string trouble{};  ///< empty when nothing was wrong
    std::uint64_t trace = 0;
    std::size_t edits = 0;
    std::size_t rows = 0;
    int quiets = 0;
};

/// Runs a plan to its end or to the first thing that is wrong. The same plan has the same outcome.
[[nodiscard]] Outcome run(const Plan& plan);

}  // namespace kith::simulation
