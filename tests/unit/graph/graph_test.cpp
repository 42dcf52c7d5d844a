#include "network_fixture.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace kith;
using namespace kith::graph;
using namespace kith::graph::test;

namespace {

Plain plainOf(const Network& network)
{
    Plain plain;
    for (std::size_t i = 0; i < network.people.size(); ++i) plain.people[test::idOf(i)] = network.people[i];
    for (const auto& [ends, parts] : network.ties) {
        const Arc arc = parts.arc();
        plain.ends[{test::idOf(ends.first), test::idOf(ends.second)}] = {arc.weakness, arc.marks};
        plain.ends[{test::idOf(ends.second), test::idOf(ends.first)}] = {arc.weakness, arc.marks.turned()};
    }
    return plain;
}

void expectWellFormed(const Graph& graph)
{
    std::size_t ends = 0;
    for (Node node = 0; node < graph.nodeCount(); ++node) {
        const auto row = graph.arcs(node);
        ends += row.size();
        if (graph.flags(node).isGone()) RC_ASSERT(row.empty());
        else RC_ASSERT(graph.find(graph.idOf(node)) == node);
        for (std::size_t i = 0; i < row.size(); ++i) {
            RC_ASSERT(row[i].to != node);
            RC_ASSERT(!graph.flags(row[i].to).isGone());
            if (i > 0) RC_ASSERT(row[i - 1].to < row[i].to);
            const Arc* back = graph.between(row[i].to, node);
            RC_ASSERT(back != nullptr);
            RC_ASSERT(back->weakness == row[i].weakness);
            RC_ASSERT(back->marks == row[i].marks.turned());
        }
    }
    RC_ASSERT(ends == graph.arcCount());
}

}  // namespace

RC_GTEST_PROP(Graph, SaysWhatItWasBuiltFrom, ())
{
    const Network network = anyNetwork(12, 40);
    const GraphPtr graph = network.built();
    expectWellFormed(*graph);
    RC_ASSERT(test::plainOf(*graph) == ::plainOf(network));
}

RC_GTEST_PROP(Graph, IsTheSameByWayOfAnOverlay, ())
{
    const Network network = anyNetwork(12, 40);
    const GraphPtr graph = viaOverlay(network);
    expectWellFormed(*graph);
    RC_ASSERT(test::plainOf(*graph) == ::plainOf(network));
    const GraphPtr folded = graph->folded();
    RC_ASSERT(!folded->hasOverlay());
    expectWellFormed(*folded);
    RC_ASSERT(test::plainOf(*folded) == ::plainOf(network));
}

RC_GTEST_PROP(Graph, ForgetsWhoIsGoneWithTheirTies, ())
{
    Network network = anyNetwork(10, 30);
    const GraphPtr before = viaOverlay(network);
    const auto gone =
        *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, network.people.size()));
    GraphEdit edit;
    for (const std::size_t each : gone) edit.people.push_back({test::idOf(each), flagsOf({PersonFlags::kGone})});
    const GraphPtr after = before->edited(edit);
    expectWellFormed(*after);

    Plain expected = ::plainOf(network);
    for (const std::size_t each : gone) expected.people.erase(test::idOf(each));
    std::erase_if(expected.ends, [&](const auto& end) {
        return !expected.people.contains(end.first.first) || !expected.people.contains(end.first.second);
    });
    RC_ASSERT(test::plainOf(*after) == expected);
    RC_ASSERT(test::plainOf(*after->folded()) == expected);
    // The snapshot before is what it was.
    RC_ASSERT(test::plainOf(*before) == ::plainOf(network));
}

RC_GTEST_PROP(GraphBuilder, JoinsWhatIsKnownOfTwoPeopleInAnyOrder, ())
{
    const auto parts = *rc::gen::container<std::vector<TieParts>>(anyTie());
    TieParts joined;
    GraphBuilder builder;
    builder.addPerson(test::idOf(2), {});
    builder.addPerson(test::idOf(1), {});
    for (const TieParts& each : parts) {
        joined.join(each);
        if (*rc::gen::arbitrary<bool>()) builder.addTie(test::idOf(1), test::idOf(2), each);
        else builder.addTie(test::idOf(2), test::idOf(1), each.turned());
    }
    const GraphPtr graph = builder.build();
    const Arc* arc = graph->between(0, 1);
    RC_ASSERT((arc != nullptr) == !parts.empty());
    if (arc != nullptr) {
        Arc expected = joined.arc();
        expected.to = 1;
        RC_ASSERT(*arc == expected);
        RC_ASSERT(builder.notes().joined == parts.size() - 1);
    }
}

