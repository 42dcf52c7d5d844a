#include "audit.h"

#include <nlohmann/json.hpp>

#include <limits>

namespace kith::server {

namespace {

/// SHA-256 over the hash before it and the entry as a JSON array: no two entries have the same text.
std::string chained(std::string_view before, std::int64_t number, std::int64_t at, std::string_view account,
                    std::string_view what, const Id& subject, std::string_view detail)
{
    const auto entry = nlohmann::json::array({number, at, account, what, subject.toString(), detail});
    return sha256(std::string(before) + entry.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

}  // namespace

Answer<void> note(Database& db, std::int64_t org, Instant at, const Noted& noted)
{
    std::int64_t number = 0;
    std::string before;
    KITH_CHECK(
        db.each("UPDATE organisation SET audit_head = audit_head + 1 WHERE org = ? RETURNING audit_head, audit_hash",
                {org}, [&](const Record& r) {
                    number = r.integer(0);
                    before = r.bytes(1);
                }));
    const std::int64_t ms = at.time_since_epoch().count();
    const std::string hash = chained(before, number, ms, noted.account, noted.what, noted.subject, noted.detail);
    KITH_CHECK(db.run("UPDATE organisation SET audit_hash = ? WHERE org = ?", {Bytes{hash}, org}));
    KITH_CHECK(db.run("INSERT INTO audit (org, number, at_ms, account, what, subject, detail, hash)"
                      " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                      {org, number, ms, noted.account, noted.what, noted.subject, noted.detail, Bytes{hash}}));
    return {};
}

Answer<std::vector<sync::AuditEntry>> readAudit(Database& db, std::int64_t org, std::int64_t after, int limit)
{
    std::vector<sync::AuditEntry> entries;
    KITH_CHECK(db.each("SELECT number, at_ms, account, what, subject, detail, hash FROM audit"
                       " WHERE org = ? AND number > ? ORDER BY number LIMIT ?",
                       {org, after, limit}, [&](const Record& r) {
                           entries.push_back({.number = r.integer(0),
                                              .at = r.instant(1),
                                              .user = r.text(2),
                                              .what = r.text(3),
                                              .subject = r.id(4),
                                              .detail = r.text(5),
                                              .hash = hex(r.bytes(6))});
                       }));
    return entries;
}

Answer<std::int64_t> firstBroken(Database& db, std::int64_t org)
{
    std::string before;
    std::int64_t expected = 0;
    std::int64_t broken = 0;
    const auto check = [&](const Record& r) {
        if (broken != 0) return;
        ++expected;
        const std::string hash = chained(before, r.integer(0), r.integer(1), r.text(2), r.text(3), r.id(4), r.text(5));
        if (r.integer(0) != expected || hash != r.bytes(6)) broken = expected;
        before = hash;
    };
    KITH_CHECK(db.each("SELECT number, at_ms, account, what, subject, detail, hash FROM audit WHERE org = ?"
                       " ORDER BY number",
                       {org}, check));
    std::int64_t head = 0;
    std::string newest;
    KITH_CHECK(db.each("SELECT audit_head, audit_hash FROM organisation WHERE org = ?", {org}, [&](const Record& r) {
        head = r.integer(0);
        newest = r.bytes(1);
    }));
    if (broken == 0 && (head != expected || newest != before)) broken = expected + 1;
    return broken;
}

}  // namespace kith::server
