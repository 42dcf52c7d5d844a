// How embedded an area is, and whom two people both know, in a real workspace.
#include <kith/support/temp_workspace.h>
#include <kith/usecases/approach.h>
#include <kith/usecases/group_ties.h>
#include <kith/usecases/introductions.h>
#include <kith/usecases/merge_people.h>
#include <kith/usecases/network.h>
#include <kith/usecases/people.h>
#include <kith/usecases/ties.h>

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace kith;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

namespace {

/// Ana, Ben, Cem, Dee and Eve work in Housing; Pia, Quy and Rob elsewhere.
class GroupTiesTest : public ::testing::Test {
protected:
    Id worker(const std::string& name, const std::string& area)
    {
        return *AddPerson(w.services()).run({.name = name, .organisation = "Northmoor Council", .area = area});
    }
    void tie(const Id& a, const Id& b, double strength, TieKind kind = TieKind::WorkedWith)
    {
        ASSERT_TRUE(AddTie(w.services()).run({.a = a, .b = b, .kind = kind, .strength = strength}));
    }
    /// Ana has three of the four ties outside, Ben the other; Cem is known by both, Dee by Cem alone, Eve by nobody.
    void knowEachOther()
    {
        tie(ana, pia, 0.5);
        tie(ana, quy, 0.5);
        tie(ana, rob, 0.5);
        tie(ben, pia, 0.5);
        tie(ana, cem, 0.3);
        tie(ben, cem, 0.6);
        tie(cem, dee, 0.9);
    }
    [[nodiscard]] Date today() const { return std::chrono::floor<std::chrono::days>(w.clock.now()); }
    [[nodiscard]] graph::GraphPtr graph()
    {
        Network network;
        EXPECT_TRUE(network.load(w.reader().network(), w.clock.now(), today()));
        return network.snapshot();
    }
    [[nodiscard]] std::vector<Id> housing() const
    {
        return w.reader().network().membersOfGroup(Kind::Area, *w.reader().namedRow(Kind::Area, "housing"));
    }
    [[nodiscard]] GroupTies ties(Facets others = {}, std::size_t most = 9)
    {
        auto found = tiesOfGroup(w.reader(), *graph(), housing(), others, most, w.clock.now());
        EXPECT_TRUE(found);
        return found.value_or(GroupTies{});
    }
    [[nodiscard]] Result<CommonAcquaintances> both(const Id& a, const Id& b, std::size_t limit = 9)
    {
        return Introductions(w.reader(), graph(), w.clock.now(), today()).commonAcquaintances(a, b, limit);
    }

    test::TempWorkspace w;
    Id ana = worker("Ana Ruiz", "Housing");
    Id ben = worker("Ben Ode", "Housing");
    Id cem = worker("Cem Kaya", "Housing");
    Id dee = worker("Dee Fox", "Housing");
    Id eve = worker("Eve Orr", "Housing");
    Id pia = worker("Pia Lund", "Platform");
    Id quy = worker("Quy Tran", "Platform");
    Id rob = w.addPerson("Rob Hale", Facet::Client);
};

std::vector<std::string> namesOf(const std::vector<GroupMemberTies>& members)
{
    std::vector<std::string> names;
    for (const GroupMemberTies& each : members) names.push_back(each.name);
    return names;
}

std::vector<std::string> namesOf(const CommonAcquaintances& common)
{
    std::vector<std::string> names;
    for (const KnownByBoth& each : common.people) names.push_back(each.name);
    return names;
}

}  // namespace

TEST_F(GroupTiesTest, SayOnWhomAGroupHangsAndWhoIsReachedThroughMembersAlone)
{
    knowEachOther();
    const GroupTies found = ties();
    EXPECT_EQ(found.members, 5U);
    EXPECT_EQ(found.others, 3U);
    EXPECT_EQ(found.inside, 3U);
    EXPECT_EQ(found.outside, 4U);
    EXPECT_NEAR(found.eiIndex, 1.0 / 7, 1e-12);
    EXPECT_NEAR(found.expectedEiIndex, (15.0 - 10) / 25, 1e-12);
    EXPECT_EQ(found.leaning, GroupLeaning::KeepsToItself);
    EXPECT_THAT(namesOf(found.bridges), ElementsAre("Ana Ruiz", "Ben Ode"));
    EXPECT_TRUE(found.hangsOnOne());
    EXPECT_EQ(found.throughMembersAlone, 2U);
    ASSERT_THAT(namesOf(found.reachedInside), ElementsAre("Cem Kaya", "Dee Fox"));
    EXPECT_EQ(found.reachedInside[0].throughName, "Ben Ode");
    EXPECT_NEAR(found.reachedInside[0].throughStrength, 0.6, 0.001);
    // Cem has no ties outside, yet there is nobody else to ask.
    EXPECT_EQ(found.reachedInside[1].through, cem);
    EXPECT_EQ(found.withoutTies, 1U);
    EXPECT_THAT(namesOf(found.reachedByNobody), ElementsAre("Eve Orr"));
}

TEST_F(GroupTiesTest, AskNobodyAboutAMemberWhoMayNotBeAsked)
{
    knowEachOther();
    tie(dee, ana, 0.2);
    ASSERT_TRUE(EditApproach(w.services()).run(ben, {.approach = Approach::OffLimits, .reason = "at a client"}));
    GroupTies found = ties();
    ASSERT_EQ(found.reachedInside.size(), 2U);
    EXPECT_EQ(found.reachedInside[0].throughName, "Ana Ruiz");
    // A bridge comes before a stronger tie with somebody who has none.
    EXPECT_EQ(found.reachedInside[1].throughName, "Ana Ruiz");
    EXPECT_TRUE(found.bridges[0].mayIntroduce);
    EXPECT_FALSE(found.bridges[1].mayIntroduce);
    for (const Id& each : {ana, cem})
        ASSERT_TRUE(EditApproach(w.services()).run(each, {.approach = Approach::DoNotContact, .reason = "asked"}));
    found = ties();
    const auto line = std::ranges::find(found.reachedInside, dee, &GroupMemberTies::person);
    ASSERT_NE(line, found.reachedInside.end());
    EXPECT_TRUE(line->through.isNil());
}

