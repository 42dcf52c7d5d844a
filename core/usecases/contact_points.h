// E-mail addresses, phones, profile URLs and handles of a person.
#pragma once

#include <kith/usecases/workspace.h>

#include <string_view>

namespace kith {

/// BadInput when the value is none of its kind (contact_key.h, read with settings::kRegion). A contact point that the
/// person already has, in whatever spelling, only takes the label when one is given.
class AddContactPoint {
public:
    explicit AddContactPoint(Services& services) : services_(services) { }
    [[nodiscard]] Result<ChangeSet> run(const Id& person, ContactKind kind, std::string_view value,
                                        std::string_view label = {}) const;

private:
    Services& services_;
};

/// Sets value and label; the kind stays.
class EditContactPoint {
public:
    explicit EditContactPoint(Services& services) : services_(services) { }
    [[nodiscard]] Result<ChangeSet> run(const Id& contactPoint, std::string_view value, std::string_view label) const;

private:
    Services& services_;
};

class RemoveContactPoint {
public:
    explicit RemoveContactPoint(Services& services) : services_(services) { }
    [[nodiscard]] Result<ChangeSet> run(const Id& contactPoint) const;

private:
    Services& services_;
};

}  // namespace kith
