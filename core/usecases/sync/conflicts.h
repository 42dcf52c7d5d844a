// Values that lost against a concurrent one: what is open, and settling it.
#pragma once

#include <kith/usecases/workspace.h>

#include <optional>
#include <string>
#include <vector>

namespace kith {

/// Two people changed the same thing without knowing of each other. The later value stands in the row; the other one
/// waits here until somebody settles it.
struct OpenConflict {
    Id id;
    Kind kind{};  ///< of the row in question
    Id row;
    FieldIndex field = 0;
    Value lost;  ///< the other value
    std::string lostBy{};  ///< name of the account
    Instant lostAt{};
    Value kept;  ///< what stands in the row now
    /// Who wrote that; empty when it was changed again since.
    std::string keptBy{};
    std::optional<Instant> keptAt{};  ///< nothing when it was written again with the same value
    Id person;  ///< whom the row is about; nil when it is about nobody, or its owner is gone
    std::string about{};  ///< the person's name, else the name of the row itself; empty when there is none

    friend bool operator==(const OpenConflict&, const OpenConflict&) = default;
};

/// All open conflicts whose row is still there, oldest first. Those of rows that are gone have nothing left to settle.
/// O(conflicts, settled ones included).
[[nodiscard]] std::vector<OpenConflict> openConflicts(const WorkspaceReader& reader);

/// Settles a conflict as one command that can be taken back. NotFound when there is no such conflict or its row is
/// gone; Conflict when it has been settled already.
class SettleConflict {
public:
    explicit SettleConflict(Services& services) : services_(services) { }

    /// What stands in the row stays.
    [[nodiscard]] Result<ChangeSet> keep(const Id& conflict) const;
    /// The other value takes its place. Fields that make sense only together (FieldSpec::together) and lost together
    /// come back together.
    [[nodiscard]] Result<ChangeSet> take(const Id& conflict) const;

private:
    Services& services_;
};

}  // namespace kith
