// The audit trail: append-only, each entry sealed by the hash of all before it. Private to this folder.
#pragma once

#include "core.h"

namespace kith::server {

/// What is to be noted: ids and counts, never anybody's data.
struct Noted {
    std::string_view account;  ///< the name, or "kithd" for the command line
    std::string_view what;
    Id subject{};
    std::string detail{};
};

[[nodiscard]] Answer<void> note(Database& db, std::int64_t org, Instant at, const Noted& noted);
[[nodiscard]] Answer<std::vector<sync::AuditEntry>> readAudit(Database& db, std::int64_t org, std::int64_t after,
                                                              int limit);
/// The number of the first entry that does not fit the chain; 0 when all do.
[[nodiscard]] Answer<std::int64_t> firstBroken(Database& db, std::int64_t org);

}  // namespace kith::server
