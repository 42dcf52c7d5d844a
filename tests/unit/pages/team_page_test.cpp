#include "page_fixture.h"

#include <kith/pages/erase_page.h>
#include <kith/pages/team_page.h>
#include <kith/support/fake_sync_desk.h>
#include <kith/support/fake_team_desk.h>

namespace kith::ui {

namespace {

using namespace Qt::Literals::StringLiterals;
using sync::Rights;
using sync::Role;

class Team : public PageFixture {
protected:
    Team()
    {
        common = files.reader().spaces().front().id;
        desk.known.members = {{.id = ana, .name = "ana", .role = Role::Administrator},
                              {.id = ben, .name = "ben", .role = Role::Recruiter, .joined = false},
                              {.id = priya, .name = "priya", .role = Role::Recruiter}};
        desk.known.grants = {{.space = common, .member = ana, .rights = Rights::Manage},
                             {.space = common, .member = priya, .rights = Rights::Write}};
    }
    /// As priya, in a role, with these rights on the one space.
    void signIn(Role role, Rights rights)
    {
        const sync::SpaceInfo info{
            .id = common, .name = "Northmoor", .kind = SpaceKind::Organisation, .rights = rights};
        SyncState state = test::FakeSyncDesk::signedIn();
        state.account->role = role;
        state.account->userId = priya;
        state.account->organisationId = files.ids.make();
        state.account->device = files.workspace().sync().device();
        ASSERT_TRUE(files.workspace().sync().join(*state.account, std::span(&info, 1), common));
        sync.show(state);
        page.refresh();
    }
    [[nodiscard]] QStringList members() const
    {
        QStringList lines;
        for (const TeamMemberLine& line : page.members())
            lines << line.name + u' ' + rightsInWords(line.rights) + (line.changeable ? u"*"_s : QString{});
        return lines;
    }

