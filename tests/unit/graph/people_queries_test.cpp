// Questions about a person's neighbourhood, against plain sets.
#include <kith/graph/acquaintances.h>
#include <kith/graph/embedding.h>
#include <kith/graph/held_alone.h>
#include <kith/graph/speakers.h>

#include "network_fixture.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

using namespace kith;
using namespace kith::graph;
using namespace kith::graph::test;

namespace {

/// Who is tied to whom by what counts; people by number.
using Ties = std::map<std::size_t, std::map<std::size_t, Weakness>>;

Ties countedTies(const test::Network& network)
{
    Ties ties;
    for (const auto& [ends, parts] : network.ties) {
        const Arc arc = parts.arc();
        if (arc.marks.bits == Marks::kTogether || arc.weakness == kNoStrength) continue;
        ties[ends.first][ends.second] = arc.weakness;
        ties[ends.second][ends.first] = arc.weakness;
    }
    return ties;
}

void expectPointsAddUp(const std::vector<Term>& terms, int points)
{
    const double sum =
        std::accumulate(terms.begin(), terms.end(), 0.0, [](double so, const Term& term) { return so + term.points; });
    RC_ASSERT(std::abs(sum - points) < 1e-9);
}

}  // namespace

RC_GTEST_PROP(Acquaintances, AreTheColleaguesAmongTheTiesByStrength, ())
{
    const test::Network network = anyNetwork(15, 60);
    const GraphPtr graph = viaOverlay(network);
    auto ties = countedTies(network);
    for (std::size_t person = 0; person < network.people.size(); ++person) {
        std::vector<std::pair<Weakness, Id>> expected;
        for (const auto& [other, weakness] : ties[person])
            if (network.people[other].isColleague()) expected.emplace_back(weakness, test::idOf(other));
        std::ranges::sort(expected);
        const std::size_t limit = *rc::gen::inRange<std::size_t>(0, 8);
        if (expected.size() > limit) expected.resize(limit);
        std::vector<std::pair<Weakness, Id>> found;
        for (const Acquaintance& each : whoKnows(*graph, nodeOf(*graph, person), limit))
            found.emplace_back(each.arc.weakness, graph->idOf(each.person));
        RC_ASSERT(found == expected);
    }
}

RC_GTEST_PROP(CommonAcquaintances, AreTheIntersectionByTheProduct, ())
{
    const test::Network network = anyNetwork(15, 60);
    const GraphPtr graph = viaOverlay(network);
    auto ties = countedTies(network);
    const auto a = *rc::gen::inRange<std::size_t>(0, network.people.size());
    const auto b = *rc::gen::inRange<std::size_t>(0, network.people.size());
    std::vector<std::pair<int, Id>> expected;
    for (const auto& [other, weakness] : ties[a])
        if (a != b && ties[b].contains(other)) expected.emplace_back(weakness + ties[b][other], test::idOf(other));
    std::ranges::sort(expected);
    std::vector<std::pair<int, Id>> found;
    for (const auto& each : commonAcquaintances(*graph, nodeOf(*graph, a), nodeOf(*graph, b), 99)) {
        found.emplace_back(each.withFirst.weakness + each.withSecond.weakness, graph->idOf(each.person));
        RC_ASSERT(std::abs(each.strength - each.withFirst.strength() * each.withSecond.strength()) < 1e-12);
    }
    RC_ASSERT(found == expected);
}

TEST(CommonAcquaintances, OfSomebodyWithAHundredThousandTiesAreFound)
{
    constexpr std::size_t kTies = 100'000;
    test::Network network{.people = std::vector<PersonFlags>(kTies + 2), .ties = {}};
    for (std::size_t i = 1; i <= kTies; ++i) network.set(0, i, stated(0.5));
    for (const std::size_t i : {7U, 4711U, 99999U}) network.set(kTies + 1, i, stated(0.25));
    const GraphPtr graph = network.built();
    for (const auto& [a, b] : {std::pair<Node, Node>{0, kTies + 1}, {kTies + 1, 0}}) {
        const auto common = commonAcquaintances(*graph, a, b, 10);
        ASSERT_EQ(common.size(), 3U);
        EXPECT_EQ(common[0].person, 7U);
        EXPECT_NEAR(common[0].withFirst.strength(), a == 0 ? 0.5 : 0.25, 0.001);
        EXPECT_NEAR(common[0].strength, 0.125, 0.001);
    }
}

