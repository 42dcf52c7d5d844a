// Joining and leaving a server, and the spaces that it names.
#include "workspace_sync.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace kith::store {

namespace {

std::string toText(const SyncAccount& account)
{
    const nlohmann::json json = {{"server", account.server},
                                 {"user", account.user},
                                 {"user_id", account.userId.toString()},
                                 {"device", account.device.toString()},
                                 {"role", std::string(sync::wordOf(account.role))},
                                 {"organisation", account.organisation},
                                 {"organisation_id", account.organisationId.toString()},
                                 {"epoch", account.epoch.toString()}};
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::optional<SyncAccount> fromText(const std::string& text)
{
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object()) return std::nullopt;
    const auto word = [&](const char* key) { return json.value(key, std::string{}); };
    return SyncAccount{.server = word("server"),
                       .user = word("user"),
                       .userId = Id::parse(word("user_id")).value_or(Id{}),
                       .device = Id::parse(word("device")).value_or(Id{}),
                       .role = sync::roleOf(word("role")).value_or(sync::Role::Partner),
                       .organisation = word("organisation"),
                       .organisationId = Id::parse(word("organisation_id")).value_or(Id{}),
                       .epoch = Id::parse(word("epoch")).value_or(Id{})};
}

}  // namespace

std::optional<SyncAccount> WorkspaceSync::account() const
{
    return fromText(meta("account"));
}

std::optional<Instant> WorkspaceSync::lastRound() const
{
    const std::string minutes = meta("last_round");
    std::int64_t count = 0;
    const auto [end, problem] = std::from_chars(minutes.data(), minutes.data() + minutes.size(), count);
    if (problem != std::errc{} || end != minutes.data() + minutes.size()) return std::nullopt;
    return Instant{std::chrono::minutes{count}};
}

Result<void> WorkspaceSync::setLastRound(Instant at)
{
    // Rounds may come by the second; to the minute is what is said of them, and spares the disk.
    const auto minutes = std::chrono::floor<std::chrono::minutes>(at);
    if (lastRound() == Instant{minutes}) return {};
    return setMeta("last_round", std::to_string(minutes.time_since_epoch().count()));
}

std::string WorkspaceSync::caFile() const
{
    return parts_.reader->setting(settings::kCaFile);
}

Result<void> WorkspaceSync::setCaFile(const std::string& path)
{
    if (path == caFile()) return {};
    return db_.run("INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2",
                   settings::kCaFile, path);
}

Result<void> WorkspaceSync::updateAccount(const SyncAccount& account)
{
    if (const auto before = this->account(); !before || before->epoch != account.epoch)
        KITH_CHECK(setMeta("again_all_replaced", "0"));
    return setMeta("account", toText(account));
}

Result<void> WorkspaceSync::join(const SyncAccount& account, std::span<const sync::SpaceInfo> spaces, const Id& home)
{
    auto done = transact([&](ChangeSet& changes) -> Result<void> {
        // The first space becomes the one on the server: every row in it goes along without being touched. Whoever
        // signs in again has been there before.
        auto before = this->account();
        if (!before) before = fromText(meta("former_account"));
        if (before && !before->organisationId.isNil() && before->organisationId != account.organisationId)
            return fail(ErrorCode::Conflict,
                        fmt::format("This workspace belongs to {}. Begin a new workspace for {}; nothing was changed "
                                    "here.",
                                    before->organisation, account.organisation));
        const bool again = before && before->userId == account.userId;
        const std::int64_t first = db_.number("SELECT min(rid) FROM space");
        const Id present = rows_.spaceOf(first);
        if (!again && present != home) {
            rows_.forget();
            auto taken = db_.query("SELECT rid FROM space WHERE id = ?", home);
            if (taken.next()) {
                const std::int64_t other = taken.integer(0);
                for (const KindSpec& spec : allKinds())
                    KITH_CHECK(db_.run("UPDATE \"" + std::string(spec.table) + "\" SET space = ?1 WHERE space = ?2",
                                       first, other));
                KITH_CHECK(db_.run("DELETE FROM space WHERE rid = ?", other));
            }
            KITH_CHECK(db_.run("UPDATE space SET id = ?1 WHERE rid = ?2", home, first));
        }
        if (account.device != parts_.device) {
            KITH_CHECK(setMeta("device", account.device.toString()));
            parts_.device = account.device;
            // The server is the one that has judged what was sent before under another id.
            if (again) KITH_CHECK(setMeta("again_all_replaced", "1"));
        }
        // Another server, or another device of it, knows nothing of what the last one had.
        KITH_CHECK(db_.run("DELETE FROM meta WHERE key IN ('cursor', 'snapshot', 'snapshot_next', 'last_round')"));
        KITH_CHECK(db_.run("DELETE FROM inbox"));
        KITH_CHECK(updateAccount(account));
        // Spaces that are no longer ours go with the next pull: what waits here for them is sent before.
        if (again) return {};
        return takeSpaces(spaces, changes);
    });
    if (!done) return std::unexpected(done.error());
    return {};
}

