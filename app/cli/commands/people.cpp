#include "commands.h"

#include "../person_json.h"

#include <kith/base/text.h>

#include <algorithm>
#include <fmt/format.h>
#include <limits>

namespace kith::cli {

namespace {

struct Options {
    std::vector<std::string> query;
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

Result<void> run(Context& context, const Options& options)
{
    KITH_TRY(session, context.open());
    KITH_TRY(at, context.readAt());
    const WorkspaceReader& reader = session->reader();
    KITH_TRY(rows, reader.listPeople({.words = join(options.query, " ")}, at));
    const std::size_t limit = options.limit == 0 ? rows.size() : std::min(options.limit, rows.size());
    auto cards = reader.cards(std::span(rows).first(limit), at);
    if (context.readsThePast())
        for (PersonCard& card : cards) card.lastInteraction = lastBefore(reader, card, at);

    if (context.json()) {
        Json people = Json::array();
        for (const PersonCard& card : cards) people.push_back(jsonOf(card));
        context.out().json({{"total", rows.size()}, {"people", std::move(people)}});
        return {};
    }
    if (cards.empty()) {
        context.out().line(options.query.empty() ? "There is nobody in this workspace yet." : "Nobody fits.");
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
    return {};
}

}  // namespace

void addPeople(CommandTable& table)
{
    const auto options = std::make_shared<Options>();
    Command command = table.add({.name = "people",
                                 .what = "List people by the words with which anything about them begins",
                                 .example = "kithctl people platform leeds --limit 10"},
                                [options](Context& context) { return run(context, *options); });
    command.option("query", options->query, "Words of name, title, organisation, city, skills or e-mail")
        .value("QUERY");
    command.option("--limit", options->limit, "How many to list; 0 for all").value("N").showDefault();
}

}  // namespace kith::cli
