// Databases on a PostgreSQL that the tests start themselves.
#pragma once

#include <filesystem>
#include <string>

namespace kith::server_support {

/// A PostgreSQL server: the one that CTest has started for all tests (KITH_TEST_POSTGRES names its state file), or one
/// of its own, stopped at the end.
class PostgresServer {
public:
    enum class Which { Shared, Own };
    explicit PostgresServer(Which which = Which::Shared);
    ~PostgresServer();
    PostgresServer(const PostgresServer&) = delete;
    PostgresServer& operator=(const PostgresServer&) = delete;

    /// As after a power cut. Only with one of its own.
    void restart();
    [[nodiscard]] std::string urlOf(const std::string& database) const;
    /// Makes an empty database with a name of its own.
    [[nodiscard]] std::string makeDatabase();
    void dropDatabase(const std::string& name);

private:
    void run(const std::string& action);
    void execute(const std::string& sql);

    bool own_ = false;
    std::filesystem::path state_;
    std::string folder_;
};

}  // namespace kith::server_support
