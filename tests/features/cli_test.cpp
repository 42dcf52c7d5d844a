// kithctl as scripts use it: the words, JSON keys and exit codes of the command line contract.
#include "people_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace kith {
namespace {

using nlohmann::json;
using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsSupersetOf;

std::vector<std::string> keysOf(const json& object)
{
    std::vector<std::string> keys;
    for (const auto& [key, value] : object.items()) keys.push_back(key);
    return keys;
}

class CommandLine : public test::PeopleFixture {
protected:
    std::string idOf(const std::string& person) { return kithctl.json({"show", person})["id"]; }
};

TEST_F(CommandLine, ListsPeopleByTheBeginningsOfWords)
{
    const json all = kithctl.json({"people"});
    EXPECT_EQ(all["total"], 3);
    const json found = kithctl.json({"people", "staff", "lee"});
    ASSERT_EQ(found["total"], 1);
    const json& ana = found["people"][0];
    EXPECT_THAT(keysOf(ana),
                IsSupersetOf({"id", "name", "title", "organisation", "area", "location", "facets", "warmth", "band",
                              "last_interaction"}));
    EXPECT_EQ(ana["name"], "Ana Ruiz");
    EXPECT_EQ(ana["location"], "Leeds");
    EXPECT_EQ(ana["band"], "cold");
    EXPECT_TRUE(ana["last_interaction"].is_null());
    const json first = kithctl.json({"people", "--limit", "1"});
    EXPECT_EQ(first["total"], 3);
    EXPECT_EQ(first["people"].size(), 1U);
}

TEST_F(CommandLine, FindsByWordsAloneWhatTheDesktopFinds)
{
    const auto found = [&](const std::vector<std::string>& words) {
        std::vector<std::string> arguments{"people"};
        arguments.insert(arguments.end(), words.begin(), words.end());
        std::vector<std::string> cities;
        const json people = kithctl.json(arguments);
        for (const json& person : people["people"]) cities.push_back(person["location"]);
        EXPECT_EQ(people["total"], cities.size());
        return cities;
    };
    kithctl.ok({"log", "--person", "director@example.net", "--text", "Holds the budget for the bridge"});
    kithctl.ok({"log", "--person", "Ana Ruiz", "--text", "Knows about bridges"});
    EXPECT_THAT(found({"budget"}), ElementsAre("Hull")) << "by a conversation";
    EXPECT_THAT(found({"bridge"}), ElementsAre("Leeds", "Hull")) << "by name, as the list of everybody";
    EXPECT_THAT(found({"bridge", "beta"}), ElementsAre("Hull")) << "by a conversation and an organisation";
    EXPECT_THAT(found({"rust", "and", "ruiz"}), ElementsAre("Leeds")) << "a keyword is no word";
    EXPECT_THAT(found({"riuz"}), ElementsAre("Leeds")) << "in spite of a typo";
    EXPECT_THAT(found({"beta", "riuz"}), ::testing::IsEmpty());
    EXPECT_THAT(kithctl.run({"people", "riuz"}).out, HasSubstr("Nobody has “riuz”; shown for it: Ruiz."));
}

TEST_F(CommandLine, ListsPeopleByTheSearchLanguage)
{
    const auto found = [&](const std::string& query) {
        std::vector<std::string> cities;
        const json people = kithctl.json({"people", query});
        for (const json& person : people["people"]) cities.push_back(person["location"]);
        EXPECT_EQ(people["total"], cities.size());
        return cities;
    };
    EXPECT_THAT(found("title:analyst or org:beta"), ::testing::UnorderedElementsAre("York", "Hull"));
    EXPECT_THAT(found("tom not city:york"), ::testing::ElementsAre("Hull"));
    EXPECT_THAT(found("\"staff engineer\" spoken:never skill:rust"), ::testing::ElementsAre("Leeds"));
    EXPECT_THAT(found("rust>=basic"), ::testing::IsEmpty());
    const json near = kithctl.json({"people", "name:riuz"});
    EXPECT_EQ(near["total"], 1);
    EXPECT_EQ(near["notices"][0]["instead"][0], "Ruiz");
    EXPECT_THAT(kithctl.run({"people", "name:riuz"}).out, HasSubstr("Nobody has “riuz”; shown for it: Ruiz."));
}

TEST_F(CommandLine, MarksWhatIsWrongInAQuery)
{
    const auto refused = kithctl.run({"people", "tom warmth>hot"});
    EXPECT_EQ(refused.code, 1);
    EXPECT_THAT(refused.err, HasSubstr("  tom warmth>hot\n             ^^^ Warmth is a number from 0 to 100."));
}

TEST_F(CommandLine, ShowsAPersonByIdEmailOrName)
{
    const json ana = kithctl.json({"show", "ana@example.org"});
    EXPECT_THAT(keysOf(ana),
                IsSupersetOf({"id", "name", "title", "organisation", "area", "location", "facets", "warmth", "band",
                              "last_interaction", "contact_points", "skills", "ties", "interactions", "reminders",
                              "placements"}));
    EXPECT_EQ(ana["contact_points"][0]["kind"], "email");
    EXPECT_EQ(ana["contact_points"][0]["value"], "ana@example.org");
    EXPECT_THAT(keysOf(ana["skills"][0]), IsSupersetOf({"name", "level", "evidence"}));
    EXPECT_EQ(kithctl.json({"show", "ana ruiz"})["id"], ana["id"]);
    EXPECT_EQ(kithctl.json({"show", ana["id"].get<std::string>()})["name"], "Ana Ruiz");
}

TEST_F(CommandLine, ListsThePeopleWhomANameFits)
{
    const test::Outcome two = kithctl.run({"show", "Tom Kay"});
    EXPECT_EQ(two.code, 1);
    EXPECT_EQ(two.out, "");
    EXPECT_THAT(two.err, HasSubstr("Analyst"));
    EXPECT_THAT(two.err, HasSubstr("Director"));
    EXPECT_EQ(kithctl.run({"show", "Nobody Here"}).code, 1);
}

TEST_F(CommandLine, ErasesWithoutAServerOnceSomebodyIsSure)
{
    const test::Outcome asked = kithctl.run({"erase", "Ana Ruiz"});
    EXPECT_EQ(asked.code, 1);
    EXPECT_THAT(asked.err, HasSubstr("from this workspace"));
    EXPECT_THAT(asked.err, HasSubstr("--sure"));
    const std::string id = idOf("Ana Ruiz");
    const json erased = kithctl.json({"erase", "Ana Ruiz", "--sure"});
    EXPECT_EQ(erased["erased"], id);
    EXPECT_EQ(erased["server"], false);
    EXPECT_EQ(kithctl.json({"people"})["total"], 2);
    EXPECT_EQ(kithctl.json({"check"})["ok"], true);
    EXPECT_EQ(kithctl.run({"undo"}).code, 0) << "the import is undone, as far as it is still there";
    EXPECT_EQ(kithctl.json({"people"})["total"], 0);
    EXPECT_EQ(kithctl.run({"redo"}).code, 0);
    EXPECT_EQ(kithctl.json({"people"})["total"], 2);
}

TEST_F(CommandLine, LogsAConversationAndUndoesIt)
{
    const json logged =
        kithctl.json({"log", "--person", "Ana Ruiz", "--with", "tom.kay@example.org", "--channel", "call",
                      "--direction", "in", "--at", "2026-11-20T10:00", "--text", "Open to move"});
    EXPECT_THAT(keysOf(logged),
                IsSupersetOf({"people", "channel", "direction", "at", "minutes", "text", "follow_up", "tags", "pools",
                              "interaction", "reminder"}));
    EXPECT_EQ(logged["people"].size(), 2U);
    EXPECT_EQ(logged["people"][0]["text"], "Ana Ruiz");
    EXPECT_EQ(logged["at"], "2026-11-20T10:00:00Z");
    const json ana = kithctl.json({"show", "Ana Ruiz"});
    ASSERT_EQ(ana["interactions"].size(), 1U);
    const json& interaction = ana["interactions"][0];
    EXPECT_THAT(keysOf(interaction), IsSupersetOf({"id", "at", "channel", "direction", "text", "participants"}));
    EXPECT_EQ(interaction["id"], logged["interaction"]);
    EXPECT_EQ(interaction["channel"], "call");
    EXPECT_GT(ana["warmth"], 0);
    EXPECT_EQ(kithctl.json({"undo"})["undone"], "log a conversation");
    EXPECT_TRUE(kithctl.json({"show", "Ana Ruiz"})["interactions"].empty());
    EXPECT_EQ(kithctl.json({"redo"})["redone"], "log a conversation");
    EXPECT_EQ(kithctl.json({"show", "Ana Ruiz"})["interactions"].size(), 1U);
}

TEST_F(CommandLine, LogsSomebodyNewWithAFollowUpInOneCommand)
{
    const json logged = kithctl.json({"log", "--new", "Olena Bondar", "--text", "Met at the meet-up", "--follow-up",
                                      "2026-12-01", "--reason", "Send the brochure", "--minutes", "40"});
    EXPECT_EQ(logged["people"][0]["new"], true);
    EXPECT_EQ(logged["people"][0]["id"], idOf("Olena Bondar"));
    EXPECT_EQ(logged["follow_up"]["on"], "2026-12-01");
    EXPECT_TRUE(logged["reminder"].is_string());
    EXPECT_EQ(kithctl.json({"show", "Olena Bondar"})["reminders"].size(), 1U);
}

TEST_F(CommandLine, ADryRunLogsNothing)
{
    const json would = kithctl.json({"log", "--person", "Ana Ruiz", "--text", "Hello", "--dry-run"});
    EXPECT_FALSE(would.contains("interaction"));
    EXPECT_TRUE(kithctl.json({"show", "Ana Ruiz"})["interactions"].empty());
}

TEST_F(CommandLine, ReadsALongTextFromStandardInput)
{
    EXPECT_EQ(kithctl.run({"log", "--person", "Ana Ruiz", "--text", "-"}, "Line one\nLine two\n").code, 0);
    EXPECT_EQ(kithctl.json({"show", "Ana Ruiz"})["interactions"][0]["text"], "Line one\nLine two");
    const test::Outcome tooLong =
        kithctl.run({"log", "--person", "Ana Ruiz", "--text", "-"}, std::string(1100000, 'x'));
    EXPECT_EQ(tooLong.code, 1);
    EXPECT_THAT(tooLong.err, HasSubstr("longer than 1 MB"));
}

TEST_F(CommandLine, TiesAndUntiesTwoPeople)
{
    const json tie = kithctl.json({"tie", "Ana Ruiz", "director@example.net", "--kind", "worked-with", "--strength",
                                   "0.6", "--since", "2020-05-01"});
    EXPECT_TRUE(tie["tie"].is_string());
    const json ties = kithctl.json({"show", "Ana Ruiz"})["ties"];
    ASSERT_EQ(ties.size(), 1U);
    EXPECT_THAT(keysOf(ties[0]), IsSupersetOf({"person", "name", "kind", "strength"}));
    EXPECT_EQ(ties[0]["kind"], "worked-with");
    EXPECT_EQ(ties[0]["person"], idOf("director@example.net"));
    EXPECT_EQ(kithctl.json({"untie", "director@example.net", "Ana Ruiz"})["removed"], 1);
    EXPECT_TRUE(kithctl.json({"show", "Ana Ruiz"})["ties"].empty());
    EXPECT_EQ(kithctl.run({"untie", "director@example.net", "Ana Ruiz"}).code, 1);
    EXPECT_EQ(kithctl.run({"tie", "Ana Ruiz", "Ana Ruiz", "--kind", "knows"}).code, 1);
    EXPECT_EQ(kithctl.run({"tie", "Ana Ruiz", "director@example.net", "--kind", "knows", "--strength", "7"}).code, 1);
}

TEST_F(CommandLine, RemindsOnTheDayAndSaysWhy)
{
    const json reminder = kithctl.json(
        {"remind", "Ana Ruiz", "--on", "2026-11-20", "--reason", "Bonus is paid", "--every", "FREQ=WEEKLY"});
    EXPECT_TRUE(reminder["reminder"].is_string());
    EXPECT_EQ(reminder["rrule"], "FREQ=WEEKLY");
    const json today = kithctl.json({"today"});
    EXPECT_EQ(today["date"], "2026-11-22");
    ASSERT_EQ(today["due"].size(), 1U);
    EXPECT_THAT(keysOf(today["due"][0]), IsSupersetOf({"person", "name", "reason", "due", "assignee", "why"}));
    EXPECT_EQ(today["due"][0]["name"], "Ana Ruiz");
    EXPECT_EQ(today["due"][0]["due"], "2026-11-20");
    EXPECT_EQ(today["due"][0]["why"], "due 2 days ago; never spoken to");
    EXPECT_TRUE(kithctl.json({"today", "--date", "2026-11-19"})["due"].empty());
    EXPECT_EQ(kithctl.run({"remind", "Ana Ruiz", "--on", "2026-11-20", "--reason", "x", "--every", "OFTEN"}).code, 1);
}

TEST_F(CommandLine, PrintsWarmthWhosePointsAddUp)
{
    kithctl.ok({"log", "--person", "Ana Ruiz", "--at", "2026-10-01T10:00", "--text", "Long talk"});
    const json warmth = kithctl.json({"warmth", "Ana Ruiz"});
    EXPECT_EQ(warmth["person"], idOf("Ana Ruiz"));
    EXPECT_TRUE(warmth["band"].is_string());
    double points = 0;
    for (const json& term : warmth["terms"]) {
        EXPECT_THAT(keysOf(term), IsSupersetOf({"name", "value", "weight", "points", "because"}));
        points += term["points"].get<double>();
    }
    EXPECT_NEAR(points, warmth["warmth"].get<double>(), 1e-6);
}

TEST_F(CommandLine, CountsWarmthWithWeightsThatOneChooses)
{
    kithctl.ok({"log", "--person", "Ana Ruiz", "--at", "2026-10-01T10:00", "--text", "Long talk"});
    const json usual = kithctl.json({"warmth"});
    EXPECT_EQ(usual["weights"]["recency"], 35);
    EXPECT_EQ(usual["usual"], true);
    const int before = kithctl.json({"warmth", "Ana Ruiz"})["warmth"];
    const json recent = kithctl.json({"warmth", "Ana Ruiz", "--weights", "1,0,0,0,0"});
    EXPECT_EQ(recent["terms"][0]["points"], recent["warmth"]);
    EXPECT_EQ(kithctl.json({"people", "ana"})["people"][0]["warmth"], recent["warmth"]);
    EXPECT_EQ(kithctl.json({"warmth"})["usual"], false);

    const auto refused = kithctl.run({"warmth", "--weights", "1,0,0"});
    EXPECT_EQ(refused.code, 1);
    EXPECT_THAT(refused.err, HasSubstr("five numbers from 0 to 100"));
    EXPECT_EQ(kithctl.json({"warmth"})["weights"]["frequency"], 0) << "what was refused changes nothing";
    kithctl.ok({"warmth", "--weights", "usual"});
    EXPECT_EQ(kithctl.json({"warmth", "Ana Ruiz"})["warmth"], before);
}

TEST_F(CommandLine, ReadsThePastAsItWas)
{
    kithctl.ok({"log", "--person", "Ana Ruiz", "--at", "2026-10-01T10:00", "--text", "Autumn"});
    kithctl.ok({"log", "--person", "Ana Ruiz", "--at", "2026-11-20T10:00", "--text", "Winter"});
    const json then = kithctl.json({"show", "Ana Ruiz", "--as-of", "2026-10-31"});
    ASSERT_EQ(then["interactions"].size(), 1U);
    EXPECT_EQ(then["interactions"][0]["text"], "Autumn");
    EXPECT_EQ(then["last_interaction"], "2026-10-01T10:00:00Z");
    const json list = kithctl.json({"people", "Ana", "--as-of", "2026-10-31"});
    EXPECT_EQ(list["people"][0]["last_interaction"], "2026-10-01T10:00:00Z");
    EXPECT_EQ(kithctl.json({"warmth", "Ana Ruiz", "--as-of", "2026-09-30"})["warmth"], 0);
}

TEST_F(CommandLine, PrintsTablesWithoutControlCharactersFromTheData)
{
    kithctl.ok({"log", "--new", "Eve \x1b[31mRed", "--text", "bell \a and \x1b]0;title\a"});
    const test::Outcome people = kithctl.run({"people"});
    EXPECT_EQ(people.code, 0);
    EXPECT_EQ(people.out.find('\x1b'), std::string::npos);
    EXPECT_EQ(kithctl.run({"show", "Eve [31mRed"}).out.find('\a'), std::string::npos);
}

TEST_F(CommandLine, ChecksBacksUpAndRestores)
{
    EXPECT_EQ(kithctl.json({"check"}), (json{{"ok", true}, {"problems", json::array()}}));
    const std::string copy = kithctl.path("copy.kith").string();
    kithctl.ok({"backup", copy});
    EXPECT_EQ(kithctl.run({"backup", copy}).code, 1);
    kithctl.ok({"log", "--new", "Olena Bondar", "--text", "After the backup"});
    EXPECT_EQ(kithctl.json({"people"})["total"], 4);
    const json restored = kithctl.json({"restore", copy});
    EXPECT_EQ(kithctl.json({"people"})["total"], 3);
    EXPECT_TRUE(std::filesystem::exists(restored["replaced"].get<std::string>()));
    EXPECT_EQ(kithctl.run({"restore", kithctl.path("missing.kith")}).code, 1);
}

TEST_F(CommandLine, ToldWrongExitsWithTwoAndPrintsNothing)
{
    for (const auto& arguments :
         std::vector<std::vector<std::string>>{{},
                                               {"dance"},
                                               {"people", "--limit", "many"},
                                               {"show"},
                                               {"log", "--person", "Ana Ruiz", "--channel", "telepathy"},
                                               {"log", "--person", "Ana Ruiz", "--at", "yesterday"},
                                               {"remind", "Ana Ruiz", "--on", "2026-02-30", "--reason", "x"},
                                               {"remind", "Ana Ruiz", "--reason", "x"},
                                               {"today", "--now", "noon"},
                                               {"export", "x.vcf", "--format", "papyrus"}}) {
        const test::Outcome outcome = kithctl.run(arguments);
        EXPECT_EQ(outcome.code, 2) << ::testing::PrintToString(arguments);
        EXPECT_EQ(outcome.out, "");
        EXPECT_NE(outcome.err, "");
    }
}

TEST_F(CommandLine, FailsWithOneSentenceOnStandardError)
{
    for (const auto& arguments : std::vector<std::vector<std::string>>{{"show", "Nobody Here"},
                                                                       {"undo-import", "9999"},
                                                                       {"demo", "--people", "5"},
                                                                       {"init", "--plain"},
                                                                       {"import", "no-such-file.csv"},
                                                                       {"import", "/"},
                                                                       {"export", "no-such-folder/people.vcf"},
                                                                       {"export", "people.unknown"},
                                                                       {"people", "-w", "no-such.kith"}}) {
        const test::Outcome outcome = kithctl.run(arguments);
        EXPECT_EQ(outcome.code, 1) << ::testing::PrintToString(arguments) << outcome.out;
        EXPECT_EQ(outcome.out, "");
        EXPECT_THAT(outcome.err, EndsWith(".\n")) << ::testing::PrintToString(arguments);
    }
}

TEST_F(CommandLine, ShowsAnExampleInTheHelpOfEveryCommand)
{
    for (const char* command : {"init", "demo", "import", "undo-import", "people", "show", "log", "tie", "untie",
                                "remind", "today", "warmth", "export", "undo", "redo", "check", "backup", "restore"}) {
        const test::Outcome help = kithctl.run({command, "--help"});
        EXPECT_EQ(help.code, 0);
        EXPECT_THAT(help.out, HasSubstr(std::string{"Example:\n  kithctl "} + command)) << command;
    }
    EXPECT_EQ(kithctl.run({"--version"}).out.substr(0, 8), "kithctl ");
}

TEST_F(CommandLine, DescribesItselfForManAndShells)
{
    const test::Outcome page = kithctl.run({"man"});
    EXPECT_EQ(page.code, 0);
    EXPECT_THAT(page.out, HasSubstr(".SS undo-import"));
    for (const char* shell : {"bash", "zsh", "fish"}) {
        const test::Outcome completion = kithctl.run({"completion", shell});
        EXPECT_EQ(completion.code, 0);
        EXPECT_THAT(completion.out, HasSubstr("undo-import"));
        EXPECT_THAT(completion.out, HasSubstr("meeting call email"));
    }
    EXPECT_EQ(kithctl.run({"completion", "cmd"}).code, 2);
}

}  // namespace
}  // namespace kith
