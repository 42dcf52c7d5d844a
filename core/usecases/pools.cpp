#include <kith/usecases/pools.h>

#include <kith/usecases/by_name.h>
#include <kith/usecases/edit_rules.h>
#include <kith/usecases/groups.h>
#include <kith/usecases/spaces.h>

#include <unordered_map>
#include <unordered_set>

namespace kith {

namespace {

Result<Row> findPool(const Services& services, const Id& id)
{
    return edits::findRow(services.reader, Kind::Pool, id, "pool");
}

/// Memberships of a pool by the person who is shown.
std::unordered_multimap<Id, Id> membershipsOf(const Services& services, const Id& pool)
{
    std::unordered_multimap<Id, Id> memberships;
    for (const Row& row : edits::rowsOf(services.reader, Kind::PoolMember, pool_member::pool, pool))
        memberships.emplace(services.reader.shownFor(idOf(edits::fieldOf(row, pool_member::person))), row.id);
    return memberships;
}

}  // namespace

Result<PoolView> poolOf(const WorkspaceReader& reader, std::string_view text)
{
    const auto pools = reader.pipelines().pools();
    return byName(std::span<const PoolView>(pools), text, "pool");
}

Result<Id> AddPool::run(const PoolInput& input) const
{
    KITH_TRY(name, groups::freeName(services_, Kind::Pool, input.name, {}, "pool"));
    KITH_TRY(purpose, edits::oneLine(input.purpose, "The purpose"));
    Edit edit = edits::typedEdit(services_, CommandKind::AddPool, name);
    const Id id = services_.ids.make();
    RowEdit& row = edit.make(Kind::Pool, id);
    row.space = input.space;
    row.fields = {{pool::name, textValue(name)}, {pool::purpose, textValue(purpose)}};
    const Id owner = input.owner.isNil() ? edits::me(services_) : input.owner;
    if (!owner.isNil()) row.fields.emplace_back(pool::owner, owner);
    KITH_CHECK(services_.writer.apply(edit));
    return id;
}

Result<ChangeSet> EditPool::rename(const Id& pool, std::string_view text) const
{
    KITH_TRY(row, findPool(services_, pool));
    KITH_TRY(name, groups::freeName(services_, Kind::Pool, text, row.id, "pool"));
    Edit edit = edits::typedEdit(services_, CommandKind::EditPool, name);
    edit.put(Kind::Pool, pool).fields = {{pool::name, textValue(name)}};
    return services_.writer.apply(edit);
}

Result<ChangeSet> EditPool::setPurpose(const Id& pool, std::string_view text) const
{
    KITH_TRY(row, findPool(services_, pool));
    KITH_TRY(purpose, edits::oneLine(text, "The purpose"));
    return groups::setField(services_, CommandKind::EditPool, row, pool::purpose, textValue(purpose));
}

Result<ChangeSet> EditPool::setOwner(const Id& pool, const Id& person) const
{
    KITH_TRY(row, findPool(services_, pool));
    return groups::setField(services_, CommandKind::EditPool, row, pool::owner, idValue(person));
}

Result<ChangeSet> EditPool::moveTo(const Id& pool, const Id& space) const
{
    KITH_TRY(row, findPool(services_, pool));
    return moveRowTo(services_, row, space);
}

Result<ChangeSet> EditPool::remove(const Id& pool) const
{
    KITH_TRY(row, findPool(services_, pool));
    Edit edit = edits::typedEdit(services_, CommandKind::RemovePool, groups::nameIn(row));
    for (const auto& [person, membership] : membershipsOf(services_, pool)) edit.remove(Kind::PoolMember, membership);
    edit.remove(Kind::Pool, pool);
    return services_.writer.apply(edit);
}

Result<ChangeSet> AddToPool::run(const Id& pool, std::span<const Id> people, std::string_view text) const
{
    KITH_TRY(row, findPool(services_, pool));
    KITH_TRY(reason, edits::oneLine(text, "The reason"));
    Edit edit = edits::typedEdit(services_, CommandKind::AddToPool, groups::nameIn(row));
    for (const Id& person : people) KITH_CHECK(edits::findPerson(services_.reader, services_.reader.shownFor(person)));
    edits::putIntoPool(services_, edit, pool, people, reason);
    return services_.writer.apply(edit);
}

Result<ChangeSet> LeavePool::run(const Id& pool, std::span<const Id> people) const
{
    KITH_TRY(row, findPool(services_, pool));
    Edit edit = edits::typedEdit(services_, CommandKind::LeavePool, groups::nameIn(row));
    const auto in = membershipsOf(services_, pool);
    std::unordered_set<Id> taken;
    for (const Id& asked : people) {
        const Id person = services_.reader.shownFor(asked);
        if (!taken.insert(person).second) continue;
        const auto [first, last] = in.equal_range(person);
        for (auto each = first; each != last; ++each) edit.remove(Kind::PoolMember, each->second);
    }
    return services_.writer.apply(edit);
}

void edits::putIntoPool(Services& services, Edit& edit, const Id& pool, std::span<const Id> people,
                        const std::string& reason)
{
    const auto in = membershipsOf(services, pool);
    std::unordered_set<Id> added;
    for (const Id& asked : people) {
        const Id person = services.reader.shownFor(asked);
        if (in.contains(person) || !added.insert(person).second) continue;
        edit.make(Kind::PoolMember, services.ids.make()).fields = {{pool_member::person, person},
                                                                   {pool_member::pool, pool},
                                                                   {pool_member::reason, textValue(reason)},
                                                                   {pool_member::since, dateValue(today(services))}};
    }
}

}  // namespace kith
