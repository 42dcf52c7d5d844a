#include "snapshot.h"

#include "pull.h"

#include <zstd.h>

#include <algorithm>

namespace kith::server {

namespace {

constexpr int kRowsAtOnce = 5000;
constexpr int kLevel = 3;

struct Part {
    std::string bytes;
    std::int64_t rows = 0;
};

struct Made {
    std::int64_t number = 0;
    std::vector<Part> parts;
};

std::string compressed(std::string_view text)
{
    std::string out(ZSTD_compressBound(text.size()), '\0');
    const std::size_t size = ZSTD_compress(out.data(), out.size(), text.data(), text.size(), kLevel);
    out.resize(ZSTD_isError(size) != 0 ? 0 : size);
    return out;
}

/// Reads a space as it is at one moment, newest rows first. O(rows), in memory: the compressed parts and one page.
Answer<Made> readSpace(Core& core, Database& db, const Session& session, const Id& space)
{
    Made made{.number = session.head, .parts = {}};
    std::string lines;
    std::int64_t rows = 0;
    const auto close = [&] {
        if (rows == 0) return;
        made.parts.push_back({.bytes = compressed(lines), .rows = rows});
        lines.clear();
        rows = 0;
    };
    std::int64_t number = session.head + 1;
    Id last;
    for (bool more = true; more;) {
        int seen = 0;
        KITH_CHECK(db.each("SELECT id, number, state FROM entry WHERE org = ? AND space = ? AND (number, id) < (?, ?)"
                           " AND standing = 1 ORDER BY number DESC, id DESC LIMIT ?",
                           {session.org, space, number, last, kRowsAtOnce}, [&](const Record& r) {
                               ++seen;
                               last = r.id(0);
                               number = r.integer(1);
                               // A NumberedRow as wire.h writes it, around the state as it is kept.
                               lines += R"({"number":)" + std::to_string(number) + R"(,"row":)" + r.text(2) + "}\n";
                               ++rows;
                               if (lines.size() >= core.options.limits.partBytes) close();
                           }));
        more = seen == kRowsAtOnce;
    }
    close();
    return made;
}

struct Kept {
    Id id;
    std::int64_t number = 0;
    std::vector<sync::SnapshotPart> parts;
};

/// A snapshot that was made within the day.
Answer<std::optional<Kept>> findKept(Core& core, Database& db, const Session& session, const Id& space)
{
    std::optional<Kept> kept;
    KITH_CHECK(db.each("SELECT id, number FROM snapshot WHERE org = ? AND space = ? AND expires > ?"
                       " ORDER BY number DESC LIMIT 1",
                       {session.org, space, core.nowMs()},
                       [&](const Record& r) { kept = Kept{.id = r.id(0), .number = r.integer(1), .parts = {}}; }));
    if (!kept) return kept;
    KITH_CHECK(db.each("SELECT part, row_count, sha256, size FROM snapshot_part WHERE snapshot = ? ORDER BY part",
                       {kept->id}, [&](const Record& r) {
                           kept->parts.push_back({.index = static_cast<int>(r.integer(0)),
                                                  .bytes = r.integer(3),
                                                  .rows = r.integer(1),
                                                  .sha256 = r.text(2)});
                       }));
    return kept;
}

Answer<Kept> keep(Core& core, Database& db, const Session& session, const Id& space, const Made& made)
{
    KITH_CHECK(db.run("DELETE FROM snapshot_part WHERE snapshot IN (SELECT id FROM snapshot WHERE expires <= ?)",
                      {core.nowMs()}));
    KITH_CHECK(db.run("DELETE FROM snapshot WHERE expires <= ?", {core.nowMs()}));
    Kept kept{.id = core.ids.make(), .number = made.number, .parts = {}};
    const Instant expires = core.clock.now() + core.options.limits.snapshot;
    KITH_CHECK(db.run("INSERT INTO snapshot (id, org, space, number, expires) VALUES (?, ?, ?, ?, ?)",
                      {kept.id, session.org, space, made.number, expires.time_since_epoch().count()}));
    for (const Part& part : made.parts) {
        const sync::SnapshotPart described{.index = static_cast<int>(kept.parts.size()),
                                           .bytes = static_cast<std::int64_t>(part.bytes.size()),
                                           .rows = part.rows,
                                           .sha256 = hex(sha256(part.bytes))};
        KITH_CHECK(
            db.run("INSERT INTO snapshot_part (snapshot, part, row_count, sha256, size, bytes)"
                   " VALUES (?, ?, ?, ?, ?, ?)",
                   {kept.id, described.index, described.rows, described.sha256, described.bytes, Bytes{part.bytes}}));
        kept.parts.push_back(described);
    }
    return kept;
}

}  // namespace

Answer<void> dropSnapshots(Database& db, const Id& space)
{
    KITH_CHECK(
        db.run("DELETE FROM snapshot_part WHERE snapshot IN (SELECT id FROM snapshot WHERE space = ?)", {space}));
    KITH_CHECK(db.run("DELETE FROM snapshot WHERE space = ?", {space}));
    return {};
}

namespace {

Answer<sync::Rights> rightsOn(Database& db, const Session& session, const Id& space)
{
    KITH_TRY(rights, rightsOf(db, session.org, session.account));
    return rightsIn(rights, space);
}

std::unexpected<Failure> denied()
{
    return refuse(Trouble::Denied, "There is no such space, or you may not see it.");
}

sync::SnapshotReply replyOf(const Session& session, const sync::SnapshotRequest& request, const Kept& kept)
{
    Cursor cursor = cursorOf(session, request.cursor);
    std::erase_if(cursor.spaces, [&](const SpaceMark& mark) { return mark.space == request.space; });
    cursor.spaces.push_back({.space = request.space, .number = kept.number, .row = lastRow(), .from = kept.number});
    return {
        .snapshot = kept.id, .space = request.space, .parts = kept.parts, .cursor = toText(cursor, session.cursorKey)};
}

}  // namespace

Answer<sync::SnapshotReply> snapshot(Core& core, const sync::Token& token, const sync::SnapshotRequest& request,
                                     const std::stop_token& stop)
{
    ++core.counters.snapshots;
    std::optional<Made> made;
    auto found = core.read(token, stop, [&](Database& db, const Session& session) -> Answer<sync::SnapshotReply> {
        KITH_TRY(rights, rightsOn(db, session, request.space));
        if (rights < sync::Rights::Read) return denied();
        KITH_TRY(kept, findKept(core, db, session, request.space));
        if (kept) return replyOf(session, request, *kept);
        KITH_TRY(fresh, readSpace(core, db, session, request.space));
        made = std::move(fresh);
        return sync::SnapshotReply{};
    });
    if (!found || !made) return found;
    return core.write(token, stop,
                      [&](Database& db, const Session& session, Announcement&) -> Answer<sync::SnapshotReply> {
                          KITH_TRY(rights, rightsOn(db, session, request.space));
                          if (rights < sync::Rights::Read) return denied();
                          // What was erased or left the space between the two would come back with the parts.
                          KITH_TRY(left,
                                   db.number("SELECT COUNT(*) FROM entry WHERE org = ? AND space = ?"
                                             " AND number > ? AND standing <> 1",
                                             {session.org, request.space, made->number}));
                          if (left != 0) return refuse(Trouble::Busy, "The space is changing; try again.");
                          KITH_TRY(kept, keep(core, db, session, request.space, *made));
                          return replyOf(session, request, kept);
                      });
}

Answer<std::string> part(Core& core, const sync::Token& token, const sync::PartRequest& request,
                         const std::stop_token& stop)
{
    return core.read(token, stop, [&](Database& db, const Session& session) -> Answer<std::string> {
        Id space;
        KITH_CHECK(db.each("SELECT space FROM snapshot WHERE id = ? AND org = ?", {request.snapshot, session.org},
                           [&](const Record& r) { space = r.id(0); }));
        KITH_TRY(rights, rightsOn(db, session, space));
        if (space.isNil() || rights < sync::Rights::Read) return denied();
        std::optional<std::string> bytes;
        KITH_CHECK(db.each("SELECT bytes FROM snapshot_part WHERE snapshot = ? AND part = ?",
                           {request.snapshot, request.index}, [&](const Record& r) { bytes = r.bytes(0); }));
        if (!bytes) return denied();
        return std::move(*bytes);
    });
}

}  // namespace kith::server
