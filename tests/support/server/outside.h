// Somebody else at the server's database: what an administrator, a second program or a broken disk may do to it.
#pragma once

#include <kith/server_support/bed.h>

#include <string>

namespace kith::server_support {

/// A connection of its own, for the thread that made it.
class Outside {
public:
    explicit Outside(Bed& bed);
    ~Outside();
    Outside(const Outside&) = delete;
    Outside& operator=(const Outside&) = delete;

    /// Nobody can push until letGo().
    void holdBack();
    void letGo();
    /// Makes a row one that the server cannot read.
    void spoil(const Id& row);
    /// PostgreSQL: how many rows of a table somebody reads whom the server lets in by its role for reading alone, with
    /// no other condition; -1 when the table may not be read.
    [[nodiscard]] int readableAs(const Id& account, const std::string& table);
    /// PostgreSQL: takes away the rule by which that role sees rows of a table.
    void dropRule(const std::string& table);

private:
    void execute(const std::string& sql);
    std::string connection_;
    bool sqlite_ = true;
};

}  // namespace kith::server_support
