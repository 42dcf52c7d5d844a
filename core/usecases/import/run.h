// The three kinds of file, each planned record by record.
#pragma once

#include <kith/usecases/import/planning.h>

namespace kith::importing {

/// One run of planning with what it was asked.
struct Run {
    const Planning& planning;
    const ImportOptions& options;

    /// Tells the progress, and whether to go on.
    [[nodiscard]] bool goesOn(std::size_t done, std::size_t all) const;
    [[nodiscard]] static std::unexpected<Error> cancelled();
};

Result<void> planPeople(const Run& run, const std::vector<exchange::PersonRecord>& people);
Result<void> planTies(const Run& run, const std::vector<exchange::TieRecord>& ties);
Result<void> planInteractions(const Run& run, const std::vector<exchange::InteractionRecord>& interactions);

}  // namespace kith::importing
