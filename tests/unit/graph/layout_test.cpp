#include <kith/graph/layout.h>

#include "network_fixture.h"
#include "plain_search.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

using namespace kith;
using namespace kith::graph;
using namespace kith::graph::test;

namespace {

std::map<Id, std::pair<double, double>> placesOf(const Graph& graph, const Layout& layout)
{
    std::map<Id, std::pair<double, double>> places;
    for (const Placed& placed : layout.people) places[graph.idOf(placed.person)] = {placed.x, placed.y};
    return places;
}

void expectSound(const Graph& graph, const Layout& layout, const LayoutOptions& options)
{
    RC_ASSERT(layout.people.size() <= options.people);
    RC_ASSERT(layout.lines.size() <= options.lines);
    for (std::size_t i = 0; i < layout.people.size(); ++i) {
        const Placed& one = layout.people[i];
        RC_ASSERT(std::isfinite(one.x));
        RC_ASSERT(std::isfinite(one.y));
        RC_ASSERT(std::hypot(one.x, one.y) <= layout.radius + 1e-9);
        RC_ASSERT(one.parent <= i);
        RC_ASSERT(one.ring <= options.rings);
        for (std::size_t j = 0; j < i; ++j) {
            const Placed& other = layout.people[j];
            const bool areMiddle = one.ring == 1 && one.parent == i && other.ring == 1 && other.parent == j;
            // The gap is along the ring, so straight across it is a little less.
            RC_ASSERT(std::hypot(one.x - other.x, one.y - other.y) > 0.95 * (areMiddle ? 2 : 1) * kLayoutGap);
            RC_ASSERT(one.person != other.person);
        }
    }
    for (const Line& line : layout.lines) {
        const Arc* arc = graph.between(layout.people[line.from].person, layout.people[line.to].person);
        RC_ASSERT(arc != nullptr);
        RC_ASSERT(*arc == line.arc);
    }
}

/// A plausible neighbourhood: a middle, friends, and friends of friends.
test::Network neighbourhood(std::size_t people)
{
    test::Network network{.people = std::vector<PersonFlags>(people, flagsOf({kColleague})), .ties = {}};
    for (std::size_t i = 1; i < people; ++i) {
        network.set(i, i * 7 % std::max<std::size_t>(1, i / 3),
                    stated(0.2 + 0.7 * static_cast<double>(i * 31 % 97) / 97));
        if (i > 4 && i * 13 % (i - 1) != i) network.set(i, i * 13 % (i - 1), stated(0.15));
    }
    return network;
}

}  // namespace

RC_GTEST_PROP(Layout, KeepsPeopleApartAndTellsTheTies, ())
{
    const test::Network network = anyNetwork(40, 120);
    const GraphPtr graph = network.built();
    const auto middle = *rc::gen::container<std::vector<Node>>(rc::gen::inRange<Node>(0, graph->nodeCount()));
    const LayoutOptions options{.people = *rc::gen::inRange<std::size_t>(0, 50),
                                .lines = *rc::gen::inRange<std::size_t>(0, 60),
                                .rings = *rc::gen::inRange(1U, 6U),
                                .seed = *rc::gen::arbitrary<std::uint64_t>()};
    expectSound(*graph, layoutAround(*graph, middle, options), options);
}

RC_GTEST_PROP(Layout, IsTheSameWhateverTheHistoryOfTheGraph, ())
{
    const test::Network network = anyNetwork(25, 80);
    const GraphPtr built = network.built();
    const GraphPtr other = viaOverlay(network);
    const LayoutOptions options{.people = *rc::gen::inRange<std::size_t>(1, 30)};
    const Node here = *rc::gen::inRange<Node>(0, built->nodeCount());
    const Node there = *other->find(built->idOf(here));
    const auto first = placesOf(*built, layoutAround(*built, std::span(&here, 1), options));
    const auto second = placesOf(*other, layoutAround(*other, std::span(&there, 1), options));
    RC_ASSERT(first.size() == second.size());
    for (const auto& [id, place] : first) {
        RC_ASSERT(second.contains(id));
        RC_ASSERT(std::hypot(place.first - second.at(id).first, place.second - second.at(id).second) < 1e-6);
    }
}

