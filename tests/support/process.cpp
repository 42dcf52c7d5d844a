#include <kith/support/process.h>

#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace kith::test {

Process::Process(std::string program, std::vector<std::string> arguments)
{
    int ends[2] = {-1, -1};
    // Other processes must not hold the writing end, or the end of this one's output would never be seen.
    if (pipe2(ends, O_CLOEXEC) != 0) return;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO);
    arguments.insert(arguments.begin(), std::move(program));
    std::vector<char*> pointers;
    for (std::string& argument : arguments) pointers.push_back(argument.data());
    pointers.push_back(nullptr);
    posix_spawn(&process_, pointers.front(), &actions, nullptr, pointers.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    output_ = ends[0];
}

Process::~Process()
{
    tell(SIGKILL);
    end();
    close(output_);
}

std::string Process::readUntil(std::string_view text)
{
    while (printed_.find(text) == std::string::npos) {
        char piece[4096];
        const auto size = read(output_, piece, sizeof piece);
        if (size <= 0) break;
        printed_.append(piece, static_cast<std::size_t>(size));
    }
    return printed_;
}

void Process::tell(int signal) const
{
    if (process_ > 0) kill(process_, signal);
}

int Process::end()
{
    if (process_ <= 0) return -1;
    int status = 0;
    waitpid(process_, &status, 0);
    process_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace kith::test
