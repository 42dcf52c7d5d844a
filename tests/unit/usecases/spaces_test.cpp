#include <kith/support/temp_workspace.h>
#include <kith/usecases/approach.h>
#include <kith/usecases/contact_points.h>
#include <kith/usecases/log_interaction.h>
#include <kith/usecases/pay.h>
#include <kith/usecases/spaces.h>

#include <gtest/gtest.h>

namespace kith {
namespace {

using namespace std::chrono;

class SharedAndPrivate : public ::testing::Test {
protected:
    SharedAndPrivate() : ana(w.addPerson("Ana Ruiz")), ben(w.addPerson("Ben Okafor")) { }

    PersonDetail detail(const Id& person) { return w.reader().person(person, w.clock.now()).value_or(PersonDetail{}); }
    Id spaceOf(Kind kind, const Id& id) { return w.reader().row(kind, id).value_or(Row{}).space; }
    Id addSpace(SpaceKind kind, const std::string& name)
    {
        Edit edit{.command = CommandKind::Organise, .subject = name};
        const Id id = w.ids.make();
        edit.put(Kind::Space, id).fields = {{space::name, textValue(name)}, {space::kind, enumValue(kind)}};
        EXPECT_TRUE(w.workspace().apply(edit));
        return id;
    }
    Id log(const std::vector<Id>& people, bool isPrivate = false)
    {
        const auto logged = LogInteraction(w.services())
                                .run({.people = people,
                                      .at = w.clock.now(),
                                      .text = "Spoke.",
                                      .nextStep = NextStep{.due = Date{2026y / December / 1}, .reason = "Call"},
                                      .isPrivate = isPrivate});
        EXPECT_TRUE(logged);
        return logged ? logged->interaction : Id{};
    }

