#include "sync_sums.h"

#include <kith/sync/sums.h>

#include <bit>

namespace kith::store {

void SyncSums::add(std::int64_t space, const Id& row, std::int64_t number)
{
    Delta& delta = deltas_[space];
    ++delta.rows;
    delta.sum += sync::sumOf(row, number);
}

void SyncSums::remove(std::int64_t space, const Id& row, std::int64_t number)
{
    Delta& delta = deltas_[space];
    --delta.rows;
    delta.sum -= sync::sumOf(row, number);
}

Result<void> SyncSums::flush()
{
    for (const auto& [space, delta] : deltas_) {
        auto known = connection_.query("SELECT rows, sum FROM space_sum WHERE space = ?", space);
        std::int64_t rows = delta.rows;
        std::uint64_t sum = delta.sum;
        if (known.next()) {
            rows += known.integer(0);
            sum += std::bit_cast<std::uint64_t>(known.integer(1));
        }
        KITH_CHECK(known.result());
        KITH_CHECK(connection_.run("INSERT INTO space_sum (space, rows, sum) VALUES (?1, ?2, ?3)"
                                   " ON CONFLICT (space) DO UPDATE SET rows = ?2, sum = ?3",
                                   space, rows, std::bit_cast<std::int64_t>(sum)));
    }
    deltas_.clear();
    return {};
}

Result<std::vector<sync::SpaceSum>> SyncSums::all() const
{
    std::vector<sync::SpaceSum> sums;
    auto rows = connection_.prepare("SELECT id, rows, sum FROM space_sum JOIN space ON space.rid = space_sum.space"
                                    " WHERE rows <> 0 ORDER BY id");
    while (rows.next())
        sums.push_back(
            {.space = rows.id(0), .rows = rows.integer(1), .sum = std::bit_cast<std::uint64_t>(rows.integer(2))});
    KITH_CHECK(rows.result());
    return sums;
}

}  // namespace kith::store
