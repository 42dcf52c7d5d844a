#include "commands.h"

#include <kith/base/text.h>
#include <kith/usecases/aliases.h>

#include <fmt/format.h>

namespace kith::cli {

namespace {

struct Wish {
    std::string group;
    std::string names;
    bool skill = false;
};

std::string_view stateOf(const AliasSet& set)
{
    if (!set.isBuiltIn()) return "own";
    if (set.isOff()) return "off";
    return set.row.isNil() ? "built in" : "changed";
}

Json jsonOf(const AliasSet& set)
{
    return {{"id", set.row.isNil() ? Json(nullptr) : Json(set.row.toString())},
            {"kind", toWord(set.kind)},
            {"names", set.names},
            {"built_in", set.isBuiltIn()},
            {"off", set.isOff()},
            {"original", set.isBuiltIn() ? Json(set.original) : Json(nullptr)}};
}

Result<void> list(Context& context)
{
    KITH_TRY(session, context.open());
    Json groups = Json::array();
    Table table({"KIND", "NAMES", "WHOSE"}, 90);
    for (const AliasSet& set : aliasSets(session->reader())) {
        groups.push_back(jsonOf(set));
        const auto& names = set.isOff() ? set.original : set.names;
        table.row({std::string(toWord(set.kind)), search::lineOf(names), std::string(stateOf(set))});
    }
    if (context.json()) context.out().json({{"aliases", std::move(groups)}});
    else context.out().table(table);
    return {};
}

Result<void> add(Context& context, const Wish& wish)
{
    KITH_TRY(session, context.open());
    const AliasKind kind = wish.skill ? AliasKind::Skill : AliasKind::Title;
    KITH_TRY(id, AddAliases(session->services()).run(kind, wish.names));
    if (context.json()) context.out().json({{"alias", id.toString()}});
    else context.out().line(fmt::format("These mean the same {} now.", toWord(kind)));
    return {};
}

Result<std::string> change(const EditAliases& edit, const AliasSet& set, const Wish& wish)
{
    KITH_CHECK(edit.setNames(set, wish.names));
    return "Changed; `kithctl undo` takes it back.";
}

Result<std::string> remove(const EditAliases& edit, const AliasSet& set, const Wish& /*wish*/)
{
    KITH_CHECK(edit.remove(set));
    return set.isBuiltIn() ? "Switched off; `kithctl aliases restore` puts it back."
                           : "Deleted; `kithctl undo` brings it back.";
}

Result<std::string> restore(const EditAliases& edit, const AliasSet& set, const Wish& /*wish*/)
{
    KITH_CHECK(edit.restore(set));
    return "As Kith comes with it again: " + search::lineOf(set.original) + ".";
}

}  // namespace

void addAliases(CommandTable& table)
{
    const auto wish = std::make_shared<Wish>();
    Command group = table.root().group("aliases", "Other names: titles and skills that mean the same to search");
    table.add(group, {.name = "list", .what = "List the groups of names", .example = "kithctl aliases list --json"},
              list);
    Command adding = table.add(group,
                               {.name = "add",
                                .what = "Add a group of names that mean the same title, or skill",
                                .example = "kithctl aliases add \"talent partner = people scout\"\n"
                                           "kithctl aliases add --skill \"k8s = kubernetes\""},
                               [wish](Context& context) { return add(context, *wish); });
    adding.option("names", wish->names, "The names, with = between them").value("NAMES").required();
    adding.flag("--skill", wish->skill, "They are names of a skill, not of a title");

    using Change = Result<std::string> (*)(const EditAliases&, const AliasSet&, const Wish&);
    const auto one = [&](const Command::Text& text, Change what) {
        Command command = table.add(group, text, [wish, what](Context& context) -> Result<void> {
            KITH_TRY(session, context.open());
            KITH_TRY(set, aliasSetOf(session->reader(), wish->group));
            KITH_TRY(sentence, what(EditAliases(session->services()), set, *wish));
            if (context.json()) context.out().json({{"kind", toWord(set.kind)}, {"changed", true}});
            else context.out().line(sentence);
            return {};
        });
        command
            .option("name", wish->group, "One of its names, with “title:” or “skill:” before it if need be, or its id")
            .value("NAME")
            .required();
        return command;
    };
    one({.name = "change",
         .what = "Give a group other names",
         .example = "kithctl aliases change \"scrum master\" \"scrum master = agile coach = iteration lead\""},
        change)
        .option("names", wish->names, "All the names, with = between them")
        .value("NAMES")
        .required();
    one({.name = "remove",
         .what = "Delete a group, or switch off one that Kith comes with",
         .example = "kithctl aliases remove \"scrum master\""},
        remove);
    one({.name = "restore",
         .what = "Put a group back as Kith comes with it",
         .example = "kithctl aliases restore \"scrum master\""},
        restore);
}

}  // namespace kith::cli
