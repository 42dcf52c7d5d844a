// Who may merge people, where the link is, and that a person is erased in all their records.
#include "on_both.h"

#include <algorithm>

namespace kith {
namespace {

using namespace server_support;
using sync::Outcome;
using sync::Rights;
using sync::Role;

KITH_ON_BOTH(MergeOnServer);

Id merge(Replica& by, const Id& space, const Id& person, const Id& into)
{
    return by.make(Kind::SamePerson, space,
                   {{same_person::person, person},
                    {same_person::into, into},
                    {same_person::before, std::string("name\t\"Ana\"\t\"Ani\"\n")}});
}

Outcome outcomeOf(const sync::PushReply& reply)
{
    return reply.results.empty() ? Outcome::Rejected : reply.results.back().outcome;
}

auto eraseIn(Bed& bed, const Member& member, const Id& person)
{
    return bed.server().command(member.tokens.access, {.what = sync::Command::What::Erase, .subject = person}, {});
}

/// Two spaces of Ana's with somebody in each; Ben may write one of them.
struct InTwoSpaces {
    Id team;
    Id other;
    Id here;
    Id there;
};

InTwoSpaces inTwoSpaces(Bed& bed, Replica& ana, const Replica& ben)
{
    const Id team = bed.makeSpace(ana.member(), "team");
    const Id other = bed.makeSpace(ana.member(), "other");
    bed.grant(ana.member(), ben.member(), team, Rights::Write);
    return {
        .team = team, .other = other, .here = ana.makePerson(team, "Here"), .there = ana.makePerson(other, "There")};
}

TEST_P(MergeOnServer, NeedsTheRightToWriteBothAndIsWhereTheOneWhoIsShownIs)
{
    Bed bed(GetParam());
    Replica ana(bed, bed.enrol("ana", Role::Recruiter));
    Replica ben(bed, bed.enrol("ben", Role::BusinessManager));
    const auto [team, other, here, there] = inTwoSpaces(bed, ana, ben);
    bed.grant(ana.member(), ben.member(), other, Rights::Read);
    const Id second = ana.makePerson(team, "Second");
    ana.push();
    ben.pull();
    merge(ben, team, there, here);
    EXPECT_EQ(outcomeOf(ben.push()), Outcome::Rejected) << "he may not hide whom he may not write";
    merge(ben, other, here, there);
    EXPECT_EQ(outcomeOf(ben.push()), Outcome::Rejected);
    const Id link = merge(ben, team, second, here);
    EXPECT_EQ(outcomeOf(ben.push()), Outcome::Applied);
    ben.remove(link);
    EXPECT_EQ(outcomeOf(ben.push()), Outcome::Applied);

    const Id moved = merge(ana, team, here, there);
    EXPECT_EQ(outcomeOf(ana.push()), Outcome::Merged) << "it holds what the one who is shown was called before";
    EXPECT_EQ(ana.find(moved)->placing.space, other);
    bed.grant(ana.member(), ben.member(), other, Rights::None);
    ben.pull();
    EXPECT_EQ(ben.find(moved), nullptr);
    EXPECT_NE(ben.find(here), nullptr);
}

TEST_P(MergeOnServer, DoesNotTellThatSomebodyIsThere)
{
    Bed bed(GetParam());
    Replica ana(bed, bed.enrol("ana", Role::Recruiter));
    Replica ben(bed, bed.enrol("ben", Role::Recruiter));
    const Id theirs = ana.makePerson(bed.makeSpace(ana.member(), "theirs"), "Hidden");
    ana.push();
    const Id mine = ben.makePerson(bed.common(), "Mine");
    ben.push();
    merge(ben, bed.common(), theirs, mine);
    const auto hidden = ben.push();
    merge(ben, bed.common(), bed.newId(), mine);
    const auto unknown = ben.push();
    EXPECT_EQ(outcomeOf(hidden), Outcome::Rejected);
    EXPECT_EQ(hidden.results.back().reason, unknown.results.back().reason);
    EXPECT_EQ(hidden.results.back().missing, theirs) << "whom it waits for, and not the one who is here";
}

TEST_P(MergeOnServer, IsMadeAgainOnlyByWhoMayWriteBoth)
{
    Bed bed(GetParam());
    Replica ana(bed, bed.enrol("ana", Role::Recruiter));
    Replica ben(bed, bed.enrol("ben", Role::Recruiter));
    const auto [team, other, here, there] = inTwoSpaces(bed, ana, ben);
    const Id link = merge(ana, team, there, here);
    ana.remove(link);
    ana.push();
    ben.pull();
    const auto now = static_cast<std::uint64_t>(bed.clock().now().time_since_epoch().count());
    const sync::Operation again{.seq = 1,
                                .patch = {.kind = Kind::SamePerson,
                                          .id = link,
                                          .presence = sync::Presence{.here = true,
                                                                     .by = {.time = HybridTime::of(now + 1000, 0),
                                                                            .device = ben.member().tokens.device}}}};
    const auto reply = must(bed.server().push(ben.token(), {.operations = {again}}, {}));
    EXPECT_EQ(outcomeOf(reply), Outcome::Rejected);
}

TEST_P(MergeOnServer, LetsAnErasureTakeAllRecordsOfThePerson)
{
    Bed bed(GetParam());
    Replica ana(bed, bed.enrol("ana", Role::Recruiter));
    const Id team = bed.makeSpace(ana.member(), "team");
    const Id other = bed.makeSpace(ana.member(), "other");
    const Id shown = ana.makePerson(team, "Ana");
    const Id second = ana.makePerson(other, "Ani");
    const Id third = ana.makePerson(team, "A.");
    const Id former = ana.makePerson(team, "Somebody else");
    merge(ana, team, second, shown);
    merge(ana, other, third, second);
    const Id undone = merge(ana, team, third, former);
    ana.remove(undone);
    const Id talk = ana.make(Kind::Interaction, team, {{interaction::text, std::string("hers")}});
    for (const Id& person : {shown, second})
        ana.make(Kind::Participant, team, {{participant::interaction, talk}, {participant::person, person}});
    ana.push();
    ASSERT_TRUE(eraseIn(bed, ana.member(), third));
    ana.pull();
    EXPECT_EQ(ana.agrees(), true);
    for (const Id& id : {shown, second, third, talk}) EXPECT_EQ(ana.find(id), nullptr);
    EXPECT_TRUE(ana.ofKind(Kind::SamePerson).empty());
    EXPECT_EQ(ana.find(undone), nullptr) << "it says what somebody who was erased was called";
    EXPECT_NE(ana.find(former), nullptr) << "that was taken back";
}

TEST_P(MergeOnServer, LetsAnErasureTakeAConversationWithAColleagueInTwoRecords)
{
    Bed bed(GetParam());
    Replica ana(bed, bed.enrol("ana", Role::Recruiter));
    const Id team = bed.makeSpace(ana.member(), "team");
    const Id person = ana.makePerson(team, "Ana");
    const Id colleague =
        ana.make(Kind::Person, team,
                 {{person::name, std::string("Tom")}, {person::facets, static_cast<std::int64_t>(Facet::Colleague)}});
    const Id alias = ana.makePerson(team, "Thomas");
    merge(ana, team, alias, colleague);
    const Id talk = ana.make(Kind::Interaction, team, {{interaction::text, std::string("hers")}});
    for (const Id& each : {person, alias})
        ana.make(Kind::Participant, team, {{participant::interaction, talk}, {participant::person, each}});
    ana.push();
    ASSERT_TRUE(eraseIn(bed, ana.member(), person));
    ana.pull();
    EXPECT_EQ(ana.find(talk), nullptr) << "he was there for us";
    EXPECT_NE(ana.find(alias), nullptr);
    EXPECT_EQ(ana.agrees(), true);
}

TEST_P(MergeOnServer, LetsNobodyEraseThroughItWhomTheyDoNotManage)
{
    Bed bed(GetParam());
    Replica ana(bed, bed.enrol("ana", Role::Recruiter));
    Replica ben(bed, bed.enrol("ben", Role::BusinessManager));
    const Id team = bed.makeSpace(ana.member(), "team");
    bed.grant(ana.member(), ben.member(), team, Rights::Write);
    const Id own = bed.makeSpace(ben.member(), "own");
    const Id victim = ana.makePerson(team, "Victim");
    ana.push();
    ben.pull();
    const Id bait = ben.makePerson(own, "Bait");
    merge(ben, own, victim, bait);
    ben.push();
    ASSERT_EQ(ben.ofKind(Kind::SamePerson).size(), 1U);
    const auto answer = eraseIn(bed, ben.member(), bait);
    ASSERT_FALSE(answer);
    EXPECT_NE(answer.error().sentence.find("Unmerge them first"), std::string::npos);
    ana.pull();
    EXPECT_NE(ana.find(victim), nullptr);
}

}  // namespace
}  // namespace kith
