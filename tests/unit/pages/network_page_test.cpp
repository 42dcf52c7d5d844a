#include "page_fixture.h"

#include <kith/pages/network_table.h>
#include <kith/support/acquaintances.h>
#include <kith/usecases/affiliations.h>
#include <kith/usecases/approach.h>
#include <kith/usecases/log_interaction.h>

namespace kith::ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using State = NetworkPage::State;

class NetworkPageTest : public PageFixture, protected test::Acquaintances {
protected:
    NetworkPageTest() : Acquaintances(files) { QLocale::setDefault(english); }
    ~NetworkPageTest() override { QLocale::setDefault(before); }
    NetworkPageTest(const NetworkPageTest&) = delete;
    NetworkPageTest& operator=(const NetworkPageTest&) = delete;

    int indexOf(const Id& person) const
    {
        const auto& people = page.picture().people;
        return static_cast<int>(std::ranges::find(people, person, &NetworkNode::id) - people.begin());
    }
    std::vector<Id> drawn() const
    {
        std::vector<Id> ids;
        for (const NetworkNode& node : page.picture().people) ids.push_back(node.id);
        return ids;
    }

    QLocale before;
    NetworkDesk network{worker, files.clock, files.zone};
    NetworkPage page{worker, network, files.clock, files.zone};
};

TEST_F(NetworkPageTest, SaysThatNobodyHasATieAndDrawsAsSoonAsSomebodyHas)
{
    page.start();
    EXPECT_EQ(page.state(), State::NoTies);
    knowEachOther();
    EXPECT_EQ(page.state(), State::Drawn);
    // Whoever sits here has no tie; of the others Priya has most to give.
    EXPECT_EQ(page.middle().person, priya);
}

TEST_F(NetworkPageTest, DrawsAroundAPersonAndSaysHowMany)
{
    knowEachOther();
    page.begin({.person = ana});
    EXPECT_EQ(page.middleName(), u"Ana Ruiz"_s);
    EXPECT_EQ(page.sentence(), u"Ana Ruiz · 2 steps · 5 people"_s);
    EXPECT_EQ(page.selected(), 0);
    page.setScope({.steps = 1, .most = 2});
    EXPECT_EQ(page.sentence(), u"Ana Ruiz · 1 step · 2 of 4 people drawn"_s);
    EXPECT_EQ(drawn(), (std::vector{ana, tom}));
    page.setScope({.steps = 9, .most = 100000});
    EXPECT_EQ(page.scope().steps, 3);
    EXPECT_EQ(page.scope().most, static_cast<int>(kMostDrawn));
}

TEST_F(NetworkPageTest, TellsTheBestWayWithItsArithmeticAndTheOthers)
{
    knowEachOther();
    page.begin({.person = ana});
    ASSERT_EQ(page.ways().size(), 2U);
    const NetworkWay& best = page.ways().front();
    EXPECT_EQ(best.arithmetic, u"0.80 × 0.90"_s);
    EXPECT_EQ(best.result, u"0.72"_s);
    ASSERT_EQ(best.steps.size(), 3U);
    EXPECT_EQ(best.steps[1].name, u"Tom Okafor"_s);
    EXPECT_EQ(best.steps[1].detail, u"worked together"_s);
    EXPECT_EQ(page.ways()[1].brief, u"Sam Field"_s);
    EXPECT_EQ(page.ways()[1].result, u"0.30"_s);

    const NetworkEdge* onIt = edgeBetween(page.picture(), indexOf(tom), indexOf(ana));
    const NetworkEdge* besideIt = edgeBetween(page.picture(), indexOf(sam), indexOf(ana));
    ASSERT_TRUE(onIt != nullptr && besideIt != nullptr);
    EXPECT_TRUE(page.onWay(*onIt));
    EXPECT_FALSE(page.onWay(*besideIt));
}

