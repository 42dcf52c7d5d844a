#include <kith/search/parse.h>

#include <gtest/gtest.h>

namespace kith::search {
namespace {

struct Case {
    std::string_view text;
    std::size_t at;
    std::size_t length;
    std::string_view says;  ///< a part of the sentence
    std::string_view query;  ///< what holds all the same
};

}  // namespace

TEST(ParseProblems, AreSaidAtTheirPlaceAndTheRestHolds)
{
    for (const Case& c : std::initializer_list<Case>{
             {"a (b", 2, 1, "not closed", "a b"},
             {"a) b", 1, 1, "closes nothing", "a b"},
             {"a () b", 2, 2, "nothing between", "a b"},
             {"a \"b c", 2, 4, "quotation mark is missing", "a \"b c\""},
             {"or a", 0, 2, "before this “or”", "a"},
             {"a or", 2, 2, "behind this “or”", "a"},
             {"and a", 0, 3, "before this “and”", "a"},
             {"a not", 2, 3, "behind this “not”", "a"},
             {"title:", 0, 6, "missing behind “title:”", ""},
             {"a title: (b)", 2, 6, "missing behind “title:”", "a b"},
             {"band:lukewarm", 5, 8, "cold, cool, warm or hot", ""},
             {"is:manager", 3, 7, "talent, colleague, partner or client", ""},
             {"evidence:hearsay", 9, 7, "self-declared, observed, assessed or certified", ""},
             {"spoken:soon", 7, 4, "60d, 8w, 3m, 1y, or never", ""},
             {"spoken:99999999999999d", 7, 15, "60d", ""},
             {"warmth>warm", 7, 4, "0 to 100", ""},
             {"warmth>101", 7, 3, "0 to 100", ""},
             {"warmth>", 6, 1, "0 to 100", ""},
             {"warmth:40", 7, 2, "warmth>40", ""},
             {"german>=", 6, 2, "A1 to C2", "german"},
             {"salary=low", 7, 3, "A1 to C2", "salary low"},
             {"> 5", 0, 1, "before this comparison", "5"},
             {"a !!", 2, 2, "no letter and no digit", "a"},
         }) {
        const Parsed parsed = parse(c.text);
        ASSERT_EQ(parsed.problems.size(), 1U) << c.text;
        const Problem& problem = parsed.problems.front();
        EXPECT_EQ(problem.at, c.at) << c.text;
        EXPECT_EQ(problem.length, c.length) << c.text;
        EXPECT_NE(problem.sentence.find(c.says), std::string::npos) << c.text << ": " << problem.sentence;
        EXPECT_EQ(toText(parsed.query), c.query) << c.text;
    }
}

TEST(ParseProblems, OperatorsAloneAreExplainedOneByOne)
{
    const Parsed parsed = parse("or and not (");
    EXPECT_TRUE(parsed.query.isEverybody());
    EXPECT_GE(parsed.problems.size(), 3U);
    for (std::size_t i = 1; i < parsed.problems.size(); ++i)
        EXPECT_LE(parsed.problems[i - 1].at, parsed.problems[i].at);
}

TEST(ParseProblems, TenThousandBracketsAreReadWithoutHarm)
{
    const std::string text = std::string(5'000, '(') + "a" + std::string(4'999, ')');
    const Parsed parsed = parse(text);
    EXPECT_FALSE(parsed.problems.empty());
    EXPECT_EQ(toText(parsed.query), "a");
}

TEST(ParseProblems, WhatIsBeyondTheLongestQueryIsLeftOut)
{
    std::string text;
    while (text.size() < kLongestQuery) text += "word ";
    const std::size_t room = kLongestQuery;
    text += "beyond";
    const Parsed parsed = parse(text);
    ASSERT_EQ(parsed.problems.size(), 1U);
    EXPECT_EQ(parsed.problems.front().at, room);
    EXPECT_EQ(parsed.problems.front().length, text.size() - room);
}

TEST(ParseProblems, BytesThatAreNoTextAreReadAsSomethingElse)
{
    const Parsed parsed = parse("a\xff\xfe"
                                "b");
    ASSERT_TRUE(std::holds_alternative<Text>(parsed.query.node));
    EXPECT_EQ(std::get<Text>(parsed.query.node).words,
              "a\xEF\xBF\xBD\xEF\xBF\xBD"
              "b");
}

}  // namespace kith::search
