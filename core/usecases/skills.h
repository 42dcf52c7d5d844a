// Skills and languages of a person, each with level and evidence.
#pragma once

#include <kith/usecases/workspace.h>

#include <optional>
#include <string>

namespace kith {

struct SkillInput {
    Id person{};
    std::string name{};  ///< required; found by its folded name or created
    SkillLevel level = SkillLevel::Unstated;
    Evidence evidence = Evidence::SelfDeclared;
    Id observedBy{};  ///< the person who observed or assessed it; nil when nobody is named
    std::optional<Date> observedOn{};
};

/// Adds a skill, or sets level and evidence of the one that the person already has.
class AddSkill {
public:
    explicit AddSkill(Services& services) : services_(services) { }
    [[nodiscard]] Result<ChangeSet> run(const SkillInput& input) const;

private:
    Services& services_;
};

/// Takes a skill from a person; `personSkill` is SkillView::id.
class RemoveSkill {
public:
    explicit RemoveSkill(Services& services) : services_(services) { }
    [[nodiscard]] Result<ChangeSet> run(const Id& personSkill) const;

private:
    Services& services_;
};

}  // namespace kith
