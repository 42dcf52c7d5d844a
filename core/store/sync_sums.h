// The sums of the rows that the server knows, kept up as rows come and go. Private to this folder.
#pragma once

#include <kith/sqlite/connection.h>
#include <kith/sync/messages.h>

#include <unordered_map>
#include <vector>

namespace kith::store {

/// Collects differences within a transaction; flush() writes them.
class SyncSums {
public:
    explicit SyncSums(sqlite::Connection& connection) : connection_(connection) { }

    void add(std::int64_t space, const Id& row, std::int64_t number);
    void remove(std::int64_t space, const Id& row, std::int64_t number);
    Result<void> flush();
    void forget() { deltas_.clear(); }
    [[nodiscard]] Result<std::vector<sync::SpaceSum>> all() const;

private:
    struct Delta {
        std::int64_t rows = 0;
        std::uint64_t sum = 0;
    };

    sqlite::Connection& connection_;
    std::unordered_map<std::int64_t, Delta> deltas_;
};

}  // namespace kith::store
