// Commands and their options: what a program of ours takes on its command line, checked, explained by --help and open
// to be read by whoever writes a man page. The one place that knows which library parses (CLI11): its header alone
// takes longer to compile than most of our files.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace kith::arguments {

enum class Case { Ignored, Matters };

/// What an option takes. A handle: it may be copied, and dies with the CommandLine. Every function returns the option,
/// so that they chain; each adds to what the option was before.
class Option {
public:
    explicit Option(CLI::Option& option) : option_(&option) { }

    /// What help calls the value: "FILE".
    Option& value(const std::string& name);
    Option& required();
    /// The variable that is read when the option is not given.
    Option& environment(const std::string& variable);
    /// Help shows what the target holds now.
    Option& showDefault();
    /// One of these and nothing else; shown by help and offered by completion.
    Option& words(const std::vector<std::string>& words, Case letters = Case::Ignored);
    /// A day as parseIsoDate() takes it.
    Option& date();
    /// A moment as parseIsoInstant() takes it.
    Option& time();
    /// One value each time the option is given, any number of times.
    Option& many();
    /// Wrong usage when both are given.
    Option& excludes(const Option& other);
    /// A whole number from `least` to `most`.
    Option& between(int least, int most);

private:
    friend class Command;
    CLI::Option* option_;
};

/// An option as documents show it.
struct OptionText {
    std::string names;  ///< "-w, --workspace"; empty for a positional
    std::string value;  ///< "FILE"; empty for a flag
    std::string what;
    std::vector<std::string> longNames;  ///< without dashes
    std::vector<std::string> words;  ///< fixed values
    bool file = false;
};

/// One command, or the program as a whole. A handle like Option.
class Command {
public:
    struct Text {
        std::string name;
        std::string what;  ///< one line
        std::string example;  ///< shown by --help, one or more command lines
    };

    explicit Command(CLI::App& app) : app_(&app) { }

    /// A command below this one; `chosen` is called while parsing, once it is known to be the one that was given.
    Command command(const Text& text, std::function<void()> chosen);
    /// A word that commands stand below: "user". One of them must be given.
    Command group(const std::string& name, const std::string& what);
    /// Left out of help and of documents.
    Command& hide();

    /// An option ("--limit", "-w,--workspace") or, for a name without dashes, the next positional. Parsing writes to
    /// the target, which must live as long as the command line; text that does not fit its type is wrong usage.
    Option option(const std::string& names, std::string& target, const std::string& what);
    Option option(const std::string& names, std::vector<std::string>& target, const std::string& what);
    Option option(const std::string& names, int& target, const std::string& what);
    Option option(const std::string& names, std::int64_t& target, const std::string& what);
    Option option(const std::string& names, std::size_t& target, const std::string& what);
    Option option(const std::string& names, std::optional<double>& target, const std::string& what);
    /// True when it is given.
    Option flag(const std::string& names, bool& target, const std::string& what);

    /// Wrong usage when both are given, or neither. Once a command.
    void oneOf(Option& first, Option& second);

    [[nodiscard]] std::string name() const;
    [[nodiscard]] std::string what() const;
    [[nodiscard]] std::string example() const;
    /// What help says at its end.
    [[nodiscard]] std::string notes() const;
    /// Those that are not hidden, in the order in which they were added.
    [[nodiscard]] std::vector<Command> commands() const;
    [[nodiscard]] std::vector<OptionText> options() const;

private:
    CLI::App* app_;
};

/// A program whose first argument names a command. It has --help and --version; its own options may stand anywhere.
class CommandLine {
public:
    struct Text {
        std::string name;  ///< of the program
        std::string what;  ///< one line
        std::string version;
        std::string notes;  ///< shown at the end of --help
    };

    explicit CommandLine(const Text& text);
    CommandLine(const CommandLine&) = delete;
    CommandLine& operator=(const CommandLine&) = delete;
    ~CommandLine();

    [[nodiscard]] Command root() const { return Command(*app_); }

    /// Nothing when a command was chosen. Otherwise the exit code, everything having been printed: 0 after help and
    /// version, 2 for wrong usage.
    [[nodiscard]] std::optional<int> parse(int argc, const char* const* argv);

private:
    std::unique_ptr<CLI::App> app_;
};

}  // namespace kith::arguments
