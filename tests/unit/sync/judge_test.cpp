#include "patch_gen.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace kith;
using namespace kith::sync;
using namespace kith::sync::test;

namespace {

constexpr std::uint64_t kArrival = 1000;

Value text(const char* words)
{
    return std::string(words);
}

/// Device 1 made a person with a name and a city at 1 ms.
Row ana()
{
    Row row = Row::empty(Kind::Person, idOf(99));
    RowPatch patch{.kind = Kind::Person, .id = row.id};
    patch.presence = Presence{.here = true, .by = at(1, 1)};
    patch.placing = Placing{.space = idOf(7), .by = at(1, 1)};
    patch.groups.push_back({.by = at(1, 1), .fields = {{person::name, text("Ana")}, {person::city, text("Leeds")}}});
    mergeInto(row, patch);
    return row;
}

Operation write(FieldIndex field, Value value, Written by, std::optional<HybridTime> saw)
{
    Operation operation;
    operation.seq = 1;
    operation.patch = {.kind = Kind::Person, .id = idOf(99)};
    operation.patch.groups.push_back({.by = by, .source = {}, .fields = {{field, std::move(value)}}});
    if (saw) operation.seen.push_back({.field = field, .time = *saw});
    return operation;
}

Judgement judged(Row& row, const Operation& operation)
{
    return judge(row, operation, at(kArrival, 200), HybridTime::of(kArrival, 0));
}

HybridTime ms(std::uint64_t value)
{
    return HybridTime::of(value, 0);
}

}  // namespace

TEST(Judge, TakesAnEditThatSawWhatItReplaced)
{
    Row row = ana();
    const auto result = judged(row, write(person::name, text("Ana Ruiz"), at(5, 2), ms(1)));
    EXPECT_TRUE(result.changed);
    EXPECT_FALSE(result.amended);
    EXPECT_TRUE(result.lost.empty());
    EXPECT_EQ(row.cells[person::name].value, text("Ana Ruiz"));
}

TEST(Judge, KeepsTheLosingEditOfTwoThatDidNotKnowOfEachOther)
{
    Row row = ana();
    judged(row, write(person::name, text("Ana Ruiz"), at(5, 2), ms(1)));
    const auto late = judged(row, write(person::name, text("Ana Vega"), at(6, 3), ms(1)));
    ASSERT_EQ(late.lost.size(), 1U);
    EXPECT_EQ(late.lost[0].lost.value, text("Ana Ruiz"));
    EXPECT_EQ(late.lost[0].kept.value, text("Ana Vega"));

    Row other = ana();
    judged(other, write(person::name, text("Ana Vega"), at(6, 3), ms(1)));
    const auto early = judged(other, write(person::name, text("Ana Ruiz"), at(5, 2), ms(1)));
    ASSERT_EQ(early.lost.size(), 1U);
    EXPECT_EQ(early.lost[0].lost.value, text("Ana Ruiz"));
    EXPECT_TRUE(early.amended);
    EXPECT_EQ(other.cells[person::name], row.cells[person::name]);
}

TEST(Judge, FindsNoConflictInTwoThatWroteTheSame)
{
    Row row = ana();
    judged(row, write(person::name, text("Ana Ruiz"), at(5, 2), ms(1)));
    EXPECT_TRUE(judged(row, write(person::name, text("Ana Ruiz"), at(6, 3), ms(1))).lost.empty());
}

TEST(Judge, LetsOneWhoKnewTheValueReplaceItWhateverTheirClockSays)
{
    Row row = ana();
    judged(row, write(person::name, text("Ana Ruiz"), at(500, 2), ms(1)));
    const auto result = judged(row, write(person::name, text("Ana Vega"), at(6, 3), ms(500)));
    EXPECT_EQ(row.cells[person::name].value, text("Ana Vega"));
    EXPECT_TRUE(result.amended);
    EXPECT_GT(row.cells[person::name].by.time, ms(500));
}

TEST(Judge, KeepsTheMoreProtectiveOfTwoConcurrentStatuses)
{
    const Value never = enumValue(Approach::DoNotContact);
    const Value later = enumValue(Approach::OffLimits);
    for (const bool protectiveFirst : {true, false}) {
        Row row = ana();
        const auto a = write(person::approach, never, at(5, 2), HybridTime{});
        const auto b = write(person::approach, later, at(6, 3), HybridTime{});
        judged(row, protectiveFirst ? a : b);
        judged(row, protectiveFirst ? b : a);
        EXPECT_EQ(row.cells[person::approach].value, never) << protectiveFirst;
    }
}