RC_GTEST_PROP(HeldAlone, ListsWhoHasOneWarmTieWithColleagues, ())
{
    const test::Network network = anyNetwork(15, 50);
    const GraphPtr graph = viaOverlay(network);
    auto ties = countedTies(network);
    std::map<Id, std::set<Id>> expected;
    for (std::size_t person = 0; person < network.people.size(); ++person) {
        if (network.people[person].isColleague()) continue;
        std::set<Id> warm;
        for (const auto& [other, weakness] : ties[person])
            if (network.people[other].isColleague() && weakness <= weaknessOf(0.45)) warm.insert(test::idOf(other));
        if (warm.size() == 1) expected[*warm.begin()].insert(test::idOf(person));
    }
    std::map<Id, std::set<Id>> found;
    std::size_t most = network.people.size();
    for (const Holder& holder : heldAlone(*graph)) {
        RC_ASSERT(holder.people.size() <= most);
        most = holder.people.size();
        for (const HeldPerson& held : holder.people) {
            found[graph->idOf(holder.colleague)].insert(graph->idOf(held.person));
            RC_ASSERT(*graph->between(holder.colleague, held.person) == held.tie);
        }
    }
    RC_ASSERT(found == expected);
    for (Node node = 0; node < graph->nodeCount(); ++node) {
        const auto held = found.find(graph->idOf(node));
        RC_ASSERT(countHeldAlone(*graph, node) == (held == found.end() ? 0 : held->second.size()));
        const Node holder = onlyHolder(*graph, node);
        const Id& id = graph->idOf(node);
        RC_ASSERT(std::ranges::all_of(found, [&](const auto& each) {
            return each.second.contains(id) == (holder != kNobody && graph->idOf(holder) == each.first);
        }));
    }
}

TEST(HeldAlone, NamesTheColleaguesToIntroduceWithTheReasons)
{
    // 0 holds 1. 2 is close to 0; 3 knows 1 a little and 0 as well; 4 has a common acquaintance; 5 is unwilling.
    test::Network network{.people = std::vector<PersonFlags>(7, flagsOf({kColleague})), .ties = {}};
    network.people[1] = network.people[6] = flagsOf({kTalent});
    network.people[5] = flagsOf({kColleague, PersonFlags::kUnwilling});
    network.set(0, 1, stated(0.8));
    network.set(0, 2, stated(0.9));
    network.set(0, 3, stated(0.8));
    network.set(1, 3, stated(0.3));
    network.set(0, 4, stated(0.2));
    network.set(4, 6, stated(0.4));
    network.set(6, 1, stated(0.5));
    network.set(0, 5, stated(1));
    const GraphPtr graph = network.built();
    const auto holders = heldAlone(*graph);
    ASSERT_EQ(holders.size(), 1U);
    EXPECT_EQ(holders[0].colleague, 0U);
    const auto found = whomToIntroduce(*graph, 1, 0, 5);
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0].colleague, 3U);
    EXPECT_EQ(found[0].points, 44);
    EXPECT_EQ(found[1].colleague, 2U);
    EXPECT_EQ(found[1].points, 36);
    EXPECT_EQ(found[2].colleague, 4U);
    EXPECT_NEAR(found[2].terms[2].points, 20 * (1 - std::sqrt(0.5)), 0.3);
    EXPECT_EQ(found[2].terms[2].because, "1 common acquaintance");
    EXPECT_EQ(found[0].terms[0].because, "a tie of 0.30 with the person");
    EXPECT_EQ(whomToIntroduce(*graph, 1, 0, 1).size(), 1U);
}

