// Working with colleagues, in the words of those who do.
#include "colleague.h"

#include <kith/pages/conversation_page.h>
#include <kith/usecases/contact_points.h>
#include <kith/usecases/people.h>

#include <gtest/gtest.h>

namespace kith::ui {

namespace {

using namespace Qt::Literals::StringLiterals;
using sync::Trouble;

class WorkingWithColleagues : public testing::Test {
protected:
    WorkingWithColleagues()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        bed.clock().set(ana.file.clock.now());
    }
    [[nodiscard]] std::string invite(const std::string& name, sync::Role role = sync::Role::Recruiter)
    {
        const std::string code = server_support::must(bed.admin().addUser(name, role));
        EXPECT_TRUE(bed.admin().grant(name, bed.common().toString(), sync::Rights::Write));
        return code;
    }
    void bothSignIn()
    {
        zoe = ana.file.addPerson("Zoë Adler");
        ana.signIn(invite("ana"));
        ben.signIn(invite("ben"));
        ASSERT_EQ(ben.page.words(), u"Up to date"_s);
    }
    /// Both change Zoë's city without knowing of each other; Ben is the later one.
    void collide()
    {
        ana.writeCity(zoe, "Porto");
        ben.file.clock.advance(std::chrono::seconds{5});
        ben.writeCity(zoe, "Lisbon");
        ana.sync.round();
        ben.sync.round();
        ana.sync.round();
    }

