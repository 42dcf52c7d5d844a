#include <kith/support/temp_workspace.h>
#include <kith/usecases/history.h>
#include <kith/usecases/merge_people.h>
#include <kith/usecases/people.h>
#include <kith/usecases/pools.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class Pools : public ::testing::Test {
protected:
    Id add(const std::string& name)
    {
        const auto id = AddPool(w.services()).run({.name = name});
        EXPECT_TRUE(id) << id.error().message;
        return id.value_or(Id{});
    }
    std::vector<std::string> members(const Id& pool) const
    {
        std::vector<std::string> names;
        for (const PoolMemberView& each : w.reader().pipelines().poolMembers(pool)) names.push_back(each.name);
        return names;
    }
    std::vector<std::string> names() const
    {
        std::vector<std::string> all;
        for (const PoolView& each : w.reader().pipelines().pools()) all.push_back(each.name);
        return all;
    }

    test::TempWorkspace w;
};

TEST_F(Pools, HoldPeopleWithTheReasonAndTheDay)
{
    const Id ana = w.addPerson("Ana Ruiz");
    const Id ben = w.addPerson("Ben Okoye");
    const Id data = add("Data  pool");
    ASSERT_TRUE(AddToPool(w.services()).run(data, std::vector{ben, ana, ana}, "met at a meetup"));
    EXPECT_THAT(members(data), ElementsAre("Ana Ruiz", "Ben Okoye"));
    const auto again = AddToPool(w.services()).run(data, std::vector{ana}, "again");
    ASSERT_TRUE(again);
    EXPECT_THAT(again->rows, IsEmpty()) << "who is in it stays as they are";
    const auto detail = w.reader().person(ana, w.clock.now());
    ASSERT_TRUE(detail);
    ASSERT_EQ(detail->pools.size(), 1U);
    EXPECT_EQ(detail->pools[0].name, "Data pool");
    EXPECT_EQ(detail->pools[0].reason, "met at a meetup");
    EXPECT_EQ(detail->pools[0].since, w.zone.dateOf(w.clock.now()));
    EXPECT_EQ(detail->pools[0].source.origin, "typed");
    ASSERT_TRUE(LeavePool(w.services()).run(data, std::vector{ana}));
    EXPECT_THAT(members(data), ElementsAre("Ben Okoye"));
    ASSERT_TRUE(UndoLast(w.services()).run());
    EXPECT_THAT(members(data), ElementsAre("Ana Ruiz", "Ben Okoye"));
}

TEST_F(Pools, AreDeletedWithTheirMembershipsAndBroughtBackWithThem)
{
    const Id ana = w.addPerson("Ana Ruiz");
    const Id data = add("Data");
    ASSERT_TRUE(AddToPool(w.services()).run(data, std::vector{ana}, {}));
    ASSERT_TRUE(EditPool(w.services()).remove(data));
    EXPECT_THAT(names(), IsEmpty());
    EXPECT_THAT(w.reader().pipelines().poolsOf(ana), ::testing::SizeIs(0));
    ASSERT_TRUE(UndoLast(w.services()).run());
    EXPECT_THAT(names(), ElementsAre("Data"));
    EXPECT_THAT(members(data), ElementsAre("Ana Ruiz"));
}

TEST_F(Pools, RefuseANameThatIsTakenOrEmpty)
{
    const Id data = add("Data");
    EXPECT_THAT(AddPool(w.services()).run({.name = " DATA "}).error().message, HasSubstr("of that name already"));
    EXPECT_THAT(AddPool(w.services()).run({.name = " \n"}).error().message, HasSubstr("Give the pool a name"));
    EXPECT_TRUE(EditPool(w.services()).rename(data, "data")) << "its own";
    EXPECT_THAT(names(), ElementsAre("data"));
    EXPECT_EQ(AddToPool(w.services()).run(data, std::vector{w.ids.make()}, {}).error().code, ErrorCode::NotFound);
}

TEST_F(Pools, CountSomebodyWhoWasMergedOnce)
{
    const Id ana = w.addPerson("Ana Ruiz");
    const Id twin = w.addPerson("A. Ruiz");
    const Id data = add("Data");
    ASSERT_TRUE(AddToPool(w.services()).run(data, std::vector{ana, twin}, {}));
    ASSERT_TRUE(MergePeople(w.services()).run({.keep = ana, .other = twin}));
    EXPECT_EQ(w.reader().pipelines().pools()[0].members, 1U);
    EXPECT_THAT(members(data), ::testing::SizeIs(1));
    ASSERT_TRUE(LeavePool(w.services()).run(data, std::vector{ana}));
    EXPECT_THAT(members(data), IsEmpty()) << "whichever record it was that joined";
}

TEST_F(Pools, LoseWhomTheWorkspaceLoses)
{
    const Id ana = w.addPerson("Ana Ruiz");
    const Id data = add("Data");
    ASSERT_TRUE(AddToPool(w.services()).run(data, std::vector{ana}, {}));
    ASSERT_TRUE(RemovePerson(w.services()).run(ana));
    EXPECT_EQ(w.reader().pipelines().pools()[0].members, 0U);
    ASSERT_TRUE(UndoLast(w.services()).run());
    ASSERT_TRUE(w.workspace().erase(ana));
    EXPECT_EQ(w.reader().rowsReferring(Kind::PoolMember, pool_member::person, ana).size(), 0U);
}

}  // namespace
}  // namespace kith
