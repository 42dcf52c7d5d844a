#include "program.h"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <spawn.h>
#include <sys/wait.h>

namespace kith::test {

namespace {

std::string contentOf(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<char*> pointersTo(std::vector<std::string>& texts)
{
    std::vector<char*> pointers;
    for (std::string& text : texts) pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

}  // namespace

Kithctl::Kithctl()
{
    // An address without a bus: the machine's keychain has no part in this.
    environment_ = {"TZ=UTC",
                    "LC_ALL=C.UTF-8",
                    "PATH=/usr/bin:/bin",
                    "DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent/bus",
                    "KITH_NOW=2026-11-22T09:30:00Z",
                    "HOME=" + folder_.path().string(),
                    "XDG_DATA_HOME=" + (folder_.path() / "data").string(),
                    "KITH_WORKSPACE=" + (folder_.path() / "test.kith").string()};
}

Outcome Kithctl::run(const std::vector<std::string>& arguments, const std::string& input) const
{
    const std::string in = file("standard-input", input);
    const std::string out = path("standard-output").string();
    const std::string err = path("standard-error").string();
    posix_spawn_file_actions_t actions{};
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, in.c_str(), O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_addopen(&actions, 2, err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);

    std::vector<std::string> words{KITHCTL};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<std::string> environment = environment_;
    pid_t child = 0;
    Outcome outcome;
    if (posix_spawn(&child, KITHCTL, &actions, nullptr, pointersTo(words).data(), pointersTo(environment).data())
        == 0) {
        int status = 0;
        waitpid(child, &status, 0);
        if (WIFEXITED(status)) outcome.code = WEXITSTATUS(status);
    }
    posix_spawn_file_actions_destroy(&actions);
    outcome.out = contentOf(out);
    outcome.err = contentOf(err);
    return outcome;
}

nlohmann::json Kithctl::json(std::vector<std::string> arguments) const
{
    arguments.emplace_back("--json");
    const Outcome outcome = run(arguments);
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    auto document = nlohmann::json::parse(outcome.out, nullptr, false);
    EXPECT_FALSE(document.is_discarded()) << outcome.out;
    return document;
}

void Kithctl::ok(const std::vector<std::string>& arguments) const
{
    const Outcome outcome = run(arguments);
    EXPECT_EQ(outcome.code, 0) << outcome.err;
}

void Kithctl::set(const std::string& variable, const std::string& value)
{
    std::erase_if(environment_, [&](const std::string& each) { return each.starts_with(variable + "="); });
    environment_.push_back(variable + "=" + value);
}

std::string Kithctl::file(const std::string& name, const std::string& content) const
{
    std::ofstream(path(name), std::ios::binary) << content;
    return path(name).string();
}

}  // namespace kith::test
