#include <kith/support/temp_workspace.h>
#include <kith/usecases/ties.h>

#include <gtest/gtest.h>

#include <limits>

namespace kith {
namespace {

using namespace std::chrono;

class Ties : public ::testing::Test {
protected:
    Ties() : ana(workspace.addPerson("Ana Ruiz")), tom(workspace.addPerson("Tom Kay")) { }
    std::vector<TieView> tiesOf(const Id& person)
    {
        return workspace.reader().person(person, workspace.clock.now())->ties;
    }

    test::TempWorkspace workspace;
    Id ana;
    Id tom;
};

TEST_F(Ties, AreSeenFromBothEnds)
{
    ASSERT_TRUE(AddTie(workspace.services())
                    .run({.a = ana, .b = tom, .kind = TieKind::WorkedWith, .strength = 0.6, .note = "Acme"}));
    ASSERT_EQ(tiesOf(tom).size(), 1U);
    EXPECT_EQ(tiesOf(tom).front().person, ana);
    EXPECT_DOUBLE_EQ(tiesOf(ana).front().strength, 0.6);
}

TEST_F(Ties, WithoutADirectionAreTheSameFromBothEnds)
{
    const AddTie add(workspace.services());
    ASSERT_TRUE(add.run({.a = ana, .b = tom, .strength = 0.2}));
    ASSERT_TRUE(add.run({.a = tom, .b = ana, .strength = 0.9}));
    ASSERT_EQ(tiesOf(ana).size(), 1U);
    EXPECT_DOUBLE_EQ(tiesOf(ana).front().strength, 0.9);
}

TEST_F(Ties, WithADirectionAreTwoWhenTheyPointBothWays)
{
    const AddTie add(workspace.services());
    ASSERT_TRUE(add.run({.a = ana, .b = tom, .kind = TieKind::Referred}));
    ASSERT_TRUE(add.run({.a = tom, .b = ana, .kind = TieKind::Referred}));
    EXPECT_EQ(tiesOf(ana).size(), 2U);
}

TEST_F(Ties, ToOneselfOrOfAbsurdStrengthAreRefused)
{
    const AddTie add(workspace.services());
    EXPECT_EQ(add.run({.a = ana, .b = ana}).error(),
              (Error{ErrorCode::BadInput, "A tie joins two different people; nothing was saved."}));
    for (const double strength : {-0.1, 1.1, std::numeric_limits<double>::quiet_NaN()})
        EXPECT_EQ(add.run({.a = ana, .b = tom, .strength = strength}).error().code, ErrorCode::BadInput);
    EXPECT_EQ(add.run({.a = ana, .b = tom, .since = sys_days{1800y / May / 1}}).error().code, ErrorCode::BadInput);
    EXPECT_EQ(add.run({.a = ana, .b = workspace.ids.make()}).error().code, ErrorCode::NotFound);
    EXPECT_TRUE(tiesOf(ana).empty());
}

TEST_F(Ties, AreRemovedByKindOrAltogether)
{
    const AddTie add(workspace.services());
    ASSERT_TRUE(add.run({.a = ana, .b = tom, .kind = TieKind::Knows}));
    ASSERT_TRUE(add.run({.a = ana, .b = tom, .kind = TieKind::Manages}));
    ASSERT_TRUE(add.run({.a = tom, .b = ana, .kind = TieKind::Introduced}));
    const RemoveTie remove(workspace.services());
    ASSERT_TRUE(remove.run(tom, ana, TieKind::Manages));
    EXPECT_EQ(tiesOf(ana).size(), 2U);
    EXPECT_EQ(remove.run(ana, tom, TieKind::Manages).error().code, ErrorCode::NotFound);
    ASSERT_TRUE(remove.run(tiesOf(ana).front().id));
    ASSERT_TRUE(remove.run(ana, tom));
    EXPECT_TRUE(tiesOf(ana).empty());
}

}  // namespace
}  // namespace kith
