#include <kith/support/temp_workspace.h>
#include <kith/usecases/history.h>
#include <kith/usecases/interactions.h>
#include <kith/usecases/log_interaction.h>
#include <kith/usecases/reminders.h>

#include <gtest/gtest.h>

#include <algorithm>

namespace kith {
namespace {

using namespace std::chrono;

class LogAConversation : public ::testing::Test {
protected:
    LogAConversation()
    {
        ana = workspace.addPerson("Ana Ruiz");
        maya = workspace.addPerson("Maya Brooks", Facet::Colleague);
        EXPECT_TRUE(workspace.workspace().setSetting(settings::kMe, maya.toString()));
        input.people = {ana};
        input.at = workspace.clock.now() - hours{2};
        input.text = "  Open to move after the bonus.  ";
    }

    Result<Logged> log() { return LogInteraction(workspace.services()).run(input); }
    std::size_t conversationsWithAna()
    {
        return workspace.reader().person(ana, workspace.clock.now())->interactionCount;
    }

    test::TempWorkspace workspace;
    Id ana;
    Id maya;
    ConversationInput input;
};

TEST_F(LogAConversation, KeepsWhatWasSaidAndAddsOurselves)
{
    input.channel = Channel::Call;
    input.direction = Direction::In;
    input.minutes = 40;
    const auto logged = log();
    ASSERT_TRUE(logged) << logged.error().message;
    const auto view = workspace.reader().interaction(logged->interaction);
    ASSERT_TRUE(view);
    EXPECT_EQ(view->channel, Channel::Call);
    EXPECT_EQ(view->direction, Direction::In);
    EXPECT_EQ(view->depth, Depth::Conversation);
    EXPECT_EQ(view->minutes, 40);
    EXPECT_EQ(view->text, "Open to move after the bonus.");
    EXPECT_EQ(view->at, input.at);
    ASSERT_EQ(view->participants.size(), 2U);
    EXPECT_EQ(view->participants[0].person, ana);
    EXPECT_EQ(view->participants[1].person, maya);
    EXPECT_TRUE(logged->reminder.isNil());
}

TEST_F(LogAConversation, NamesNobodyTwice)
{
    input.people = {ana, maya, ana};
    const auto logged = log();
    ASSERT_TRUE(logged);
    EXPECT_EQ(workspace.reader().interaction(logged->interaction)->participants.size(), 2U);
}

TEST_F(LogAConversation, AddsNewPeopleAsTalentInTheSameCommand)
{
    input.newPeople = {" Tom  Kay ", "tom kay", ""};
    const auto logged = log();
    ASSERT_TRUE(logged);
    ASSERT_EQ(logged->created.size(), 1U);
    const auto tom = workspace.reader().card(logged->created.front(), workspace.clock.now());
    ASSERT_TRUE(tom);
    EXPECT_EQ(tom->name, "Tom Kay");
    EXPECT_TRUE(tom->facets.has(Facet::Talent));
    EXPECT_EQ(logged->changes.subject, "Ana Ruiz and 1 more");
}

TEST_F(LogAConversation, SetsTheNextStepAsAReminderForTheFirstPersonAndUs)
{
    input.nextStep =
        NextStep{.due = sys_days{2027y / March / 9}, .reason = "Bonus is paid", .rrule = "RRULE:FREQ=YEARLY"};
    const auto logged = log();
    ASSERT_TRUE(logged) << logged.error().message;
    const auto due = workspace.reader().reminder(logged->reminder);
    ASSERT_TRUE(due);
    EXPECT_EQ(due->person, ana);
    EXPECT_EQ(due->assignee, maya);
    EXPECT_EQ(due->due, sys_days{2027y / March / 9});
    EXPECT_EQ(due->reason, "Bonus is paid");
    EXPECT_EQ(due->rrule, "FREQ=YEARLY");
    EXPECT_EQ(due->state, ReminderState::Open);
}

TEST_F(LogAConversation, IsTakenBackWholeByOneUndo)
{
    input.newPeople = {"Tom Kay"};
    input.nextStep = NextStep{.due = sys_days{2027y / March / 9}, .reason = "Ask again"};
    const auto logged = log();
    ASSERT_TRUE(logged);
    ASSERT_TRUE(UndoLast(workspace.services()).run());
    EXPECT_EQ(conversationsWithAna(), 0U);
    EXPECT_FALSE(workspace.reader().card(logged->created.front(), workspace.clock.now()));
    EXPECT_FALSE(workspace.reader().reminder(logged->reminder));
    ASSERT_TRUE(RedoLast(workspace.services()).run());
    EXPECT_EQ(conversationsWithAna(), 1U);
    EXPECT_TRUE(workspace.reader().reminder(logged->reminder));
}

TEST_F(LogAConversation, FinishesTheRemindersThatItSettlesInTheSameCommand)
{
    const auto set = [&](const char* reason, const char* rrule) {
        return SetReminder(workspace.services())
            .run({.person = ana, .due = sys_days{2026y / November / 20}, .reason = reason, .rrule = rrule})
            ->rows.front()
            .id;
    };
    const Id once = set("ask about the role", "");
    const Id monthly = set("have a coffee", "FREQ=MONTHLY");
    const Id done = set("done already", "");
    ASSERT_TRUE(FinishReminder(workspace.services()).run(done));
    const auto before = workspace.reader().reminder(done);
    input.settles = {once, monthly, once, done, workspace.ids.make()};
    ASSERT_TRUE(log());
    EXPECT_EQ(workspace.reader().reminder(once)->state, ReminderState::Done);
    EXPECT_EQ(workspace.reader().reminder(monthly)->state, ReminderState::Open);
    EXPECT_EQ(workspace.reader().reminder(monthly)->due, Date{sys_days{2026y / December / 20}});
    EXPECT_EQ(workspace.reader().reminder(done)->due, before->due);

    ASSERT_TRUE(UndoLast(workspace.services()).run());
    EXPECT_EQ(conversationsWithAna(), 0U);
    EXPECT_EQ(workspace.reader().reminder(once)->state, ReminderState::Open);
    EXPECT_EQ(workspace.reader().reminder(monthly)->due, Date{sys_days{2026y / November / 20}});
}

TEST_F(LogAConversation, NeedsSomebodyBesidesOurselves)
{
    input.people = {maya};
    const auto logged = log();
    ASSERT_FALSE(logged);
    EXPECT_EQ(logged.error(), (Error{ErrorCode::BadInput, "Say who the conversation was with; nothing was saved."}));
    input.people = {};
    EXPECT_EQ(log().error().code, ErrorCode::BadInput);
}

TEST_F(LogAConversation, RefusesAPersonWhoIsNotThere)
{
    input.people = {workspace.ids.make()};
    EXPECT_EQ(log().error().code, ErrorCode::NotFound);
}

struct Absurdity {
    std::string name;
    void (*spoil)(ConversationInput&);
};

class AbsurdConversation : public LogAConversation, public ::testing::WithParamInterface<Absurdity> { };

TEST_P(AbsurdConversation, IsRefusedWithASentenceAndNothingIsSaved)
{
    input.newPeople = {"Tom Kay"};
    GetParam().spoil(input);
    const std::size_t before = workspace.reader().countPeople();
    const auto logged = log();
    ASSERT_FALSE(logged);
    EXPECT_EQ(logged.error().code, ErrorCode::BadInput);
    EXPECT_TRUE(logged.error().message.ends_with('.')) << logged.error().message;
    EXPECT_EQ(workspace.reader().countPeople(), before);
    EXPECT_EQ(conversationsWithAna(), 0U);
}

INSTANTIATE_TEST_SUITE_P(
    Input, AbsurdConversation,
    ::testing::Values(
        Absurdity{"TextOverAMegabyte", [](ConversationInput& i) { i.text.assign((1U << 20U) + 1, 'x'); }},
        Absurdity{"BeforeNineteenHundred",
                  [](ConversationInput& i) { i.at = Instant{sys_days{1899y / December / 31}}; }},
        Absurdity{"AfterTwentyTwoHundred", [](ConversationInput& i) { i.at = Instant{sys_days{2200y / January / 1}}; }},
        Absurdity{"TimeAtTheEndOfTime", [](ConversationInput& i) { i.at = Instant::max(); }},
        Absurdity{"NegativeLength", [](ConversationInput& i) { i.minutes = -1; }},
        Absurdity{"LengthOverAWeek", [](ConversationInput& i) { i.minutes = 7 * 24 * 60 + 1; }},
        Absurdity{
            "NextStepWithoutReason",
            [](ConversationInput& i) { i.nextStep = NextStep{.due = sys_days{2027y / March / 9}, .reason = "  "}; }},
        Absurdity{"NextStepInAnotherAge",
                  [](ConversationInput& i) { i.nextStep = NextStep{.due = Date::min(), .reason = "Ask"}; }},
        Absurdity{"RepetitionThatIsNone",
                  [](ConversationInput& i) {
                      i.nextStep = NextStep{.due = sys_days{2027y / March / 9}, .reason = "Ask", .rrule = "FREQ=OFTEN"};
                  }},
        Absurdity{"NameThatIsABook", [](ConversationInput& i) { i.newPeople.assign(1, std::string(5000, 'n')); }}),
    [](const auto& each) { return each.param.name; });

TEST_F(LogAConversation, AcceptsATextOfExactlyOneMegabyte)
{
    input.text.assign(1U << 20U, 'x');
    EXPECT_TRUE(log());
}

TEST_F(LogAConversation, IsCorrectedFieldByField)
{
    const auto logged = log();
    ASSERT_TRUE(logged);
    const EditInteractionField edit(workspace.services());
    ASSERT_TRUE(edit.run(logged->interaction, interaction::text, std::string{"Not before spring."}));
    ASSERT_TRUE(edit.run(logged->interaction, interaction::channel, enumValue(Channel::Email)));
    const auto view = workspace.reader().interaction(logged->interaction);
    EXPECT_EQ(view->text, "Not before spring.");
    EXPECT_EQ(view->channel, Channel::Email);
    EXPECT_EQ(edit.run(logged->interaction, interaction::channel, std::int64_t{99}).error().code, ErrorCode::BadInput);
    EXPECT_EQ(edit.run(logged->interaction, interaction::at, Value{}).error().code, ErrorCode::BadInput);
    EXPECT_EQ(edit.run(logged->interaction, interaction::minutes, std::int64_t{-5}).error().code, ErrorCode::BadInput);
    EXPECT_EQ(edit.run(logged->interaction, FieldIndex{30}, Value{}).error().code, ErrorCode::BadInput);
    EXPECT_EQ(edit.run(ana, interaction::text, std::string{"x"}).error().code, ErrorCode::NotFound);
}

TEST_F(LogAConversation, IsRemovedWithItsParticipantsAndItsReminderStays)
{
    input.nextStep = NextStep{.due = sys_days{2027y / March / 9}, .reason = "Ask again"};
    const auto logged = log();
    ASSERT_TRUE(logged);
    ASSERT_TRUE(RemoveInteraction(workspace.services()).run(logged->interaction));
    EXPECT_EQ(conversationsWithAna(), 0U);
    EXPECT_TRUE(workspace.reader().reminder(logged->reminder));
    ASSERT_TRUE(UndoLast(workspace.services()).run());
    EXPECT_EQ(conversationsWithAna(), 1U);
}

TEST(History, SaysWhenThereIsNothingToUndo)
{
    test::TempWorkspace workspace;
    EXPECT_EQ(UndoLast(workspace.services()).run().error().code, ErrorCode::NotFound);
    EXPECT_EQ(RedoLast(workspace.services()).run().error().code, ErrorCode::NotFound);
    EXPECT_EQ(UndoImport(workspace.services()).run(1).error().code, ErrorCode::NotFound);
}

TEST(History, NamesEveryCommandInPlainEnglish)
{
    for (int kind = 1; kind <= static_cast<int>(CommandKind::UndoImport); ++kind)
        EXPECT_NE(commandName(static_cast<CommandKind>(kind)), "a change") << kind;
}

}  // namespace
}  // namespace kith
