// Where the token of a sign-in is kept, over a keychain that answers later, as the system's does.
#include <kith/secrets/sign_in_vault.h>
#include <kith/support/temp_workspace.h>

#include <QCoreApplication>
#include <QTimer>
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <thread>

namespace kith::secrets {

namespace {

using Entries = std::map<std::string, std::string>;

/// Answers on its own thread, after the call has returned.
class LateKeychain final : public Keychain {
public:
    explicit LateKeychain(std::shared_ptr<Entries> entries) : entries_(std::move(entries)) { }

    void read(const std::string& name, Read done) override
    {
        later([all = entries_, name, done = std::move(done)] {
            const auto found = all->find(name);
            if (found == all->end()) done(fail(ErrorCode::NotFound, "No such entry."));
            else done(found->second);
        });
    }
    void write(const std::string& name, const std::string& secret, Written done) override
    {
        later([all = entries_, name, secret, done = std::move(done)] {
            (*all)[name] = secret;
            done({});
        });
    }
    void remove(const std::string& name, Written done) override
    {
        later([all = entries_, name, done = std::move(done)] {
            if (all->erase(name) == 0) done(fail(ErrorCode::NotFound, "No such entry."));
            else done({});
        });
    }

private:
    static void later(std::function<void()> work) { QTimer::singleShot(0, std::move(work)); }
    std::shared_ptr<Entries> entries_;
};

class SignInVault : public testing::Test {
protected:
    SignInVault()
    {
        static int count = 1;
        static char name[] = "kith";
        static char* names[] = {name, nullptr};
        static const QCoreApplication application(count, names);
    }

    SeededRandom random{1};
    FixedClock clock{Instant{std::chrono::milliseconds{1'795'305'600'000}}};
    UuidSource ids{clock, random};
    std::shared_ptr<Entries> entries = std::make_shared<Entries>();
    WaitingKeychain keychain{[this] { return std::make_unique<LateKeychain>(entries); }};
};

TEST_F(SignInVault, KeepsATokenUnderTheDevicesNameAndForgetsIt)
{
    const Id device = ids.make();
    const auto vault = keychainVault(keychain, device);
    EXPECT_EQ(vault->load().value(), std::nullopt);
    ASSERT_TRUE(vault->save("secret"));
    EXPECT_EQ((*entries)["signin-" + device.toString()], "secret");
    EXPECT_EQ(keychainVault(keychain, device)->load().value(), "secret");
    ASSERT_TRUE(vault->forget());
    EXPECT_TRUE(entries->empty());
    EXPECT_TRUE(vault->forget());
}

TEST_F(SignInVault, OfACopiedWorkspaceLeavesTheTokenOfTheOriginalAlone)
{
    const Id original = ids.make();
    const Id copy = ids.make();
    ASSERT_TRUE(keychainVault(keychain, original)->save("original"));
    const auto vault = keychainVault(keychain, original);
    vault->belongsTo(copy);
    ASSERT_TRUE(vault->save("copy"));
    EXPECT_EQ(keychainVault(keychain, original)->load().value(), "original");
    EXPECT_EQ(keychainVault(keychain, copy)->load().value(), "copy");
}

TEST_F(SignInVault, AnswersAnyThread)
{
    const auto vault = keychainVault(keychain, ids.make());
    std::jthread other([&] { EXPECT_TRUE(vault->save("secret")); });
    other.join();
    EXPECT_EQ(vault->load().value(), "secret");
}

TEST_F(SignInVault, StandsBesideAKeyFileForItsOwnerAlone)
{
    const test::TempFolder folder;
    const auto keyFile = folder.path() / "kith.key";
    const auto vault = fileVault(keyFile);
    EXPECT_EQ(vault->load().value(), std::nullopt);
    ASSERT_TRUE(vault->save("secret"));
    const auto place = folder.path() / "kith.key.signin";
    EXPECT_EQ(std::filesystem::status(place).permissions(),
              std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    EXPECT_EQ(fileVault(keyFile)->load().value(), "secret");
    ASSERT_TRUE(vault->forget());
    EXPECT_FALSE(std::filesystem::exists(place));
    EXPECT_TRUE(vault->forget());
}

}  // namespace

}  // namespace kith::secrets
