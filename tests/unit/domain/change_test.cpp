#include <kith/domain/change.h>

#include <algorithm>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace kith;

namespace {

rc::Gen<Id> anyId()
{
    return rc::gen::map(rc::gen::container<std::vector<std::uint8_t>>(16, rc::gen::arbitrary<std::uint8_t>()),
                        [](const std::vector<std::uint8_t>& bytes) {
                            Id id;
                            std::ranges::copy(bytes, id.bytes.begin());
                            return id;
                        });
}

rc::Gen<Value> anyValue()
{
    return rc::gen::oneOf(
        rc::gen::just(Value{}),
        rc::gen::map(rc::gen::arbitrary<std::int64_t>(), [](std::int64_t v) { return Value{v}; }),
        rc::gen::map(rc::gen::inRange(-1000, 1000), [](int v) { return Value{v / 8.0}; }),
        rc::gen::map(rc::gen::string<std::string>(), [](std::string v) { return Value{std::move(v)}; }),
        rc::gen::map(anyId(), [](Id v) { return Value{v}; }));
}

/// Any of the numbers, also in short lists, for which RapidCheck would choose small ones.
int between(int least, int past)
{
    return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(least, past));
}

rc::Gen<RowChange> anyRow()
{
    return rc::gen::exec([] {
        RowChange row;
        row.kind = static_cast<Kind>(between(1, static_cast<int>(allKinds().size()) + 1));
        row.id = *anyId();
        row.what = static_cast<RowChange::What>(between(0, 4));
        if (row.what == RowChange::What::Created) return row;
        const auto fields = static_cast<int>(specOf(row.kind).fields.size());
        for (int i = between(0, 5); i > 0; --i)
            row.fields.push_back(
                {.field = between(0, 5) == 0 ? kPlacingField : static_cast<FieldIndex>(between(0, fields)),
                 .before = *anyValue(),
                 .after = *anyValue(),
                 .sourceBefore = *rc::gen::arbitrary<std::uint32_t>(),
                 .timeBefore = {*rc::gen::arbitrary<std::uint64_t>()}});
        return row;
    });
}

rc::Gen<std::vector<RowChange>> anyRows()
{
    return rc::gen::resize(12, rc::gen::container<std::vector<RowChange>>(anyRow()));
}

}  // namespace

RC_GTEST_PROP(Journal, RowsComeBackAsTheyWere, ())
{
    const auto rows = *anyRows();
    const auto back = decodeRows(encodeRows(rows));
    RC_ASSERT(back.has_value());
    RC_ASSERT(*back == rows);
}

RC_GTEST_PROP(Journal, TruncationAtEveryByteIsNoticed, ())
{
    const std::string bytes = encodeRows(*anyRows());
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        const auto back = decodeRows(std::string_view(bytes).substr(0, length));
        RC_ASSERT(!back.has_value());
        RC_ASSERT(back.error().code == ErrorCode::Corrupt);
    }
}

RC_GTEST_PROP(Journal, AChangedByteNeverCrashes, ())
{
    std::string bytes = encodeRows(*anyRows());
    const auto where = *rc::gen::inRange<std::size_t>(0, bytes.size());
    bytes[where] = static_cast<char>(*rc::gen::arbitrary<std::uint8_t>());
    const auto back = decodeRows(bytes);
    if (!back) RC_ASSERT(back.error().code == ErrorCode::Corrupt);
}

TEST(Journal, ForgetsTheValuesOfACreatedRow)
{
    const RowChange row{Kind::Person, Id{{1}}, RowChange::What::Created, {{person::name, {}, std::string("Ana")}}};
    const auto back = decodeRows(encodeRows({&row, 1}));
    ASSERT_TRUE(back);
    ASSERT_EQ(back->size(), 1U);
    EXPECT_TRUE(back->front().fields.empty());
}

TEST(Journal, ReadsWhatWasWrittenBeforeSync)
{
    const RowChange row{
        Kind::Person, Id{{1}}, RowChange::What::Updated, {{person::name, std::string("Ana"), std::string("Anna"), 3}}};
    std::string bytes = encodeRows({&row, 1});
    // Format 1 ends a field with its source.
    bytes.front() = 1;
    bytes.pop_back();
    const auto back = decodeRows(bytes);
    ASSERT_TRUE(back);
    EXPECT_EQ(back->front(), row);
}

TEST(Journal, RefusesAnUnknownFormatAndWhatFollowsTheEnd)
{
    std::string bytes = encodeRows({});
    EXPECT_TRUE(decodeRows(bytes));
    EXPECT_FALSE(decodeRows(bytes + 'x'));
    bytes[0] = 99;
    EXPECT_FALSE(decodeRows(bytes));
    // A count far past the end must not be believed, and must not be reserved.
    EXPECT_FALSE(decodeRows(std::string("\x01\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F", 9)));
}

TEST(ChangeSet, KnowsWhichKindsItTouches)
{
    ChangeSet changes;
    EXPECT_TRUE(changes.empty());
    changes.rows.push_back({.kind = Kind::Tie, .id = Id{{1}}});
    EXPECT_TRUE(changes.touches(Kind::Tie));
    EXPECT_FALSE(changes.touches(Kind::Person));
}
