#include "../graph_reading.h"
#include "../person_json.h"
#include "commands.h"

#include <kith/base/text.h>
#include <kith/usecases/group_ties.h>

#include <fmt/format.h>

namespace kith::cli {

namespace {

struct Options {
    std::string area;
    std::string organisation;
    std::string others;
    std::size_t limit = 10;
};

Json figuresOf(const GroupMemberTies& member)
{
    return {{"person", member.person.toString()},
            {"name", member.name},
            {"outside", member.outside},
            {"inside", member.inside},
            {"may_introduce", member.mayIntroduce}};
}

Json jsonOf(const GroupTies& ties)
{
    Json bridges = Json::array();
    for (const GroupMemberTies& each : ties.bridges) bridges.push_back(figuresOf(each));
    Json inside = Json::array();
    for (const GroupMemberTies& each : ties.reachedInside) {
        Json through = nullptr;
        if (!each.through.isNil())
            through = {
                {"person", each.through.toString()}, {"name", each.throughName}, {"strength", each.throughStrength}};
        inside.push_back(figuresOf(each));
        inside.back()["through"] = std::move(through);
    }
    Json nobody = Json::array();
    for (const GroupMemberTies& each : ties.reachedByNobody)
        nobody.push_back({{"person", each.person.toString()}, {"name", each.name}});
    return {{"members", ties.members},
            {"others", ties.others},
            {"inside", ties.inside},
            {"outside", ties.outside},
            {"inside_strength", ties.insideStrength},
            {"outside_strength", ties.outsideStrength},
            {"share_outside", ties.shareOutside},
            {"ei_index", ties.eiIndex},
            {"expected_ei_index", ties.expectedEiIndex},
            {"bridge_share", ties.bridgeShare},
            {"explanation", explain(ties)},
            {"bridges", std::move(bridges)},
            {"through_members_alone", ties.throughMembersAlone},
            {"reached_inside", std::move(inside)},
            {"without_ties", ties.withoutTies},
            {"reached_by_nobody", std::move(nobody)}};
}

void print(Context& context, const std::string& name, const GroupTies& ties)
{
    context.out().line(name);
    for (const std::string& sentence : explain(ties)) context.out().line("  " + sentence);
    if (!ties.bridges.empty()) {
        Table table({"TIES OUTSIDE", "OUTSIDE", "SHARE", "INSIDE", ""}, 60);
        for (const GroupMemberTies& each : ties.bridges)
            table.row(
                {each.name, std::to_string(each.outside),
                 fmt::format("{:.0f} %", 100.0 * static_cast<double>(each.outside) / static_cast<double>(ties.outside)),
                 std::to_string(each.inside), each.mayIntroduce ? "" : "not to be asked"});
        context.out().table(table);
    }
    if (!ties.reachedInside.empty()) {
        Table table({"MEMBERS ALONE", "ASK", "STRENGTH"}, 60);
        for (const GroupMemberTies& each : ties.reachedInside)
            table.row({each.name, each.through.isNil() ? "nobody who may be asked" : each.throughName,
                       each.through.isNil() ? "" : fmt::format("{:.2f}", each.throughStrength)});
        context.out().table(table);
    }
    if (!ties.reachedByNobody.empty()) {
        Table table({"TIES WITH NOBODY"}, 60);
        for (const GroupMemberTies& each : ties.reachedByNobody) table.row({each.name});
        context.out().table(table);
    }
}

Result<void> run(Context& context, const Options& options)
{
    const bool ofArea = !options.area.empty();
    KITH_TRY(session, context.open());
    const WorkspaceReader& reader = session->reader();
    const Kind kind = ofArea ? Kind::Area : Kind::Organisation;
    KITH_TRY(group, groupCalled(reader, kind, ofArea ? options.area : options.organisation));
    const auto members = reader.network().membersOfGroup(kind, group);
    if (members.empty())
        return fail(ErrorCode::BadInput, fmt::format("Nobody works in that {} now.", ofArea ? "area" : "organisation"));
    Facets others;
    if (const auto facet = fromWord<Facet>(options.others)) others.add(*facet);
    KITH_TRY(answers, readGraph(context, *session));
    KITH_TRY(ties, tiesOfGroup(reader, *answers->network.snapshot(), members, others, options.limit, answers->at));
    const auto row = reader.row(kind, group);
    const FieldIndex field = ofArea ? FieldIndex{area::name} : FieldIndex{organisation::name};
    const std::string name = row ? std::string(textOf(row->values[field])) : std::string{};
    if (!context.json()) {
        print(context, name, ties);
        return {};
    }
    Json json{{ofArea ? "area" : "organisation", group.toString()}, {"name", name}};
    json.update(jsonOf(ties));
    context.out().json(json);
    return {};
}

}  // namespace

void addEmbedded(CommandTable& table)
{
    const auto options = std::make_shared<Options>();
    Command command =
        table.add({.name = "embedded",
                   .what = "Print how embedded or isolated a group is: ties inside and outside, and on whom they hang",
                   .example = "kithctl embedded --area Housing\n"
                              "kithctl embedded --area Housing --others colleague"},
                  [options](Context& context) { return run(context, *options); });
    auto area = command.option("--area", options->area, "Those who work in this area now").value("AREA");
    auto organisation =
        command.option("--organisation", options->organisation, "Those who work for this organisation now")
            .value("NAME");
    command.oneOf(area, organisation);
    command.option("--others", options->others, "Count ties outside with these alone").words(wordList<Facet>());
    command.option("--limit", options->limit, "At most so many names in each list").showDefault();
}

}  // namespace kith::cli