TEST_F(NetworkPageTest, SpeaksOfThePersonAndTheTieByWhichTheyAreDrawn)
{
    knowEachOther();
    page.begin({.person = ana});
    EXPECT_TRUE(page.spoken(0).startsWith(u"Ana Ruiz, "_s));
    EXPECT_TRUE(page.spoken(0).endsWith(u"in the middle"_s));
    const QString said = page.spoken(indexOf(tom));
    EXPECT_TRUE(said.contains(u"Tie with Ana Ruiz: worked together, strength 0.90, last seen today"_s))
        << said.toStdString();
    EXPECT_EQ(page.spoken(99), QString{});
}

TEST_F(NetworkPageTest, GoesBackToWhoeverWasInTheMiddleBefore)
{
    knowEachOther();
    page.begin({.person = ana});
    page.centre(tom);
    page.centre(priya);
    EXPECT_EQ(page.middleName(), u"Priya Nair"_s);
    EXPECT_TRUE(page.back());
    EXPECT_EQ(page.middleName(), u"Tom Okafor"_s);
    EXPECT_TRUE(page.back());
    EXPECT_EQ(page.middleName(), u"Ana Ruiz"_s);
    EXPECT_FALSE(page.back());
    page.centre(tom);
    page.begin({.person = li});
    EXPECT_FALSE(page.back());
}

TEST_F(NetworkPageTest, KeepsTheSelectionWhenTheNetworkChanges)
{
    knowEachOther();
    page.begin({.person = ana});
    page.select(indexOf(sam));
    QSignalSpy changed(&page, &NetworkPage::changed);
    tie(priya, ana, 0.95);
    EXPECT_GE(changed.size(), 1);
    EXPECT_EQ(page.picture().people[static_cast<std::size_t>(page.selected())].id, sam);
    EXPECT_TRUE(page.ways().empty());
    EXPECT_EQ(page.wayHint(), u"A colleague: nobody need introduce us."_s);
}

TEST_F(NetworkPageTest, SaysWhoHoldsSomebodyAloneAndWhomToIntroduce)
{
    knowEachOther();
    tie(priya, sam, 0.9);
    tie(priya, ana, 0.9);
    page.begin({.person = ana});
    EXPECT_TRUE(page.heldSentence().startsWith(u"If Priya Nair leaves, "_s)) << page.heldSentence().toStdString();
    EXPECT_EQ(page.introduceSentence(), u"Introduce Sam Field"_s);
    tie(sam, ana, 0.9);
    EXPECT_TRUE(page.heldSentence().isEmpty());

    std::vector<HolderLine> holders;
    QObject::connect(&page, &NetworkPage::holdersRead, [&](const std::vector<HolderLine>& read) { holders = read; });
    page.readHolders();
    ASSERT_EQ(holders.size(), 1U);
    EXPECT_EQ(holders.front().name, u"Priya Nair"_s);
    EXPECT_EQ(holders.front().sentence, u"holds one person alone"_s);
    ASSERT_EQ(holders.front().people.size(), 1U);
    EXPECT_EQ(holders.front().people.front().name, u"Tom Okafor"_s);
}

TEST_F(NetworkPageTest, RemindsTomorrowToAskForTheIntroduction)
{
    knowEachOther();
    page.begin({.person = ana});
    EXPECT_EQ(page.askTitle(), u"Ask Tom Okafor to introduce Priya Nair"_s);
    QSignalSpy said(&page, &NetworkPage::said);
    page.ask();
    ASSERT_EQ(said.size(), 1);
    const auto detail = files.reader().person(ana, files.clock.now());
    ASSERT_EQ(detail->reminders.size(), 1U);
    EXPECT_EQ(detail->reminders.front().reason, "Ask Tom Okafor to introduce Priya Nair");
    EXPECT_EQ(detail->reminders.front().due, day("2026-11-23"));
    // A way without anybody between us and them needs no introduction.
    page.centre(tom);
    EXPECT_TRUE(page.askTitle().isEmpty());
}

