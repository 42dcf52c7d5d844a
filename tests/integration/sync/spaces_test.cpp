// Rows in several spaces, and people who see some of them.
#include "desktop.h"

#include <kith/usecases/history.h>
#include <kith/usecases/log_interaction.h>
#include <kith/usecases/pay.h>
#include <kith/usecases/skills.h>
#include <kith/usecases/tags.h>

#include <algorithm>

using namespace kith;
using namespace kith::test;

namespace {

class Spaces : public TwoDesktops {
public:
    Spaces()
    {
        seniors = server_support::must(bed.admin().addSpace("Seniors", SpaceKind::Team));
        EXPECT_TRUE(bed.admin().grant("ana", seniors.toString(), sync::Rights::Write));
        ana.synced();
    }
    void move(const Id& person, const Id& space)
    {
        Edit edit{.command = CommandKind::MoveToSpace};
        edit.put(Kind::Person, person).space = space;
        ASSERT_TRUE(ana.services().writer.apply(edit));
    }
    [[nodiscard]] Id spaceOf(Desktop& desktop, const Id& person)
    {
        const auto row = desktop.reader().row(Kind::Person, person);
        return row ? row->space : Id{};
    }

    Id seniors;
};

}  // namespace

TEST_F(Spaces, APersonMovesToAnotherOneAndBackByUndo)
{
    const Id zoe = ana.file().addPerson("Zoë Adler");
    ana.synced();
    ben.synced();
    move(zoe, seniors);
    EXPECT_TRUE(ana.synced().verified);
    EXPECT_TRUE(ben.synced().verified);
    EXPECT_EQ(ben.nameOf(zoe), "") << "ben does not see the seniors";
    ASSERT_TRUE(UndoLast(ana.services()).run());
    EXPECT_EQ(spaceOf(ana, zoe), bed.common());
    EXPECT_TRUE(ana.synced().verified);
    EXPECT_TRUE(ben.synced().verified);
    EXPECT_EQ(ben.nameOf(zoe), "Zoë Adler");
}

TEST_F(Spaces, ThatHoldPartsOfWhatIsElsewhereAreSound)
{
    const Id zoe = ana.file().addPerson("Zoë Adler");
    ASSERT_TRUE(AddTag(ana.services()).run(zoe, "alumni"));
    Edit pay{.command = CommandKind::EditPay};
    RowEdit& row = pay.put(Kind::PayExpectation, ana.file().ids.make());
    row.fields = {{pay_expectation::person, zoe}, {pay_expectation::amount, std::string("70 000")}};
    row.space = seniors;
    ASSERT_TRUE(ana.services().writer.apply(pay));
    ana.synced();
    ASSERT_TRUE(bed.admin().revoke("ana", bed.common().toString()));
    ana.synced();
    EXPECT_EQ(ana.file().workspace().check(), std::vector<std::string>{});
}

TEST_F(Spaces, AreWhereTheServerSaysAsSoonAsSomebodyIsSignedIn)
{
    Desktop carla{bed, 3};
    const Id tom = carla.file().addPerson("Tom Kerr");
    ASSERT_NE(spaceOf(carla, tom), bed.common());
    const std::string code = server_support::must(bed.admin().addUser("carla", sync::Role::Recruiter));
    ASSERT_TRUE(bed.admin().grant("carla", bed.common().toString(), sync::Rights::Write));
    carla.join("carla", code);
    EXPECT_EQ(spaceOf(carla, tom), bed.common());
}

TEST_F(Spaces, StayWhereTheyAreWhenSomebodySignsInAgainWhoSeesMoreByThen)
{
    Desktop carla{bed, 3};
    const Id tom = carla.file().addPerson("Tom Kerr");
    const std::string code = server_support::must(bed.admin().addUser("carla", sync::Role::Recruiter));
    ASSERT_TRUE(bed.admin().grant("carla", seniors.toString(), sync::Rights::Write));
    ASSERT_TRUE(bed.admin().revoke("carla", bed.common().toString()));
    carla.join("carla", code);
    carla.synced();
    ASSERT_TRUE(bed.admin().grant("carla", bed.common().toString(), sync::Rights::Write));
    carla.signInAgain("carla");
    EXPECT_EQ(spaceOf(carla, tom), seniors);
    EXPECT_TRUE(carla.synced().verified);
    EXPECT_EQ(spaceOf(carla, tom), seniors);
}

TEST_F(Spaces, ThatWereTakenAwayGetTheWaitingEditsBeforeSomebodySignsInAgain)
{
    const Id zoe = ana.file().addPerson("Zoë Adler");
    move(zoe, seniors);
    ana.synced();
    ASSERT_TRUE(bed.admin().grant("ben", seniors.toString(), sync::Rights::Write));
    ben.synced();
    ben.rename(zoe, "Zoë Kim");
    // Zoë goes where ben sees her, and the seniors are closed to him.
    move(zoe, bed.common());
    ana.synced();
    ASSERT_TRUE(bed.admin().revoke("ben", seniors.toString()));
    ben.signInAgain("ben");
    EXPECT_EQ(ben.synced().rejected, 0U);
    ana.synced();
    EXPECT_EQ(ana.nameOf(zoe), "Zoë Kim");
}

