#include "page_fixture.h"

#include <kith/pages/person_page.h>
#include <kith/usecases/affiliations.h>
#include <kith/usecases/contact_points.h>
#include <kith/usecases/history.h>
#include <kith/usecases/pipelines.h>
#include <kith/usecases/placements.h>
#include <kith/usecases/pools.h>

namespace kith::ui {
namespace {

using namespace Qt::Literals::StringLiterals;

class PersonPageTest : public PageFixture {
protected:
    PersonPageTest()
    {
        PersonInput input{.name = "Ana Ruiz",
                          .city = "Leeds",
                          .title = "Platform engineer",
                          .organisation = "Northlight",
                          .emails = {"ana@example.org"}};
        ana = AddPerson(files.services()).run(input).value_or(Id{});
        tom = files.addPerson("Tom Okafor", Facet::Colleague);
        page.show(ana);
    }

    const PersonLines& lines() { return *page.lines(); }
    const FactLine& fact(FieldIndex field) { return *std::ranges::find(lines().facts, field, &FactLine::field); }

    Id ana, tom;
    PersonPage page{worker, files.clock, files.zone, 200};
    QSignalSpy saved{&page, &PersonPage::saved};
    QSignalSpy problem{&page, &PersonPage::problem};
};

TEST_F(PersonPageTest, ShowsThePersonWithSourceAndAgeOfEveryFact)
{
    EXPECT_EQ(lines().name, u"Ana Ruiz"_s);
    EXPECT_EQ(lines().title, u"Platform engineer"_s);
    EXPECT_EQ(lines().place, u"Northlight · Leeds"_s);
    EXPECT_EQ(fact(person::city).value, u"Leeds"_s);
    EXPECT_EQ(fact(person::city).source, u"typed by hand, today"_s);
    EXPECT_EQ(fact(person::about).value, QString{});
    ASSERT_EQ(lines().contacts.size(), 1u);
    EXPECT_EQ(lines().contacts.front().value, u"ana@example.org"_s);
}

TEST_F(PersonPageTest, SaysWhereSomebodyIsInPipelinesAndPoolsAndFollowsTheMoves)
{
    EXPECT_TRUE(lines().memberships.empty());
    const auto pipeline =
        AddPipeline(files.services()).run({.name = "Platform", .stages = {{"Met", 9}, {"Engaged", 9}}});
    const auto pool = AddPool(files.services()).run({.name = "Data"});
    ASSERT_TRUE(pipeline && pool);
    ASSERT_TRUE(AddToPool(files.services()).run(*pool, std::vector{ana}, "met at a meetup"));
    ASSERT_TRUE(AddToPipeline(files.services()).run(*pipeline, std::vector{ana}, {}));
    ASSERT_EQ(lines().memberships.size(), 2U);
    EXPECT_EQ(lines().memberships[0].name, u"Platform"_s);
    EXPECT_TRUE(lines().memberships[0].detail.contains(u"Met"_s));
    EXPECT_EQ(lines().memberships[1].name, u"Data"_s);
    EXPECT_TRUE(lines().memberships[1].detail.contains(u"met at a meetup"_s));
    const Id engaged = stageOf(*pipelineOf(files.reader(), "Platform"), "Engaged")->id;
    ASSERT_TRUE(MovePlacement(files.services()).run(*pipeline, std::vector{ana}, engaged));
    EXPECT_TRUE(lines().memberships[0].detail.contains(u"Engaged"_s));
}

TEST_F(PersonPageTest, NamesTheSourceOfImportedFactsInWords)
{
    const Date today = day("2026-11-22");
    const Source linkedin{.origin = "linkedin", .detail = "Connections.csv", .asOf = day("2026-03-20")};
    EXPECT_EQ(sourceInWords(linkedin, today, english), u"from LinkedIn export, 8 months ago"_s);
    const Source csv{.origin = "csv", .detail = "people.csv", .asOf = day("2026-11-21")};
    EXPECT_EQ(sourceInWords(csv, today, english), u"from people.csv, yesterday"_s);
    EXPECT_EQ(sourceInWords({.origin = "undo", .asOf = today}, today, english), u"brought back by undo, today"_s);
    EXPECT_EQ(sourceInWords({.origin = "demo"}, today, english), u"from demo data"_s);
}

TEST_F(PersonPageTest, SavesOneFieldAsOneStepThatCanBeUndone)
{
    page.setField(person::city, u" York "_s);
    EXPECT_EQ(fact(person::city).value, u"York"_s);
    ASSERT_EQ(saved.count(), 1);
    EXPECT_EQ(saved.front().front().toString(), u"City saved"_s);

    worker.run<Reverted>([](Services& services) { return UndoLast(services).run(); }, [](Result<Reverted>) {});
    EXPECT_EQ(fact(person::city).value, u"Leeds"_s);
}

TEST_F(PersonPageTest, SavesNothingWhenTheTextIsTheSame)
{
    page.setField(person::city, u"Leeds"_s);
    EXPECT_EQ(saved.count(), 0);
}

TEST_F(PersonPageTest, KeepsTheNameAndSaysSoWhenItIsTypedAway)
{
    page.setField(person::name, u"  "_s);

    ASSERT_EQ(problem.count(), 1);
    EXPECT_TRUE(problem.front().front().toString().startsWith(u"Name was not saved."_s))
        << problem.front().front().toString().toStdString();
    EXPECT_EQ(lines().name, u"Ana Ruiz"_s);
}

TEST_F(PersonPageTest, AddsEditsAndRemovesContactPoints)
{
    page.addContact(u"+44 20 7946 0018"_s);
    ASSERT_EQ(lines().contacts.size(), 2u);
    const auto phone = std::ranges::find(lines().contacts, ContactKind::Phone, &ContactLine::kind);
    ASSERT_NE(phone, lines().contacts.end());

    const Id id = phone->id;
    page.editContact(id, u"+44 20 7946 0099"_s, u"work"_s);
    const auto edited = std::ranges::find(lines().contacts, id, &ContactLine::id);
    EXPECT_EQ(edited->value, u"+44 20 7946 0099"_s);
    EXPECT_EQ(edited->label, u"work"_s);

    page.removeContact(id);
    EXPECT_EQ(lines().contacts.size(), 1u);
    EXPECT_EQ(saved.count(), 3);
}

TEST_F(PersonPageTest, ChangingTheOrganisationKeepsTheFormerOne)
{
    page.setAffiliation(u"Staff engineer"_s, u"Granite Labs"_s, {});

    EXPECT_EQ(lines().organisation, u"Granite Labs"_s);
    ASSERT_EQ(lines().affiliations.size(), 2u);
    EXPECT_TRUE(lines().affiliations.front().current);
    EXPECT_EQ(lines().affiliations.back().where, u"Northlight"_s);
}

TEST_F(PersonPageTest, AddsSkillsTagsAndTies)
{
    page.addSkill(u"Rust"_s, SkillLevel::Expert, Evidence::Observed);
    page.addTag(u"data-pool"_s);
    page.addTie(tom, TieKind::Manages, false, u"since the reorganisation"_s);

    ASSERT_EQ(lines().skills.size(), 1u);
    EXPECT_EQ(lines().skills.front().level, u"Expert"_s);
    ASSERT_EQ(lines().tags.size(), 1u);
    EXPECT_EQ(lines().tags.front().name, u"data-pool"_s);
    ASSERT_EQ(lines().ties.size(), 1u);
    EXPECT_EQ(lines().ties.front().words, u"is managed by"_s);
    EXPECT_EQ(lines().ties.front().name, u"Tom Okafor"_s);

    page.removeSkill(lines().skills.front().id);
    page.removeTag(lines().tags.front().id);
    page.removeTie(lines().ties.front().id);
    EXPECT_TRUE(lines().skills.empty());
    EXPECT_TRUE(lines().tags.empty());
    EXPECT_TRUE(lines().ties.empty());
}

TEST_F(PersonPageTest, SetsPutsOffAndFinishesAReminder)
{
    page.remind(day("2026-11-20"), u"ask after the bonus"_s, {}, ReminderKind::Promise);
    ASSERT_EQ(lines().reminders.size(), 1u);
    EXPECT_TRUE(lines().reminders.front().late);
    EXPECT_TRUE(lines().reminders.front().promise);
    EXPECT_EQ(lines().reminders.front().due, u"2 days late"_s);

    page.snoozeReminder(lines().reminders.front().id, day("2026-12-01"), u"bonus is paid in March"_s);
    ASSERT_EQ(lines().reminders.size(), 1u);
    EXPECT_FALSE(lines().reminders.front().late);
    EXPECT_TRUE(lines().reminders.front().detail.contains(u"bonus is paid in March"_s));

    page.finishReminder(lines().reminders.front().id);
    EXPECT_TRUE(lines().reminders.empty());
}

TEST_F(PersonPageTest, ANameFromRightToLeftDoesNotTurnWhatFollowsItInTheTimeline)
{
    InteractionView meeting;
    meeting.at = files.clock.now();
    meeting.channel = Channel::Meeting;
    meeting.direction = Direction::Both;
    meeting.minutes = 45;
    meeting.participants = {{.person = ana, .name = "ليلى الحداد", .colleague = true}};
    EXPECT_EQ(headlineOf(meeting, {.now = files.clock.now(), .zone = files.zone}),
              u"22 Nov · meeting · \u2068ليلى الحداد\u2069 · 45 min"_s);
}

TEST_F(PersonPageTest, TellsTheTimelineAndWhoKnowsThemBest)
{
    speak(ana, "2026-09-29T10:00:00Z", "Open to the data lead role");
    speak(ana, "2026-07-03T10:00:00Z", "Sent her slides");

    ASSERT_EQ(lines().timeline.size(), 2u);
    EXPECT_EQ(lines().timeline.front().headline, u"29 Sep · call · you"_s);
    EXPECT_EQ(lines().timeline.front().text, u"Open to the data lead role"_s);
    ASSERT_EQ(lines().colleagues.size(), 1u);
    EXPECT_EQ(lines().colleagues.front().name, u"You"_s);
    EXPECT_FALSE(lines().terms.empty());
}

TEST_F(PersonPageTest, SaysWhetherTheRelationshipCoolsDown)
{
    speak(ana, "2026-09-20T10:00:00Z", "Long talk");
    EXPECT_TRUE(lines().trend.startsWith(u"falling"_s)) << lines().trend.toStdString();

    speak(ana, "2026-11-21T10:00:00Z", "Another long talk");
    EXPECT_FALSE(lines().trend.startsWith(u"falling"_s)) << lines().trend.toStdString();
}

TEST_F(PersonPageTest, SaysThatSomebodyIsNotToBeContactedAndUntilWhen)
{
    page.setApproach(Approach::DoNotContact, u"asked us to stop"_s, day("2027-06-30"));
    EXPECT_EQ(lines().approachWords, u"Do not contact until 30 Jun 2027: asked us to stop"_s);
    files.clock.advance(std::chrono::days{250});
    page.show({});
    page.show(ana);
    EXPECT_EQ(lines().approachWords, QString{}) << "its last day is past";
    page.setApproach(Approach::Open, {}, {});
    EXPECT_EQ(lines().approach, Approach::Open);
    EXPECT_EQ(problem.count(), 0);
}

TEST_F(PersonPageTest, KeepsWhatTheyExpectToBePaidToItself)
{
    page.addPay(u" 62k, four days "_s);
    ASSERT_EQ(lines().pay.size(), 1u);
    EXPECT_EQ(lines().pay.front().amount, u"62k, four days"_s);
    EXPECT_EQ(lines().pay.front().detail, u"said 22 Nov 2026"_s);
    ASSERT_EQ(lines().spaces.size(), 2u) << "the private space has come with it";
    EXPECT_EQ(lines().space, lines().spaces.front().id);
    page.removePay(lines().pay.front().id);
    EXPECT_TRUE(lines().pay.empty());
}

TEST_F(PersonPageTest, MovesSomebodyIntoAnotherSpace)
{
    page.addPay(u"62k"_s);
    const SpaceLine mine = lines().spaces.back();
    page.moveTo(mine.id);
    EXPECT_EQ(lines().space, mine.id);
    EXPECT_EQ(saved.back().front().toString(), u"Moved to Private"_s);
}

TEST_F(PersonPageTest, ReadsAgainWhenSomebodyElseChangesThePersonAndOnlyThen)
{
    QSignalSpy changed(&page, &PersonPage::changed);

    files.addPerson("Somebody else");
    EXPECT_EQ(changed.count(), 0);

    EXPECT_TRUE(AddContactPoint(files.services()).run(ana, ContactKind::Email, "ruiz@example.org"));
    EXPECT_EQ(changed.count(), 1);
    EXPECT_EQ(lines().contacts.size(), 2u);
}

TEST_F(PersonPageTest, NoticesThatThePersonHasGoneAndComesBackWithUndo)
{
    page.removePerson();
    EXPECT_FALSE(page.lines());

    worker.run<Reverted>([](Services& services) { return UndoLast(services).run(); }, [](Result<Reverted>) {});
    ASSERT_TRUE(page.lines());
    EXPECT_EQ(lines().name, u"Ana Ruiz"_s);
    EXPECT_EQ(lines().contacts.size(), 1u);
}

TEST_F(PersonPageTest, MarksAPersonAsSeveralThingsAtOnce)
{
    page.setFacet(Facet::Partner, true);
    EXPECT_TRUE(lines().facets.has(Facet::Talent));
    EXPECT_TRUE(lines().facets.has(Facet::Partner));

    page.setFacet(Facet::Talent, false);
    EXPECT_FALSE(lines().facets.has(Facet::Talent));
}

TEST_F(PersonPageTest, SuggestsOthersForATieNeverThePersonThemselves)
{
    files.addPerson("Ana Lucia Prado");

    const auto found = page.suggest(u"ana"_s);

    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found.front().name, "Ana Lucia Prado");
}

TEST_F(PersonPageTest, KeepsATextThatIsBeingEditedOverARestart)
{
    speak(ana, "2026-09-29T10:00:00Z", "Open to the role.");
    const Id entry = lines().timeline.front().id;
    EXPECT_EQ(page.textInHand(entry), u"Open to the role."_s);
    {
        PersonPage before(worker, files.clock, files.zone, 50);
        before.show(ana);
        before.keepText(entry, u"Open to the role after"_s);
    }
    EXPECT_EQ(page.textInHand(entry), u"Open to the role after"_s);
    EXPECT_EQ(lines().timeline.front().text, u"Open to the role."_s);

    page.setInteractionText(entry, u"Open to the role after March."_s);
    ASSERT_TRUE(UndoLast(files.services()).run());
    EXPECT_EQ(page.textInHand(entry), u"Open to the role."_s);
}

TEST_F(PersonPageTest, MergesWithSomebodyAndShowsTheWayBack)
{
    const Id ani = AddPerson(files.services())
                       .run({.name = "Ani R.", .city = "Porto", .emails = {"ani@example.org"}, .about = "Met in May."})
                       .value_or(Id{});
    const auto merge = page.mergeWith(ani);
    ASSERT_TRUE(merge);
    EXPECT_EQ(merge->name, u"Ani R."_s);
    ASSERT_EQ(merge->choices.size(), 3U) << "name, city, and the text that only one has";
    EXPECT_EQ(merge->choices.back().mine, QString{});
    EXPECT_FALSE(page.mergeWith(ana));

    page.merge(ani, {person::city});
    ASSERT_EQ(saved.count(), 1);
    EXPECT_EQ(fact(person::city).value, u"Porto"_s);
    EXPECT_EQ(fact(person::about).value, u"Met in May."_s);
    EXPECT_EQ(lines().contacts.size(), 2U);
    ASSERT_EQ(lines().merged.size(), 1U);
    EXPECT_TRUE(lines().merged.front().words.contains(u"Ani R."_s));
    EXPECT_TRUE(lines().merged.front().words.contains(u"22 Nov"_s));

    page.unmerge(ani);
    EXPECT_EQ(saved.count(), 2);
    EXPECT_TRUE(lines().merged.empty());
    EXPECT_EQ(fact(person::city).value, u"Leeds"_s);
    page.unmerge(ani);
    EXPECT_EQ(problem.count(), 1);
}

TEST_F(PersonPageTest, ShowsWhoeverThePersonWasMergedInto)
{
    const Id ani = AddPerson(files.services()).run({.name = "Ani R."}).value_or(Id{});
    page.show(ani);
    Edit edit{.command = CommandKind::Sync};
    edit.put(Kind::SamePerson, files.ids.make()).fields = {{same_person::person, ani}, {same_person::into, ana}};
    worker.run<ChangeSet>([edit](Services& services) { return services.writer.apply(edit); }, [](Result<ChangeSet>) {});
    EXPECT_EQ(lines().name, u"Ana Ruiz"_s);
    page.setField(person::city, u"York"_s);
    EXPECT_EQ(fact(person::city).value, u"York"_s);
}

}  // namespace
}  // namespace kith::ui
