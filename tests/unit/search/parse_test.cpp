#include <kith/search/parse.h>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kith::search {
namespace {

/// Without any problem.
Query read(std::string_view text)
{
    const Parsed parsed = parse(text);
    EXPECT_TRUE(parsed.problems.empty()) << text << ": " << parsed.problems.front().sentence;
    return parsed.query;
}

Query word(std::string words, Field field = Field::Anywhere)
{
    return {Text{.field = field, .words = std::move(words)}};
}
Query phrase(std::string words, Field field = Field::Anywhere)
{
    return {Text{.field = field, .words = std::move(words), .phrase = true}};
}
Query skillAt(std::string skill, Compare compare, SkillLevel level, std::optional<Evidence> evidence = {})
{
    return {SkillAt{.skill = std::move(skill), .compare = compare, .level = level, .evidence = evidence}};
}
Query all(std::vector<Query> of)
{
    return {All{std::move(of)}};
}
Query any(std::vector<Query> of)
{
    return {Any{std::move(of)}};
}
Query no(Query what)
{
    return {Not{{std::move(what)}}};
}

}  // namespace

TEST(Parse, FindsEverybodyForNothing)
{
    EXPECT_TRUE(read("").isEverybody());
    EXPECT_TRUE(read(" \t\n").isEverybody());
}

TEST(Parse, TakesWordsSideBySideAsAllOfThem)
{
    EXPECT_EQ(read("platform leeds"), all({word("platform"), word("leeds")}));
    EXPECT_EQ(read("platform and leeds"), read("platform leeds"));
}

