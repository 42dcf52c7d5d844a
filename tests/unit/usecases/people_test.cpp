#include <kith/support/temp_workspace.h>
#include <kith/usecases/history.h>
#include <kith/usecases/log_interaction.h>
#include <kith/usecases/people.h>
#include <kith/usecases/reminders.h>
#include <kith/usecases/skills.h>
#include <kith/usecases/ties.h>

#include <gtest/gtest.h>

namespace kith {
namespace {

using namespace std::chrono;

class People : public ::testing::Test {
protected:
    Id add(const PersonInput& input)
    {
        const auto id = AddPerson(workspace.services()).run(input);
        EXPECT_TRUE(id) << id.error().message;
        return id.value_or(Id{});
    }
    PersonDetail detail(const Id& id)
    {
        return workspace.reader().person(id, workspace.clock.now()).value_or(PersonDetail{});
    }

    test::TempWorkspace workspace;
};

TEST_F(People, AreAddedWithEverythingThatIsKnownOfThem)
{
    const Id ana = add({.name = " Ana  Ruiz ",
                        .city = "Leeds",
                        .title = "Staff Engineer",
                        .organisation = "Norsk Data",
                        .area = "",
                        .emails = {"ana@example.org", "ANA@example.org", " "},
                        .phones = {"020 7946 0991"},
                        .urls = {"https://www.linkedin.com/in/ana-ruiz/"},
                        .about = "Met at a meet-up."});
    const PersonDetail person = detail(ana);
    EXPECT_EQ(person.card.name, "Ana Ruiz");
    EXPECT_EQ(person.card.title, "Staff Engineer");
    EXPECT_EQ(person.card.organisation, "Norsk Data");
    EXPECT_EQ(person.card.city, "Leeds");
    EXPECT_TRUE(person.card.facets.has(Facet::Talent));
    EXPECT_EQ(person.contactPoints.size(), 3U);
    EXPECT_EQ(person.about, "Met at a meet-up.");
    EXPECT_TRUE(person.contactPoints.front().source.isTyped());
}

TEST_F(People, ShareAnOrganisationWhateverItsSpelling)
{
    const Id ana = add({.name = "Ana Ruiz", .organisation = "Norsk Data"});
    const Id tom = add({.name = "Tom Kay", .organisation = "NORSK  data"});
    EXPECT_EQ(detail(ana).affiliations.front().organisationId, detail(tom).affiliations.front().organisationId);
}

TEST_F(People, NeedANameAndContactPointsThatAreSome)
{
    const AddPerson addPerson(workspace.services());
    EXPECT_EQ(addPerson.run({.name = " \t"}).error().code, ErrorCode::BadInput);
    EXPECT_EQ(addPerson.run({.name = "Ana", .emails = {"not an address"}}).error().code, ErrorCode::BadInput);
    EXPECT_EQ(addPerson.run({.name = std::string(3000, 'a')}).error().code, ErrorCode::BadInput);
    EXPECT_EQ(workspace.reader().countPeople(), 0U);
}

TEST_F(People, WithMalformedTextAreKeptAsReadableText)
{
    const Id id = add({.name = "Ana \xFF Ruiz"});
    EXPECT_EQ(detail(id).card.name, "Ana \xEF\xBF\xBD Ruiz");
}

TEST_F(People, AreCorrectedFieldByField)
{
    const Id ana = add({.name = "Ana Ruiz", .city = "Leeds"});
    const EditPersonField edit(workspace.services());
    ASSERT_TRUE(edit.run(ana, person::name, std::string{" Ana Ruiz-Lopez "}));
    ASSERT_TRUE(edit.run(ana, person::city, std::string{}));
    ASSERT_TRUE(edit.run(ana, person::facets, std::int64_t{3}));
    const PersonDetail person = detail(ana);
    EXPECT_EQ(person.card.name, "Ana Ruiz-Lopez");
    EXPECT_EQ(person.card.city, "");
    EXPECT_TRUE(person.card.facets.has(Facet::Colleague));
    EXPECT_EQ(edit.run(ana, person::name, std::string{" "}).error().code, ErrorCode::BadInput);
    EXPECT_EQ(edit.run(ana, person::facets, std::int64_t{64}).error().code, ErrorCode::BadInput);
    EXPECT_EQ(edit.run(ana, person::city, std::int64_t{1}).error().code, ErrorCode::BadInput);
    EXPECT_EQ(edit.run(workspace.ids.make(), person::city, std::string{"x"}).error().code, ErrorCode::NotFound);
}

TEST_F(People, AreRemovedWithEverythingAndComeBackWithUndo)
{
    const Id maya = workspace.addPerson("Maya Brooks", Facet::Colleague);
    ASSERT_TRUE(workspace.workspace().setSetting(settings::kMe, maya.toString()));
    const Id ana = add({.name = "Ana Ruiz", .title = "Engineer", .emails = {"ana@example.org"}});
    const Id tom = add({.name = "Tom Kay"});
    ASSERT_TRUE(AddTie(workspace.services()).run({.a = ana, .b = tom}));
    ASSERT_TRUE(AddSkill(workspace.services()).run({.person = tom, .name = "Rust", .observedBy = ana}));
    ASSERT_TRUE(
        SetReminder(workspace.services()).run({.person = ana, .due = sys_days{2026y / December / 1}, .reason = "Ask"}));
    const auto alone =
        LogInteraction(workspace.services()).run({.people = {ana}, .at = workspace.clock.now(), .text = "Between us"});
    const auto together = LogInteraction(workspace.services())
                              .run({.people = {ana, tom}, .at = workspace.clock.now(), .text = "All three"});
    ASSERT_TRUE(alone && together);
    const PersonDetail before = detail(ana);

    ASSERT_TRUE(RemovePerson(workspace.services()).run(ana));
    EXPECT_FALSE(workspace.reader().person(ana, workspace.clock.now()));
    EXPECT_FALSE(workspace.reader().interaction(alone->interaction));
    EXPECT_EQ(workspace.reader().interaction(together->interaction)->participants.size(), 2U);
    EXPECT_TRUE(detail(tom).ties.empty());
    EXPECT_EQ(detail(tom).skills.front().observedBy, "");
    EXPECT_TRUE(workspace.reader().peopleByContact(ContactKind::Email, "ana@example.org").empty());

    ASSERT_TRUE(UndoLast(workspace.services()).run());
    const PersonDetail after = detail(ana);
    EXPECT_EQ(after.card.name, before.card.name);
    EXPECT_EQ(after.card.title, "Engineer");
    EXPECT_EQ(after.contactPoints.size(), 1U);
    EXPECT_EQ(after.interactionCount, 2U);
    EXPECT_EQ(after.reminders.size(), 1U);
    EXPECT_EQ(after.ties.size(), 1U);
    EXPECT_EQ(detail(tom).skills.front().observedBy, "Ana Ruiz");
}

}  // namespace
}  // namespace kith
