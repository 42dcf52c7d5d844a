#include "command.h"

#include <kith/base/clock.h>
#include <kith/base/text.h>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace kith::arguments {

namespace {

constexpr int kWrongUsage = 2;
constexpr const char* kHiddenGroup = "";

std::string checkDateText(const std::string& text)
{
    return parseIsoDate(text) ? std::string{} : fmt::format("{} is no date; write it like 2026-11-22", text);
}

std::string checkTimeText(const std::string& text)
{
    return parseIsoInstant(text, UtcZone{}) ? std::string{}
                                            : fmt::format("{} is no time; write it like 2026-11-22T09:30", text);
}

OptionText textOf(const CLI::Option& option)
{
    OptionText text;
    text.what = option.get_description();
    text.longNames = option.get_lnames();
    if (option.get_type_size() != 0) text.value = option.get_type_name();
    if (text.value.starts_with('{') && text.value.ends_with('}'))
        for (const auto word : split(std::string_view(text.value).substr(1, text.value.size() - 2), ','))
            text.words.emplace_back(word);
    text.file = text.value == "FILE";
    std::vector<std::string> names;
    for (const std::string& name : option.get_snames()) names.push_back("-" + name);
    for (const std::string& name : text.longNames) names.push_back("--" + name);
    text.names = join(names, ", ");
    return text;
}

}  // namespace

Option& Option::value(const std::string& name)
{
    option_->type_name(name);
    return *this;
}

Option& Option::required()
{
    option_->required();
    return *this;
}

Option& Option::environment(const std::string& variable)
{
    option_->envname(variable);
    return *this;
}

Option& Option::showDefault()
{
    option_->capture_default_str();
    return *this;
}

Option& Option::words(const std::vector<std::string>& words, Case letters)
{
    CLI::Validator member = letters == Case::Ignored ? CLI::IsMember(words, CLI::ignore_case) : CLI::IsMember(words);
    option_->check(member.description(""))->type_name("{" + join(words, ",") + "}");
    return *this;
}

Option& Option::date()
{
    option_->check(CLI::Validator(checkDateText, "", "date"))->type_name("DATE");
    return *this;
}

Option& Option::time()
{
    option_->check(CLI::Validator(checkTimeText, "", "time"))->type_name("TIME");
    return *this;
}

Option& Option::many()
{
    option_->take_all()->allow_extra_args(false);
    return *this;
}

Option& Option::excludes(const Option& other)
{
    option_->excludes(other.option_);
    return *this;
}

Option& Option::between(int least, int most)
{
    option_->check(CLI::Range(least, most).description(""));
    return *this;
}

Command Command::command(const Text& text, std::function<void()> chosen)
{
    CLI::App* command = app_->add_subcommand(text.name, text.what);
    command->footer("Example:\n  " + text.example);
    command->callback(std::move(chosen));
    return Command(*command);
}

Command Command::group(const std::string& name, const std::string& what)
{
    CLI::App* group = app_->add_subcommand(name, what);
    group->require_subcommand(1);
    group->fallthrough();
    return Command(*group);
}

Command& Command::hide()
{
    app_->group(kHiddenGroup);
    return *this;
}

Option Command::option(const std::string& names, std::string& target, const std::string& what)
{
    return Option(*app_->add_option(names, target, what));
}

Option Command::option(const std::string& names, std::vector<std::string>& target, const std::string& what)
{
    return Option(*app_->add_option(names, target, what));
}

Option Command::option(const std::string& names, int& target, const std::string& what)
{
    return Option(*app_->add_option(names, target, what));
}

Option Command::option(const std::string& names, std::int64_t& target, const std::string& what)
{
    return Option(*app_->add_option(names, target, what));
}

Option Command::option(const std::string& names, std::size_t& target, const std::string& what)
{
    return Option(*app_->add_option(names, target, what));
}

Option Command::option(const std::string& names, std::optional<double>& target, const std::string& what)
{
    return Option(*app_->add_option(names, target, what));
}

Option Command::flag(const std::string& names, bool& target, const std::string& what)
{
    return Option(*app_->add_flag(names, target, what));
}

void Command::oneOf(Option& first, Option& second)
{
    first.excludes(second);
    app_->parse_complete_callback([one = first.option_, other = second.option_] {
        if (one->count() + other->count() == 0) throw CLI::RequiredError(one->get_name() + " or " + other->get_name());
    });
}

std::string Command::name() const
{
    return app_->get_name();
}

std::string Command::what() const
{
    return app_->get_description();
}

std::string Command::example() const
{
    const std::string footer = notes();
    const std::size_t line = footer.find('\n');
    return line == std::string::npos ? std::string{} : std::string{trim(std::string_view(footer).substr(line))};
}

std::string Command::notes() const
{
    return app_->get_footer();
}

std::vector<Command> Command::commands() const
{
    std::vector<Command> shown;
    for (CLI::App* each : app_->get_subcommands([](const CLI::App* app) { return !app->get_group().empty(); }))
        shown.emplace_back(*each);
    return shown;
}

std::vector<OptionText> Command::options() const
{
    std::vector<OptionText> texts;
    for (const CLI::Option* option : std::as_const(*app_).get_options())
        if (!option->get_group().empty()) texts.push_back(textOf(*option));
    return texts;
}

CommandLine::CommandLine(const Text& text) : app_(std::make_unique<CLI::App>(text.what, text.name))
{
    app_->require_subcommand(1);
    app_->fallthrough();
    app_->set_version_flag("--version", text.name + " " + text.version);
    app_->set_help_flag("-h,--help", "Print this help and exit");
    app_->footer(text.notes);
}

CommandLine::~CommandLine() = default;

std::optional<int> CommandLine::parse(int argc, const char* const* argv)
{
    try {
        app_->parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app_->exit(error) == 0 ? 0 : kWrongUsage;
    }
    return std::nullopt;
}

}  // namespace kith::arguments
