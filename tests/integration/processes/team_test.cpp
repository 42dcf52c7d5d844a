// Colleagues with kithctl and kithd, as an administrator's guide tells it.
#include "team.h"

#include <gmock/gmock.h>

namespace kith::test {

namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class Colleagues : public Team {
protected:
    Colleagues()
    {
        join("ana");
        ok("ana", {"log", "--new", "Zoe Adler", "--text", "Open to a move after the summer"});
        ok("ana", {"sync"});
        join("ben");
        ok("ben", {"sync"});
    }
};

}  // namespace

TEST_F(Colleagues, SeeTheSameConversation)
{
    EXPECT_THAT(on("ben", {"show", "Zoe Adler"}).text, HasSubstr("Open to a move after the summer"));
}

TEST_F(Colleagues, DoNotSeeWhatIsPrivate)
{
    ok("ana", {"log", "--person", "Zoe Adler", "--private", "--text", "Thinks of leaving"});
    ok("ana", {"pay", "Zoe Adler", "70k"});
    ok("ana", {"approach", "Zoe Adler", "do-not-contact", "--reason", "Asked us to stop"});
    ok("ana", {"sync"});
    ok("ben", {"sync"});
    const std::string seen = on("ben", {"show", "Zoe Adler"}).text;
    EXPECT_THAT(seen, HasSubstr("do-not-contact: Asked us to stop"));
    EXPECT_THAT(seen, Not(HasSubstr("Thinks of leaving")));
    EXPECT_THAT(seen, Not(HasSubstr("70k")));
    EXPECT_THAT(on("ana", {"show", "Zoe Adler"}).text, HasSubstr("Thinks of leaving"));
}

TEST_F(Colleagues, SeeASpaceWhileItIsGrantedAndNoLonger)
{
    ok("ana", {"space", "add", "Platform team"});
    ok("ana", {"move", "Zoe Adler", "--to", "Platform team"});
    ok("ana", {"sync"});
    ok("ben", {"sync"});
    EXPECT_EQ(json("ben", {"people"})["total"], 0);
    ok("ana", {"space", "grant", "ben", "platform team", "--rights", "read"});
    ok("ben", {"sync"});
    EXPECT_EQ(json("ben", {"people"})["total"], 1);
    const Ran refused = on("ben", {"approach", "Zoe Adler", "off-limits"});
    EXPECT_EQ(refused.code, 1);
    EXPECT_THAT(refused.text, HasSubstr("shared with you to read"));
    ok("ana", {"space", "rename", "Platform team", "Platform and data"});
    ok("ben", {"sync"});
    EXPECT_EQ(json("ben", {"space", "list"})["spaces"][1]["name"], "Platform and data");
    ok("ana", {"space", "revoke", "ben", "Platform and data"});
    ok("ben", {"sync"});
    EXPECT_EQ(json("ben", {"people"})["total"], 0);
}

TEST_F(Colleagues, EraseAPersonEverywhereOnceSomebodyIsSure)
{
    const Ran asked = on("ana", {"erase", "Zoe Adler"});
    EXPECT_EQ(asked.code, 1);
    EXPECT_THAT(asked.text, HasSubstr("--sure"));
    EXPECT_EQ(on("ben", {"erase", "Zoe Adler", "--sure"}).code, 1) << "it is for whoever manages the space";
    ok("ana", {"erase", "Zoe Adler", "--sure"});
    EXPECT_EQ(json("ana", {"people"})["total"], 0);
    ok("ben", {"sync"});
    EXPECT_EQ(json("ben", {"people"})["total"], 0);
    const auto listed = json("ana", {"devices"});
    EXPECT_EQ(listed["devices"].size(), 2U);
    for (const auto& device : listed["devices"]) EXPECT_EQ(device["erasures_open"], 0);
}

TEST_F(Colleagues, ShutOutAMachineThatWasLost)
{
    const auto listed = json("ana", {"devices"});
    for (const auto& device : listed["devices"])
        if (device["user"] == "ben") ok("ana", {"devices", "--revoke", device["id"]});
    const Ran ran = on("ben", {"sync"});
    EXPECT_EQ(ran.code, 1);
    EXPECT_THAT(ran.text, HasSubstr("sign in again"));
    EXPECT_EQ(json("ben", {"people"})["total"], 1) << "what is there stays";
}

}  // namespace kith::test
