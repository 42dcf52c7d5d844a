// Small networks that were published with their answers.
#include <kith/graph/acquaintances.h>
#include <kith/graph/co_attendance.h>
#include <kith/graph/embedding.h>
#include <kith/graph/path_finder.h>

#include "network_fixture.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

using namespace kith;
using namespace kith::graph;
using namespace kith::graph::test;

namespace {

std::vector<std::string> linesOf(const std::string& file)
{
    std::ifstream in(std::string(KITH_NETWORKS_DIR) + '/' + file);
    EXPECT_TRUE(in.good()) << file;
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);)
        if (!line.starts_with('#')) lines.push_back(line);
    return lines;
}

/// Members by Zachary's numbers, 1 to 34; node = number - 1.
GraphPtr karateClub()
{
    test::Network network{.people = std::vector<PersonFlags>(34, flagsOf({kColleague})), .ties = {}};
    for (const std::string& line : linesOf("karate.txt")) {
        std::istringstream words(line);
        std::size_t a = 0;
        std::size_t b = 0;
        words >> a >> b;
        network.set(a - 1, b - 1, stated(0.5));
    }
    return network.built();
}

std::map<std::string, std::vector<int>> southernWomen()
{
    std::map<std::string, std::vector<int>> women;
    for (const std::string& line : linesOf("davis.txt")) {
        std::istringstream words(line);
        std::string name;
        words >> name;
        for (int event = 0; words >> event;) women[name].push_back(event);
    }
    return women;
}

}  // namespace

TEST(KarateClub, HasTheTiesThatZacharyCounted)
{
    const GraphPtr club = karateClub();
    EXPECT_EQ(club->nodeCount(), 34U);
    EXPECT_EQ(club->arcCount(), 2U * 78);
    EXPECT_EQ(club->arcs(0).size(), 16U);
    EXPECT_EQ(club->arcs(32).size(), 12U);
    EXPECT_EQ(club->arcs(33).size(), 17U);
}

TEST(KarateClub, HasTheDistancesThatAreKnown)
{
    // With every tie alike the best path is the shortest: mean 2.408 ties, at most 5.
    const GraphPtr club = karateClub();
    PathFinder finder;
    Path path;
    std::size_t sum = 0;
    std::size_t longest = 0;
    for (Node a = 0; a < 34; ++a)
        for (Node b = 0; b < 34; ++b) {
            if (a == b) continue;
            ASSERT_TRUE(finder.best(*club, PathStart::one(a), b, path));
            sum += path.steps.size() - 1;
            longest = std::max(longest, path.steps.size() - 1);
        }
    EXPECT_NEAR(static_cast<double>(sum) / (34 * 33), 2.408, 0.0005);
    EXPECT_EQ(longest, 5U);
}

TEST(KarateClub, FindsWhoStoodBetweenTheInstructorAndThePresident)
{
    const GraphPtr club = karateClub();
    std::vector<Node> both;
    for (const auto& each : commonAcquaintances(*club, 0, 33, 9)) both.push_back(each.person + 1);
    EXPECT_EQ(both, (std::vector<Node>{9, 14, 20, 32}));
    PathFinder finder;
    std::vector<Path> paths;
    finder.bestDistinct(*club, PathStart::one(0), 33, 5, paths);
    ASSERT_EQ(paths.size(), 5U);
    for (std::size_t i = 0; i < 4; ++i) {
        ASSERT_EQ(paths[i].steps.size(), 3U);
        EXPECT_EQ(paths[i].steps[1].person + 1, both[i]);
        EXPECT_NEAR(paths[i].strength, 0.25, 0.0001);
    }
    EXPECT_EQ(paths[4].steps.size(), 4U);
}

