// Two colleagues change the same thing at the same time, and one of them settles it.
#include "desktop.h"

#include <kith/usecases/history.h>
#include <kith/usecases/interactions.h>
#include <kith/usecases/sync/conflicts.h>

namespace kith::test {

namespace {

class Conflicts : public TwoDesktops {
public:
    Conflicts()
    {
        zoe = ana.file().addPerson("Zoë Adler");
        ana.synced();
        ben.synced();
    }
    void moveTo(Desktop& desktop, const std::string& city)
    {
        desktop.file().clock.advance(std::chrono::seconds{1});
        ASSERT_TRUE(EditPersonField(desktop.services()).run(zoe, person::city, Value{city}));
    }
    [[nodiscard]] std::string cityAt(Desktop& desktop)
    {
        return textOf(desktop.reader().row(Kind::Person, zoe)->values[person::city]);
    }
    /// Ana wrote Porto, Ben wrote Lisbon later; both know of it.
    OpenConflict collide()
    {
        moveTo(ana, "Porto");
        ben.file().clock.advance(std::chrono::seconds{5});
        moveTo(ben, "Lisbon");
        ana.synced();
        ben.synced();
        ana.synced();
        const auto open = openConflicts(ana.reader());
        EXPECT_EQ(open.size(), 1U);
        return open.empty() ? OpenConflict{} : open.front();
    }

    Id zoe;
};

TEST_F(Conflicts, ShowBothValuesAndWhoWroteThem)
{
    const OpenConflict conflict = collide();
    EXPECT_EQ(conflict.row, zoe);
    EXPECT_EQ(conflict.person, zoe);
    EXPECT_EQ(conflict.about, "Zoë Adler");
    EXPECT_EQ(conflict.field, person::city);
    EXPECT_EQ(conflict.kept, Value{"Lisbon"});
    EXPECT_EQ(conflict.keptBy, "ben");
    EXPECT_EQ(conflict.lost, Value{"Porto"});
    EXPECT_EQ(conflict.lostBy, "ana");
    EXPECT_LT(conflict.lostAt, *conflict.keptAt);
    EXPECT_EQ(ana.store().counts().conflicts, 1U);
}

TEST_F(Conflicts, TakingTheOtherValueIsSeenByBoth)
{
    const OpenConflict conflict = collide();
    const auto done = SettleConflict(ana.services()).take(conflict.id);
    ASSERT_TRUE(done) << done.error().message;
    EXPECT_EQ(done->kind, CommandKind::SettleConflict);
    EXPECT_EQ(cityAt(ana), "Porto");
    EXPECT_TRUE(openConflicts(ana.reader()).empty());
    EXPECT_EQ(ana.synced().rejected, 0U);
    EXPECT_TRUE(ben.synced().verified);
    EXPECT_EQ(cityAt(ben), "Porto");
    EXPECT_TRUE(openConflicts(ben.reader()).empty());
}

TEST_F(Conflicts, KeepingWhatStandsIsSeenByBoth)
{
    const OpenConflict conflict = collide();
    ASSERT_TRUE(SettleConflict(ana.services()).keep(conflict.id));
    ana.synced();
    EXPECT_TRUE(ben.synced().verified);
    EXPECT_EQ(cityAt(ben), "Lisbon");
    EXPECT_EQ(ben.store().counts().conflicts, 0U);
}

TEST_F(Conflicts, UndoOpensTheConflictAgainAndPutsTheValueBack)
{
    const OpenConflict conflict = collide();
    ana.file().clock.advance(std::chrono::minutes{10});
    bed.clock().advance(std::chrono::minutes{10});
    ben.file().clock.advance(std::chrono::minutes{10});
    ASSERT_TRUE(SettleConflict(ana.services()).take(conflict.id));
    ana.synced();
    ASSERT_TRUE(UndoLast(ana.services()).run());
    EXPECT_EQ(cityAt(ana), "Lisbon");
    ASSERT_EQ(openConflicts(ana.reader()).size(), 1U);
    EXPECT_EQ(openConflicts(ana.reader()).front().keptBy, "ben");
    EXPECT_FALSE(openConflicts(ana.reader()).front().keptAt);
    ana.synced();
    EXPECT_TRUE(ben.synced().verified);
    EXPECT_EQ(cityAt(ben), "Lisbon");
    EXPECT_EQ(openConflicts(ben.reader()).size(), 1U);
}

TEST_F(Conflicts, AreSettledOnce)
{
    const OpenConflict conflict = collide();
    ASSERT_TRUE(SettleConflict(ana.services()).keep(conflict.id));
    const auto again = SettleConflict(ana.services()).take(conflict.id);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, ErrorCode::Conflict);
    EXPECT_EQ(cityAt(ana), "Lisbon");
}

TEST_F(Conflicts, SayNobodyWhoWroteWhatStandsOnceItWasChangedAgain)
{
    collide();
    moveTo(ana, "Faro");
    const auto open = openConflicts(ana.reader());
    ASSERT_EQ(open.size(), 1U);
    EXPECT_EQ(open.front().kept, Value{"Faro"});
    EXPECT_EQ(open.front().keptBy, "");
}

TEST_F(Conflicts, GoWithWhatTheyWereAbout)
{
    const OpenConflict conflict = collide();
    ASSERT_TRUE(RemovePerson(ana.services()).run(zoe));
    EXPECT_TRUE(openConflicts(ana.reader()).empty());
    EXPECT_EQ(ana.store().counts().conflicts, 0U);
    const auto late = SettleConflict(ana.services()).take(conflict.id);
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().code, ErrorCode::NotFound);
}

}  // namespace

}  // namespace kith::test
