#include "workspace_sync.h"

#include "compress.h"

#include <kith/sync/wire.h>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace kith::store {

using What = RowChange::What;

namespace {

constexpr std::size_t kManyRows = 200;
constexpr double kManyPart = 0.2;
constexpr std::string_view kLeft = "It was moved to where you may not see it.";

/// Whether everything up to the server's head has come in with this page.
bool isLast(const sync::PullReply& page)
{
    return !page.more && page.snapshots.empty();
}

}  // namespace

WorkspaceSync::WorkspaceSync(WorkspaceParts& parts)
    : parts_(parts),
      db_(*parts.connection),
      sums_(db_),
      rows_(db_, *parts.rows, *parts.interned, parts.applier->derived(), sums_),
      outbox_(db_, rows_),
      purge_(db_, *parts.rows, parts.applier->derived(), sums_)
{
}

Result<ChangeSet> WorkspaceSync::transact(const std::function<Result<void>(ChangeSet&)>& work)
{
    std::optional<CopyGate::Hold> nobodyCopies;
    auto done = parts_.transact([&](ChangeSet& changes) -> Result<void> {
        changes.kind = CommandKind::Sync;
        KITH_CHECK(work(changes));
        if (!purge_.gone().empty()) {
            nobodyCopies.emplace(parts_.copies);
            KITH_CHECK(parts_.keptSearch->drop());
            KITH_CHECK(parts_.oldPages->note());
        }
        KITH_CHECK(purge_.finish());
        KITH_CHECK(parts_.applier->finish([](std::size_t, std::size_t) -> Result<void> { return {}; }));
        if (nobodyCopies) KITH_CHECK(parts_.applier->derived().compact());
        return sums_.flush();
    });
    if (!done) {
        sums_.forget();
        rows_.forget();
        purge_.forget();
        return done;
    }
    // Reads of a screenful are over by then; after longer ones it is done with the next command.
    constexpr std::chrono::milliseconds kPatience{100};
    if (nobodyCopies) parts_.oldPages->drop(kPatience);
    return done;
}

std::string WorkspaceSync::meta(std::string_view key) const
{
    auto found = db_.query("SELECT value FROM meta WHERE key = ?", key);
    return found.next() ? found.text(0) : std::string{};
}

Result<void> WorkspaceSync::setMeta(std::string_view key, std::string_view value)
{
    return db_.run("INSERT INTO meta (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2", key,
                   value);
}

Id WorkspaceSync::device() const
{
    return parts_.device;
}

SyncCounts WorkspaceSync::counts() const
{
    return {.waiting = outbox_.waiting(),
            .oldestWaiting = outbox_.oldest(),
            .conflicts = openConflicts(),
            .rejected = static_cast<std::size_t>(db_.number("SELECT count(*) FROM rejected"))};
}

std::size_t WorkspaceSync::openConflicts() const
{
    std::size_t open = 0;
    auto found = db_.prepare("SELECT row_kind, row FROM conflict WHERE removed = 0 AND state = 0");
    while (found.next()) {
        const auto kind = kindNumbered(found.integer(0));
        if (!kind) continue;
        const std::string table{specOf(*kind).table};
        auto row = db_.query("SELECT 1 FROM \"" + table + "\" WHERE id = ? AND removed = 0", found.id(1));
        if (row.next()) ++open;
    }
    return open;
}

Result<void> WorkspaceSync::setClockOffset(std::chrono::milliseconds offset)
{
    parts_.clockOffset = offset;
    return setMeta("clock_offset", std::to_string(offset.count()));
}

Result<void> WorkspaceSync::continueAfter(std::int64_t acknowledged)
{
    if (outbox_.isBehind(acknowledged)) {
        // What we wrote since the backup does not come back to us by itself, and the next edit of the same row would be
        // taken for all that there is.
        std::vector<Id> ours;
        for (const sync::SpaceInfo& space : spaces()) ours.push_back(space.id);
        KITH_CHECK(fetchAnew(ours, {}));
    }
    auto done = transact([&](ChangeSet&) { return outbox_.continueAfter(acknowledged); });
    if (!done) return std::unexpected(done.error());
    return {};
}

