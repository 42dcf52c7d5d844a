// A program run as a process of its own, whose output is read.
#pragma once

#include <string>
#include <string_view>
#include <sys/types.h>
#include <vector>

namespace kith::test {

/// Killed at the end, if it still runs.
class Process {
public:
    Process(std::string program, std::vector<std::string> arguments);
    ~Process();
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    /// All that was printed, on either output, until that text came, or until the end.
    std::string readUntil(std::string_view text);
    /// Until the process has closed its outputs.
    std::string readAll() { return readUntil(kNever); }
    void tell(int signal) const;
    /// Waits for the end; the exit code, or -1 when a signal ended it.
    int end();

private:
    static constexpr std::string_view kNever{"\0never printed", 14};

    pid_t process_ = -1;
    int output_ = -1;
    std::string printed_;
};

}  // namespace kith::test
