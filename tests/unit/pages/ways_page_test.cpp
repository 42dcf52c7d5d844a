#include "page_fixture.h"

#include <kith/pages/ways_page.h>
#include <kith/support/acquaintances.h>

namespace kith::ui {
namespace {

using State = WaysPage::State;

class WaysPageTest : public PageFixture {
protected:
    Id add(const std::string& name, Facet facet) { return files.addPerson(name, facet); }
    void tie(const Id& a, const Id& b, double strength) { test::addTie(files.services(), a, b, strength); }

    Id mira = add("Mira Falk", Facet::Colleague);
    Id ben = add("Ben Ode", Facet::Talent);
    Id ana = add("Ana Ruiz", Facet::Talent);
    NetworkDesk network{worker, files.clock, files.zone};
    WaysPage page{worker, network, files.clock, files.zone};
};

TEST_F(WaysPageTest, NamesTheColleagueTheMiddlemanAndTheArithmetic)
{
    tie(mira, ben, 0.5);
    tie(ben, ana, 0.8);
    page.show(ana);
    ASSERT_EQ(page.state(), State::Ways);
    ASSERT_EQ(page.lines().size(), 1U);
    const WayLine& way = page.lines().front();
    EXPECT_EQ(way.id, mira);
    EXPECT_EQ(way.start, QStringLiteral("Mira Falk"));
    EXPECT_TRUE(way.through.contains(QStringLiteral("Ben Ode")));
    EXPECT_EQ(way.strength, english.toString(0.4, 'f', 2));
    EXPECT_TRUE(way.arithmetic.contains(english.toString(0.5, 'f', 2)));
    EXPECT_TRUE(way.arithmetic.contains(QStringLiteral("worked-with")));
}

TEST_F(WaysPageTest, FollowsWhatChanges)
{
    QSignalSpy changed(&page, &WaysPage::changed);
    page.show(ana);
    EXPECT_EQ(page.state(), State::None);
    tie(mira, ana, 0.6);
    EXPECT_EQ(page.state(), State::Ways);
    EXPECT_GE(changed.size(), 2);
    ASSERT_TRUE(files.workspace().undo());
    EXPECT_EQ(page.state(), State::None);
}

TEST_F(WaysPageTest, SaysNothingOfColleaguesAndOfNobody)
{
    tie(mira, ana, 0.6);
    page.show(mira);
    EXPECT_EQ(page.state(), State::Nobody);
    page.show(ana);
    EXPECT_EQ(page.state(), State::Ways);
    page.show(std::nullopt);
    EXPECT_EQ(page.state(), State::Nobody);
    EXPECT_TRUE(page.lines().empty());
}

}  // namespace
}  // namespace kith::ui
