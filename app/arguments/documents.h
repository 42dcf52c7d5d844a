// The man page and shell completion, generated from the command table so that they cannot disagree with it.
#pragma once

#include <kith/arguments/command.h>

#include <optional>
#include <string>
#include <string_view>

namespace kith::arguments {

/// What a man page says besides the commands.
struct ManText {
    int section = 1;
    std::string_view version;
    std::string date;  ///< of the page, ISO 8601
    std::string_view more;  ///< further sections, in the man macros
};

/// The page of a program in the man macros (groff_man(7)); commands of commands are shown as "user add".
[[nodiscard]] std::string manPage(const Command& program, const ManText& text);

/// Completion for "bash", "zsh" or "fish": commands, options and the fixed words of options.
[[nodiscard]] std::optional<std::string> completion(const Command& program, std::string_view shell);

}  // namespace kith::arguments
