// Log lines by category. They carry ids and counts, never names, contact details or tokens.
#pragma once

#include <kith/base/id.h>

#include <fmt/format.h>
#include <functional>
#include <string>
#include <string_view>

namespace kith::log {

enum class Level : std::uint8_t { Debug, Info, Warning, Error };

/// Receives finished lines. The default writes warnings and errors to standard error.
using Sink = std::function<void(Level, std::string_view category, std::string_view line)>;
void setSink(Sink sink);
void write(Level level, std::string_view category, std::string_view line);

/// What a log line may hold: numbers and ids go in by value, free text only as a literal in the format string.
/// There is deliberately no overload for std::string, so that a person's words cannot slip in.
template <class T>
concept Loggable = std::is_arithmetic_v<T> || std::is_enum_v<T> || std::is_same_v<T, Id>;

template <Loggable... Args>
void line(Level level, std::string_view category, std::string_view format, const Args&... args)
{
    [[maybe_unused]] const auto printable = [](const auto& value) {
        using T = std::remove_cvref_t<decltype(value)>;
        if constexpr (std::is_same_v<T, Id>) return value.toString();
        else if constexpr (std::is_enum_v<T>) return static_cast<long long>(value);
        else return value;
    };
    write(level, category, fmt::format(fmt::runtime(format), printable(args)...));
}

}  // namespace kith::log
