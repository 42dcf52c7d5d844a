// A desktop without a screen: a real workspace, signed in to a real server in the same process.
#pragma once

#include <kith/server_support/bed.h>
#include <kith/store/workspace.h>
#include <kith/support/temp_workspace.h>
#include <kith/usecases/people.h>
#include <kith/usecases/sync/sign_in.h>
#include <kith/usecases/sync/sync_round.h>

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace kith::test {

/// Everything of a workspace that is on the disk.
inline std::string bytesIn(TempWorkspace& file)
{
    std::string bytes;
    for (const char* suffix : {"", "-wal"}) {
        std::ifstream in(file.path().string() + suffix, std::ios::binary);
        bytes.append(std::istreambuf_iterator<char>(in), {});
    }
    return bytes;
}

/// Keeps the token in memory.
class MemoryVault final : public TokenVault {
public:
    Result<std::optional<std::string>> load() override { return token; }
    Result<void> save(const std::string& value) override
    {
        token = value;
        return {};
    }
    Result<void> forget() override
    {
        token.reset();
        return {};
    }
    std::optional<std::string> token;
};

class Desktop {
public:
    Desktop(server_support::Bed& bed, std::uint64_t seed) : bed_(bed), space_(std::nullopt, seed) { }

    [[nodiscard]] TempWorkspace& file() { return space_; }
    [[nodiscard]] SyncStore& store() { return space_.workspace().sync(); }
    [[nodiscard]] MemoryVault& vault() { return vault_; }
    [[nodiscard]] Services& services() { return space_.services(); }
    [[nodiscard]] const WorkspaceReader& reader() { return space_.reader(); }

    /// Signs in with an invitation's code.
    void join(const std::string& user, const std::string& code)
    {
        ServerSession session(bed_.server(), vault_, bed_.clock());
        const auto account = SignIn(bed_.server(), session, store())
                                 .run({.server = "https://kith.example",
                                       .user = user,
                                       .password = "correct horse battery",
                                       .code = code,
                                       .deviceName = "desk"},
                                      {});
        ASSERT_TRUE(account) << account.error().sentence;
    }

    /// With the password, as when the tokens are good no more.
    void signInAgain(const std::string& user) { join(user, {}); }

    sync::Answer<SyncReport> round(RoundOptions options = {.verify = true})
    {
        ServerSession session(bed_.server(), vault_, bed_.clock());
        return SyncRound(bed_.server(), session, store(), bed_.clock()).run(options, {});
    }
    /// By this machine's own clock, which the server's corrects.
    SyncReport syncedByOwnClock()
    {
        ServerSession session(bed_.server(), vault_, bed_.clock());
        const auto report = SyncRound(bed_.server(), session, store(), space_.clock).run({.verify = true}, {});
        EXPECT_TRUE(report) << report.error().sentence;
        return report ? *report : SyncReport{};
    }
    SyncReport synced(RoundOptions options = {.verify = true})
    {
        const auto report = round(std::move(options));
        EXPECT_TRUE(report) << report.error().sentence;
        return report ? *report : SyncReport{};
    }

    /// Reads a page and stops before taking it, as a process that is killed there.
    void readsAPage()
    {
        ServerSession session(bed_.server(), vault_, bed_.clock());
        const auto page = session.with(
            [&](const sync::Token& token) {
                return bed_.server().pull(token, {.cursor = store().cursor(), .limit = 1000, .erased = {}}, {});
            },
            {});
        ASSERT_TRUE(page) << page.error().sentence;
        ASSERT_TRUE(store().stage(*page));
    }

    [[nodiscard]] std::string nameOf(const Id& person)
    {
        const auto row = reader().row(Kind::Person, person);
        return row && !row->removed ? textOf(row->values[person::name]) : std::string{};
    }
    void rename(const Id& person, const std::string& name)
    {
        const auto done = EditPersonField(services()).run(person, person::name, Value{name});
        ASSERT_TRUE(done) << done.error().message;
    }

private:
    server_support::Bed& bed_;
    TempWorkspace space_;
    MemoryVault vault_;
};

/// A server with an organisation's space and two colleagues in it, each at their own desktop.
class TwoDesktops : public testing::Test {
public:
    TwoDesktops()
    {
        bed.clock().set(ana.file().clock.now());
        invite("ana", ana, sync::Role::Administrator);
        invite("ben", ben, sync::Role::Recruiter);
    }

    [[nodiscard]] MemoryVault& anaVault() { return ana.vault(); }

    server_support::Bed bed{server_support::On::Sqlite};
    Desktop ana{bed, 1};
    Desktop ben{bed, 2};

private:
    void invite(const std::string& name, Desktop& desktop, sync::Role role)
    {
        const std::string code = server_support::must(bed.admin().addUser(name, role));
        EXPECT_TRUE(bed.admin().grant(name, bed.common().toString(),
                                      role == sync::Role::Administrator ? sync::Rights::Manage : sync::Rights::Write));
        desktop.join(name, code);
    }
};

}  // namespace kith::test
