// kithctl merge and unmerge as scripts use them.
#include "program.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

class MergeCommand : public ::testing::Test {
protected:
    MergeCommand()
    {
        kithctl.ok({"init", "--plain", "--organisation", "Northmoor Council"});
        import();
    }
    json import()
    {
        return kithctl.json({"import",
                             kithctl.file("people.csv",
                                          "name,organisation,city,email\n"
                                          "Ana Ruiz,Norsk Data,Leeds,ana@example.org\n"
                                          "Ani R.,Norsk Data,Porto,ani@example.net\n"
                                          "Tom Kay,Acme,York,tom.kay@example.org\n"),
                             "--kind", "people"});
    }
    test::Kithctl kithctl;
};

TEST_F(MergeCommand, MergesTakesFieldsAndIsTakenBack)
{
    const std::string ana = kithctl.json({"show", "Ana Ruiz"})["id"];
    const std::string ani = kithctl.json({"show", "Ani R."})["id"];
    kithctl.ok({"log", "--person", "Ani R.", "--channel", "call", "--direction", "both", "--text", "hers"});
    const json merged = kithctl.json({"merge", "Ana Ruiz", "ani@example.net", "--take", "city"});
    EXPECT_EQ(merged["person"], ana);
    EXPECT_EQ(merged["merged"], ani);
    EXPECT_EQ(kithctl.json({"people"})["total"], 2);
    for (const std::string& asked : {ani, std::string("Ani R."), std::string("ani@example.net")}) {
        const json shown = kithctl.json({"show", asked});
        EXPECT_EQ(shown["id"], ana);
        EXPECT_EQ(shown["location"], "Porto");
        EXPECT_EQ(shown["contact_points"].size(), 2U);
        EXPECT_EQ(shown["interactions"].size(), 1U);
        EXPECT_EQ(shown["merged"][0]["person"], ani);
        EXPECT_EQ(shown["merged"][0]["name"], "Ani R.");
    }
    EXPECT_THAT(kithctl.run({"show", "Ana Ruiz"}).out, HasSubstr("Ani R."));
    EXPECT_EQ(kithctl.json({"unmerge", "Ana Ruiz"})["separated"], json::array({ani}));
    EXPECT_EQ(kithctl.json({"show", "Ana Ruiz"})["location"], "Leeds");
    EXPECT_EQ(kithctl.json({"show", "Ani R."})["interactions"].size(), 1U);
    EXPECT_EQ(kithctl.json({"check"})["ok"], true);
}

TEST_F(MergeCommand, SaysWhyNot)
{
    EXPECT_EQ(kithctl.run({"merge", "Ana Ruiz"}).code, 2);
    EXPECT_EQ(kithctl.run({"merge", "Ana Ruiz", "Ani R.", "--take", "shoe"}).code, 2);
    const auto same = kithctl.run({"merge", "Ana Ruiz", "ana@example.org"});
    EXPECT_EQ(same.code, 1);
    EXPECT_THAT(same.err, HasSubstr("two different people"));
    EXPECT_EQ(kithctl.run({"unmerge", "Ana Ruiz"}).code, 1);
    kithctl.ok({"merge", "Ana Ruiz", "Ani R."});
    kithctl.ok({"merge", "Ana Ruiz", "Tom Kay"});
    const auto which = kithctl.run({"unmerge", "Ana Ruiz"});
    EXPECT_EQ(which.code, 1);
    EXPECT_THAT(which.err, HasSubstr("Tom Kay"));
    kithctl.ok({"unmerge", "Ana Ruiz", "Tom Kay"});
    EXPECT_EQ(kithctl.json({"people"})["total"], 2);
}

TEST_F(MergeCommand, ALaterImportFindsTheOneWhoIsShown)
{
    kithctl.ok({"merge", "Ana Ruiz", "Ani R."});
    const json again = import();
    EXPECT_EQ(again["created"], 0);
    EXPECT_EQ(kithctl.json({"people"})["total"], 2);
}

}  // namespace
}  // namespace kith
