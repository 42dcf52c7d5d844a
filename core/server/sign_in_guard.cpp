#include "sign_in_guard.h"

#include "crypto.h"

#include <string>

namespace kith::server {

namespace {

std::string ofAccount(std::string_view name)
{
    return hashOf("account " + std::string(name));
}
std::string ofAddress(std::string_view address)
{
    return hashOf("address " + std::string(address));
}

Answer<void> countOne(Database& db, const std::string& subject, std::int64_t now, int most)
{
    // The row is held until the transaction ends, so that the next attempt reads what this one wrote.
    KITH_CHECK(db.run("INSERT INTO sign_in_tally (subject, since, tries) VALUES (?, ?, 1)"
                      " ON CONFLICT (subject) DO UPDATE SET tries = sign_in_tally.tries + 1",
                      {Bytes{subject}, now}));
    KITH_TRY(tries, db.number("SELECT tries FROM sign_in_tally WHERE subject = ?", {Bytes{subject}}));
    if (tries > most) return refuse(Trouble::Busy, "Too many wrong passwords. Try again in a quarter of an hour.");
    return {};
}

}  // namespace

Answer<void> countSignIn(Database& db, const Limits& limits, Instant now, std::string_view account,
                         std::string_view address)
{
    const std::int64_t at = now.time_since_epoch().count();
    const auto window = std::chrono::duration_cast<std::chrono::milliseconds>(limits.failureWindow).count();
    // What seems to come later than a window from now was counted while the clock was wrong. Clocks of several servers
    // differ by less.
    KITH_CHECK(db.run("DELETE FROM sign_in_tally WHERE since <= ? OR since > ?", {at - window, at + window}));
    KITH_CHECK(countOne(db, ofAccount(account), at, limits.failuresPerAccount));
    if (!address.empty()) KITH_CHECK(countOne(db, ofAddress(address), at, limits.failuresPerAddress));
    return {};
}

Answer<void> forgiveSignIn(Database& db, std::string_view account, std::string_view address)
{
    KITH_CHECK(db.run("DELETE FROM sign_in_tally WHERE subject = ?", {Bytes{ofAccount(account)}}));
    KITH_CHECK(db.run("UPDATE sign_in_tally SET tries = tries - 1 WHERE subject = ? AND tries > 0",
                      {Bytes{ofAddress(address)}}));
    return {};
}

}  // namespace kith::server
