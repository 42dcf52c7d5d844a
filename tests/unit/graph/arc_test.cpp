#include <kith/graph/arc.h>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <limits>

using namespace kith;
using namespace kith::graph;

TEST(Weakness, KeepsStrengthsToAFewTenThousandths)
{
    for (int i = 1; i <= 1000; ++i) {
        const double strength = i / 1000.0;
        EXPECT_NEAR(strengthOf(weaknessOf(strength)) / strength, 1, 0.0001);
    }
}

TEST(Weakness, OfWhatIsNoStrengthIsNone)
{
    for (const double none :
         {0.0, -1.0, 1e-6, std::numeric_limits<double>::quiet_NaN(), -std::numeric_limits<double>::infinity()})
        EXPECT_EQ(weaknessOf(none), kNoStrength) << none;
    EXPECT_EQ(weaknessOf(1), 0);
    EXPECT_EQ(weaknessOf(std::numeric_limits<double>::infinity()), 0);
    EXPECT_EQ((Arc{.to = 1, .weakness = kNoStrength, .marks = {Marks::kKnows}}.strength()), 0);
}

RC_GTEST_PROP(Weakness, AddsUpAsStrengthsMultiply, (std::uint16_t a, std::uint16_t b))
{
    RC_ASSERT(std::abs(strengthOf(std::uint64_t{a} + b) / (strengthOf(a) * strengthOf(b)) - 1) < 1e-9);
}

TEST(Marks, ReadTheOtherWayFromTheOtherEnd)
{
    for (const auto& word : wordsOf<TieKind>()) {
        const auto kind = static_cast<TieKind>(word.value);
        EXPECT_TRUE(Marks::of(kind, true).stated());
        EXPECT_EQ(Marks::of(kind, true).turned(), Marks::of(kind, false)) << word.word;
        EXPECT_EQ(Marks::of(kind, false).turned(), Marks::of(kind, true)) << word.word;
    }
    const Marks both = Marks::of(TieKind::Manages, true) | Marks::of(TieKind::Manages, false) | Marks{Marks::kSpoken};
    EXPECT_EQ(both.turned(), both);
    EXPECT_EQ(Marks::of(static_cast<TieKind>(99), true), Marks{});
}

TEST(Marks, AreDashedWhenTwoWereOnlyTogether)
{
    EXPECT_TRUE(Marks{Marks::kTogether}.dashed());
    EXPECT_FALSE((Marks{Marks::kTogether} | Marks{Marks::kSpoken}).dashed());
    EXPECT_FALSE((Marks{Marks::kTogether} | Marks{Marks::kKnows}).dashed());
    EXPECT_FALSE((Arc{.to = 0, .weakness = 10, .marks = {Marks::kTogether}}.counts()));
}
