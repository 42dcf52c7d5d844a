// The real kithd as a process.
#include "raw_client.h"

#include <kith/support/process.h>
#include <kith/support/temp_folder.h>
#include <kith/sync/wire.h>

#include <gmock/gmock.h>

#include <csignal>
#include <cstdlib>

namespace kith::test {

using namespace sync;
using ::testing::HasSubstr;
using ::testing::Not;

namespace {

class Kithd : public testing::Test {
protected:
    Kithd()
    {
        for (const char* each : {"KITHD_DATA", "KITHD_DATABASE", "KITHD_LISTEN"}) unsetenv(each);
    }

    struct Outcome {
        int code = -1;
        std::string text;
    };
    static Outcome run(std::vector<std::string> arguments)
    {
        Process process(KITHD, std::move(arguments));
        const std::string text = process.readAll();
        return {process.end(), text};
    }
    /// With the test's own data folder.
    Outcome with(std::vector<std::string> arguments, const std::string& data = "data") const
    {
        arguments.insert(arguments.end(), {"--data", (folder_.path() / data).string()});
        return run(std::move(arguments));
    }
    std::vector<std::string> serving() const
    {
        return {"serve", "--listen", "127.0.0.1:0", "--data", (folder_.path() / "data").string()};
    }
    static std::uint16_t portIn(const std::string& text)
    {
        return static_cast<std::uint16_t>(std::atoi(text.substr(text.find("1 port ") + 7).c_str()));
    }
    static std::string codeIn(const std::string& text)
    {
        const std::size_t at = text.find("password:\n  ");
        return at == std::string::npos ? std::string{} : text.substr(at + 12, text.find('\n', at + 12) - at - 12);
    }
    static int signIn(std::uint16_t port, const std::string& user, const std::string& code)
    {
        return ask(port,
                   post("/v1/sign-in",
                        toJson(SignInRequest{
                            .user = user, .password = "correct horse battery", .code = code, .device = {}})))
            .status;
    }

    TempFolder folder_;
};

TEST_F(Kithd, LetsTheFirstAdministratorInWithTheCodeThatItPrintsOnce)
{
    std::string text;
    {
        Process server(KITHD, serving());
        text = server.readUntil("TLS.\n");
        EXPECT_EQ(signIn(portIn(text), "admin", codeIn(text)), 200);
        EXPECT_EQ(signIn(portIn(text), "admin", codeIn(text)), 401) << "a code is good once";
        EXPECT_EQ(signIn(portIn(text), "admin", ""), 200);
        server.tell(SIGTERM);
        EXPECT_EQ(server.end(), 0);
    }
    Process again(KITHD, serving());
    text = again.readUntil("TLS.\n");
    EXPECT_THAT(text, Not(HasSubstr("There is no account")));
    EXPECT_EQ(signIn(portIn(text), "admin", ""), 200);
    again.tell(SIGINT);
    EXPECT_EQ(again.end(), 0);
}

TEST_F(Kithd, StaysWhenItIsToldToReadItsCertificateAgain)
{
    Process server(KITHD, serving());
    const std::uint16_t port = portIn(server.readUntil("TLS.\n"));
    server.tell(SIGHUP);
    EXPECT_EQ(ask(port, get("/healthz")).status, 200);
    server.tell(SIGTERM);
    EXPECT_EQ(server.end(), 0);
}

TEST_F(Kithd, IsAdministeredWhileItServes)
{
    Process server(KITHD, serving());
    const std::uint16_t port = portIn(server.readUntil("TLS.\n"));
    const Outcome added = with({"user", "add", "ben", "--role", "partner"});
    EXPECT_EQ(added.code, 0) << added.text;
    EXPECT_EQ(signIn(port, "ben", codeIn(added.text)), 200);
    EXPECT_EQ(with({"space", "add", "Pools", "--kind", "shared"}).code, 0);
    EXPECT_EQ(with({"grant", "add", "ben", "Pools", "--rights", "read"}).code, 0);
    EXPECT_THAT(with({"grant", "list"}).text, HasSubstr("ben\tread\t"));
    EXPECT_THAT(with({"user", "list"}).text, HasSubstr("ben\tpartner\tactive\t1 devices"));
    EXPECT_THAT(with({"device", "list"}).text, HasSubstr("\tben\t"));
    EXPECT_THAT(with({"audit"}).text, HasSubstr("\tgrant\t"));
    EXPECT_EQ(with({"check"}).text, "The database is sound.\n");
    EXPECT_EQ(with({"grant", "remove", "ben", "Pools"}).code, 0);
    EXPECT_EQ(with({"user", "disable", "ben"}).code, 0);
    EXPECT_EQ(signIn(port, "ben", ""), 401);
}

TEST_F(Kithd, BringsABackupBackElsewhere)
{
    EXPECT_EQ(with({"user", "add", "ben"}).code, 0);
    const std::string file = (folder_.path() / "backup.zst").string();
    EXPECT_EQ(with({"backup", file}).code, 0);
    EXPECT_EQ(with({"restore", file}, "other").code, 0);
    EXPECT_THAT(with({"user", "list"}, "other").text, HasSubstr("ben\trecruiter"));
    EXPECT_EQ(with({"check"}, "other").code, 0);
    EXPECT_EQ(with({"restore", (folder_.path() / "nothing").string()}, "other").code, 1);
}

TEST_F(Kithd, SaysWhatItNeeds)
{
    EXPECT_EQ(run({"user", "list"}).code, 1);
    EXPECT_THAT(run({"user", "list"}).text, HasSubstr("--data DIR"));
    EXPECT_EQ(run({}).code, 2);
    EXPECT_EQ(run({"user"}).code, 2);
    EXPECT_EQ(run({"user", "add", "ben", "--role", "king"}).code, 2);
    EXPECT_EQ(with({"serve", "--listen", "everywhere"}).code, 1);
    EXPECT_EQ(with({"serve", "--listen", "0.0.0.0:0"}).code, 1);
    EXPECT_EQ(with({"serve", "--tls-key", "key.pem"}).code, 1);
}

TEST_F(Kithd, ShowsAnExampleForEveryCommand)
{
    const std::string page = run({"man"}).text;
    for (const std::vector<std::string>& command : std::vector<std::vector<std::string>>{{"serve"},
                                                                                         {"user", "add"},
                                                                                         {"user", "disable"},
                                                                                         {"user", "reset"},
                                                                                         {"user", "list"},
                                                                                         {"space", "add"},
                                                                                         {"space", "list"},
                                                                                         {"grant", "add"},
                                                                                         {"grant", "remove"},
                                                                                         {"grant", "list"},
                                                                                         {"device", "list"},
                                                                                         {"device", "revoke"},
                                                                                         {"backup"},
                                                                                         {"restore"},
                                                                                         {"check"},
                                                                                         {"audit"}}) {
        std::string name;
        for (const std::string& word : command) name += (name.empty() ? "" : " ") + word;
        std::vector<std::string> arguments = command;
        arguments.emplace_back("--help");
        const Outcome help = run(arguments);
        EXPECT_EQ(help.code, 0) << name;
        EXPECT_THAT(help.text, HasSubstr("Example:\n  kithd ")) << name;
        EXPECT_THAT(page, HasSubstr(".SS " + name + "\n"));
    }
}

}  // namespace

}  // namespace kith::test
