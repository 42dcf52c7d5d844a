#include "page_fixture.h"

#include <kith/pages/snooze_choices.h>
#include <kith/pages/today_page.h>

#include <QAbstractItemModelTester>

namespace kith::ui {
namespace {

using namespace Qt::Literals::StringLiterals;

class TodayPageTest : public PageFixture {
protected:
    TodayPage makePage() { return TodayPage(worker, files.clock, files.zone, english); }
};

TEST_F(TodayPageTest, ShowsWhoIsDueWithReasonLastWordsAndHowLate)
{
    const Id kwame = files.addPerson("Kwame Mensah");
    speak(kwame, "2026-09-29T10:00:00Z", "Would love to hear how\nthe platform team is set up.");
    remind(kwame, "2026-11-20", "Introduction to the platform team");
    TodayPage page = makePage();

    ASSERT_EQ(page.due().count(), 1);
    const TodayItem& line = *page.due().at(0);
    EXPECT_EQ(line.name, u"Kwame Mensah"_s);
    EXPECT_EQ(line.reason, u"Introduction to the platform team"_s);
    EXPECT_EQ(line.lastWords, u"Would love to hear how the platform team is set up."_s);
    EXPECT_EQ(line.due, u"2 days late"_s);
    EXPECT_EQ(line.spoken, u"Spoken 54 days ago"_s);
    EXPECT_EQ(line.when, TodayItem::When::Overdue);
}

TEST_F(TodayPageTest, PutsTheLongestOverdueFirstAndCountsThem)
{
    remind(files.addPerson("Ana Ruiz"), "2026-11-22", "ask again");
    remind(files.addPerson("Zoë Müller"), "2026-11-10", "62 days since you last spoke");
    remind(files.addPerson("Li Wei"), "2026-11-21", "relocation");
    TodayPage page = makePage();

    ASSERT_EQ(page.due().count(), 3);
    EXPECT_EQ(page.due().at(0)->name, u"Zoë Müller"_s);
    EXPECT_EQ(page.due().at(2)->due, u"Due today"_s);
    EXPECT_EQ(page.subheading(), u"Sunday 22 November · 3 conversations, 2 late"_s);
    EXPECT_EQ(page.dueCount(), 3);
}

TEST_F(TodayPageTest, KeepsPromisesOfLaterAndFollowUpsOfTheNextTwoWeeksApart)
{
    const Id ama = files.addPerson("Ama Boateng");
    remind(ama, "2026-11-24", "notice period ends");
    remind(ama, "2026-12-07", "in more than two weeks");
    remind(ama, "2027-02-01", "the salary table", ReminderKind::Promise);
    TodayPage page = makePage();

    EXPECT_EQ(page.due().count(), 0);
    ASSERT_EQ(page.comingUp().count(), 1);
    EXPECT_EQ(page.comingUp().at(0)->day, u"Tue 24"_s);
    ASSERT_EQ(page.promises().count(), 1);
    EXPECT_EQ(page.promises().at(0)->due, u"Due Monday 1 February 2027"_s);
}

TEST_F(TodayPageTest, LeavesOutWhatColleaguesHaveToDo)
{
    const Id tom = files.addPerson("Tom Okafor", Facet::Colleague);
    const Id reminder = remind(files.addPerson("Ana Ruiz"), "2026-11-22", "ask again");
    ASSERT_TRUE(HandOverReminder(files.services()).run(reminder, tom));
    TodayPage page = makePage();

    EXPECT_EQ(page.due().count(), 0);
}

TEST_F(TodayPageTest, FollowsTheWorkspaceWithoutBeingAsked)
{
    TodayPage page = makePage();
    QSignalSpy changed(&page, &TodayPage::changed);

    remind(files.addPerson("Ana Ruiz"), "2026-11-22", "ask again");

    EXPECT_EQ(page.due().count(), 1);
    EXPECT_GE(changed.count(), 1);
}

TEST_F(TodayPageTest, ASnoozedReminderComesBackOnItsDayWithTheReasonForWaiting)
{
    const Id ana = files.addPerson("Ana Ruiz");
    const Id reminder = remind(ana, "2026-11-22", "ask about the data lead role");
    TodayPage page = makePage();
    QSignalSpy said(&page, &TodayPage::said);

    page.snooze(reminder, day("2026-11-30"), u"bonus is paid in November"_s);

    EXPECT_EQ(page.due().count(), 0);
    ASSERT_EQ(said.count(), 1);
    EXPECT_EQ(said.front().front().toString(), u"Ana Ruiz is put off until Monday 30 November."_s);
    files.clock.set(*parseIsoInstant("2026-11-30T08:00:00Z", files.zone));
    page.tick();
    ASSERT_EQ(page.due().count(), 1);
    EXPECT_EQ(page.due().at(0)->note, u"Put off from Sunday 22 November: bonus is paid in November"_s);
}

TEST_F(TodayPageTest, UndoBringsBackExactlyWhatWasPutOff)
{
    const Id reminder = remind(files.addPerson("Ana Ruiz"), "2026-11-22", "ask again");
    TodayPage page = makePage();
    QSignalSpy said(&page, &TodayPage::said);
    page.snooze(reminder, day("2026-11-30"), {});
    remind(files.addPerson("Li Wei"), "2026-11-22", "something done since");

    page.undo(said.front().at(1).toLongLong());

    EXPECT_EQ(page.due().count(), 2);
}

TEST_F(TodayPageTest, ADoneReminderLeavesAndARepeatingOneMovesOn)
{
    const Id ana = files.addPerson("Ana Ruiz");
    const Id once = remind(ana, "2026-11-22", "ask again");
    const Id weekly = remind(ana, "2026-11-22", "say hello", ReminderKind::FollowUp, "FREQ=WEEKLY");
    TodayPage page = makePage();
    ASSERT_EQ(page.due().count(), 2);

    page.finish(once);
    page.finish(weekly);

    EXPECT_EQ(page.due().count(), 0);
    ASSERT_EQ(page.comingUp().count(), 1);
    EXPECT_EQ(page.comingUp().at(0)->day, u"Sun 29"_s);
}

TEST_F(TodayPageTest, HandsAReminderToAColleagueFoundByName)
{
    files.addPerson("Tom Talent");
    const Id tom = files.addPerson("Tom Okafor", Facet::Colleague);
    const Id reminder = remind(files.addPerson("Ana Ruiz"), "2026-11-22", "ask again");
    TodayPage page = makePage();
    QSignalSpy said(&page, &TodayPage::said);

    page.findColleagues(u"tom"_s);
    ASSERT_EQ(page.colleagues().count(), 1);
    page.handOver(reminder, page.colleagues().at(0)->id);

    EXPECT_EQ(page.due().count(), 0);
    EXPECT_EQ(said.front().front().toString(), u"Ana Ruiz is handed over to Tom Okafor."_s);
    EXPECT_EQ(files.reader().reminder(reminder)->assignee, tom);
}

TEST_F(TodayPageTest, SaysWhatWentWrongWhenAReminderIsGone)
{
    const Id reminder = remind(files.addPerson("Ana Ruiz"), "2026-11-22", "ask again");
    TodayPage page = makePage();
    QSignalSpy failed(&page, &TodayPage::failed);
    page.finish(reminder);

    page.finish(reminder);

    ASSERT_EQ(failed.count(), 1);
    EXPECT_TRUE(failed.front().front().toString().startsWith(u"The reminder could not be closed."_s));
}

TEST(SnoozeChoices, AreTomorrowNextMondayAndTheSameDayOfTheNextMonth)
{
    const auto choices = snoozeChoices(*parseIsoDate("2027-01-31"), QLocale(QLocale::English, QLocale::UnitedKingdom));
    ASSERT_EQ(choices.size(), 3U);
    EXPECT_EQ(isoDate(choices[0].until), "2027-02-01");
    EXPECT_EQ(choices[1].day, u"Monday 8 February"_s);
    EXPECT_EQ(isoDate(choices[2].until), "2027-02-28");
}

TEST_F(TodayPageTest, TeachesWhenThereIsNobodyButMeAndWhenNothingIsDue)
{
    test::TempWorkspace fresh;
    test::InlineWorker freshWorker(fresh.workspace(), fresh.services());
    TodayPage first(freshWorker, fresh.clock, fresh.zone, english);
    EXPECT_EQ(first.empty(), TodayPage::Empty::NoPeople);
    EXPECT_TRUE(first.emptyText().contains(u"LinkedIn"_s));
    EXPECT_EQ(first.subheading(), u"Sunday 22 November"_s);

    TodayPage page = makePage();
    EXPECT_EQ(page.empty(), TodayPage::Empty::NoPeople);
    files.addPerson("Ana Ruiz");
    EXPECT_EQ(page.empty(), TodayPage::Empty::NothingDue);
    EXPECT_FALSE(page.emptyTitle().isEmpty());
}

TEST_F(TodayPageTest, ShowsFiveHundredAndSaysHowManyMoreAreDue)
{
    const Id ana = files.addPerson("Ana Ruiz");
    Edit edit{.command = CommandKind::SetReminder, .subject = "many", .source = {}, .rows = {}};
    for (int i = 0; i < 640; ++i)
        edit.put(Kind::Reminder, files.ids.make()).fields = {{reminder::person, ana},
                                                             {reminder::kind, enumValue(ReminderKind::FollowUp)},
                                                             {reminder::reason, textValue("ask again")},
                                                             {reminder::due, dateValue(day("2026-11-22"))},
                                                             {reminder::state, enumValue(ReminderState::Open)}};
    ASSERT_TRUE(files.services().writer.apply(edit));
    TodayPage page = makePage();

    EXPECT_EQ(page.due().count(), 500);
    EXPECT_EQ(page.dueCount(), 640);
    EXPECT_EQ(page.beyond(), u"140 more are due; the longest overdue are shown."_s);
}

TEST_F(TodayPageTest, TheManagersViewHoldsMyPromisesAndMyPeopleOnly)
{
    const Id ana = files.addPerson("Ana Ruiz");
    files.addPerson("Never Spoken");
    speak(ana, "2026-11-10T10:00:00Z", "hello");
    remind(ana, "2026-11-22", "follow up");
    remind(ana, "2026-11-21", "send the slides", ReminderKind::Promise);
    remind(ana, "2026-12-30", "an introduction", ReminderKind::Promise);
    ASSERT_TRUE(files.services().writer.setSetting(kViewSetting, kManagerView));
    TodayPage page = makePage();

    EXPECT_TRUE(page.managerView());
    ASSERT_EQ(page.due().count(), 2);
    EXPECT_EQ(page.due().at(0)->reason, u"send the slides"_s);
    EXPECT_EQ(page.comingUp().count() + page.promises().count(), 0);
    ASSERT_EQ(page.myPeople().count(), 1);
    EXPECT_EQ(page.myPeople().at(0)->spoken, u"Spoken 12 days ago"_s);
    EXPECT_EQ(page.heading(), u"My promises"_s);
    EXPECT_EQ(page.subheading(), u"Sunday 22 November · 2 promises, 1 late"_s);
}

TEST_F(TodayPageTest, ItsListsKeepTheRulesOfItemModels)
{
    TodayPage page = makePage();
    QAbstractItemModelTester due(&page.due(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    QAbstractItemModelTester coming(&page.comingUp(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    const Id ana = files.addPerson("Ana Ruiz");
    const Id first = remind(ana, "2026-11-22", "one");
    remind(ana, "2026-11-20", "two");
    page.snooze(first, day("2026-11-25"), {});

    EXPECT_EQ(page.due().count(), 1);
    EXPECT_EQ(page.due().index(0).data(Qt::AccessibleTextRole).toString(), u"Ana Ruiz. two. 2 days late. Cold."_s);
}

}  // namespace
}  // namespace kith::ui