TEST_F(NetworkPageTest, DrawsAroundAnAreaAndFindsWaysFromThere)
{
    knowEachOther();
    ASSERT_TRUE(SetCurrentAffiliation(files.services()).run(sam, {}, {}, "Platform Engineering"));
    std::vector<NetworkGroup> areas;
    QObject::connect(&page, &NetworkPage::areasRead, [&](const auto& read) { areas = read; });
    page.readAreas();
    ASSERT_EQ(areas.size(), 1U);
    page.begin({.person = ana});
    page.centreArea(areas.front().id);
    EXPECT_EQ(page.middleName(), u"Platform Engineering"_s);
    EXPECT_EQ(drawn().front(), sam);
    page.select(indexOf(ana));
    ASSERT_EQ(page.ways().size(), 1U);
    EXPECT_EQ(page.ways().front().steps.front().name, u"Sam Field"_s);
    EXPECT_TRUE(page.back());
    EXPECT_EQ(page.middleName(), u"Ana Ruiz"_s);
}

TEST_F(NetworkPageTest, SaysHowEmbeddedAnAreaIsAndOnWhomItHangs)
{
    knowEachOther();
    for (const Id& each : {sam, ana, li})
        ASSERT_TRUE(SetCurrentAffiliation(files.services()).run(each, {}, {}, "Platform Engineering"));
    page.begin({.person = ana});
    EXPECT_TRUE(page.group().ties.isEmpty());
    page.centreArea(*files.reader().namedRow(Kind::Area, "platform engineering"));
    EXPECT_EQ(page.group().ties, u"3 people, 1 of 3 ties lead outside (33 %)."_s);
    EXPECT_EQ(page.group().index,
              u"E-I index -0.33, from -1 (all ties inside) to 1 (all outside). From the sizes alone it would be 0.50: "
              "they keep to themselves more than that explains."_s);
    EXPECT_EQ(page.group().amongUs,
              u"With only your own people counted outside: 0 of 2 ties (0 %), E-I index -1.00; from the sizes alone it "
              "would be 0.33."_s);
    EXPECT_EQ(page.group().hangs, u"The area hangs on one person, who has more than half of the ties outside:"_s);
    EXPECT_EQ(page.group().bridge, ana);
    EXPECT_EQ(page.group().bridgeName, u"Ana Ruiz"_s);
    EXPECT_EQ(page.group().bridgeFigure, u"1 of 1"_s);
    EXPECT_EQ(page.group().reached, u"2 people are reached through members alone."_s);
    tie(sam, tom, 0.5);
    EXPECT_EQ(page.group().hangs, u"Nobody has more ties outside than:"_s);
    EXPECT_TRUE(page.back());
    EXPECT_TRUE(page.group().ties.isEmpty());
}

TEST_F(NetworkPageTest, ShowsTheWarmthThatCountsNowWhenAskedAgain)
{
    knowEachOther();
    const auto now = files.clock.now();
    ASSERT_TRUE(LogInteraction(files.services()).run({.people = {priya, ana}, .at = now, .text = "About the move"}));
    page.begin({.person = ana});
    const int usual = page.picture().people.front().warmth;
    ASSERT_TRUE(files.services().writer.setSetting(settings::kWarmthWeights, toText(WarmthWeights{0, 0, 0, 0, 100})));
    EXPECT_EQ(page.picture().people.front().warmth, usual);
    page.refresh();
    EXPECT_NE(page.picture().people.front().warmth, usual);
}

TEST_F(NetworkPageTest, SaysOfAnAreaWithoutTiesNothingButThat)
{
    knowEachOther();
    const Id eve = files.addPerson("Eve Orr");
    ASSERT_TRUE(SetCurrentAffiliation(files.services()).run(eve, {}, {}, "Platform Engineering"));
    page.begin({.area = *files.reader().namedRow(Kind::Area, "platform engineering")});
    EXPECT_EQ(page.group().ties, u"1 person, without a tie inside or outside."_s);
    EXPECT_TRUE(page.group().index.isEmpty());
    EXPECT_TRUE(page.group().hangs.isEmpty());
    EXPECT_TRUE(page.group().bridge.isNil());
}