TEST_F(Spaces, TakenAwayInTheMiddleOfTheFirstSyncDoNotStopIt)
{
    server::Limits limits = server_support::quickLimits();
    limits.snapshotRows = 5;
    server_support::Bed large(server_support::On::Sqlite, limits);
    Desktop dora{large, 4};
    large.clock().set(dora.file().clock.now());
    const std::string code = server_support::must(large.admin().addUser("dora", sync::Role::Recruiter));
    const Id team = server_support::must(large.admin().addSpace("Team", SpaceKind::Team));
    ASSERT_TRUE(large.admin().grant("dora", large.common().toString(), sync::Rights::Write));
    ASSERT_TRUE(large.admin().grant("dora", team.toString(), sync::Rights::Write));
    for (int i = 0; i < 9; ++i) dora.file().addPerson("Person " + std::to_string(i));
    dora.join("dora", code);
    dora.synced();
    ASSERT_TRUE(dora.store().fetchAnew(std::vector{large.common()}, ""));
    ServerSession session(large.server(), dora.vault(), large.clock());
    const auto snapshot = session.with(
        [&](const sync::Token& token) {
            return large.server().snapshot(token, {.space = large.common(), .cursor = {}}, {});
        },
        {});
    ASSERT_TRUE(snapshot) << snapshot.error().sentence;
    ASSERT_TRUE(dora.store().beginSnapshot(*snapshot));
    ASSERT_TRUE(large.admin().revoke("dora", large.common().toString()));
    EXPECT_TRUE(dora.synced().verified);
    EXPECT_EQ(dora.reader().countPeople(), 0U);
}

TEST_F(Spaces, AreSearchedForWhatCameInAnyOrder)
{
    const Id zoe = ana.file().addPerson("Zoë Adler");
    ASSERT_TRUE(AddSkill(ana.services()).run({.person = zoe, .name = "Negotiation"}));
    const Id mia = ana.file().addPerson("Mia Osei", Facet::Colleague);
    ASSERT_TRUE(LogInteraction(ana.services()).run({.people = {zoe, mia}, .at = ana.file().clock.now()}));
    ana.synced();
    ServerSession session(bed.server(), ben.vault(), bed.clock());
    const auto page = session.with(
        [&](const sync::Token& token) { return bed.server().pull(token, {.cursor = {}, .erased = {}}, {}); }, {});
    ASSERT_TRUE(page) << page.error().sentence;
    auto rows = page->rows;
    // What somebody can do comes before the skill, and that before the person, each in a transaction of its own.
    std::ranges::sort(rows, std::greater{}, [](const sync::NumberedRow& row) { return row.row.kind; });
    for (const sync::NumberedRow& row : rows) {
        sync::PullReply single = *page;
        single.rows = {row};
        ASSERT_TRUE(ben.store().stage(single));
        ASSERT_TRUE(ben.store().takeStaged(false));
    }
    const Instant now = ben.file().clock.now();
    ASSERT_EQ(ben.reader().suggest("negotiation", 10, now).size(), 1U);
    EXPECT_EQ(ben.reader().suggest("negotiation", 10, now)[0].id, zoe);
    for (const Id& id : {zoe, mia}) {
        EXPECT_EQ(ben.reader().card(id, now)->heldBy, ana.reader().card(id, now)->heldBy);
        EXPECT_EQ(ben.reader().card(id, now)->warmth, ana.reader().card(id, now)->warmth);
    }
}

TEST_F(Spaces, AreAsTheyWereAfterSigningOutAndInAgain)
{
    const Id zoe = ana.file().addPerson("Zoë Adler");
    ASSERT_TRUE(AddPay(ana.services()).run(zoe, {.amount = "68k", .statedOn = Date{std::chrono::days{20'000}}}));
    ana.synced();
    const auto before = ana.reader().spaces();
    ASSERT_TRUE(ana.store().leave());
    ana.rename(zoe, "Zoë Kim");
    ana.signInAgain("ana");
    EXPECT_TRUE(ana.synced().verified);
    EXPECT_EQ(ana.reader().spaces(), before);
    EXPECT_EQ(ana.reader().person(zoe, ana.file().clock.now())->pay.size(), 1U);
    EXPECT_TRUE(ben.synced().verified);
    EXPECT_EQ(ben.nameOf(zoe), "Zoë Kim");
}

TEST_F(Spaces, AreNotCarriedIntoAnotherOrganisation)
{
    const Id zoe = ana.file().addPerson("Zoë Adler");
    ana.synced();
    SyncAccount elsewhere = ana.store().account().value_or(SyncAccount{});
    const auto spaces = ana.store().spaces();
    elsewhere.organisationId = bed.newId();
    ASSERT_TRUE(ana.store().leave());
    const auto joined = ana.store().join(elsewhere, {}, bed.newId());
    ASSERT_FALSE(joined);
    EXPECT_EQ(joined.error().code, ErrorCode::Conflict);
    EXPECT_EQ(ana.store().spaces(), spaces);
    EXPECT_EQ(ana.nameOf(zoe), "Zoë Adler");
}
