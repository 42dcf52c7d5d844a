// Two people are merged at one desktop while another, without a network, goes on with the one who was merged away.
#include "desktop.h"

#include <kith/usecases/approach.h>
#include <kith/usecases/history.h>
#include <kith/usecases/log_interaction.h>
#include <kith/usecases/merge_people.h>
#include <kith/usecases/spaces.h>

#include <algorithm>

using namespace kith;
using namespace kith::test;

namespace {

class MergedPeople : public TwoDesktops {
public:
    MergedPeople()
    {
        zoe = ana.file().addPerson("Zoë Adler");
        zoi = ana.file().addPerson("Zoi A.");
        ana.synced();
        ben.synced();
    }
    void everybodySyncs()
    {
        for (int round = 0; round < 2; ++round)
            for (Desktop* desktop : {&ana, &ben}) EXPECT_TRUE(desktop->synced().verified);
        for (Desktop* desktop : {&ana, &ben})
            EXPECT_EQ(desktop->file().workspace().check(), std::vector<std::string>{});
    }
    static void merge(Desktop& at, const Id& keep, const Id& other, std::vector<FieldIndex> take = {})
    {
        const auto done = MergePeople(at.services()).run({.keep = keep, .other = other, .take = std::move(take)});
        ASSERT_TRUE(done) << done.error().message;
    }
    static void talk(Desktop& at, const Id& person, const std::string& words)
    {
        ASSERT_TRUE(
            LogInteraction(at.services()).run({.people = {person}, .at = at.file().clock.now(), .text = words}));
    }
    static PersonDetail detail(Desktop& at, const Id& person)
    {
        return at.reader().person(person, at.file().clock.now()).value_or(PersonDetail{});
    }
    void erase(const Id& person)
    {
        ServerSession session(bed.server(), anaVault(), bed.clock());
        const auto erased = session.with(
            [&](const sync::Token& token) {
                return bed.server().command(token, {.what = sync::Command::What::Erase, .subject = person}, {});
            },
            {});
        ASSERT_TRUE(erased) << erased.error().sentence;
    }
    static std::size_t people(Desktop& at) { return at.reader().countPeople(); }

    Id zoe;
    Id zoi;
};

}  // namespace

TEST_F(MergedPeople, ShowWhatAColleagueLoggedWithTheOneWhoWasMergedAway)
{
    merge(ana, zoe, zoi, {person::name});
    talk(ben, zoi, "about the data lead role");
    everybodySyncs();
    for (Desktop* desktop : {&ana, &ben}) {
        const PersonDetail one = detail(*desktop, zoi);
        EXPECT_EQ(one.card.id, zoe);
        EXPECT_EQ(one.card.name, "Zoi A.");
        ASSERT_EQ(one.interactions.size(), 1U);
        EXPECT_EQ(one.interactions.front().text, "about the data lead role");
        EXPECT_GT(one.card.warmth, 0);
        EXPECT_EQ(people(*desktop), 1U);
    }
    ben.file().clock.advance(std::chrono::days{90});
    bed.clock().set(ben.file().clock.now());
    ana.signInAgain("ana");
    ben.signInAgain("ben");
    ASSERT_TRUE(UnmergePeople(ben.services()).run(zoe));
    everybodySyncs();
    for (Desktop* desktop : {&ana, &ben}) {
        EXPECT_EQ(people(*desktop), 2U);
        EXPECT_EQ(detail(*desktop, zoi).interactions.size(), 1U) << "it was logged with her";
        EXPECT_TRUE(detail(*desktop, zoe).interactions.empty());
        EXPECT_EQ(detail(*desktop, zoe).card.name, "Zoë Adler") << "as before the merge";
        EXPECT_EQ(detail(*desktop, zoi).card.name, "Zoi A.");
    }
}

TEST_F(MergedPeople, AreTheSameOnEveryMachineWhenEachMergedTheOtherWayRound)
{
    merge(ana, zoe, zoi);
    merge(ben, zoi, zoe);
    everybodySyncs();
    const Id shown = std::min(zoe, zoi);
    for (Desktop* desktop : {&ana, &ben}) {
        EXPECT_EQ(people(*desktop), 1U);
        EXPECT_EQ(detail(*desktop, std::max(zoe, zoi)).card.id, shown);
    }
    ASSERT_TRUE(UnmergePeople(ana.services()).run(shown));
    everybodySyncs();
    for (Desktop* desktop : {&ana, &ben}) EXPECT_EQ(people(*desktop), 2U);
}

TEST_F(MergedPeople, AreSeparatedByAnUndoThatTravels)
{
    merge(ana, zoe, zoi);
    everybodySyncs();
    ASSERT_TRUE(UndoLast(ana.services()).run());
    everybodySyncs();
    EXPECT_EQ(people(ben), 2U);
    ASSERT_TRUE(RedoLast(ana.services()).run());
    everybodySyncs();
    EXPECT_EQ(people(ben), 1U);
}

TEST_F(MergedPeople, HoldTheWishOfTheOneWhoWasMergedAwayAlsoWhenItComesLater)
{
    merge(ana, zoe, zoi);
    ASSERT_TRUE(EditApproach(ben.services()).run(zoi, {.approach = Approach::DoNotContact, .reason = "Asked us"}));
    everybodySyncs();
    for (Desktop* desktop : {&ana, &ben}) EXPECT_EQ(detail(*desktop, zoe).approach.approach, Approach::DoNotContact);
}

