#include "command_docs.h"

#include <kith/base/text.h>

#include <fmt/format.h>

#include <algorithm>

namespace kith::cli {

namespace {

struct OptionText {
    std::string names;  ///< "-w, --workspace"; empty for a positional
    std::string value;  ///< "FILE"; empty for a flag
    std::string what;
    std::vector<std::string> longNames;  ///< without dashes
    std::vector<std::string> words;  ///< fixed values
    bool file = false;
};

std::vector<const CLI::App*> commandsOf(const CLI::App& app)
{
    return app.get_subcommands([](const CLI::App* each) { return !each->get_group().empty(); });
}

std::vector<OptionText> optionsOf(const CLI::App& app)
{
    std::vector<OptionText> texts;
    for (const CLI::Option* option : app.get_options()) {
        if (option->get_group().empty()) continue;
        OptionText text;
        text.what = option->get_description();
        text.longNames = option->get_lnames();
        if (option->get_type_size() != 0) text.value = option->get_type_name();
        if (text.value.starts_with('{') && text.value.ends_with('}'))
            for (const auto word : split(std::string_view(text.value).substr(1, text.value.size() - 2), ','))
                text.words.emplace_back(word);
        text.file = text.value == "FILE";
        std::vector<std::string> names;
        for (const std::string& name : option->get_snames()) names.push_back("-" + name);
        for (const std::string& name : text.longNames) names.push_back("--" + name);
        text.names = join(names, ", ");
        texts.push_back(std::move(text));
    }
    return texts;
}

std::string replaced(std::string text, std::string_view what, std::string_view with)
{
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
    return text;
}

/// Text as troff takes it literally: backslashes doubled, hyphens copyable, no control line by accident.
std::string troff(std::string_view text)
{
    std::string safe = replaced(replaced(std::string{text}, "\\", "\\e"), "-", "\\-");
    if (safe.starts_with('.') || safe.starts_with('\'')) safe.insert(0, "\\&");
    return replaced(std::move(safe), "\n.", "\n\\&.");
}

/// The example lines of a command, out of its footer.
std::string exampleOf(const CLI::App& command)
{
    const std::string footer = command.get_footer();
    const std::size_t line = footer.find('\n');
    return line == std::string::npos ? std::string{} : std::string{trim(footer.substr(line))};
}

void appendOptions(std::string& page, const CLI::App& app, bool help)
{
    for (const OptionText& option : optionsOf(app)) {
        if (!help && option.names == "-h, --help") continue;
        page += ".TP\n";
        if (option.names.empty()) page += fmt::format(".I {}\n", troff(option.value));
        else if (option.value.empty()) page += fmt::format(".B {}\n", troff(option.names));
        else page += fmt::format(".BI \"{} \" \"{}\"\n", troff(option.names), troff(option.value));
        page += troff(option.what) + ".\n";
    }
}

std::string upper(std::string text)
{
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return text;
}

void appendCommands(std::string& page, const CLI::App& app, const std::string& above)
{
    for (const CLI::App* command : commandsOf(app)) {
        const std::string name = above + command->get_name();
        if (!commandsOf(*command).empty()) {
            appendCommands(page, *command, name + ' ');
            continue;
        }
        page += fmt::format(".SS {}\n{}.\n", name, troff(command->get_description()));
        appendOptions(page, *command, false);
        page += fmt::format(".PP\nExample:\n.PP\n.EX\n{}\n.EE\n", troff(exampleOf(*command)));
    }
}

std::string singleQuoted(std::string_view text)
{
    return "'" + replaced(std::string{text}, "'", "'\\''") + "'";
}

std::vector<std::string> namesOf(const std::vector<const CLI::App*>& commands)
{
    std::vector<std::string> names;
    for (const CLI::App* command : commands) names.push_back(command->get_name());
    return names;
}

/// Options of a command and the global ones, which may stand anywhere.
std::vector<OptionText> allOptionsOf(const CLI::App& app, const CLI::App& command)
{
    std::vector<OptionText> all = optionsOf(command);
    for (OptionText& option : optionsOf(app))
        if (option.names != "-h, --help" && option.names != "--version") all.push_back(std::move(option));
    return all;
}

std::string bash(const CLI::App& app)
{
    std::string commands;
    std::string values;
    for (const CLI::App* command : commandsOf(app)) {
        std::vector<std::string> names;
        for (const OptionText& option : allOptionsOf(app, *command)) {
            for (const std::string& name : option.longNames) names.push_back("--" + name);
            if (option.longNames.empty() || (option.words.empty() && !option.file)) continue;
            values += fmt::format("        {}:--{}) {} return ;;\n", command->get_name(), option.longNames.front(),
                                  option.file ? "COMPREPLY=($(compgen -f -- \"$current\"));"
                                              : fmt::format("COMPREPLY=($(compgen -W \"{}\" -- \"$current\"));",
                                                            join(option.words, " ")));
        }
        commands += fmt::format("        {}) words=\"{}\" ;;\n", command->get_name(), join(names, " "));
    }
    return fmt::format(
        "# bash completion for kithctl\n"
        "_kithctl() {{\n"
        "    local current=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} command= word words=\n"
        "    for word in \"${{COMP_WORDS[@]:1:COMP_CWORD-1}}\"; do\n"
        "        case $word in\n"
        "        {}) command=$word; break ;;\n"
        "        esac\n"
        "    done\n"
        "    case $command:$before in\n{}    esac\n"
        "    case $command in\n{}        *) words=\"{}\" ;;\n    esac\n"
        "    if [[ -z $command || $current == -* ]]; then\n"
        "        COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
        "    else\n"
        "        COMPREPLY=($(compgen -f -- \"$current\"))\n"
        "    fi\n"
        "}}\n"
        "complete -F _kithctl kithctl\n",
        join(namesOf(commandsOf(app)), "|"), values, commands, join(namesOf(commandsOf(app)), " "));
}

std::string zsh(const CLI::App& app)
{
    std::string list;
    std::string cases;
    for (const CLI::App* command : commandsOf(app)) {
        list += fmt::format("        {}\n",
                            singleQuoted(fmt::format("{}:{}", command->get_name(), command->get_description())));
        std::string arguments;
        for (const OptionText& option : allOptionsOf(app, *command)) {
            const std::string what = replaced(replaced(option.what, "[", "("), "]", ")");
            for (const std::string& name : option.longNames) {
                std::string specification = fmt::format("--{}[{}]", name, what);
                if (!option.words.empty()) specification += fmt::format(":value:({})", join(option.words, " "));
                else if (option.file) specification += ":file:_files";
                else if (!option.value.empty()) specification += fmt::format(":{}:", option.value);
                arguments += " \\\n            " + singleQuoted(specification);
            }
        }
        cases += fmt::format("        {}) _arguments{} \\\n            '*:file:_files' ;;\n", command->get_name(),
                             arguments);
    }
    return fmt::format("#compdef kithctl\n"
                       "_kithctl() {{\n"
                       "    local -a commands\n"
                       "    commands=(\n{}    )\n"
                       "    if (( CURRENT == 2 )); then\n"
                       "        _describe command commands\n"
                       "        return\n"
                       "    fi\n"
                       "    case $words[2] in\n{}    esac\n"
                       "}}\n"
                       "_kithctl \"$@\"\n",
                       list, cases);
}

std::string fish(const CLI::App& app)
{
    std::string text = "# fish completion for kithctl\n";
    const auto append = [&](std::string_view condition, const OptionText& option) {
        for (const std::string& name : option.longNames) {
            text += fmt::format("complete -c kithctl {} -l {} -d {}", condition, name, singleQuoted(option.what));
            if (!option.words.empty()) text += fmt::format(" -xa {}", singleQuoted(join(option.words, " ")));
            else if (option.file) text += " -rF";
            else if (!option.value.empty()) text += " -x";
            text += '\n';
        }
    };
    for (const OptionText& option : optionsOf(app)) append("", option);
    for (const CLI::App* command : commandsOf(app)) {
        text += fmt::format("complete -c kithctl -n __fish_use_subcommand -xa {} -d {}\n", command->get_name(),
                            singleQuoted(command->get_description()));
        for (const OptionText& option : optionsOf(*command))
            if (option.names != "-h, --help")
                append(fmt::format("-n '__fish_seen_subcommand_from {}'", command->get_name()), option);
    }
    return text;
}

}  // namespace

std::string manPage(const CLI::App& app, const ManText& text)
{
    const std::string name = app.get_name();
    const std::string_view kind = text.section == 1 ? "User Commands" : "System Administration";
    std::string page =
        fmt::format(".TH {} {} \"{}\" \"Kith {}\" \"{}\"\n", upper(name), text.section, text.date, text.version, kind);
    page += fmt::format(".SH NAME\n{} \\- {}\n", name, troff(app.get_description()));
    page += fmt::format(".SH SYNOPSIS\n.B {}\n.RI [ options ]\n.I command\n.RI [ arguments ]\n", name);
    page += ".SH GLOBAL OPTIONS\n";
    appendOptions(page, app, true);
    page += ".SH COMMANDS\n";
    appendCommands(page, app, {});
    page += text.more;
    page += ".SH EXIT STATUS\n0 when done, 1 when the command failed, 2 for wrong usage.\n"
            ".SH NOTES\n"
        + troff(app.get_footer()) + "\n";
    return page;
}

std::optional<std::string> completion(const CLI::App& app, std::string_view shell)
{
    if (shell == "bash") return bash(app);
    if (shell == "zsh") return zsh(app);
    if (shell == "fish") return fish(app);
    return std::nullopt;
}

}  // namespace kith::cli
