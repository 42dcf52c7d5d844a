// Spaces: what is shared with whom. Who is granted what is decided on the server (sync/administer.h); here is what is
// put where.
#pragma once

#include <kith/usecases/workspace.h>

namespace kith {

/// The space that only whoever sits here can read: an existing one, else a new one that is put into the edit. NotFound
/// in a workspace that is signed in as a partner, who has none (sync/sign_in.h).
[[nodiscard]] Result<Id> privateSpace(Services& services, Edit& edit);

/// The space that was asked for, or for nil the private one.
[[nodiscard]] Result<Id> placeFor(Services& services, Edit& edit, const Id& wished);

/// Puts a person into another space, with what belongs to them (contact points, affiliations, skills, tags, reminders,
/// memberships, placements with their moves, ties that begin with them) and the conversations in which nobody else but
/// colleagues took part. What is in another space than the person, such as a private note, stays where it is. One
/// command, one undo; nothing when they are there already. NotFound for no such person or space, ReadOnly for a space
/// that one may only read.
class MoveToSpace {
public:
    explicit MoveToSpace(Services& services) : services_(services) { }
    [[nodiscard]] Result<ChangeSet> run(const Id& person, const Id& space) const;

private:
    Services& services_;
};

/// Puts a row whose first field is its name (a pool, a pipeline) into another space, with the rows whose owner it is.
/// As MoveToSpace otherwise.
[[nodiscard]] Result<ChangeSet> moveRowTo(Services& services, const Row& row, const Id& space);

}  // namespace kith
