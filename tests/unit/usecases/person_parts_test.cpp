#include <kith/support/temp_workspace.h>
#include <kith/usecases/affiliations.h>
#include <kith/usecases/contact_points.h>
#include <kith/usecases/skills.h>
#include <kith/usecases/tags.h>

#include <gtest/gtest.h>

namespace kith {
namespace {

using namespace std::chrono;

class PartsOfAPerson : public ::testing::Test {
protected:
    PartsOfAPerson() : ana(workspace.addPerson("Ana Ruiz")) { }
    PersonDetail detail() { return workspace.reader().person(ana, workspace.clock.now()).value_or(PersonDetail{}); }

    test::TempWorkspace workspace;
    Id ana;
};

TEST_F(PartsOfAPerson, AContactPointIsKeptOnceWhateverItsSpelling)
{
    const AddContactPoint add(workspace.services());
    ASSERT_TRUE(add.run(ana, ContactKind::Email, " ana@example.org "));
    const auto again = add.run(ana, ContactKind::Email, "ANA@example.org");
    ASSERT_TRUE(again);
    EXPECT_TRUE(again->empty());
    ASSERT_TRUE(add.run(ana, ContactKind::Email, "ANA@example.org", "work"));
    ASSERT_EQ(detail().contactPoints.size(), 1U);
    EXPECT_EQ(detail().contactPoints.front().value, "ana@example.org");
    EXPECT_EQ(detail().contactPoints.front().label, "work");
}

TEST_F(PartsOfAPerson, AContactPointOfNoKindIsRefused)
{
    const AddContactPoint add(workspace.services());
    EXPECT_EQ(add.run(ana, ContactKind::Email, "ana").error(),
              (Error{ErrorCode::BadInput, "That is not an e-mail address; nothing was saved."}));
    EXPECT_EQ(add.run(ana, ContactKind::Phone, "").error().code, ErrorCode::BadInput);
    EXPECT_EQ(add.run(workspace.ids.make(), ContactKind::Email, "a@example.org").error().code, ErrorCode::NotFound);
}

TEST_F(PartsOfAPerson, AContactPointIsCorrectedAndRemoved)
{
    const AddContactPoint add(workspace.services());
    ASSERT_TRUE(add.run(ana, ContactKind::Email, "ana@example.org"));
    ASSERT_TRUE(add.run(ana, ContactKind::Email, "ruiz@example.org"));
    const Id first = detail().contactPoints.front().id;
    const EditContactPoint edit(workspace.services());
    ASSERT_TRUE(edit.run(first, "a.ruiz@example.org", "home"));
    EXPECT_EQ(detail().contactPoints.front().value, "a.ruiz@example.org");
    EXPECT_EQ(edit.run(first, "RUIZ@example.org", "").error().code, ErrorCode::BadInput);
    ASSERT_TRUE(RemoveContactPoint(workspace.services()).run(first));
    EXPECT_EQ(detail().contactPoints.size(), 1U);
    EXPECT_EQ(RemoveContactPoint(workspace.services()).run(first).error().code, ErrorCode::NotFound);
}

TEST_F(PartsOfAPerson, ANewEmployerEndsTheOldAffiliation)
{
    const SetCurrentAffiliation set(workspace.services());
    ASSERT_TRUE(set.run(ana, "Engineer", "Acme"));
    ASSERT_TRUE(set.run(ana, "Staff Engineer", "Norsk Data"));
    ASSERT_EQ(detail().affiliations.size(), 2U);
    EXPECT_EQ(detail().card.organisation, "Norsk Data");
    EXPECT_EQ(detail().affiliations[1].organisation, "Acme");
    EXPECT_EQ(detail().affiliations[1].until, sys_days{2026y / November / 22});
}

TEST_F(PartsOfAPerson, ANewRoleAtTheSameEmployerKeepsTheAffiliation)
{
    const SetCurrentAffiliation set(workspace.services());
    ASSERT_TRUE(set.run(ana, "Engineer", "Acme"));
    ASSERT_TRUE(set.run(ana, "Staff Engineer", "ACME"));
    ASSERT_EQ(detail().affiliations.size(), 1U);
    EXPECT_EQ(detail().card.title, "Staff Engineer");
}

TEST_F(PartsOfAPerson, AnAreaAloneMeansOurOwnOrganisation)
{
    const SetCurrentAffiliation set(workspace.services());
    ASSERT_TRUE(set.run(ana, "Lead", "", "Platform"));
    EXPECT_EQ(detail().card.organisation, "Northmoor Council");
    EXPECT_EQ(detail().card.area, "Platform");
}

TEST_F(PartsOfAPerson, SayingNothingEndsTheAffiliation)
{
    const SetCurrentAffiliation set(workspace.services());
    ASSERT_TRUE(set.run(ana, "Engineer", "Acme"));
    ASSERT_TRUE(set.run(ana, "", ""));
    EXPECT_EQ(detail().card.organisation, "");
    EXPECT_EQ(detail().affiliations.size(), 1U);
}

TEST_F(PartsOfAPerson, ASkillIsHeldOnceWithItsLatestLevelAndEvidence)
{
    const Id jon = workspace.addPerson("Jon Osei", Facet::Colleague);
    const AddSkill add(workspace.services());
    ASSERT_TRUE(add.run({.person = ana, .name = "Rust", .level = SkillLevel::Working}));
    ASSERT_TRUE(add.run({.person = ana,
                         .name = " rust ",
                         .level = SkillLevel::Expert,
                         .evidence = Evidence::Observed,
                         .observedBy = jon,
                         .observedOn = sys_days{2026y / November / 1}}));
    ASSERT_EQ(detail().skills.size(), 1U);
    const SkillView skill = detail().skills.front();
    EXPECT_EQ(skill.name, "Rust");
    EXPECT_EQ(skill.level, SkillLevel::Expert);
    EXPECT_EQ(skill.observedBy, "Jon Osei");
    EXPECT_EQ(add.run({.person = ana, .name = " "}).error().code, ErrorCode::BadInput);
    EXPECT_EQ(add.run({.person = ana, .name = "Go", .observedOn = sys_days{1066y / October / 14}}).error().code,
              ErrorCode::BadInput);
    ASSERT_TRUE(RemoveSkill(workspace.services()).run(skill.id));
    EXPECT_TRUE(detail().skills.empty());
}

TEST_F(PartsOfAPerson, ATagIsWornOnceAndTakenOff)
{
    const AddTag add(workspace.services());
    ASSERT_TRUE(add.run(ana, "#Data pool"));
    const auto again = add.run(ana, "data POOL");
    ASSERT_TRUE(again);
    EXPECT_TRUE(again->empty());
    ASSERT_EQ(detail().tags.size(), 1U);
    EXPECT_EQ(detail().tags.front().name, "Data pool");
    EXPECT_EQ(add.run(ana, "##").error().code, ErrorCode::BadInput);
    ASSERT_TRUE(RemoveTag(workspace.services()).run(detail().tags.front().id));
    EXPECT_TRUE(detail().tags.empty());
}

}  // namespace
}  // namespace kith
