#include "desktop.h"

#include <kith/usecases/history.h>

using namespace kith;
using namespace kith::test;

using Convergence = TwoDesktops;

TEST_F(Convergence, ShowsAColleagueWhatWasAdded)
{
    const Id zoe = ana.file().addPerson("Zoë Adler");
    EXPECT_TRUE(ana.synced().verified);
    const auto report = ben.synced();
    EXPECT_GT(report.pulled, 0U);
    EXPECT_TRUE(report.verified);
    EXPECT_EQ(ben.nameOf(zoe), "Zoë Adler");
}

TEST_F(Convergence, SendsNothingTwice)
{
    ana.file().addPerson("Zoë Adler");
    EXPECT_GT(ana.synced().pushed, 0U);
    EXPECT_EQ(ana.synced().pushed, 0U);
    EXPECT_EQ(ana.store().counts().waiting, 0U);
}

TEST_F(Convergence, BringsEditsOfDifferentFieldsTogether)
{
    const Id zoe = ana.file().addPerson("Zoë Adler");
    ana.synced();
    ben.synced();
    ana.rename(zoe, "Zoë Adler-Kim");
    ASSERT_TRUE(EditPersonField(ben.services()).run(zoe, person::city, Value{std::string("Leeds")}));
    ana.synced();
    ben.synced();
    ana.synced();
    for (Desktop* desktop : {&ana, &ben}) {
        EXPECT_EQ(desktop->nameOf(zoe), "Zoë Adler-Kim");
        EXPECT_EQ(textOf(desktop->reader().row(Kind::Person, zoe)->values[person::city]), "Leeds");
    }
}

TEST_F(Convergence, KeepsTheLosingEditForEverybodyToSee)
{
    const Id zoe = ana.file().addPerson("Zoë Adler");
    ana.synced();
    ben.synced();
    ana.rename(zoe, "Zoë A.");
    ben.file().clock.advance(std::chrono::seconds{5});
    ben.rename(zoe, "Zoë B.");
    ana.synced();
    ben.synced();
    ana.synced();
    for (Desktop* desktop : {&ana, &ben}) {
        EXPECT_EQ(desktop->nameOf(zoe), "Zoë B.");
        EXPECT_EQ(desktop->store().counts().conflicts, 1U);
    }
}

TEST_F(Convergence, RemovesWhatAColleagueRemoved)
{
    const Id zoe = ana.file().addPerson("Zoë Adler");
    ana.synced();
    ben.synced();
    ASSERT_TRUE(RemovePerson(ben.services()).run(zoe));
    ben.synced();
    EXPECT_TRUE(ana.synced().verified);
    EXPECT_EQ(ana.nameOf(zoe), "");
}

TEST_F(Convergence, CarriesAnUndoToTheColleague)
{
    const Id zoe = ana.file().addPerson("Zoë Adler");
    ana.rename(zoe, "Zoë Kim");
    ana.synced();
    ben.synced();
    ASSERT_TRUE(UndoLast(ana.services()).run());
    ana.synced();
    EXPECT_TRUE(ben.synced().verified);
    EXPECT_EQ(ben.nameOf(zoe), "Zoë Adler");
}

TEST_F(Convergence, LeavesWhatAColleagueChangedSinceAloneWhenUndoing)
{
    const Id zoe = ana.file().addPerson("Zoë Adler");
    ana.rename(zoe, "Zoë Kim");
    ana.synced();
    ben.synced();
    ben.rename(zoe, "Zoë Kim-Adler");
    ben.synced();
    ana.synced();
    const auto undone = UndoLast(ana.services()).run();
    ASSERT_TRUE(undone);
    EXPECT_EQ(undone->kept, 1U);
    EXPECT_EQ(ana.nameOf(zoe), "Zoë Kim-Adler");
}

TEST_F(Convergence, GoesOnAfterAnUndoThatFoundEverythingChanged)
{
    const Id zoe = ana.file().addPerson("Zoë Adler");
    ana.rename(zoe, "Zoë Kim");
    ana.synced();
    ben.synced();
    ben.rename(zoe, "Zoë Kim-Adler");
    ben.synced();
    ana.synced();
    ASSERT_TRUE(UndoLast(ana.services()).run());
    ana.rename(zoe, "Zoë A.");
    ana.rename(zoe, "Zoë B.");
    ana.synced();
    EXPECT_TRUE(ben.synced().verified);
    EXPECT_EQ(ben.nameOf(zoe), "Zoë B.");
}

TEST_F(Convergence, WorksOfflineForAWeekAndLosesNothing)
{
    const Id zoe = ana.file().addPerson("Zoë Adler");
    ana.synced();
    ben.synced();
    std::vector<Id> made;
    for (int day = 0; day < 7; ++day) {
        ben.file().clock.advance(std::chrono::hours{24});
        made.push_back(ben.file().addPerson("Person of day " + std::to_string(day)));
        ben.rename(zoe, "Zoë on day " + std::to_string(day));
    }
    bed.clock().advance(std::chrono::hours{24 * 7});
    ana.file().clock.advance(std::chrono::hours{24 * 7});
    EXPECT_EQ(ben.store().counts().waiting, 14U);
    ben.synced();
    EXPECT_TRUE(ana.synced().verified);
    for (const Id& person : made) EXPECT_NE(ana.nameOf(person), "");
    EXPECT_EQ(ana.nameOf(zoe), "Zoë on day 6");
}

TEST_F(Convergence, TakesTheServersWordOnAClockFromTheFuture)
{
    const Id zoe = ana.file().addPerson("Zoë Adler");
    ana.synced();
    ben.synced();
    ben.file().clock.advance(std::chrono::hours{24 * 3650});
    ben.rename(zoe, "Zoë in ten years");
    ben.synced();
    ana.synced();
    EXPECT_EQ(ana.nameOf(zoe), "Zoë in ten years");
    ana.file().clock.advance(std::chrono::minutes{5});
    bed.clock().advance(std::chrono::minutes{5});
    ana.rename(zoe, "Zoë now");
    ana.synced();
    EXPECT_TRUE(ben.synced().verified);
    EXPECT_EQ(ben.nameOf(zoe), "Zoë now");
}

TEST_F(Convergence, SendsWhatWasThereBeforeTheSignIn)
{
    Desktop carla{bed, 3};
    const Id zoe = carla.file().addPerson("Zoë Adler");
    const std::string code = server_support::must(bed.admin().addUser("carla", sync::Role::Recruiter));
    ASSERT_TRUE(bed.admin().grant("carla", bed.common().toString(), sync::Rights::Write));
    carla.join("carla", code);
    EXPECT_TRUE(carla.synced().verified);
    ana.synced();
    EXPECT_EQ(ana.nameOf(zoe), "Zoë Adler");
}
