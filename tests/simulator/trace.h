// What happened in a run, one line after the other, and a sum over all of it.
#pragma once

#include <cstdint>
#include <fmt/format.h>
#include <stdexcept>
#include <string>
#include <string_view>

namespace kith::simulation {

/// Two runs did the same if their hashes are equal.
class Trace {
public:
    explicit Trace(bool loud) : loud_(loud) { }

    template <class... Args>
    void say(fmt::format_string<Args...> format, Args&&... args)
    {
        add(fmt::format(format, std::forward<Args>(args)...));
    }
    /// 64-bit FNV-1a over all lines so far.
    [[nodiscard]] std::uint64_t hash() const { return hash_; }

private:
    void add(std::string_view line);

    std::uint64_t hash_ = 0xCBF29CE484222325ULL;
    bool loud_;
};

/// The run found something wrong; what() says what.
class Broken : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

template <class... Args>
[[noreturn]] void broken(fmt::format_string<Args...> format, Args&&... args)
{
    throw Broken(fmt::format(format, std::forward<Args>(args)...));
}

}  // namespace kith::simulation
