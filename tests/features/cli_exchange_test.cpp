// kithctl bringing people in and out.
#include "program.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace kith {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

class FilesInAndOut : public ::testing::Test {
protected:
    FilesInAndOut() { kithctl.ok({"init", "--plain"}); }
    std::string content(const std::string& name)
    {
        std::ifstream in(kithctl.path(name), std::ios::binary);
        return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    }

    test::Kithctl kithctl;
};

constexpr const char* kConnections =
    "Notes:\n"
    "\"When exporting your connection data, you may notice that some of the email "
    "addresses are missing.\"\n"
    "\n"
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Ana,Ruiz,https://www.linkedin.com/in/ana-ruiz,,Norsk Data,Staff Engineer,12 Mar 2024\n"
    "Tom,Kay,https://www.linkedin.com/in/tomkay,,Acme,Analyst,3 Apr 2024\n"
    ",,,,,,\n";

TEST_F(FilesInAndOut, ImportsConnectionsOnceAndTakesThemBack)
{
    const std::string file = kithctl.file("Connections.csv", kConnections);
    const json dry = kithctl.json({"import", file, "--dry-run"});
    EXPECT_EQ(dry["created"], 2);
    EXPECT_EQ(dry["dry_run"], true);
    EXPECT_TRUE(dry["batch"].is_null());
    EXPECT_EQ(kithctl.json({"people"})["total"], 0);

    const json done = kithctl.json({"import", file});
    for (const char* key : {"batch", "created", "updated", "unchanged", "rejected", "dry_run"})
        EXPECT_TRUE(done.contains(key)) << key;
    EXPECT_EQ(done["created"], dry["created"]);
    EXPECT_EQ(done["rejected"], dry["rejected"]);
    EXPECT_EQ(kithctl.json({"people"})["total"], 2);

    const json again = kithctl.json({"import", file});
    EXPECT_EQ(again["created"], 0);
    EXPECT_EQ(again["updated"], 0);
    EXPECT_EQ(again["unchanged"], 2);
    EXPECT_TRUE(again["batch"].is_null());

    const std::string batch = std::to_string(done["batch"].get<int>());
    EXPECT_EQ(kithctl.json({"undo-import", batch})["kept"], 0);
    EXPECT_EQ(kithctl.json({"people"})["total"], 0);
    EXPECT_EQ(kithctl.run({"undo-import", batch}).code, 1);
}

TEST_F(FilesInAndOut, ImportsTiesAndConversationsOfAnotherSystem)
{
    kithctl.ok(
        {"import", kithctl.file("people.csv", "name,email\nAna Ruiz,ana@example.org\nTom Kay,tom@example.org\n")});
    const json ties = kithctl.json({"import", "--kind", "ties",
                                    kithctl.file("ties.csv",
                                                 "from,to,kind,strength\nana@example.org,tom@example.org,"
                                                 "worked-with,0.5\nana@example.org,eve@example.org,knows,1\n")});
    EXPECT_EQ(ties["created"], 1);
    ASSERT_EQ(ties["rejected"].size(), 1U);
    EXPECT_EQ(ties["rejected"][0]["line"], 3);
    EXPECT_TRUE(ties["rejected"][0]["reason"].is_string());
    const json talks =
        kithctl.json({"import", "--kind", "interactions",
                      kithctl.file("talks.csv",
                                   "people,at,channel,direction,depth,text\n"
                                   "ana@example.org;tom@example.org,2026-11-01T10:00:00Z,call,both,exchange,Hello\n")});
    EXPECT_EQ(talks["created"], 1);
    EXPECT_EQ(kithctl.json({"show", "Ana Ruiz"})["ties"].size(), 1U);
    EXPECT_EQ(kithctl.json({"show", "Tom Kay"})["interactions"][0]["text"], "Hello");
}