TEST_F(GroupTiesTest, CountTheTiesOfTwoRecordsOfAPersonOnce)
{
    knowEachOther();
    ASSERT_TRUE(MergePeople(w.services()).run({.keep = ana, .other = ben}));
    const GroupTies found = ties();
    EXPECT_EQ(found.members, 4U);
    EXPECT_EQ(found.outside, 3U);
    EXPECT_EQ(found.inside, 2U);
    EXPECT_THAT(namesOf(found.bridges), ElementsAre("Ana Ruiz"));
    EXPECT_NEAR(found.bridgeShare, 1, 1e-12);
}

TEST_F(GroupTiesTest, LookAtThoseOfOneFacetAloneAndNameAtMostSoMany)
{
    knowEachOther();
    GroupTies found = ties(Facets{.bits = static_cast<std::uint8_t>(Facet::Client)});
    EXPECT_EQ(found.others, 1U);
    EXPECT_EQ(found.outside, 1U);
    EXPECT_EQ(found.throughMembersAlone, 3U);
    found = ties({}, 1);
    EXPECT_THAT(namesOf(found.bridges), ElementsAre("Ana Ruiz"));
    EXPECT_THAT(namesOf(found.reachedInside), ElementsAre("Cem Kaya"));
    EXPECT_EQ(found.throughMembersAlone, 2U);
}

TEST_F(GroupTiesTest, AreExplainedInSentencesWithTheArithmetic)
{
    EXPECT_THAT(explain(ties()), ElementsAre("5 people without a tie that counts, inside or outside."));
    EXPECT_EQ(ties().leaning, GroupLeaning::NoTies);
    knowEachOther();
    EXPECT_THAT(explain(ties()),
                ElementsAre("5 people with 7 ties: 3 inside the group and 4 outside, which is 57 %.",
                            "E-I index 0.14 = (4 - 3) / (4 + 3): at -1 all ties are inside, at 0 as many inside as "
                            "outside, at 1 all lead outside.",
                            "If everybody were tied to everybody it would be 0.20, with 3 people outside: the group "
                            "keeps to itself more than its size explains.",
                            "The group hangs on Ana Ruiz, who has 3 of the 4 ties outside (75 %).",
                            "2 people are reached through members alone.", "1 person has a tie with nobody."));
    tie(ben, quy, 0.5);
    tie(ben, rob, 0.5);
    EXPECT_EQ(ties().leaning, GroupLeaning::LooksOut);
    EXPECT_THAT(explain(ties())[3], HasSubstr("Nobody has more ties outside than Ana Ruiz: 3 of 6 (50 %)."));
}

TEST_F(GroupTiesTest, AreRefusedForAGroupOfNobody)
{
    const std::vector<Id> nobody{w.ids.make()};
    const auto found = tiesOfGroup(w.reader(), *graph(), nobody, {}, 9, w.clock.now());
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().code, ErrorCode::BadInput);
}

TEST_F(GroupTiesTest, WhomTwoPeopleBothKnowComesWithTheStrengthOfTheWay)
{
    tie(ana, pia, 0.5);
    tie(pia, rob, 0.5);
    tie(quy, ana, 0.9, TieKind::Manages);
    tie(quy, rob, 0.8);
    tie(ana, ben, 0.9);
    const auto found = both(ana, rob);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->count, 2U);
    ASSERT_THAT(namesOf(*found), ElementsAre("Quy Tran", "Pia Lund"));
    const KnownByBoth& best = found->people[0];
    EXPECT_NEAR(best.way, 0.72, 0.001);
    EXPECT_NEAR(best.way, best.withFirst * best.withSecond, 1e-9);
    EXPECT_THAT(best.tieWithFirst, ElementsAre("manages"));
    EXPECT_THAT(best.tieWithSecond, ElementsAre("worked-with"));
    EXPECT_THAT(namesOf(*both(ana, rob, 1)), ElementsAre("Quy Tran"));
    EXPECT_EQ(both(ana, rob, 1)->count, 2U);
    EXPECT_THAT(both(ana, eve)->people, IsEmpty());
    EXPECT_EQ(both(ana, ana).error().code, ErrorCode::BadInput);
    EXPECT_EQ(both(ana, w.ids.make()).error().code, ErrorCode::NotFound);
}

TEST_F(GroupTiesTest, WhoMayNotIntroduceComesLastAndIsNoWay)
{
    for (const Id& each : {pia, quy}) {
        tie(ana, each, each == quy ? 0.9 : 0.4);
        tie(each, rob, 0.5);
    }
    ASSERT_TRUE(EditApproach(w.services()).run(quy, {.approach = Approach::OffLimits, .reason = "at a client"}));
    const auto found = both(ana, rob);
    ASSERT_TRUE(found);
    ASSERT_THAT(namesOf(*found), ElementsAre("Pia Lund", "Quy Tran"));
    EXPECT_TRUE(found->people[0].mayIntroduce);
    EXPECT_FALSE(found->people[1].mayIntroduce);
    EXPECT_EQ(found->people[1].way, 0);
    EXPECT_NEAR(found->people[1].withFirst, 0.9, 0.001);
}
