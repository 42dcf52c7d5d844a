// What an administrator does on the server's own machine; kithd's command line in functions.
#pragma once

#include <kith/server/server.h>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::server {

struct UserInfo {
    Id id;
    std::string name;
    sync::Role role{};
    bool disabled = false;
    bool invited = false;  ///< has not set a password yet
    int devices = 0;
};

struct SpaceSummary {
    Id id;
    std::string name;
    SpaceKind kind{};
    std::int64_t rows = 0;
};

struct GrantInfo {
    Id space;
    std::string spaceName;
    std::string user;
    sync::Rights rights{};
};

/// Runs beside a serving kithd or without one; everything is written to the audit trail as done by the command line.
/// Users are named by their account name in any case, spaces by their id or, when only one has it, by their name.
class Admin {
public:
    explicit Admin(Server& server) : core_(server.core()) { }

    /// The one-time code for the first administrator ("admin"), when there is no account at all yet; nothing otherwise.
    [[nodiscard]] Result<std::optional<std::string>> firstStart();

    /// Returns the one-time code with which the person signs in first.
    [[nodiscard]] Result<std::string> addUser(std::string_view name, sync::Role role);
    /// Signs the account out everywhere and lets nobody in.
    [[nodiscard]] Result<void> disableUser(std::string_view name);
    /// Signs the account out everywhere and returns a one-time code for a new password; enables it again.
    [[nodiscard]] Result<std::string> resetUser(std::string_view name);
    [[nodiscard]] Result<std::vector<UserInfo>> users();

    [[nodiscard]] Result<Id> addSpace(std::string_view name, SpaceKind kind);
    [[nodiscard]] Result<std::vector<SpaceSummary>> spaces();

    [[nodiscard]] Result<void> grant(std::string_view user, std::string_view space, sync::Rights rights);
    [[nodiscard]] Result<void> revoke(std::string_view user, std::string_view space);
    [[nodiscard]] Result<std::vector<GrantInfo>> grants();

    [[nodiscard]] Result<std::vector<sync::Device>> devices();
    [[nodiscard]] Result<void> revokeDevice(const Id& device);

    /// Writes everything but tokens, invitations and snapshots to one file (NDJSON, zstd), as it is at one moment; the
    /// file is readable by its owner alone. Works between the two kinds of database.
    [[nodiscard]] Result<void> backup(const std::filesystem::path& file);
    /// Replaces everything by a backup, in one transaction, under a new epoch: desktops then offer again what the
    /// backup lacks. Erasures made since the backup are carried out again; tokens of devices that the backup knows stay
    /// good.
    [[nodiscard]] Result<void> restore(const std::filesystem::path& file);
    /// Sentences about what is wrong with the database: sums, rows in two places, unreadable rows, the audit chain.
    [[nodiscard]] Result<std::vector<std::string>> check();
    [[nodiscard]] Result<std::vector<sync::AuditEntry>> audit(std::int64_t after, int limit);

private:
    Core& core_;
};

}  // namespace kith::server
