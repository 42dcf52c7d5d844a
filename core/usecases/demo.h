// Fills an empty workspace with invented people, so that somebody can try everything without their own data.
#pragma once

#include <kith/usecases/workspace.h>

#include <cstddef>
#include <cstdint>
#include <functional>

namespace kith {

struct DemoOptions {
    std::size_t people = 250;  ///< 1 to 5,000,000
    std::uint64_t seed = 1;
};

/// Rows written, by kind.
struct DemoSummary {
    std::size_t people = 0;
    std::size_t colleagues = 0;  ///< of the people
    std::size_t organisations = 0;
    std::size_t areas = 0;
    std::size_t ties = 0;
    std::size_t interactions = 0;
    std::size_t reminders = 0;
    std::size_t skills = 0;  ///< skills and languages of people
    Id me;  ///< the colleague who sits here

    friend bool operator==(const DemoSummary&, const DemoSummary&) = default;
};

/// People written so far and in all; called after each command. False calls the rest off.
using DemoProgress = std::function<bool(std::size_t done, std::size_t total)>;

/// Names of many scripts, organisations, areas, colleagues, skills, ties whose degrees follow a power law (as many as
/// ten for each person on average), interactions over three years before now, reminders around today. Nobody in it is
/// real: names are put together at random, addresses lie in domains and numbers in ranges reserved for examples
/// (RFC 2606; Ofcom and NANPA numbers for drama use).
///
/// The same options and the same time give the same rows with the same ids, on any machine. O(people) time; memory is
/// about 32 bytes for each person and one command of at most 2,000 people. Settings "me" and "organisation" are set;
/// an organisation that the workspace has already is used as our own.
///
/// BadInput when the workspace has people already or the number of people is out of range; Cancelled when progress
/// said so, or what the writer says: the people written by then stay.
class MakeDemo {
public:
    explicit MakeDemo(Services& services) : services_(services) { }
    [[nodiscard]] Result<DemoSummary> run(const DemoOptions& options, const DemoProgress& progress = {});

private:
    Services& services_;
};

}  // namespace kith
