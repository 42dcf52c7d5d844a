// Two records that turn out to be one person, and taking that back.
#pragma once

#include <kith/usecases/workspace.h>

#include <vector>

namespace kith {

struct MergeInput {
    Id keep{};  ///< who is shown from now on
    Id other{};  ///< who is shown under them
    /// Fields in which the other one's value is taken: person::name (with given and family name), person::city,
    /// person::about. What the one to keep does not say is taken in any case, and facets are added up.
    std::vector<FieldIndex> take{};
};

/// Merges two people. Nothing of theirs is rewritten: a link says that they are one (same_person.h), and everybody who
/// reads goes by it, so that what a colleague adds to either of them before hearing of it is added to the one shown.
/// The more protective approach of the two holds. One command, one undo; UnmergePeople takes it back later.
/// BadInput for somebody with themselves or a field that cannot be taken, NotFound for no such person, Conflict for two
/// who are merged already, ReadOnly unless both may be written.
class MergePeople {
public:
    explicit MergePeople(Services& services) : services_(services) { }
    [[nodiscard]] Result<ChangeSet> run(const MergeInput& input) const;

private:
    Services& services_;
};

/// Takes a merge back, also after months and after sync: each is shown by themselves again with what was always theirs
/// and what was added to them. A field in which the merge had taken the other one's value gets the earlier one back,
/// unless somebody has changed it since.
class UnmergePeople {
public:
    explicit UnmergePeople(Services& services) : services_(services) { }
    /// Separates two who are merged: of them the one who is not shown, with whoever was merged into that one. `other`
    /// may be nil: then `person` if they are not shown, else the only one who was merged into them; Ambiguous, with
    /// their names, if there are several. NotFound when there is nothing to take back, ReadOnly unless the person shown
    /// may be written.
    [[nodiscard]] Result<ChangeSet> run(const Id& person, const Id& other = {}) const;

private:
    Services& services_;
};

/// The words of fields that MergeInput::take knows: "name", "city", "about".
[[nodiscard]] std::vector<std::string> mergeFieldWords();

}  // namespace kith
