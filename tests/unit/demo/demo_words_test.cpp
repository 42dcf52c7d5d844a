#include <kith/base/text.h>
#include <kith/usecases/demo/names.h>
#include <kith/usecases/demo/phrases.h>
#include <kith/usecases/demo/work.h>

#include <algorithm>
#include <gmock/gmock.h>
#include <set>

namespace kith::demo {
namespace {

TEST(DemoWords, EveryOrganisationHasANameOfItsOwn)
{
    std::set<std::string> names;
    std::set<std::string> domains;
    for (std::size_t i = 0; i < organisationLimit(); ++i) {
        const std::string name = organisationName(i);
        EXPECT_TRUE(names.insert(name).second) << name;
        EXPECT_TRUE(domains.insert(domainOf(name)).second) << name;
    }
}

TEST(DemoWords, NumbersAreGivenOutOnceAndThenNoMore)
{
    std::set<std::string> mobiles;
    std::size_t index = 0;
    for (; !mobileNumber(index).empty(); ++index) EXPECT_TRUE(mobiles.insert(mobileNumber(index)).second) << index;
    EXPECT_EQ(index, 2600U);
    EXPECT_TRUE(mobileNumber(1'000'000).empty());
    std::set<std::string> landlines;
    for (index = 0; index < 1000; ++index) landlines.insert(landlineNumber(cities()[0], index));
    EXPECT_EQ(landlines.size(), 1000U);
    EXPECT_EQ(landlineNumber(cities()[0], 1000), "");
}

TEST(DemoWords, EveryPartOfANameIsUtf8AndHasPlainLetters)
{
    for (const auto cultures : {europeanCultures(), worldCultures(), scriptCultures()})
        for (const auto& culture : cultures)
            for (const auto parts : {culture.given, culture.family})
                for (const auto& part : parts) {
                    EXPECT_TRUE(isUtf8(part.text)) << part.text;
                    EXPECT_TRUE(std::ranges::all_of(part.plain(), [](char c) { return c >= ' ' && c <= '~'; }))
                        << part.text;
                }
}

TEST(DemoWords, AFieldOffersDifferentSkillsAndAnAreaThatExists)
{
    for (const auto& field : fields()) {
        EXPECT_LT(field.area, areas().size());
        const std::set<std::string_view> skills(field.skills.begin(), field.skills.end());
        EXPECT_EQ(skills.size(), field.skills.size()) << field.name;
        EXPECT_GE(skills.size(), 8U) << field.name;
    }
}

TEST(DemoWords, FillsEveryGap)
{
    Dice dice(1, 1);
    const Gaps gaps{
        .skill = "S", .otherSkill = "O", .organisation = "G", .city = "C", .area = "A", .field = "F", .colleague = "K"};
    EXPECT_EQ(fillGaps(dice, "{skill}{other} {org}, {city}; {area} {field} {colleague}.", gaps), "SO G, C; A F K.");
    EXPECT_EQ(fillGaps(dice, "no gap", gaps), "no gap");
    EXPECT_EQ(fillGaps(dice, "", gaps), "");
}

}  // namespace
}  // namespace kith::demo
