// The list of commands: one place from which parsing, help, the man page and shell completion come.
#pragma once

#include "context.h"

#include <kith/domain/vocabulary.h>

#include <CLI/CLI.hpp>

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kith::cli {

/// Runs a command. A failure's sentence goes to standard error and the exit code is 1.
using Action = std::function<Result<void>(Context&)>;

class CommandTable {
public:
    CommandTable();
    CommandTable(const CommandTable&) = delete;
    CommandTable& operator=(const CommandTable&) = delete;

    struct Text {
        std::string name;
        std::string what;  ///< one line
        std::string example;  ///< shown by --help, one or more command lines
    };
    /// Adds a command; its options are added to the App returned.
    CLI::App& add(const Text& text, Action action);

    /// Parses and runs; returns the exit code: 0 done, 1 failed, 2 wrong usage.
    int run(int argc, const char* const* argv);

    [[nodiscard]] const CLI::App& app() const { return app_; }

private:
    CLI::App app_;
    Globals globals_;
    Action chosen_;
};

/// What an option takes, checked while parsing, shown by help and offered by shell completion.
CLI::Option* takesWords(CLI::Option* option, const std::vector<std::string>& words);
CLI::Option* takesDate(CLI::Option* option);
CLI::Option* takesTime(CLI::Option* option);
/// One value each time the option is given, any number of times.
CLI::Option* takesMany(CLI::Option* option);

/// The words of one of the fixed lists of the product.
template <class E>
CLI::Option* takesWordsOf(CLI::Option* option)
{
    std::vector<std::string> words;
    for (const Word& word : wordsOf<E>()) words.emplace_back(word.word);
    return takesWords(option, words);
}

/// The date behind a text that takesDate() let through.
[[nodiscard]] Date dateFrom(std::string_view text);
/// The instant behind a text that takesTime() let through; nothing said means `otherwise`.
[[nodiscard]] Instant instantFrom(std::string_view text, const Zone& zone, Instant otherwise);

}  // namespace kith::cli
