// The commands of kithd: one table for parsing, help and the man page.
#pragma once

#include <kith/base/error.h>
#include <kith/base/random.h>
#include <kith/server/server.h>

#include <CLI/CLI.hpp>

#include <functional>
#include <memory>
#include <string>

namespace kith::app {

/// What every command works on.
struct Place {
    std::string data;
    std::string database;
};

/// A server over the place, with what it needs from the system.
class OpenServer {
public:
    [[nodiscard]] static Result<std::unique_ptr<OpenServer>> at(const Place& place, const std::string& organisation);
    [[nodiscard]] server::Server& server() { return *server_; }

private:
    OpenServer() = default;
    SystemClock clock_;
    SystemRandom random_;
    UuidSource ids_{clock_, random_};
    std::unique_ptr<server::Server> server_;
};

class Program {
public:
    using Action = std::function<Result<void>(const Place&)>;

    Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    struct Text {
        std::string name;
        std::string what;  ///< one line
        std::string example;  ///< shown by --help
    };
    /// Adds a command below `above`; its options are added to the App returned.
    CLI::App& add(CLI::App& above, const Text& text, Action action);
    /// A word that commands stand below: "user".
    CLI::App& group(const std::string& name, const std::string& what);

    [[nodiscard]] CLI::App& app() { return app_; }
    /// Parses and runs; returns the exit code: 0 done, 1 failed, 2 wrong usage.
    int run(int argc, const char* const* argv);

private:
    CLI::App app_;
    Place place_;
    Action chosen_;
};

void addServe(Program& program);
void addAdministration(Program& program);
void addUpkeep(Program& program);
void addMan(Program& program);

}  // namespace kith::app
