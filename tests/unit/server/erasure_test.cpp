#include "on_both.h"

#include <kith/sync/wire.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace kith {
namespace {

using namespace server_support;
using sync::Outcome;
using sync::Rights;
using sync::Role;

KITH_ON_BOTH(ErasureOnServer);

constexpr std::string_view kWords = "erase-these-words";

/// Somebody, and what is known of them.
struct Known {
    Id person;
    Id mail;
    Id talk;
    Id shared;
    Id tie;
    Id pay;
    Id friendOfTheirs;
};

Known makeKnown(Replica& by, const Id& space, const Id& narrow)
{
    Known known;
    const std::string words(kWords);
    known.person = by.make(Kind::Person, space, {{person::name, words}});
    known.friendOfTheirs = by.makePerson(space, "Friend");
    known.mail = by.make(Kind::ContactPoint, space,
                         {{contact_point::person, known.person},
                          {contact_point::kind, enumValue(ContactKind::Email)},
                          {contact_point::value, "Ana@" + words + ".example"}});
    known.talk = by.make(Kind::Interaction, space, {{interaction::text, words}});
    by.make(Kind::Participant, space, {{participant::interaction, known.talk}, {participant::person, known.person}});
    known.shared = by.make(Kind::Interaction, space, {{interaction::text, std::string("kept")}});
    by.make(Kind::Participant, space, {{participant::interaction, known.shared}, {participant::person, known.person}});
    by.make(Kind::Participant, space,
            {{participant::interaction, known.shared}, {participant::person, known.friendOfTheirs}});
    known.tie = by.make(Kind::Tie, space, {{tie::a, known.friendOfTheirs}, {tie::b, known.person}, {tie::note, words}});
    known.pay = by.make(Kind::PayExpectation, narrow,
                        {{pay_expectation::person, known.person}, {pay_expectation::amount, words}});
    return known;
}

sync::CommandReply erase(Bed& bed, const Member& member, const Id& person)
{
    return must(
        bed.server().command(member.tokens.access, {.what = sync::Command::What::Erase, .subject = person}, {}));
}

TEST_P(ErasureOnServer, TakesAwayThePersonAndWhatBelongsToThemInEverySpace)
{
    Bed bed(GetParam());
    Replica ana(bed, bed.enrol("ana", Role::Recruiter));
    const Id team = bed.makeSpace(ana.member(), "team");
    const Id narrow = bed.makeSpace(ana.member(), "pay");
    Replica ben(bed, bed.enrol("ben", Role::Recruiter));
    bed.grant(ana.member(), ben.member(), team, Rights::Write);
    const Known known = makeKnown(ana, team, narrow);
    ana.push();
    ben.pull();
    ben.edit(known.person, {{person::city, std::string(kWords)}});
    ana.edit(known.person, {{person::city, std::string("Porto")}});
    ben.push();
    ana.synchronise();
    ASSERT_EQ(ana.ofKind(Kind::Conflict).size(), 1U);
    erase(bed, ana.member(), known.person);
    for (Replica* one : {&ana, &ben}) {
        one->pull();
        EXPECT_EQ(one->agrees(), true);
        for (const auto& [id, row] : one->rows())
            EXPECT_EQ(sync::toJson(sync::toPatch(row)).find(kWords), std::string::npos);
        EXPECT_EQ(one->find(known.person), nullptr);
        EXPECT_EQ(one->find(known.tie), nullptr);
        EXPECT_EQ(one->find(known.talk), nullptr);
        EXPECT_NE(one->find(known.shared), nullptr) << "it is about somebody else, too";
        EXPECT_TRUE(one->ofKind(Kind::Conflict).empty());
        EXPECT_EQ(one->ofKind(Kind::Participant).size(), 1U);
    }
    EXPECT_EQ(ana.lastPage().erasures.size(), 2U) << "one for each space";
    EXPECT_EQ(ben.lastPage().erasures.size(), 1U) << "the other space is none of his";
    EXPECT_TRUE(must(bed.admin().check()).empty());
}

TEST_P(ErasureOnServer, TakesAConversationThatOnlyColleaguesHadWithThem)
{
    Bed bed(GetParam());
    Replica ana(bed, bed.enrol("ana", Role::Recruiter));
    const Id team = bed.makeSpace(ana.member(), "team");
    const Known known = makeKnown(ana, team, team);
    const Id us =
        ana.make(Kind::Person, team,
                 {{person::name, std::string("Ana")}, {person::facets, static_cast<std::int64_t>(Facet::Colleague)}});
    for (const Id& conversation : {known.talk, known.shared})
        ana.make(Kind::Participant, team, {{participant::interaction, conversation}, {participant::person, us}});
    ana.push();
    erase(bed, ana.member(), known.person);
    ana.pull();
    EXPECT_EQ(ana.find(known.talk), nullptr) << "she was there for us";
    EXPECT_NE(ana.find(known.shared), nullptr) << "it is about somebody else, too";
    EXPECT_NE(ana.find(us), nullptr);
}

TEST_P(ErasureOnServer, IsOpenUntilEachDeviceHasConfirmedIt)
{
    Bed bed(GetParam());
    const Member root = bed.enrol("root", Role::Administrator);
    Replica ana(bed, bed.enrol("ana", Role::Recruiter));
    const Id team = bed.makeSpace(ana.member(), "team");
    Replica ben(bed, bed.enrol("ben", Role::Recruiter));
    bed.grant(ana.member(), ben.member(), team, Rights::Read);
    const Id row = ana.makePerson(team, "Chi");
    ana.push();
    ben.pull();
    erase(bed, ana.member(), row);
    const auto open = [&](const Member& member) {
        for (const auto& device : must(bed.server().devices(root.tokens.access, {})))
            if (device.id == member.tokens.device) return device.erasuresOpen;
        return -1;
    };
    EXPECT_EQ(open(ana.member()), 1);
    EXPECT_EQ(open(ben.member()), 1);
    EXPECT_EQ(open(root), 0);
    ana.pull();
    EXPECT_EQ(open(ana.member()), 1) << "it was told, but has not said that it is done";
    ana.pull();
    EXPECT_EQ(open(ana.member()), 0);
    bed.revoke(ana.member(), ben.member(), team);
    ben.pull();
    EXPECT_TRUE(ben.lastPage().erasures.empty());
    EXPECT_EQ(open(ben.member()), 0) << "the device has dropped the whole space";
}

TEST_P(ErasureOnServer, RefusesAReimportAndEditsThatComeLate)
{
    Bed bed(GetParam());
    Replica ana(bed, bed.enrol("ana", Role::Recruiter));
    const Id team = bed.makeSpace(ana.member(), "team");
    const Known known = makeKnown(ana, team, team);
    ana.push();
    erase(bed, ana.member(), known.person);
    ana.edit(known.person, {{person::city, std::string("Porto")}});
    ana.make(Kind::PersonTag, team, {{person_tag::person, known.person}});
    const auto late = ana.push();
    EXPECT_EQ(late.results.at(0).outcome, Outcome::Rejected);
    EXPECT_FALSE(late.results[0].row);
    EXPECT_EQ(late.results.at(1).outcome, Outcome::Rejected);
    // The same address, written differently, of a person with another id.
    const Id again = ana.makePerson(team, "Ana");
    ana.make(Kind::ContactPoint, team,
             {{contact_point::person, again},
              {contact_point::kind, enumValue(ContactKind::Email)},
              {contact_point::value, "mailto:ANA@" + std::string(kWords) + ".EXAMPLE"}});
    const auto reimport = ana.push();
    EXPECT_EQ(reimport.results.at(0).outcome, Outcome::Rejected);
    EXPECT_EQ(reimport.results.at(1).outcome, Outcome::Rejected);
    // Somebody else is welcome.
    const Id other = ana.makePerson(team, "Ben");
    ana.make(Kind::ContactPoint, team,
             {{contact_point::person, other},
              {contact_point::kind, enumValue(ContactKind::Email)},
              {contact_point::value, std::string("ben@ben.example")}});
    for (const auto& result : ana.push().results) EXPECT_EQ(result.outcome, Outcome::Applied);
}

TEST_P(ErasureOnServer, NeedsTheRightToManage)
{
    Bed bed(GetParam());
    Replica ana(bed, bed.enrol("ana", Role::Recruiter));
    const Member ben = bed.enrol("ben", Role::Recruiter);
    const Member root = bed.enrol("root", Role::Administrator);
    const Id team = bed.makeSpace(ana.member(), "team");
    bed.grant(ana.member(), ben, team, Rights::Write);
    const Id row = ana.makePerson(team, "Chi");
    ana.push();
    for (const Member& member : {ben, root})
        EXPECT_FALSE(
            bed.server().command(member.tokens.access, {.what = sync::Command::What::Erase, .subject = row}, {}));
}

TEST_P(ErasureOnServer, DropsSnapshotsThatHoldThePerson)
{
    Bed bed(GetParam());
    Replica ana(bed, bed.enrol("ana", Role::Recruiter));
    const Id team = bed.makeSpace(ana.member(), "team");
    const Id row = ana.makePerson(team, "Chi");
    ana.push();
    const auto snapshot = must(bed.server().snapshot(ana.token(), {.space = team}, {}));
    erase(bed, ana.member(), row);
    EXPECT_FALSE(bed.server().part(ana.token(), {snapshot.snapshot, 0}, {}));
}

TEST(ErasureInTheEmbeddedDatabase, LeavesNoByteInItsFiles)
{
    Bed bed(On::Sqlite);
    Replica ana(bed, bed.enrol("ana", Role::Recruiter));
    const Id team = bed.makeSpace(ana.member(), "team");
    const auto holds = [&] {
        for (const auto& file : std::filesystem::directory_iterator(bed.folder())) {
            std::ifstream in(file.path(), std::ios::binary);
            const std::string bytes{std::istreambuf_iterator(in), {}};
            if (bytes.find(kWords) != std::string::npos) return true;
        }
        return false;
    };
    // Enough around it that pages are split and joined.
    for (int i = 0; i < 100; ++i) ana.makePerson(team, "Somebody " + std::to_string(i));
    const Known known = makeKnown(ana, team, team);
    ana.push();
    for (int i = 0; i < 20; ++i) {
        ana.edit(known.person,
                 {{person::about, std::string(kWords) + std::string(static_cast<std::size_t>(i) * 97, 'x')}});
        ana.push();
    }
    ASSERT_TRUE(holds());
    erase(bed, ana.member(), known.person);
    EXPECT_FALSE(holds());
}

}  // namespace
}  // namespace kith
