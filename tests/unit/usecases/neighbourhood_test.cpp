#include "network_day.h"

#include <kith/support/fake_network.h>
#include <kith/usecases/neighbourhood.h>

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <map>
#include <queue>
#include <rapidcheck/gtest.h>
#include <vector>

using namespace kith;
using namespace kith::graph;
using kith::test::FakeNetwork;
using kith::test::kNow;
using kith::test::kToday;
using kith::test::numberedId;
using kith::test::personId;

namespace {

using std::chrono::days;

const Id kArea = numberedId(4, 1);

class Town {
public:
    explicit Town(std::size_t people)
    {
        for (std::size_t i = 0; i < people; ++i) queries.people[personId(i)] = {.said = {.id = personId(i)}};
    }
    void tie(std::size_t a, std::size_t b, double strength, std::optional<Instant> statedAt = kNow)
    {
        queries.ties[numberedId(7, queries.ties.size())] = {
            .said = {.a = personId(a), .b = personId(b), .strength = strength, .statedAt = statedAt}};
    }
    /// Both were at the same event.
    void meet(std::size_t a, std::size_t b)
    {
        const std::size_t n = queries.interactions.size();
        queries.interactions[numberedId(8, n)] = {.at = kNow - days{9}, .channel = Channel::Event};
        for (const std::size_t who : {a, b})
            queries.participants[numberedId(9, 2 * n + (who == a ? 0U : 1U))] = {.interaction = numberedId(8, n),
                                                                                 .person = personId(who)};
    }
    [[nodiscard]] GraphPtr graph() const
    {
        Network network;
        EXPECT_TRUE(network.load(queries, kNow, kToday));
        return network.snapshot();
    }
    [[nodiscard]] Neighbourhood drawn(const NeighbourhoodWish& wish) const
    {
        auto result = neighbourhoodOf(graph(), queries, wish);
        EXPECT_TRUE(result);
        return result.value_or(Neighbourhood{});
    }

    FakeNetwork queries;
};

std::vector<Id> idsOf(const Neighbourhood& drawn)
{
    std::vector<Id> ids;
    for (const Neighbour& each : drawn.people) ids.push_back(each.id);
    return ids;
}

const NeighbourTie* tieBetween(const Neighbourhood& drawn, const Id& a, const Id& b)
{
    for (const NeighbourTie& tie : drawn.ties) {
        const auto ends = IdPair::of(drawn.people[tie.from].id, drawn.people[tie.to].id);
        if (ends == IdPair::of(a, b)) return &tie;
    }
    return nullptr;
}

/// The strongest way from a person to somebody; of equal ones the shortest.
struct Way {
    double strength = 0;
    std::uint64_t steps = 0;
};

std::map<Id, Way> strongest(const Graph& graph, Node from)
{
    // A way of so many steps and so much weakness in all, in one number.
    constexpr std::uint64_t kWeakness = 1U << 8U;
    std::map<Id, Way> found;
    std::priority_queue<std::pair<std::uint64_t, Node>, std::vector<std::pair<std::uint64_t, Node>>, std::greater<>>
        queue;
    queue.push({0, from});
    while (!queue.empty()) {
        const auto [length, node] = queue.top();
        queue.pop();
        const Way way{.strength = graph::strengthOf(length / kWeakness), .steps = length % kWeakness};
        if (!found.try_emplace(graph.idOf(node), way).second) continue;
        for (const Arc& arc : graph.arcs(node))
            if (arc.counts()) queue.push({length + arc.weakness * kWeakness + 1, arc.to});
    }
    return found;
}

}  // namespace

TEST(Neighbourhood, DrawsThoseWithinTheStepsAndCountsEverybody)
{
    Town town(6);
    town.tie(0, 1, 0.9);
    town.tie(1, 2, 0.8);
    town.tie(2, 3, 0.7);
    town.tie(3, 4, 0.6);
    const Neighbourhood two = town.drawn({.person = personId(0), .steps = 2});
    EXPECT_EQ(idsOf(two), (std::vector{personId(0), personId(1), personId(2)}));
    EXPECT_EQ(two.total, 3U);
    EXPECT_EQ(two.people[2].step, 2U);
    EXPECT_EQ(two.people[2].parent, 1U);
    EXPECT_NEAR(two.people[2].strength, 0.72, 0.001);
    EXPECT_EQ(town.drawn({.person = personId(0), .steps = 3}).total, 4U);

    const Neighbourhood few = town.drawn({.person = personId(0), .steps = 3, .people = 2});
    EXPECT_EQ(idsOf(few), (std::vector{personId(0), personId(1)}));
    EXPECT_EQ(few.total, 4U);
}

