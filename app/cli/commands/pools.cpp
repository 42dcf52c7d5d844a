#include "../signed_in.h"
#include "commands.h"
#include "group_commands.h"

#include <kith/base/text.h>
#include <kith/usecases/pools.h>

#include <fmt/format.h>

namespace kith::cli {

namespace {

struct PoolWish {
    std::string pool;
    std::string name;
    std::string purpose;
    std::vector<std::string> people;
    std::string reason;
    std::string space;
};

Json jsonOf(const PoolView& pool)
{
    return {{"id", pool.id.toString()},
            {"name", pool.name},
            {"purpose", pool.purpose},
            {"owner", textOrNull(pool.ownerName)},
            {"members", pool.members}};
}

Result<void> listPools(Context& context)
{
    KITH_TRY(session, context.open());
    Json pools = Json::array();
    Table table({"NAME", "PEOPLE", "OWNER", "PURPOSE"}, 70);
    for (const PoolView& pool : session->reader().pipelines().pools()) {
        pools.push_back(jsonOf(pool));
        table.row({pool.name, std::to_string(pool.members), pool.ownerName, pool.purpose});
    }
    if (context.json()) context.out().json({{"pools", std::move(pools)}});
    else if (table.empty()) context.out().line("No pools yet; `kithctl pool create NAME` makes one.");
    else context.out().table(table);
    return {};
}

Result<void> showPool(Context& context, const PoolWish& wish)
{
    KITH_TRY(session, context.open());
    KITH_TRY(pool, poolOf(session->reader(), wish.pool));
    Json members = Json::array();
    Table table({"PERSON", "SINCE", "REASON", "FROM"}, 60);
    for (const PoolMemberView& member : session->reader().pipelines().poolMembers(pool.id)) {
        members.push_back({{"person", member.person.toString()},
                           {"name", member.name},
                           {"reason", member.reason},
                           {"since", member.since ? Json(isoDate(*member.since)) : Json(nullptr)},
                           {"source", member.source.origin}});
        table.row(
            {member.name, member.since ? isoDate(*member.since) : std::string{}, member.reason, member.source.origin});
    }
    if (context.json()) {
        Json document = jsonOf(pool);
        document["people"] = std::move(members);
        context.out().json(document);
        return {};
    }
    context.out().line(pool.purpose.empty() ? pool.name : fmt::format("{}: {}", pool.name, pool.purpose));
    if (table.empty()) context.out().line("Nobody is in it yet; `kithctl pool add` puts people into it.");
    else context.out().table(table);
    return {};
}

Result<void> createPool(Context& context, const PoolWish& wish)
{
    KITH_TRY(session, context.open());
    PoolInput input{.name = wish.pool, .purpose = wish.purpose};
    if (!wish.space.empty()) {
        KITH_TRY(space, resolveSpace(session->reader(), wish.space));
        input.space = space.id;
    }
    KITH_TRY(id, AddPool(session->services()).run(input));
    return tell(context, "pool", id, fmt::format("Made the pool {}.", collapseSpace(wish.pool)));
}

/// Runs `change` on the pool that is named, and says what it did.
template <class Do>
Result<void> editPool(Context& context, const PoolWish& wish, Do change)
{
    KITH_TRY(session, context.open());
    KITH_TRY(pool, poolOf(session->reader(), wish.pool));
    KITH_TRY(sentence, change(session->services(), pool));
    return tell(context, "pool", pool.id, sentence);
}

Result<std::string> addPeople(Services& services, const PoolView& pool, const PoolWish& wish)
{
    KITH_TRY(people, resolveEach(services.reader, wish.people));
    KITH_TRY(changes, AddToPool(services).run(pool.id, people, wish.reason));
    return fmt::format("Put {} into {}.", peopleIn(changes, Kind::PoolMember), pool.name);
}

Result<std::string> takeOut(Services& services, const PoolView& pool, const PoolWish& wish)
{
    KITH_TRY(people, resolveEach(services.reader, wish.people));
    KITH_TRY(changes, LeavePool(services).run(pool.id, people));
    return fmt::format("Took {} out of {}.", peopleIn(changes, Kind::PoolMember), pool.name);
}

Result<std::string> renamePool(Services& services, const PoolView& pool, const PoolWish& wish)
{
    KITH_CHECK(EditPool(services).rename(pool.id, wish.name));
    return fmt::format("{} is called {} now.", pool.name, collapseSpace(wish.name));
}

Result<std::string> sharePool(Services& services, const PoolView& pool, const PoolWish& wish)
{
    KITH_TRY(space, resolveSpace(services.reader, wish.space));
    KITH_CHECK(EditPool(services).moveTo(pool.id, space.id));
    return fmt::format("{} is in {} now.", pool.name, space.name);
}

Result<std::string> deletePool(Services& services, const PoolView& pool, const PoolWish& /*wish*/)
{
    KITH_CHECK(EditPool(services).remove(pool.id));
    return fmt::format("Deleted {}; `kithctl undo` brings it back.", pool.name);
}

}  // namespace

void addPools(CommandTable& table)
{
    const auto wish = std::make_shared<PoolWish>();
    Command group = table.root().group("pool", "Pools: lasting groups of people");
    table.add(
        group,
        {.name = "list", .what = "List the pools with how many are in each", .example = "kithctl pool list --json"},
        listPools);
    table
        .add(group, {.name = "show", .what = "Show who is in a pool", .example = "kithctl pool show \"Data pool\""},
             [wish](Context& context) { return showPool(context, *wish); })
        .option("pool", wish->pool, "Its name or id")
        .value("POOL")
        .required();
    Command made = table.add(group,
                             {.name = "create",
                              .what = "Make a pool",
                              .example = "kithctl pool create \"Data pool\" --purpose \"People for data roles\""},
                             [wish](Context& context) { return createPool(context, *wish); });
    made.option("name", wish->pool, "What to call it").value("NAME").required();
    made.option("--purpose", wish->purpose, "What it is for").value("S");
    made.option("--space", wish->space, "Put it into this space").value("SPACE");

    using Change = Result<std::string> (*)(Services&, const PoolView&, const PoolWish&);
    const auto one = [&](const Command::Text& text, Change what) {
        Command command = table.add(group, text, [wish, what](Context& context) {
            return editPool(context, *wish,
                            [&](Services& services, const PoolView& pool) { return what(services, pool, *wish); });
        });
        command.option("pool", wish->pool, "Its name or id").value("POOL").required();
        return command;
    };
    Command added = one({.name = "add",
                         .what = "Put people into a pool",
                         .example = "kithctl pool add \"Data pool\" \"Ana Ruiz\" --reason \"met at a meetup\""},
                        addPeople);
    added.option("person", wish->people, "Whom; may be repeated").value("PERSON").required();
    added.option("--reason", wish->reason, "Why").value("S");
    one({.name = "remove",
         .what = "Take people out of a pool",
         .example = "kithctl pool remove \"Data pool\" \"Ana Ruiz\""},
        takeOut)
        .option("person", wish->people, "Whom; may be repeated")
        .value("PERSON")
        .required();
    one({.name = "rename", .what = "Give a pool another name", .example = "kithctl pool rename \"Data pool\" \"Data\""},
        renamePool)
        .option("new-name", wish->name, "The new name")
        .value("NEW")
        .required();
    one({.name = "share",
         .what = "Put a pool into a space: whoever sees that sees it",
         .example = "kithctl pool share \"Data pool\" --with \"Platform team\""},
        sharePool)
        .option("--with", wish->space, "The space's name or id")
        .value("SPACE")
        .required();
    one({.name = "delete", .what = "Delete a pool; the people stay", .example = "kithctl pool delete \"Data pool\""},
        deletePool);
}

}  // namespace kith::cli
