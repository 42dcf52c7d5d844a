#include "view_fixture.h"

#include <kith/controls/sheet.h>
#include <kith/support/fake_sync_desk.h>
#include <kith/usecases/history.h>
#include <kith/views/sign_in_sheet.h>
#include <kith/views/sync_view.h>
#include <kith/views/today_list_view.h>

#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>

namespace kith::ui {

namespace {

using namespace Qt::Literals::StringLiterals;

class TheSyncPage : public ViewFixture {
protected:
    TheSyncPage()
    {
        zoe = files.addPerson("Zoë Adler");
        kim = files.addPerson("Kim Doe");
    }
    /// As `signedIn()` says, and two conflicts.
    void showConflicts()
    {
        desk.known = {{.id = files.ids.make(),
                       .name = "priya-desk",
                       .user = "priya",
                       .version = "0.3",
                       .lastSeen = files.clock.now(),
                       .current = true},
                      {.id = files.ids.make(),
                       .name = "old laptop",
                       .user = "priya",
                       .version = "0.2",
                       .lastSeen = files.clock.now() - std::chrono::days{9}}};
        test::addConflict(files.services(), Kind::Person, zoe, person::city, Value{"Lisbon"}, Value{"Porto"});
        test::addConflict(
            files.services(), Kind::Person, kim, person::about,
            Value{"Leads the housing programme; wants to move to data by summer."},
            Value{"Leads the housing programme. Said over coffee that the bonus in March decides, and that "
                  "a role in data would be worth moving for, if it can be done from Leeds three days a "
                  "week."});
        SyncState state = test::FakeSyncDesk::signedIn();
        state.counts = {.waiting = 2, .oldestWaiting = files.clock.now() - std::chrono::hours{1}, .conflicts = 2};
        desk.show(state);
    }
    SyncView& open()
    {
        view = new SyncView(&theme, page, door, host);
        show(*view);
        view->activate();
        QTest::qWait(0);
        return *view;
    }
    [[nodiscard]] std::string cityOf(const Id& person)
    {
        return textOf(files.reader().row(Kind::Person, person)->values[person::city]);
    }
    [[nodiscard]] QString textOnScreen() const
    {
        QString all;
        for (const QLabel* label : window.findChildren<QLabel*>())
            if (label->isVisible()) all += label->text() + u'\n';
        return all;
    }