RC_GTEST_PROP(Embedding, CountsTiesInAndOut, ())
{
    const test::Network network = anyNetwork(15, 60);
    const GraphPtr graph = viaOverlay(network);
    const auto people =
        *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, network.people.size()));
    const Facets facets{.bits = static_cast<std::uint8_t>(*rc::gen::element(0, 1, 2, 3))};
    const std::set<std::size_t> group(people.begin(), people.end());
    std::vector<Node> nodes;
    for (const std::size_t each : people) nodes.push_back(nodeOf(*graph, each));
    const Embedding found = embeddingOf(*graph, nodes, facets);

    const auto wanted = [&](std::size_t person) {
        return facets.bits == 0 || (network.people[person].bits & facets.bits) != 0;
    };
    double inside = 0;
    double outside = 0;
    for (const auto& [a, row] : countedTies(network))
        for (const auto& [b, weakness] : row) {
            if (a < b && group.contains(a) && group.contains(b)) ++inside;
            if (group.contains(a) && !group.contains(b) && wanted(b)) ++outside;
        }
    double others = 0;
    for (std::size_t i = 0; i < network.people.size(); ++i) others += !group.contains(i) && wanted(i) ? 1 : 0;
    RC_ASSERT(static_cast<double>(found.inside) == inside);
    RC_ASSERT(static_cast<double>(found.outside) == outside);
    RC_ASSERT(static_cast<double>(found.others) == others);
    RC_ASSERT(found.members == group.size());
    RC_ASSERT(found.each.size() == group.size());
    if (inside + outside > 0) {
        RC_ASSERT(std::abs(found.eiIndex - (outside - inside) / (outside + inside)) < 1e-12);
        RC_ASSERT(std::abs(found.shareOutside - (found.eiIndex + 1) / 2) < 1e-12);
    } else {
        RC_ASSERT(found.eiIndex == 0);
    }
}

RC_GTEST_PROP(Speakers, AreExplainedByPointsThatAddUp, ())
{
    const test::Network network = anyNetwork(12, 40);
    const GraphPtr graph = viaOverlay(network);
    const auto person = *rc::gen::inRange<std::size_t>(0, network.people.size());
    std::vector<SpeakerFacts> facts;
    for (std::size_t i = 0; i < network.people.size(); ++i)
        if (*rc::gen::inRange(0, 3) == 0)
            facts.push_back({.colleague = nodeOf(*graph, i),
                             .skills = std::vector<std::string>(*rc::gen::inRange<std::size_t>(0, 4), "Rust"),
                             .yearsTogether = static_cast<double>(*rc::gen::inRange(-1, 5)),
                             .openReminders = *rc::gen::inRange<std::size_t>(0, 30)});
    int last = 100;
    for (const Speaker& speaker : bestSpeakers(*graph, nodeOf(*graph, person), facts, 99)) {
        RC_ASSERT(graph->flags(speaker.colleague).isColleague());
        RC_ASSERT(graph->flags(speaker.colleague).mayMediate());
        RC_ASSERT(speaker.colleague != nodeOf(*graph, person));
        RC_ASSERT(speaker.points <= last);
        last = speaker.points;
        expectPointsAddUp(speaker.terms, speaker.points);
    }
}

TEST(Speakers, AreThoseWithTieSkillsHistoryAndTime)
{
    test::Network network{.people = std::vector<PersonFlags>(6, flagsOf({kColleague})), .ties = {}};
    network.people[0] = flagsOf({kTalent});
    network.people[4] = flagsOf({kColleague, PersonFlags::kUnwilling});
    network.set(0, 1, stated(0.8));
    network.set(1, 2, stated(0.5));
    network.set(0, 4, stated(1));
    const GraphPtr graph = network.built();
    const std::vector<SpeakerFacts> facts{
        {.colleague = 2,
         .skills = {"Rust", "Kubernetes"},
         .yearsTogether = 2,
         .place = "Leeds City",
         .openReminders = 10},
        {.colleague = 3, .openReminders = 0},
        {.colleague = 77},
    };
    const auto speakers = bestSpeakers(*graph, 0, facts, 9);
    ASSERT_EQ(speakers.size(), 2U);
    EXPECT_EQ(speakers[0].colleague, 1U);
    EXPECT_EQ(speakers[0].points, 52);
    EXPECT_EQ(speakers[0].terms[0].because, "a tie of 0.80");
    EXPECT_EQ(speakers[1].colleague, 2U);
    EXPECT_EQ(speakers[1].through, 1U);
    EXPECT_EQ(speakers[1].points, 46);
    EXPECT_EQ(speakers[1].terms[1].because, "Rust, Kubernetes");
    EXPECT_EQ(speakers[1].terms[2].because, "2.0 years together at Leeds City");
    EXPECT_EQ(speakers[1].terms[3].because, "10 open reminders");
    const auto bySkill = bestSpeakers(*graph, 0, facts, 1, {.tie = 0, .skills = 1, .history = -1, .time = 0});
    ASSERT_EQ(bySkill.size(), 1U);
    EXPECT_EQ(bySkill[0].colleague, 2U);
    EXPECT_EQ(bySkill[0].points, 50);
}
