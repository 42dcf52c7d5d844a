// What an open workspace is made of. Private to this folder.
#pragma once

#include "applier.h"
#include "journal.h"
#include "kept_search.h"
#include "old_pages.h"
#include "workspace_lock.h"

#include <kith/base/log.h>
#include <kith/sqlite/transaction.h>
#include <kith/store/copy_gate.h>
#include <kith/store/workspace.h>
#include <kith/sync/hybrid_clock.h>

#include <memory>
#include <optional>

namespace kith::store {

struct WorkspaceParts {
    explicit WorkspaceParts(const WorkspaceOptions& o) : options(o), lock(o.path) { }

    WorkspaceOptions options;
    WorkspaceLock lock;
    std::optional<sqlite::CipherKey> cipher;
    std::unique_ptr<sqlite::Connection> connection;
    std::optional<RowStore> rows;
    std::optional<Interned> interned;
    std::optional<Applier> applier;
    std::optional<Journal> journal;
    std::optional<Reader> reader;
    std::optional<KeptSearch> keptSearch;
    std::optional<OldPages> oldPages;
    HybridClock clock;
    /// The server's clock minus ours, once we have spoken to one.
    std::chrono::milliseconds clockOffset{};
    Id device;
    Workspace::Listener listener;
    CopyGate copies;

    /// A connection of its own that only reads. Thread-safe.
    [[nodiscard]] Result<std::unique_ptr<sqlite::Connection>> openToRead() const
    {
        return sqlite::Connection::open(options.path,
                                        {.access = sqlite::Access::Query, .key = cipher, .vfs = options.vfs});
    }

    [[nodiscard]] Instant now() const { return options.clock.now() + clockOffset; }

    /// Everything a command's rows are stamped with.
    Result<StampEntry> stamp(const Source& source)
    {
        StampEntry entry;
        entry.time = clock.tick(now());
        KITH_TRY(deviceNumber, interned->deviceNumber(device));
        KITH_TRY(sourceNumber, interned->sourceNumber(source));
        entry.device = deviceNumber;
        entry.source = sourceNumber;
        return entry;
    }
    Result<void> writeAll(const std::vector<RowWrite>& writes, const StampEntry& entry, ChangeSet& changes);
    /// Runs work(changes) in one transaction; the listener hears of it once it is durable.
    template <class Work>
    Result<ChangeSet> transact(Work work);
};

template <class Work>
Result<ChangeSet> WorkspaceParts::transact(Work work)
{
    ChangeSet changes;
    const auto attempt = [&]() -> Result<void> {
        KITH_TRY(transaction, sqlite::Transaction::begin(*connection));
        KITH_CHECK(work(changes));
        KITH_CHECK(keptSearch->follow(changes));
        return transaction.commit();
    };
    if (auto done = attempt(); !done) {
        applier->forget();
        interned->forget();
        log::line(log::Level::Warning, "store", "a command was rolled back, code {}", done.error().code);
        return std::unexpected(done.error());
    }
    if (listener && !changes.empty()) listener(changes);
    oldPages->drop({});
    return changes;
}

}  // namespace kith::store
