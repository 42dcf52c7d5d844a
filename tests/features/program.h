// Runs the real kithctl as a process of its own, in a folder of its own.
#pragma once

#include <kith/support/temp_workspace.h>

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace kith::test {

struct Outcome {
    int code = -1;  ///< the exit code; -1 when a signal ended it
    std::string out;
    std::string err;
};

/// A folder, a fixed time (2026-11-22 09:30 UTC) and no environment of the machine.
class Kithctl {
public:
    Kithctl();
    /// Runs with these arguments, `input` on standard input.
    Outcome run(const std::vector<std::string>& arguments, const std::string& input = {}) const;
    /// Runs with --json added, expects success, and reads what it printed.
    nlohmann::json json(std::vector<std::string> arguments) const;
    /// Expects success.
    void ok(const std::vector<std::string>& arguments) const;

    /// Makes a file in the folder and returns its path.
    std::string file(const std::string& name, const std::string& content) const;
    [[nodiscard]] std::filesystem::path path(const std::string& name) const { return folder_.path() / name; }
    void set(const std::string& variable, const std::string& value);

private:
    TempFolder folder_;
    std::vector<std::string> environment_;
};

}  // namespace kith::test
