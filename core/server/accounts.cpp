#include "accounts.h"

#include "spaces.h"

#include <kith/base/text.h>

#include <algorithm>

namespace kith::server {

namespace {

}  // namespace

std::string foldedName(std::string_view name)
{
    return asciiLower(trim(name));
}

bool isAccountName(std::string_view name)
{
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20; };
    return !trim(name).empty() && name.size() <= kLongestName && isUtf8(name) && std::ranges::none_of(name, isControl);
}

Answer<std::optional<Account>> accountNamed(Database& db, std::string_view name)
{
    std::optional<Account> account;
    KITH_CHECK(db.each("SELECT id, org, name, role, password, disabled FROM account WHERE folded = ?",
                       {foldedName(name)}, [&](const Record& r) {
                           account = Account{.id = r.id(0),
                                             .org = r.integer(1),
                                             .name = r.text(2),
                                             .role = static_cast<sync::Role>(r.integer(3)),
                                             .password = r.text(4),
                                             .disabled = r.flag(5)};
                       }));
    return account;
}

Answer<Id> makeAccount(Core& core, Database& db, Announcement& announcement, std::int64_t org, std::string_view name,
                       sync::Role role, std::int64_t number)
{
    const Id id = core.ids.make();
    KITH_CHECK(db.run("INSERT INTO account (org, id, name, folded, role, password, disabled, changed)"
                      " VALUES (?, ?, ?, ?, ?, '', 0, ?)",
                      {org, id, trim(name), foldedName(name), static_cast<int>(role), number}));
    if (role == sync::Role::Partner) return id;
    KITH_TRY(common, commonSpace(db, org));
    const auto rights = role == sync::Role::Administrator ? sync::Rights::Manage : sync::Rights::Write;
    if (!common.isNil()) KITH_CHECK(setRights(db, announcement, org, id, common, rights, number));
    return id;
}

Answer<std::string> invite(Core& core, Database& db, const Id& account)
{
    std::string code = core.secrets.code();
    KITH_CHECK(db.run("DELETE FROM invitation WHERE account = ?", {account}));
    const Instant expires = core.clock.now() + core.options.limits.invitation;
    KITH_CHECK(db.run("INSERT INTO invitation (hash, account, expires) VALUES (?, ?, ?)",
                      {Bytes{hashOf(plainCode(code))}, account, expires.time_since_epoch().count()}));
    return code;
}

Answer<void> signOutEverywhere(Database& db, const Id& account)
{
    KITH_CHECK(db.run("DELETE FROM token WHERE device IN (SELECT id FROM device WHERE account = ?)", {account}));
    return {};
}

Answer<void> revokeDevice(Database& db, const Id& device)
{
    KITH_CHECK(db.run("DELETE FROM token WHERE device = ?", {device}));
    KITH_CHECK(db.run("UPDATE device SET revoked = 1 WHERE id = ?", {device}));
    return {};
}

Answer<std::vector<sync::Device>> listDevices(Database& db, std::int64_t org, const Id& account, const Id& current)
{
    std::vector<sync::Device> devices;
    const auto take = [&](const Record& r) {
        devices.push_back({.id = r.id(0),
                           .name = r.text(1),
                           .user = r.text(2),
                           .version = r.text(3),
                           .firstSeen = r.instant(4),
                           .lastSeen = r.instant(5),
                           .revoked = r.flag(6),
                           .current = r.id(0) == current,
                           .erasuresOpen = static_cast<int>(r.integer(7))});
    };
    KITH_CHECK(db.each("SELECT d.id, d.name, a.name, d.version, d.first_seen, d.last_seen, d.revoked,"
                       " (SELECT COUNT(*) FROM device_erasure e WHERE e.device = d.id)"
                       " FROM device d JOIN account a ON a.id = d.account"
                       " WHERE d.org = ? AND (d.account = ? OR ? = 1) ORDER BY a.folded, d.first_seen, d.id",
                       {org, account, account.isNil() ? 1 : 0}, take));
    return devices;
}

}  // namespace kith::server
