#include <kith/server/admin.h>

#include "accounts.h"
#include "backup.h"
#include "check.h"
#include "spaces.h"

#include <kith/base/text.h>

#include <fmt/format.h>

namespace kith::server {

namespace {

/// The organisation that a new database begins with.
constexpr std::string_view kConsole = "kithd";

template <class T>
Result<T> resultOf(Answer<T> answer)
{
    if (answer) return Result<T>(std::move(answer).value());
    const bool refused = answer.error().trouble == Trouble::BadMessage;
    return fail(refused ? ErrorCode::BadInput : ErrorCode::Internal, answer.error().sentence);
}
template <>
Result<void> resultOf(Answer<void> answer)
{
    if (answer) return {};
    const bool refused = answer.error().trouble == Trouble::BadMessage;
    return fail(refused ? ErrorCode::BadInput : ErrorCode::Internal, answer.error().sentence);
}

std::unexpected<Failure> wrong(std::string sentence)
{
    return refuse(Trouble::BadMessage, std::move(sentence));
}

Answer<void> noteHere(Core& core, Database& db, std::string_view what, const Id& subject, std::string detail = {})
{
    return note(db, kOrg, core.clock.now(),
                {.account = kConsole, .what = what, .subject = subject, .detail = std::move(detail)});
}

Answer<Account> mustFind(Database& db, std::string_view user)
{
    KITH_TRY(account, accountNamed(db, user));
    if (!account) return wrong("There is no account of this name.");
    return std::move(*account);
}

Answer<Id> findSpace(Database& db, std::string_view text)
{
    std::vector<Id> found;
    const auto id = Id::parse(text);
    KITH_CHECK(db.each("SELECT id, name FROM space WHERE org = ? ORDER BY id", {kOrg}, [&](const Record& r) {
        if (id ? r.id(0) == *id : foldedName(r.text(1)) == foldedName(text)) found.push_back(r.id(0));
    }));
    if (found.empty()) return wrong("There is no such space.");
    if (found.size() > 1) return wrong("Several spaces have this name; give the id.");
    return found.front();
}

Answer<std::string> addAccount(Core& core, Database& db, Announcement& announcement, std::string_view name,
                               sync::Role role)
{
    if (!isAccountName(name)) return wrong("This is no name for an account.");
    KITH_TRY(there, accountNamed(db, name));
    if (there) return wrong("There is an account of this name already.");
    KITH_TRY(number, nextNumber(db, kOrg));
    KITH_TRY(id, makeAccount(core, db, announcement, kOrg, name, role, number));
    KITH_CHECK(noteHere(core, db, "user-add", id, std::string(wordOf(role))));
    return invite(core, db, id);
}

}  // namespace

Result<std::optional<std::string>> Admin::firstStart()
{
    using Code = std::optional<std::string>;
    return resultOf(core_.writeUnasked([&](Database& db, Announcement& announcement) -> Answer<Code> {
        KITH_TRY(accounts, db.number("SELECT COUNT(*) FROM account"));
        if (accounts != 0) return Code{};
        KITH_TRY(code, addAccount(core_, db, announcement, "admin", sync::Role::Administrator));
        return Code(code);
    }));
}

Result<std::string> Admin::addUser(std::string_view name, sync::Role role)
{
    return resultOf(core_.writeUnasked(
        [&](Database& db, Announcement& announcement) { return addAccount(core_, db, announcement, name, role); }));
}

Result<void> Admin::disableUser(std::string_view name)
{
    return resultOf(core_.writeUnasked([&](Database& db, Announcement&) -> Answer<void> {
        KITH_TRY(account, mustFind(db, name));
        KITH_CHECK(db.run("UPDATE account SET disabled = 1 WHERE id = ?", {account.id}));
        KITH_CHECK(signOutEverywhere(db, account.id));
        return noteHere(core_, db, "user-disable", account.id);
    }));
}

Result<std::string> Admin::resetUser(std::string_view name)
{
    return resultOf(core_.writeUnasked([&](Database& db, Announcement&) -> Answer<std::string> {
        KITH_TRY(account, mustFind(db, name));
        KITH_CHECK(db.run("UPDATE account SET disabled = 0, password = '' WHERE id = ?", {account.id}));
        KITH_CHECK(signOutEverywhere(db, account.id));
        KITH_CHECK(noteHere(core_, db, "user-reset", account.id));
        return invite(core_, db, account.id);
    }));
}

Result<std::vector<UserInfo>> Admin::users()
{
    return resultOf(core_.readers.transaction(Access::Read, [](Database& db) -> Answer<std::vector<UserInfo>> {
        std::vector<UserInfo> users;
        KITH_CHECK(db.each("SELECT a.id, a.name, a.role, a.disabled, a.password,"
                           " (SELECT COUNT(*) FROM device d WHERE d.account = a.id AND d.revoked = 0)"
                           " FROM account a ORDER BY a.folded",
                           std::initializer_list<Arg>{}, [&](const Record& r) {
                               users.push_back({.id = r.id(0),
                                                .name = r.text(1),
                                                .role = static_cast<sync::Role>(r.integer(2)),
                                                .disabled = r.flag(3),
                                                .invited = r.text(4).empty(),
                                                .devices = static_cast<int>(r.integer(5))});
                           }));
        return users;
    }));
}

Result<Id> Admin::addSpace(std::string_view name, SpaceKind kind)
{
    return resultOf(core_.writeUnasked([&](Database& db, Announcement&) -> Answer<Id> {
        if (trim(name).empty() || !isUtf8(name)) return wrong("A space needs a name.");
        const Id id = core_.ids.make();
        KITH_CHECK(makeSpace(db, kOrg, id, trim(name), kind));
        KITH_CHECK(noteHere(core_, db, "space-add", id));
        return id;
    }));
}

Result<std::vector<SpaceSummary>> Admin::spaces()
{
    return resultOf(core_.readers.transaction(Access::Read, [](Database& db) -> Answer<std::vector<SpaceSummary>> {
        std::vector<SpaceSummary> spaces;
        KITH_CHECK(db.each("SELECT id, name, kind, row_count FROM space ORDER BY name, id",
                           std::initializer_list<Arg>{}, [&](const Record& r) {
                               spaces.push_back({.id = r.id(0),
                                                 .name = r.text(1),
                                                 .kind = static_cast<SpaceKind>(r.integer(2)),
                                                 .rows = r.integer(3)});
                           }));
        return spaces;
    }));
}

Result<void> Admin::grant(std::string_view user, std::string_view space, sync::Rights rights)
{
    return resultOf(core_.writeUnasked([&](Database& db, Announcement& announcement) -> Answer<void> {
        KITH_TRY(account, mustFind(db, user));
        KITH_TRY(id, findSpace(db, space));
        KITH_TRY(number, nextNumber(db, kOrg));
        KITH_CHECK(setRights(db, announcement, kOrg, account.id, id, rights, number));
        const bool given = rights != sync::Rights::None;
        return noteHere(core_, db, given ? "grant" : "revoke", id,
                        fmt::format("{} {}", account.id.toString(), wordOf(rights)));
    }));
}

Result<void> Admin::revoke(std::string_view user, std::string_view space)
{
    return grant(user, space, sync::Rights::None);
}

Result<std::vector<GrantInfo>> Admin::grants()
{
    return resultOf(core_.readers.transaction(Access::Read, [](Database& db) -> Answer<std::vector<GrantInfo>> {
        std::vector<GrantInfo> grants;
        KITH_CHECK(db.each("SELECT g.space, s.name, a.name, g.rights FROM space_grant g JOIN space s ON s.org = g.org"
                           " AND s.id = g.space JOIN account a ON a.id = g.account ORDER BY s.name, s.id, a.folded",
                           std::initializer_list<Arg>{}, [&](const Record& r) {
                               grants.push_back({.space = r.id(0),
                                                 .spaceName = r.text(1),
                                                 .user = r.text(2),
                                                 .rights = static_cast<sync::Rights>(r.integer(3))});
                           }));
        return grants;
    }));
}

Result<std::vector<sync::Device>> Admin::devices()
{
    return resultOf(
        core_.readers.transaction(Access::Read, [](Database& db) { return listDevices(db, kOrg, {}, {}); }));
}

Result<void> Admin::revokeDevice(const Id& device)
{
    return resultOf(core_.writeUnasked([&](Database& db, Announcement&) -> Answer<void> {
        KITH_TRY(count, db.number("SELECT COUNT(*) FROM device WHERE id = ?", {device}));
        if (count == 0) return wrong("There is no such device.");
        KITH_CHECK(server::revokeDevice(db, device));
        return noteHere(core_, db, "revoke-device", device);
    }));
}

Result<void> Admin::backup(const std::filesystem::path& file)
{
    return writeBackup(core_, file);
}

Result<void> Admin::restore(const std::filesystem::path& file)
{
    return readBackup(core_, file);
}

Result<std::vector<std::string>> Admin::check()
{
    return resultOf(core_.readers.transaction(Access::Read, [](Database& db) { return findProblems(db, kOrg); }));
}

Result<std::vector<sync::AuditEntry>> Admin::audit(std::int64_t after, int limit)
{
    return resultOf(
        core_.readers.transaction(Access::Read, [&](Database& db) { return readAudit(db, kOrg, after, limit); }));
}

}  // namespace kith::server
