#include "on_both.h"

#include <algorithm>

namespace kith {
namespace {

using namespace server_support;
using sync::Outcome;
using sync::Role;

KITH_ON_BOTH(Push);

TEST_P(Push, ShowsOneDevicesRowsToAnother)
{
    Bed bed(GetParam());
    Replica ana(bed, bed.enrol("ana", Role::Recruiter));
    Replica ben(bed, bed.enrol("ben", Role::Recruiter));
    const Id row = ana.makePerson(bed.common(), "Olena Ивáнова \"x\" \\ \u2028 ?");
    EXPECT_EQ(ana.push().results.at(0).outcome, Outcome::Applied);
    ben.pull();
    EXPECT_EQ(ben.text(row, person::name), "Olena Ивáнова \"x\" \\ \u2028 ?");
    ana.pull();
    EXPECT_EQ(ana.agrees(), true);
    EXPECT_EQ(ben.agrees(), true);
}

TEST_P(Push, OfTheSameOperationsAgainChangesNothing)
{
    Bed bed(GetParam());
    Replica ana(bed, bed.enrol("ana", Role::Recruiter));
    ana.makePerson(bed.common(), "Ana");
    ana.makePerson(bed.common(), "Ben");
    const auto request = ana.waiting();
    const auto first = ana.push();
    const auto again = must(bed.server().push(ana.token(), request, {}));
    ASSERT_EQ(again.results.size(), 2U);
    for (std::size_t i = 0; i < 2; ++i) {
        EXPECT_EQ(again.results[i].outcome, Outcome::Duplicate);
        EXPECT_EQ(again.results[i].number, first.results[i].number);
    }
    ana.pull();
    EXPECT_EQ(ana.agrees(), true);
}

TEST_P(Push, TellsAgainWhatWasRejected)
{
    Bed bed(GetParam());
    Replica ana(bed, bed.enrol("ana", Role::Recruiter));
    ana.makePerson(bed.newId(), "Nowhere");
    const auto request = ana.waiting();
    const auto first = ana.push();
    ASSERT_EQ(first.results.at(0).outcome, Outcome::Rejected);
    EXPECT_FALSE(first.results[0].reason.empty());
    const auto again = must(bed.server().push(ana.token(), request, {}));
    EXPECT_EQ(again.results.at(0), first.results[0]);
}

TEST_P(Push, SaysForWantOfWhichRowItRejects)
{
    Bed bed(GetParam());
    Replica ana(bed, bed.enrol("ana", Role::Recruiter));
    Replica ben(bed, bed.enrol("ben", Role::Recruiter));
    // Ana does not see Ben's space. Whether there is such a row at all she cannot tell.
    const Id hidden = must(bed.admin().addSpace("Ben's", SpaceKind::Team));
    must(bed.admin().grant("ben", hidden.toString(), sync::Rights::Write));
    const Id elsewhere = ben.makePerson(hidden, "Zoë Adler");
    ben.push();
    const Id nowhere = bed.newId();
    for (const Id& person : {elsewhere, nowhere})
        ana.make(Kind::Reminder, bed.common(), {{reminder::person, person}, {reminder::reason, textValue("call")}});
    ana.makePerson(bed.common(), "Tom Kerr");
    const auto request = ana.waiting();
    const auto reply = ana.push();
    EXPECT_EQ(reply.results.at(0).missing, elsewhere);
    EXPECT_EQ(reply.results.at(1).missing, nowhere);
    EXPECT_EQ(reply.results.at(2).outcome, Outcome::Applied);
    EXPECT_EQ(reply.results.at(2).missing, Id{});
    const auto again = must(bed.server().push(ana.token(), request, {}));
    EXPECT_EQ(again.results.at(0).missing, elsewhere);
    EXPECT_EQ(again.results.at(1).missing, nowhere);
}

TEST_P(Push, OneBadOperationDoesNotHoldUpTheOthers)
{
    Bed bed(GetParam());
    Replica ana(bed, bed.enrol("ana", Role::Recruiter));
    ana.makePerson(bed.common(), "One");
    ana.makePerson(bed.newId(), "Nowhere");
    ana.makePerson(bed.common(), "Two");
    const auto reply = ana.push();
    EXPECT_EQ(reply.results.at(0).outcome, Outcome::Applied);
    EXPECT_EQ(reply.results.at(1).outcome, Outcome::Rejected);
    EXPECT_EQ(reply.results.at(2).outcome, Outcome::Applied);
}

TEST_P(Push, OfConcurrentEditsKeepsBothValuesInAConflict)
{
    Bed bed(GetParam());
    Replica ana(bed, bed.enrol("ana", Role::Recruiter));
    Replica ben(bed, bed.enrol("ben", Role::Recruiter));
    const Id row = ana.makePerson(bed.common(), "Chi");
    ana.push();
    ben.pull();
    ana.edit(row, {{person::city, std::string("Porto")}});
    bed.clock().advance(std::chrono::seconds(1));
    ben.edit(row, {{person::city, std::string("Lisbon")}});
    ben.push();
    EXPECT_EQ(ana.push().results.at(0).outcome, Outcome::Merged);
    ana.synchronise();
    ben.synchronise();
    EXPECT_EQ(ana.rows(), ben.rows());
    EXPECT_EQ(ana.text(row, person::city), "Lisbon");
    const auto conflicts = ana.ofKind(Kind::Conflict);
    ASSERT_EQ(conflicts.size(), 1U);
    const auto& cells = conflicts[0].cells;
    EXPECT_EQ(textOf(cells[conflict::lost].value), "\"Porto\"");
    EXPECT_EQ(textOf(cells[conflict::kept].value), "\"Lisbon\"");
    EXPECT_EQ(textOf(cells[conflict::lost_by].value), "ana");
    EXPECT_EQ(textOf(cells[conflict::kept_by].value), "ben");
    EXPECT_EQ(idOf(cells[conflict::row].value), row);
    // Settled by one, settled for all.
    ana.edit(conflicts[0].id, {{conflict::state, enumValue(ConflictState::Dismissed)}});
    EXPECT_EQ(ana.push().results.at(0).outcome, Outcome::Applied);
    ben.pull();
    EXPECT_EQ(intOf(ben.find(conflicts[0].id)->cells[conflict::state].value), 2);
}

TEST_P(Push, EchoesOnlyWhatTheSenderDoesNotHave)
{
    Bed bed(GetParam());
    Replica ana(bed, bed.enrol("ana", Role::Recruiter));
    Replica ben(bed, bed.enrol("ben", Role::Recruiter));
    ana.pull();
    ben.pull();
    const Id row = ana.makePerson(bed.common(), "Chi");
    ana.push();
    ana.pull();
    EXPECT_TRUE(ana.lastPage().rows.empty());
    ben.pull();
    ben.edit(row, {{person::city, std::string("Porto")}});
    ben.push();
    ana.edit(row, {{person::about, std::string("tall")}});
    EXPECT_EQ(ana.push().results.at(0).outcome, Outcome::Applied);
    ana.pull();
    EXPECT_EQ(ana.lastPage().rows.size(), 1U) << "she wrote it last, but had not seen what Ben wrote before";
    EXPECT_EQ(ana.text(row, person::city), "Porto");
    EXPECT_EQ(ana.agrees(), true);
    // A copy of the cursor on a device that has nothing is told everything again.
    ana.cursor().clear();
    ana.pull();
    EXPECT_EQ(ana.lastPage().rows.size(), 1U);
}

TEST_P(Push, FromTheFutureIsBroughtBackAndNoted)
{
    Bed bed(GetParam());
    const Member admin = bed.enrol("root", Role::Administrator);
    Replica ana(bed, bed.enrol("ana", Role::Recruiter));
    bed.clock().advance(std::chrono::hours(24 * 365 * 10));
    const Id row = ana.makePerson(bed.common(), "Zoë");
    bed.clock().advance(-std::chrono::hours(24 * 365 * 10));
    const auto reply = ana.push();
    ASSERT_EQ(reply.results.at(0).outcome, Outcome::Merged);
    const auto now = static_cast<std::uint64_t>(bed.clock().now().time_since_epoch().count());
    EXPECT_LE(ana.find(row)->latest().milliseconds(), now + 60'000);
    const auto entries = must(bed.server().audit(admin.tokens.access, {}, {}));
    EXPECT_TRUE(std::ranges::any_of(entries, [](const auto& entry) { return entry.what == "clock-ahead"; }));
}

TEST_P(Push, InTheNameOfAnotherDeviceIsPutRight)
{
    Bed bed(GetParam());
    Replica ana(bed, bed.enrol("ana", Role::Recruiter));
    Replica ben(bed, bed.enrol("ben", Role::Recruiter));
    const Id row = ana.makePerson(bed.common(), "Zoë");
    auto request = ana.waiting();
    request.operations[0].patch.groups[0].by.device = ben.member().tokens.device;
    const auto reply = must(bed.server().push(ana.token(), request, {}));
    ASSERT_EQ(reply.results.at(0).outcome, Outcome::Merged);
    EXPECT_EQ(reply.results[0].row->groups.at(0).by.device, ana.member().tokens.device);
    EXPECT_EQ(reply.results[0].row->id, row);
}

TEST_P(Push, ThatNumbersAnewIsSentToSignInAsAnotherDevice)
{
    Bed bed(GetParam());
    const Member member = bed.enrol("ana", Role::Recruiter);
    Replica original(bed, member);
    Replica copy(bed, member);
    original.makePerson(bed.common(), "One");
    original.push();
    copy.makePerson(bed.common(), "Two");
    const auto refused = bed.server().push(copy.token(), copy.waiting(), {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().trouble, sync::Trouble::SignIn);
    const auto tokens = must(bed.server().signIn(
        {.user = "ana", .password = member.password, .device = member.tokens.device, .deviceName = ""}, {}));
    EXPECT_NE(tokens.device, member.tokens.device);
    const auto reply = must(bed.server().push(tokens.access, copy.waiting(), {}));
    EXPECT_EQ(reply.results.at(0).outcome, Outcome::Applied) << "an edit of the copy was lost";
}

TEST_P(Push, RefusesMoreThanAMessageHoldsAndWhatIsOutOfOrder)
{
    Bed bed(GetParam());
    Replica ana(bed, bed.enrol("ana", Role::Recruiter));
    for (int i = 0; i < 2; ++i) ana.makePerson(bed.common(), "P");
    auto request = ana.waiting();
    std::swap(request.operations[0], request.operations[1]);
    EXPECT_EQ(bed.server().push(ana.token(), request, {}).error().trouble, sync::Trouble::BadMessage);
    for (int i = 0; i < 500; ++i) ana.makePerson(bed.common(), "P");
    EXPECT_EQ(bed.server().push(ana.token(), ana.waiting(), {}).error().trouble, sync::Trouble::BadMessage);
}

}  // namespace
}  // namespace kith
