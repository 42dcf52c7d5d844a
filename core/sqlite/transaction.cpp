#include <kith/sqlite/transaction.h>

#include <utility>

namespace kith::sqlite {

Result<Transaction> Transaction::begin(Connection& connection)
{
    KITH_CHECK(connection.run("BEGIN IMMEDIATE"));
    return Transaction(connection);
}

Transaction::Transaction(Transaction&& other) noexcept : connection_(std::exchange(other.connection_, nullptr)) { }

Transaction::~Transaction()
{
    // SQLite may have rolled back by itself (disk full, I/O error): a second ROLLBACK would only fail.
    if (connection_ != nullptr && connection_->inTransaction()) (void)connection_->run("ROLLBACK");
}

Result<void> Transaction::commit()
{
    KITH_CHECK(connection_->run("COMMIT"));
    connection_ = nullptr;
    return {};
}

}  // namespace kith::sqlite