    test::TempWorkspace w;
    Id ana;
    Id ben;
};

TEST_F(SharedAndPrivate, APrivateConversationIsInASpaceOfItsOwnWithItsNextStep)
{
    const Id conversation = log({ana}, true);
    const Id mine = spaceOf(Kind::Interaction, conversation);
    EXPECT_NE(mine, spaceOf(Kind::Person, ana));
    ASSERT_EQ(detail(ana).interactions.size(), 1U);
    EXPECT_TRUE(detail(ana).interactions.front().isPrivate);
    for (const Row& part : w.reader().rowsReferring(Kind::Participant, participant::interaction, conversation))
        EXPECT_EQ(part.space, mine);
    ASSERT_EQ(detail(ana).reminders.size(), 1U);
    EXPECT_EQ(spaceOf(Kind::Reminder, detail(ana).reminders.front().id), mine);
    EXPECT_EQ(spaceOf(Kind::Interaction, log({ben}, true)), mine) << "there is one private space";
    EXPECT_FALSE(w.reader().interaction(log({ana}))->isPrivate);
}

TEST_F(SharedAndPrivate, MovingAPersonTakesAlongWhatIsTheirsAndUndoBringsItBack)
{
    ASSERT_TRUE(AddContactPoint(w.services()).run(ana, ContactKind::Email, "ana@example.org"));
    const Id alone = log({ana});
    const Id together = log({ana, ben});
    const Id secret = log({ana}, true);
    const Id before = spaceOf(Kind::Person, ana);
    const Id hidden = spaceOf(Kind::Interaction, secret);
    const Id team = addSpace(SpaceKind::Team, "Platform team");

    ASSERT_TRUE(MoveToSpace(w.services()).run(ana, team));
    EXPECT_EQ(spaceOf(Kind::Person, ana), team);
    EXPECT_EQ(detail(ana).space, team);
    EXPECT_EQ(spaceOf(Kind::ContactPoint, detail(ana).contactPoints.front().id), team);
    EXPECT_EQ(spaceOf(Kind::Interaction, alone), team);
    for (const Row& part : w.reader().rowsReferring(Kind::Participant, participant::interaction, alone))
        EXPECT_EQ(part.space, team);
    EXPECT_EQ(spaceOf(Kind::Interaction, together), before) << "it is about somebody else, too";
    EXPECT_EQ(spaceOf(Kind::Interaction, secret), hidden);
    EXPECT_EQ(spaceOf(Kind::Person, ben), before);

    ASSERT_TRUE(w.workspace().undo());
    EXPECT_EQ(spaceOf(Kind::Person, ana), before);
    EXPECT_EQ(spaceOf(Kind::Interaction, alone), before);
    ASSERT_TRUE(w.workspace().redo());
    EXPECT_EQ(spaceOf(Kind::Person, ana), team);
    EXPECT_EQ(spaceOf(Kind::Interaction, log({ana})), team) << "what is logged with somebody is where they are";
}

TEST_F(SharedAndPrivate, MovingToNowhereIsRefused)
{
    EXPECT_EQ(MoveToSpace(w.services()).run(ana, w.ids.make()).error().code, ErrorCode::NotFound);
    EXPECT_EQ(MoveToSpace(w.services()).run(w.ids.make(), detail(ana).space).error().code, ErrorCode::NotFound);
    const auto same = MoveToSpace(w.services()).run(ana, detail(ana).space);
    ASSERT_TRUE(same);
    EXPECT_TRUE(same->empty());
}

TEST_F(SharedAndPrivate, WhatSomebodyExpectsToBePaidIsPrivateUnlessSaidOtherwise)
{
    const Date day{2026y / November / 20};
    ASSERT_TRUE(AddPay(w.services()).run(ana, {.amount = " 62–65k EUR ", .statedOn = day}));
    ASSERT_EQ(detail(ana).pay.size(), 1U);
    EXPECT_EQ(detail(ana).pay.front().amount, "62–65k EUR");
    EXPECT_EQ(detail(ana).pay.front().statedOn, day);
    EXPECT_NE(spaceOf(Kind::PayExpectation, detail(ana).pay.front().id), detail(ana).space);
    const Id team = addSpace(SpaceKind::Team, "Platform team");
    ASSERT_TRUE(AddPay(w.services()).run(ana, {.amount = "70k", .statedOn = day + days{1}, .space = team}));
    EXPECT_EQ(spaceOf(Kind::PayExpectation, detail(ana).pay.front().id), team) << "the latest first";
    ASSERT_TRUE(RemovePay(w.services()).run(detail(ana).pay.front().id));
    EXPECT_EQ(detail(ana).pay.size(), 1U);
    EXPECT_EQ(AddPay(w.services()).run(ana, {.amount = " ", .statedOn = day}).error().code, ErrorCode::BadInput);
}

TEST_F(SharedAndPrivate, DoNotContactHasAReasonAndALastDay)
{
    const EditApproach edit(w.services());
    const Date last{2027y / June / 30};
    ASSERT_TRUE(edit.run(ana, {.approach = Approach::DoNotContact, .reason = "Asked us to stop", .until = last}));
    EXPECT_EQ(detail(ana).approach.approach, Approach::DoNotContact);
    EXPECT_EQ(detail(ana).approach.reason, "Asked us to stop");
    EXPECT_EQ(detail(ana).approach.until, last);
    EXPECT_EQ(approachOn(Approach::DoNotContact, last, last), Approach::DoNotContact);
    EXPECT_EQ(approachOn(Approach::DoNotContact, last, last + days{1}), Approach::Open);
    EXPECT_EQ(edit.run(ana, {.approach = Approach::OffLimits, .until = Date{2026y / November / 21}}).error().code,
              ErrorCode::BadInput);
    ASSERT_TRUE(edit.run(ana, {.approach = Approach::Open, .reason = "left over"}));
    EXPECT_EQ(detail(ana).approach.reason, "");
    EXPECT_FALSE(detail(ana).approach.until);
    ASSERT_TRUE(w.workspace().undo());
    EXPECT_EQ(detail(ana).approach.approach, Approach::DoNotContact);
    EXPECT_EQ(detail(ana).approach.reason, "Asked us to stop");
}

}  // namespace
}  // namespace kith
