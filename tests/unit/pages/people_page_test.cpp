#include "people_fixture.h"

#include <kith/usecases/affiliations.h>
#include <kith/usecases/history.h>

namespace kith::ui {
namespace {

using namespace Qt::Literals::StringLiterals;

TEST_F(PeoplePageTest, ListsEverybodyByNameAndCounts)
{
    PeoplePage page(worker, files.clock, files.zone);
    page.load();

    EXPECT_EQ(names(page), (QStringList{u"Ana Ruiz"_s, u"Kwame Mensah"_s, u"Priya Nair"_s, u"Zoë Müller"_s}));
    EXPECT_EQ(page.countShown(), u"4"_s);
    EXPECT_EQ(page.countRest(), QString{});
}

TEST_F(PeoplePageTest, CountsWhoIsLeftWhileAFilterIsTyped)
{
    PeoplePage page(worker, files.clock, files.zone);
    page.load();

    page.setFilterText(u"eng"_s);

    EXPECT_EQ(names(page), (QStringList{u"Ana Ruiz"_s, u"Kwame Mensah"_s}));
    EXPECT_EQ(page.countShown(), u"2"_s);
    EXPECT_EQ(page.countRest(), u"of 4"_s);
}

TEST_F(SearchingPeoplePageTest, KeepsTheListUntilSearchCanAnswer)
{
    page.setFilterText(u"eng"_s);
    EXPECT_EQ(names(page), (QStringList{u"Ana Ruiz"_s, u"Kwame Mensah"_s})) << "words need no index";
    EXPECT_EQ(page.hint(), QString{});

    page.setFilterText(u"title:eng not city:york"_s);
    EXPECT_EQ(names(page), (QStringList{u"Ana Ruiz"_s, u"Kwame Mensah"_s}));
    EXPECT_EQ(page.hint(), u"Search is being prepared; the list follows as soon as it is ready."_s);

    feeder.start();
    EXPECT_EQ(names(page), QStringList{u"Ana Ruiz"_s});
    EXPECT_EQ(page.countShown(), u"1"_s);
    EXPECT_EQ(page.countRest(), u"of 4"_s);
    EXPECT_EQ(page.hint(), QString{});
}

TEST_F(SearchingPeoplePageTest, SaysBelowTheLineWhatItDidAndWhatItDidNotUnderstand)
{
    feeder.start();
    QSignalSpy problems(&page, &PeoplePage::problem);
    page.setFilterText(u"city:leeds ("_s);
    EXPECT_EQ(page.hint(), u"At letter 12: This bracket is not closed."_s);
    EXPECT_EQ(names(page), (QStringList{u"Ana Ruiz"_s, u"Zoë Müller"_s}));
    page.setFilterText(u"zoë title:"_s);
    EXPECT_EQ(page.hint(), u"At letter 5: Something is missing behind “title:”."_s);
    EXPECT_EQ(names(page), QStringList{u"Zoë Müller"_s});
    page.setFilterText(u"title:"_s);
    EXPECT_EQ(page.shown(), 4U);

    page.setFilterText(u"Mueler"_s);
    EXPECT_EQ(names(page), QStringList{u"Zoë Müller"_s});
    EXPECT_EQ(page.hint(), u"Nobody has “mueler”; shown for it: Müller."_s);
    page.setFilterText(u"\"staff engineer\""_s);
    EXPECT_EQ(names(page), (QStringList{u"Kwame Mensah"_s, u"Zoë Müller"_s}));
    EXPECT_EQ(page.hint(), u"1 of them only for other names of “staff engineer”: Head of data."_s);
    EXPECT_EQ(problems.count(), 0);
}

TEST_F(SearchingPeoplePageTest, FollowsWhatChanges)
{
    feeder.start();
    page.setFilterText(u"city:york"_s);
    EXPECT_EQ(names(page), QStringList{u"Kwame Mensah"_s});
    add("Ines Costa", "Analyst", "City Council", "York");
    EXPECT_EQ(names(page), (QStringList{u"Ines Costa"_s, u"Kwame Mensah"_s}));
    page.setOrder(PeopleOrder::Name, true);
    EXPECT_EQ(names(page), (QStringList{u"Kwame Mensah"_s, u"Ines Costa"_s}));
    page.setFacet(Facet::Partner, true);
    EXPECT_EQ(names(page), QStringList{u"Kwame Mensah"_s});
}

TEST_F(PeoplePageTest, AnswersOnlyTheLastOfSeveralKeyPresses)
{
    SlowReads slow(worker);
    PeoplePage page(slow, files.clock, files.zone);
    page.load();
    slow.runAll();
    QSignalSpy resets(&page.table(), &QAbstractItemModel::modelReset);

    page.setFilterText(u"e"_s);
    page.setFilterText(u"en"_s);
    page.setFilterText(u"eng"_s);
    EXPECT_TRUE(page.listing());
    slow.runAll();

    EXPECT_FALSE(page.listing());
    EXPECT_EQ(resets.count(), 1);
    EXPECT_EQ(page.shown(), 2u);
}

TEST_F(PeoplePageTest, AsksNothingNewForABlank)
{
    SlowReads slow(worker);
    PeoplePage page(slow, files.clock, files.zone);
    page.setFilterText(u"eng"_s);
    slow.runAll();

    page.setFilterText(u"eng "_s);

    EXPECT_EQ(slow.waiting(), 0u);
}

TEST_F(PeoplePageTest, SurvivesAnAnswerThatComesAfterThePageHasGone)
{
    SlowReads slow(worker);
    {
        PeoplePage page(slow, files.clock, files.zone);
        page.load();
    }
    slow.runAll();
    EXPECT_EQ(slow.waiting(), 0u);
}

TEST_F(PeoplePageTest, ListsWhoeverHasAnyOfTheFacets)
{
    PeoplePage page(worker, files.clock, files.zone);
    page.load();

    page.setFacet(Facet::Partner, true);
    EXPECT_EQ(names(page), QStringList{u"Kwame Mensah"_s});
    page.setFacet(Facet::Colleague, true);
    EXPECT_EQ(names(page), (QStringList{u"Kwame Mensah"_s, u"Priya Nair"_s}));
    page.setFacet(Facet::Partner, false);
    page.setFacet(Facet::Colleague, false);
    EXPECT_EQ(page.shown(), 4u);
}

TEST_F(PeoplePageTest, OrdersByTheHeaderPressed)
{
    PeoplePage page(worker, files.clock, files.zone);
    page.load();
    page.setFilterText(u"e"_s);

    page.table().sort(static_cast<int>(PeopleColumn::Name), Qt::DescendingOrder);

    EXPECT_TRUE(page.descending());
    EXPECT_EQ(names(page), (QStringList{u"Kwame Mensah"_s, u"Ana Ruiz"_s}));
}

TEST_F(PeoplePageTest, KeepsThePersonSelectedWhenTheOrderChanges)
{
    PeoplePage page(worker, files.clock, files.zone);
    page.load();
    page.selectRow(1);
    ASSERT_EQ(page.selected(), kwame);

    page.setOrder(PeopleOrder::Name, true);

    EXPECT_EQ(page.selected(), kwame);
    EXPECT_EQ(page.selectedRow(), 2);
}

TEST_F(PeoplePageTest, SelectsTheFirstWhenTheFilterLeavesTheSelectedOut)
{
    PeoplePage page(worker, files.clock, files.zone);
    page.load();
    page.selectRow(0);

    page.setFilterText(u"data"_s);

    EXPECT_EQ(page.selected(), zoe);
    page.setFilterText(u"nobody at all"_s);
    EXPECT_EQ(page.selected(), std::nullopt);
}

TEST_F(PeoplePageTest, ShowsAChangeOfSomebodyElseAtOnce)
{
    PeoplePage page(worker, files.clock, files.zone);
    page.load();

    worker.run<ChangeSet>(
        [this](Services& services) { return EditPersonField(services).run(ana, person::city, std::string("Hull")); },
        [](Result<ChangeSet> done) { EXPECT_TRUE(done); });

    EXPECT_EQ(cell(page, 0, PeopleColumn::City), u"Hull"_s);
}

TEST_F(PeoplePageTest, TellsWhoHoldsThePersonAndHowLongAgo)
{
    speak(ana, "2026-09-29T10:00:00Z", "Open to the data lead role");
    PeoplePage page(worker, files.clock, files.zone);
    page.load();

    EXPECT_EQ(cell(page, 0, PeopleColumn::HeldBy), u"you"_s);
    EXPECT_EQ(cell(page, 0, PeopleColumn::Last), u"54 d"_s);
    EXPECT_EQ(cell(page, 1, PeopleColumn::HeldBy), u"nobody yet"_s);
    EXPECT_EQ(cell(page, 1, PeopleColumn::Last), u"never"_s);
    const auto warmth = page.table().index(1, static_cast<int>(PeopleColumn::Warmth));
    EXPECT_EQ(warmth.data(kBandRole).toInt(), static_cast<int>(Band::Cold));
    EXPECT_EQ(warmth.data(Qt::AccessibleTextRole).toString(), u"Cold, warmth 0 of 100"_s);
}

TEST_F(PeoplePageTest, ShowsAManagerOnlyTheirOwnPeople)
{
    speak(zoe, "2026-11-01T10:00:00Z", "Coffee");
    PeoplePage page(worker, files.clock, files.zone);
    page.setRestricted(true);

    EXPECT_EQ(page.heading(), u"My people"_s);
    EXPECT_TRUE(names(page).contains(u"Zoë Müller"_s));
    EXPECT_FALSE(names(page).contains(u"Ana Ruiz"_s));
    EXPECT_EQ(page.countRest(), QString{});
}

TEST_F(PeoplePageTest, AsksWhoSitsHereBeforeItShowsMyPeople)
{
    EXPECT_TRUE(files.services().writer.setSetting(settings::kMe, ""));
    PeoplePage page(worker, files.clock, files.zone);
    page.setRestricted(true);

    EXPECT_TRUE(page.needsMe());
    EXPECT_EQ(page.shown(), 0u);
}

TEST_F(PeoplePageTest, AddsAPersonAndLooksAtThem)
{
    PeoplePage page(worker, files.clock, files.zone);
    page.load();
    page.setFilterText(u"ana"_s);
    QSignalSpy added(&page, &PeoplePage::added);

    page.addPerson({.name = "Wei Zhang", .city = "Sheffield"});

    ASSERT_EQ(added.count(), 1);
    EXPECT_EQ(page.selected(), added.front().front().value<Id>());
    EXPECT_EQ(page.total(), 5u);
    EXPECT_EQ(page.shown(), 1u);
}

TEST_F(PeoplePageTest, SaysWhyAPersonWasNotAdded)
{
    PeoplePage page(worker, files.clock, files.zone);
    page.load();
    QSignalSpy problem(&page, &PeoplePage::problem);

    page.addPerson({.name = "  "});

    ASSERT_EQ(problem.count(), 1);
    EXPECT_TRUE(problem.front().front().toString().startsWith(u"The person was not added"_s));
}

TEST(PeopleTable, MarksTheWordsThatTheFilterFound)
{
    const std::vector<search::Mark> marks{{.words = {"mull", "data"}}};

    EXPECT_EQ(matchesIn(u"Zoë Müller"_s, marks), (std::vector<std::pair<int, int>>{{4, 6}}));
    EXPECT_EQ(matchesIn(u"Head of data-lake"_s, marks), (std::vector<std::pair<int, int>>{{8, 4}}));
    EXPECT_TRUE(matchesIn(u"Update"_s, marks).empty());
}

TEST(PeopleTable, MarksQuotedWordsOnlyWholeAndSideBySide)
{
    const std::vector<search::Mark> marks{{.words = {"head", "of"}, .phrase = true}};

    EXPECT_EQ(matchesIn(u"Head of data, of course"_s, marks), (std::vector<std::pair<int, int>>{{0, 4}, {5, 2}}));
    EXPECT_TRUE(matchesIn(u"Headteacher of head"_s, marks).empty());
}

TEST(PeopleTable, MarksWhatIsAskedOfAFieldInItsColumn)
{
    const std::vector<search::Mark> marks{{search::Field::City, {"york"}, false}, {.words = {"ana"}}};

    EXPECT_EQ(marksFor(PeopleColumn::City, marks), marks);
    EXPECT_EQ(marksFor(PeopleColumn::Name, marks), (std::vector<search::Mark>{marks[1]}));
}

}  // namespace
}  // namespace kith::ui
