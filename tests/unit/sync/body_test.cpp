#include <kith/sync/body.h>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kith::sync {

namespace {

constexpr ExpandLimits kAmple{.bytes = 64UZ * 1024 * 1024, .ratio = 100'000};
constexpr Encoding kAll[] = {Encoding::Identity, Encoding::Gzip, Encoding::Zstd};

bool comesBack(Encoding encoding, const std::string& text)
{
    return expand(encoding, compress(encoding, text), kAmple) == text;
}

bool isDamaged(Encoding encoding, std::string_view bytes)
{
    return expand(encoding, bytes, kAmple) == std::unexpected(ExpandProblem::Damaged);
}

TEST(Body, PrefersZstdToGzipToNothing)
{
    EXPECT_EQ(bestOf("gzip, deflate, zstd"), Encoding::Zstd);
    EXPECT_EQ(bestOf("gzip;q=1.0, br"), Encoding::Gzip);
    EXPECT_EQ(bestOf("zstd;q=0, GZIP"), Encoding::Gzip);
    EXPECT_EQ(bestOf("gzip; q=0.000"), Encoding::Identity);
    EXPECT_EQ(bestOf("br, deflate"), Encoding::Identity);
    EXPECT_EQ(bestOf(""), Encoding::Identity);
}

TEST(Body, KnowsItsEncodingsByName)
{
    for (const Encoding each : kAll) EXPECT_EQ(encodingOf(wordOf(each)), each);
    EXPECT_EQ(encodingOf(""), Encoding::Identity);
    EXPECT_EQ(encodingOf(" ZSTD "), Encoding::Zstd);
    EXPECT_EQ(encodingOf("gzip, zstd"), std::nullopt);
    EXPECT_EQ(encodingOf("br"), std::nullopt);
}

RC_GTEST_PROP(Body, ExpandsToWhatWasCompressed, (const std::string& text))
{
    for (const Encoding each : kAll) RC_ASSERT(comesBack(each, text));
}

RC_GTEST_PROP(Body, IsDamagedWhereverItIsCutOff, (const std::string& text))
{
    for (const Encoding each : {Encoding::Gzip, Encoding::Zstd}) {
        const std::string whole = compress(each, text);
        const auto at = *rc::gen::inRange<std::size_t>(0, whole.size());
        RC_ASSERT(isDamaged(each, std::string_view(whole).substr(0, at)));
    }
}

RC_GTEST_PROP(Body, IsNeverTakenForAnotherWhenAByteIsAltered, (const std::string& text))
{
    for (const Encoding each : {Encoding::Gzip, Encoding::Zstd}) {
        std::string whole = compress(each, text);
        const std::size_t at = *rc::gen::inRange<std::size_t>(0, whole.size());
        const int bit = *rc::gen::inRange(0, 8);
        whole[at] = static_cast<char>(static_cast<unsigned char>(whole[at]) ^ (1U << bit));
        const auto read = expand(each, whole, {.bytes = 1U << 20U});
        if (read) RC_ASSERT(*read == text);
    }
}

RC_GTEST_PROP(Body, NeverGrowsBeyondItsLimitWhateverTheBytes, (const std::string& bytes))
{
    for (const Encoding each : kAll)
        if (const auto text = expand(each, bytes, {.bytes = 100})) RC_ASSERT(text->size() <= 100U);
}

TEST(Body, RefusesWhatWouldBecomeHuge)
{
    const std::string zeros(32UZ * 1024 * 1024, '0');
    for (const Encoding each : {Encoding::Gzip, Encoding::Zstd}) {
        const std::string bomb = compress(each, zeros);
        EXPECT_LT(bomb.size(), 64U * 1024);
        EXPECT_EQ(expand(each, bomb, {.bytes = 1024 * 1024, .ratio = 100'000}),
                  std::unexpected(ExpandProblem::TooLarge));
        EXPECT_EQ(expand(each, bomb, {.bytes = zeros.size(), .ratio = 100}), std::unexpected(ExpandProblem::TooLarge));
        EXPECT_EQ(expand(each, bomb, kAmple), zeros);
    }
}

TEST(Body, RefusesWhatFollowsTheEnd)
{
    for (const Encoding each : {Encoding::Gzip, Encoding::Zstd})
        EXPECT_TRUE(isDamaged(each, compress(each, "{}") + "x"));
}

}  // namespace

}  // namespace kith::sync