    server_support::Bed bed{server_support::On::Sqlite};
    test::Colleague ana{bed, "ana", 1};
    test::Colleague ben{bed, "ben", 2};
    Id zoe;
};

TEST_F(WorkingWithColleagues, NobodyIsPushedWhoWorksAlone)
{
    EXPECT_EQ(ana.page.words(), u"Only on this machine"_s);
    EXPECT_EQ(ana.page.waiting(), u""_s);
    ana.file.addPerson("Zoë Adler");
    EXPECT_EQ(ana.page.words(), u"Only on this machine"_s);
    ana.page.syncNow();
    EXPECT_EQ(ana.page.words(), u"Only on this machine"_s);
}

TEST_F(WorkingWithColleagues, WhatIWriteIsAtMyColleaguesDesk)
{
    bothSignIn();
    EXPECT_EQ(ana.page.membership(), u"Example · ana, recruiter"_s);
    ana.writeCity(zoe, "Leeds");
    EXPECT_EQ(ana.page.words(), u"1 edit waiting"_s);
    EXPECT_EQ(ana.page.waiting(), u"1 edit waits to be sent, since 09:30."_s);
    ana.page.syncNow();
    EXPECT_EQ(ana.page.words(), u"Up to date"_s);
    ben.page.syncNow();
    EXPECT_EQ(ben.cityOf(zoe), "Leeds");
}

TEST_F(WorkingWithColleagues, ATrainRideLosesNothing)
{
    bothSignIn();
    ben.network.goOffline();
    ben.file.clock.advance(std::chrono::hours{5});
    bed.clock().advance(std::chrono::hours{5});
    ben.page.syncNow();
    EXPECT_EQ(ben.page.words(), u"Offline since 14:30"_s);
    ben.writeCity(zoe, "Leeds");
    ben.writeCity(zoe, "York");
    EXPECT_EQ(ben.page.words(), u"Offline since 14:30"_s);
    EXPECT_TRUE(ben.page.sentence().contains(u"2 edits wait to be sent"_s)) << ben.page.sentence().toStdString();
    ben.network.comeBack();
    ben.page.syncNow();
    EXPECT_EQ(ben.page.words(), u"Up to date"_s);
    ana.page.syncNow();
    EXPECT_EQ(ana.cityOf(zoe), "York");
}

TEST_F(WorkingWithColleagues, AConflictShowsBothValuesAndIsSettledWithOneKeyAndUndone)
{
    bothSignIn();
    collide();
    EXPECT_EQ(ana.page.words(), u"1 conflict"_s);
    ASSERT_EQ(ana.page.conflicts().count(), 1);
    const ConflictLine line = *ana.page.conflicts().at(0);
    EXPECT_EQ(line.about, u"Zoë Adler"_s);
    EXPECT_EQ(line.field, u"City"_s);
    EXPECT_EQ(line.kept, u"Lisbon"_s);
    EXPECT_EQ(line.keptBy, u"ben, 09:30"_s);
    EXPECT_EQ(line.lost, u"Porto"_s);
    EXPECT_EQ(line.lostBy, u"ana, 09:30"_s);
    ana.page.take(line.id);
    EXPECT_EQ(ana.said.last(), u"The other value is in its place"_s);
    EXPECT_EQ(ana.page.conflicts().count(), 0);
    EXPECT_EQ(ana.cityOf(zoe), "Porto");
    ASSERT_TRUE(UndoLast(ana.file.services()).run());
    EXPECT_EQ(ana.page.conflicts().count(), 1);
    EXPECT_EQ(ana.cityOf(zoe), "Lisbon");
}

TEST_F(WorkingWithColleagues, KeepingWhatStandsClosesTheConflictForBoth)
{
    bothSignIn();
    collide();
    ana.page.keep(ana.page.conflicts().at(0)->id);
    ana.page.syncNow();
    ben.page.syncNow();
    EXPECT_EQ(ben.page.words(), u"Up to date"_s);
    EXPECT_EQ(ben.cityOf(zoe), "Lisbon");
}

TEST_F(WorkingWithColleagues, WhatTheServerDoesNotTakeIsShownWithTheReasonUntilIDismissIt)
{
    bothSignIn();
    ASSERT_TRUE(bed.admin().grant("ben", bed.common().toString(), sync::Rights::Read));
    ben.writeCity(zoe, "Leeds");
    ben.page.syncNow();
    EXPECT_EQ(ben.page.words(), u"1 edit not taken"_s);
    ASSERT_EQ(ben.page.rejected().count(), 1);
    EXPECT_EQ(ben.page.rejected().at(0)->what, u"Person · Zoë Adler"_s);
    EXPECT_TRUE(ben.page.rejected().at(0)->reason.contains(u"rights"_s));
    EXPECT_EQ(ben.cityOf(zoe), "");
    ben.page.dismiss(ben.page.rejected().at(0)->seq);
    EXPECT_EQ(ben.page.rejected().count(), 0);
    EXPECT_EQ(ben.page.words(), u"Up to date"_s);
}

TEST_F(WorkingWithColleagues, WhatTheServerDoesNotTakeOfAPersonIsShownWithWhoseItIs)
{
    bothSignIn();
    ASSERT_TRUE(AddContactPoint(ben.file.services()).run(zoe, ContactKind::Email, "zoe@adler.example"));
    ben.page.syncNow();
    const Id point = ben.file.reader().person(zoe, ben.file.clock.now())->contactPoints.at(0).id;
    ASSERT_TRUE(bed.admin().grant("ben", bed.common().toString(), sync::Rights::Read));
    ASSERT_TRUE(EditContactPoint(ben.file.services()).run(point, "zoe@bell.example", ""));
    ben.page.syncNow();
    ASSERT_EQ(ben.page.rejected().count(), 1);
    EXPECT_TRUE(ben.page.rejected().at(0)->what.endsWith(u" · Zoë Adler"_s));
}

TEST_F(WorkingWithColleagues, SigningInSaysPlainlyWhatWentWrong)
{
    const auto fails = [&](Trouble trouble, const char* sentence) {
        ana.network.setMood(sync::Failure{.trouble = trouble, .sentence = sentence});
        ana.signIn({});
        EXPECT_EQ(ana.door.step(), SignInPage::Step::Form);
        return ana.door.problem();
    };
    EXPECT_EQ(fails(Trouble::SignIn, "x"), u"The name, the password or the code is wrong. Nothing was changed."_s);
    EXPECT_EQ(fails(Trouble::Offline, "The server cannot be reached."),
              u"The server cannot be reached. Check the address and the network; nothing was changed."_s);
    EXPECT_TRUE(fails(Trouble::NotKith, "x").contains(u"sign in on a web page"_s));
    EXPECT_TRUE(fails(Trouble::Untrusted, "The server's certificate is not trusted.").contains(u"Nothing was sent"_s));
    EXPECT_TRUE(fails(Trouble::TooOld, "x").contains(u"too old"_s));
    EXPECT_TRUE(fails(Trouble::Busy, "x").contains(u"Wait some minutes"_s));
    ana.network.comeBack();
    const std::string code = invite("ana");
    ASSERT_TRUE(bed.admin().grant("ana", bed.common().toString(), sync::Rights::Read));
    ana.signIn(code);
    EXPECT_TRUE(ana.door.problem().contains(u"no space yet that you may write in"_s));
    EXPECT_EQ(ana.page.words(), u"Only on this machine"_s);
}

TEST_F(WorkingWithColleagues, AFormThatMissesSomethingIsNotSent)
{
    ana.network.goOffline();
    ana.door.submit({.server = {}, .user = u"ana"_s, .password = u"x"_s, .code = {}, .device = {}});
    EXPECT_TRUE(ana.door.problem().startsWith(u"Say which server"_s));
    ana.door.submit({.server = u"kith.example"_s, .user = u" "_s, .password = u"x"_s, .code = {}, .device = {}});
    EXPECT_EQ(ana.door.problem(), u"Say the name of your account."_s);
    ana.door.submit({.server = u"kith.example"_s, .user = u"ana"_s, .password = {}, .code = u"c"_s, .device = {}});
    EXPECT_TRUE(ana.door.problem().startsWith(u"Choose a password"_s));
    EXPECT_EQ(SignInPage::addressOf(u" kith.example.org/ "_s), u"https://kith.example.org"_s);
    EXPECT_EQ(SignInPage::addressOf(u"http://kith.example"_s), u"http://kith.example"_s);
    EXPECT_EQ(SignInPage::addressOf(u"localhost:8787"_s), u"http://localhost:8787"_s);
}

TEST_F(WorkingWithColleagues, IChooseWhoSeesWhatIsHereAlready)
{
    const std::string code = invite("ana");
    const auto boss = bed.enrol("boss", sync::Role::Administrator);
    const Id team = bed.makeSpace(boss, "Digital");
    ASSERT_TRUE(bed.admin().grant("ana", team.toString(), sync::Rights::Write));
    ana.signIn(code);
    ASSERT_EQ(ana.door.step(), SignInPage::Step::Choosing);
    ASSERT_EQ(ana.door.choices().size(), 2U);
    EXPECT_EQ(ana.door.choices()[1].name, u"Digital"_s);
    EXPECT_EQ(ana.door.choices()[1].detail, u"Seen by the team"_s);
    ana.door.choose(team);
    EXPECT_EQ(ana.door.step(), SignInPage::Step::Done);
    EXPECT_EQ(ana.page.words(), u"Up to date"_s);
}

TEST_F(WorkingWithColleagues, IRevokeALaptopThatWasLost)
{
    bothSignIn();
    ana.page.refresh();
    ASSERT_EQ(ana.page.devices().size(), 1U);
    EXPECT_EQ(ana.page.devices()[0].note, u"This device"_s);
    EXPECT_FALSE(ana.page.devices()[0].revocable);
    test::Colleague laptop(bed, "ana", 3);
    laptop.signIn({});
    ana.page.refresh();
    ASSERT_EQ(ana.page.devices().size(), 2U);
    EXPECT_TRUE(ana.page.devices()[0].current);
    ana.page.revoke(ana.page.devices()[1].id);
    EXPECT_EQ(ana.said.last(), u"desk can no longer sync"_s);
    laptop.page.syncNow();
    EXPECT_EQ(laptop.page.words(), u"Sign in again"_s);
}

TEST_F(WorkingWithColleagues, AMassRemovalAsksFirst)
{
    for (int i = 0; i < 300; ++i) ana.file.addPerson("Person " + std::to_string(i));
    bothSignIn();
    std::vector<Id> all;
    ana.file.reader().forEachRow(Kind::Person, [&](const Row& row) {
        if (row.id != zoe) all.push_back(row.id);
        return true;
    });
    for (const Id& person : all) ASSERT_TRUE(RemovePerson(ana.file.services()).run(person));
    ana.page.syncNow();
    ben.page.syncNow();
    EXPECT_EQ(ben.page.words(), u"Waits for your decision"_s);
    EXPECT_TRUE(ben.page.sentence().contains(u"300"_s)) << ben.page.sentence().toStdString();
    EXPECT_EQ(ben.file.reader().countPeople(), 301U);
    ben.page.allowRemovals();
    EXPECT_EQ(ben.page.words(), u"Up to date"_s);
    EXPECT_EQ(ben.file.reader().countPeople(), 1U);
}

TEST_F(WorkingWithColleagues, SomebodyErasedWhileIReadThemLeavesThePageAndTheDrafts)
{
    bothSignIn();
    PersonPage person(ben.worker, ben.file.clock, ben.file.zone, 50);
    ConversationPage conversation(ben.worker, ben.file.clock, ben.file.zone);
    QStringList said;
    QObject::connect(&person, &PersonPage::vanished, [&](const QString& sentence) { said << sentence; });
    QObject::connect(&conversation, &ConversationPage::vanished, [&](const QString& sentence) { said << sentence; });
    person.show(zoe);
    conversation.begin(zoe);
    conversation.setText(u"Thinks of leaving in March"_s);
    conversation.keepNow();
    const std::string key = "draft.log." + zoe.toString();
    ASSERT_NE(ben.file.reader().setting(key), "");
    const auto boss = bed.enrol("boss", sync::Role::Administrator);
    ASSERT_TRUE(bed.admin().grant("boss", bed.common().toString(), sync::Rights::Manage));
    ASSERT_TRUE(bed.server().command(boss.tokens.access, {.what = sync::Command::What::Erase, .subject = zoe}, {}));
    ben.page.syncNow();
    EXPECT_EQ(said.size(), 2);
    EXPECT_FALSE(person.lines());
    EXPECT_EQ(conversation.draft().text, u""_s);
    EXPECT_EQ(ben.file.reader().setting(key), "");
}

TEST_F(WorkingWithColleagues, APersonMovedToAnotherSpaceStaysOnThePage)
{
    bothSignIn();
    const auto boss = bed.enrol("boss", sync::Role::Administrator);
    const Id team = bed.makeSpace(boss, "Digital");
    for (const char* name : {"ana", "ben"}) ASSERT_TRUE(bed.admin().grant(name, team.toString(), sync::Rights::Write));
    ana.page.syncNow();
    ben.page.syncNow();
    PersonPage person(ben.worker, ben.file.clock, ben.file.zone, 50);
    person.show(zoe);
    Edit edit{.command = CommandKind::MoveToSpace};
    edit.put(Kind::Person, zoe).space = team;
    const auto moved = ana.file.workspace().apply(edit);
    ASSERT_TRUE(moved) << moved.error().message;
    ASSERT_EQ(moved->rows.front().fields.front().field, kPlacingField);
    ana.page.syncNow();
    ASSERT_EQ(ana.page.rejected().count(), 0) << ana.page.rejected().at(0)->reason.toStdString();
    ben.page.syncNow();
    EXPECT_EQ(ben.file.reader().row(Kind::Person, zoe)->space, team);
    EXPECT_TRUE(person.lines());
    EXPECT_EQ(ben.page.words(), u"Up to date"_s);
}

TEST_F(WorkingWithColleagues, SigningOutKeepsEverythingHere)
{
    bothSignIn();
    ben.page.signOut();
    EXPECT_EQ(ben.page.words(), u"Only on this machine"_s);
    EXPECT_EQ(ben.said.last(), u"Signed out. Everything here stays, and is this machine's alone."_s);
    EXPECT_EQ(ben.cityOf(zoe), "");
}

}  // namespace

}  // namespace kith::ui
