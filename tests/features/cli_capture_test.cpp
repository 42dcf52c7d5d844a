// A conversation told in one line, as scripts use it (cli.md, `log TEXT`).
#include "people_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

class CommandLineCapture : public test::PeopleFixture { };

constexpr const char* kLine =
    "coffee with Ana Ruiz and Priya Nair yesterday 40m about the data lead role; open to move "
    "after bonus in March; ask again 2nd Tuesday of March 2050 #data-pool";

TEST_F(CommandLineCapture, SaysWhatALineMeansAndLogsNothingInADryRun)
{
    const json would = kithctl.json({"log", kLine, "--dry-run", "--now", "2049-11-22T09:30:00Z"});
    ASSERT_EQ(would["people"].size(), 2U);
    EXPECT_EQ(would["people"][0]["text"], "Ana Ruiz");
    EXPECT_EQ(would["people"][0]["name"], "Ana Ruiz");
    EXPECT_EQ(would["people"][0]["new"], false);
    EXPECT_TRUE(would["people"][0]["id"].is_string());
    EXPECT_EQ(would["people"][1]["new"], true);
    EXPECT_TRUE(would["people"][1]["id"].is_null());
    EXPECT_EQ(would["channel"], "meeting");
    EXPECT_EQ(would["direction"], "both");
    EXPECT_THAT(would["at"].get<std::string>(), HasSubstr("2049-11-21T"));
    EXPECT_EQ(would["minutes"], 40);
    EXPECT_EQ(would["text"], "About the data lead role; open to move after bonus in March");
    EXPECT_EQ(would["follow_up"]["on"], "2050-03-08");
    EXPECT_TRUE(would["follow_up"]["rrule"].is_null());
    EXPECT_EQ(would["follow_up"]["reason"], "open to move after bonus in March");
    EXPECT_EQ(would["tags"], json::array({"data-pool"}));
    EXPECT_EQ(would["pools"], json::array());
    EXPECT_FALSE(would.contains("interaction"));
    EXPECT_TRUE(kithctl.json({"show", "Ana Ruiz"})["interactions"].empty());
    EXPECT_EQ(kithctl.json({"people"})["total"], 3);
}

TEST_F(CommandLineCapture, LogsALineAndTakesItBackWhole)
{
    const json logged = kithctl.json({"log", kLine});
    EXPECT_TRUE(logged["interaction"].is_string());
    EXPECT_TRUE(logged["reminder"].is_string());
    EXPECT_TRUE(logged["people"][1]["id"].is_string());
    const json ana = kithctl.json({"show", "Ana Ruiz"});
    ASSERT_EQ(ana["interactions"].size(), 1U);
    EXPECT_EQ(ana["interactions"][0]["id"], logged["interaction"]);
    ASSERT_EQ(ana["reminders"].size(), 1U);
    kithctl.ok({"undo"});
    EXPECT_TRUE(kithctl.json({"show", "Ana Ruiz"})["interactions"].empty());
    EXPECT_EQ(kithctl.json({"people"})["total"], 3);
}

TEST_F(CommandLineCapture, ListsWhomANameFitsAndIsToldByAPersonBesideIt)
{
    const test::Outcome unclear = kithctl.run({"log", "coffee with Tom K yesterday"});
    EXPECT_EQ(unclear.code, 1);
    EXPECT_EQ(unclear.out, "");
    EXPECT_THAT(unclear.err, HasSubstr("fits 2 people"));
    EXPECT_THAT(unclear.err, HasSubstr("Nothing was logged"));
    EXPECT_THAT(unclear.err, HasSubstr("Tom Kay, Director, Beta"));
    const json logged = kithctl.json({"log", "coffee with Tom K yesterday", "--person", "tom.kay@example.org"});
    ASSERT_EQ(logged["people"].size(), 1U);
    EXPECT_EQ(logged["people"][0]["text"], "Tom K");
    EXPECT_EQ(logged["people"][0]["id"], kithctl.json({"show", "tom.kay@example.org"})["id"]);
}

TEST_F(CommandLineCapture, LogsNothingForADayThatDoesNotExist)
{
    const test::Outcome wrong = kithctl.run({"log", "met Ana Ruiz on 31 February"});
    EXPECT_EQ(wrong.code, 1);
    EXPECT_THAT(wrong.err, HasSubstr("There is no 31 February. Nothing was logged."));
}

}  // namespace
}  // namespace kith
