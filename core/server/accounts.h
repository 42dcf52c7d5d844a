// Accounts, their passwords, devices and tokens. Private to this folder.
#pragma once

#include "audit.h"

namespace kith::server {

struct Account {
    Id id;
    std::int64_t org = 0;
    std::string name{};
    sync::Role role{};
    std::string password{};  ///< hashed; empty before the first sign-in
    bool disabled = false;
};

/// Of an account, a space: in bytes.
inline constexpr std::size_t kLongestName = 200;

/// By name in any case.
[[nodiscard]] Answer<std::optional<Account>> accountNamed(Database& db, std::string_view name);
[[nodiscard]] std::string foldedName(std::string_view name);
/// A new account without a password, with rights on the organisation's space unless it is a partner's. `name` has been
/// looked at by isAccountName and is free.
[[nodiscard]] Answer<Id> makeAccount(Core& core, Database& db, Announcement& announcement, std::int64_t org,
                                     std::string_view name, sync::Role role, std::int64_t number);
[[nodiscard]] bool isAccountName(std::string_view name);
/// A one-time code with which the account sets its password; earlier ones stop working.
[[nodiscard]] Answer<std::string> invite(Core& core, Database& db, const Id& account);
/// Every device must sign in again.
[[nodiscard]] Answer<void> signOutEverywhere(Database& db, const Id& account);
[[nodiscard]] Answer<void> revokeDevice(Database& db, const Id& device);
/// `current` is marked as such. All of the organisation's for a nil account.
[[nodiscard]] Answer<std::vector<sync::Device>> listDevices(Database& db, std::int64_t org, const Id& account,
                                                            const Id& current);

[[nodiscard]] Answer<sync::Tokens> signIn(Core& core, std::string_view address, const sync::SignInRequest& request);
[[nodiscard]] Answer<sync::Tokens> refreshTokens(Core& core, const sync::RefreshRequest& request);

}  // namespace kith::server
