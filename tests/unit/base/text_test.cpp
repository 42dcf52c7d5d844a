#include <kith/base/text.h>

#include <gtest/gtest.h>

using namespace kith;

TEST(Text, TrimsBlanksNoBreakSpacesAndByteOrderMarks)
{
    EXPECT_EQ(trim("\xEF\xBB\xBF \t Ana\xC2\xA0\r\n"), "Ana");
    EXPECT_EQ(trim(" \n "), "");
}

TEST(Text, ReplacesEveryMalformedSequence)
{
    EXPECT_EQ(toValidUtf8("a\xFFz"), "a\xEF\xBF\xBDz");
    EXPECT_EQ(toValidUtf8("\xE2\x82"), "\xEF\xBF\xBD");
    EXPECT_EQ(toValidUtf8("\xC0\x80"), "\xEF\xBF\xBD\xEF\xBF\xBD");
    EXPECT_EQ(toValidUtf8("\xED\xA0\x80").size(), 9U);
    EXPECT_TRUE(isUtf8("Zoë Олена 山田 😀"));
    EXPECT_FALSE(isUtf8("\xF5\x80\x80\x80"));
}

TEST(Text, ReplacesAMalformedByteWhereverItStands)
{
    for (std::size_t before = 0; before < 20; ++before)
        for (std::size_t after = 0; after < 20; ++after) {
            const std::string left = std::string(before, 'a') + "ë";
            const std::string right(after, 'z');
            EXPECT_FALSE(isUtf8(left + "\xFF" + right));
            EXPECT_EQ(toValidUtf8(left + "\xFF" + right), left + "\xEF\xBF\xBD" + right);
            EXPECT_TRUE(isUtf8(left + right));
            EXPECT_EQ(toValidUtf8(left + right), left + right);
        }
}

TEST(Text, HasOneBlankBetweenTwoWordsWhateverStoodThere)
{
    EXPECT_EQ(collapseSpace("Zoë King"), "Zoë King");
    EXPECT_EQ(collapseSpace("Zoë  King"), "Zoë King");
    EXPECT_EQ(collapseSpace("Zoë\tKing"), "Zoë King");
    EXPECT_EQ(collapseSpace(" Zoë \r\n King\n"), "Zoë King");
    EXPECT_EQ(collapseSpace(" \t "), "");
}

TEST(Text, CutsBetweenCodePoints)
{
    EXPECT_EQ(prefixUtf8("Zoë", 3), "Zo");
    EXPECT_EQ(prefixUtf8("Zoë", 4), "Zoë");
}

TEST(Text, SplitsKeepingEmptyParts)
{
    EXPECT_EQ(split("a;;b", ';'), (std::vector<std::string_view>{"a", "", "b"}));
    EXPECT_EQ(split("", ';'), (std::vector<std::string_view>{""}));
}
