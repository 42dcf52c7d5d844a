#include <kith/graph/speakers.h>

#include "shared_ties.h"

#include <kith/base/text.h>
#include <kith/domain/fading.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <numeric>

namespace kith::graph {

namespace {

using Four = std::array<double, 4>;

Four sharesOf(const SpeakerWeights& weights)
{
    const auto listed = [](const SpeakerWeights& each) { return Four{each.tie, each.skills, each.history, each.time}; };
    return sharesOfAHundred(listed(weights), listed({}));
}

struct Closeness {
    double strength = 0;
    Node through = kNobody;
};

Closeness closenessOf(const Graph& graph, Node colleague, Node person)
{
    if (const Arc* tie = graph.between(colleague, person); tie != nullptr && tie->counts())
        return {tie->strength(), kNobody};
    std::uint32_t best = 0xFFFF'FFFF;
    Node through = kNobody;
    forEachShared(graph.arcs(colleague), graph.arcs(person), [&](const Arc& mine, const Arc& theirs) {
        if (!mine.counts() || !theirs.counts() || !graph.flags(mine.to).mayMediate()) return;
        const std::uint32_t weakness = std::uint32_t{mine.weakness} + theirs.weakness;
        if (weakness > best || (weakness == best && graph.idOf(through) < graph.idOf(mine.to))) return;
        best = weakness;
        through = mine.to;
    });
    return through == kNobody ? Closeness{} : Closeness{strengthOf(best), through};
}

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words) {
        if (!text.empty()) text += ", ";
        text += word;
    }
    return text;
}

std::string tieWords(const Closeness& closeness)
{
    if (closeness.through != kNobody) return fmt::format("{:.2f} through somebody whom both know", closeness.strength);
    return closeness.strength > 0 ? fmt::format("a tie of {:.2f}", closeness.strength) : std::string("no tie");
}

std::string historyWords(const SpeakerFacts& facts)
{
    if (!(facts.yearsTogether > 0)) return "no shared history";
    const auto years = fmt::format("{:.1f} years together", facts.yearsTogether);
    return facts.place.empty() ? years : fmt::format("{} at {}", years, facts.place);
}

Speaker assess(const Graph& graph, Node person, const SpeakerFacts& facts, const Four& shares)
{
    const Closeness closeness = closenessOf(graph, facts.colleague, person);
    const double skills = 1 - std::exp2(-static_cast<double>(facts.skills.size()) / 2);
    const double history = facts.yearsTogether > 0 ? 1 - std::exp2(-facts.yearsTogether / 2) : 0;
    const double time = std::exp2(-static_cast<double>(facts.openReminders) / 10);
    Speaker speaker{.colleague = facts.colleague, .through = closeness.through, .terms = {}};
    speaker.terms = {
        {"tie", closeness.strength, shares[0], 0, tieWords(closeness)},
        {"skills", skills, shares[1], 0, facts.skills.empty() ? "no skill in common" : joined(facts.skills)},
        {"history", history, shares[2], 0, historyWords(facts)},
        {"time", time, shares[3], 0, counted(facts.openReminders, "open reminder", "open reminders")}};
    double exact = 0;
    for (const Term& term : speaker.terms) exact += term.value * term.weight;
    speaker.points = static_cast<int>(std::lround(exact));
    roundPoints(speaker.terms, speaker.points);
    return speaker;
}

bool closeAtAll(const Speaker& speaker)
{
    return speaker.terms[0].value > 0 || speaker.terms[1].value > 0 || speaker.terms[2].value > 0;
}

}  // namespace

std::vector<Speaker> bestSpeakers(const Graph& graph, Node person, std::span<const SpeakerFacts> facts,
                                  std::size_t limit, const SpeakerWeights& weights)
{
    std::map<Node, SpeakerFacts> candidates;
    for (const Arc& arc : graph.arcs(person))
        if (arc.counts()) candidates[arc.to].colleague = arc.to;
    for (const SpeakerFacts& each : facts)
        if (each.colleague < graph.nodeCount()) candidates[each.colleague] = each;

    const Four shares = sharesOf(weights);
    std::vector<Speaker> speakers;
    for (const auto& [colleague, known] : candidates) {
        const PersonFlags flags = graph.flags(colleague);
        if (colleague == person || !flags.isColleague() || !flags.mayMediate()) continue;
        if (Speaker speaker = assess(graph, person, known, shares); closeAtAll(speaker))
            speakers.push_back(std::move(speaker));
    }
    std::ranges::sort(speakers, [&](const Speaker& a, const Speaker& b) {
        if (a.points != b.points) return a.points > b.points;
        return graph.idOf(a.colleague) < graph.idOf(b.colleague);
    });
    if (speakers.size() > limit) speakers.resize(limit);
    return speakers;
}

}  // namespace kith::graph
