// What the figures of sync and the server are measured with.
#pragma once

#include "figures.h"

#include <kith/base/clock.h>
#include <kith/base/id.h>
#include <kith/base/random.h>

#include <cstdint>
#include <string>

namespace kith::bench {

struct ServerBenchOptions {
    std::size_t people = 10'000;  ///< that are replicated, and of the first sync
    std::size_t pushes = 2'000;
    std::size_t edits = 100;
    std::size_t waiting = 200;
    std::uint64_t seed = 1;
    bool postgres = true;
};

struct ServerBed {
    ServerBenchOptions options;
    SystemClock clock{};
    SystemRandom random{};
    UuidSource ids{clock, random};
    Report report{};
};

/// Each adds its figures to the report.
void measurePushes(ServerBed& bench);
void measureReplication(ServerBed& bench);
void measureFirstSync(ServerBed& bench);
void measureEditLatency(ServerBed& bench);
void measureWaiting(ServerBed& bench);

[[noreturn]] void giveUp(const std::string& why);

}  // namespace kith::bench
