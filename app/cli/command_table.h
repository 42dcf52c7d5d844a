// The list of commands: one place from which parsing, help, the man page and shell completion come.
#pragma once

#include "context.h"

#include <kith/arguments/command.h>
#include <kith/domain/vocabulary.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kith::cli {

using arguments::Command;

/// Runs a command. A failure's sentence goes to standard error and the exit code is 1.
using Action = std::function<Result<void>(Context&)>;

class CommandTable {
public:
    CommandTable();
    CommandTable(const CommandTable&) = delete;
    CommandTable& operator=(const CommandTable&) = delete;

    /// Adds a command; its options are added to what is returned.
    Command add(const Command::Text& text, Action action) { return add(root(), text, std::move(action)); }
    /// Adds a command below a word: "space add".
    Command add(Command above, const Command::Text& text, Action action);

    /// Parses and runs; returns the exit code: 0 done, 1 failed, 2 wrong usage.
    int run(int argc, const char* const* argv);

    /// The program as a whole.
    [[nodiscard]] Command root() const { return line_.root(); }

private:
    arguments::CommandLine line_;
    Globals globals_;
    Action chosen_;
};

/// The words of one of the fixed lists of the product.
template <class E>
std::vector<std::string> wordList()
{
    std::vector<std::string> words;
    for (const Word& word : wordsOf<E>()) words.emplace_back(word.word);
    return words;
}

/// The date behind a text that Option::date() let through.
[[nodiscard]] Date dateFrom(std::string_view text);
/// The instant behind a text that Option::time() let through; nothing said means `otherwise`.
[[nodiscard]] Instant instantFrom(std::string_view text, const Zone& zone, Instant otherwise);

}  // namespace kith::cli
