// Free words by which people are grouped.
#pragma once

#include <kith/usecases/workspace.h>

#include <string_view>

namespace kith {

/// Tags a person. The tag is found by its folded name or created; a leading # is dropped. A tag that the person
/// already has yields an empty ChangeSet.
class AddTag {
public:
    explicit AddTag(Services& services) : services_(services) { }
    [[nodiscard]] Result<ChangeSet> run(const Id& person, std::string_view name) const;

private:
    Services& services_;
};

namespace edits {
/// Adds to an edit that a person, who may be new in it, has a tag; nothing when they have it. BadInput: no name.
[[nodiscard]] Result<void> putTag(Services& services, Edit& edit, const Id& person, std::string_view name);
}  // namespace edits

/// Takes a tag from a person; `personTag` is TagView::id.
class RemoveTag {
public:
    explicit RemoveTag(Services& services) : services_(services) { }
    [[nodiscard]] Result<ChangeSet> run(const Id& personTag) const;

private:
    Services& services_;
};

}  // namespace kith
