// Fetching spaces anew that are not what the server has.
#include "workspace_sync.h"

#include <kith/base/text.h>

#include <algorithm>
#include <fmt/format.h>
#include <unordered_set>

namespace kith::store {

Result<void> WorkspaceSync::fetchAnew(std::span<const Id> spaces, const std::string& cursor)
{
    auto done = transact([&](ChangeSet&) -> Result<void> {
        std::string anew = meta("anew");
        for (const Id& space : spaces) {
            KITH_TRY(number, rows_.spaceNumber(space));
            // No row of it counts as the server's until it comes again.
            for (const KindSpec& spec : allKinds())
                if (spec.kind != Kind::Space)
                    KITH_CHECK(
                        db_.run(fmt::format("UPDATE \"{}\" SET revision = 0 WHERE space = ?", spec.table), number));
            KITH_CHECK(db_.run("DELETE FROM space_sum WHERE space = ?", number));
            if (anew.find(space.toString()) == std::string::npos) anew += space.toString() + ' ';
        }
        KITH_CHECK(setMeta("anew", anew));
        KITH_CHECK(db_.run("DELETE FROM inbox"));
        return setMeta("cursor", cursor);
    });
    if (!done) return std::unexpected(done.error());
    return {};
}

Result<std::vector<std::pair<Kind, Id>>> WorkspaceSync::leftOver(std::span<const sync::PullReply> pages) const
{
    std::vector<std::pair<Kind, Id>> rows;
    const std::string anew = meta("anew");
    if (anew.empty() || pages.back().more || !pages.back().snapshots.empty()) return rows;
    KITH_TRY(keep, outbox_.unsentRows());
    for (const sync::PullReply& page : pages)
        for (const sync::NumberedRow& row : page.rows) keep.insert(row.row.id);
    for (const std::string_view word : split(anew, ' ')) {
        const auto space = Id::parse(word);
        if (!space) continue;
        for (const KindSpec& spec : allKinds()) {
            if (spec.kind == Kind::Space) continue;
            auto found = db_.query(fmt::format("SELECT t.id FROM \"{}\" t JOIN space s ON s.rid = t.space"
                                               " WHERE s.id = ? AND coalesce(t.revision, 0) = 0",
                                               spec.table),
                                   *space);
            while (found.next())
                if (const Id id = found.id(0); !keep.contains(id)) rows.emplace_back(spec.kind, id);
            KITH_CHECK(found.result());
        }
    }
    return rows;
}

}  // namespace kith::store
