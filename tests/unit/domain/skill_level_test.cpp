#include <kith/domain/skill_level.h>

#include <gtest/gtest.h>

using namespace kith;
using enum SkillLevel;

TEST(SkillLevel, ReadsOurOwnWordsAndCefrCodes)
{
    EXPECT_EQ(levelFromWords("expert", false), Expert);
    EXPECT_EQ(levelFromWords(" Advanced ", false), Advanced);
    EXPECT_EQ(levelFromWords("working", false), Working);
    EXPECT_EQ(levelFromWords("basic", false), Basic);
    EXPECT_EQ(levelFromWords("c1", true), C1);
    EXPECT_EQ(levelFromWords("Fluent (B2)", true), B2);
    EXPECT_EQ(levelFromWords("B1/B2", true), B1);
}

TEST(SkillLevel, ReadsTheFiveWordsOfLinkedIn)
{
    EXPECT_EQ(levelFromWords("Elementary proficiency", true), A2);
    EXPECT_EQ(levelFromWords("Limited working proficiency", true), B1);
    EXPECT_EQ(levelFromWords("Professional working proficiency", true), B2);
    EXPECT_EQ(levelFromWords("Full professional proficiency", true), C1);
    EXPECT_EQ(levelFromWords("Native or bilingual proficiency", true), C2);
}

TEST(SkillLevel, ReadsTheUsualWordsOfResumes)
{
    EXPECT_EQ(levelFromWords("Native speaker", true), C2);
    EXPECT_EQ(levelFromWords("Mother tongue", false), C2);
    EXPECT_EQ(levelFromWords("Fluent", true), C1);
    EXPECT_EQ(levelFromWords("Conversational", true), B1);
    EXPECT_EQ(levelFromWords("Beginner", true), A1);
    EXPECT_EQ(levelFromWords("Master", false), Expert);
    EXPECT_EQ(levelFromWords("Beginner", false), Basic);
}

TEST(SkillLevel, AWordThatFitsBothGoesByLanguage)
{
    EXPECT_EQ(levelFromWords("Intermediate", true), B1);
    EXPECT_EQ(levelFromWords("Intermediate", false), Working);
    EXPECT_EQ(levelFromWords("Upper-intermediate", true), B2);
    EXPECT_EQ(levelFromWords("Advanced", true), C1);
}

TEST(SkillLevel, IsUnstatedWhenNothingFits)
{
    EXPECT_EQ(levelFromWords("", true), Unstated);
    EXPECT_EQ(levelFromWords("some", false), Unstated);
    EXPECT_EQ(levelFromWords("webmaster", false), Unstated);
    EXPECT_EQ(levelFromWords(std::string(300, ' ') + "expert", false), Unstated);
}

TEST(SkillLevel, KnowsWhichLevelsAreOfLanguages)
{
    EXPECT_TRUE(isLanguageLevel(A1));
    EXPECT_TRUE(isLanguageLevel(C2));
    EXPECT_FALSE(isLanguageLevel(Expert));
    EXPECT_FALSE(isLanguageLevel(Unstated));
}
