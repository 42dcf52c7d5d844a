#include "import_fixture.h"

#include <stop_token>

using namespace kith;
using namespace kith::test;

namespace {

std::vector<exchange::PersonRecord> manyPeople(std::size_t count)
{
    std::vector<exchange::PersonRecord> records;
    for (std::size_t i = 0; i < count; ++i)
        records.push_back(record(i + 2, "Person " + std::to_string(i), std::to_string(i) + "@many.example"));
    return records;
}

}  // namespace

TEST(ImportWatch, HearsHowFarAnImportIs)
{
    Importing import;
    const auto plan = import.plan(people(manyPeople(1000)));
    std::vector<std::size_t> heard;
    std::size_t whole = 0;
    const CommandWatch watch{.stop = {}, .progress = [&](std::size_t done, std::size_t all) {
                                 heard.push_back(done);
                                 whole = all;
                             }};
    ASSERT_TRUE(ApplyImport(import.space.services()).apply(plan, watch));
    ASSERT_GT(heard.size(), 4U);
    EXPECT_EQ(heard.front(), 0U);
    EXPECT_TRUE(std::ranges::is_sorted(heard));
    EXPECT_LE(heard.back(), whole);
    EXPECT_GT(heard.back(), whole / 2) << "also while summaries are written";
}

TEST(ImportWatch, LeavesNothingWhenTheImportIsCalledOff)
{
    Importing import;
    import.import(people({record(2, "Ana Ruiz", "ana@example.org")}));
    const auto plan = import.plan(people(manyPeople(1000)));
    // Called off at the start, while rows are written, and while summaries are.
    for (const std::size_t tenths : {0U, 3U, 8U}) {
        std::stop_source stop;
        const CommandWatch watch{.stop = stop.get_token(), .progress = [&](std::size_t done, std::size_t all) {
                                     if (done * 10 >= all * tenths) stop.request_stop();
                                 }};
        const auto done = ApplyImport(import.space.services()).apply(plan, watch);
        ASSERT_FALSE(done);
        EXPECT_EQ(done.error().code, ErrorCode::Cancelled);
        EXPECT_EQ(import.space.reader().countPeople(), 1U);
        EXPECT_EQ(import.space.reader().listPeople({.words = "person"}, import.space.clock.now())->size(), 0U);
        EXPECT_EQ(import.space.workspace().batches().size(), 1U);
        EXPECT_EQ(import.space.workspace().check(), std::vector<std::string>{});
    }
    // The same plan is still good.
    ASSERT_TRUE(ApplyImport(import.space.services()).apply(plan));
    EXPECT_EQ(import.space.reader().countPeople(), 1001U);
}

TEST(ImportWatch, RefusesAPlanThatWasAppliedAlready)
{
    Importing import;
    import.import(people({record(2, "Ana Ruiz", "ana@example.org"), record(3, "Tom Kay", "tom@example.org")}));
    exchange::ParsedFile file;
    file.format = exchange::Format::Csv;
    file.kind = exchange::RecordKind::Ties;
    file.ties.push_back({.line = 2, .from = "ana@example.org", .to = "tom@example.org", .kind = TieKind::Knows});
    const auto plan = import.plan(file);
    import.apply(plan);
    const auto again = ApplyImport(import.space.services()).apply(plan);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, ErrorCode::Conflict);
}