TEST(Neighbourhood, SaysOfATieHowStrongItIsAndWhenItWasLastSeen)
{
    Town town(3);
    town.tie(0, 1, 0.5, kNow - days{40});
    town.tie(1, 2, 0.5, std::nullopt);
    const Neighbourhood drawn = town.drawn({.person = personId(0)});
    const NeighbourTie* tie = tieBetween(drawn, personId(0), personId(1));
    ASSERT_NE(tie, nullptr);
    EXPECT_NEAR(tie->strength, 0.5, 0.02);
    EXPECT_EQ(tie->last, kNow - days{40});
    EXPECT_EQ(tie->words, std::vector<std::string>{"knows"});
    EXPECT_FALSE(tie->dashed);
    EXPECT_TRUE(tie->towards);
    EXPECT_EQ(tieBetween(drawn, personId(1), personId(2))->last, std::nullopt);
}

TEST(Neighbourhood, DashesTiesOfThoseWhoWereOnlyAtTheSameEventAndFollowsThemNowhere)
{
    Town town(4);
    town.tie(0, 1, 0.5);
    town.tie(0, 2, 0.5);
    town.meet(1, 2);
    town.meet(2, 3);
    const Neighbourhood drawn = town.drawn({.person = personId(0)});
    EXPECT_EQ(drawn.people.size(), 3U);
    EXPECT_EQ(drawn.total, 3U);
    const NeighbourTie* tie = tieBetween(drawn, personId(1), personId(2));
    ASSERT_NE(tie, nullptr);
    EXPECT_TRUE(tie->dashed);
}

TEST(Neighbourhood, LeavesOutTiesThatNothingHasShownSince)
{
    Town town(4);
    town.tie(0, 1, 0.9, kNow - days{900});
    town.tie(0, 2, 0.3, kNow - days{10});
    town.tie(1, 2, 0.9, kNow - days{20});
    town.tie(1, 3, 0.9, std::nullopt);
    const Neighbourhood drawn = town.drawn({.person = personId(0), .steps = 2, .since = kNow - days{100}});
    EXPECT_EQ(idsOf(drawn), (std::vector{personId(0), personId(2), personId(1)}));
    EXPECT_EQ(drawn.total, 3U);
    EXPECT_EQ(tieBetween(drawn, personId(0), personId(1)), nullptr);
    EXPECT_EQ(drawn.people[2].step, 2U);
}

TEST(Neighbourhood, PutsThoseOfAnAreaInTheMiddleWhoHaveMostToGive)
{
    Town town(9);
    for (std::size_t i = 0; i < 4; ++i) town.queries.groups[kArea].push_back(personId(i));
    town.tie(1, 5, 0.9);
    town.tie(1, 6, 0.9);
    town.tie(2, 7, 0.8);
    const Neighbourhood drawn = town.drawn({.area = kArea, .steps = 1, .people = 6});
    ASSERT_GE(drawn.people.size(), 2U);
    EXPECT_EQ(drawn.people[0].id, personId(1));
    EXPECT_EQ(drawn.people[1].id, personId(2));
    EXPECT_EQ(drawn.people[1].step, 0U);
    EXPECT_EQ(drawn.people.back().step, 1U);
    EXPECT_EQ(drawn.people.size(), 5U);
    EXPECT_EQ(drawn.total, 7U);
}

TEST(Neighbourhood, RefusesSomebodyWhoIsNotThereAndAnAreaWithoutAnybody)
{
    const Town town(1);
    EXPECT_EQ(neighbourhoodOf(town.graph(), town.queries, {.person = personId(5)}).error().code, ErrorCode::NotFound);
    EXPECT_EQ(neighbourhoodOf(town.graph(), town.queries, {.area = kArea}).error().code, ErrorCode::BadInput);
}