RC_GTEST_PROP(Layout, DrawsThoseWithTheStrongestPaths, ())
{
    test::Network network = anyNetwork(20, 60);
    for (PersonFlags& flags : network.people) flags = flagsOf({kColleague});
    const GraphPtr graph = network.built();
    const Node middle = 0;
    const LayoutOptions options{.people = 8, .rings = 20};
    const Layout layout = layoutAround(*graph, std::span(&middle, 1), options);
    std::vector<std::pair<std::uint64_t, Node>> expected;
    for (Node node = 0; node < graph->nodeCount(); ++node)
        if (const std::uint64_t so = plainDistance(network, {0}, node); so != kNever) expected.emplace_back(so, node);
    std::ranges::sort(expected);
    if (expected.size() > 8) expected.resize(8);
    RC_ASSERT(layout.people.size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        RC_ASSERT(layout.people[i].person == expected[i].second);
        RC_ASSERT(std::abs(layout.people[i].strength - strengthOf(expected[i].first >> 8)) < 1e-9);
    }
}

TEST(Layout, LeavesPeopleWhereTheyWereWhenSomebodyComes)
{
    for (const std::size_t people : {6U, 30U, 120U, 280U}) {
        const test::Network network = neighbourhood(people);
        const GraphPtr before = network.built();
        const Node middle = 0;
        const Layout first = layoutAround(*before, std::span(&middle, 1));
        const GraphPtr after = before->edited({.people = {{test::idOf(people), flagsOf({kTalent})}},
                                               .pairs = {{test::idOf(people), test::idOf(people / 4), stated(0.3)}}});
        const Layout second = layoutAround(*after, std::span(&middle, 1), {}, &first, before.get());
        const auto places = placesOf(*before, first);
        ASSERT_EQ(second.people.size(), people + 1) << people;
        double moved = 0;
        double most = 0;
        for (const auto& [id, place] : placesOf(*after, second)) {
            if (!places.contains(id)) continue;
            const double far = std::hypot(place.first - places.at(id).first, place.second - places.at(id).second);
            moved += far;
            most = std::max(most, far);
        }
        EXPECT_LT(moved / static_cast<double>(people), kLayoutGap / 20) << people;
        EXPECT_LT(most, kLayoutGap) << people;
    }
}

TEST(Layout, MovesNobodyWhenNothingChanged)
{
    const test::Network network = neighbourhood(200);
    const GraphPtr graph = network.built();
    const Node middle = 3;
    const Layout first = layoutAround(*graph, std::span(&middle, 1));
    const Layout second = layoutAround(*graph, std::span(&middle, 1), {}, &first);
    for (std::size_t i = 0; i < first.people.size(); ++i) {
        EXPECT_NEAR(first.people[i].x, second.people[i].x, 1e-6);
        EXPECT_NEAR(first.people[i].y, second.people[i].y, 1e-6);
    }
}

TEST(Layout, PutsAnAreaAroundAnEmptyMiddle)
{
    const test::Network network = neighbourhood(60);
    const GraphPtr graph = network.built();
    const std::vector<Node> area{4, 9, 16, 25};
    const Layout layout = layoutAround(*graph, area);
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_EQ(layout.people[i].ring, 1U);
        EXPECT_EQ(layout.people[i].parent, i);
        EXPECT_NEAR(std::hypot(layout.people[i].x, layout.people[i].y), 1, 1e-9);
    }
    EXPECT_TRUE(layoutAround(*graph, {}).people.empty());
    const Node nobody = 4711;
    EXPECT_TRUE(layoutAround(*graph, std::span(&nobody, 1)).people.empty());
}

TEST(Layout, DrawsSomebodyWithAHundredThousandTies)
{
    constexpr std::size_t kTies = 100'000;
    test::Network network{.people = std::vector<PersonFlags>(kTies + 1), .ties = {}};
    for (std::size_t i = 1; i <= kTies; ++i) network.set(0, i, stated(i % 1000 == 0 ? 0.9 : 0.5));
    const GraphPtr graph = network.built();
    const Node middle = 0;
    const Layout layout = layoutAround(*graph, std::span(&middle, 1));
    ASSERT_EQ(layout.people.size(), 300U);
    EXPECT_EQ(layout.people[1].person, 1000U);
    EXPECT_EQ(layout.lines.size(), 299U);
}
