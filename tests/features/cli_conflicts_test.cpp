#include "program.h"

#include <kith/support/fake_sync_desk.h>
#include <kith/usecases/people.h>

#include <gmock/gmock.h>

namespace kith {

namespace {

using nlohmann::json;
using testing::HasSubstr;

class CommandLineConflicts : public testing::Test {
protected:
    CommandLineConflicts()
    {
        kithctl.ok({"init", "--plain"});
        FixedClock clock{Instant{std::chrono::sys_days{std::chrono::year{2026} / 11 / 22} + std::chrono::hours{9}}};
        SeededRandom random{7};
        UuidSource ids{clock, random};
        UtcZone zone;
        auto workspace = store::Workspace::open({.path = kithctl.path("test.kith"), .clock = clock, .ids = ids});
        EXPECT_TRUE(workspace) << workspace.error().message;
        Services services{**workspace, (*workspace)->reader(), clock, zone, ids};
        person = AddPerson(services).run({.name = "Ana Ruiz", .city = "Leeds"}).value();
        conflict = test::addConflict(services, Kind::Person, person, person::city, Value{"Leeds"}, Value{"York"});
    }
    [[nodiscard]] std::string city() const { return kithctl.json({"show", "Ana Ruiz"})["location"]; }

    test::Kithctl kithctl;
    Id person;
    Id conflict;
};

TEST_F(CommandLineConflicts, ListsBothValuesWithTheIdToSettleBy)
{
    const json listed = kithctl.json({"conflicts"});
    ASSERT_EQ(listed["conflicts"].size(), 1U);
    EXPECT_EQ(listed["conflicts"][0]["id"], conflict.toString());
    EXPECT_EQ(listed["conflicts"][0]["about"], "Ana Ruiz");
    EXPECT_EQ(listed["conflicts"][0]["kept"], "Leeds");
    EXPECT_EQ(listed["conflicts"][0]["lost"], "York");
    const std::string table = kithctl.run({"conflicts"}).out;
    EXPECT_THAT(table, HasSubstr(conflict.toString()));
    EXPECT_THAT(table, HasSubstr("Ana Ruiz"));
}

TEST_F(CommandLineConflicts, TakesTheOtherValueAndTakesThatBack)
{
    EXPECT_EQ(kithctl.json({"conflicts", "take", conflict.toString()})["settled"], conflict.toString());
    EXPECT_EQ(city(), "York");
    EXPECT_TRUE(kithctl.json({"conflicts"})["conflicts"].empty());
    EXPECT_EQ(kithctl.run({"conflicts", "keep", conflict.toString()}).code, 1);
    kithctl.ok({"undo"});
    EXPECT_EQ(city(), "Leeds");
    EXPECT_EQ(kithctl.json({"conflicts"})["conflicts"].size(), 1U);
}

TEST_F(CommandLineConflicts, KeepsWhatStands)
{
    kithctl.ok({"conflicts", "keep", conflict.toString()});
    EXPECT_EQ(city(), "Leeds");
    EXPECT_TRUE(kithctl.json({"conflicts"})["conflicts"].empty());
}

TEST_F(CommandLineConflicts, RefusesWhatItDoesNotUnderstand)
{
    EXPECT_EQ(kithctl.run({"conflicts", "swap", conflict.toString()}).code, 2);
    EXPECT_EQ(kithctl.run({"conflicts", "take"}).code, 1);
    EXPECT_EQ(kithctl.run({"conflicts", "take", "0193c1a5-7c00-7000-8000-00000000002a"}).code, 1);
    EXPECT_EQ(kithctl.run({"conflicts", "dismiss", "seven"}).code, 1);
    EXPECT_EQ(city(), "Leeds");
}

}  // namespace

}  // namespace kith
