#include "view_fixture.h"

#include <kith/controls/sheet.h>
#include <kith/pages/person_page.h>
#include <kith/support/fake_sync_desk.h>
#include <kith/support/fake_team_desk.h>
#include <kith/usecases/log_interaction.h>
#include <kith/views/erase_sheet.h>
#include <kith/views/person_view.h>
#include <kith/views/sign_in_sheet.h>
#include <kith/views/team_view.h>

#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>

namespace kith::ui {

namespace {

using namespace Qt::Literals::StringLiterals;
using sync::Rights;
using sync::Role;

class TheTeamPage : public ViewFixture {
protected:
    void signIn(Role role, int colleagues = 6)
    {
        const std::vector<std::string> names = {"ana",
                                                "ben.okafor",
                                                "priya",
                                                "Олена Ковальчук",
                                                "maximiliana.von-und-zu-hohenstein-wittgenstein@riverside.example",
                                                "يوسف"};
        Id common = files.reader().spaces().front().id;
        const std::vector<sync::SpaceInfo> spaces = {
            {.id = common, .name = "Northmoor Council", .kind = SpaceKind::Organisation, .rights = Rights::Manage},
            {.id = files.ids.make(),
             .name = "Digital, data and technology capability of the northern combined authorities",
             .kind = SpaceKind::Team,
             .rights = Rights::Read},
            {.id = files.ids.make(), .name = "Harbour partners", .kind = SpaceKind::Shared, .rights = Rights::Write},
            {.id = files.ids.make(), .name = "Private", .kind = SpaceKind::Private, .rights = Rights::Manage}};
        for (int i = 0; i < colleagues; ++i) {
            const auto at = static_cast<std::size_t>(i);
            const Id id = files.ids.make();
            desk.known.members.push_back({.id = id,
                                          .name = at < names.size() ? names[at] : "colleague " + std::to_string(i),
                                          .role = at == 0 ? Role::Administrator : sync::kRoles[at % 3],
                                          .joined = i != 3,
                                          .disabled = i == 5});
            desk.known.grants.push_back(
                {.space = common, .member = id, .rights = at == 0 ? Rights::Manage : sync::kRights[1 + at % 2]});
            if (i < 2)
                desk.known.grants.push_back(
                    {.space = spaces[1].id, .member = id, .rights = i == 0 ? Rights::Manage : Rights::Read});
        }
        SyncState state = test::FakeSyncDesk::signedIn();
        state.account->role = role;
        state.account->userId = desk.known.members.at(2).id;
        state.account->organisationId = files.ids.make();
        state.account->device = files.workspace().sync().device();
        ASSERT_TRUE(files.workspace().sync().join(*state.account, spaces, common));
        sync.show(state);
    }
    TeamView& open(QSize size = {1280, 800})
    {
        view = new TeamView(&theme, page, host);
        show(*view, size);
        view->activate();
        QTest::qWait(0);
        return *view;
    }
    [[nodiscard]] QString textOnScreen() const
    {
        QString all;
        for (const QLabel* label : window.findChildren<QLabel*>())
            if (label->isVisible()) all += label->text() + u'\n';
        return all;
    }
    [[nodiscard]] QPushButton* button(const QString& text) const
    {
        for (QPushButton* one : window.findChildren<QPushButton*>())
            if (one->text() == text && one->isVisible()) return one;
        return nullptr;
    }

