// What an administrator does from the desktop, against the real server.
#include "colleague.h"

#include <kith/pages/erase_page.h>
#include <kith/pages/team_page.h>

#include <QSignalSpy>
#include <gtest/gtest.h>

namespace kith::ui {

namespace {

using namespace Qt::Literals::StringLiterals;
using sync::Rights;
using sync::Role;

class AnAdministrator : public testing::Test {
protected:
    AnAdministrator()
    {
        bed.clock().set(ana.file.clock.now());
        zoe = ana.file.addPerson("Zoë Adler");
        ana.signIn(server_support::must(bed.admin().addUser("ana", Role::Administrator)));
        EXPECT_TRUE(bed.admin().grant("ana", bed.common().toString(), Rights::Manage));
        ana.page.syncNow();
        team.refresh();
    }
    void choose(const QString& name)
    {
        for (const TeamSpace& space : team.spaces().items())
            if (space.name == name) return team.select(space.id);
        ADD_FAILURE() << "no space " << name.toStdString();
    }
    [[nodiscard]] static QStringList namesIn(TeamPage& page)
    {
        QStringList names;
        for (const TeamMemberLine& line : page.members()) names << line.name + u' ' + rightsInWords(line.rights);
        return names;
    }

    server_support::Bed bed{server_support::On::Sqlite};
    test::Colleague ana{bed, "ana", 1};
    test::Colleague ben{bed, "ben", 2};
    TeamPage team{ana.worker, ana.sync, ana.sync, ana.file.ids};
    TeamPage bens{ben.worker, ben.sync, ben.sync, ben.file.ids};
    ErasePage erasing{ana.worker, ana.sync, ana.sync};
    Id zoe;
};

TEST_F(AnAdministrator, InvitesSomebodyAndSharesANewSpaceWithThem)
{
    QSignalSpy invited(&team, &TeamPage::invited);
    team.invite(u"ben"_s, Role::Recruiter);
    ASSERT_EQ(invited.size(), 1);
    ASSERT_EQ(team.colleagues().size(), 2U);
    EXPECT_EQ(team.colleagues()[1].detail, u"recruiter · has not signed in yet"_s);
    ben.signIn(invited[0][1].toString().toStdString());
    EXPECT_EQ(ben.page.words(), u"Up to date"_s);

    team.makeSpace(u"Platform team"_s, SpaceKind::Team);
    ASSERT_NE(team.current(), nullptr);
    EXPECT_EQ(team.current()->name, u"Platform team"_s) << "it is shown once it is there";
    team.grant(u"ben"_s, Rights::Read);
    EXPECT_EQ(namesIn(team), (QStringList{u"ana manages"_s, u"ben may read"_s}));
    ben.page.syncNow();
    bens.refresh();
    ASSERT_EQ(bens.spaces().count(), 3) << "the organisation's, the team's and his own";
    bens.select(team.current()->id);
    EXPECT_FALSE(bens.mayManage());
    EXPECT_TRUE(bens.sentence().endsWith(u"ask ana."_s));
    EXPECT_EQ(namesIn(bens), (QStringList{u"ana manages"_s, u"ben may read"_s}));

    team.rename(u"Platform and data"_s);
    EXPECT_EQ(team.current()->name, u"Platform and data"_s);
    team.grant(u"ben"_s, Rights::None);
    ben.page.syncNow();
    EXPECT_EQ(bens.spaces().count(), 2);
    bens.refresh();
    for (const TeamMemberLine& line : bens.members()) EXPECT_NE(line.rights, Rights::None);
}

TEST_F(AnAdministrator, IsToldWhyTheLastManagerStays)
{
    choose(QString::fromStdString(ana.file.reader().spaces().front().name));
    QSignalSpy said(&team, &TeamPage::said);
    team.grant(u"ana"_s, Rights::Read);
    ASSERT_EQ(said.size(), 1);
    EXPECT_TRUE(said[0][0].toString().contains(u"Somebody must stay who manages the space"_s));
    ana.network.goOffline();
    team.grant(u"nobody"_s, Rights::Read);
    EXPECT_EQ(said.size(), 2);
    team.refresh();
    EXPECT_FALSE(team.problem().isEmpty());
}

TEST_F(AnAdministrator, ErasesSomebodyAtEveryDeskAlsoWhenTheServerHadNotHeardOfThem)
{
    QSignalSpy invited(&team, &TeamPage::invited);
    team.invite(u"ben"_s, Role::Recruiter);
    ben.signIn(invited[0][1].toString().toStdString());
    ASSERT_TRUE(ben.file.reader().card(zoe, ben.file.clock.now()));
    ASSERT_TRUE(erasing.begin(zoe));
    QSignalSpy erased(&erasing, &ErasePage::erased);
    erasing.erase();
    ASSERT_EQ(erased.size(), 1) << erasing.problem().toStdString();
    EXPECT_FALSE(ana.file.reader().row(Kind::Person, zoe));
    ben.page.syncNow();
    EXPECT_FALSE(ben.file.reader().row(Kind::Person, zoe));

    const Id kim = ana.file.addPerson("Kim Doe");
    ASSERT_TRUE(erasing.begin(kim));
    erasing.erase();
    EXPECT_EQ(erased.size(), 2) << erasing.problem().toStdString();
    EXPECT_FALSE(ana.file.reader().row(Kind::Person, kim));

    const Id ira = ana.file.addPerson("Ira Lund");
    ana.network.goOffline();
    ASSERT_TRUE(erasing.begin(ira));
    erasing.erase();
    EXPECT_EQ(erased.size(), 2);
    EXPECT_TRUE(erasing.problem().startsWith(u"Nothing was erased."_s));
    EXPECT_TRUE(ana.file.reader().row(Kind::Person, ira));
}

TEST_F(AnAdministrator, KeepsTheFileOfCertificatesOnceItHasServed)
{
    const std::string code = server_support::must(bed.admin().addUser("ben", Role::Recruiter));
    SignInPage::Form form{.server = u"kith.example"_s,
                          .user = u"ben"_s,
                          .password = u"correct horse battery"_s,
                          .code = u"wrong"_s,
                          .device = u"desk"_s,
                          .caFile = u"/etc/ssl/our-own.pem"_s};
    ben.door.submit(form);
    EXPECT_FALSE(ben.door.problem().isEmpty());
    EXPECT_EQ(ben.file.reader().setting(settings::kCaFile), "");
    form.code = QString::fromStdString(code);
    ben.door.submit(form);
    EXPECT_EQ(ben.door.step(), SignInPage::Step::Done) << ben.door.problem().toStdString();
    EXPECT_EQ(ben.file.reader().setting(settings::kCaFile), "/etc/ssl/our-own.pem");
    EXPECT_EQ(ben.sync.state().caFile, "/etc/ssl/our-own.pem");
    ben.door.begin();
    EXPECT_EQ(ben.door.proposed().caFile, u"/etc/ssl/our-own.pem"_s);
}

TEST_F(AnAdministrator, SeesWhenItLastSyncedAfterARestart)
{
    ana.page.syncNow();
    const auto before = ana.sync.state().lastRound;
    ASSERT_TRUE(before);
    ana.file.clock.advance(std::chrono::hours{3});
    ana.network.goOffline();
    server_support::InlineSync again(ana.file.workspace().sync(), ana.network, ana.file.clock);
    EXPECT_EQ(again.state().lastRound, std::chrono::floor<std::chrono::minutes>(*before));
    EXPECT_EQ(ana.file.workspace().sync().lastRound(), again.state().lastRound);
    ASSERT_TRUE(ana.file.workspace().sync().leave());
    EXPECT_FALSE(ana.file.workspace().sync().lastRound());
}

}  // namespace

}  // namespace kith::ui
