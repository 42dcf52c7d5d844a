#include "page_fixture.h"

#include <kith/pages/conversation_page.h>
#include <kith/pages/person_lines.h>
#include <kith/usecases/history.h>

#include <memory>

namespace kith::ui {
namespace {

using namespace Qt::Literals::StringLiterals;

class ConversationPageTest : public PageFixture {
protected:
    ConversationPage page{worker, files.clock, files.zone, english};
    QSignalSpy saved{&page, &ConversationPage::saved};
    QSignalSpy failed{&page, &ConversationPage::failed};

    QString lastSentence() { return saved.isEmpty() ? QString{} : saved.back().front().toString(); }
    qint64 lastCommand() { return saved.back().at(1).toLongLong(); }
};

TEST_F(ConversationPageTest, LogsACallWithAKnownPerson)
{
    const Id ana = files.addPerson("Ana Ruiz");
    page.begin(ana);
    page.setChannel(Channel::Call);
    page.setMinutes(40);
    page.setText(u"Open to the data lead role after the bonus."_s);
    page.save();

    EXPECT_EQ(lastSentence(), u"Logged the call with Ana Ruiz."_s);
    const auto detail = files.reader().person(ana, files.clock.now());
    ASSERT_EQ(detail->interactions.size(), 1U);
    EXPECT_EQ(detail->interactions.front().channel, Channel::Call);
    EXPECT_EQ(detail->interactions.front().direction, Direction::Both);
    EXPECT_EQ(detail->interactions.front().minutes, 40);
    EXPECT_EQ(detail->interactions.front().at, files.clock.now());
    EXPECT_TRUE(page.draft().people.size() == 1 && page.draft().text.isEmpty());
}

TEST_F(ConversationPageTest, APrivateConversationIsSaidToBeSoInTheTimelineAndInADraftKept)
{
    const Id ana = files.addPerson("Ana Ruiz");
    page.begin(ana);
    page.setText(u"Thinks of leaving."_s);
    page.setPrivate(true);
    page.begin();
    page.begin(ana);
    EXPECT_TRUE(page.draft().isPrivate);
    page.save();
    const auto detail = files.reader().person(ana, files.clock.now());
    ASSERT_EQ(detail->interactions.size(), 1U);
    EXPECT_TRUE(detail->interactions.front().isPrivate);
    EXPECT_TRUE(headlineOf(detail->interactions.front(), {.now = files.clock.now(), .zone = files.zone})
                    .endsWith(u"only you can read it"_s));
}

TEST_F(ConversationPageTest, FindsPeopleAsTheirNameIsTypedAndOffersToAddNewOnes)
{
    files.addPerson("Ana Ruiz");
    files.addPerson("Anand Rao");
    page.begin();

    page.suggestFor(u"an r"_s);
    ASSERT_EQ(page.suggestions().count(), 3);
    EXPECT_EQ(page.suggestions().at(2)->line, u"Add “an r” as a new person"_s);
    page.suggestFor(u"ana"_s);
    EXPECT_TRUE(page.choose(0));
    page.suggestFor(u"Tom  Kaplan"_s);
    EXPECT_TRUE(page.choose(0));

    ASSERT_EQ(page.draft().people.size(), 2U);
    EXPECT_TRUE(page.draft().people[1].isNew());
    EXPECT_EQ(page.draft().people[1].name, u"Tom Kaplan"_s);
    EXPECT_EQ(page.suggestions().count(), 0);
    EXPECT_FALSE(page.choose(0));
}

TEST_F(ConversationPageTest, DoesNotNameTheSamePersonTwice)
{
    const Id ana = files.addPerson("Ana Ruiz");
    page.begin(ana);
    page.addPerson(ana);
    page.suggestFor(u"Ana Ruiz"_s);
    ASSERT_EQ(page.suggestions().count(), 1);
    EXPECT_TRUE(page.suggestions().at(0)->companion.isNew());
    page.addNewPerson(u"Tom"_s);
    page.addNewPerson(u"tom"_s);

    EXPECT_EQ(page.draft().people.size(), 2U);
}

TEST_F(ConversationPageTest, AddsNewPeopleWithTheConversation)
{
    page.begin();
    page.addNewPerson(u"Олена Ковальчук"_s);
    page.addNewPerson(u"Tom Kaplan"_s);
    page.save();

    EXPECT_EQ(lastSentence(), u"Logged the meeting with Олена Ковальчук and Tom Kaplan."_s);
    EXPECT_TRUE(files.reader().resolvePerson("Tom Kaplan"));
}

TEST_F(ConversationPageTest, SetsTheNextStepAsAReminder)
{
    const Id ana = files.addPerson("Ana Ruiz");
    page.begin(ana);
    page.setNextStep(true);
    EXPECT_EQ(page.draft().nextDue, QDate(2026, 11, 29));
    page.setNextDue(QDate(2027, 3, 9));
    page.setNextReason(u"open to move after the bonus"_s);
    page.setNextRepetition("FREQ=YEARLY");
    page.setNextIsPromise(true);
    page.save();

    EXPECT_EQ(lastSentence(), u"Logged the meeting with Ana Ruiz. Next step on Tuesday 9 March 2027."_s);
    const auto reminders = files.reader().person(ana, files.clock.now())->reminders;
    ASSERT_EQ(reminders.size(), 1U);
    EXPECT_EQ(reminders.front().due, day("2027-03-09"));
    EXPECT_EQ(reminders.front().kind, ReminderKind::Promise);
    EXPECT_EQ(reminders.front().rrule, "FREQ=YEARLY");
    EXPECT_EQ(reminders.front().assignee, me);
}

TEST_F(ConversationPageTest, FinishesTheRemindersThatTheConversationSettles)
{
    const Id ana = files.addPerson("Ana Ruiz");
    const Id asked = remind(ana, "2026-11-20", "ask about the role");
    const Id kept = remind(ana, "2026-11-22", "send the slides");
    remind(ana, "2026-12-24", "not due yet");
    page.begin(ana);
    ASSERT_EQ(page.draft().dueSteps.size(), 2U);
    EXPECT_EQ(page.draft().dueSteps[0].sentence, u"ask about the role (2 days late)"_s);
    page.settle(kept, false);
    page.save();

    EXPECT_EQ(files.reader().reminder(asked)->state, ReminderState::Done);
    EXPECT_EQ(files.reader().reminder(kept)->state, ReminderState::Open);
}

TEST_F(ConversationPageTest, UndoTakesTheConversationAndWhatItSettledBack)
{
    const Id ana = files.addPerson("Ana Ruiz");
    const Id reminder = remind(ana, "2026-11-20", "ask about the role");
    page.begin(ana);
    page.save();

    page.undo(lastCommand());

    EXPECT_EQ(files.reader().person(ana, files.clock.now())->interactionCount, 0U);
    EXPECT_EQ(files.reader().reminder(reminder)->state, ReminderState::Open);
    EXPECT_EQ(failed.count(), 0);
}

TEST_F(ConversationPageTest, IsOneStepBackForCtrlZToo)
{
    const Id ana = files.addPerson("Ana Ruiz");
    const Id reminder = remind(ana, "2026-11-20", "ask about the role");
    page.begin(ana);
    page.addNewPerson(u"Tom Kaplan"_s);
    page.setNextStep(true);
    page.setNextReason(u"ask again"_s);
    page.save();
    ASSERT_EQ(files.reader().reminder(reminder)->state, ReminderState::Done);

    ASSERT_TRUE(UndoLast(files.services()).run());

    EXPECT_EQ(files.reader().person(ana, files.clock.now())->interactionCount, 0U);
    EXPECT_EQ(files.reader().person(ana, files.clock.now())->reminders.size(), 1U);
    EXPECT_EQ(files.reader().reminder(reminder)->state, ReminderState::Open);
    EXPECT_FALSE(files.reader().resolvePerson("Tom Kaplan"));
}

TEST_F(ConversationPageTest, SaysWhatIsMissingFromTopToBottom)
{
    page.begin();
    EXPECT_EQ(page.problem().field, SheetField::People);
    page.addNewPerson(u"Ana Ruiz"_s);
    EXPECT_FALSE(page.problem());
    page.setWhen(QDateTime(QDate(2026, 11, 22), QTime(9, 31)));
    EXPECT_EQ(page.problem().field, SheetField::When);
    page.setWhen({});
    page.setMinutes(-1);
    EXPECT_EQ(page.problem().field, SheetField::Minutes);
    page.setMinutes(0);
    page.setChannel(Channel::Note);
    EXPECT_EQ(page.problem().field, SheetField::Text);
    page.setText(u"likes the housing programme"_s);
    page.setNextStep(true);
    EXPECT_EQ(page.problem().field, SheetField::NextReason);
    page.setNextDue(QDate(2026, 11, 21));
    EXPECT_EQ(page.problem().field, SheetField::NextDue);

    page.save();

    EXPECT_EQ(saved.count(), 0);
    ASSERT_EQ(failed.count(), 1);
    EXPECT_EQ(failed.front().front().toString(), u"The next step needs a day from today on."_s);
}

TEST_F(ConversationPageTest, KeepsADraftForEachPersonUntilItIsSavedOrThrownAway)
{
    const Id ana = files.addPerson("Ana Ruiz");
    const Id wei = files.addPerson("Li Wei");
    page.begin(ana);
    page.setText(u"half a sentence"_s);
    page.begin(wei);
    EXPECT_FALSE(page.resumed());
    EXPECT_TRUE(page.draft().text.isEmpty());

    page.begin(ana);
    EXPECT_TRUE(page.resumed());
    EXPECT_EQ(page.draft().text, u"half a sentence"_s);
    page.discard();
    EXPECT_TRUE(page.draft().text.isEmpty());
    page.begin(ana);
    EXPECT_FALSE(page.resumed());
}

TEST_F(ConversationPageTest, KeepsADraftOverARestart)
{
    const Id ana = files.addPerson("Ana Ruiz");
    const Id gone = files.addPerson("Tom Kay");
    const Id asked = remind(ana, "2026-11-20", "ask about the role");
    const Id kept = remind(ana, "2026-11-22", "send the slides");
    auto before = std::make_unique<ConversationPage>(worker, files.clock, files.zone, english);
    before->begin(ana);
    before->addPerson(gone);
    before->addNewPerson(u"Олена Ковальчук"_s);
    before->setChannel(Channel::Email);
    before->setDirection(Direction::In);
    before->setWhen(QDateTime(QDate(2026, 11, 21), QTime(14, 30)));
    before->setMinutes(25);
    before->setText(u"half a \"sentence\"\nand a line"_s);
    before->settle(kept, false);
    before->setNextStep(true);
    before->setNextReason(u"ask again"_s);
    before->setNextRepetition("FREQ=YEARLY");
    before->setNextIsPromise(true);
    const ConversationDraft written = before->draft();
    before.reset();
    ASSERT_TRUE(RemovePerson(files.services()).run(gone));

    page.begin(ana);

    EXPECT_TRUE(page.resumed());
    ConversationDraft expected = written;
    expected.people.erase(expected.people.begin() + 1);
    EXPECT_EQ(page.draft(), expected);
    page.save();
    EXPECT_EQ(files.reader().reminder(asked)->state, ReminderState::Done);
    ConversationPage after(worker, files.clock, files.zone, english);
    after.begin(ana);
    EXPECT_FALSE(after.resumed());
}

TEST_F(ConversationPageTest, WritesADraftIntoTheWorkspaceWhenTheSheetCloses)
{
    const Id ana = files.addPerson("Ana Ruiz");
    page.begin(ana);
    page.setText(u"half a sentence"_s);
    const std::string key = "draft.log." + ana.toString();
    page.keepNow();
    EXPECT_NE(files.reader().setting(key), "");
    page.discard();
    EXPECT_EQ(files.reader().setting(key), "");
}

TEST_F(ConversationPageTest, IsNotConfusedByADraftThatCannotBeRead)
{
    const Id ana = files.addPerson("Ana Ruiz");
    ASSERT_TRUE(files.services().writer.setSetting("draft.log." + ana.toString(), "{\"people\":[7,{}],"));
    page.begin(ana);
    EXPECT_FALSE(page.resumed());
    ASSERT_EQ(page.draft().people.size(), 1U);
}

TEST_F(ConversationPageTest, ForgetsTheDraftOnceItIsSaved)
{
    const Id ana = files.addPerson("Ana Ruiz");
    page.begin(ana);
    page.setText(u"said"_s);
    page.save();
    page.begin(ana);

    EXPECT_FALSE(page.resumed());
    EXPECT_TRUE(page.draft().text.isEmpty());
}

TEST_F(ConversationPageTest, ProposesWhatIsUsualForAChannelUntilToldOtherwise)
{
    page.begin();
    page.setChannel(Channel::Email);
    EXPECT_EQ(page.draft().direction, Direction::Out);
    EXPECT_EQ(page.draft().depth, Depth::Exchange);
    page.setDirection(Direction::In);
    page.setChannel(Channel::Call);

    EXPECT_EQ(page.draft().direction, Direction::In);
    EXPECT_EQ(page.draft().depth, Depth::Conversation);
}

TEST_F(ConversationPageTest, SaysWhenInWords)
{
    page.begin();
    EXPECT_EQ(page.whenInWords(), u"Now"_s);
    page.setWhen(QDateTime(QDate(2026, 11, 21), QTime(14, 30)));
    EXPECT_EQ(page.whenInWords(), u"Saturday 21 November, 14:30"_s);
}

TEST_F(ConversationPageTest, KeepsWhatWasWrittenWhenSavingFails)
{
    const Id ana = files.addPerson("Ana Ruiz");
    page.begin(ana);
    page.setText(u"said"_s);
    ASSERT_TRUE(RemovePerson(files.services()).run(ana));
    page.save();

    EXPECT_EQ(saved.count(), 0);
    ASSERT_EQ(failed.count(), 1);
    EXPECT_TRUE(failed.front().front().toString().startsWith(u"The conversation was not saved"_s));
    EXPECT_EQ(page.draft().text, u"said"_s);
    EXPECT_FALSE(page.saving());
}

}  // namespace
}  // namespace kith::ui
