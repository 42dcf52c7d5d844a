#include "bed.h"

#include <array>
#include <cstdlib>
#include <fmt/format.h>
#include <fstream>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace kith::bench {

namespace {

/// Runs a program to its end; false when it could not be run or failed.
bool run(std::vector<std::string> arguments)
{
    std::vector<char*> argv;
    for (auto& argument : arguments) argv.push_back(argument.data());
    argv.push_back(nullptr);
    pid_t pid = 0;
    if (posix_spawn(&pid, argv[0], nullptr, nullptr, argv.data(), environ) != 0) return false;
    int status = 0;
    return waitpid(pid, &status, 0) == pid && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

std::filesystem::path writeKeyFile(const Bed& bed)
{
    const auto path = bed.temp.folder() / "key";
    std::ofstream file(path);
    for (const auto byte : *bed.key) file << fmt::format("{:02x}", byte);
    file.close();
    std::filesystem::permissions(path, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    return path;
}

}  // namespace

void measureStart(Bed& bed)
{
    if (bed.options.desktop.empty()) return;
    std::vector<std::string> kithCommand{bed.options.desktop, "--measure-start", "--workspace",
                                         bed.temp.path().string()};
    if (bed.key) {
        kithCommand.emplace_back("--key-file");
        kithCommand.push_back(writeKeyFile(bed).string());
    }
    // Only one process has a workspace open.
    bed.temp.close();
    setenv("QT_QPA_PLATFORM", "offscreen", 0);
    Stopwatch kith;
    Stopwatch limit;
    for (int i = 0; i < 6; ++i) {
        Stopwatch& kithWatch = kith;
        // The first round warms the file cache and is not counted.
        Stopwatch warming;
        (i == 0 ? warming : kithWatch).time([&] {
            if (!run(kithCommand)) giveUp("kith --measure-start did not run to its end.");
        });
        if (bed.options.emptyWindow.empty()) continue;
        (i == 0 ? warming : limit).time([&] {
            if (!run({bed.options.emptyWindow})) giveUp("the empty window did not run to its end.");
        });
    }
    bed.temp.reopen();
    bed.report.figures.push_back(
        {.name = "start",
         .what = "start of the process until the window is usable, and its end",
         .limitIs = "the same for an empty Qt window",
         .kith = kith.timing(),
         .limit = bed.options.emptyWindow.empty() ? std::nullopt : std::optional(limit.timing()),
         .target = "<= 1.5 x the empty window + 150 ms"});
}

}  // namespace kith::bench