Result<std::vector<sync::Operation>> WorkspaceSync::unsent(std::size_t most, std::size_t bytes)
{
    KITH_TRY(operations, outbox_.unsent(parts_.device, most, bytes));
    // What is left over has no operation (a space, a row that was purged) and waits for nothing.
    if (operations.empty() && outbox_.waiting() > 0) {
        const std::int64_t last = db_.number("SELECT max(first_seq + count) - 1 FROM outbox");
        KITH_CHECK(outbox_.setAcknowledged(last, parts_.now()));
    }
    if (!operations.empty()) KITH_CHECK(outbox_.setSent(operations.back().seq));
    return operations;
}

Result<void> WorkspaceSync::takeResult(std::span<const sync::Operation> sent,
                                       std::span<const sync::OperationResult> results, std::size_t at,
                                       ChangeSet& changes)
{
    const sync::Operation& operation = sent[at];
    const sync::OperationResult& result = results[at];
    const Kind kind = operation.patch.kind;
    const Id& id = operation.patch.id;
    if (result.outcome == sync::Outcome::Rejected) KITH_CHECK(keepRejected(operation, result));
    else KITH_CHECK(dismissRejected(operation.seq));
    KITH_TRY(known, rows_.read(kind, id));
    if (!known) return {};

    const bool ours = result.outcome == sync::Outcome::Applied || result.outcome == sync::Outcome::Duplicate;
    if (ours && !result.row) {
        if (result.number == 0) return {};
        // Before the server was restored it had given the edit another time, which the row here still has.
        sync::Row taken = known->row;
        if (result.outcome == sync::Outcome::Applied && sync::mergeInto(taken, operation.patch)) {
            KITH_TRY(change, rows_.write(taken, &*known, result.number));
            if (change) changes.rows.push_back(std::move(*change));
            return {};
        }
        return rows_.setNumber(*known, result.number);
    }
    // The row becomes the server's, and what we did after this operation comes on top of it.
    sync::Row row = sync::Row::empty(kind, id);
    if (result.row) sync::mergeInto(row, *result.row);
    for (std::size_t later = at + 1; later < sent.size(); ++later)
        if (sent[later].patch.id == id && results[later].outcome != sync::Outcome::Rejected)
            sync::mergeInto(row, sent[later].patch);
    KITH_TRY(pending, outbox_.pendingOf(parts_.device, kind, id, sent.back().seq));
    for (const sync::Operation& next : pending) sync::mergeInto(row, next.patch);
    if (row.placing.by == sync::Written{}) {
        // The server has no such row for us: what we wrote is kept with its reason, and leaves the lists.
        for (const sync::Operation& next : pending) KITH_CHECK(keepRejected(next, result));
        KITH_CHECK(purge_.rowAlone(kind, id));
        changes.rows.push_back({.kind = kind, .id = id, .what = What::Removed});
        return {};
    }
    KITH_TRY(change, rows_.write(row, &*known, result.number));
    if (change) changes.rows.push_back(std::move(*change));
    return {};
}

Result<void> WorkspaceSync::acknowledge(std::span<const sync::Operation> sent,
                                        std::span<const sync::OperationResult> results)
{
    if (sent.empty()) return {};
    if (sent.size() != results.size()) return fail(ErrorCode::BadInput, "The server answered for other edits.");
    for (std::size_t i = 0; i < sent.size(); ++i)
        if (sent[i].seq != results[i].seq) return fail(ErrorCode::BadInput, "The server answered for other edits.");
    auto done = transact([&](ChangeSet& changes) -> Result<void> {
        for (std::size_t i = 0; i < sent.size(); ++i) KITH_CHECK(takeResult(sent, results, i, changes));
        return outbox_.setAcknowledged(sent.back().seq, parts_.now());
    });
    if (!done) return std::unexpected(done.error());
    return {};
}

std::string WorkspaceSync::cursor() const
{
    return meta("cursor");
}

Result<void> WorkspaceSync::stage(const sync::PullReply& page)
{
    return db_.run("INSERT INTO inbox (cursor, page) VALUES (?, ?)", page.cursor,
                   sqlite::Blob{pack(sync::toJson(page))});
}

std::string WorkspaceSync::stagedCursor() const
{
    auto found = db_.prepare("SELECT cursor FROM inbox ORDER BY number DESC LIMIT 1");
    return found.next() ? found.text(0) : cursor();
}

Result<std::vector<sync::PullReply>> WorkspaceSync::pages() const
{
    std::vector<sync::PullReply> result;
    auto found = db_.prepare("SELECT page FROM inbox ORDER BY number");
    while (found.next()) {
        KITH_TRY(json, unpack(found.blob(0)));
        KITH_TRY(page, sync::fromJson<sync::PullReply>(json));
        result.push_back(std::move(page));
    }
    KITH_CHECK(found.result());
    return result;
}

