#include <kith/base/names.h>

#include <gtest/gtest.h>

using namespace kith;

TEST(WholeName, PutsTheGivenNameFirst)
{
    EXPECT_EQ(wholeName("Ana", "Ruiz"), "Ana Ruiz");
    EXPECT_EQ(wholeName("Олена", "Коваль"), "Олена Коваль");
}

TEST(WholeName, PutsTheFamilyNameFirstInChineseJapaneseAndKorean)
{
    EXPECT_EQ(wholeName("宏", "田中"), "田中 宏");
    EXPECT_EQ(wholeName("さくら", "高橋"), "高橋 さくら");
    EXPECT_EQ(wholeName("민준", "김"), "김 민준");
    EXPECT_EQ(wholeName("Hiroshi", "Tanaka"), "Hiroshi Tanaka") << "in Latin letters they follow the custom of those";
    EXPECT_EQ(wholeName("Grace", "王"), "Grace 王");
}

TEST(WholeName, TakesEitherAlone)
{
    EXPECT_EQ(wholeName("Ana", ""), "Ana");
    EXPECT_EQ(wholeName("", "田中"), "田中");
    EXPECT_EQ(wholeName("", ""), "");
}
