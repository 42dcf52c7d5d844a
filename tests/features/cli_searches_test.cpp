// Saved searches on the command line.
#include "people_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith {
namespace {

using nlohmann::json;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

class CliSearches : public test::PeopleFixture {
protected:
    json searches() const
    {
        const json document = kithctl.json({"searches", "list"});
        return document["searches"];
    }
    std::vector<std::string> names() const
    {
        std::vector<std::string> all;
        const json listed = searches();
        for (const json& search : listed) all.push_back(search["name"]);
        return all;
    }
    test::Outcome refused(const std::vector<std::string>& arguments) const
    {
        test::Outcome outcome = kithctl.run(arguments);
        EXPECT_EQ(outcome.code, 1) << outcome.out;
        EXPECT_EQ(outcome.out, "");
        return outcome;
    }
};

TEST_F(CliSearches, AreSavedListedWithCountsAndUsedByName)
{
    EXPECT_THAT(kithctl.run({"searches", "list"}).out, HasSubstr("No saved searches yet"));
    const json saved = kithctl.json({"searches", "save", "Not York", "tom", "not", "city:york"});
    kithctl.ok({"searches", "save", "Toms", "tom"});
    const json listed = searches();
    ASSERT_EQ(listed.size(), 2U);
    EXPECT_EQ(listed[0]["id"], saved["search"]);
    EXPECT_EQ(listed[0]["name"], "Not York");
    EXPECT_EQ(listed[0]["query"], "tom not city:york");
    EXPECT_EQ(listed[0]["people"], 1);
    EXPECT_EQ(listed[0]["private"], true);
    EXPECT_EQ(listed[1]["people"], 2);
    for (const json& search : listed)
        EXPECT_EQ(kithctl.json({"people", "--saved", search["name"].get<std::string>()})["total"], search["people"])
            << "the list that `people` shows is as long as was said";
    EXPECT_EQ(kithctl.json({"people", "--saved", saved["search"].get<std::string>()})["people"][0]["location"], "Hull");
    const std::string table = kithctl.run({"searches", "list"}).out;
    EXPECT_THAT(table, HasSubstr("tom not city:york"));
    EXPECT_THAT(table, HasSubstr("PEOPLE"));
}

TEST_F(CliSearches, AreRenamedChangedDeletedAndBroughtBack)
{
    kithctl.ok({"searches", "save", "Toms", "tom"});
    EXPECT_EQ(kithctl.run({"searches", "rename", "toms", "Every Tom"}).out, "Toms is called Every Tom now.\n");
    kithctl.ok({"searches", "change", "every tom", "tom", "city:hull"});
    EXPECT_EQ(searches()[0]["people"], 1);
    EXPECT_EQ(kithctl.run({"searches", "delete", "Every Tom"}).out,
              "Deleted Every Tom; `kithctl undo` brings it back.\n");
    EXPECT_TRUE(names().empty());
    kithctl.ok({"undo"});
    EXPECT_THAT(names(), ElementsAre("Every Tom"));
    kithctl.ok({"undo"});
    EXPECT_EQ(searches()[0]["people"], 2);
}

TEST_F(CliSearches, ArePutIntoASpaceThatOthersSee)
{
    kithctl.ok({"searches", "save", "Toms", "tom"});
    kithctl.ok({"searches", "save", "Ana", "ana", "--space", "Northmoor Council"});
    EXPECT_EQ(searches()[0]["private"], false);
    EXPECT_EQ(searches()[0]["space"], "Northmoor Council");
    EXPECT_EQ(searches()[1]["private"], true);
    kithctl.ok({"searches", "move", "Toms", "--to", "Northmoor Council"});
    EXPECT_EQ(searches()[1]["private"], false);
    EXPECT_THAT(refused({"searches", "move", "Toms", "--to", "Elsewhere"}).err, HasSubstr("There is no such space"));
}

TEST_F(CliSearches, AreRefusedInOneSentenceAndNothingIsSaved)
{
    kithctl.ok({"searches", "save", "Toms", "tom"});
    EXPECT_THAT(refused({"searches", "save", "Bad", "zoë", "warmth>lots"}).err, HasSubstr("At letter 12: "));
    EXPECT_THAT(refused({"searches", "change", "Toms", "(tom"}).err, HasSubstr("At letter 1: "));
    EXPECT_THAT(refused({"searches", "save", " ", "ana"}).err, HasSubstr("Give the saved search a name"));
    EXPECT_THAT(refused({"searches", "save", "TOMS", "ana"}).err, HasSubstr("of that name already"));
    EXPECT_THAT(refused({"searches", "save", "Empty", ""}).err, HasSubstr("Say what to search for"));
    EXPECT_THAT(refused({"people", "--saved", "Nobody's"}).err, HasSubstr("There is no saved search of that name"));
    EXPECT_THAT(refused({"searches", "delete", "Nobody's"}).err, HasSubstr("There is no saved search of that name"));
    EXPECT_EQ(kithctl.run({"people", "tom", "--saved", "Toms"}).code, 2) << "one or the other";
    EXPECT_EQ(kithctl.run({"searches"}).code, 2);
    EXPECT_THAT(names(), ElementsAre("Toms"));
    EXPECT_EQ(searches()[0]["query"], "tom");
}

}  // namespace
}  // namespace kith
