// Other names of titles and skills, and a taxonomy of them, on the command line.
#include "people_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace kith {
namespace {

using nlohmann::json;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

class CliAliases : public test::PeopleFixture {
protected:
    /// How many people answer, and by which names instead.
    std::pair<std::size_t, std::vector<std::string>> find(const std::string& query) const
    {
        const json found = kithctl.json({"people", query});
        std::vector<std::string> instead;
        if (found.contains("notices"))
            for (const json& notice : found["notices"])
                for (const json& name : notice["instead"]) instead.push_back(name);
        return {found["total"], instead};
    }
};

TEST_F(CliAliases, AreAddedListedAndFindPeople)
{
    EXPECT_EQ(find("title:\"principal boffin\"").first, 0U);
    kithctl.ok({"aliases", "add", "principal boffin = staff engineer"});
    EXPECT_EQ(find("title:\"principal boffin\"").first, 1U);
    EXPECT_THAT(find("title:\"principal boffin\"").second, ElementsAre("staff engineer"));
    const json groups = kithctl.json({"aliases", "list"})["aliases"];
    EXPECT_EQ(std::ranges::count_if(groups, [](const json& group) { return !group["built_in"]; }), 1);
    EXPECT_THAT(kithctl.run({"aliases", "list"}).out, HasSubstr("principal boffin = staff engineer"));
    kithctl.ok({"aliases", "change", "principal boffin", "principal boffin = director = analyst"});
    EXPECT_EQ(find("title:\"principal boffin\"").first, 2U);
    kithctl.ok({"undo"});
    EXPECT_EQ(find("title:\"principal boffin\"").first, 1U);
    kithctl.ok({"aliases", "remove", "principal boffin"});
    EXPECT_EQ(find("title:\"principal boffin\"").first, 0U);
}

TEST_F(CliAliases, OfWordsWithoutQuotesCountLikeThoseWith)
{
    kithctl.ok({"aliases", "add", "principal boffin = staff engineer"});
    EXPECT_EQ(find("principal boffin").first, 1U);
    EXPECT_THAT(find("principal boffin").second, ElementsAre("staff engineer"));
    kithctl.ok({"searches", "save", "Boffins", "principal boffin"});
    EXPECT_EQ(kithctl.json({"searches", "list"})["searches"][0]["people"], 1);
    kithctl.ok({"aliases", "remove", "principal boffin"});
    EXPECT_EQ(find("principal boffin").first, 0U);
    EXPECT_EQ(kithctl.json({"searches", "list"})["searches"][0]["people"], 0);
}

TEST_F(CliAliases, ThatKithComesWithAreSwitchedOffAndPutBack)
{
    EXPECT_THAT(kithctl.run({"aliases", "remove", "scrum master"}).out, HasSubstr("Switched off"));
    EXPECT_THAT(kithctl.run({"aliases", "list"}).out, HasSubstr("off"));
    EXPECT_THAT(kithctl.run({"aliases", "restore", "agile coach"}).out, HasSubstr("scrum master = agile coach"));
    const test::Outcome none = kithctl.run({"aliases", "remove", "no such name"});
    EXPECT_EQ(none.code, 1);
    EXPECT_THAT(none.err, HasSubstr("There is no other name for that."));
    EXPECT_EQ(kithctl.run({"aliases", "add", "alone"}).code, 1);
    EXPECT_EQ(kithctl.run({"aliases", "add"}).code, 2);
}

TEST_F(CliAliases, OfATaxonomyAreTakenFromItsFilesAndForgotten)
{
    EXPECT_EQ(kithctl.json({"taxonomy", "show"})["names"], 0);
    const std::string file = kithctl.file("skills.csv",
                                          "conceptType,conceptUri,preferredLabel,altLabels\n"
                                          "KnowledgeSkillCompetence,u,Rust,\"oxidation of iron\nrustacean arts\"\n");
    EXPECT_EQ(kithctl.json({"taxonomy", "import", file}), (json{{"titles", 0}, {"skills", 1}, {"names", 3}}));
    EXPECT_EQ(find("skill:\"rustacean arts\"").first, 1U);
    kithctl.ok({"taxonomy", "remove"});
    EXPECT_EQ(find("skill:\"rustacean arts\"").first, 0U);
    const test::Outcome wrong = kithctl.run({"taxonomy", "import", kithctl.file("x.csv", "a,b\n1,2\n")});
    EXPECT_EQ(wrong.code, 1);
    EXPECT_THAT(wrong.err, HasSubstr("x.csv: This is no file of occupations or skills of ESCO"));
    EXPECT_EQ(kithctl.run({"taxonomy", "import", "nowhere.csv"}).code, 1);
}

}  // namespace
}  // namespace kith
