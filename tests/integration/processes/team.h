// A server and desktops as real processes, with a proxy between them.
#pragma once

#include "cutting_proxy.h"

#include <kith/support/process.h>
#include <kith/support/temp_workspace.h>

#include <gtest/gtest.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace kith::test {

struct Ran {
    int code = -1;
    std::string text;  ///< both outputs
};

/// kithd on a free port with "admin" waiting for the code; workspaces are made as they are named.
class Team : public testing::Test {
protected:
    Team();

    /// Starts kithd again on the same data, wherever it was stopped.
    void startServer();
    void killServer() const;
    [[nodiscard]] Ran kithd(std::vector<std::string> arguments) const;

    /// Runs kithctl on a desk's workspace.
    [[nodiscard]] Ran on(const std::string& desk, const std::vector<std::string>& arguments) const;
    [[nodiscard]] nlohmann::json json(const std::string& desk, std::vector<std::string> arguments) const;
    void ok(const std::string& desk, const std::vector<std::string>& arguments) const;
    /// kithctl sync, which is killed once so many bytes have passed.
    [[nodiscard]] Ran syncKilledAfter(const std::string& desk, std::uint64_t bytes);

    /// A new workspace, signed in as an account of this name; the first one is the administrator.
    void join(const std::string& desk);
    /// Every person and conversation, as another desk must have it too.
    [[nodiscard]] std::string contentOf(const std::string& desk) const;

    CuttingProxy proxy;

private:
    [[nodiscard]] std::vector<std::string> words(const std::string& desk, const std::vector<std::string>& more) const;
    [[nodiscard]] std::string path(const std::string& name) const { return (folder_.path() / name).string(); }

    TempFolder folder_;
    std::unique_ptr<Process> server_;
    std::string code_;  ///< of the first administrator, until it is used
    std::string administrator_;
};

}  // namespace kith::test
