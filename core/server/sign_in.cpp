// Signing in, and renewing what was given then.
#include "accounts.h"
#include "sign_in_guard.h"

#include <kith/base/log.h>
#include <kith/base/text.h>

namespace kith::server {

namespace {

constexpr std::size_t kLongestDeviceName = 200;
/// An argon2 hash that no password has, of the cost of a real one: a name that nobody has takes as long as one that
/// somebody has.
constexpr std::string_view kNobody = "$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

std::unexpected<Failure> wrong(Core& core)
{
    ++core.counters.signInsRefused;
    return refuse(Trouble::SignIn, "The name, the password or the code is wrong.");
}

struct Family {
    Id id;
    std::int64_t generation = 0;
};

Answer<sync::Tokens> issue(Core& core, Database& db, const Id& account, const Id& device, const Family& family)
{
    const Limits& limits = core.options.limits;
    const Instant now = core.clock.now();
    sync::Tokens tokens{.access = core.secrets.token(),
                        .accessUntil = now + limits.accessToken,
                        .refresh = core.secrets.token(),
                        .refreshUntil = now + limits.refreshToken,
                        .device = device,
                        .user = account};
    const auto keep = [&](const sync::Token& token, bool refresh, Instant until) {
        return db.run("INSERT INTO token (hash, family, generation, refresh, device, expires, state)"
                      " VALUES (?, ?, ?, ?, ?, ?, 0)",
                      {Bytes{hashOf(token)}, family.id, family.generation, refresh ? 1 : 0, device,
                       until.time_since_epoch().count()});
    };
    KITH_CHECK(db.run("DELETE FROM token WHERE device = ? AND expires <= ?", {device, core.nowMs()}));
    KITH_CHECK(keep(tokens.access, false, tokens.accessUntil));
    KITH_CHECK(keep(tokens.refresh, true, tokens.refreshUntil));
    return tokens;
}

/// The device's id for this sign-in: the one it offers unless that is somebody else's, was revoked, is in use by a copy
/// of the workspace (it is signed in), or was found to be one.
Answer<Id> enrol(Core& core, Database& db, const Account& account, const sync::SignInRequest& request)
{
    const std::string name(prefixUtf8(request.deviceName, kLongestDeviceName));
    bool known = false;
    bool usable = !request.device.isNil();
    KITH_CHECK(db.each("SELECT account, revoked,"
                       " (SELECT COUNT(*) FROM token t WHERE t.device = d.id AND t.refresh = 1 AND t.state = 0"
                       " AND t.expires > ?) FROM device d WHERE d.id = ?",
                       {core.nowMs(), request.device}, [&](const Record& r) {
                           known = true;
                           usable = r.id(0) == account.id && !r.flag(1) && r.integer(2) == 0;
                       }));
    if (known && usable) {
        KITH_CHECK(
            db.run("UPDATE device SET name = ?, last_seen = ? WHERE id = ?", {name, core.nowMs(), request.device}));
        return request.device;
    }
    const Id id = usable ? request.device : core.ids.make();
    KITH_CHECK(db.run("INSERT INTO device (org, id, account, name, version, first_seen, last_seen, last_seq, revoked)"
                      " VALUES (?, ?, ?, ?, '', ?, ?, 0, 0)",
                      {account.org, id, account.id, name, core.nowMs(), core.nowMs()}));
    return id;
}

/// Whether the code invites this account, now.
Answer<bool> isInvited(Core& core, Database& db, const Account& account, std::string_view code)
{
    KITH_TRY(count,
             db.number("SELECT COUNT(*) FROM invitation WHERE hash = ? AND account = ? AND expires > ?",
                       {Bytes{hashOf(plainCode(code))}, account.id, core.nowMs()}));
    return count > 0;
}

/// What the database says before the password is looked at, which takes long.
struct Before {
    std::optional<Account> account;
    bool invited = false;
};

Answer<Before> lookUp(Core& core, const sync::SignInRequest& request)
{
    return core.readers.transaction(Access::Read, [&](Database& db) -> Answer<Before> {
        KITH_TRY(account, accountNamed(db, request.user));
        Before before{.account = std::move(account)};
        if (before.account && !request.code.empty()) {
            KITH_TRY(invited, isInvited(core, db, *before.account, request.code));
            before.invited = invited;
        }
        return before;
    });
}

/// The password as it shall be kept: as it is, or the new one of an invitation.
Answer<std::string> provePassword(Core& core, const Before& before, const sync::SignInRequest& request)
{
    const Limits& limits = core.options.limits;
    core.hashing.acquire();
    const std::string nobody =
        "argon2id$" + std::to_string(limits.passwordMemory) + '$' + std::to_string(limits.passwordPasses);
    std::string kept = before.account ? before.account->password : std::string{};
    bool good = false;
    if (before.invited) {
        auto hashed = hashPassword(request.password, core.secrets.bytes(kSaltBytes), limits.passwordMemory,
                                   limits.passwordPasses);
        good = hashed.has_value();
        kept = std::move(hashed).value_or("");
    } else if (!kept.empty() && request.code.empty()) {
        good = passwordFits(kept, request.password);
    } else {
        // Only for the time that it takes.
        static_cast<void>(passwordFits(nobody + std::string(kNobody), request.password));
    }
    core.hashing.release();
    if (!good || !before.account || before.account->disabled) return wrong(core);
    return kept;
}

}  // namespace

Answer<sync::Tokens> signIn(Core& core, std::string_view address, const sync::SignInRequest& request)
{
    const std::string name = foldedName(request.user);
    const Answer<void> counted = core.writeUnasked([&](Database& db, Announcement&) {
        return countSignIn(db, core.options.limits, core.clock.now(), name, address);
    });
    if (!counted) {
        ++core.counters.signInsRefused;
        return std::unexpected(counted.error());
    }
    KITH_TRY(before, lookUp(core, request));
    if (before.invited && request.password.size() < core.options.limits.shortestPassword)
        return refuse(Trouble::Denied,
                      "The password is too short; it needs " + std::to_string(core.options.limits.shortestPassword)
                          + " characters.");
    KITH_TRY(kept, provePassword(core, before, request));
    const auto taken = core.writeUnasked([&](Database& db, Announcement&) -> Answer<sync::Tokens> {
        KITH_TRY(account, accountNamed(db, request.user));
        // Somebody may have changed it while the password was looked at.
        if (!account || account->disabled || account->password != before.account->password) return wrong(core);
        if (before.invited) {
            KITH_TRY(invited, isInvited(core, db, *account, request.code));
            if (!invited) return wrong(core);
            KITH_CHECK(db.run("DELETE FROM invitation WHERE account = ?", {account->id}));
            KITH_CHECK(db.run("UPDATE account SET password = ? WHERE id = ?", {kept, account->id}));
        }
        KITH_TRY(device, enrol(core, db, *account, request));
        KITH_CHECK(
            note(db, account->org, core.clock.now(), {.account = account->name, .what = "sign-in", .subject = device}));
        KITH_CHECK(forgiveSignIn(db, name, address));
        return issue(core, db, account->id, device, {.id = core.ids.make(), .generation = 1});
    });
    if (!taken) return taken;
    ++core.counters.signIns;
    return taken;
}

Answer<sync::Tokens> refreshTokens(Core& core, const sync::RefreshRequest& request)
{
    // What comes of a stolen token must be committed although the answer is a failure.
    using Decided = Answer<sync::Tokens>;
    const auto work = [&](Database& db, Announcement&) -> Answer<Decided> {
        const Decided signIn = refuse(Trouble::SignIn, "Please sign in again.");
        Family family;
        Account account;
        Id device;
        std::int64_t state = 0;
        std::int64_t expires = 0;
        bool found = false;
        KITH_CHECK(
            db.each("SELECT t.family, t.generation, t.state, t.expires, d.id, d.revoked, a.id, a.org, a.name,"
                    " a.disabled FROM token t JOIN device d ON d.id = t.device JOIN account a ON a.id = d.account"
                    " WHERE t.hash = ? AND t.refresh = 1",
                    {Bytes{hashOf(request.refresh)}}, [&](const Record& r) {
                        family = {.id = r.id(0), .generation = r.integer(1)};
                        state = r.integer(2);
                        expires = r.integer(3);
                        device = r.id(4);
                        account = {.id = r.id(6), .org = r.integer(7), .name = r.text(8), .disabled = r.flag(9)};
                        found = !r.flag(5) && !account.disabled;
                    }));
        if (!found || expires <= core.nowMs()) return signIn;
        if (state == 1) {
            // The reply may have been lost on its way: what it held is then still unused, and is replaced.
            KITH_TRY(used,
                     db.number("SELECT COUNT(*) FROM token WHERE family = ? AND generation > ? AND state = 1",
                               {family.id, family.generation}));
            if (used != 0) state = 2;
            KITH_CHECK(db.run("UPDATE token SET state = 2 WHERE family = ? AND generation > ?",
                              {family.id, family.generation}));
        }
        if (state == 2) {
            ++core.counters.tokensReused;
            log::line(log::Level::Warning, "server", "an old token of device {} was used again", device);
            KITH_CHECK(db.run("DELETE FROM token WHERE family = ?", {family.id}));
            KITH_CHECK(note(db, account.org, core.clock.now(),
                            {.account = account.name, .what = "token-reused", .subject = device}));
            return signIn;
        }
        KITH_CHECK(db.run("UPDATE token SET state = 1 WHERE hash = ?", {Bytes{hashOf(request.refresh)}}));
        ++family.generation;
        KITH_TRY(tokens, issue(core, db, account.id, device, family));
        return Decided(tokens);
    };
    KITH_TRY(decided, core.writeUnasked(work));
    return decided;
}

}  // namespace kith::server
