// Saved searches on two desktops and a server.
#include "desktop.h"

#include <kith/usecases/history.h>
#include <kith/usecases/saved_searches.h>
#include <kith/usecases/sync/conflicts.h>

using namespace kith;
using namespace kith::test;

namespace {

class SharedSearches : public TwoDesktops {
public:
    static std::vector<SavedSearch> of(Desktop& desktop) { return savedSearches(desktop.reader()); }
    Id save(Desktop& desktop, const std::string& name, const Id& space = {})
    {
        const auto id =
            SaveSearch(desktop.services()).run({.name = name, .query = "german>=B2 area:housing", .space = space});
        EXPECT_TRUE(id) << id.error().message;
        return id.value_or(Id{});
    }
    void settle()
    {
        for (Desktop* desktop : {&ana, &ben, &ana}) {
            const SyncReport report = desktop->synced();
            EXPECT_TRUE(report.verified);
            EXPECT_EQ(report.rejected, 0U);
        }
    }
};

}  // namespace

TEST_F(SharedSearches, AreOnesOwnUntilTheyAreMovedIntoASpaceThatBothSee)
{
    const Id mine = save(ana, "German housing");
    settle();
    ASSERT_EQ(of(ana).size(), 1U);
    EXPECT_TRUE(of(ana).front().isPrivate);
    EXPECT_TRUE(of(ben).empty()) << "nobody else's";
    EXPECT_EQ(bytesIn(ben.file()).find("german>=B2"), std::string::npos);

    ASSERT_TRUE(EditSearch(ana.services()).moveTo(mine, bed.common()));
    settle();
    ASSERT_EQ(of(ben).size(), 1U);
    EXPECT_EQ(of(ben).front().query, "german>=B2 area:housing");
    EXPECT_FALSE(of(ben).front().isPrivate);

    ASSERT_TRUE(UndoLast(ana.services()).run());
    settle();
    EXPECT_TRUE(of(ben).empty()) << "taken back";
    EXPECT_EQ(of(ana).size(), 1U);
}

TEST_F(SharedSearches, AreRenamedByOneAndChangedByTheOtherAtOnce)
{
    const Id shared = save(ana, "German housing", bed.common());
    settle();
    ASSERT_TRUE(EditSearch(ana.services()).rename(shared, "Housing"));
    ASSERT_TRUE(EditSearch(ben.services()).setQuery(shared, "german>=C1 area:housing"));
    settle();
    for (Desktop* desktop : {&ana, &ben}) {
        ASSERT_EQ(of(*desktop).size(), 1U);
        EXPECT_EQ(of(*desktop).front().name, "Housing");
        EXPECT_EQ(of(*desktop).front().query, "german>=C1 area:housing");
    }
    EXPECT_TRUE(openConflicts(ana.reader()).empty()) << "each field has a clock of its own";
}

TEST_F(SharedSearches, KeepTheQueryThatLostAsAConflict)
{
    const Id shared = save(ana, "German housing", bed.common());
    settle();
    ASSERT_TRUE(EditSearch(ana.services()).setQuery(shared, "german>=B1"));
    ana.file().clock.advance(std::chrono::minutes{1});
    ben.file().clock.advance(std::chrono::minutes{2});
    ASSERT_TRUE(EditSearch(ben.services()).setQuery(shared, "german>=C1"));
    settle();
    settle();
    EXPECT_EQ(of(ana).front().query, of(ben).front().query);
    const auto conflicts = openConflicts(ana.reader());
    ASSERT_EQ(conflicts.size(), 1U);
    EXPECT_EQ(conflicts.front().about, "German housing");
    EXPECT_EQ(conflicts.front().field, saved_search::query);
    ASSERT_TRUE(SettleConflict(ana.services()).take(conflicts.front().id));
    settle();
    EXPECT_EQ(of(ben).front().query, textOf(conflicts.front().lost));
}

TEST_F(SharedSearches, OfTheSameNameMayMeetAndEachMeansTheirOwnFirst)
{
    save(ana, "German");
    save(ben, "german", bed.common());
    settle();
    EXPECT_EQ(of(ana).size(), 2U);
    EXPECT_TRUE(savedSearchOf(ana.reader(), "German")->isPrivate);
    EXPECT_FALSE(savedSearchOf(ben.reader(), "German")->isPrivate);
    EXPECT_EQ(ana.file().workspace().check(), std::vector<std::string>{});
}

TEST_F(SharedSearches, OfAPartnerAreSeenByOthersBecauseNoSpaceIsTheirsAlone)
{
    Desktop cleo{bed, 3};
    const std::string code = server_support::must(bed.admin().addUser("cleo", sync::Role::Partner));
    ASSERT_TRUE(bed.admin().grant("cleo", bed.common().toString(), sync::Rights::Write));
    cleo.join("cleo", code);
    const auto refused = SaveSearch(cleo.services()).run({.name = "German", .query = "german"});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().message,
              "You have no private space on this server; say who shall see it. Nothing was saved.");
    EXPECT_TRUE(of(cleo).empty());

    save(cleo, "German", bed.common());
    EXPECT_EQ(cleo.synced().rejected, 0U);
    settle();
    ASSERT_EQ(of(ana).size(), 1U);
    EXPECT_EQ(of(ana).front().name, "German");
}