TEST(GraphBuilder, LeavesOutTiesWithOneselfAndWithNobody)
{
    GraphBuilder builder;
    builder.addPerson(test::idOf(1), {});
    builder.addPerson(test::idOf(2), flagsOf({PersonFlags::kGone}));
    builder.addTie(test::idOf(1), test::idOf(1), stated(0.5));
    builder.addTie(test::idOf(1), test::idOf(7), stated(0.5));
    builder.addTie(test::idOf(2), test::idOf(1), stated(0.5));
    const GraphPtr graph = builder.build();
    EXPECT_EQ(graph->nodeCount(), 1U);
    EXPECT_EQ(graph->arcCount(), 0U);
    EXPECT_EQ(builder.notes(), (BuildNotes{.toThemselves = 1, .toNobody = 2}));
}

TEST(GraphBuilder, TakesPeopleInAnyOrder)
{
    GraphBuilder builder;
    for (const std::size_t n : {5U, 3U, 9U, 1U}) builder.addPerson(test::idOf(n), {});
    builder.addTie(test::idOf(9), test::idOf(1), stated(0.5, TieKind::Manages));
    const GraphPtr graph = builder.build();
    ASSERT_TRUE(graph->find(test::idOf(9)));
    const Arc* arc = graph->between(*graph->find(test::idOf(9)), *graph->find(test::idOf(1)));
    ASSERT_NE(arc, nullptr);
    EXPECT_TRUE(arc->marks.has(Marks::kManages));
    EXPECT_FALSE(arc->marks.has(Marks::kManagedBy));
}

TEST(Graph, LeavesOutEditsOfNobodyAndOfOneself)
{
    const GraphPtr empty = std::make_shared<const Graph>();
    EXPECT_EQ(empty->nodeCount(), 0U);
    EXPECT_EQ(empty->find(test::idOf(1)), std::nullopt);
    const GraphPtr graph = empty->edited(
        {.people = {{test::idOf(1), {}}, {test::idOf(1), flagsOf({kColleague})}},
         .pairs = {{test::idOf(1), test::idOf(1), stated(0.5)}, {test::idOf(1), test::idOf(2), stated(0.5)}}});
    EXPECT_EQ(graph->nodeCount(), 1U);
    EXPECT_TRUE(graph->flags(0).isColleague());
    EXPECT_EQ(graph->arcCount(), 0U);
}

TEST(Graph, CountsTheLastOfSeveralEditsOfTheSameTwo)
{
    Network network{.people = std::vector<PersonFlags>(2), .ties = {}};
    const GraphPtr graph = network.built()->edited(
        {.pairs = {{test::idOf(0), test::idOf(1), stated(0.2)}, {test::idOf(1), test::idOf(0), stated(0.9)}}});
    ASSERT_NE(graph->between(0, 1), nullptr);
    EXPECT_NEAR(graph->between(0, 1)->strength(), 0.9, 0.001);
}

TEST(Graph, FoldsItsOverlayBeforeCopyingItCostsMore)
{
    Network network{.people = std::vector<PersonFlags>(4000), .ties = {}};
    GraphPtr graph = network.built();
    std::size_t most = 0;
    for (std::size_t i = 0; i + 1 < 4000; ++i) {
        graph = graph->edited({.pairs = {{test::idOf(i), test::idOf(i + 1), stated(0.5)}}});
        most = std::max(most, graph->memory().overlay);
    }
    EXPECT_EQ(graph->arcCount(), 2U * 3999);
    EXPECT_LT(most, 1024U * 128);
}

TEST(Graph, HoldsSomebodyWithAHundredThousandTies)
{
    constexpr std::size_t kTies = 100'000;
    Network network{.people = std::vector<PersonFlags>(kTies + 2), .ties = {}};
    for (std::size_t i = 1; i <= kTies; ++i) network.set(0, i, stated(0.5));
    const GraphPtr graph = network.built();
    EXPECT_EQ(graph->arcs(0).size(), kTies);
    const GraphPtr more = graph->edited({.pairs = {{test::idOf(0), test::idOf(kTies + 1), stated(0.5)}}});
    EXPECT_EQ(more->arcs(0).size(), kTies + 1);
    EXPECT_EQ(graph->arcs(0).size(), kTies);
    EXPECT_LE(static_cast<double>(graph->memory().arcs), 8.0 * static_cast<double>(graph->arcCount()));
    EXPECT_LE(graph->memory().people, 24 * (kTies + 2));
}