TEST_F(MergedPeople, AreUnharmedForWhoSeesOnlyOneOfThem)
{
    const Id seniors = server_support::must(bed.admin().addSpace("Seniors", SpaceKind::Team));
    EXPECT_TRUE(bed.admin().grant("ana", seniors.toString(), sync::Rights::Write));
    ana.synced();
    ASSERT_TRUE(MoveToSpace(ana.services()).run(zoi, seniors));
    const Id third = ana.file().addPerson("Z. Adler");
    everybodySyncs();
    // Into one whom ben sees, and into one whom he does not.
    merge(ana, zoe, zoi);
    everybodySyncs();
    EXPECT_EQ(detail(ben, zoe).card.id, zoe);
    EXPECT_TRUE(detail(ben, zoe).merged.empty());
    EXPECT_EQ(people(ben), 2U);
    EXPECT_EQ(people(ana), 2U);
    ASSERT_TRUE(UnmergePeople(ana.services()).run(zoe));
    merge(ana, zoi, third, {person::name});
    everybodySyncs();
    EXPECT_EQ(people(ana), 2U);
    EXPECT_EQ(detail(ana, third).card.id, zoi);
    EXPECT_EQ(detail(ben, third).card.id, third) << "ben cannot see into whom";
    EXPECT_EQ(people(ben), 2U);
    EXPECT_TRUE(ben.reader().rowsReferring(Kind::SamePerson, same_person::person, third).empty())
        << "nor what that one was called before";
}

TEST_F(MergedPeople, WaitForOneWhoMayNotBeSeen)
{
    const Id seniors = server_support::must(bed.admin().addSpace("Seniors", SpaceKind::Team));
    EXPECT_TRUE(bed.admin().grant("ana", seniors.toString(), sync::Rights::Write));
    ana.synced();
    ASSERT_TRUE(MoveToSpace(ana.services()).run(zoi, seniors));
    ana.synced();
    merge(ben, zoe, zoi);
    everybodySyncs();
    ASSERT_EQ(ben.store().rejected().size(), 1U) << "it is kept, and not sent again in every round";
    EXPECT_EQ(ben.store().rejected().front().missing, zoi);
    EXPECT_EQ(ben.store().counts().waiting, 0U);
    EXPECT_TRUE(bed.admin().grant("ben", seniors.toString(), sync::Rights::Write));
    everybodySyncs();
    EXPECT_TRUE(ben.store().rejected().empty());
    for (Desktop* desktop : {&ana, &ben}) EXPECT_EQ(detail(*desktop, zoi).card.id, zoe);
}

TEST_F(MergedPeople, AreErasedTogether)
{
    merge(ana, zoe, zoi);
    talk(ben, zoi, "erase-these-words");
    everybodySyncs();
    erase(zoe);
    everybodySyncs();
    for (Desktop* desktop : {&ana, &ben})
        for (const char* words : {"erase-these-words", "Adler", "adler", "Zoi A", "zoi a"})
            EXPECT_EQ(bytesIn(desktop->file()).find(words), std::string::npos) << words;
    for (Desktop* desktop : {&ana, &ben}) {
        EXPECT_EQ(people(*desktop), 0U);
        for (const Id& id : {zoe, zoi}) EXPECT_FALSE(desktop->reader().row(Kind::Person, id));
        EXPECT_TRUE(desktop->reader().rowsReferring(Kind::SamePerson, same_person::into, zoe).empty());
    }
}

TEST_F(MergedPeople, AreNotMergedWithWhoWasErasedMeanwhile)
{
    const Id third = ana.file().addPerson("Una Bell");
    everybodySyncs();
    merge(ben, zoe, zoi);
    merge(ben, third, zoe);
    erase(zoi);
    everybodySyncs();
    EXPECT_TRUE(ben.store().rejected().empty());
    for (Desktop* desktop : {&ana, &ben}) {
        EXPECT_FALSE(desktop->reader().row(Kind::Person, zoi));
        EXPECT_TRUE(desktop->reader().rowsReferring(Kind::SamePerson, same_person::into, zoe).empty());
        EXPECT_EQ(detail(*desktop, zoe).card.id, third) << "whoever is there is merged";
        EXPECT_EQ(people(*desktop), 1U);
    }
}

TEST_F(MergedPeople, AreForgottenWhereTheirMergeWasNotSentWhenOneIsErased)
{
    merge(ben, zoe, zoi);
    erase(zoi);
    ben.readsAPage();
    ASSERT_TRUE(ben.store().takeStaged(true));
    EXPECT_TRUE(ben.reader().rowsReferring(Kind::SamePerson, same_person::into, zoe).empty());
    for (const char* words : {"Zoi A", "zoi a"}) EXPECT_EQ(bytesIn(ben.file()).find(words), std::string::npos);
    everybodySyncs();
    EXPECT_TRUE(ben.store().rejected().empty());
    EXPECT_EQ(detail(ben, zoe).card.name, "Zoë Adler");
}
