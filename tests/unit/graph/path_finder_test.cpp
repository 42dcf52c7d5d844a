#include <kith/graph/path_finder.h>

#include "plain_search.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <atomic>
#include <cmath>
#include <cstdlib>
#include <new>

using namespace kith;
using namespace kith::graph;
using namespace kith::graph::test;

namespace {

std::atomic<std::size_t> allocations{0};

/// Numbers of the people of a path, from their ids.
std::vector<std::size_t> peopleOf(const Graph& graph, const Path& path)
{
    std::vector<std::size_t> people;
    for (const PathStep& step : path.steps) {
        std::size_t number = 0;
        for (std::size_t i = 12; i < 16; ++i) number = number << 8 | graph.idOf(step.person).bytes[i];
        people.push_back(number);
    }
    return people;
}

std::uint64_t lengthOf(const Path& path)
{
    std::uint64_t length = 0;
    for (std::size_t i = 1; i < path.steps.size(); ++i) length += std::uint64_t{path.steps[i].arc.weakness} * 256 + 1;
    return length;
}

void expectHonest(const Graph& graph, const Path& path)
{
    double product = 1;
    for (std::size_t i = 1; i < path.steps.size(); ++i) {
        const Arc* arc = graph.between(path.steps[i - 1].person, path.steps[i].person);
        RC_ASSERT(arc != nullptr);
        RC_ASSERT(*arc == path.steps[i].arc);
        RC_ASSERT(arc->counts());
        product *= arc->strength();
    }
    RC_ASSERT(std::abs(path.strength - product) < 1e-12);
}

/// Who may start: one person, a few, or any colleague; as the graph and as the reference take it.
struct AnyStart {
    PathStart::Who who = PathStart::Who::One;
    std::vector<std::size_t> allowed;
    std::vector<std::size_t> named;

    AnyStart(const Network& network, std::size_t target)
    {
        who = *rc::gen::element(PathStart::Who::One, PathStart::Who::Members, PathStart::Who::Anybody);
        const auto person = rc::gen::inRange<std::size_t>(0, network.people.size());
        if (who == PathStart::Who::One) {
            named = {*person};
            allowed = named;
            return;
        }
        if (who == PathStart::Who::Members) named = *rc::gen::container<std::vector<std::size_t>>(person);
        else
            for (std::size_t i = 0; i < network.people.size(); ++i)
                if (network.people[i].isColleague()) named.push_back(i);
        for (const std::size_t each : named)
            if (each != target && mayPass(network, each)) allowed.push_back(each);
    }

    [[nodiscard]] PathStart on(const Graph& graph, std::vector<Node>& room) const
    {
        room.clear();
        for (const std::size_t each : named) room.push_back(nodeOf(graph, each));
        if (who == PathStart::Who::One) return PathStart::one(room.front());
        return who == PathStart::Who::Members ? PathStart::anyOf(room) : PathStart::anybody();
    }
};

}  // namespace

