// An index as pieces of bytes: what they are made of, and what is refused.
#include "packing_index.h"
#include "today.h"

#include <kith/search/parse.h>

#include <gmock/gmock.h>

namespace kith::search {
namespace {

/// Words that few have, many have, and nearly everybody has: each is kept in another way.
Index crowded(std::uint32_t people)
{
    Index index;
    for (std::uint32_t i = 0; i < people; ++i) {
        PersonDocument person{.person = i, .name = "Person " + std::to_string(i % 1000), .cities = {"Leeds"}};
        person.notes = {i % 3 == 0 ? "budget" : "housing"};
        if (i % 1777 == 0) person.notes.emplace_back("volcano");
        index.add(person);
    }
    index.finish();
    return index;
}

std::size_t total(const Index& index, std::string_view query)
{
    return index.ask(parse(query).query, {.today = kToday}).value().total;
}

}  // namespace

TEST(PackedIndex, KeepsWordsOfFewAndOfVeryMany)
{
    const Index index = crowded(70'000);
    const auto pieces = packed(index, 10'000);
    EXPECT_GT(pieces.size(), 10U);
    const auto again = unpacked(pieces);
    ASSERT_TRUE(again) << again.error().message;
    EXPECT_EQ(again->people(), 70'000U);
    for (const std::string_view query : {"budget", "housing", "volcano", "person", "17", "leeds volcano", "city:leeds"})
        EXPECT_EQ(total(*again, query), total(index, query)) << query;
}

TEST(PackedIndex, IsCutIntoPiecesOfAboutTheLengthAskedFor)
{
    constexpr std::size_t kBytes = 20'000;
    const auto pieces = packed(crowded(20'000), kBytes);
    std::size_t longer = 0;
    for (const std::string& piece : pieces) longer += piece.size() > 3 * kBytes ? 1 : 0;
    EXPECT_LE(longer, 2U) << "who is there, and what they are called, is not cut";
    EXPECT_GT(pieces.size(), 5U);
}

TEST(PackedIndex, IsRefusedWhenAPieceIsMissingTwiceThereOrOutOfOrder)
{
    const auto pieces = packed(crowded(3'000), 4'000);
    ASSERT_GT(pieces.size(), 4U);
    ASSERT_TRUE(unpacked(pieces));
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        auto fewer = pieces;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
        EXPECT_FALSE(unpacked(fewer)) << "without piece " << i;
        auto more = pieces;
        more.insert(more.begin() + static_cast<std::ptrdiff_t>(i), pieces[i]);
        EXPECT_FALSE(unpacked(more)) << "piece twice " << i;
    }
    EXPECT_FALSE(unpacked({pieces.rbegin(), pieces.rend()}));
    EXPECT_FALSE(unpacked({}));
    EXPECT_FALSE(unpacked({"volcano"}));
}

}  // namespace kith::search
