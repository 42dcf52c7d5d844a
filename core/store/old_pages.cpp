#include "old_pages.h"

namespace kith::store {

OldPages::OldPages(sqlite::Connection& connection)
    : connection_(connection), noted_(connection.number("SELECT count(*) FROM meta WHERE key = 'old_pages'") != 0)
{
}

Result<void> OldPages::note()
{
    noted_ = true;
    return connection_.run("INSERT INTO meta (key, value) VALUES ('old_pages', '') ON CONFLICT DO NOTHING");
}

void OldPages::drop(std::chrono::milliseconds patience)
{
    if (!noted_) return;
    connection_.waitAtMost(patience);
    {
        auto busy = connection_.prepare("PRAGMA wal_checkpoint(TRUNCATE)");
        noted_ = !busy.next() || busy.integer(0) != 0;
    }
    connection_.waitAtMost(sqlite::kUsualPatience);
    if (!noted_) noted_ = !connection_.run("DELETE FROM meta WHERE key = 'old_pages'");
}

}  // namespace kith::store
