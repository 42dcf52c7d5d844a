// The demo workspace as its first visitor finds it, in a real file.

#include <kith/support/temp_workspace.h>
#include <kith/usecases/demo.h>

#include <gmock/gmock.h>
#include <map>

namespace kith::test {
namespace {

using testing::Ge;
using testing::IsEmpty;

class DemoWorkspace : public testing::Test {
protected:
    void SetUp() override
    {
        auto made = MakeDemo(temp.services()).run({.people = 250, .seed = 1});
        ASSERT_TRUE(made) << made.error().message;
        summary = *made;
    }

    TempWorkspace temp;
    DemoSummary summary;
};

TEST_F(DemoWorkspace, IsASoundFile)
{
    EXPECT_THAT(temp.workspace().check(), IsEmpty());
    EXPECT_EQ(temp.reader().countPeople(), 250U);
    EXPECT_EQ(temp.reader().setting(settings::kMe), summary.me.toString());
}

TEST_F(DemoWorkspace, ShowsEightConversationsTodayWithTheirLastWords)
{
    const Date today = temp.zone.dateOf(temp.clock.now());
    const auto due = temp.reader().agenda({}, today, summary.me, temp.clock.now(), 100);
    EXPECT_EQ(due.size(), 8U);
    std::vector<std::string> lastWords;
    for (const auto& item : due) {
        EXPECT_FALSE(item.person.organisation.empty());
        lastWords.push_back(item.lastWords);
    }
    EXPECT_THAT(lastWords,
                testing::IsSupersetOf({
                    "Ready to talk seriously after the bonus round. Likes the housing programme.",
                    "Would love to hear how the platform team is set up.",
                    "Straight question about pay, straight answer promised in writing.",
                    "Thanks, the talk was exactly what I needed. How would relocation work?",
                }));
}

TEST_F(DemoWorkspace, ShowsPeopleOfEveryBandAndManyHolders)
{
    const Instant now = temp.clock.now();
    const auto rows = temp.reader().listPeople({.facets = {static_cast<std::uint8_t>(Facet::Talent)}}, now, nullptr);
    ASSERT_TRUE(rows);
    std::map<Band, std::size_t> bands;
    std::map<std::string, std::size_t> holders;
    for (const auto& card : temp.reader().cards(*rows, now)) {
        ++bands[card.band];
        ++holders[card.heldBy];
        EXPECT_FALSE(card.title.empty());
        EXPECT_FALSE(card.organisation.empty());
        EXPECT_FALSE(card.city.empty());
    }
    EXPECT_THAT(bands[Band::Hot], Ge(8U));
    EXPECT_THAT(bands[Band::Warm], Ge(30U));
    EXPECT_THAT(bands[Band::Cool], Ge(40U));
    EXPECT_THAT(bands[Band::Cold], Ge(40U));
    EXPECT_THAT(holders.size(), Ge(8U));
}

TEST_F(DemoWorkspace, IsNotMadeTwice)
{
    const auto again = MakeDemo(temp.services()).run({.people = 10, .seed = 2});
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, ErrorCode::BadInput);
    EXPECT_EQ(temp.reader().countPeople(), 250U);
}

}  // namespace
}  // namespace kith::test
