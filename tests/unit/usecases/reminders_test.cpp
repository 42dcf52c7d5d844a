#include <kith/support/temp_workspace.h>
#include <kith/usecases/history.h>
#include <kith/usecases/reminders.h>

#include <gtest/gtest.h>

namespace kith {
namespace {

using namespace std::chrono;

/// It is 2026-11-22.
class Reminders : public ::testing::Test {
protected:
    Reminders() : ana(workspace.addPerson("Ana Ruiz")) { }

    Id set(ReminderInput input)
    {
        input.person = ana;
        if (input.reason.empty()) input.reason = "Ask about the spring";
        const auto changes = SetReminder(workspace.services()).run(input);
        EXPECT_TRUE(changes) << changes.error().message;
        return changes ? changes->rows.front().id : Id{};
    }
    ReminderView view(const Id& reminder) { return workspace.reader().reminder(reminder).value_or(ReminderView{}); }
    void finish(const Id& reminder)
    {
        const auto done = FinishReminder(workspace.services()).run(reminder);
        EXPECT_TRUE(done) << done.error().message;
    }

    test::TempWorkspace workspace;
    Id ana;
};

TEST_F(Reminders, BelongToWhoeverSitsHereUnlessSomebodyIsNamed)
{
    const Id maya = workspace.addPerson("Maya Brooks", Facet::Colleague);
    const Id jon = workspace.addPerson("Jon Osei", Facet::Colleague);
    EXPECT_TRUE(view(set({.due = sys_days{2026y / December / 1}})).assignee.isNil());
    ASSERT_TRUE(workspace.workspace().setSetting(settings::kMe, maya.toString()));
    EXPECT_EQ(view(set({.due = sys_days{2026y / December / 1}})).assignee, maya);
    EXPECT_EQ(view(set({.due = sys_days{2026y / December / 1}, .assignee = jon})).assignee, jon);
}

TEST_F(Reminders, NeedAReasonADayAndAPerson)
{
    const SetReminder setReminder(workspace.services());
    const Date day = sys_days{2026y / December / 1};
    EXPECT_EQ(setReminder.run({.person = ana, .due = day}).error().code, ErrorCode::BadInput);
    EXPECT_EQ(setReminder.run({.person = ana, .due = sys_days{2300y / May / 1}, .reason = "x"}).error().code,
              ErrorCode::BadInput);
    EXPECT_EQ(setReminder.run({.person = Id{}, .due = day, .reason = "x"}).error().code, ErrorCode::NotFound);
    EXPECT_EQ(setReminder.run({.person = ana, .due = day, .reason = "x", .rrule = "EVERY DAY"}).error().code,
              ErrorCode::BadInput);
    EXPECT_EQ(
        setReminder.run({.person = ana, .due = day, .reason = "x", .assignee = workspace.ids.make()}).error().code,
        ErrorCode::NotFound);
}

TEST_F(Reminders, AreClosedWhenTheyAreDone)
{
    const Id once = set({.due = sys_days{2026y / November / 20}});
    finish(once);
    EXPECT_EQ(view(once).state, ReminderState::Done);
    EXPECT_EQ(FinishReminder(workspace.services()).run(once).error().code, ErrorCode::Conflict);
    ASSERT_TRUE(UndoLast(workspace.services()).run());
    EXPECT_EQ(view(once).state, ReminderState::Open);
}

TEST_F(Reminders, MoveToTheNextOccurrenceAfterTodayWhenTheyRepeat)
{
    const Id weekly = set({.due = sys_days{2026y / November / 3}, .rrule = "FREQ=WEEKLY"});
    finish(weekly);
    EXPECT_EQ(view(weekly).state, ReminderState::Open);
    EXPECT_EQ(view(weekly).due, sys_days{2026y / November / 24});
}

TEST_F(Reminders, DoneBeforeTheyAreDueStillMoveOn)
{
    const Id weekly = set({.due = sys_days{2026y / November / 24}, .rrule = "FREQ=WEEKLY"});
    finish(weekly);
    EXPECT_EQ(view(weekly).due, sys_days{2026y / December / 1});
}

TEST_F(Reminders, KeepTheirRhythmThroughASnooze)
{
    const Id weekly = set({.due = sys_days{2026y / November / 20}, .rrule = "FREQ=WEEKLY"});
    ASSERT_TRUE(SnoozeReminder(workspace.services()).run(weekly, sys_days{2026y / November / 25}, "away"));
    finish(weekly);
    EXPECT_EQ(view(weekly).due, sys_days{2026y / November / 27});
    EXPECT_FALSE(view(weekly).snoozedFrom);
    EXPECT_EQ(view(weekly).snoozeReason, "");
}

TEST_F(Reminders, EndWhenTheRuleHasEnded)
{
    const Id until = set({.due = sys_days{2026y / November / 20}, .rrule = "FREQ=WEEKLY;UNTIL=20261121"});
    finish(until);
    EXPECT_EQ(view(until).state, ReminderState::Done);
}

TEST_F(Reminders, CountTheirOccurrencesAcrossFinishing)
{
    const Id thrice = set({.due = sys_days{2026y / November / 22}, .rrule = "FREQ=DAILY;COUNT=3"});
    finish(thrice);
    EXPECT_EQ(view(thrice).due, sys_days{2026y / November / 23});
    workspace.clock.advance(days{1});
    finish(thrice);
    EXPECT_EQ(view(thrice).due, sys_days{2026y / November / 24});
    workspace.clock.advance(days{1});
    finish(thrice);
    EXPECT_EQ(view(thrice).state, ReminderState::Done);
}

TEST_F(Reminders, RememberTheDayForWhichTheyWereFirstSet)
{
    const Id due = set({.due = sys_days{2026y / November / 20}});
    const SnoozeReminder snooze(workspace.services());
    ASSERT_TRUE(snooze.run(due, sys_days{2026y / December / 1}, "Bonus is paid in March"));
    ASSERT_TRUE(snooze.run(due, sys_days{2027y / March / 9}, "Bonus is paid in March"));
    EXPECT_EQ(view(due).due, sys_days{2027y / March / 9});
    EXPECT_EQ(view(due).snoozedFrom, sys_days{2026y / November / 20});
    EXPECT_EQ(view(due).snoozeReason, "Bonus is paid in March");
    EXPECT_EQ(snooze.run(due, sys_days{2026y / November / 22}, "").error().code, ErrorCode::BadInput);
}

TEST_F(Reminders, AreDroppedForGoodEvenWhenTheyRepeat)
{
    const Id weekly = set({.due = sys_days{2026y / November / 20}, .rrule = "FREQ=WEEKLY"});
    ASSERT_TRUE(DropReminder(workspace.services()).run(weekly));
    EXPECT_EQ(view(weekly).state, ReminderState::Dropped);
}

TEST_F(Reminders, AreHandedOverButNotToThePersonTheyAreAbout)
{
    const Id jon = workspace.addPerson("Jon Osei", Facet::Colleague);
    const Id due = set({.due = sys_days{2026y / November / 20}});
    const HandOverReminder handOver(workspace.services());
    ASSERT_TRUE(handOver.run(due, jon));
    EXPECT_EQ(view(due).assigneeName, "Jon Osei");
    EXPECT_EQ(handOver.run(due, ana).error().code, ErrorCode::BadInput);
    EXPECT_EQ(handOver.run(due, workspace.ids.make()).error().code, ErrorCode::NotFound);
    ASSERT_TRUE(handOver.run(due, Id{}));
    EXPECT_TRUE(view(due).assignee.isNil());
}

}  // namespace
}  // namespace kith