Result<void> WorkspaceSync::leave()
{
    auto done = transact([&](ChangeSet&) -> Result<void> {
        KITH_CHECK(db_.run("DELETE FROM inbox"));
        // Whoever signs in again goes on; another organisation is told that this workspace is not its own.
        if (const std::string account = meta("account"); !account.empty())
            KITH_CHECK(setMeta("former_account", account));
        return db_.run(
            "DELETE FROM meta WHERE key IN ('account', 'cursor', 'snapshot', 'snapshot_next', 'last_round')");
    });
    if (!done) return std::unexpected(done.error());
    return {};
}

Result<void> WorkspaceSync::takeSpaces(std::span<const sync::SpaceInfo> spaces, ChangeSet& changes)
{
    struct Known {
        std::int64_t number;
        Id id;
        bool removed;
    };
    std::vector<Known> known;
    auto rows = db_.prepare("SELECT rid, id, removed FROM space");
    while (rows.next()) known.push_back({.number = rows.integer(0), .id = rows.id(1), .removed = rows.integer(2) != 0});
    KITH_CHECK(rows.result());
    for (const sync::SpaceInfo& space : spaces) {
        KITH_TRY(number, rows_.spaceNumber(space.id));
        auto before = db_.query("SELECT name, kind, rights FROM space WHERE rid = ?", number);
        if (before.next() && before.text(0) == space.name && before.integer(1) == static_cast<std::int64_t>(space.kind)
            && before.integer(2) == static_cast<std::int64_t>(space.rights))
            continue;
        KITH_CHECK(db_.run("UPDATE space SET name = ?2, kind = ?3, rights = ?4, removed = 0 WHERE rid = ?1", number,
                           space.name, static_cast<int>(space.kind), static_cast<int>(space.rights)));
        changes.rows.push_back({.kind = Kind::Space, .id = space.id});
    }
    for (const auto& [number, id, removed] : known) {
        if (std::ranges::find(spaces, id, &sync::SpaceInfo::id) != spaces.end()) continue;
        KITH_CHECK(purge_.space(number));
        for (const auto& [kind, row] : purge_.gone())
            changes.rows.push_back({.kind = kind, .id = row, .what = RowChange::What::Removed});
        // The first space is what new rows go into; it stays, empty and unnamed, until there is another.
        if (removed) continue;
        KITH_CHECK(db_.run("UPDATE space SET rights = 0, removed = 1 WHERE rid = ?", number));
        changes.rows.push_back({.kind = Kind::Space, .id = id, .what = RowChange::What::Removed});
    }
    return {};
}

std::vector<sync::SpaceInfo> WorkspaceSync::spaces() const
{
    std::vector<sync::SpaceInfo> result;
    auto rows = db_.prepare("SELECT id, name, kind, rights FROM space WHERE removed = 0 ORDER BY kind, name");
    while (rows.next())
        result.push_back({.id = rows.id(0),
                          .name = rows.text(1),
                          .kind = static_cast<SpaceKind>(rows.integer(2)),
                          .rights = static_cast<sync::Rights>(rows.integer(3))});
    return result;
}

}  // namespace kith::store
