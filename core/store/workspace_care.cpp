// What is done with a workspace as a whole: read beside the writer, copied, checked, filled.
#include "filling.h"
#include "parts.h"

#include <kith/store/backups.h>
#include <kith/store/check.h>

namespace kith::store {

Result<std::unique_ptr<Reader>> Workspace::newReader() const
{
    KITH_TRY(connection, parts_->openToRead());
    KITH_CHECK(connection->run("PRAGMA cache_size = -16384"));
    return std::make_unique<Reader>(std::move(connection));
}

Result<void> Workspace::backup(const std::filesystem::path& target, const std::stop_token& stop) const
{
    KITH_TRY(connection, parts_->openToRead());
    return parts_->copies.run(
        [&](const std::atomic<bool>& brokenOff) {
            return verifiedCopy(*connection, parts_->cipher, target, &brokenOff);
        },
        stop);
}

std::vector<std::string> Workspace::check() const
{
    return problemsOf(*parts_->connection, isEncrypted());
}

Result<void> Workspace::rebuildDerived()
{
    auto done = parts_->transact([&](ChangeSet&) -> Result<void> {
        KITH_CHECK(parts_->keptSearch->forget());
        return parts_->applier->derived().rebuild();
    });
    if (!done) return std::unexpected(done.error());
    return {};
}

Result<void> Workspace::beginFilling()
{
    return leaveOutIndexes(*parts_->connection);
}

Result<void> Workspace::endFilling()
{
    return makeIndexes(*parts_->connection);
}

}  // namespace kith::store
