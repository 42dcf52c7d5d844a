// Pools: lasting groups of people, such as a talent pool or a community of practice.
#pragma once

#include <kith/usecases/workspace.h>

#include <span>
#include <string>
#include <string_view>

namespace kith {

/// The pool with this id or name, as byName() has it.
[[nodiscard]] Result<PoolView> poolOf(const WorkspaceReader& reader, std::string_view text);

struct PoolInput {
    std::string name{};
    std::string purpose{};
    Id owner{};  ///< nil: whoever sits here
    Id space{};  ///< nil: the workspace's usual one
};

/// Refusals of all below: BadInput for an empty name and for that of another pool, NotFound for what is gone, ReadOnly
/// for a space that one may only read. Nothing is changed then.
class AddPool {
public:
    explicit AddPool(Services& services) : services_(services) { }
    [[nodiscard]] Result<Id> run(const PoolInput& input) const;

private:
    Services& services_;
};

/// One command each; to what there is already yields an empty ChangeSet.
class EditPool {
public:
    explicit EditPool(Services& services) : services_(services) { }
    [[nodiscard]] Result<ChangeSet> rename(const Id& pool, std::string_view name) const;
    [[nodiscard]] Result<ChangeSet> setPurpose(const Id& pool, std::string_view purpose) const;
    /// Nil for nobody.
    [[nodiscard]] Result<ChangeSet> setOwner(const Id& pool, const Id& person) const;
    [[nodiscard]] Result<ChangeSet> moveTo(const Id& pool, const Id& space) const;
    /// With its memberships; the people stay.
    [[nodiscard]] Result<ChangeSet> remove(const Id& pool) const;

private:
    Services& services_;
};

/// Puts people into a pool. Who is in it already stays as they are.
class AddToPool {
public:
    explicit AddToPool(Services& services) : services_(services) { }
    [[nodiscard]] Result<ChangeSet> run(const Id& pool, std::span<const Id> people, std::string_view reason) const;

private:
    Services& services_;
};

/// Takes people out of a pool; who is not in it is passed over.
class LeavePool {
public:
    explicit LeavePool(Services& services) : services_(services) { }
    [[nodiscard]] Result<ChangeSet> run(const Id& pool, std::span<const Id> people) const;

private:
    Services& services_;
};

namespace edits {

/// Appends the memberships of people who are not in the pool yet. They have to be there, or made by this edit.
void putIntoPool(Services& services, Edit& edit, const Id& pool, std::span<const Id> people, const std::string& reason);

}  // namespace edits
}  // namespace kith
