#include "view_fixture.h"

#include <kith/controls/graph_canvas.h>
#include <kith/models/text.h>
#include <kith/support/acquaintances.h>
#include <kith/usecases/affiliations.h>
#include <kith/views/network_inspector.h>
#include <kith/views/network_view.h>
#include <kith/views/person_picker.h>
#include <kith/views/person_view.h>
#include <kith/views/row_table.h>
#include <kith/views/side_list.h>

#include <QAccessible>
#include <QLabel>
#include <QPushButton>
#include <QWheelEvent>
#include <cmath>

namespace kith::ui {
namespace {

using namespace Qt::Literals::StringLiterals;

class NetworkViewTest : public ViewFixture, protected test::Acquaintances {
protected:
    NetworkViewTest() : Acquaintances(files) { }
    ~NetworkViewTest() override
    {
        for (PageView* each : {static_cast<PageView*>(view.get()), static_cast<PageView*>(person.get())})
            if (each != nullptr) each->setParent(nullptr);
    }

    void open(const Id& who = {}, QSize size = {1280, 800})
    {
        view = std::make_unique<NetworkView>(&theme, page, host);
        show(*view, size);
        view->show();
        view->open(who.isNil() ? QString{} : toQString(who.toString()));
        view->activate();
        QTest::qWait(0);
    }
    GraphCanvas* canvas() { return view->findChild<GraphCanvas*>(); }
    QString selectedName() const
    {
        return page.selected() < 0 ? QString{} : page.picture().people[static_cast<std::size_t>(page.selected())].name;
    }
    bool shows(const QString& words) const
    {
        for (const QLabel* label : view->findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(words)) return true;
        return false;
    }
    QPushButton* button(const QString& accessibleName) const
    {
        for (auto* each : view->findChildren<QPushButton*>())
            if (each->isVisible() && each->accessibleName() == accessibleName) return each;
        return nullptr;
    }
    void run(const QString& id)
    {
        for (const CommandSpec& command : view->commands())
            if (command.id == id) return command.run();
        FAIL() << "no command " << id.toStdString();
    }

