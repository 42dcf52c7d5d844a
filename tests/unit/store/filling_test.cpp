// A workspace that is filled with very many people at once.
#include <kith/sqlite/connection.h>
#include <kith/support/temp_workspace.h>
#include <kith/usecases/demo.h>

#include <gmock/gmock.h>

using namespace kith;
using namespace kith::test;

namespace {

/// Every index by its name.
std::vector<std::string> indexesIn(const TempWorkspace& w)
{
    std::vector<std::string> names;
    const auto db = sqlite::Connection::open(w.path(), {.access = sqlite::Access::Query});
    if (!db) return names;
    auto rows =
        (*db)->prepare("SELECT name || coalesce(sql, '') FROM sqlite_schema WHERE type = 'index' ORDER BY name");
    while (rows.next()) names.push_back(rows.text(0));
    return names;
}

}  // namespace

TEST(Filling, HasEveryIndexAtItsEnd)
{
    TempWorkspace w;
    const auto before = indexesIn(w);
    ASSERT_TRUE(w.workspace().beginFilling());
    EXPECT_LT(indexesIn(w).size(), before.size());
    w.addPerson("Ana Ruiz");
    EXPECT_EQ(w.reader().suggest("ana", 5, w.clock.now()).size(), 1U);
    ASSERT_TRUE(w.workspace().endFilling());
    EXPECT_EQ(indexesIn(w), before);
    ASSERT_TRUE(w.workspace().endFilling()) << "nothing is left to be done";
    EXPECT_EQ(w.workspace().check(), std::vector<std::string>{});
}

TEST(Filling, ThatWasBrokenOffIsEndedAtTheNextStart)
{
    TempWorkspace w;
    const auto before = indexesIn(w);
    ASSERT_TRUE(w.workspace().beginFilling());
    ASSERT_TRUE(w.workspace().beginFilling()) << "begun twice";
    w.addPerson("Ana Ruiz");
    w.reopen();
    EXPECT_EQ(indexesIn(w), before);
    EXPECT_EQ(w.reader().countPeople(), 1U);
    EXPECT_EQ(w.workspace().check(), std::vector<std::string>{});
}

TEST(Filling, OfADemoThatIsCalledOffIsEndedToo)
{
    TempWorkspace w;
    const auto before = indexesIn(w);
    const auto made = MakeDemo(w.services()).run({.people = 120}, [](std::size_t, std::size_t) { return false; });
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(indexesIn(w), before);
}