TEST(Judge, KeepsTheReasonTogetherWithTheStatusThatItExplains)
{
    Row row = ana();
    auto never = write(person::approach, enumValue(Approach::DoNotContact), at(5, 2), HybridTime{});
    never.patch.groups[0].fields.emplace_back(person::approach_reason, text("asked us not to"));
    auto client = write(person::approach, enumValue(Approach::OffLimits), at(6, 3), HybridTime{});
    client.patch.groups[0].fields.emplace_back(person::approach_reason, text("works for a client"));
    judged(row, never);
    judged(row, client);
    EXPECT_EQ(row.cells[person::approach_reason].value, text("asked us not to"));
}

TEST(Judge, LetsOneWhoSawTheStatusLowerIt)
{
    Row row = ana();
    judged(row, write(person::approach, enumValue(Approach::DoNotContact), at(5, 2), HybridTime{}));
    judged(row, write(person::approach, enumValue(Approach::Open), at(9, 3), ms(5)));
    EXPECT_EQ(row.cells[person::approach].value, enumValue(Approach::Open));
}

TEST(Judge, BringsAStampOfTheFutureBackToNow)
{
    Row row = ana();
    const auto result = judged(row, write(person::name, text("Ana 2036"), at(999'999, 2), ms(1)));
    EXPECT_TRUE(result.amended);
    EXPECT_EQ(row.cells[person::name].by.time, ms(kArrival));
    judged(row, write(person::name, text("Ana"), at(kArrival, 3), ms(kArrival)));
    EXPECT_EQ(row.cells[person::name].value, text("Ana"));
}

TEST(Judge, LetsNobodyChangeWhatIsImmutable)
{
    Row row = Row::empty(Kind::ContactPoint, idOf(50));
    Operation first;
    first.patch = {.kind = Kind::ContactPoint, .id = row.id};
    first.patch.groups.push_back({.by = at(1, 1), .fields = {{contact_point::person, Value{idOf(99)}}}});
    judged(row, first);
    Operation second = first;
    second.patch.groups[0] = {.by = at(5, 2), .fields = {{contact_point::person, Value{idOf(98)}}}};
    EXPECT_TRUE(judged(row, second).amended);
    EXPECT_EQ(row.cells[contact_point::person].value, Value{idOf(99)});
}

RC_GTEST_PROP(Judge, ChangesNothingWhenItHearsTheSameAgain, ())
{
    const Kind kind = *anyKind();
    Row row = Row::empty(kind, idOf(99));
    std::vector<Operation> said;
    for (RowPatch& patch : *anyHistory(kind)) {
        Operation operation;
        operation.patch = std::move(patch);
        judged(row, operation);
        said.push_back(std::move(operation));
    }
    // What was overruled is written later than anything that could be said again.
    const Row settled = row;
    if (!said.empty()) {
        judged(row, said.back());
        RC_ASSERT(row == settled);
    }
}

RC_GTEST_PROP(Judge, YieldsARowThatEveryReplicaTakesByThePlainRule, ())
{
    const Kind kind = *anyKind();
    Row row = Row::empty(kind, idOf(99));
    Row replica = Row::empty(kind, idOf(99));
    for (RowPatch& patch : *anyHistory(kind)) {
        Operation operation;
        operation.patch = std::move(patch);
        judged(row, operation);
        mergeInto(replica, operation.patch);
    }
    mergeInto(replica, toPatch(row));
    RC_ASSERT(replica == row);
}

TEST(Judge, DoesNotLetAnEarlierEditOfADeviceReplaceItsLaterOne)
{
    Row row = ana();
    judged(row, write(person::city, text("Porto"), at(6, 1), ms(1)));
    // Sent again by a device that was restored and does not know what it wrote since.
    const Judgement late = judged(row, write(person::city, text("Lisbon"), at(3, 1), ms(1)));
    EXPECT_EQ(row.cells[person::city].value, text("Porto"));
    ASSERT_EQ(late.lost.size(), 1U);
    EXPECT_EQ(late.lost[0].lost.value, text("Lisbon"));
}