Result<void> WorkspaceSync::guard(std::span<const sync::PullReply> pages, std::size_t leftOver) const
{
    std::size_t going = leftOver;
    for (const sync::PullReply& page : pages) {
        going += page.gone.size();
        for (const sync::NumberedRow& row : page.rows)
            if (row.row.presence && !row.row.presence->here) ++going;
    }
    if (going <= kManyRows) return {};
    std::int64_t all = 0;
    for (const KindSpec& spec : allKinds())
        all += db_.number("SELECT count(*) FROM \"" + std::string(spec.table) + "\" WHERE removed = 0");
    if (static_cast<double>(going) <= kManyPart * static_cast<double>(all)) return {};
    return fail(ErrorCode::Conflict,
                std::to_string(going)
                    + " entries would be removed from this machine by what colleagues did. Nothing was "
                      "changed; look at it and allow it when it is meant.");
}

Result<void> WorkspaceSync::beginTaking()
{
    KITH_TRY(waiting, outbox_.unsentRows());
    waiting_ = std::move(waiting);
    came_.clear();
    refusedWait_ = db_.number("SELECT EXISTS (SELECT 1 FROM rejected WHERE missing IS NOT NULL)") != 0;
    return {};
}

Result<void> WorkspaceSync::takeRow(const sync::NumberedRow& numbered, ChangeSet& changes)
{
    const Kind kind = numbered.row.kind;
    const Id& id = numbered.row.id;
    if (refusedWait_) came_.insert(id);
    KITH_TRY(known, rows_.read(kind, id));
    sync::Row row = sync::Row::empty(kind, id);
    std::int64_t number = numbered.number;
    if (known && known->stored.revision > number) {
        // Laid aside before a push that was answered with a later number.
        number = known->stored.revision;
        row = known->row;
    }
    sync::mergeInto(row, numbered.row);
    // What the server has not heard of yet stands on top of what it says.
    if (waiting_.contains(id)) {
        KITH_TRY(pending, outbox_.pendingOf(parts_.device, kind, id, outbox_.acknowledged()));
        for (const sync::Operation& operation : pending) sync::mergeInto(row, operation.patch);
    }
    if (known && known->row == row) return rows_.setNumber(*known, number);
    parts_.clock.observe(row.latest(), parts_.now());
    KITH_TRY(change, rows_.write(row, known ? &*known : nullptr, number));
    if (change) changes.rows.push_back(std::move(*change));
    return {};
}

Result<void> WorkspaceSync::takeGone(const sync::GoneRow& gone, ChangeSet& changes)
{
    KITH_TRY(known, rows_.read(gone.kind, gone.id));
    // It may have come back by another way: moved into a space that we see.
    if (!known || known->row.placing.space != gone.space) return {};
    // What was typed here since the last push can only be refused, and is kept as that.
    KITH_TRY(pending, outbox_.pendingOf(parts_.device, gone.kind, gone.id, outbox_.acknowledged()));
    const sync::OperationResult refusal{.reason = std::string(kLeft), .missing = gone.id};
    for (const sync::Operation& operation : pending) KITH_CHECK(keepRejected(operation, refusal));
    KITH_CHECK(pending.empty() ? purge_.row(gone.kind, gone.id) : purge_.rowAlone(gone.kind, gone.id));
    changes.rows.push_back({.kind = gone.kind, .id = gone.id, .what = What::Removed});
    return {};
}

Result<void> WorkspaceSync::takeErasure(const sync::Erasure& erasure, ChangeSet& changes)
{
    for (const auto& [kind, id] : erasure.rows) {
        KITH_TRY(was, purge_.erase(kind, id));
        if (was) changes.rows.push_back({.kind = kind, .id = id, .what = What::Removed});
        // A merge that the server has not heard of says what they were called, and could only be refused.
        if (kind != Kind::Person) continue;
        std::vector<Id> links;
        auto found = db_.query("SELECT id FROM same_person WHERE ?1 IN (person, \"into\")", id);
        while (found.next()) links.push_back(found.id(0));
        KITH_CHECK(found.result());
        for (const Id& link : links) {
            KITH_CHECK(purge_.erase(Kind::SamePerson, link));
            changes.rows.push_back({.kind = Kind::SamePerson, .id = link, .what = What::Removed});
        }
    }
    return db_.run("INSERT INTO erased (id) VALUES (?) ON CONFLICT DO NOTHING", erasure.id);
}

