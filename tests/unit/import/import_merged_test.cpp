// Imports into a workspace in which people were merged, and taking imports back after a merge.
#include "import_fixture.h"

#include <kith/usecases/history.h>
#include <kith/usecases/merge_people.h>
#include <kith/usecases/tags.h>

using namespace kith;
using namespace kith::test;

namespace {

class ImportOfMerged : public testing::Test {
protected:
    Id merge(std::string_view keep, std::string_view other)
    {
        const Id shown = import.idOf(keep);
        EXPECT_TRUE(MergePeople(import.space.services()).run({.keep = shown, .other = import.idOf(other)}));
        return shown;
    }
    std::size_t count() { return import.space.reader().countPeople(); }

    Importing import;
};

}  // namespace

TEST_F(ImportOfMerged, UpdatesTheOneWhoIsShownAndCreatesNobody)
{
    import.import(people({record(2, "Ana Ruiz", "ana@example.org"), record(3, "Ani R.", "ani@example.net")}));
    const Id ana = merge("ana@example.org", "ani@example.net");
    const auto done =
        import.import(people({working(record(2, "Ana Ruiz", "ani@example.net"), "Norsk Data", "Analyst")}));
    EXPECT_EQ(done.created, 0U);
    EXPECT_EQ(done.updated, 1U);
    EXPECT_EQ(count(), 1U);
    EXPECT_EQ(import.person(ana).card.organisation, "Norsk Data");
    EXPECT_EQ(import.person(ana).contactPoints.size(), 2U);
    const auto again =
        import.import(people({working(record(2, "Ana Ruiz", "ani@example.net"), "Norsk Data", "Analyst")}));
    EXPECT_EQ(again.unchanged, 1U);
    EXPECT_EQ(import.person(ana).affiliations.size(), 1U);
}

TEST_F(ImportOfMerged, KnowsThemByTheNameOfEither)
{
    import.import(people({working(record(2, "Ana Ruiz"), "Norsk Data"), working(record(3, "Ani R."), "Norsk Data")}));
    merge("Ana Ruiz", "Ani R.");
    const auto done = import.import(people({working(record(2, "Ani R."), "Norsk Data")}));
    EXPECT_EQ(done.created, 0U);
    EXPECT_EQ(count(), 1U);
}

TEST_F(ImportOfMerged, TakenBackLosesNothingThatOthersAdded)
{
    const Id tom = import.space.addPerson("Tom Kay");
    const auto done =
        import.import(people({record(2, "Ana Ruiz", "ana@example.org"), record(3, "Bo Li", "bo@example.net")}));
    merge("Tom Kay", "Ana Ruiz");
    ASSERT_TRUE(AddTag(import.space.services()).run(tom, "alumni"));
    const auto batches = import.space.workspace().batches();
    ASSERT_FALSE(batches.empty());
    ASSERT_TRUE(UndoImport(import.space.services()).run(batches.front().command));
    EXPECT_EQ(done.created, 2U);
    EXPECT_EQ(count(), 1U) << "Bo is gone";
    const PersonDetail one = import.person(tom);
    EXPECT_EQ(one.tags.size(), 1U);
    EXPECT_EQ(one.contactPoints.size(), 1U) << "somebody said that she is one with Tom";
    ASSERT_TRUE(UnmergePeople(import.space.services()).run(tom));
    EXPECT_EQ(import.person("ana@example.org").card.name, "Ana Ruiz");
    EXPECT_TRUE(import.space.workspace().check().empty());
}