TEST(Parse, KeepsAQuotedTextTogether)
{
    EXPECT_EQ(read("\"project manager\""), phrase("project manager"));
    EXPECT_EQ(read(R"("say \"hello\" \\ twice")"), phrase(R"(say "hello" \ twice)"));
}

TEST(Parse, BindsOrWeakerThanStandingSideBySide)
{
    EXPECT_EQ(read("a b or c"), any({all({word("a"), word("b")}), word("c")}));
    EXPECT_EQ(read("a (b OR c)"), all({word("a"), any({word("b"), word("c")})}));
}

TEST(Parse, TurnsWhatStandsBehindNotOrAMinus)
{
    EXPECT_EQ(read("not a"), no(word("a")));
    EXPECT_EQ(read("-a b"), all({no(word("a")), word("b")}));
    EXPECT_EQ(read("not (a or b)"), no(any({word("a"), word("b")})));
    EXPECT_EQ(read("not not a"), word("a"));
}

TEST(Parse, KeepsAHyphenWithinAWord)
{
    EXPECT_EQ(read("front-end"), word("front-end"));
    EXPECT_EQ(read("note:-5"), word("-5", Field::Note));
}

TEST(Parse, KnowsFieldsInEitherCase)
{
    EXPECT_EQ(read("title:engineer"), word("engineer", Field::Title));
    EXPECT_EQ(read("ORG:\"Northmoor Council\""), phrase("Northmoor Council", Field::Organisation));
    EXPECT_EQ(read("area: housing"), word("housing", Field::Area));
    EXPECT_EQ(read("title:or"), word("or", Field::Title));
    EXPECT_EQ(read("note:area:-5"), word("area:-5", Field::Note));
}

TEST(Parse, LeavesAColonInAWordThatIsNoField)
{
    EXPECT_EQ(read("https://people.example/ana"), word("https://people.example/ana"));
    EXPECT_EQ(read(":title"), word(":title"));
}

TEST(Parse, ComparesASkillWithALevel)
{
    EXPECT_EQ(read("german>=B2"), skillAt("german", Compare::AtLeast, SkillLevel::B2));
    EXPECT_EQ(read("rust >= Advanced"), skillAt("rust", Compare::AtLeast, SkillLevel::Advanced));
    EXPECT_EQ(read("c++>basic"), skillAt("c++", Compare::More, SkillLevel::Basic));
    EXPECT_EQ(read("\"project management\"=expert"), skillAt("project management", Compare::Equal, SkillLevel::Expert));
    EXPECT_EQ(read("french<C1"), skillAt("french", Compare::Less, SkillLevel::C1));
    EXPECT_EQ(read("french<=c1"), skillAt("french", Compare::AtMost, SkillLevel::C1));
}

TEST(Parse, GivesEvidenceToTheSkillsBesideIt)
{
    using enum Evidence;
    const Query german = skillAt("german", Compare::AtLeast, SkillLevel::B2, Certified);
    EXPECT_EQ(read("german>=B2 evidence:certified"), german);
    EXPECT_EQ(read("evidence:certified german>=B2 leeds"), all({german, word("leeds")}));
    EXPECT_EQ(read("skill:german evidence:certified"), (Query{SkillAt{.skill = "german", .evidence = Certified}}));
    EXPECT_EQ(read("leeds evidence:certified"), all({word("leeds"), {SkillAt{.evidence = Certified}}}));
    EXPECT_EQ(read("(german>=B2 evidence:certified) rust>=basic"),
              all({german, skillAt("rust", Compare::AtLeast, SkillLevel::Basic)}));
}

TEST(Parse, ReadsWarmthBandsFacetsAndIdleTime)
{
    EXPECT_EQ(read("warmth>40"), (Query{WarmthIs{Compare::More, 40}}));
    EXPECT_EQ(read("band:Warm"), Query{BandIs{Band::Warm}});
    EXPECT_EQ(read("is:colleague"), Query{FacetIs{Facet::Colleague}});
    EXPECT_EQ(read("not spoken:60d"), no({Spoken{std::chrono::days{60}}}));
    EXPECT_EQ(read("spoken:8w"), Query{Spoken{std::chrono::days{56}}});
    EXPECT_EQ(read("spoken:3m"), Query{Spoken{std::chrono::days{90}}});
    EXPECT_EQ(read("spoken:1Y"), Query{Spoken{std::chrono::days{365}}});
    EXPECT_EQ(read("spoken:never"), Query{Spoken{}});
}

TEST(Parse, ReadsTheWholeOfAnExample)
{
    EXPECT_EQ(read("german>=B2 \"project manager\" area:housing not spoken:60d"),
              all({skillAt("german", Compare::AtLeast, SkillLevel::B2), phrase("project manager"),
                   word("housing", Field::Area), no({Spoken{std::chrono::days{60}}})}));
}

TEST(Query, IsWrittenAsSomebodyWouldTypeIt)
{
    for (const std::string_view text :
         {"platform leeds", "\"project manager\"", "a b or c", "a (b or c)", "not (a b)", "title:engineer",
          "org:\"Northmoor Council\"", "german>=B2", "\"project management\">=advanced", "warmth<=20", "band:hot",
          "is:talent", "spoken:60d", "spoken:never", "(german>=B2 evidence:certified) rust>=basic",
          "german>=B2 evidence:certified", "skill:rust", "\"warmth\">=basic"})
        EXPECT_EQ(toText(read(text)), text);
}

/// Pieces of the language and of its mistakes in any order.
RC_GTEST_PROP(Query, ComesBackAsTheSameWhenItIsWrittenAndReadAgain, ())
{
    static const std::vector<std::string> pieces{"a",
                                                 "platform",
                                                 "\"two words\"",
                                                 "\"",
                                                 "(",
                                                 ")",
                                                 "or",
                                                 "and",
                                                 "not",
                                                 "-",
                                                 "title:",
                                                 "org:",
                                                 "skill:",
                                                 "german>=B2",
                                                 ">=",
                                                 "=",
                                                 "B2",
                                                 "warmth",
                                                 ">40",
                                                 "warmth>40",
                                                 "band:warm",
                                                 "band:",
                                                 "is:talent",
                                                 "evidence:certified",
                                                 "evidence:observed",
                                                 "spoken:8w",
                                                 "spoken:x",
                                                 "c++",
                                                 "https://x",
                                                 ":",
                                                 "-5",
                                                 "\\",
                                                 "\"or\"",
                                                 "Zoë",
                                                 "\xff",
                                                 "!!",
                                                 "or=x",
                                                 "\"warmth\"",
                                                 "warmth=B2",
                                                 "name:",
                                                 "\"-a\"",
                                                 "x=",
                                                 "--y"};
    const auto chosen = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces));
    const auto blanks = *rc::gen::container<std::vector<bool>>(chosen.size(), rc::gen::arbitrary<bool>());
    std::string text;
    for (std::size_t i = 0; i < chosen.size(); ++i) text += chosen[i] + (blanks[i] ? " " : "");
    const Parsed parsed = parse(text);
    for (const Problem& problem : parsed.problems) RC_ASSERT(problem.at + problem.length <= text.size());
    const std::string written = toText(parsed.query);
    const Parsed again = parse(written);
    if (!again.problems.empty()) RC_FAIL(written + ": " + again.problems.front().sentence);
    RC_LOG() << text << " -> " << written << " -> " << toText(again.query) << '\n';
    RC_ASSERT(again.query == parsed.query);
}

}  // namespace kith::search