    test::FakeSyncDesk desk;
    SyncPage page{worker, desk, files.clock, files.zone, QLocale(QLocale::English, QLocale::UnitedKingdom)};
    SignInPage door{desk, u"priya-desk"_s};
    SyncView* view = nullptr;
    Id zoe;
    Id kim;
};

TEST_F(TheSyncPage, TakesTheOtherValueWithOneKey)
{
    showConflicts();
    open();
    picture(u"sync-conflicts"_s);
    press(Qt::Key_T);
    EXPECT_EQ(cityOf(zoe), "Porto");
    EXPECT_EQ(page.conflicts().count(), 1);
    EXPECT_EQ(host.said.last(), u"The other value is in its place"_s);
    ASSERT_TRUE(UndoLast(files.services()).run());
    EXPECT_EQ(cityOf(zoe), "Lisbon");
    EXPECT_EQ(page.conflicts().count(), 2);
}

TEST_F(TheSyncPage, KeepsWhatStandsWithOneKeyOnTheLineThatIsMarked)
{
    showConflicts();
    open();
    press(Qt::Key_J);
    press(Qt::Key_D);
    ASSERT_EQ(page.conflicts().count(), 1);
    EXPECT_EQ(page.conflicts().at(0)->about, u"Zoë Adler"_s);
    EXPECT_EQ(cityOf(zoe), "Lisbon");
}

TEST_F(TheSyncPage, ShowsBothValuesInFullAndSettlesFromThere)
{
    showConflicts();
    open();
    press(Qt::Key_J);
    press(Qt::Key_Return);
    ASSERT_NE(Sheet::current(view), nullptr);
    picture(u"sync-compare"_s);
    EXPECT_EQ(namelessWidgets(window), QStringList{});
    press(Qt::Key_T);
    EXPECT_EQ(Sheet::current(view), nullptr);
    EXPECT_TRUE(textOf(files.reader().row(Kind::Person, kim)->values[person::about]).contains("bonus in March"));
}

TEST_F(TheSyncPage, PutsTheFocusNowhereThatHurtsWhenTheLastConflictIsSettled)
{
    showConflicts();
    open();
    press(Qt::Key_D);
    press(Qt::Key_D);
    ASSERT_EQ(page.conflicts().count(), 0);
    const auto* focused = qobject_cast<QPushButton*>(QApplication::focusWidget());
    ASSERT_NE(focused, nullptr);
    EXPECT_EQ(focused->text(), u"Sync now"_s);
    ASSERT_TRUE(UndoLast(files.services()).run());
    EXPECT_EQ(QApplication::focusWidget(), view->findChild<TodayListView*>());
}

TEST_F(TheSyncPage, OpensThePersonOfAConflict)
{
    showConflicts();
    open();
    press(Qt::Key_Return);
    press(Qt::Key_O);
    EXPECT_EQ(host.opened, QStringList{u"person "_s + QString::fromStdString(zoe.toString())});
    EXPECT_EQ(view->personInHand(), QString::fromStdString(zoe.toString()));
}

TEST_F(TheSyncPage, ExplainsItselfWhileThereIsNothing)
{
    open();
    EXPECT_TRUE(textOnScreen().contains(u"Only on this machine"_s));
    picture(u"sync-alone"_s);
    desk.show(test::FakeSyncDesk::signedIn());
    EXPECT_TRUE(textOnScreen().contains(u"one key brings it back"_s));
    EXPECT_TRUE(textOnScreen().contains(u"Nothing waits"_s));
    picture(u"sync-up-to-date"_s);
}

TEST_F(TheSyncPage, NamesEveryControlForScreenReaders)
{
    showConflicts();
    desk.refused = {{.seq = 7, .kind = Kind::Person, .row = zoe, .reason = "Your role does not allow that."}};
    SyncState state = desk.state();
    state.counts.rejected = 1;
    desk.show(state);
    open();
    EXPECT_EQ(namelessWidgets(window), QStringList{});
    picture(u"sync-rejected"_s);
}

TEST_F(TheSyncPage, OffersWhatTheStateAsksFor)
{
    SyncState state = test::FakeSyncDesk::signedIn();
    state.standing = sync::Standing::Asking;
    state.trouble = "300 entries would be removed from this machine by what colleagues did.";
    desk.show(state);
    open();
    const auto buttons = view->findChildren<QPushButton*>();
    const auto shown = [&](const QString& text) {
        return std::ranges::any_of(buttons, [&](const QPushButton* b) { return b->text() == text && b->isVisible(); });
    };
    EXPECT_TRUE(shown(u"Allow the removal this once"_s));
    EXPECT_FALSE(shown(u"Sign in again"_s));
    picture(u"sync-asking"_s);
    state.standing = sync::Standing::SignInNeeded;
    desk.show(state);
    EXPECT_FALSE(shown(u"Allow the removal this once"_s));
    EXPECT_TRUE(shown(u"Sign in again"_s));
    EXPECT_FALSE(shown(u"Sync now"_s));
}

TEST_F(TheSyncPage, DismissesOnlyTheLineThatSomebodyIsOn)
{
    showConflicts();
    desk.refused = {{.seq = 7, .kind = Kind::Person, .row = zoe, .reason = "Your role does not allow that."}};
    SyncState state = desk.state();
    state.counts.rejected = 1;
    desk.show(state);
    open();
    press(Qt::Key_Delete);
    EXPECT_EQ(page.rejected().count(), 1);
    for (QListView* list : view->findChildren<QListView*>())
        if (list->accessibleName() == u"Not taken by the server"_s) list->setFocus();
    press(Qt::Key_Delete);
    EXPECT_EQ(page.rejected().count(), 0);
}

TEST_F(TheSyncPage, SignsInByKeyboardAlone)
{
    open();
    press(Qt::Key_Space);
    ASSERT_NE(Sheet::current(view), nullptr);
    type(u"kith.example"_s);
    press(Qt::Key_Tab);
    type(u"priya"_s);
    press(Qt::Key_Tab);
    type(u"correct horse"_s);
    picture(u"sign-in"_s);
    EXPECT_EQ(namelessWidgets(window), QStringList{});
    press(Qt::Key_Return);
    EXPECT_EQ(desk.asked.server, "https://kith.example");
    EXPECT_EQ(desk.asked.user, "priya");
    EXPECT_EQ(desk.asked.deviceName, "priya-desk");
    EXPECT_TRUE(textOnScreen().contains(u"Asking the server…"_s));
    desk.answer(std::unexpected(sync::Failure{.trouble = sync::Trouble::SignIn, .sentence = {}}));
    EXPECT_TRUE(textOnScreen().contains(u"is wrong"_s));
    picture(u"sign-in-wrong"_s);
    press(Qt::Key_Return);
    const Id team = files.ids.make();
    desk.answer(SignInStep{.choices = {{.id = files.ids.make(), .name = "Northmoor Council"},
                                       {.id = team, .name = "Digital", .kind = SpaceKind::Team}}});
    QTest::qWait(0);
    picture(u"sign-in-choice"_s);
    EXPECT_EQ(namelessWidgets(window), QStringList{});
    press(Qt::Key_Tab);
    press(Qt::Key_Space);
    press(Qt::Key_Return, Qt::ControlModifier);
    EXPECT_EQ(desk.entered, team);
    EXPECT_EQ(Sheet::current(view), nullptr);
    EXPECT_TRUE(host.said.last().startsWith(u"Signed in to Northmoor Council"_s));
}

TEST_F(TheSyncPage, CallsASignInOffWithEscape)
{
    open();
    press(Qt::Key_Space);
    type(u"kith.example"_s);
    press(Qt::Key_Tab);
    type(u"priya"_s);
    press(Qt::Key_Tab);
    type(u"correct horse"_s);
    press(Qt::Key_Return);
    press(Qt::Key_Escape);
    EXPECT_EQ(desk.calledOff, 1);
    desk.answer(SignInStep{.account = test::FakeSyncDesk::signedIn().account});
    EXPECT_TRUE(host.said.isEmpty());
}

}  // namespace

}  // namespace kith::ui
