// Names that mean the same title or skill, as this workspace has them: those that Kith comes with, as they are or
// changed or switched off; one's own; and those of a taxonomy (taxonomy.h). Search finds people by all of them.
#pragma once

#include <kith/search/aliases.h>
#include <kith/usecases/workspace.h>

#include <string>
#include <string_view>
#include <vector>

namespace kith {

/// One group of names. Rows of Kind::Alias say what differs from what Kith comes with, so that everybody who shares the
/// workspace finds the same people, and so that a newer Kith brings more names without undoing what was changed.
struct AliasSet {
    Id row{};  ///< nil for one that Kith comes with, as it came
    AliasKind kind{};
    std::vector<std::string> names{};  ///< empty when it is switched off
    /// Of one that Kith comes with: its first name, folded (base/fold.h), and all its names as they came.
    std::string replaces{};
    std::vector<std::string> original{};

    [[nodiscard]] bool isBuiltIn() const { return !replaces.empty(); }
    [[nodiscard]] bool isOff() const { return names.empty(); }
};

/// Titles first, each kind by the first name; those of a taxonomy are not among them. O(n log n); there are few.
[[nodiscard]] std::vector<AliasSet> aliasSets(const WorkspaceReader& reader);
/// The one in which a name, folded, is this text, or with this id. "skill: js" looks among skills alone. NotFound, or
/// Ambiguous when several have the name.
[[nodiscard]] Result<AliasSet> aliasSetOf(const WorkspaceReader& reader, std::string_view text);
/// What search goes by: all that are not switched off, and the taxonomy.
[[nodiscard]] search::AliasTable aliasTable(const WorkspaceReader& reader);

/// Refusals of all below: BadInput for less than two names, for a name longer than a line may be, and for a group that
/// is there already; NotFound for what is gone. Nothing is changed then.
class AddAliases {
public:
    explicit AddAliases(Services& services) : services_(services) { }
    /// `names` with “=” between them.
    [[nodiscard]] Result<Id> run(AliasKind kind, std::string_view names) const;

private:
    Services& services_;
};

/// One command each, which can be undone.
class EditAliases {
public:
    explicit EditAliases(Services& services) : services_(services) { }
    /// `names` with “=” between them, all of them.
    [[nodiscard]] Result<ChangeSet> setNames(const AliasSet& set, std::string_view names) const;
    /// One's own is gone; one that Kith comes with is switched off.
    [[nodiscard]] Result<ChangeSet> remove(const AliasSet& set) const;
    /// One that Kith comes with, as it came; BadInput for one's own.
    [[nodiscard]] Result<ChangeSet> restore(const AliasSet& set) const;

private:
    Services& services_;
};

}  // namespace kith
