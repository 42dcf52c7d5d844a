#include <kith/simulation/world.h>

#include <gtest/gtest.h>

using namespace kith::simulation;

TEST(Simulator, DoesTheSameForTheSameSeed)
{
    const Outcome first = run({.seed = 11, .steps = 60});
    const Outcome second = run({.seed = 11, .steps = 60});
    EXPECT_EQ(first.trouble, "");
    EXPECT_GT(first.edits, 0U);
    EXPECT_EQ(first.trace, second.trace);
    EXPECT_NE(first.trace, run({.seed = 12, .steps = 60}).trace);
}
