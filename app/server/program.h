// The commands of kithd: one table for parsing, help and the man page.
#pragma once

#include <kith/arguments/command.h>
#include <kith/base/error.h>
#include <kith/base/random.h>
#include <kith/server/server.h>

#include <functional>
#include <memory>
#include <string>

namespace kith::app {

using arguments::Command;

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

    /// Adds a command below `above`; its options are added to what is returned.
    Command add(Command above, const Command::Text& text, Action action);

    /// The program as a whole.
    [[nodiscard]] Command root() const { return line_.root(); }
    /// Parses and runs; returns the exit code: 0 done, 1 failed, 2 wrong usage.
    int run(int argc, const char* const* argv);

private:
    arguments::CommandLine line_;
    Place place_;
    Action chosen_;
};

void addServe(Program& program);
void addAdministration(Program& program);
void addUpkeep(Program& program);
void addMan(Program& program);

}  // namespace kith::app
