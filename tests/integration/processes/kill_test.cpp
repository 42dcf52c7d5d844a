// kill -9 of the real programs in the middle of what they tell each other.
#include "team.h"

#include <kith/base/random.h>

namespace kith::test {

namespace {

constexpr int kMostRounds = 60;

class Killed : public Team {
protected:
    /// Somewhere in a push or a pull of a few hundred rows.
    std::uint64_t someBytes() { return 300 + random_.next() % 40'000; }

    SeededRandom random_{20261122};
    int kills_ = 0;
};

}  // namespace

TEST_F(Killed, ADesktopInTheMiddleOfSendingLosesNothing)
{
    join("ana");
    ok("ana", {"demo", "--people", "100", "--seed", "5"});
    Ran ran;
    for (int round = 0; ran.code != 0 && round < kMostRounds; ++round) {
        ran = syncKilledAfter("ana", someBytes());
        kills_ += ran.code == -1 ? 1 : 0;
    }
    ok("ana", {"sync"});
    EXPECT_GE(kills_, 5);
    ok("ana", {"check"});
    EXPECT_EQ(kithd({"check"}).text, "The database is sound.\n");
    join("ben");
    ok("ben", {"sync"});
    EXPECT_EQ(contentOf("ben"), contentOf("ana"));
}

TEST_F(Killed, ADesktopInTheMiddleOfItsFirstSyncGoesOnWhereItWas)
{
    join("ana");
    ok("ana", {"demo", "--people", "100", "--seed", "6"});
    ok("ana", {"sync"});
    join("ben");
    Ran ran;
    for (int round = 0; ran.code != 0 && round < kMostRounds; ++round) {
        ran = syncKilledAfter("ben", someBytes());
        kills_ += ran.code == -1 ? 1 : 0;
        ok("ben", {"people", "--limit", "1"});
    }
    ok("ben", {"sync"});
    EXPECT_GE(kills_, 2);
    ok("ben", {"check"});
    EXPECT_EQ(contentOf("ben"), contentOf("ana"));
}

TEST_F(Killed, AServerInTheMiddleOfAPushHasAllThatItAnsweredFor)
{
    join("ana");
    ok("ana", {"demo", "--people", "100", "--seed", "7"});
    Ran ran;
    for (int round = 0; ran.code != 0 && round < kMostRounds; ++round) {
        proxy.cutAfter(someBytes(), [this] { killServer(); });
        ran = on("ana", {"sync"});
        if (!proxy.hasCut()) continue;
        ++kills_;
        EXPECT_NE(ran.code, -1) << "a server that is gone is no reason to end without a sentence";
        startServer();
    }
    proxy.cutAfter(0);
    ok("ana", {"sync"});
    EXPECT_GE(kills_, 5);
    EXPECT_EQ(kithd({"check"}).text, "The database is sound.\n");
    join("ben");
    ok("ben", {"sync"});
    EXPECT_EQ(contentOf("ben"), contentOf("ana"));
}

}  // namespace kith::test
