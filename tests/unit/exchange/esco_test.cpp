#include <kith/exchange/esco.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith::exchange {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<EscoConcept> conceptsIn(std::string_view csv)
{
    auto concepts = readEsco(csv);
    EXPECT_TRUE(concepts) << concepts.error().message;
    return concepts.value_or(std::vector<EscoConcept>{});
}

TEST(Esco, GivesThePreferredNameFirstAndEachOtherOnce)
{
    const auto concepts =
        conceptsIn("\xEF\xBB\xBF"
                   "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,status\r\n"
                   "Occupation,http://x/1,2512,software developer,\"programmer\nSoftware Developer\n\n coder \","
                   "sofware developper,released\r\n");
    ASSERT_EQ(concepts.size(), 1U);
    EXPECT_EQ(concepts[0].kind, AliasKind::Title);
    EXPECT_THAT(concepts[0].names, ElementsAre("software developer", "programmer", "coder"))
        << "what is called hidden is a misspelling";
}

TEST(Esco, TellsSkillsFromOccupationsAndLeavesGroupsOut)
{
    const auto concepts = conceptsIn("preferredLabel,conceptType,altLabels\n"
                                     "Portuguese,KnowledgeSkillCompetence,português | língua portuguesa\n"
                                     "languages,SkillGroup,tongues\n"
                                     "alone,KnowledgeSkillCompetence,\n"
                                     "baker,Occupation,bread maker\n");
    ASSERT_EQ(concepts.size(), 2U);
    EXPECT_EQ(concepts[0].kind, AliasKind::Skill);
    EXPECT_THAT(concepts[0].names, ElementsAre("Portuguese", "português", "língua portuguesa"));
    EXPECT_THAT(concepts[1].names, ElementsAre("baker", "bread maker"));
}

TEST(Esco, RefusesWhatIsNoFileOfItAndReadsATruncatedOneAsFarAsItGoes)
{
    EXPECT_THAT(readEsco("").error().message, HasSubstr("empty"));
    EXPECT_THAT(readEsco("name,email\na,b\n").error().message, HasSubstr("no file of occupations or skills"));
    EXPECT_FALSE(readEsco(std::string_view("\x89PNG\r\n\x1a\n\0\0\0", 11)));
    const auto concepts = conceptsIn("conceptType,preferredLabel,altLabels\n"
                                     "Occupation,baker,bread maker\n"
                                     "Occupation,tailor,\"dress mak");
    EXPECT_EQ(concepts.front().names.front(), "baker");
    EXPECT_EQ(conceptsIn("conceptType,preferredLabel,altLabels\nOccupation,baker\n").size(), 0U);
}

}  // namespace
}  // namespace kith::exchange
