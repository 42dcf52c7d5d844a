#include "people_fixture.h"

#include <kith/pages/people_facets.h>
#include <kith/pages/query_completion.h>
#include <kith/pages/quick_find_page.h>
#include <kith/usecases/saved_searches.h>

namespace kith::ui {
namespace {

using namespace Qt::Literals::StringLiterals;

TEST_F(SearchingPeoplePageTest, PutsTheBestMatchFirstWhileWordsAreAskedFor)
{
    add("Aaron Zoe", "Head of data", "Leeds Ana Trust", "Leeds");
    feeder.start();
    EXPECT_FALSE(page.canOrderByMatch());
    page.setFilterText(u"ana"_s);

    EXPECT_TRUE(page.byMatch());
    EXPECT_EQ(names(page), (QStringList{u"Ana Ruiz"_s, u"Aaron Zoe"_s})) << "whose name it is, before whose employer's";
    page.setOrder(PeopleOrder::Name, false);
    EXPECT_FALSE(page.byMatch());
    EXPECT_EQ(names(page), (QStringList{u"Aaron Zoe"_s, u"Ana Ruiz"_s}));
    page.orderByMatch();
    EXPECT_EQ(names(page), (QStringList{u"Ana Ruiz"_s, u"Aaron Zoe"_s}));

    page.setOrder(PeopleOrder::Name, true);
    page.setFilterText(u"city:leeds"_s);
    EXPECT_FALSE(page.byMatch()) << "all of them fit as well";
    EXPECT_EQ(names(page), (QStringList{u"Zoë Müller"_s, u"Ana Ruiz"_s, u"Aaron Zoe"_s}));
    page.setFilterText(u"city:leeds ana"_s);
    EXPECT_TRUE(page.byMatch()) << "the choice of a column was for the words before";
}

TEST_F(SearchingPeoplePageTest, LeavesWhoIsFilteredOutOfTheBestMatches)
{
    feeder.start();
    page.setFilterText(u"engineer"_s);
    page.setFacet(Facet::Partner, true);
    EXPECT_TRUE(page.byMatch());
    EXPECT_EQ(names(page), QStringList{u"Kwame Mensah"_s});
}

TEST_F(SearchingPeoplePageTest, SaysWhyTheSelectedHitIsOne)
{
    feeder.start();
    EXPECT_TRUE(page.reasons().isEmpty());
    page.setFilterText(u"\"staff engineer\""_s);
    page.selectRow(page.table().rowOf(page.table().keys()[0]));
    ASSERT_EQ(page.selected(), kwame);
    EXPECT_EQ(page.reasons(), QStringList{u"Title: Staff engineer"_s});
    page.selectRow(1);
    ASSERT_EQ(page.selected(), zoe);
    EXPECT_EQ(page.reasons(), QStringList{u"Title: Head of data, another name of “staff engineer”"_s});

    page.setFilterText(u"Mueler leeds"_s);
    EXPECT_EQ(page.reasons(), (QStringList{u"Name: Zoë Müller, nearly “mueler”"_s, u"City: Leeds"_s}));
    page.selectPerson(ana);
    EXPECT_TRUE(page.reasons().isEmpty()) << "she is no hit";
    page.setFilterText({});
    EXPECT_TRUE(page.reasons().isEmpty());
}

TEST_F(SearchingPeoplePageTest, SaysItOfNobodyElse)
{
    feeder.start();
    SlowReads slow(worker);
    PeoplePage late(slow, files.clock, files.zone);
    late.setSearch(search);
    late.setFilterText(u"engineer"_s);
    slow.runAll();
    const QStringList kwames = late.reasons();
    EXPECT_FALSE(kwames.isEmpty());
    late.selectRow(1);
    EXPECT_TRUE(late.reasons().isEmpty()) << "until it is known of the next one";
    slow.runAll();
    EXPECT_FALSE(late.reasons().isEmpty());
}

TEST_F(SearchingPeoplePageTest, MarksWhatStoodForTheWords)
{
    feeder.start();
    page.setFilterText(u"\"staff engineer\""_s);
    const auto title = [&](const QString& text) {
        return matchesIn(text, marksFor(PeopleColumn::Title, page.marks()));
    };
    EXPECT_EQ(title(u"Head of data"_s).size(), 3U);
    EXPECT_EQ(title(u"Staff engineer"_s).size(), 2U);
    EXPECT_TRUE(title(u"Staff of data"_s).empty());
}

TEST_F(SearchingPeoplePageTest, FindsByANameThatWasAddedMeanwhile)
{
    feeder.start();
    page.setFilterText(u"title:\"platform wrangler\""_s);
    EXPECT_EQ(page.shown(), 0U);
    ASSERT_TRUE(AddAliases(files.services()).run(AliasKind::Title, "Platform wrangler = Platform engineer"));
    EXPECT_EQ(page.shown(), 1U);
    ASSERT_TRUE(files.workspace().undo());
    EXPECT_EQ(page.shown(), 0U);
}

TEST_F(SearchingPeoplePageTest, ShowsTheQueryAsPartsThatCanBeTakenOut)
{
    feeder.start();
    page.setFilterText(u"staff engineer not spoken:60d (city:york or city:leeds)"_s);
    auto chips = page.chips();
    ASSERT_EQ(chips.size(), 3U);
    EXPECT_EQ(chips[0].text, u"staff engineer"_s);
    EXPECT_EQ(chips[0].detail, u"+1 alias"_s);
    EXPECT_EQ(chips[0].explanation, u"Also Head of data: one more person."_s);
    EXPECT_EQ(chips[1].text, u"not spoken for 60 days"_s);
    EXPECT_EQ(chips[2].text, u"City york or City leeds"_s);
    EXPECT_EQ(chips[1].without, u"staff engineer (city:york or city:leeds)"_s);
    page.setFilterText(chips[0].without);
    EXPECT_EQ(page.shown(), 3U);

    page.setFilterText(u"ana"_s);
    EXPECT_TRUE(page.chips().empty()) << "the line says as much";
}

TEST_F(SearchingPeoplePageTest, NarrowsTheQueryByWhatIsCounted)
{
    feeder.start();
    PeopleFacets facets(page);
    QSignalSpy counted(&facets, &PeopleFacets::counted);
    page.setFilterText(u"engineer or data"_s);
    facets.count(PeopleFacets::Kind::City);
    ASSERT_EQ(counted.count(), 1);
    ASSERT_EQ(facets.choices().size(), 2U);
    EXPECT_EQ(facets.choices()[0].name, u"Leeds"_s);
    EXPECT_EQ(facets.choices()[0].count, u"2"_s);

    facets.choose(facets.choices()[0].query);
    EXPECT_EQ(page.filterText(), u"(engineer or data) city:Leeds"_s);
    EXPECT_EQ(page.shown(), 2U) << "as many as were counted";
    EXPECT_TRUE(facets.isAsked(PeopleFacets::Kind::City));
    facets.count(PeopleFacets::Kind::City);
    EXPECT_TRUE(facets.choices().empty()) << "what is asked for already is no choice";

    page.setFilterText(u"\"engineer"_s);
    facets.count(PeopleFacets::Kind::Band);
    ASSERT_FALSE(facets.choices().empty());
    EXPECT_EQ(facets.choices()[0].name, u"Cold"_s);
    facets.choose(facets.choices()[0].query);
    EXPECT_EQ(page.filterText(), u"\"engineer\" band:cold"_s) << "an open quotation mark would swallow it";

    page.setFilterText(u"engineer"_s);
    page.setFacet(Facet::Partner, true);
    facets.count(PeopleFacets::Kind::City);
    ASSERT_EQ(facets.choices().size(), 1U);
    EXPECT_EQ(facets.choices()[0].name, u"York"_s);
}

TEST_F(SearchingPeoplePageTest, DropsCountsOfAQueryThatIsAnotherByNow)
{
    feeder.start();
    SlowReads slow(worker);
    PeoplePage late(slow, files.clock, files.zone);
    late.setSearch(search);
    PeopleFacets facets(late);
    QSignalSpy counted(&facets, &PeopleFacets::counted);
    facets.count(PeopleFacets::Kind::City);
    late.setFilterText(u"ana"_s);
    slow.runAll();
    EXPECT_EQ(counted.count(), 0);
}

TEST_F(SearchingPeoplePageTest, CompletesTheLineAtTheCursor)
{
    feeder.start();
    QueryCompletion completion(worker, files.clock, files.zone);
    completion.suggest(&search, u"zoë city:l york"_s, 10);
    ASSERT_EQ(completion.lines().size(), 1U);
    EXPECT_EQ(completion.lines()[0], (QueryCompletion::Line{u"Leeds"_s, {}, u"2"_s, u"city:Leeds "_s}));
    const auto edited = completion.taken(0);
    EXPECT_EQ(edited.text, u"zoë city:Leeds york"_s) << "one blank is enough";
    EXPECT_EQ(edited.cursor, 15);

    completion.suggest(&search, u"ar"_s, 2);
    ASSERT_FALSE(completion.lines().empty());
    EXPECT_EQ(completion.lines()[0],
              (QueryCompletion::Line{u"area:"_s, u"part of our organisation"_s, {}, u"area:"_s}));
    completion.suggest(&search, u"lee"_s, 3);
    ASSERT_EQ(completion.lines().size(), 1U);
    EXPECT_EQ(completion.lines()[0], (QueryCompletion::Line{u"Leeds"_s, u"City"_s, u"2"_s, u"city:Leeds "_s}));
    completion.suggest(&search, u"city:Leeds"_s, 10);
    EXPECT_TRUE(completion.lines().empty()) << "what stands there already";
    completion.suggest(nullptr, u"ar"_s, 2);
    EXPECT_TRUE(completion.lines().empty());
}

TEST_F(SearchingPeoplePageTest, NeverSuggestsForAnEarlierKey)
{
    feeder.start();
    SlowReads slow(worker);
    QueryCompletion completion(slow, files.clock, files.zone);
    QSignalSpy changed(&completion, &QueryCompletion::changed);
    completion.suggest(&search, u"ar"_s, 2);
    completion.suggest(&search, u"arz"_s, 3);
    slow.runAll();
    EXPECT_EQ(changed.count(), 0);
    EXPECT_TRUE(completion.lines().empty());
}

TEST_F(SearchingPeoplePageTest, FindsPeopleAndNotesForTheFieldAtTheTop)
{
    speak(ana, "2026-09-29T10:00:00Z", "Open to the data lead role after the bonus in March.");
    feeder.start();
    QuickFindPage find(worker, files.clock, files.zone, &search);
    QSignalSpy answered(&find, &QuickFindPage::answered);
    find.ask(u"data"_s);
    EXPECT_EQ(answered.count(), 1);
    EXPECT_EQ(find.peopleHeading(), u"People · 2"_s);
    ASSERT_EQ(find.people().size(), 2);
    EXPECT_EQ(find.people()[0].name, u"Zoë Müller"_s) << "by her title before by a note";
    EXPECT_EQ(find.showAll(), QString{});
    EXPECT_EQ(find.notesHeading(), u"Notes · 1 person"_s);
    ASSERT_EQ(find.notes().size(), 1);
    EXPECT_EQ(find.notes()[0].name, u"Ana Ruiz"_s);
    EXPECT_EQ(find.notes()[0].detail, u"Open to the data lead role after the bonus in March."_s);

    find.ask(u"data city:leeds"_s);
    EXPECT_EQ(find.people().size(), 2);
    EXPECT_TRUE(find.notes().isEmpty()) << "more than a note can have";
    for (int i = 0; i < 9; ++i) add("Engineer " + std::to_string(i), "Analyst", "City Council", "York");
    find.ask(u"engineer"_s);
    EXPECT_EQ(find.people().size(), 6);
    EXPECT_EQ(find.showAll(), u"Show all 11 in People"_s);
    find.ask({});
    EXPECT_TRUE(find.people().isEmpty());
}

TEST_F(SearchingPeoplePageTest, FindsSavedSearchesByTheBeginningsOfTheirWordsAtTheTop)
{
    ASSERT_TRUE(SaveSearch(files.services()).run({.name = "Ana's people in Łódź", .query = "city:leeds"}));
    QuickFindPage find(worker, files.clock, files.zone, &search);
    find.ask(u"peo lod"_s);
    ASSERT_EQ(find.searches().size(), 1) << "before there is an index, too";
    feeder.start();
    find.ask(u"peo lod"_s);
    ASSERT_EQ(find.searches().size(), 1);
    EXPECT_EQ(find.searches()[0].name, u"Ana's people in Łódź"_s);
    EXPECT_EQ(find.searches()[0].detail, u"city:leeds"_s);
    find.ask(u"peo york"_s);
    EXPECT_TRUE(find.searches().isEmpty());
    find.ask({});
    EXPECT_TRUE(find.searches().isEmpty());
}

TEST_F(PeoplePageTest, FindsByWordsAtTheTopBeforeThereIsAnIndex)
{
    const PeopleSearch empty;
    QuickFindPage find(worker, files.clock, files.zone, &empty);
    find.ask(u"kwa"_s);
    ASSERT_EQ(find.people().size(), 1);
    EXPECT_EQ(find.people()[0].name, u"Kwame Mensah"_s);
}

TEST_F(SearchingPeoplePageTest, NeverAnswersAnEarlierKeyAtTheTop)
{
    feeder.start();
    SlowReads slow(worker);
    QuickFindPage find(slow, files.clock, files.zone, &search);
    QSignalSpy answered(&find, &QuickFindPage::answered);
    find.ask(u"a"_s);
    find.ask(u"an"_s);
    slow.runAll();
    EXPECT_EQ(answered.count(), 1);
    EXPECT_EQ(find.text(), u"an"_s);
}

TEST(QueryWords, SayEachKindOfPart)
{
    const auto words = [](std::string_view text) { return queryInWords(search::parse(text).query); };
    EXPECT_EQ(words("german>=B2"), u"german B2 or better"_s);
    EXPECT_EQ(words("skill:rust evidence:certified"), u"Skill rust, certified"_s);
    EXPECT_EQ(words("warmth>40"), u"warmth above 40"_s);
    EXPECT_EQ(words("band:warm"), u"Warm"_s);
    EXPECT_EQ(words("is:colleague"), u"Colleague"_s);
    EXPECT_EQ(words("spoken:never"), u"never spoken"_s);
    EXPECT_EQ(words("spoken:14d"), u"spoken in the last 14 days"_s);
    EXPECT_EQ(words("not spoken:never"), u"spoken at least once"_s);
    EXPECT_EQ(words("not area:housing"), u"not Area housing"_s);
    EXPECT_EQ(words("\"head of\" or ana"), u"“head of” or ana"_s);
}

TEST(QueryWords, ShowOfALongNoteWhatStandsAroundTheWords)
{
    const QString note = u"word "_s.repeated(60) + u"bonus in March "_s + u"more "_s.repeated(60);
    const QString shown = excerpt(note, {{.words = {"bonus"}}}, 60);
    EXPECT_TRUE(shown.startsWith(u"… "_s) && shown.endsWith(u" …"_s)) << shown.toStdString();
    EXPECT_TRUE(shown.contains(u"bonus in March"_s)) << shown.toStdString();
    EXPECT_LE(shown.size(), 64);
    EXPECT_EQ(excerpt(u"short\n text"_s, {}), u"short text"_s);
    EXPECT_LE(excerpt(u"x"_s.repeated(500), {}, 60).size(), 64);
}

}  // namespace
}  // namespace kith::ui
