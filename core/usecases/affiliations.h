// Where a person works.
#pragma once

#include <kith/usecases/workspace.h>

#include <string_view>

namespace kith {

/// Says where a person works now. The same organisation as before keeps the affiliation and changes role and area;
/// another one ends the current affiliation today and starts a new one, so that the history stays. All three empty
/// end the current affiliation. An area without an organisation means our own (settings::kOrganisation).
/// Organisation and area are found by their folded names or created in the same command.
class SetCurrentAffiliation {
public:
    explicit SetCurrentAffiliation(Services& services) : services_(services) { }
    [[nodiscard]] Result<ChangeSet> run(const Id& person, std::string_view role, std::string_view organisation,
                                        std::string_view area = {}) const;

private:
    Services& services_;
};

}  // namespace kith