    test::FakeSyncDesk sync;
    test::FakeTeamDesk desk;
    TeamPage page{worker, sync, desk, files.ids};
    ErasePage erasing{worker, sync, desk};
    TeamView* view = nullptr;
};

TEST_F(TheTeamPage, ExplainsItselfBeforeAnybodySignedIn)
{
    open();
    EXPECT_TRUE(textOnScreen().contains(u"Sign in to your team's server"_s));
    EXPECT_NE(button(u"Sign in to a server"_s), nullptr);
    picture(u"team-alone"_s);
}

TEST_F(TheTeamPage, LetsAnAdministratorChangeWhoSeesWhat)
{
    signIn(Role::Administrator);
    open();
    picture(u"team-administrator"_s);
    EXPECT_EQ(namelessWidgets(window), QStringList{});
    theme.setAppearance(Appearance::Dark);
    picture(u"team-administrator-dark"_s);
    theme.setAppearance(Appearance::Light);
    for (QComboBox* combo : view->findChildren<QComboBox*>()) {
        if (combo->accessibleName() != u"What ben.okafor may do"_s) continue;
        combo->setCurrentIndex(2);
        Q_EMIT combo->activated(2);
    }
    EXPECT_EQ(desk.asked.back(), "grant ben.okafor manage");
    EXPECT_EQ(host.said.last(), u"ben.okafor manages in Northmoor Council"_s);
}

TEST_F(TheTeamPage, ShowsTheOthersWhyTheyMayNot)
{
    signIn(Role::Recruiter);
    open();
    press(Qt::Key_J);
    EXPECT_TRUE(textOnScreen().contains(u"ask ana"_s));
    EXPECT_EQ(button(u"Let a colleague in"_s), nullptr);
    EXPECT_EQ(button(u"Invite a colleague"_s), nullptr);
    picture(u"team-reader"_s);
    press(Qt::Key_I);
    press(Qt::Key_L);
    press(Qt::Key_F2);
    EXPECT_EQ(Sheet::current(view), nullptr);
}

TEST_F(TheTeamPage, MakesASpaceByKeyboardAlone)
{
    signIn(Role::Recruiter);
    open();
    press(Qt::Key_N);
    ASSERT_NE(Sheet::current(view), nullptr);
    press(Qt::Key_Return);
    EXPECT_NE(Sheet::current(view), nullptr) << "a space needs a name";
    type(u"Platform team"_s);
    picture(u"team-new-space"_s);
    EXPECT_EQ(namelessWidgets(window), QStringList{});
    press(Qt::Key_Return);
    EXPECT_EQ(Sheet::current(view), nullptr);
    EXPECT_EQ(desk.asked.back(), "make Platform team");
}

TEST_F(TheTeamPage, LetsSomebodyInByKeyboardAlone)
{
    signIn(Role::Administrator);
    open();
    press(Qt::Key_L);
    type(u"tom"_s);
    picture(u"team-let-in"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    EXPECT_EQ(desk.asked.back(), "grant tom write");
}

TEST_F(TheTeamPage, HandsOverACodeWithOneKey)
{
    signIn(Role::Administrator);
    open();
    press(Qt::Key_I);
    type(u"tom"_s);
    picture(u"team-invite"_s);
    press(Qt::Key_Return);
    ASSERT_NE(Sheet::current(view), nullptr);
    EXPECT_TRUE(textOnScreen().contains(u"Give this code to tom"_s));
    EXPECT_TRUE(textOnScreen().contains(u"https://kith.example"_s));
    EXPECT_EQ(namelessWidgets(window), QStringList{});
    picture(u"team-code"_s);
    press(Qt::Key_C);
    EXPECT_EQ(QApplication::clipboard()->text(), u"7QF2-9MKD-XW3P"_s);
}

TEST_F(TheTeamPage, TakesASpaceAwayAndGivesItBack)
{
    signIn(Role::Administrator);
    open();
    for (QPushButton* one : view->findChildren<QPushButton*>())
        if (one->accessibleName() == u"Take the space away from ben.okafor"_s) one->click();
    EXPECT_EQ(desk.asked.back(), "grant ben.okafor none");
    ASSERT_TRUE(host.undo);
    host.undo();
    EXPECT_EQ(desk.asked.back(), "grant ben.okafor write");
}

TEST_F(TheTeamPage, StandsManyMembersAndASmallWindow)
{
    signIn(Role::Administrator, 60);
    open({900, 600});
    EXPECT_EQ(page.members().size(), 60U);
    picture(u"team-many"_s);
}

TEST_F(TheTeamPage, ErasesAfterTheNameWasTyped)
{
    const Id zoe = files.addPerson("Zoe Adler-Constantinopoulou of the northern districts");
    ASSERT_TRUE(LogInteraction(files.services()).run({.people = {zoe}, .at = files.clock.now(), .text = "Alone"}));
    PersonPage personPage(worker, files.clock, files.zone, 10);
    auto* person = new PersonView(&theme, personPage, host, &erasing);
    show(*person);
    person->open(QString::fromStdString(zoe.toString()));
    person->activate();
    picture(u"person-before-erasing"_s);
    for (const CommandSpec& command : person->commands())
        if (command.id == u"person.erase"_s) {
            EXPECT_TRUE(command.enabled());
            command.run();
        }
    ASSERT_NE(Sheet::current(person), nullptr);
    EXPECT_FALSE(button(u"Erase for good"_s)->isEnabled());
    press(Qt::Key_Return, Qt::ControlModifier);
    EXPECT_TRUE(files.reader().row(Kind::Person, zoe));
    type(u"zoe adler-constantinopoulou of the northern districts"_s);
    EXPECT_TRUE(button(u"Erase for good"_s)->isEnabled());
    EXPECT_EQ(namelessWidgets(window), QStringList{});
    picture(u"erase-here"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    EXPECT_FALSE(files.reader().row(Kind::Person, zoe));
    EXPECT_EQ(Sheet::current(person), nullptr);
    EXPECT_EQ(host.backs, 1);
    EXPECT_TRUE(host.said.last().contains(u"erased from this workspace"_s));
}

TEST_F(TheTeamPage, StaysOpenWhileTheServerErases)
{
    const Id zoe = files.addPerson("Zoe");
    signIn(Role::Administrator);
    open();
    desk.holds = true;
    openEraseSheet(&theme, view, erasing, zoe);
    ASSERT_NE(Sheet::current(view), nullptr);
    type(u"Zoe"_s);
    theme.setAppearance(Appearance::Dark);
    picture(u"erase-everywhere-dark"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    EXPECT_TRUE(erasing.busy());
    QTest::keyClick(Sheet::current(view), Qt::Key_Escape);
    ASSERT_NE(Sheet::current(view), nullptr) << "the answer has to be seen";
    desk.waiting(std::unexpected(sync::Failure{sync::Trouble::Offline, "The server cannot be reached."}));
    EXPECT_FALSE(erasing.busy());
    EXPECT_TRUE(textOnScreen().contains(u"Nothing was erased. The server cannot be reached."_s));
    picture(u"erase-failed-dark"_s);
}

TEST_F(TheTeamPage, KeepsTheFileOfCertificatesFolded)
{
    SignInPage door(sync, u"priya-desk"_s);
    open();
    openSignInSheet(&theme, view, door);
    const auto field = [&]() -> QLineEdit* {
        for (QLineEdit* one : window.findChildren<QLineEdit*>())
            if (one->accessibleName() == u"Certificates to trust"_s) return one;
        return nullptr;
    };
    ASSERT_NE(field(), nullptr);
    EXPECT_FALSE(field()->isVisible());
    button(u"Advanced"_s)->click();
    EXPECT_TRUE(field()->isVisible());
    picture(u"sign-in-advanced"_s);
    field()->setText(u" /etc/ssl/our-own.pem "_s);
    door.submit({.server = u"kith.example"_s,
                 .user = u"priya"_s,
                 .password = u"secret"_s,
                 .code = {},
                 .device = {},
                 .caFile = field()->text()});
    EXPECT_EQ(sync.asked.caFile, "/etc/ssl/our-own.pem");
    Sheet::current(view)->dismiss();
    QTest::qWait(0);
    SyncState state;
    state.caFile = "/etc/ssl/our-own.pem";
    sync.show(state);
    openSignInSheet(&theme, view, door);
    ASSERT_NE(field(), nullptr);
    EXPECT_TRUE(field()->isVisible()) << "what is set is shown";
    EXPECT_EQ(namelessWidgets(window), QStringList{});
}

}  // namespace

}  // namespace kith::ui
