#include <kith/base/random.h>

#include <gtest/gtest.h>

#include <cstdint>
#include <set>

namespace kith {
namespace {

/// It keeps some words in store; none may be given twice, by it or by another.
TEST(SystemRandom, NeverGivesAWordTwice)
{
    SystemRandom one;
    SystemRandom other;
    std::set<std::uint64_t> words;
    for (int i = 0; i < 1000; ++i) {
        EXPECT_TRUE(words.insert(one.next()).second) << i;
        EXPECT_TRUE(words.insert(other.next()).second) << i;
    }
}

}  // namespace
}  // namespace kith