    Id ana = files.ids.make();
    Id ben = files.ids.make();
    Id priya = files.ids.make();
    Id common;
    test::FakeSyncDesk sync;
    test::FakeTeamDesk desk;
    TeamPage page{worker, sync, desk, files.ids};
    ErasePage erasing{worker, sync, desk};
    QSignalSpy said{&page, &TeamPage::said};
};

TEST_F(Team, ShowsWhoIsInASpaceAndWhatTheyMayDo)
{
    signIn(Role::Recruiter, Rights::Write);
    ASSERT_EQ(page.spaces().count(), 1);
    EXPECT_EQ(page.spaces().at(0)->detail, u"Organisation · you may edit"_s);
    EXPECT_EQ(members(), (QStringList{u"ana manages"_s, u"priya may edit"_s}));
    EXPECT_EQ(page.members()[1].detail, u"recruiter · you"_s);
    EXPECT_EQ(page.membership(), u"Northmoor Council · priya, recruiter"_s);
}

TEST_F(Team, TellsWhomToAskWhereNothingMayBeChanged)
{
    signIn(Role::Recruiter, Rights::Write);
    EXPECT_FALSE(page.mayManage());
    EXPECT_FALSE(page.administers());
    EXPECT_TRUE(page.sentence().endsWith(u"ask ana."_s)) << page.sentence().toStdString();
    EXPECT_TRUE(page.colleaguesSentence().endsWith(u"ask ana."_s));
    page.grant(u"ben"_s, Rights::Read);
    page.rename(u"Mine"_s);
    page.invite(u"tom"_s, Role::Recruiter);
    EXPECT_TRUE(desk.asked.empty());
}

TEST_F(Team, GrantsAndTakesBackWhereOneManages)
{
    signIn(Role::Administrator, Rights::Manage);
    EXPECT_EQ(page.candidates(), QStringList{u"ben"_s});
    page.grant(u" ben "_s, Rights::Read);
    EXPECT_EQ(desk.asked.back(), "grant ben read");
    EXPECT_EQ(said.back().front().toString(), u"ben may read in Northmoor"_s);
    EXPECT_EQ(members(), (QStringList{u"ana manages*"_s, u"priya may edit*"_s, u"ben may read*"_s}));
    QSignalSpy revoked(&page, &TeamPage::revoked);
    page.grant(u"ben"_s, Rights::None);
    ASSERT_EQ(revoked.size(), 1);
    EXPECT_EQ(revoked[0][0].toString(), u"ben no longer sees Northmoor, and their machines forget it"_s);
    EXPECT_EQ(page.members().size(), 2U);
    page.grant(u"ana"_s, Rights::Manage);
    EXPECT_EQ(desk.asked.size(), 2U) << "it is so already";
}

TEST_F(Team, SaysWhyTheServerRefused)
{
    signIn(Role::Administrator, Rights::Manage);
    desk.failure = sync::Failure{sync::Trouble::Denied, "Somebody must stay who manages the space."};
    page.grant(u"ana"_s, Rights::Read);
    EXPECT_EQ(said.back().front().toString(), u"ana was not let in. Somebody must stay who manages the space."_s);
    EXPECT_EQ(members().front(), u"ana manages*"_s) << "what is shown is what is";
}

TEST_F(Team, KeepsTheLastAnswerWhileTheServerIsAway)
{
    signIn(Role::Recruiter, Rights::Read);
    desk.failure = sync::Failure{sync::Trouble::Offline, "The server cannot be reached."};
    page.refresh();
    EXPECT_EQ(members().size(), 2);
    EXPECT_TRUE(page.problem().startsWith(u"This is how it was"_s));
    desk.failure = sync::Failure{sync::Trouble::BadMessage, "There is nothing at this address."};
    page.refresh();
    EXPECT_TRUE(page.problem().startsWith(u"This server is too old"_s));
    desk.failure.reset();
    page.refresh();
    EXPECT_EQ(page.problem(), u""_s);
}

TEST_F(Team, ShowsANewSpaceWhenItHasCome)
{
    signIn(Role::Recruiter, Rights::Read);
    page.makeSpace(u"  Platform team "_s, SpaceKind::Team);
    EXPECT_EQ(desk.asked.back(), "make Platform team");
    EXPECT_EQ(page.current()->id, common) << "it has not come yet";
    // As the next round brings it.
    const sync::PullReply pulled{
        .spaces = {{.id = common, .name = "Northmoor", .kind = SpaceKind::Organisation, .rights = Rights::Read},
                   {.id = desk.made, .name = "Platform team", .kind = SpaceKind::Team, .rights = Rights::Manage}},
        .cursor = "next"};
    ASSERT_TRUE(files.workspace().sync().stage(pulled));
    ASSERT_TRUE(files.workspace().sync().takeStaged(false));
    ASSERT_NE(page.current(), nullptr);
    EXPECT_EQ(page.current()->id, desk.made);
}

TEST_F(Team, HandsOverTheCodeOfAnInvitation)
{
    signIn(Role::Administrator, Rights::Manage);
    QSignalSpy invited(&page, &TeamPage::invited);
    page.invite(u"tom"_s, Role::BusinessManager);
    EXPECT_EQ(desk.asked.back(), "invite tom business-manager");
    ASSERT_EQ(invited.size(), 1);
    EXPECT_EQ(invited[0][1].toString(), u"7QF2-9MKD-XW3P"_s);
}

TEST_F(Team, ForgetsEverybodyWhenSignedOut)
{
    signIn(Role::Administrator, Rights::Manage);
    sync.show({});
    EXPECT_FALSE(page.signedIn());
    EXPECT_EQ(page.spaces().count(), 0);
    EXPECT_TRUE(page.members().empty());
    EXPECT_TRUE(page.colleagues().empty());
}

TEST_F(Team, OffersNoErasingWhereOneDoesNotManage)
{
    const Id zoe = files.addPerson("Zoë Adler");
    signIn(Role::Recruiter, Rights::Write);
    EXPECT_FALSE(erasing.mayErase(zoe));
    EXPECT_FALSE(erasing.begin(zoe));
    erasing.erase();
    EXPECT_TRUE(desk.asked.empty());
}

TEST_F(Team, SaysThatNothingWasErasedWhileTheServerIsAway)
{
    const Id zoe = files.addPerson("Zoë Adler");
    signIn(Role::Recruiter, Rights::Manage);
    ASSERT_TRUE(erasing.begin(zoe));
    EXPECT_TRUE(erasing.consequences().front().contains(u"every colleague"_s));
    QSignalSpy erased(&erasing, &ErasePage::erased);
    desk.failure = sync::Failure{sync::Trouble::Offline, "The server cannot be reached."};
    erasing.erase();
    EXPECT_EQ(erasing.problem(), u"Nothing was erased. The server cannot be reached."_s);
    EXPECT_TRUE(erased.isEmpty());
    desk.failure.reset();
    erasing.erase();
    EXPECT_EQ(desk.erased, zoe);
    EXPECT_EQ(erased.size(), 1);
    EXPECT_TRUE(files.reader().card(zoe, files.clock.now())) << "the next round takes them away here";
}

TEST_F(Team, ErasesHereWhereThereIsNoServer)
{
    const Id zoe = files.addPerson("Zoë  Adler");
    const Id kim = files.addPerson("Kim Doe");
    ASSERT_TRUE(LogInteraction(files.services()).run({.people = {zoe, kim}, .at = files.clock.now(), .text = "All"}));
    ASSERT_TRUE(LogInteraction(files.services()).run({.people = {zoe}, .at = files.clock.now(), .text = "Alone"}));
    ASSERT_TRUE(erasing.begin(zoe));
    const QString all = erasing.consequences().join(u'\n');
    EXPECT_TRUE(all.contains(u"With them go: 1 conversation"_s)) << all.toStdString();
    EXPECT_TRUE(all.contains(u"1 conversation with others stays"_s));
    EXPECT_TRUE(all.contains(u"Backups, exports and reports made before still hold them"_s));
    EXPECT_FALSE(all.contains(u"every colleague"_s));
    EXPECT_FALSE(erasing.confirms(u""_s));
    EXPECT_FALSE(erasing.confirms(u"Zoe Adler"_s));
    EXPECT_TRUE(erasing.confirms(u" zoë adler"_s));
    QSignalSpy erased(&erasing, &ErasePage::erased);
    erasing.erase();
    EXPECT_EQ(erased.size(), 1);
    EXPECT_FALSE(files.reader().row(Kind::Person, zoe));
    EXPECT_TRUE(desk.asked.empty());
    erasing.erase();
    EXPECT_EQ(erased.size(), 1) << "once is enough";
}

}  // namespace

}  // namespace kith::ui
