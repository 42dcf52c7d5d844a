#include "patch_gen.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace kith;
using namespace kith::sync;
using namespace kith::sync::test;

namespace {

Row merged(Kind kind, const std::vector<RowPatch>& history)
{
    Row row = Row::empty(kind, idOf(99));
    for (const RowPatch& patch : history) mergeInto(row, patch);
    return row;
}

RowPatch named(const char* name, Written by)
{
    RowPatch patch{.kind = Kind::Person, .id = idOf(99)};
    patch.groups.push_back({.by = by, .source = {}, .fields = {{person::name, Value{std::string(name)}}}});
    return patch;
}

RowPatch removed(Written by, std::uint64_t saw)
{
    RowPatch patch{.kind = Kind::Person, .id = idOf(99)};
    patch.presence = Presence{.here = false, .by = by, .saw = HybridTime::of(saw, 0)};
    return patch;
}

RowPatch made(Written by)
{
    RowPatch patch{.kind = Kind::Person, .id = idOf(99)};
    patch.presence = Presence{.here = true, .by = by};
    patch.placing = Placing{.space = idOf(7), .by = by};
    return patch;
}

}  // namespace

RC_GTEST_PROP(Merge, ComesToTheSameRowInAnyOrder, ())
{
    const Kind kind = *anyKind();
    const auto history = *anyHistory(kind);
    auto shuffled = history;
    for (std::size_t i = shuffled.size(); i > 1; --i)
        std::swap(shuffled[i - 1], shuffled[*rc::gen::inRange<std::size_t>(0, i)]);
    RC_ASSERT(merged(kind, history) == merged(kind, shuffled));
}

RC_GTEST_PROP(Merge, TakesTheSamePatchTwiceAsOnce, ())
{
    const Kind kind = *anyKind();
    auto history = *anyHistory(kind);
    const Row once = merged(kind, history);
    Row twice = once;
    for (const RowPatch& patch : history) RC_ASSERT(!mergeInto(twice, patch));
    RC_ASSERT(once == twice);
}

RC_GTEST_PROP(Merge, OfWholeRowsIsAssociative, ())
{
    const Kind kind = *anyKind();
    const auto history = *anyHistory(kind);
    const std::size_t first = *rc::gen::inRange<std::size_t>(0, history.size() + 1);
    const std::size_t second = *rc::gen::inRange<std::size_t>(first, history.size() + 1);
    const auto part = [&](std::size_t from, std::size_t to) {
        return merged(
            kind,
            {history.begin() + static_cast<std::ptrdiff_t>(from), history.begin() + static_cast<std::ptrdiff_t>(to)});
    };
    Row left = part(0, first);
    mergeInto(left, toPatch(part(first, second)));
    mergeInto(left, toPatch(part(second, history.size())));
    Row right = part(first, second);
    mergeInto(right, toPatch(part(second, history.size())));
    Row whole = part(0, first);
    mergeInto(whole, toPatch(right));
    RC_ASSERT(left == whole);
}

RC_GTEST_PROP(Merge, OfTheWholeRowIntoAnEmptyOneIsTheRow, ())
{
    const Kind kind = *anyKind();
    const Row row = merged(kind, *anyHistory(kind));
    Row copy = Row::empty(kind, row.id);
    mergeInto(copy, toPatch(row));
    RC_ASSERT(copy == row);
}

TEST(Merge, KeepsTheLaterNameWhicheverComesFirst)
{
    const auto early = named("Ana Ruiz", at(1, 2));
    const auto late = named("Ana Ruiz Vega", at(2, 1));
    EXPECT_EQ(merged(Kind::Person, {early, late}).cells[person::name].value, Value{std::string("Ana Ruiz Vega")});
    EXPECT_EQ(merged(Kind::Person, {late, early}).cells[person::name].value, Value{std::string("Ana Ruiz Vega")});
}

TEST(Merge, LetsTheLargerDeviceWinAtTheSameTime)
{
    EXPECT_EQ(merged(Kind::Person, {named("B", at(1, 2)), named("A", at(1, 1))}).cells[person::name].value,
              Value{std::string("B")});
}

TEST(Merge, RemovesARowThatTheRemoverHadSeenWhole)
{
    EXPECT_FALSE(merged(Kind::Person, {made(at(1, 1)), named("Ana", at(2, 1)), removed(at(5, 2), 2)}).isHere());
}

TEST(Merge, KeepsARowThatWasEditedWhereTheRemoverDidNotSeeIt)
{
    const Row row = merged(Kind::Person, {made(at(1, 1)), removed(at(5, 2), 1), named("Ana", at(4, 1))});
    EXPECT_TRUE(row.isHere());
}

TEST(Merge, HoldsARowThatNobodyMadeForNotThere)
{
    EXPECT_FALSE(Row::empty(Kind::Person, idOf(1)).isHere());
}