Result<std::size_t> WorkspaceSync::takeStaged(bool evenIfManyGo)
{
    KITH_TRY(staged, pages());
    if (staged.empty()) return 0;
    KITH_TRY(unsaid, leftOver(staged));
    if (!evenIfManyGo) KITH_CHECK(guard(staged, unsaid.size()));
    KITH_CHECK(beginTaking());
    auto done = transact([&](ChangeSet& changes) -> Result<void> {
        for (const sync::PullReply& page : staged)
            for (const sync::NumberedRow& row : page.rows) KITH_CHECK(takeRow(row, changes));
        for (const sync::PullReply& page : staged) {
            for (const sync::GoneRow& gone : page.gone) KITH_CHECK(takeGone(gone, changes));
            for (const sync::Erasure& erasure : page.erasures) KITH_CHECK(takeErasure(erasure, changes));
        }
        for (const auto& [kind, id] : unsaid) {
            KITH_CHECK(purge_.row(kind, id));
            changes.rows.push_back({.kind = kind, .id = id, .what = What::Removed});
        }
        if (isLast(staged.back())) KITH_CHECK(db_.run("DELETE FROM meta WHERE key = 'anew'"));
        KITH_CHECK(takeSpaces(staged.back().spaces, changes));
        KITH_CHECK(offerAgain(isLast(staged.back()), changes));
        KITH_CHECK(db_.run("DELETE FROM inbox"));
        return setMeta("cursor", staged.back().cursor);
    });
    if (!done) return std::unexpected(done.error());
    return done->rows.size();
}

Result<void> WorkspaceSync::beginSnapshot(const sync::SnapshotReply& snapshot)
{
    auto done = transact([&](ChangeSet&) -> Result<void> {
        if (snapshot.parts.empty()) return setMeta("cursor", snapshot.cursor);
        KITH_CHECK(setMeta("snapshot", sync::toJson(snapshot)));
        return setMeta("snapshot_next", "0");
    });
    if (!done) return std::unexpected(done.error());
    return {};
}

std::optional<SyncStore::Fetching> WorkspaceSync::fetching() const
{
    const std::string json = meta("snapshot");
    if (json.empty()) return std::nullopt;
    auto snapshot = sync::fromJson<sync::SnapshotReply>(json);
    if (!snapshot) return std::nullopt;
    const auto next =
        static_cast<int>(db_.number("SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'snapshot_next'"));
    if (static_cast<std::size_t>(next) >= snapshot->parts.size()) return std::nullopt;
    return Fetching{.snapshot = std::move(*snapshot), .next = next};
}

Result<std::size_t> WorkspaceSync::takePart(int index, std::span<const sync::NumberedRow> rows)
{
    const auto now = fetching();
    if (!now || now->next != index) return fail(ErrorCode::Internal, "This part of the first sync was not expected.");
    KITH_CHECK(beginTaking());
    const bool last = static_cast<std::size_t>(index) + 1 == now->snapshot.parts.size();
    auto done = transact([&](ChangeSet& changes) -> Result<void> {
        for (const sync::NumberedRow& row : rows) KITH_CHECK(takeRow(row, changes));
        KITH_CHECK(offerAgain(false, changes));
        if (!last) return setMeta("snapshot_next", std::to_string(index + 1));
        KITH_CHECK(db_.run("DELETE FROM meta WHERE key IN ('snapshot', 'snapshot_next')"));
        return setMeta("cursor", now->snapshot.cursor);
    });
    if (!done) return std::unexpected(done.error());
    return done->rows.size();
}

Result<void> WorkspaceSync::dropSnapshot()
{
    return db_.run("DELETE FROM meta WHERE key IN ('snapshot', 'snapshot_next')");
}

Result<std::vector<sync::SpaceSum>> WorkspaceSync::sums() const
{
    return sums_.all();
}

std::vector<Id> WorkspaceSync::erased() const
{
    std::vector<Id> ids;
    auto rows = db_.prepare("SELECT id FROM erased ORDER BY id");
    while (rows.next()) ids.push_back(rows.id(0));
    return ids;
}

Result<void> WorkspaceSync::confirmErased(std::span<const Id> erasures)
{
    for (const Id& id : erasures) KITH_CHECK(db_.run("DELETE FROM erased WHERE id = ?", id));
    return {};
}

}  // namespace kith::store
