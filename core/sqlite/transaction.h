// A write transaction that ends with commit() or not at all.
#pragma once

#include <kith/sqlite/connection.h>

namespace kith::sqlite {

/// BEGIN IMMEDIATE; rolls back when destroyed without a successful commit().
class Transaction {
public:
    [[nodiscard]] static Result<Transaction> begin(Connection& connection);
    ~Transaction();
    Transaction(Transaction&& other) noexcept;
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    Transaction& operator=(Transaction&&) = delete;

    /// Durable when it returns without an error; rolled back otherwise.
    Result<void> commit();

private:
    explicit Transaction(Connection& connection) : connection_(&connection) { }
    Connection* connection_;  ///< null when finished or moved from
};

}  // namespace kith::sqlite