TEST(Neighbourhood, BeginsWithTheColleagueWhoHasMostTiesUnlessSomebodyElseIsWanted)
{
    Town town(5);
    EXPECT_EQ(somebodyWithTies(*town.graph(), personId(0)), std::nullopt);
    town.queries.people[personId(3)].said.facets.add(Facet::Colleague);
    town.tie(0, 1, 0.9);
    town.tie(0, 2, 0.9);
    EXPECT_EQ(somebodyWithTies(*town.graph(), personId(4)), personId(0));
    town.tie(2, 3, 0.2);
    EXPECT_EQ(somebodyWithTies(*town.graph(), personId(4)), personId(3));
    EXPECT_EQ(somebodyWithTies(*town.graph(), personId(1)), personId(1));
}

TEST(Neighbourhood, OfSomebodyWithManyTiesKeepsTheBound)
{
    Town town(900);
    for (std::size_t i = 1; i < 900; ++i) town.tie(0, i, 0.1 + 0.001 * static_cast<double>(i));
    const Neighbourhood drawn = town.drawn({.person = personId(0), .people = 5000});
    EXPECT_EQ(drawn.people.size(), kMostDrawn);
    EXPECT_EQ(drawn.total, 900U);
    EXPECT_EQ(drawn.people[1].id, personId(899));
}

RC_GTEST_PROP(Neighbourhood, KeepsTheStrongestWithinTheBoundAndEveryOneOfThemHangsOnTheMiddle, ())
{
    const auto number = [](std::size_t from, std::size_t below) { return *rc::gen::inRange(from, below); };
    const std::size_t people = number(2, 25);
    Town town(people);
    for (std::size_t i = number(0, 60); i > 0; --i) {
        const std::size_t a = number(0, people);
        const std::size_t b = number(0, people);
        if (a != b) town.tie(a, b, 0.05 * static_cast<double>(number(1, 20)));
    }
    const GraphPtr graph = town.graph();
    const NeighbourhoodWish wish{
        .person = personId(0), .steps = static_cast<std::uint32_t>(number(1, 4)), .people = number(1, 20)};
    const auto result = neighbourhoodOf(graph, town.queries, wish);
    RC_ASSERT(result.has_value());
    RC_ASSERT(result->people.size() <= wish.people);
    RC_ASSERT(result->people.size() <= result->total);
    RC_ASSERT(result->people.front().id == wish.person);

    // Everybody hangs on the middle by ties that are drawn.
    for (std::size_t i = 1; i < result->people.size(); ++i) {
        const Neighbour& each = result->people[i];
        RC_ASSERT(each.parent < i);
        RC_ASSERT(each.step == result->people[each.parent].step + 1);
        RC_ASSERT(each.step <= wish.steps);
        const NeighbourTie* tie = tieBetween(*result, each.id, result->people[each.parent].id);
        RC_ASSERT(tie != nullptr);
        RC_ASSERT(tie->towards);
        RC_ASSERT(each.strength <= result->people[i - 1].strength);
    }
    // By the strongest way, unless that takes more steps than are drawn.
    const auto all = strongest(*graph, *graph->find(wish.person));
    for (const Neighbour& each : result->people) {
        const Way& way = all.at(each.id);
        if (way.steps <= wish.steps) RC_ASSERT(std::abs(way.strength - each.strength) < 1e-9);
        else RC_ASSERT(each.strength <= way.strength);
    }
    // Nobody who is left out is nearer than somebody who is drawn.
    if (result->people.size() == wish.people) {
        const auto unbounded = neighbourhoodOf(graph, town.queries, {.person = wish.person, .steps = wish.steps});
        for (const Neighbour& each : unbounded->people)
            if (std::ranges::find(result->people, each.id, &Neighbour::id) == result->people.end())
                RC_ASSERT(each.strength <= result->people.back().strength + 1e-12);
    }
    // And the same again is the same.
    RC_ASSERT(idsOf(*neighbourhoodOf(graph, town.queries, wish)) == idsOf(*result));
}
