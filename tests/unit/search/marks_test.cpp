#include <kith/search/marks.h>
#include <kith/search/parse.h>

#include <gmock/gmock.h>

namespace kith::search {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<Mark> marksOf(std::string_view text)
{
    return search::marksOf(parse(text).query);
}

TEST(Marks, AreWhatIsAskedForInItsField)
{
    EXPECT_THAT(marksOf("Müll title:\"Platform Engineer\" city:leeds"),
                ElementsAre(Mark{Field::Anywhere, {"mull"}, false}, Mark{Field::Title, {"platform", "engineer"}, true},
                            Mark{Field::City, {"leeds"}, false}));
    EXPECT_THAT(marksOf("ana or (zoe ana)"),
                ElementsAre(Mark{Field::Anywhere, {"ana"}, false}, Mark{Field::Anywhere, {"zoe"}, false}))
        << "each once";
}

TEST(Marks, AreNotWhatIsExcludedOrNotInAList)
{
    EXPECT_THAT(marksOf("not leeds -ana german>=B2 warmth>40 band:warm spoken:60d is:talent"), IsEmpty());
}

TEST(Marks, AreTheNamesThatStoodForWhatWasTyped)
{
    const std::vector<Notice> notices{
        {Notice::What::Typo, "mueler", {"Müller"}, {"muller"}, 1},
        {Notice::What::Alias, "project manager", {"Programme delivery manager"}, {"programme delivery manager"}, 2}};
    EXPECT_THAT(search::marksOf(parse("\"project manager\"").query, notices),
                ElementsAre(Mark{Field::Anywhere, {"project", "manager"}, true}, Mark{Field::Name, {"muller"}, true},
                            Mark{Field::Title, {"programme", "delivery", "manager"}, true}));
}

TEST(AsksForWords, OnlyWhereSomeAnswersAreBetterThanOthers)
{
    for (const char* text : {"ana", "\"ana ruiz\"", "name:ana", "city:leeds ana", "(ana or zoe) is:talent"})
        EXPECT_TRUE(asksForWords(parse(text).query)) << text;
    for (const char* text : {"", "not ana", "city:leeds", "german>=B2", "warmth>40 band:warm"})
        EXPECT_FALSE(asksForWords(parse(text).query)) << text;
}

}  // namespace
}  // namespace kith::search
