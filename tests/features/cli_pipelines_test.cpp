// Pools and pipelines on the command line.
#include "people_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith {
namespace {

using nlohmann::json;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

class CliPipelines : public test::PeopleFixture {
protected:
    std::vector<std::string> people(const std::string& query) const
    {
        std::vector<std::string> names;
        const json found = kithctl.json({"people", query});
        for (const json& each : found["people"]) names.push_back(each["name"]);
        return names;
    }
};

TEST_F(CliPipelines, TakeSomebodyFromTheFirstStageToLeaving)
{
    EXPECT_THAT(kithctl.run({"pipeline", "list"}).out, HasSubstr("No pipelines yet"));
    kithctl.ok({"pipeline", "create", "Platform talent", "--template", "relationship"});
    kithctl.ok({"pipeline", "add", "platform talent", "ana@example.org", "--reason", "speaks at meetups"});
    EXPECT_THAT(people("stage:identified"), ElementsAre("Ana Ruiz"));
    kithctl.ok({"pipeline", "move", "Platform talent", "Ana Ruiz", "--to", "Engaged"});
    EXPECT_THAT(people("stage:engaged"), ElementsAre("Ana Ruiz"));
    EXPECT_THAT(people("stage:identified"), ElementsAre());

    const json shown = kithctl.json({"show", "Ana Ruiz"});
    EXPECT_EQ(shown["placements"][0]["pipeline"], "Platform talent");
    EXPECT_EQ(shown["placements"][0]["stage"], "Engaged");
    const json board = kithctl.json({"pipeline", "show", "Platform talent"});
    EXPECT_EQ(board["people"], 1);
    EXPECT_EQ(board["placements"][0]["name"], "Ana Ruiz");

    kithctl.ok({"pipeline", "leave", "Platform talent", "Ana Ruiz", "--silver", "--reason", "second of two"});
    EXPECT_THAT(people("stage:\"silver medallist\""), ElementsAre("Ana Ruiz"));
    const json history = kithctl.json({"pipeline", "history", "Ana Ruiz"});
    ASSERT_EQ(history["moves"].size(), 3U);
    EXPECT_EQ(history["moves"][0]["state"], "silver-medallist");
    kithctl.ok({"undo"});
    EXPECT_THAT(people("stage:engaged"), ElementsAre("Ana Ruiz"));
}

TEST_F(CliPipelines, HaveStagesOfTheirOwnThatCanBeChanged)
{
    kithctl.ok({"pipeline", "create", "Board", "--stage", "Met", "--stage", "Asked"});
    kithctl.ok({"pipeline", "add-stage", "Board", "Between", "--after", "Met", "--idle", "7"});
    kithctl.ok({"pipeline", "edit-stage", "Board", "Asked", "--name", "Agreed"});
    kithctl.ok({"pipeline", "add", "Board", "Ana Ruiz", "--stage", "Between"});
    EXPECT_EQ(kithctl.run({"pipeline", "delete-stage", "Board", "Between"}).code, 1);
    kithctl.ok({"pipeline", "delete-stage", "Board", "Between", "--into", "Agreed"});
    const json listed = kithctl.json({"pipeline", "list"});
    const json& stages = listed["pipelines"][0]["stages"];
    ASSERT_EQ(stages.size(), 2U);
    EXPECT_EQ(stages[0]["idle_days"], 30) << "editing another left it as it was";
    EXPECT_EQ(stages[1]["name"], "Agreed");
    EXPECT_EQ(stages[1]["people"], 1);
    const auto refused = kithctl.run({"pipeline", "move", "Board", "Ana Ruiz", "--to", "Nowhere"});
    EXPECT_EQ(refused.code, 1);
    EXPECT_THAT(refused.err, HasSubstr("There are: Met, Agreed"));
}

TEST_F(CliPipelines, PutPeopleIntoPoolsThatSearchFinds)
{
    kithctl.ok({"pool", "create", "Data pool", "--purpose", "People for data roles"});
    kithctl.ok({"pool", "add", "data pool", "Ana Ruiz", "director@example.net", "--reason", "met at a meetup"});
    EXPECT_EQ(kithctl.json({"pool", "list"})["pools"][0]["members"], 2);
    EXPECT_THAT(people("pool:data"), ::testing::UnorderedElementsAre("Ana Ruiz", "Tom Kay"));
    EXPECT_EQ(kithctl.json({"show", "Ana Ruiz"})["pools"][0]["reason"], "met at a meetup");
    kithctl.ok({"pool", "remove", "Data pool", "Ana Ruiz"});
    EXPECT_THAT(people("pool:data"), ElementsAre("Tom Kay"));
    kithctl.ok({"pool", "rename", "Data pool", "Analysts"});
    EXPECT_THAT(people("pool:analysts"), ElementsAre("Tom Kay"));
    kithctl.ok({"pool", "delete", "Analysts"});
    EXPECT_THAT(people("pool:analysts"), ElementsAre());
    EXPECT_THAT(kithctl.run({"pool", "add", "Analysts", "Ana Ruiz"}).err, HasSubstr("there is none yet"));
}

}  // namespace
}  // namespace kith