TEST_F(NetworkPageTest, SaysWhomTheMiddleAndWhoeverIsSelectedBothKnow)
{
    knowEachOther();
    page.begin({.person = ana});
    EXPECT_TRUE(page.knownByBoth().people.empty());
    page.select(indexOf(priya));
    ASSERT_EQ(page.knownByBoth().people.size(), 1U);
    const KnownByBothLine& both = page.knownByBoth().people.front();
    EXPECT_EQ(both.id, tom);
    EXPECT_EQ(both.detail, u"0.90 × 0.80"_s);
    EXPECT_EQ(both.figure, u"0.72"_s);
    EXPECT_EQ(both.spoken,
              u"Tom Okafor, strength of the way 0.72: with Ana Ruiz 0.90 (worked together), with Priya Nair 0.80 "
              "(worked together)"_s);
    EXPECT_TRUE(page.knownByBoth().more.isEmpty());
    page.select(indexOf(tom));
    EXPECT_TRUE(page.knownByBoth().people.empty());

    page.select(indexOf(priya));
    ASSERT_TRUE(EditApproach(files.services()).run(tom, {.approach = Approach::OffLimits, .reason = "at a client"}));
    ASSERT_EQ(page.knownByBoth().people.size(), 1U);
    EXPECT_EQ(page.knownByBoth().people.front().detail, u"not to be asked"_s);
    EXPECT_TRUE(page.knownByBoth().people.front().figure.isEmpty());
    for (const Id& each : {sam, li, files.addPerson("Eve Orr")}) {
        tie(each, priya, 0.3);
        tie(each, ana, 0.3);
    }
    EXPECT_EQ(page.knownByBoth().people.size(), 3U);
    EXPECT_EQ(page.knownByBoth().more, u"and 1 more"_s);
}

TEST_F(NetworkPageTest, ChoosesWhoIsDrawnAndPutsAnybodyElseInTheMiddle)
{
    knowEachOther();
    page.begin({.person = ana});
    page.choose(tom);
    EXPECT_EQ(page.selected(), indexOf(tom));
    EXPECT_EQ(page.middle().person, ana);
    page.setScope({.steps = 1});
    page.choose(priya);
    EXPECT_EQ(page.middle().person, priya);
    EXPECT_TRUE(page.back());
    EXPECT_EQ(page.middle().person, ana);
}

TEST_F(NetworkPageTest, LeavesOutTiesThatNothingHasShownSince)
{
    knowEachOther();
    page.begin({.person = ana});
    page.setScope({.sinceYear = page.years().front()});
    EXPECT_EQ(page.sentence(), u"Ana Ruiz · 2 steps · 5 people, ties since 2026"_s);
    page.setScope({.sinceYear = 2027});
    EXPECT_EQ(drawn(), std::vector{ana});
}

TEST_F(NetworkPageTest, SaysThatWhoeverWasInTheMiddleIsNotHereAnyMore)
{
    knowEachOther();
    page.begin({.person = li});
    ASSERT_TRUE(RemovePerson(files.services()).run(li));
    EXPECT_EQ(page.state(), State::Missing);
    EXPECT_EQ(page.selected(), -1);
    EXPECT_FALSE(page.sentence().isEmpty());
    ASSERT_TRUE(files.workspace().undo());
    EXPECT_EQ(page.state(), State::Drawn);
}

TEST_F(NetworkPageTest, SaysTheSameAsATable)
{
    knowEachOther();
    NetworkTable table(page);
    page.begin({.person = ana});
    ASSERT_EQ(table.rowCount(), 5);
    const auto cell = [&](int row, NetworkColumn column) {
        return table.index(row, static_cast<int>(column)).data().toString();
    };
    EXPECT_EQ(cell(0, NetworkColumn::Through), u"in the middle"_s);
    const int row = indexOf(tom);
    EXPECT_EQ(cell(row, NetworkColumn::Name), u"Tom Okafor"_s);
    EXPECT_EQ(cell(row, NetworkColumn::Through), u"Ana Ruiz"_s);
    EXPECT_EQ(cell(row, NetworkColumn::Tie), u"worked together"_s);
    EXPECT_EQ(cell(row, NetworkColumn::Strength), u"0.90"_s);
    EXPECT_EQ(cell(row, NetworkColumn::Seen), u"today"_s);
    EXPECT_TRUE(table.index(row, 0).data(kNetworkOnWayRole).toBool());
    EXPECT_FALSE(table.index(indexOf(sam), 0).data(kNetworkOnWayRole).toBool());
}

}  // namespace
}  // namespace kith::ui
