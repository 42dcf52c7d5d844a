#include "people_view_fixture.h"

#include <kith/controls/badges.h>
#include <kith/controls/labels.h>
#include <kith/usecases/aliases.h>
#include <kith/usecases/search_feeder.h>
#include <kith/views/people_chips.h>
#include <kith/views/query_field.h>

#include <QHeaderView>
#include <QMenu>
#include <QSignalSpy>

namespace kith::ui {
namespace {

using namespace Qt::Literals::StringLiterals;

/// A view whose filter speaks the search language.
class SearchingViewTest : public PeopleViewTest {
protected:
    SearchingViewTest()
    {
        EXPECT_TRUE(AddAliases(files.services()).run(AliasKind::Title, "Staff engineer = Reliability engineer"));
        list.setSearch(search);
        feeder.start();
    }

    void focusFilter()
    {
        openPeople();
        for (const CommandSpec& command : people->commands())
            if (command.id == u"people.filter"_s) command.run();
    }
    QueryField* field() { return named<QueryField>(*people, u"Filter people"_s); }

    PeopleSearch search;
    SearchFeeder feeder{worker, search, files.clock, files.zone, [this] { list.searchReady(); }};
};

TEST_F(SearchingViewTest, CompletesAQueryByKeyboard)
{
    focusFilter();
    type(u"ci"_s);
    ASSERT_TRUE(field()->suggesting());
    EXPECT_TRUE(field()->accessibleDescription().contains(u"Tab takes"_s));
    press(Qt::Key_Tab);
    EXPECT_EQ(field()->text(), u"city:"_s);
    ASSERT_TRUE(field()->suggesting()) << "its values follow";
    picture(u"people-completing-light"_s);
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    press(Qt::Key_Up);
    press(Qt::Key_Return);
    EXPECT_EQ(field()->text(), u"city:Leeds "_s) << "the most frequent first";
    EXPECT_EQ(list.shown(), 2U);
    EXPECT_EQ(QApplication::focusWidget(), field());
    press(Qt::Key_Return);
    EXPECT_EQ(QApplication::focusWidget(), table());
}

TEST_F(SearchingViewTest, LeavesEnterAndEscToTheLineWhenNothingIsMarked)
{
    focusFilter();
    type(u"ci"_s);
    ASSERT_TRUE(field()->suggesting());
    EXPECT_TRUE(people->stepBack());
    EXPECT_FALSE(field()->suggesting());
    EXPECT_EQ(field()->text(), u"ci"_s) << "Esc closed the suggestions alone";
    type(u"t"_s);
    ASSERT_TRUE(field()->suggesting());
    press(Qt::Key_Return);
    EXPECT_FALSE(field()->suggesting());
    EXPECT_EQ(field()->text(), u"cit"_s);
    EXPECT_EQ(QApplication::focusWidget(), table());
    EXPECT_TRUE(people->filter(u"city"_s));
    EXPECT_FALSE(field()->suggesting()) << "nobody is typing";
}

TEST_F(SearchingViewTest, SaysWhyAHitIsOneAndTakesAPartOutByKeyboard)
{
    openPeople();
    EXPECT_TRUE(people->filter(u"\"staff engineer\" not spoken:30d"_s));
    ASSERT_EQ(list.shown(), 2U);
    list.selectPerson(olena);
    list.selectRow(list.selectedRow());
    QStringList seen;
    for (const auto* label : people->findChildren<TextLabel*>())
        if (label->isVisible()) seen << label->text();
    EXPECT_TRUE(seen.contains(u"Title: Reliability engineer, another name of “staff engineer”"_s));
    EXPECT_EQ(namelessWidgets(*people), QStringList{});
    picture(u"people-reasons-light"_s);

    auto* chip = named<Chip>(*people, u"“staff engineer” +1 alias"_s);
    ASSERT_NE(chip, nullptr);
    EXPECT_TRUE(chip->accessibleDescription().contains(u"Reliability engineer"_s));
    QSignalSpy told(people.get(), &PageView::filterChanged);
    chip->setFocus();
    press(Qt::Key_Delete);
    ASSERT_EQ(told.count(), 1);
    EXPECT_EQ(told.front().front().toString(), u"not spoken:30d"_s) << "the field at the top follows";
    EXPECT_EQ(list.filterText(), u"not spoken:30d"_s);
    EXPECT_EQ(field()->text(), u"not spoken:30d"_s);
}

TEST_F(SearchingViewTest, NarrowsTheListByAChipWithCounts)
{
    openPeople();
    EXPECT_TRUE(people->filter(u"engineer"_s));
    auto* chip = named<Chip>(*people, u"City any"_s);
    ASSERT_NE(chip, nullptr);
    chip->setFocus();
    press(Qt::Key_Space);
    auto* menu = people->findChild<PeopleChips*>()->menu();
    ASSERT_NE(menu, nullptr);
    ASSERT_FALSE(menu->actions().isEmpty());
    EXPECT_EQ(menu->actions().front()->text(), u"Leeds\t2"_s);
    QTest::keyClick(menu, Qt::Key_Return);
    EXPECT_EQ(list.filterText(), u"engineer city:Leeds"_s);
    EXPECT_EQ(list.shown(), 2U);
}

TEST_F(PeopleViewTest, OffersToNarrowTheListAsSoonAsThereIsAnIndex)
{
    PeopleSearch search;
    SearchFeeder feeder(worker, search, files.clock, files.zone, [this] { list.searchReady(); });
    list.setSearch(search);
    openPeople();
    auto* chip = named<Chip>(*people, u"Area any"_s);
    ASSERT_NE(chip, nullptr);
    EXPECT_FALSE(chip->isEnabled());
    feeder.start();
    EXPECT_TRUE(chip->isEnabled());
    people->setParent(nullptr);
    people.reset();
}

TEST_F(SearchingViewTest, OrdersByTheBestMatchUntilAColumnIsChosen)
{
    openPeople();
    auto* best = named<Chip>(*people, u"Best match first"_s);
    ASSERT_NE(best, nullptr);
    EXPECT_FALSE(best->isVisible());
    EXPECT_TRUE(people->filter(u"engineer"_s));
    EXPECT_TRUE(best->isVisible());
    EXPECT_TRUE(best->isChecked());
    table()->header()->setSortIndicator(0, Qt::DescendingOrder);
    EXPECT_FALSE(list.byMatch());
    EXPECT_FALSE(best->isChecked());
    best->setFocus();
    press(Qt::Key_Space);
    EXPECT_TRUE(list.byMatch());
    press(Qt::Key_Space);
    EXPECT_FALSE(list.byMatch());
    EXPECT_EQ(list.order(), PeopleOrder::Name);
}

TEST_F(SearchingViewTest, IsDrawnWithAQueryInLightAndDarkAtTwoSizes)
{
    for (const auto appearance : {Appearance::Light, Appearance::Dark}) {
        theme.setAppearance(appearance);
        const QString look = theme.dark() ? u"dark"_s : u"light"_s;
        for (const QSize size : {QSize(1280, 800), QSize(1920, 1080)}) {
            openPeople(size);
            (void)people->filter(u"staff engineer not spoken:30d"_s);
            picture(u"people-query-%1-%2"_s.arg(look).arg(size.width()));
            (void)people->filter(u"engineer city:leeds ("_s);
            picture(u"people-malformed-%1-%2"_s.arg(look).arg(size.width()));
            (void)people->filter({});
            people->setParent(nullptr);
            people.reset();
        }
    }
}

}  // namespace
}  // namespace kith::ui
