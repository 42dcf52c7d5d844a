#include <kith/usecases/group_ties.h>

#include <kith/base/text.h>
#include <kith/graph/embedding.h>

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace kith {

namespace {

constexpr double kSame = 0.05;

GroupLeaning leaningOf(const graph::Embedding& found)
{
    if (found.inside + found.outside == 0) return GroupLeaning::NoTies;
    const double beyond = found.eiIndex - found.expectedEiIndex;
    if (std::abs(beyond) <= kSame) return GroupLeaning::AsItsSizes;
    return beyond < 0 ? GroupLeaning::KeepsToItself : GroupLeaning::LooksOut;
}

/// Nodes of members that have ties outside, ascending.
std::vector<graph::Node> bridgesOf(const graph::Embedding& found)
{
    std::vector<graph::Node> bridges;
    for (const graph::GroupMember& each : found.each)
        if (each.outside > 0) bridges.push_back(each.person);
    std::ranges::sort(bridges);
    return bridges;
}

/// Whom to ask about somebody all of whose ties are inside; null when nobody may be asked.
const graph::Arc* bestInside(const graph::Graph& graph, graph::Node member, const std::vector<graph::Node>& members,
                             const std::vector<graph::Node>& bridges)
{
    const graph::Arc* best = nullptr;
    bool bestIsBridge = false;
    for (const graph::Arc& arc : graph.arcs(member)) {
        if (!arc.counts() || !graph.flags(arc.to).mayMediate()) continue;
        if (!std::ranges::binary_search(members, arc.to)) continue;
        const bool isBridge = std::ranges::binary_search(bridges, arc.to);
        if (best != nullptr && (isBridge != bestIsBridge ? bestIsBridge : best->weakness <= arc.weakness)) continue;
        best = &arc;
        bestIsBridge = isBridge;
    }
    return best;
}

}  // namespace

Result<GroupTies> tiesOfGroup(const WorkspaceReader& reader, const graph::Graph& graph, std::span<const Id> members,
                              Facets others, std::size_t most, Instant now)
{
    std::vector<graph::Node> nodes;
    for (const Id& member : members)
        if (const auto node = graph.find(member); node && !graph.flags(*node).isGone()) nodes.push_back(*node);
    if (nodes.empty()) return fail(ErrorCode::BadInput, "There is nobody in that group.");
    std::ranges::sort(nodes);
    const graph::Embedding found = graph::embeddingOf(graph, nodes, others);
    const std::vector<graph::Node> bridges = bridgesOf(found);

    GroupTies ties{.members = found.members,
                   .others = found.others,
                   .inside = found.inside,
                   .outside = found.outside,
                   .insideStrength = found.insideStrength,
                   .outsideStrength = found.outsideStrength,
                   .shareOutside = found.shareOutside,
                   .eiIndex = found.eiIndex,
                   .expectedEiIndex = found.expectedEiIndex,
                   .bridgeShare = found.bridgeShare,
                   .leaning = leaningOf(found),
                   .bridges = {},
                   .reachedInside = {},
                   .reachedByNobody = {}};
    const auto nameOf = [&](graph::Node node) {
        const auto card = reader.card(graph.idOf(node), now);
        return card ? card->name : std::string{};
    };
    const auto add = [&](std::vector<GroupMemberTies>& list, const graph::GroupMember& each) -> GroupMemberTies* {
        if (list.size() == most) return nullptr;
        return &list.emplace_back(GroupMemberTies{.person = graph.idOf(each.person),
                                                  .name = nameOf(each.person),
                                                  .inside = each.inside,
                                                  .outside = each.outside,
                                                  .mayIntroduce = graph.flags(each.person).mayMediate()});
    };
    std::vector<graph::GroupMember> inward;
    for (const graph::GroupMember& each : found.each) {
        if (each.outside > 0) {
            (void)add(ties.bridges, each);
        } else if (each.inside > 0) {
            inward.push_back(each);
        } else {
            ++ties.withoutTies;
            (void)add(ties.reachedByNobody, each);
        }
    }
    ties.throughMembersAlone = inward.size();
    std::ranges::stable_sort(inward, std::greater{}, &graph::GroupMember::inside);
    for (const graph::GroupMember& each : inward) {
        GroupMemberTies* line = add(ties.reachedInside, each);
        if (line == nullptr) break;
        const graph::Arc* best = bestInside(graph, each.person, nodes, bridges);
        if (best == nullptr) continue;
        line->through = graph.idOf(best->to);
        line->throughName = nameOf(best->to);
        line->throughStrength = best->strength();
    }
    return ties;
}

std::vector<std::string> explain(const GroupTies& ties)
{
    std::vector<std::string> said;
    const std::string people = counted(ties.members, "person", "people");
    const std::size_t all = ties.inside + ties.outside;
    if (all == 0) {
        said.push_back(fmt::format("{} without a tie that counts, inside or outside.", people));
        return said;
    }
    said.push_back(fmt::format("{} with {}: {} inside the group and {} outside, which is {:.0f} %.", people,
                               counted(all, "tie", "ties"), ties.inside, ties.outside, 100 * ties.shareOutside));
    said.push_back(
        fmt::format("E-I index {:.2f} = ({} - {}) / ({} + {}): at -1 all ties are inside, at 0 as many inside "
                    "as outside, at 1 all lead outside.",
                    ties.eiIndex, ties.outside, ties.inside, ties.outside, ties.inside));
    const std::string expected = fmt::format("If everybody were tied to everybody it would be {:.2f}, with {} outside",
                                             ties.expectedEiIndex, counted(ties.others, "person", "people"));
    switch (ties.leaning) {
    case GroupLeaning::NoTies: break;
    case GroupLeaning::KeepsToItself:
        said.push_back(expected + ": the group keeps to itself more than its size explains.");
        break;
    case GroupLeaning::AsItsSizes: said.push_back(expected + ": about what its size explains."); break;
    case GroupLeaning::LooksOut:
        said.push_back(expected + ": the group is tied to others more than its size explains.");
        break;
    }
    if (!ties.bridges.empty()) {
        const GroupMemberTies& first = ties.bridges.front();
        const double percent = 100 * ties.bridgeShare;
        said.push_back(ties.hangsOnOne()
                           ? fmt::format("The group hangs on {}, who has {} of the {} ties outside ({:.0f} %).",
                                         first.name, first.outside, ties.outside, percent)
                           : fmt::format("Nobody has more ties outside than {}: {} of {} ({:.0f} %).", first.name,
                                         first.outside, ties.outside, percent));
    }
    if (ties.throughMembersAlone > 0)
        said.push_back(fmt::format("{} reached through members alone.",
                                   counted(ties.throughMembersAlone, "person is", "people are")));
    if (ties.withoutTies > 0)
        said.push_back(fmt::format("{} a tie with nobody.", counted(ties.withoutTies, "person has", "people have")));
    return said;
}

}  // namespace kith
