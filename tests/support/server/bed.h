// A server over an empty database, with a clock that the test moves, and people who use it.
#pragma once

#include <kith/server/admin.h>
#include <kith/server/server.h>
#include <kith/server_support/postgres.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace kith::server_support {

enum class On : std::uint8_t { Sqlite, Postgres };
[[nodiscard]] std::string nameOf(On on);

/// Limits with a password that takes no time.
[[nodiscard]] server::Limits quickLimits();

/// Somebody who is signed in on one device.
struct Member {
    std::string name;
    std::string password;
    sync::Tokens tokens;
};

class Bed {
public:
    /// `postgres`: one that the test has started; else the one for all tests.
    explicit Bed(On on, const server::Limits& limits = quickLimits(), PostgresServer* postgres = nullptr);
    ~Bed();
    /// Makes the QCoreApplication that a server wants, unless there is one.
    static void needApplication();
    Bed(const Bed&) = delete;
    Bed& operator=(const Bed&) = delete;

    [[nodiscard]] server::Server& server() { return *server_; }
    [[nodiscard]] server::Admin admin() { return server::Admin(*server_); }
    /// Another server over the same database, as another process would have it.
    [[nodiscard]] std::unique_ptr<server::Server> another();
    /// Stops the server and opens one anew.
    void restart();

    /// Adds an account and signs it in on a new device.
    [[nodiscard]] Member enrol(const std::string& name, sync::Role role);
    /// Signs in on a further device.
    [[nodiscard]] Member onAnotherDevice(const Member& member);
    [[nodiscard]] Id makeSpace(const Member& owner, const std::string& name, SpaceKind kind = SpaceKind::Team);
    void grant(const Member& manager, const Member& member, const Id& space, sync::Rights rights);
    void revoke(const Member& manager, const Member& member, const Id& space);
    /// The organisation's own space.
    [[nodiscard]] Id common();

    [[nodiscard]] Id newId() { return ids_.make(); }
    [[nodiscard]] FixedClock& clock() { return clock_; }
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
    [[nodiscard]] server::ServerOptions options() const;

private:
    On on_;
    server::Limits limits_;
    FixedClock clock_;
    SeededRandom idBits_;
    SeededRandom secretBits_{2};
    SeededRandom otherBits_{3};
    UuidSource ids_;
    std::filesystem::path folder_;
    std::optional<PostgresServer> shared_;
    PostgresServer* postgres_ = nullptr;
    std::string database_;
    std::unique_ptr<server::Server> server_;
};

/// The value, or an exception with the sentence of the failure, which fails the test.
template <class T>
[[nodiscard]] T must(std::expected<T, sync::Failure> answer)
{
    if (!answer) throw std::runtime_error(answer.error().sentence);
    return std::move(answer).value();
}
template <class T>
[[nodiscard]] T must(Result<T> result)
{
    if (!result) throw std::runtime_error(result.error().message);
    return std::move(result).value();
}

}  // namespace kith::server_support
