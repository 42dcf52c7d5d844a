// Erasing a person from this workspace, for good. Where there is a server it is asked instead: sync/administration.h.
#pragma once

#include <kith/usecases/workspace.h>

#include <cstddef>
#include <string>

namespace kith {

/// What goes with a person and what stays, as far as this workspace sees it.
struct ErasureOutlook {
    std::string name{};  ///< of the one who is shown
    Id space{};
    std::size_t conversations = 0;  ///< go: nobody else but colleagues took part
    std::size_t shared = 0;  ///< stay without the person, because somebody else took part
    std::size_t facts = 0;  ///< contact points, affiliations, skills, tags, ties, pay expectations
    std::size_t reminders = 0;

    friend bool operator==(const ErasureOutlook&, const ErasureOutlook&) = default;
};

/// Bounded by the person's history. NotFound when there is no such person, or they were removed.
[[nodiscard]] Result<ErasureOutlook> erasureOutlook(const WorkspaceReader& reader, const Id& person);

/// Takes a person out of the file to the last byte, in all records that were merged with theirs (same_person.h), with
/// what belongs to them and the conversations that were with them alone. No undo. What was written about them in
/// conversations with others, in notes of others, and backups made before are not touched. Conflict in a workspace that
/// is signed in; NotFound when there is nobody.
class ErasePerson {
public:
    explicit ErasePerson(Services& services) : services_(services) { }
    /// Returns what had been the outlook.
    [[nodiscard]] Result<ErasureOutlook> run(const Id& person) const;

private:
    Services& services_;
};

}  // namespace kith
