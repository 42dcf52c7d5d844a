#include <kith/graph/held_alone.h>

#include "shared_ties.h"

#include <kith/base/text.h>

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <tuple>
#include <unordered_map>

namespace kith::graph {

namespace {

std::string saidOf(const Arc* tie, std::string_view whom)
{
    if (tie == nullptr) return fmt::format("no tie with {}", whom);
    return fmt::format("a tie of {:.2f} with {}", tie->strength(), whom);
}

const Arc* countedTie(const Graph& graph, Node a, Node b)
{
    const Arc* tie = graph.between(a, b);
    return tie != nullptr && tie->counts() ? tie : nullptr;
}

/// The only warm tie of a person with a colleague; null when there is none or more than one.
const Arc* onlyWarmTie(const Graph& graph, Node person, Weakness most)
{
    if (graph.flags(person).has(Facet::Colleague)) return nullptr;
    const Arc* only = nullptr;
    for (const Arc& arc : graph.arcs(person)) {
        if (arc.weakness > most || !arc.counts() || !graph.flags(arc.to).isColleague()) continue;
        if (only != nullptr) return nullptr;
        only = &arc;
    }
    return only;
}

Introducible assess(const Graph& graph, Node colleague, Node person, Node holder)
{
    const Arc* known = countedTie(graph, colleague, person);
    const Arc* withHolder = countedTie(graph, colleague, holder);
    std::size_t common = 0;
    forEachShared(graph.arcs(colleague), graph.arcs(person), [&](const Arc& mine, const Arc& theirs) {
        if (mine.to != holder && mine.counts() && theirs.counts()) ++common;
    });
    Introducible result{.colleague = colleague, .terms = {}};
    const auto strength = [](const Arc* tie) { return tie == nullptr ? 0 : tie->strength(); };
    result.terms = {{"known", strength(known), 40, 0, saidOf(known, "the person")},
                    {"holder", strength(withHolder), 40, 0, saidOf(withHolder, "the colleague")},
                    {"common", 1 - std::exp2(-static_cast<double>(common) / 2), 20, 0,
                     counted(common, "common acquaintance", "common acquaintances")}};
    double exact = 0;
    for (const Term& term : result.terms) exact += term.value * term.weight;
    result.points = static_cast<int>(std::lround(exact));
    roundPoints(result.terms, result.points);
    return result;
}

}  // namespace

std::vector<Holder> heldAlone(const Graph& graph, double warm)
{
    std::unordered_map<Node, std::vector<HeldPerson>> held;
    const Weakness most = weaknessOf(warm);
    for (Node person = 0; person < graph.nodeCount(); ++person) {
        const Arc* only = onlyWarmTie(graph, person, most);
        if (only == nullptr) continue;
        Arc tie = *only;
        tie.to = person;
        tie.marks = tie.marks.turned();
        held[only->to].push_back({person, tie});
    }
    std::vector<Holder> holders;
    holders.reserve(held.size());
    for (auto& [colleague, people] : held) holders.push_back({colleague, std::move(people)});
    for (Holder& holder : holders)
        std::ranges::sort(holder.people, {}, [&](const HeldPerson& each) {
            return std::pair(each.tie.weakness, graph.idOf(each.person));
        });
    std::ranges::sort(holders, [&](const Holder& a, const Holder& b) {
        if (a.people.size() != b.people.size()) return a.people.size() > b.people.size();
        return graph.idOf(a.colleague) < graph.idOf(b.colleague);
    });
    return holders;
}

Node onlyHolder(const Graph& graph, Node person, double warm)
{
    const Arc* only = onlyWarmTie(graph, person, weaknessOf(warm));
    return only == nullptr ? kNobody : only->to;
}

std::size_t countHeldAlone(const Graph& graph, Node colleague, double warm)
{
    const Weakness most = weaknessOf(warm);
    if (!graph.flags(colleague).isColleague()) return 0;
    return static_cast<std::size_t>(std::ranges::count_if(graph.arcs(colleague), [&](const Arc& arc) {
        return arc.weakness <= most && arc.counts() && onlyWarmTie(graph, arc.to, most) != nullptr;
    }));
}

std::vector<Introducible> whomToIntroduce(const Graph& graph, Node person, Node holder, std::size_t limit)
{
    std::vector<Node> candidates;
    for (const Node end : {person, holder})
        for (const Arc& arc : graph.arcs(end)) {
            const PersonFlags flags = graph.flags(arc.to);
            if (arc.counts() && flags.isColleague() && flags.mayMediate() && arc.to != holder && arc.to != person)
                candidates.push_back(arc.to);
        }
    std::ranges::sort(candidates);
    const auto doubled = std::ranges::unique(candidates);
    candidates.erase(doubled.begin(), doubled.end());

    std::vector<Introducible> all;
    all.reserve(candidates.size());
    for (const Node each : candidates) all.push_back(assess(graph, each, person, holder));
    std::ranges::sort(all, {}, [&](const Introducible& each) {
        return std::tuple(-each.points, -each.terms[1].value, graph.idOf(each.colleague));
    });
    if (all.size() > limit) all.resize(limit);
    return all;
}

}  // namespace kith::graph
