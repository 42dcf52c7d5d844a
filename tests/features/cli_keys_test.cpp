// kithctl opening workspaces with keys, wrong keys and no keys.
#include "program.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace kith {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class Keys : public ::testing::Test {
protected:
    std::string bytesOf(const std::string& name)
    {
        std::ifstream in(kithctl.path(name), std::ios::binary);
        return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    }

    test::Kithctl kithctl;
    std::string key = kithctl.file("key", std::string(64, 'a') + "\n");
    std::string other = kithctl.file("other", std::string(64, 'B') + "\n");
};

TEST_F(Keys, AKeyFileEncryptsEveryByte)
{
    const auto made = kithctl.json({"init", "--key-file", key, "--organisation", "Northmoor Council"});
    EXPECT_EQ(made["encrypted"], true);
    EXPECT_EQ(made["key"], "key-file");
    kithctl.ok({"log", "--new", "Ana Ruiz", "--text", "Secret words", "--key-file", key});
    EXPECT_THAT(bytesOf("test.kith"), Not(HasSubstr("Ana Ruiz")));
    EXPECT_THAT(bytesOf("test.kith"), Not(HasSubstr("SQLite format 3")));
    EXPECT_EQ(kithctl.json({"people", "--key-file", key})["total"], 1);
}

TEST_F(Keys, TheWrongKeyIsASentence)
{
    kithctl.ok({"init", "--key-file", key});
    const test::Outcome wrong = kithctl.run({"people", "--key-file", other});
    EXPECT_EQ(wrong.code, 1);
    EXPECT_EQ(wrong.out, "");
    EXPECT_EQ(wrong.err,
              "The key does not open this file, or the file is not a Kith workspace; it was left as it is.\n");
    EXPECT_EQ(kithctl.run({"people", "--key-file", kithctl.file("short", "abc")}).code, 1);
    EXPECT_EQ(kithctl.run({"people", "--key-file", kithctl.path("missing")}).code, 1);
}

TEST_F(Keys, ADamagedFileIsSaidWithTheWayBack)
{
    kithctl.ok({"init", "--key-file", key});
    kithctl.file("test.kith", "");
    const test::Outcome alone = kithctl.run({"people", "--key-file", key});
    EXPECT_EQ(alone.code, 1);
    EXPECT_THAT(alone.err, HasSubstr("There is no automatic backup"));
    std::filesystem::create_directory(kithctl.path("test.kith.backups"));
    const std::string backup = kithctl.file("test.kith.backups/2026-11-21.kith", "yesterday's");
    EXPECT_THAT(kithctl.run({"people", "--key-file", key}).err, HasSubstr("kithctl restore \"" + backup + "\""));
    const test::Outcome check = kithctl.run({"check", "--json", "--key-file", key});
    EXPECT_EQ(nlohmann::json::parse(check.out)["ok"], false);
}

TEST_F(Keys, WithoutAKeychainSomebodyHasToNameAKey)
{
    const test::Outcome none = kithctl.run({"init"});
    EXPECT_EQ(none.code, 1);
    EXPECT_THAT(none.err, HasSubstr("--key-file"));
    EXPECT_FALSE(std::filesystem::exists(kithctl.path("test.kith")));
    kithctl.ok({"init", "--key-file", key});
    EXPECT_THAT(kithctl.run({"people"}).err, HasSubstr("--key-file"));
}

TEST_F(Keys, AKeyDoesNotDisturbAPlainFile)
{
    kithctl.ok({"init", "--plain"});
    EXPECT_EQ(kithctl.json({"people", "--key-file", key})["total"], 0);
}

TEST_F(Keys, APassphraseOpensTheWorkspaceAgain)
{
    kithctl.set("KITH_PASSPHRASE_FILE", kithctl.file("passphrase", "correct horse battery\n"));
    EXPECT_EQ(kithctl.json({"init"})["key"], "passphrase");
    EXPECT_EQ(kithctl.json({"people"})["total"], 0);
    kithctl.file("passphrase", "wrong horse battery\n");
    EXPECT_EQ(kithctl.run({"people"}).code, 1);
}

TEST_F(Keys, AShortPassphraseIsRefused)
{
    kithctl.set("KITH_PASSPHRASE_FILE", kithctl.file("passphrase", "short\n"));
    EXPECT_EQ(kithctl.run({"init"}).code, 1);
    EXPECT_FALSE(std::filesystem::exists(kithctl.path("test.kith")));
}

TEST_F(Keys, AFileThatIsNoWorkspaceIsLeftAsItIs)
{
    const std::string noise(4096, '\x7f');
    kithctl.file("test.kith", noise);
    EXPECT_EQ(kithctl.run({"people", "--key-file", key}).code, 1);
    EXPECT_EQ(bytesOf("test.kith"), noise);
    kithctl.file("test.kith", "");
    EXPECT_EQ(kithctl.run({"people", "--key-file", key}).code, 1);
}

TEST_F(Keys, TheDefaultWorkspaceIsInTheDataFolder)
{
    kithctl.set("KITH_WORKSPACE", "");
    kithctl.ok({"init", "--key-file", key});
    EXPECT_TRUE(std::filesystem::exists(kithctl.path("data") / "kith" / "default.kith"));
}

}  // namespace
}  // namespace kith
