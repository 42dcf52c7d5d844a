#include "documents.h"

#include <kith/base/text.h>

#include <fmt/format.h>

#include <algorithm>

namespace kith::arguments {

namespace {

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

void appendOptions(std::string& page, const Command& command, bool help)
{
    for (const OptionText& option : command.options()) {
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

void appendCommands(std::string& page, const Command& parent, const std::string& above)
{
    for (const Command& command : parent.commands()) {
        const std::string name = above + command.name();
        if (!command.commands().empty()) {
            appendCommands(page, command, name + ' ');
            continue;
        }
        page += fmt::format(".SS {}\n{}.\n", name, troff(command.what()));
        appendOptions(page, command, false);
        page += fmt::format(".PP\nExample:\n.PP\n.EX\n{}\n.EE\n", troff(command.example()));
    }
}

std::string singleQuoted(std::string_view text)
{
    return "'" + replaced(std::string{text}, "'", "'\\''") + "'";
}

std::vector<std::string> namesOf(const std::vector<Command>& commands)
{
    std::vector<std::string> names;
    names.reserve(commands.size());
    for (const Command& command : commands) names.push_back(command.name());
    return names;
}

/// Options of a command and the global ones, which may stand anywhere.
std::vector<OptionText> allOptionsOf(const Command& program, const Command& command)
{
    std::vector<OptionText> all = command.options();
    for (OptionText& option : program.options())
        if (option.names != "-h, --help" && option.names != "--version") all.push_back(std::move(option));
    return all;
}

std::string bash(const Command& program)
{
    std::string commands;
    std::string values;
    for (const Command& command : program.commands()) {
        std::vector<std::string> names;
        for (const OptionText& option : allOptionsOf(program, command)) {
            for (const std::string& name : option.longNames) names.push_back("--" + name);
            if (option.longNames.empty() || (option.words.empty() && !option.file)) continue;
            values += fmt::format("        {}:--{}) {} return ;;\n", command.name(), option.longNames.front(),
                                  option.file ? "COMPREPLY=($(compgen -f -- \"$current\"));"
                                              : fmt::format("COMPREPLY=($(compgen -W \"{}\" -- \"$current\"));",
                                                            join(option.words, " ")));
        }
        commands += fmt::format("        {}) words=\"{}\" ;;\n", command.name(), join(names, " "));
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
        join(namesOf(program.commands()), "|"), values, commands, join(namesOf(program.commands()), " "));
}

std::string zsh(const Command& program)
{
    std::string list;
    std::string cases;
    for (const Command& command : program.commands()) {
        list += fmt::format("        {}\n", singleQuoted(fmt::format("{}:{}", command.name(), command.what())));
        std::string arguments;
        for (const OptionText& option : allOptionsOf(program, command)) {
            const std::string what = replaced(replaced(option.what, "[", "("), "]", ")");
            for (const std::string& name : option.longNames) {
                std::string specification = fmt::format("--{}[{}]", name, what);
                if (!option.words.empty()) specification += fmt::format(":value:({})", join(option.words, " "));
                else if (option.file) specification += ":file:_files";
                else if (!option.value.empty()) specification += fmt::format(":{}:", option.value);
                arguments += " \\\n            " + singleQuoted(specification);
            }
        }
        cases +=
            fmt::format("        {}) _arguments{} \\\n            '*:file:_files' ;;\n", command.name(), arguments);
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

std::string fish(const Command& program)
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
    for (const OptionText& option : program.options()) append("", option);
    for (const Command& command : program.commands()) {
        text += fmt::format("complete -c kithctl -n __fish_use_subcommand -xa {} -d {}\n", command.name(),
                            singleQuoted(command.what()));
        for (const OptionText& option : command.options())
            if (option.names != "-h, --help")
                append(fmt::format("-n '__fish_seen_subcommand_from {}'", command.name()), option);
    }
    return text;
}

}  // namespace

std::string manPage(const Command& program, const ManText& text)
{
    const std::string name = program.name();
    const std::string_view kind = text.section == 1 ? "User Commands" : "System Administration";
    std::string page =
        fmt::format(".TH {} {} \"{}\" \"Kith {}\" \"{}\"\n", upper(name), text.section, text.date, text.version, kind);
    page += fmt::format(".SH NAME\n{} \\- {}\n", name, troff(program.what()));
    page += fmt::format(".SH SYNOPSIS\n.B {}\n.RI [ options ]\n.I command\n.RI [ arguments ]\n", name);
    page += ".SH GLOBAL OPTIONS\n";
    appendOptions(page, program, true);
    page += ".SH COMMANDS\n";
    appendCommands(page, program, {});
    page += text.more;
    page += ".SH EXIT STATUS\n0 when done, 1 when the command failed, 2 for wrong usage.\n"
            ".SH NOTES\n"
        + troff(program.notes()) + "\n";
    return page;
}

std::optional<std::string> completion(const Command& program, std::string_view shell)
{
    if (shell == "bash") return bash(program);
    if (shell == "zsh") return zsh(program);
    if (shell == "fish") return fish(program);
    return std::nullopt;
}

}  // namespace kith::arguments
