#include <kith/sync/part.h>
#include <kith/sync/wire.h>

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::sync;

namespace {

PackedPart twoRows()
{
    std::string lines;
    for (std::uint8_t i = 1; i <= 2; ++i) {
        NumberedRow row{.number = i, .row = {.kind = Kind::Tag, .id = {}}};
        row.row.id.bytes[15] = i;
        write(lines, row);
        lines += '\n';
    }
    auto packed = packPart(0, 2, lines);
    EXPECT_TRUE(packed);
    return packed ? *packed : PackedPart{};
}

}  // namespace

TEST(Part, BringsItsRowsBack)
{
    const PackedPart packed = twoRows();
    const auto rows = readPart(packed.part, packed.bytes);
    ASSERT_TRUE(rows);
    ASSERT_EQ(rows->size(), 2U);
    EXPECT_EQ((*rows)[1].number, 2);
}

TEST(Part, IsRefusedWhenAByteIsDifferent)
{
    PackedPart packed = twoRows();
    packed.bytes[packed.bytes.size() / 2] ^= 1;
    EXPECT_FALSE(readPart(packed.part, packed.bytes));
}

TEST(Part, IsRefusedWhenItWasCutOff)
{
    const PackedPart packed = twoRows();
    EXPECT_FALSE(readPart(packed.part, std::string_view(packed.bytes).substr(0, packed.bytes.size() - 1)));
}

TEST(Part, IsRefusedWhenItGrowsPastTheLimit)
{
    const auto bomb = packPart(0, 1, std::string(kLargestPart + 1, ' '));
    ASSERT_TRUE(bomb);
    EXPECT_LT(bomb->bytes.size(), 100'000U);
    EXPECT_FALSE(readPart(bomb->part, bomb->bytes));
}
