// Saved searches: queries of the search language with a name. One's own are private until they are put into a space
// that others see.
#pragma once

#include <kith/usecases/workspace.h>

#include <string>
#include <string_view>
#include <vector>

namespace kith {

struct SavedSearch {
    Id id{};
    std::string name{};
    std::string query{};
    Id space{};
    bool isPrivate = true;  ///< only whoever sits here sees it
    bool writable = true;

    friend bool operator==(const SavedSearch&, const SavedSearch&) = default;
};

/// All that may be seen, by name, of equal names the private one first. O(n log n); there are few.
[[nodiscard]] std::vector<SavedSearch> savedSearches(const WorkspaceReader& reader);
/// The one with this id or, folded (fold.h), this name. Colleagues may have shared one of the same name: then one's own
/// private one is meant; without such a one Ambiguous. NotFound for none.
[[nodiscard]] Result<SavedSearch> savedSearchOf(const WorkspaceReader& reader, std::string_view text);

struct SearchInput {
    std::string name{};
    std::string query{};
    Id space{};  ///< nil: the private one of whoever sits here
};

/// Refusals of all below: BadInput for an empty name and for that of another saved search, for a query that asks for
/// nothing, and for one that was not understood, with the parser's sentence and the letter at which it holds; NotFound
/// for what is gone; ReadOnly for a space that one may only read. Nothing is changed then.
class SaveSearch {
public:
    explicit SaveSearch(Services& services) : services_(services) { }
    [[nodiscard]] Result<Id> run(const SearchInput& input) const;

private:
    Services& services_;
};

/// One command each; to what there is already yields an empty ChangeSet.
class EditSearch {
public:
    explicit EditSearch(Services& services) : services_(services) { }
    [[nodiscard]] Result<ChangeSet> rename(const Id& search, std::string_view name) const;
    [[nodiscard]] Result<ChangeSet> setQuery(const Id& search, std::string_view query) const;
    /// Whoever reads that space sees it; nil is the private one of whoever sits here.
    [[nodiscard]] Result<ChangeSet> moveTo(const Id& search, const Id& space) const;
    [[nodiscard]] Result<ChangeSet> remove(const Id& search) const;

private:
    Services& services_;
};

}  // namespace kith