// Counts what is allocated in this program, for the promise that a search allocates nothing.
void* operator new(std::size_t size)
{
    ++allocations;
    if (void* memory = std::malloc(size)) return memory;
    throw std::bad_alloc{};
}
void operator delete(void* memory) noexcept
{
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept
{
    std::free(memory);
}

RC_GTEST_PROP(PathFinder, FindsTheDistanceOfTheTextbook, ())
{
    const Network network = anyNetwork(40, 160);
    const auto target = *rc::gen::inRange<std::size_t>(0, network.people.size());
    const AnyStart start(network, target);
    const GraphPtr graph = network.built();
    PathFinder finder;
    Path path;
    std::vector<Node> room;
    const bool found = finder.best(*graph, start.on(*graph, room), nodeOf(*graph, target), path);
    const std::uint64_t expected = plainDistance(network, start.allowed, target);
    RC_ASSERT(found == (expected != kNever));
    if (!found) return;
    RC_ASSERT(lengthOf(path) == expected);
    expectHonest(*graph, path);
}

RC_GTEST_PROP(PathFinder, TakesOfEqualPathsTheOneWhoseIdsComeFirst, ())
{
    Network network = anyNetwork(8, 24);
    // Half of the time all ties are alike, and nearly every path has equals.
    if (*rc::gen::arbitrary<bool>())
        for (auto& [ends, parts] : network.ties) parts = stated(0.5);
    const auto target = *rc::gen::inRange<std::size_t>(0, network.people.size());
    const AnyStart start(network, target);
    const GraphPtr graph = network.built();
    PathFinder finder;
    std::vector<Path> paths(3);
    std::vector<Node> room;
    finder.bestDistinct(*graph, start.on(*graph, room), nodeOf(*graph, target), 4, paths);
    const auto expected = plainDistinct(network, start.allowed, start.who == PathStart::Who::One, target, 4);
    RC_ASSERT(paths.size() == expected.size());
    for (std::size_t i = 0; i < paths.size(); ++i) {
        RC_ASSERT(peopleOf(*graph, paths[i]) == expected[i].people);
        RC_ASSERT(lengthOf(paths[i]) == expected[i].length);
        expectHonest(*graph, paths[i]);
    }
}

RC_GTEST_PROP(PathFinder, AnswersTheSameByWayOfAnOverlay, ())
{
    const Network network = anyNetwork(25, 120);
    const auto target = *rc::gen::inRange<std::size_t>(0, network.people.size());
    const AnyStart start(network, target);
    const GraphPtr built = network.built();
    const GraphPtr other = viaOverlay(network);
    PathFinder finder;
    std::vector<Path> paths;
    std::vector<Path> others;
    std::vector<Node> room;
    std::vector<Node> otherRoom;
    finder.bestDistinct(*built, start.on(*built, room), nodeOf(*built, target), 5, paths);
    finder.bestDistinct(*other, start.on(*other, otherRoom), nodeOf(*other, target), 5, others);
    RC_ASSERT(paths.size() == others.size());
    for (std::size_t i = 0; i < paths.size(); ++i) RC_ASSERT(peopleOf(*built, paths[i]) == peopleOf(*other, others[i]));
}

TEST(PathFinder, SearchesFromTheTargetAloneWhenManyMightStartAndAnswersTheSame)
{
    // A ladder of colleagues far from the target and one who is near: over 4,096 of them, so one side searches.
    constexpr std::size_t kCrowd = 5000;
    Network network{.people = std::vector<PersonFlags>(kCrowd + 4, flagsOf({kColleague})), .ties = {}};
    for (std::size_t i = 1; i < kCrowd; ++i) network.set(i - 1, i, stated(0.9));
    network.people[kCrowd] = network.people[kCrowd + 1] = network.people[kCrowd + 2] = flagsOf({kTalent});
    network.people[kCrowd + 3] = flagsOf({kColleague, PersonFlags::kUnwilling});
    network.set(kCrowd, kCrowd + 1, stated(0.5));
    network.set(kCrowd + 1, 17, stated(0.5));
    network.set(kCrowd, kCrowd + 2, stated(0.5));
    network.set(kCrowd + 2, 12, stated(0.5));
    network.set(kCrowd, kCrowd + 3, stated(1));
    const GraphPtr graph = network.built();
    PathFinder finder;
    std::vector<Path> paths;
    finder.bestDistinct(*graph, PathStart::anybody(), nodeOf(*graph, kCrowd), 5, paths);
    ASSERT_EQ(paths.size(), 2U);
    EXPECT_EQ(peopleOf(*graph, paths[0]), (std::vector<std::size_t>{12, kCrowd + 2, kCrowd}));
    EXPECT_EQ(peopleOf(*graph, paths[1]), (std::vector<std::size_t>{17, kCrowd + 1, kCrowd}));

    std::vector<Node> members(graph->introducers().begin(), graph->introducers().end());
    std::vector<Path> bySet;
    finder.bestDistinct(*graph, PathStart::anyOf(members), nodeOf(*graph, kCrowd), 5, bySet);
    ASSERT_EQ(bySet.size(), 2U);
    for (std::size_t i = 0; i < 2; ++i) EXPECT_EQ(peopleOf(*graph, paths[i]), peopleOf(*graph, bySet[i]));
}

TEST(PathFinder, PrefersALongerWayOfStrongTiesToAShortOneOfWeakTies)
{
    Network network{.people = std::vector<PersonFlags>(4), .ties = {}};
    network.set(0, 3, stated(0.5));
    network.set(0, 1, stated(0.9));
    network.set(1, 2, stated(0.9));
    network.set(2, 3, stated(0.9));
    const GraphPtr graph = network.built();
    PathFinder finder;
    Path path;
    ASSERT_TRUE(finder.best(*graph, PathStart::one(0), 3, path));
    EXPECT_EQ(peopleOf(*graph, path), (std::vector<std::size_t>{0, 1, 2, 3}));
    EXPECT_NEAR(path.strength, 0.729, 0.001);
    std::vector<Path> paths;
    finder.bestDistinct(*graph, PathStart::one(0), 3, 9, paths);
    ASSERT_EQ(paths.size(), 2U);
    EXPECT_EQ(peopleOf(*graph, paths[1]), (std::vector<std::size_t>{0, 3}));
}

TEST(PathFinder, NeverGoesThroughSomebodyWhoForbidsIt)
{
    for (const std::uint8_t forbidden :
         {PersonFlags::kOffLimits, PersonFlags::kDoNotContact, PersonFlags::kUnwilling}) {
        Network network{.people = std::vector<PersonFlags>(3), .ties = {}};
        network.people[1] = flagsOf({kTalent, forbidden});
        network.set(0, 1, stated(1));
        network.set(1, 2, stated(1));
        const GraphPtr graph = network.built();
        PathFinder finder;
        Path path;
        EXPECT_FALSE(finder.best(*graph, PathStart::one(0), 2, path));
        EXPECT_TRUE(path.empty());
        EXPECT_TRUE(finder.best(*graph, PathStart::one(0), 1, path));
        EXPECT_TRUE(finder.best(*graph, PathStart::one(1), 2, path));
    }
}

TEST(PathFinder, CountsADashedTieOnlyOnceSomebodyStatedIt)
{
    Network network{.people = std::vector<PersonFlags>(2), .ties = {}};
    TieParts parts{.together = 20000, .marks = {Marks::kTogether}};
    network.set(0, 1, parts);
    PathFinder finder;
    Path path;
    EXPECT_FALSE(finder.best(*network.built(), PathStart::one(0), 1, path));
    parts.join(stated(0.3));
    network.set(0, 1, parts);
    ASSERT_TRUE(finder.best(*network.built(), PathStart::one(0), 1, path));
    EXPECT_NEAR(path.strength, 1 - 0.7 * (1 - 20000.0 / 65535), 0.001);
}

TEST(PathFinder, GoesRoundInCirclesNowhere)
{
    Network network{.people = std::vector<PersonFlags>(5), .ties = {}};
    for (std::size_t i = 0; i < 4; ++i) network.set(i, (i + 1) % 4, stated(1));
    const GraphPtr graph = network.built();
    PathFinder finder;
    Path path;
    ASSERT_TRUE(finder.best(*graph, PathStart::one(0), 2, path));
    EXPECT_EQ(peopleOf(*graph, path), (std::vector<std::size_t>{0, 1, 2}));
    EXPECT_FALSE(finder.best(*graph, PathStart::one(0), 4, path));
    ASSERT_TRUE(finder.best(*graph, PathStart::one(4), 4, path));
    EXPECT_EQ(path.steps.size(), 1U);
    EXPECT_EQ(path.strength, 1);
}

TEST(PathFinder, AllocatesNothingOnceItKnowsASize)
{
    Network network{.people = std::vector<PersonFlags>(400, flagsOf({kColleague})), .ties = {}};
    for (std::size_t i = 0; i < 400; ++i)
        for (const std::size_t step : {1U, 7U, 31U, 101U})
            network.set(i, (i + step) % 400, stated(0.3 + 0.001 * static_cast<double>((i * step) % 600)));
    const GraphPtr graph = network.built();
    PathFinder finder;
    std::vector<Path> paths;
    const auto searchAll = [&] {
        for (Node target = 0; target < 400; target += 3)
            finder.bestDistinct(*graph, PathStart::one(399 - target), target, 3, paths);
    };
    searchAll();
    paths.assign(3, {});
    for (Path& path : paths) path.steps.reserve(400);
    const std::size_t before = allocations;
    Path path = std::move(paths[0]);
    for (Node target = 0; target < 400; ++target) (void)finder.best(*graph, PathStart::one(399 - target), target, path);
    EXPECT_EQ(allocations - before, 0U);
}
