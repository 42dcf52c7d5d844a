// The man page and shell completion, generated from the command table so that they cannot disagree with it.
#pragma once

#include <CLI/CLI.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace kith::cli {

/// kithctl(1) in the man macros (groff_man(7)). `date` is the page's date, ISO 8601.
[[nodiscard]] std::string manPage(const CLI::App& app, std::string_view version, std::string_view date);

/// Completion for "bash", "zsh" or "fish": commands, options and the fixed words of options.
[[nodiscard]] std::optional<std::string> completion(const CLI::App& app, std::string_view shell);

}  // namespace kith::cli