TEST_F(FilesInAndOut, ReadsColumnsByAMap)
{
    const std::string map = kithctl.file("map.json", R"({"columns": {"Who": "name", "Lives in": "city"}})");
    kithctl.ok({"import", kithctl.file("odd.csv", "Who;Lives in\nAna Ruiz;Leeds\n"), "--map", map});
    EXPECT_EQ(kithctl.json({"show", "Ana Ruiz"})["location"], "Leeds");
    const std::string bad = kithctl.file("bad.json", "{");
    EXPECT_EQ(kithctl.run({"import", kithctl.path("odd.csv"), "--map", bad}).code, 1);
}

TEST_F(FilesInAndOut, RemembersTheColumnsForTheNextFileOfTheseHeaders)
{
    const std::string map = kithctl.file("map.json", R"({"columns": {"Who": "name", "Lives in": "city"}})");
    kithctl.ok({"import", kithctl.file("first.csv", "Who;Lives in\nAna Ruiz;Leeds\n"), "--map", map, "--dry-run"});
    EXPECT_EQ(kithctl.run({"import", kithctl.file("next.csv", "Who,Lives in\nTom Kay,York\n")}).code, 1)
        << "a dry run remembers nothing";
    kithctl.ok({"import", kithctl.path("first.csv"), "--map", map});
    kithctl.ok({"import", kithctl.path("next.csv")});
    EXPECT_EQ(kithctl.json({"show", "Tom Kay"})["location"], "York");
}

TEST_F(FilesInAndOut, RefusesFilesThatAreNoneOfItsFormats)
{
    for (const std::string& file : {kithctl.file("empty.csv", ""), kithctl.file("binary.csv", std::string(512, '\0')),
                                    kithctl.file("resume.json", "{\"basics\":")}) {
        const test::Outcome outcome = kithctl.run({"import", file});
        EXPECT_EQ(outcome.code, 1) << file;
        EXPECT_NE(outcome.err, "");
    }
    EXPECT_EQ(kithctl.run({"import", kithctl.file("a.ics", "BEGIN:VCALENDAR"), "--format", "ics"}).code, 1);
    EXPECT_EQ(kithctl.json({"people"})["total"], 0);
}

TEST_F(FilesInAndOut, ExportsEverybodyInEachFormat)
{
    kithctl.ok(
        {"import", kithctl.file("people.csv", "name,organisation,email\nAna Ruiz,Norsk Data,ana@example.org\n")});
    EXPECT_EQ(kithctl.json({"export", kithctl.path("all.json")})["people"], 1);
    const json all = json::parse(content("all.json"));
    EXPECT_EQ(all["people"][0], kithctl.json({"show", "Ana Ruiz"}));
    EXPECT_EQ(all["organisations"][0]["name"], "Norsk Data");
    EXPECT_TRUE(all["areas"].is_array());
    kithctl.ok({"export", kithctl.path("all.out"), "--format", "vcard"});
    EXPECT_THAT(content("all.out"), HasSubstr("BEGIN:VCARD\r\nVERSION:4.0\r\n"));
    kithctl.ok({"export", kithctl.path("all.csv")});
    EXPECT_THAT(content("all.csv"), HasSubstr("Ana Ruiz"));
    EXPECT_EQ(json::parse(kithctl.run({"export", "-", "--format", "json"}).out), all);
    using std::filesystem::perms;
    EXPECT_EQ(std::filesystem::status(kithctl.path("all.csv")).permissions(), perms::owner_read | perms::owner_write);
}

TEST_F(FilesInAndOut, TheSameSeedMakesTheSamePeople)
{
    kithctl.ok({"demo", "--people", "40", "--seed", "7"});
    kithctl.ok({"init", "--plain", "-w", kithctl.path("other.kith")});
    const json summary = kithctl.json({"demo", "--people", "40", "--seed", "7", "-w", kithctl.path("other.kith")});
    EXPECT_EQ(summary["people"], 40);
    EXPECT_EQ(kithctl.run({"export", "-", "--format", "json"}).out,
              kithctl.run({"export", "-", "--format", "json", "-w", kithctl.path("other.kith")}).out);
}

}  // namespace
}  // namespace kith
