#include "../graph_reading.h"
#include "../person_json.h"
#include "commands.h"

#include <kith/base/text.h>

#include <fmt/format.h>

namespace kith::cli {

namespace {

struct Options {
    std::string to;
    std::string from;
    std::string area;
    std::string person;
    std::string other;
    int count = 3;
    std::size_t limit = 20;
};

std::string wordsOf(const std::vector<std::string>& tie)
{
    return join(tie, ", ");
}

Json stepsJson(const Introductions& introductions, const Introduction& path)
{
    Json steps = Json::array();
    for (std::size_t i = 0; i < path.steps.size(); ++i) {
        const IntroductionStep& step = path.steps[i];
        Json json{{"person", step.person.toString()},
                  {"name", step.name},
                  {"tie", i == 0 ? Json(nullptr) : Json(wordsOf(step.tie))},
                  {"strength", step.strength}};
        if (i > 0) json["terms"] = jsonOf(introductions.explain(path.steps[i - 1].person, step.person).terms);
        steps.push_back(std::move(json));
    }
    return steps;
}

/// "0.42 = 0.60 × 0.70"
std::string arithmeticOf(const Introduction& path)
{
    std::string factors;
    for (std::size_t i = 1; i < path.steps.size(); ++i)
        factors += fmt::format("{}{:.2f}", i == 1 ? "" : " × ", path.steps[i].strength);
    return path.steps.size() > 2 ? fmt::format("{:.2f} = {}", path.strength, factors)
                                 : fmt::format("{:.2f}", path.strength);
}

void print(Context& context, const Introductions& introductions, const Introduction& path)
{
    context.out().line(arithmeticOf(path));
    context.out().line("  " + path.steps.front().name);
    for (std::size_t i = 1; i < path.steps.size(); ++i) {
        const IntroductionStep& step = path.steps[i];
        context.out().line(fmt::format("  → {} ({:.2f}: {})", step.name, step.strength, wordsOf(step.tie)));
        for (const graph::Term& term : introductions.explain(path.steps[i - 1].person, step.person).terms)
            if (term.points > 0) context.out().line(fmt::format("      {:4.1f}  {}", term.points, term.because));
    }
}

Result<void> runPath(Context& context, const Options& options)
{
    KITH_TRY(session, context.open());
    const WorkspaceReader& reader = session->reader();
    IntroductionWish wish{.to = {}, .count = static_cast<std::size_t>(options.count)};
    KITH_TRY(to, reader.resolvePerson(options.to));
    wish.to = to;
    if (!options.from.empty()) {
        KITH_TRY(from, reader.resolvePerson(options.from));
        wish.from = from;
    }
    if (!options.area.empty()) {
        KITH_TRY(area, groupCalled(reader, Kind::Area, options.area));
        wish.area = area;
    }
    KITH_TRY(answers, readGraph(context, *session));
    const Introductions& introductions = *answers->introductions;
    KITH_TRY(paths, introductions.paths(wish));
    if (context.json()) {
        Json json = Json::array();
        for (const Introduction& path : paths)
            json.push_back({{"strength", path.strength}, {"steps", stepsJson(introductions, path)}});
        context.out().json({{"paths", std::move(json)}});
        return {};
    }
    if (paths.empty()) context.out().line("Nobody leads there.");
    for (const Introduction& path : paths) print(context, introductions, path);
    return {};
}

Json spokespeopleJson(const std::vector<Spokesperson>& all)
{
    Json json = Json::array();
    for (const Spokesperson& each : all)
        json.push_back({{"person", each.person.toString()},
                        {"name", each.name},
                        {"points", each.points},
                        {"through", each.through.empty() ? Json(nullptr) : Json(each.through)},
                        {"terms", jsonOf(each.terms)}});
    return json;
}

void printCommon(Context& context, const CommonAcquaintances& common)
{
    if (common.people.empty()) {
        context.out().line("Nobody whom we know knows both.");
        return;
    }
    Table table({"PERSON", "WAY", "TIE WITH THE FIRST", "TIE WITH THE SECOND"}, 60);
    for (const KnownByBoth& each : common.people)
        table.row({each.name,
                   each.mayIntroduce
                       ? fmt::format("{:.2f} = {:.2f} × {:.2f}", each.way, each.withFirst, each.withSecond)
                       : std::string{"not to be asked"},
                   fmt::format("{:.2f}: {}", each.withFirst, wordsOf(each.tieWithFirst)),
                   fmt::format("{:.2f}: {}", each.withSecond, wordsOf(each.tieWithSecond))});
    context.out().table(table);
    if (common.people.size() < common.count)
        context.out().line(fmt::format("{} of {} are listed.", common.people.size(), common.count));
}

Result<void> runKnownByBoth(Context& context, const Options& options)
{
    KITH_TRY(session, context.open());
    KITH_TRY(person, session->reader().resolvePerson(options.person));
    KITH_TRY(other, session->reader().resolvePerson(options.other));
    KITH_TRY(answers, readGraph(context, *session));
    KITH_TRY(common, answers->introductions->commonAcquaintances(person, other, options.limit));
    if (!context.json()) {
        printCommon(context, common);
        return {};
    }
    Json people = Json::array();
    for (const KnownByBoth& each : common.people)
        people.push_back({{"person", each.person.toString()},
                          {"name", each.name},
                          {"way", each.mayIntroduce ? Json(each.way) : Json(nullptr)},
                          {"may_introduce", each.mayIntroduce},
                          {"with_person", {{"tie", wordsOf(each.tieWithFirst)}, {"strength", each.withFirst}}},
                          {"with_other", {{"tie", wordsOf(each.tieWithSecond)}, {"strength", each.withSecond}}}});
    context.out().json({{"person", person.toString()},
                        {"other", other.toString()},
                        {"count", common.count},
                        {"known_by_both", std::move(people)}});
    return {};
}

Result<void> runWhoKnows(Context& context, const Options& options)
{
    if (!options.other.empty()) return runKnownByBoth(context, options);
    KITH_TRY(session, context.open());
    KITH_TRY(person, session->reader().resolvePerson(options.person));
    KITH_TRY(answers, readGraph(context, *session));
    KITH_TRY(known, answers->introductions->whoKnows(person, options.limit));
    KITH_TRY(speakers, answers->introductions->speakers(person, options.limit));
    if (context.json()) {
        Json by = Json::array();
        for (const Knows& each : known)
            by.push_back({{"person", each.person.toString()},
                          {"name", each.name},
                          {"tie", wordsOf(each.tie)},
                          {"strength", each.strength}});
        context.out().json(
            {{"person", person.toString()}, {"known_by", std::move(by)}, {"speakers", spokespeopleJson(speakers)}});
        return {};
    }
    if (known.empty()) {
        context.out().line("No colleague knows them yet.");
    } else {
        Table table({"COLLEAGUE", "STRENGTH", "TIE"}, 60);
        for (const Knows& each : known) table.row({each.name, fmt::format("{:.2f}", each.strength), wordsOf(each.tie)});
        context.out().table(table);
    }
    if (speakers.empty()) return {};
    context.out().line("Who might speak with them for us:");
    Table table({"COLLEAGUE", "POINTS", "BECAUSE"}, 80);
    for (const Spokesperson& each : speakers) {
        std::vector<std::string> reasons;
        for (const graph::Term& term : each.terms)
            if (term.points > 0) reasons.push_back(term.because);
        table.row({each.name, std::to_string(each.points), join(reasons, "; ")});
    }
    context.out().table(table);
    return {};
}

Result<void> runHeldAlone(Context& context, const Options& options)
{
    KITH_TRY(session, context.open());
    Id only;
    if (!options.person.empty()) {
        KITH_TRY(colleague, session->reader().resolvePerson(options.person));
        only = colleague;
    }
    KITH_TRY(answers, readGraph(context, *session));
    constexpr std::size_t kIntroduce = 3;
    auto holders = answers->introductions->heldAlone(options.limit, kIntroduce);
    if (!only.isNil()) std::erase_if(holders, [&](const HolderAlone& each) { return each.colleague != only; });
    if (context.json()) {
        Json json = Json::array();
        for (const HolderAlone& holder : holders) {
            Json people = Json::array();
            for (const HeldAlone& held : holder.people)
                people.push_back({{"person", held.person.toString()},
                                  {"name", held.name},
                                  {"strength", held.strength},
                                  {"introduce", spokespeopleJson(held.introduce)}});
            json.push_back({{"person", holder.colleague.toString()},
                            {"name", holder.name},
                            {"count", holder.count},
                            {"people", std::move(people)}});
        }
        context.out().json({{"holders", std::move(json)}});
        return {};
    }
    if (holders.empty()) context.out().line("No relationship hangs on one colleague alone.");
    for (const HolderAlone& holder : holders) {
        context.out().line(
            fmt::format("{} alone holds {}:", holder.name, counted(holder.count, "relationship", "relationships")));
        Table table({"PERSON", "STRENGTH", "INTRODUCE"}, 60);
        for (const HeldAlone& held : holder.people) {
            std::vector<std::string> names;
            for (const Spokesperson& fit : held.introduce) names.push_back(fit.name);
            table.row({held.name, fmt::format("{:.2f}", held.strength), join(names, ", ")});
        }
        context.out().table(table);
    }
    return {};
}

}  // namespace

void addNetwork(CommandTable& table)
{
    const auto options = std::make_shared<Options>();
    Command path = table.add({.name = "path",
                              .what = "Print who can introduce us to a person, and how strong the way is",
                              .example = "kithctl path --to \"Ana Ruiz\" --area \"Platform Engineering\""},
                             [options](Context& context) { return runPath(context, *options); });
    path.option("--to", options->to, "To whom").value("PERSON").required();
    auto from = path.option("--from", options->from, "Starting at this person").value("PERSON");
    path.option("--area", options->area, "Starting at anybody in this area").value("AREA").excludes(from);
    path.option("-k", options->count, "How many ways, without a middleman in common").between(1, 20).showDefault();

    Command whoKnows = table.add({.name = "who-knows",
                                  .what = "Print which colleagues know a person, and who might speak with them for us",
                                  .example = "kithctl who-knows \"Ana Ruiz\"\n"
                                             "kithctl who-knows \"Ana Ruiz\" --and \"Li Wei\""},
                                 [options](Context& context) { return runWhoKnows(context, *options); });
    whoKnows.option("person", options->person, "Whom").value("PERSON").required();
    whoKnows.option("--and", options->other, "Instead, who knows both, and how strong the way through them is")
        .value("OTHER");
    whoKnows.option("--limit", options->limit, "At most so many").showDefault();

    Command alone = table.add({.name = "held-alone",
                               .what = "Print the relationships that hang on one colleague, and whom to introduce",
                               .example = "kithctl held-alone --colleague \"Mira Falk\""},
                              [options](Context& context) { return runHeldAlone(context, *options); });
    alone.option("--colleague", options->person, "Only theirs").value("PERSON");
    alone.option("--limit", options->limit, "At most so many people of each colleague").showDefault();
}

}  // namespace kith::cli
