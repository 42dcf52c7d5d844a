#include "../search_preparing.h"
#include "../signed_in.h"
#include "commands.h"

#include <kith/base/text.h>
#include <kith/search/parse.h>
#include <kith/usecases/aliases.h>
#include <kith/usecases/saved_searches.h>

#include <fmt/format.h>

namespace kith::cli {

namespace {

struct Wish {
    std::string name;
    std::string newName;
    std::vector<std::string> query;
    std::string space;
};

/// How many people answer each, as `people` would count them; nothing for a query that is not understood: it may come
/// from a newer Kith.
Result<std::vector<std::optional<std::size_t>>> countsOf(Context& context, Services& services,
                                                         const std::vector<SavedSearch>& searches, Instant at)
{
    std::vector<std::optional<std::size_t>> counts(searches.size());
    if (searches.empty()) return counts;
    PeopleSearch people;
    KITH_CHECK(prepareSearch(context, people, services, at));
    people.setAliases(aliasTable(services.reader));
    for (std::size_t i = 0; i < searches.size(); ++i) {
        const search::Parsed parsed = search::parse(searches[i].query);
        if (!parsed.problems.empty()) continue;
        KITH_TRY(answer,
                 people.ask(parsed.query, {.today = services.zone.dateOf(at), .first = 0, .notes = &services.reader}));
        counts[i] = answer.total;
    }
    return counts;
}

std::string spaceName(const WorkspaceReader& reader, const SavedSearch& search)
{
    for (const SpaceView& space : reader.spaces())
        if (space.id == search.space) return space.name;
    return {};
}

Result<void> list(Context& context)
{
    KITH_TRY(session, context.open());
    KITH_TRY(at, context.readAt());
    const WorkspaceReader& reader = session->reader();
    const std::vector<SavedSearch> saved = savedSearches(reader);
    KITH_TRY(counts, countsOf(context, session->services(), saved, at));
    Json searches = Json::array();
    Table table({"NAME", "PEOPLE", "QUERY", "SPACE"}, 60);
    for (std::size_t i = 0; i < saved.size(); ++i) {
        const SavedSearch& search = saved[i];
        const std::optional<std::size_t> people = counts[i];
        const std::string space = spaceName(reader, search);
        searches.push_back({{"id", search.id.toString()},
                            {"name", search.name},
                            {"query", search.query},
                            {"people", people ? Json(*people) : Json(nullptr)},
                            {"space", space},
                            {"private", search.isPrivate}});
        table.row({search.name, people ? std::to_string(*people) : "not understood", search.query, space});
    }
    if (context.json()) {
        context.out().json({{"searches", std::move(searches)}});
        return {};
    }
    if (table.empty()) context.out().line("No saved searches yet; `kithctl searches save NAME QUERY` saves one.");
    else context.out().table(table);
    return {};
}

Result<void> tell(Context& context, const Id& search, const std::string& sentence)
{
    if (context.json()) context.out().json({{"search", search.toString()}});
    else context.out().line(sentence);
    return {};
}

Result<void> save(Context& context, const Wish& wish)
{
    KITH_TRY(session, context.open());
    SearchInput input{.name = wish.name, .query = join(wish.query, " ")};
    if (!wish.space.empty()) {
        KITH_TRY(space, resolveSpace(session->reader(), wish.space));
        input.space = space.id;
    }
    KITH_TRY(id, SaveSearch(session->services()).run(input));
    return tell(context, id, fmt::format("Saved {}.", collapseSpace(wish.name)));
}

/// Runs `edit` on the search that is named, and says what it did.
template <class Do>
Result<void> edit(Context& context, const Wish& wish, Do change)
{
    KITH_TRY(session, context.open());
    KITH_TRY(search, savedSearchOf(session->reader(), wish.name));
    KITH_TRY(sentence, change(session->services(), search));
    return tell(context, search.id, sentence);
}

Result<std::string> rename(Services& services, const SavedSearch& search, const Wish& wish)
{
    KITH_CHECK(EditSearch(services).rename(search.id, wish.newName));
    return fmt::format("{} is called {} now.", search.name, collapseSpace(wish.newName));
}

Result<std::string> change(Services& services, const SavedSearch& search, const Wish& wish)
{
    KITH_CHECK(EditSearch(services).setQuery(search.id, join(wish.query, " ")));
    return fmt::format("{} asks for that now.", search.name);
}

Result<std::string> move(Services& services, const SavedSearch& search, const Wish& wish)
{
    KITH_TRY(space, resolveSpace(services.reader, wish.space));
    KITH_CHECK(EditSearch(services).moveTo(search.id, space.id));
    return fmt::format("{} is in {} now.", search.name, space.name);
}

Result<std::string> remove(Services& services, const SavedSearch& search, const Wish& /*wish*/)
{
    KITH_CHECK(EditSearch(services).remove(search.id));
    return fmt::format("Deleted {}; `kithctl undo` brings it back.", search.name);
}

}  // namespace

void addSearches(CommandTable& table)
{
    const auto wish = std::make_shared<Wish>();
    Command group = table.root().group("searches", "Saved searches: queries with a name");
    table.add(group,
              {.name = "list",
               .what = "List the saved searches with how many people answer each",
               .example = "kithctl searches list --json"},
              list);
    Command add =
        table.add(group,
                  {.name = "save",
                   .what = "Save a query; only you see it unless it is put into a space",
                   .example = "kithctl searches save \"German housing\" 'german>=B2 area:housing not spoken:60d'"},
                  [wish](Context& context) { return save(context, *wish); });
    add.option("name", wish->name, "What to call it").value("NAME").required();
    add.option("query", wish->query, "A query as `people` takes it").value("QUERY").required();
    add.option("--space", wish->space, "Put it into this space, so that all who see the space see it").value("SPACE");

    using Change = Result<std::string> (*)(Services&, const SavedSearch&, const Wish&);
    const auto one = [&](const Command::Text& text, Change what) {
        Command command = table.add(group, text, [wish, what](Context& context) {
            return edit(context, *wish,
                        [&](Services& services, const SavedSearch& search) { return what(services, search, *wish); });
        });
        command.option("name", wish->name, "Its name or id").value("NAME").required();
        return command;
    };
    one({.name = "rename",
         .what = "Give a saved search another name",
         .example = "kithctl searches rename \"German housing\" \"Housing, German\""},
        rename)
        .option("new-name", wish->newName, "The new name")
        .value("NEW")
        .required();
    one({.name = "change",
         .what = "Give a saved search another query",
         .example = "kithctl searches change \"German housing\" 'german>=C1 area:housing'"},
        change)
        .option("query", wish->query, "A query as `people` takes it")
        .value("QUERY")
        .required();
    one({.name = "move",
         .what = "Put a saved search into a space: whoever sees that sees it",
         .example = "kithctl searches move \"German housing\" --to \"Platform team\""},
        move)
        .option("--to", wish->space, "The space's name or id")
        .value("SPACE")
        .required();
    one({.name = "delete", .what = "Delete a saved search", .example = "kithctl searches delete \"German housing\""},
        remove);
}

}  // namespace kith::cli
