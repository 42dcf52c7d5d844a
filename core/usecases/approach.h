// Off-limits and do-not-contact: whether a person may be approached.
#pragma once

#include <kith/usecases/workspace.h>

#include <optional>
#include <string>

namespace kith {

struct ApproachInput {
    Approach approach = Approach::Open;
    std::string reason{};
    std::optional<Date> until{};  ///< the last day it holds; nothing: until somebody changes it
};

/// Sets all three together. Open clears reason and day. When two people decide at once, the more protective wins
/// (Merge::Protective). BadInput for a day before today or a reason too long, NotFound for no such person.
class EditApproach {
public:
    explicit EditApproach(Services& services) : services_(services) { }
    [[nodiscard]] Result<ChangeSet> run(const Id& person, const ApproachInput& input) const;

private:
    Services& services_;
};

/// What holds on a day: a status whose last day is past counts as open.
[[nodiscard]] Approach approachOn(Approach approach, std::optional<Date> until, Date day);

}  // namespace kith
