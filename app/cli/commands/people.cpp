#include "commands.h"

#include "../person_json.h"
#include "../search_preparing.h"

#include <kith/base/text.h>
#include <kith/search/alias_runs.h>
#include <kith/search/parse.h>
#include <kith/usecases/aliases.h>
#include <kith/usecases/saved_searches.h>

#include <algorithm>
#include <fmt/format.h>
#include <limits>
#include <memory>

namespace kith::cli {

namespace {

struct Options {
    std::vector<std::string> query;
    std::string saved;
    std::size_t limit = 50;
};

/// The list knows the latest interaction of all; for a day in the past the timeline is asked.
std::optional<Instant> lastBefore(const WorkspaceReader& reader, const PersonCard& card, Instant at)
{
    if (!card.lastInteraction || *card.lastInteraction <= at) return card.lastInteraction;
    const auto detail = reader.person(card.id, at, std::numeric_limits<std::int32_t>::max());
    if (!detail) return std::nullopt;
    const auto found = std::ranges::find_if(detail->interactions, [&](const auto& view) { return view.at <= at; });
    return found == detail->interactions.end() ? std::nullopt : std::optional(found->at);
}

/// The query with a mark under everything that was not understood.
Error explained(std::string_view text, const std::vector<search::Problem>& problems)
{
    std::string message;
    for (const search::Problem& problem : problems) {
        const auto upTo = [&](std::size_t end) { return displayWidth(toValidUtf8(text.substr(0, end))); };
        const std::size_t from = upTo(problem.at);
        const std::size_t length = std::max<std::size_t>(1, upTo(problem.at + problem.length) - from);
        message += fmt::format("{}  {}\n  {}{} {}", message.empty() ? "" : "\n", safeLine(text), std::string(from, ' '),
                               std::string(length, '^'), problem.sentence);
    }
    return {ErrorCode::BadInput, std::move(message)};
}

/// "Nobody is called “mueler”; Müller is shown." and the like.
std::string sentenceOf(const search::Notice& notice)
{
    const std::string instead = join(notice.instead, ", ");
    if (notice.what == search::Notice::What::Typo)
        return fmt::format("Nobody has “{}”; shown for it: {}.", notice.typed, instead);
    return fmt::format("{} of them only for other names of “{}”: {}.", notice.people, notice.typed, instead);
}

struct Listed {
    std::vector<RowNumber> rows;
    std::vector<search::Notice> notices;
};

/// Words that have no other names come by name, like a list; everything else in the order of the search.
Result<Listed> find(Context& context, Services& services, const std::string& text, Instant at)
{
    const WorkspaceReader& reader = services.reader;
    const search::Parsed parsed = search::parse(text);
    if (!parsed.problems.empty()) return std::unexpected(explained(text, parsed.problems));
    const search::AliasTable aliases = aliasTable(reader);
    const bool byName = isPlainWords(parsed.query) && !search::wordsHaveOtherNames(parsed.query, aliases);
    Listed listed;
    PeopleFilter filter;
    if (!parsed.query.isEverybody()) {
        PeopleSearch search;
        KITH_CHECK(prepareSearch(context, search, services, at));
        KITH_TRY(answer,
                 search.ask(parsed.query,
                            {.today = services.zone.dateOf(at),
                             .first = byName ? 0 : std::numeric_limits<RowNumber>::max(),
                             .everybody = byName,
                             .aliases = &aliases,
                             .notes = &reader}));
        listed = {std::move(answer.people), std::move(answer.notices)};
        filter.among = std::make_shared<const std::vector<RowNumber>>(std::move(answer.everybody));
    }
    if (byName) {
        KITH_TRY(rows, reader.listPeople(filter, at));
        listed.rows = std::move(rows);
    }
    return listed;
}

Json noticeJson(const search::Notice& notice)
{
    const bool typo = notice.what == search::Notice::What::Typo;
    return {{"kind", typo ? "typo" : "alias"},
            {"typed", notice.typed},
            {"instead", notice.instead},
            {"people", notice.people}};
}

Result<void> run(Context& context, const Options& options)
{
    KITH_TRY(session, context.open());
    KITH_TRY(at, context.readAt());
    const WorkspaceReader& reader = session->reader();
    std::string query = join(options.query, " ");
    if (!options.saved.empty()) {
        KITH_TRY(search, savedSearchOf(reader, options.saved));
        query = std::move(search.query);
    }
    KITH_TRY(listed, find(context, session->services(), query, at));
    const std::vector<RowNumber>& rows = listed.rows;
    const std::size_t limit = options.limit == 0 ? rows.size() : std::min(options.limit, rows.size());
    auto cards = reader.cards(std::span(rows).first(limit), at);
    if (context.readsThePast())
        for (PersonCard& card : cards) card.lastInteraction = lastBefore(reader, card, at);

    if (context.json()) {
        Json people = Json::array();
        for (const PersonCard& card : cards) people.push_back(jsonOf(card));
        Json document{{"total", rows.size()}, {"people", std::move(people)}};
        for (const search::Notice& notice : listed.notices) document["notices"].push_back(noticeJson(notice));
        context.out().json(document);
        return {};
    }
    if (cards.empty()) {
        context.out().line(query.empty() ? "There is nobody in this workspace yet." : "Nobody fits.");
        return {};
    }
    Table table({"NAME", "TITLE", "ORGANISATION", "CITY", "WARMTH", "LAST"});
    for (const PersonCard& card : cards)
        table.row(
            {card.name, card.title, card.organisation, card.city, fmt::format("{} {}", card.warmth, toWord(card.band)),
             card.lastInteraction ? isoDate(context.zone().dateOf(*card.lastInteraction)) : std::string{"never"}});
    context.out().table(table);
    if (cards.size() < rows.size())
        context.out().line(fmt::format("{} of {} people; --limit 0 lists all.", cards.size(), rows.size()));
    else context.out().line(counted(rows.size(), "person", "people") + ".");
    for (const search::Notice& notice : listed.notices) context.out().line(sentenceOf(notice));
    return {};
}

}  // namespace

void addPeople(CommandTable& table)
{
    const auto options = std::make_shared<Options>();
    Command command = table.add({.name = "people",
                                 .what = "List people who answer a query in the search language",
                                 .example = "kithctl people platform leeds --limit 10\n"
                                            "kithctl people 'german>=B2 \"project manager\" not spoken:60d'"},
                                [options](Context& context) { return run(context, *options); });
    const auto query =
        command
            .option("query", options->query,
                    "Words of anything that is known of a person, conversations included, and fields such as title:, "
                    "area:, skill:, note:, band:, warmth>40, spoken:60d; or, not, ( )")
            .value("QUERY");
    command.option("--saved", options->saved, "A saved search instead of a query, by name or id")
        .value("NAME")
        .excludes(query);
    command.option("--limit", options->limit, "How many to list; 0 for all").value("N").showDefault();
}

}  // namespace kith::cli
