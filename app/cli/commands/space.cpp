#include "../signed_in.h"
#include "commands.h"

#include <kith/usecases/spaces.h>

#include <fmt/format.h>

namespace kith::cli {

namespace {

struct Wish {
    std::string space;
    std::string name;
    std::string kind = "team";
    std::string user;
    std::string rights = "write";
    std::string person;
};

std::string_view mayDo(const SpaceView& space)
{
    return sync::wordOf(space.managed        ? sync::Rights::Manage
                            : space.writable ? sync::Rights::Write
                                             : sync::Rights::Read);
}

Result<void> list(Context& context)
{
    KITH_TRY(session, context.open());
    Json spaces = Json::array();
    Table table({"NAME", "KIND", "YOU MAY", "ID"});
    for (const SpaceView& space : session->reader().spaces()) {
        spaces.push_back({{"id", space.id.toString()},
                          {"name", space.name},
                          {"kind", toWord(space.kind)},
                          {"rights", mayDo(space)}});
        table.row({space.name, std::string(toWord(space.kind)), std::string(mayDo(space)), space.id.toString()});
    }
    if (context.json()) context.out().json({{"spaces", std::move(spaces)}});
    else context.out().table(table);
    return {};
}

Result<void> done(Context& context, SignedIn& there, const Id& space, const std::string& sentence)
{
    KITH_CHECK(there.catchUp(context));
    if (context.json()) context.out().json({{"space", space.toString()}});
    else context.out().line(sentence);
    return {};
}

Result<void> make(Context& context, const Wish& wish)
{
    KITH_TRY(there, signedIn(context));
    const Id id = there.session.services().ids.make();
    const SpaceKind kind = fromWord<SpaceKind>(wish.kind).value_or(SpaceKind::Team);
    if (const auto made = there.administration().makeSpace(id, wish.name, kind, {}); !made)
        return std::unexpected(toError(made.error()));
    return done(context, there, id, fmt::format("Made the space {}.", wish.name));
}

Result<void> rename(Context& context, const Wish& wish)
{
    KITH_TRY(there, signedIn(context));
    KITH_TRY(space, resolveSpace(there.session.reader(), wish.space));
    if (const auto renamed = there.administration().renameSpace(space.id, wish.name, {}); !renamed)
        return std::unexpected(toError(renamed.error()));
    return done(context, there, space.id, fmt::format("{} is called {} now.", space.name, wish.name));
}

Result<void> grant(Context& context, const Wish& wish, sync::Rights rights)
{
    KITH_TRY(there, signedIn(context));
    KITH_TRY(space, resolveSpace(there.session.reader(), wish.space));
    if (const auto granted = there.administration().grant(wish.user, space.id, rights, {}); !granted)
        return std::unexpected(toError(granted.error()));
    return done(context, there, space.id,
                rights == sync::Rights::None
                    ? fmt::format("{} no longer sees {}, and their machines forget it.", wish.user, space.name)
                    : fmt::format("{} may {} in {}.", wish.user, sync::wordOf(rights), space.name));
}

Result<void> move(Context& context, const Wish& wish)
{
    KITH_TRY(session, context.open());
    KITH_TRY(person, session->reader().resolvePerson(wish.person));
    KITH_TRY(space, resolveSpace(session->reader(), wish.space));
    KITH_TRY(changes, MoveToSpace(session->services()).run(person, space.id));
    if (context.json()) {
        context.out().json(
            {{"person", person.toString()}, {"space", space.id.toString()}, {"rows", changes.rows.size()}});
        return {};
    }
    context.out().line(changes.empty() ? fmt::format("They are in {} already.", space.name)
                                       : fmt::format("Moved {} to {}.", changes.subject, space.name));
    return {};
}

void addGrants(CommandTable& table, Command group, const std::shared_ptr<Wish>& wish)
{
    const auto named = [&](Command command) {
        command.option("user", wish->user, "The account's name").value("USER").required();
        command.option("space", wish->space, "The space's name or id").value("SPACE").required();
        return command;
    };
    named(table.add(group,
                    {.name = "grant",
                     .what = "Let a colleague see a space",
                     .example = "kithctl space grant tom \"Platform team\" --rights read"},
                    [wish](Context& context) {
                        return grant(context, *wish, sync::rightsOf(wish->rights).value_or(sync::Rights::Read));
                    }))
        .option("--rights", wish->rights, "What they may do")
        .words({"read", "write", "manage"})
        .showDefault();
    named(table.add(group,
                    {.name = "revoke",
                     .what = "Take it back: their machines forget every byte of the space",
                     .example = "kithctl space revoke tom \"Platform team\""},
                    [wish](Context& context) { return grant(context, *wish, sync::Rights::None); }));
}

}  // namespace

void addSpace(CommandTable& table)
{
    const auto wish = std::make_shared<Wish>();
    Command group = table.root().group("space", "Spaces: what is shared with whom");
    table.add(group, {.name = "list", .what = "List the spaces of this workspace", .example = "kithctl space list"},
              list);
    Command add = table.add(
        group, {.name = "add", .what = "Make a space on the server", .example = "kithctl space add \"Platform team\""},
        [wish](Context& context) { return make(context, *wish); });
    add.option("name", wish->name, "Its name").value("NAME").required();
    add.option("--kind", wish->kind, "Whose it is").words({"team", "shared", "private"}).showDefault();
    Command other = table.add(group,
                              {.name = "rename",
                               .what = "Give a space another name",
                               .example = "kithctl space rename \"Platform team\" \"Platform and data\""},
                              [wish](Context& context) { return rename(context, *wish); });
    other.option("space", wish->space, "The space's name or id").value("SPACE").required();
    other.option("name", wish->name, "The new name").value("NAME").required();
    addGrants(table, group, wish);
}

void addMove(CommandTable& table)
{
    const auto wish = std::make_shared<Wish>();
    Command command = table.add({.name = "move",
                                 .what = "Put a person, with what is theirs, into another space",
                                 .example = "kithctl move \"Ana Ruiz\" --to \"Platform team\""},
                                [wish](Context& context) { return move(context, *wish); });
    command.option("person", wish->person, "Whom").value("PERSON").required();
    command.option("--to", wish->space, "The space's name or id").value("SPACE").required();
}

}  // namespace kith::cli