TEST(KarateClub, KeepsToItselfInEachOfTheClubsItBrokeInto)
{
    // The club of the instructor after the fission: 35 ties inside, 11 to the others.
    const GraphPtr club = karateClub();
    std::vector<Node> group{1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 17, 18, 20, 22};
    for (Node& each : group) --each;
    const Embedding found = embeddingOf(*club, group);
    EXPECT_EQ(found.members, 17U);
    EXPECT_EQ(found.others, 17U);
    EXPECT_EQ(found.inside, 35U);
    EXPECT_EQ(found.outside, 11U);
    EXPECT_NEAR(found.eiIndex, (11.0 - 35.0) / 46.0, 1e-12);
    EXPECT_NEAR(found.expectedEiIndex, (289.0 - 136.0) / 425.0, 1e-12);
    EXPECT_EQ(found.each.front().person + 1, 3U);
    EXPECT_EQ(found.each.front().outside, 4U);
    EXPECT_NEAR(found.insideStrength, 17.5, 0.01);
}

TEST(SouthernWomen, WereTogetherAsOftenAsDavisFound)
{
    const auto women = southernWomen();
    ASSERT_EQ(women.size(), 18U);
    std::vector<std::string> names;
    for (const auto& [name, events] : women) names.push_back(name);
    const Instant at{std::chrono::sys_days{std::chrono::year{1936} / 6 / 1}};
    PairLedger ledger;
    std::size_t attendances = 0;
    for (int event = 1; event <= 14; ++event) {
        std::vector<Id> there;
        for (std::size_t i = 0; i < names.size(); ++i)
            if (std::ranges::count(women.at(names[i]), event) > 0) there.push_back(test::idOf(i));
        attendances += there.size();
        ledger.add({.at = at, .channel = Channel::Event, .people = there});
    }
    EXPECT_EQ(attendances, 89U);
    // Of 153 pairs, 139 met somewhere.
    EXPECT_EQ(ledger.pairs().size(), 139U);

    GraphBuilder builder;
    for (std::size_t i = 0; i < names.size(); ++i) builder.addPerson(test::idOf(i), {});
    for (const auto& [pair, sums] : ledger.pairs()) builder.addTie(pair.low, pair.high, tieParts({}, sums, at));
    const GraphPtr graph = builder.build();
    const auto nodeOf = [&](const char* name) {
        return static_cast<Node>(std::ranges::find(names, name) - names.begin());
    };
    const Arc* close = graph->between(nodeOf("Evelyn"), nodeOf("Theresa"));
    const Arc* distant = graph->between(nodeOf("Evelyn"), nodeOf("Flora"));
    ASSERT_NE(close, nullptr);
    ASSERT_NE(distant, nullptr);
    EXPECT_TRUE(close->marks.dashed());
    EXPECT_GT(close->strength(), 2 * distant->strength());
    EXPECT_LT(close->strength(), 0.3);
    EXPECT_EQ(graph->between(nodeOf("Laura"), nodeOf("Flora")), nullptr);
    // Nobody is introduced along what nobody confirmed.
    PathFinder finder;
    Path path;
    EXPECT_FALSE(finder.best(*graph, PathStart::one(nodeOf("Evelyn")), nodeOf("Theresa"), path));
    // Seven events, each shared with all who were there.
    double shared = 0;
    for (const int there : {3, 6, 4, 8, 8, 14, 12}) shared += 1.0 / (there - 1);
    const IdPair pair = IdPair::of(test::idOf(nodeOf("Evelyn")), test::idOf(nodeOf("Theresa")));
    EXPECT_NEAR(ledger.pairs().at(pair).together, shared, 1e-12);
}

TEST(PairLedger, CountsWhoIsNamedTwiceOnceAndSkipsCrowds)
{
    PairLedger ledger;
    const std::array<Id, 3> two{test::idOf(1), test::idOf(2), test::idOf(1)};
    ledger.add({.channel = Channel::Meeting, .people = two});
    ASSERT_EQ(ledger.pairs().size(), 1U);
    EXPECT_EQ(ledger.pairs().begin()->second.contacts, 1);
    std::vector<Id> crowd;
    for (std::size_t i = 10; i < 211; ++i) crowd.push_back(test::idOf(i));
    ledger.add({.channel = Channel::Event, .people = crowd});
    ledger.add({.channel = Channel::Note, .people = two});
    ledger.add({.channel = Channel::Call, .people = std::span(two).first(1)});
    EXPECT_EQ(ledger.pairs().size(), 1U);
}