    NetworkDesk network{worker, files.clock, files.zone};
    NetworkPage page{worker, network, files.clock, files.zone};
    NetworkPage around{worker, network, files.clock, files.zone};
    PersonPage whole{worker, files.clock, files.zone, 200};
    std::unique_ptr<NetworkView> view;
    std::unique_ptr<PersonView> person;
};

TEST_F(NetworkViewTest, TeachesWhatItIsForWhileNobodyKnowsAnybody)
{
    open();
    EXPECT_TRUE(shows(u"Nobody knows anybody here yet"_s));
    bool logged = false;
    host.log = [&](const QString&) { logged = true; };
    for (auto* button : view->findChildren<QAbstractButton*>())
        if (button->isVisible() && button->text() == u"Log a conversation"_s) button->click();
    EXPECT_TRUE(logged);
    picture(u"network-empty"_s);
    knowEachOther();
    EXPECT_FALSE(shows(u"Nobody knows anybody here yet"_s));
    EXPECT_EQ(canvas()->scene().nodes.size(), 3U);
}

TEST_F(NetworkViewTest, WalksFromTheStrongestToTheWeakestAndCentresAndStepsBack)
{
    knowEachOther();
    open(ana);
    EXPECT_EQ(QApplication::focusWidget(), canvas());
    EXPECT_EQ(selectedName(), u"Ana Ruiz"_s);
    press(Qt::Key_J);
    EXPECT_EQ(selectedName(), u"Tom Okafor"_s);
    press(Qt::Key_Tab);
    EXPECT_EQ(selectedName(), u"Priya Nair"_s);
    press(Qt::Key_K);
    EXPECT_EQ(selectedName(), u"Tom Okafor"_s);
    EXPECT_TRUE(canvas()->accessibleName().contains(u"Tie with Ana Ruiz: worked together, strength 0.90"_s));

    press(Qt::Key_Return);
    EXPECT_EQ(page.middleName(), u"Tom Okafor"_s);
    EXPECT_TRUE(view->stepBack());
    EXPECT_EQ(page.middleName(), u"Ana Ruiz"_s);
    EXPECT_FALSE(view->stepBack());
}

TEST_F(NetworkViewTest, GoesAlongTheTieThatLiesInTheDirectionOfTheArrow)
{
    knowEachOther();
    open(ana);
    const auto& nodes = canvas()->scene().nodes;
    for (const auto& [key, x, y] : {std::tuple(Qt::Key_Left, -1, 0), std::tuple(Qt::Key_Right, 1, 0),
                                    std::tuple(Qt::Key_Up, 0, -1), std::tuple(Qt::Key_Down, 0, 1)}) {
        page.select(0);
        QTest::qWait(0);
        const int expected = alongTie(canvas()->scene(), 0, QPointF(x, y));
        press(key);
        EXPECT_EQ(page.selected(), expected < 0 ? 0 : expected);
        if (expected >= 0) {
            const QPointF at = nodes[static_cast<std::size_t>(expected)].at;
            EXPECT_GT(at.x() * x + at.y() * y, 0);
        }
    }
}

TEST(GraphScene, TakesTheNearestDirectionAndOfNearlyEqualOnesTheStrongerTie)
{
    GraphScene scene;
    for (const QPointF at : {QPointF(0, 0), QPointF(10, 0), QPointF(10, 1), QPointF(0, -10), QPointF(-10, 30)})
        scene.nodes.push_back({.name = {}, .spoken = {}, .at = at});
    scene.lines = {{.from = 0, .to = 1, .strength = 0.1}, {.from = 2, .to = 0, .strength = 0.9}, {.from = 0, .to = 3}};
    EXPECT_EQ(alongTie(scene, 0, {1, 0}), 2);
    EXPECT_EQ(alongTie(scene, 0, {0, -1}), 3);
    EXPECT_EQ(alongTie(scene, 0, {-1, 0}), -1);  // nobody is tied there
    EXPECT_EQ(alongTie(scene, -1, {1, 0}), -1);
}

TEST_F(NetworkViewTest, ShowsTheBestWayWithItsArithmeticBesideThePicture)
{
    knowEachOther();
    open(ana);
    EXPECT_TRUE(shows(u"BEST WAY TO ANA RUIZ"_s));
    EXPECT_TRUE(shows(u"0.80 × 0.90"_s));
    EXPECT_TRUE(shows(u"0.72"_s));
    EXPECT_TRUE(shows(u"Ask Tom Okafor to introduce Priya Nair"_s));
    std::size_t green = 0;
    for (const GraphLine& line : canvas()->scene().lines) green += line.onWay ? 1 : 0;
    EXPECT_EQ(green, 2U);
    picture(u"network-light"_s);
    theme.setAppearance(Appearance::Dark);
    picture(u"network-dark"_s);
}

TEST_F(NetworkViewTest, SaysHowEmbeddedAnAreaIsAndSelectsOnWhomItHangs)
{
    knowEachOther();
    for (const Id& each : {ana, li, sam})
        ASSERT_TRUE(SetCurrentAffiliation(files.services()).run(each, {}, {}, "Platform Engineering"));
    open(ana);
    EXPECT_FALSE(shows(u"HOW EMBEDDED THE AREA IS"_s));
    page.centreArea(*files.reader().namedRow(Kind::Area, "platform engineering"));
    QTest::qWait(0);
    EXPECT_TRUE(shows(u"HOW EMBEDDED THE AREA IS"_s));
    EXPECT_TRUE(shows(u"1 of 3 ties lead outside (33 %)"_s));
    EXPECT_TRUE(shows(u"With only your own people counted outside: 0 of 2 ties"_s));
    EXPECT_TRUE(shows(u"E-I index -0.33"_s));
    picture(u"network-area"_s);
    theme.setAppearance(Appearance::Dark);
    picture(u"network-area-dark"_s);
    QPushButton* bridge = button(u"Ana Ruiz, 1 of 1 ties outside"_s);
    ASSERT_NE(bridge, nullptr);
    ASSERT_EQ(selectedName(), u"Sam Field"_s);
    press(Qt::Key_Space);
    for (int i = 0; i < 20 && !bridge->hasFocus(); ++i) press(Qt::Key_Tab);
    ASSERT_TRUE(bridge->hasFocus());
    press(Qt::Key_Space);
    EXPECT_EQ(selectedName(), u"Ana Ruiz"_s);
    EXPECT_TRUE(bridge->hasFocus());
    EXPECT_TRUE(page.middle().person.isNil());
}

TEST_F(NetworkViewTest, NamesWhomTheMiddleAndWhoeverIsSelectedBothKnow)
{
    knowEachOther();
    open(ana);
    EXPECT_FALSE(shows(u"KNOWN BY BOTH"_s));
    press(Qt::Key_J);
    press(Qt::Key_J);
    ASSERT_EQ(selectedName(), u"Priya Nair"_s);
    QTest::qWait(0);
    EXPECT_TRUE(shows(u"KNOWN BY BOTH"_s));
    EXPECT_TRUE(shows(u"0.90 × 0.80"_s));
    picture(u"network-known-by-both"_s);
    theme.setAppearance(Appearance::Dark);
    picture(u"network-known-by-both-dark"_s);
    QPushButton* both =
        button(u"Tom Okafor, strength of the way 0.72: with Ana Ruiz 0.90 (worked together), with Priya "
               "Nair 0.80 (worked together)"_s);
    ASSERT_NE(both, nullptr);
    both->setFocus();
    press(Qt::Key_Space);
    EXPECT_EQ(selectedName(), u"Tom Okafor"_s);
    EXPECT_FALSE(shows(u"KNOWN BY BOTH"_s));
    EXPECT_TRUE(view->isAncestorOf(QApplication::focusWidget()));
}

TEST_F(NetworkViewTest, GoesToTheInspectorWithSpaceAndBackWithEsc)
{
    knowEachOther();
    open(ana);
    press(Qt::Key_Space);
    EXPECT_TRUE(view->findChild<NetworkInspector*>()->isAncestorOf(QApplication::focusWidget()));
    EXPECT_TRUE(view->stepBack());
    EXPECT_EQ(QApplication::focusWidget(), canvas());
}

TEST_F(NetworkViewTest, HasTheSameAsAListThatCentresToo)
{
    knowEachOther();
    open(ana);
    run(u"network.list"_s);
    auto* list = view->findChild<RowTable*>();
    ASSERT_TRUE(list->isVisible());
    EXPECT_EQ(QApplication::focusWidget(), list);
    EXPECT_EQ(list->model()->rowCount(), static_cast<int>(canvas()->scene().nodes.size()));
    press(Qt::Key_Down);
    EXPECT_EQ(selectedName(), u"Tom Okafor"_s);
    auto* table = QAccessible::queryAccessibleInterface(list)->tableInterface();
    ASSERT_NE(table, nullptr);
    EXPECT_EQ(table->cellAt(1, 1)->text(QAccessible::Name), u"Ana Ruiz"_s);
    picture(u"network-list"_s);
    press(Qt::Key_Return);
    EXPECT_EQ(page.middleName(), u"Tom Okafor"_s);
}

TEST_F(NetworkViewTest, ListsWhoIsHeldAloneByColleagueAndShowsThemInThePicture)
{
    knowEachOther();
    open(ana);
    run(u"network.heldAlone"_s);
    auto* list = view->findChild<SideList*>();
    ASSERT_TRUE(list->isVisible());
    ASSERT_EQ(list->model()->rowCount(), 2);
    EXPECT_EQ(list->model()->index(0, 0).data().toString().left(40), u"Priya Nair holds one person alone, , "_s);
    EXPECT_TRUE(list->model()->index(1, 0).data().toString().startsWith(u"Tom Okafor, 0.80"_s));
    picture(u"network-held-alone"_s);
    list->setFocus();
    list->setCurrentIndex(list->model()->index(1, 0));
    press(Qt::Key_Return);
    EXPECT_EQ(page.middleName(), u"Tom Okafor"_s);
    EXPECT_TRUE(canvas()->isVisible());
}

TEST_F(NetworkViewTest, ZoomsWhereThePointerIsAndFitsAgain)
{
    knowEachOther();
    open(ana);
    const QPointF before = canvas()->placeOf(1);
    QWheelEvent wheel(before, canvas()->mapToGlobal(before), {}, {0, 240}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(canvas(), &wheel);
    EXPECT_GT(canvas()->zoom(), 1.3);
    EXPECT_LT(QLineF(canvas()->placeOf(1), before).length(), 0.01);
    press(Qt::Key_0);
    EXPECT_EQ(canvas()->zoom(), 1);
    EXPECT_EQ(canvas()->placeOf(1), before);
    press(Qt::Key_Plus);
    EXPECT_GT(canvas()->zoom(), 1);
    press(Qt::Key_Minus);
    EXPECT_NEAR(canvas()->zoom(), 1, 1e-9);
}

TEST_F(NetworkViewTest, KeepsLabelsApartWhenManyAreDrawn)
{
    for (int i = 0; i < 150; ++i)
        tie(ana, files.addPerson("Somebody with a rather long name " + std::to_string(i)), 0.1 + 0.005 * i);
    page.setScope({.steps = 2, .most = 300});
    open(ana);
    ASSERT_EQ(canvas()->scene().nodes.size(), 151U);
    const auto labels = canvas()->labels();
    EXPECT_GE(labels.size(), 10U);
    for (std::size_t a = 0; a < labels.size(); ++a)
        for (std::size_t b = a + 1; b < labels.size(); ++b) EXPECT_FALSE(labels[a].where.intersects(labels[b].where));
    EXPECT_EQ(labels.front().node, 0);
    picture(u"network-crowded"_s);
}

TEST_F(NetworkViewTest, NamesEveryWidgetForScreenReaders)
{
    knowEachOther();
    open(ana);
    EXPECT_EQ(namelessWidgets(*view), QStringList{});
    EXPECT_EQ(QAccessible::queryAccessibleInterface(canvas())->text(QAccessible::Name), page.spoken(0));
    press(Qt::Key_J);
    EXPECT_EQ(QAccessible::queryAccessibleInterface(canvas())->text(QAccessible::Name), page.spoken(1));
}

TEST_F(NetworkViewTest, PutsWhoeverIsChosenByNameInTheMiddle)
{
    knowEachOther();
    open(ana);
    run(u"network.choose"_s);
    EXPECT_NE(qobject_cast<PersonPicker*>(QApplication::focusWidget()), nullptr);
    type(u"sam"_s);
    press(Qt::Key_Return);
    EXPECT_EQ(page.middleName(), u"Sam Field"_s);
    EXPECT_EQ(QApplication::focusWidget(), canvas());
}

TEST_F(NetworkViewTest, DrawsASmallPictureBesideAPersonThatLeadsHere)
{
    knowEachOther();
    person = std::make_unique<PersonView>(&theme, whole, host, nullptr, nullptr, &around);
    show(*person);
    person->show();
    person->open(toQString(ana.toString()));
    auto* small = person->findChild<GraphCanvas*>();
    ASSERT_TRUE(small != nullptr && small->isVisible());
    EXPECT_EQ(small->scene().nodes.size(), 4U);
    EXPECT_EQ(small->accessibleName(), u"Open the network of Ana Ruiz: Tom Okafor, Li Wei, Sam Field"_s);
    picture(u"person-around"_s);
    small->setFocus();
    press(Qt::Key_Return);
    EXPECT_EQ(host.opened, QStringList{u"network "_s + toQString(ana.toString())});
    person->open(toQString(me.toString()));
    EXPECT_FALSE(small->isVisible());
}

}  // namespace
}  // namespace kith::ui
