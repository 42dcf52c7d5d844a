#include "command_table.h"

#include <kith/base/text.h>

#include <fmt/format.h>

namespace kith::cli {

namespace {

constexpr int kFailed = 1;
constexpr int kWrongUsage = 2;

std::string checkDateText(const std::string& text)
{
    return parseIsoDate(text) ? std::string{} : fmt::format("{} is no date; write it like 2026-11-22", text);
}

std::string checkTimeText(const std::string& text)
{
    return parseIsoInstant(text, UtcZone{}) ? std::string{}
                                            : fmt::format("{} is no time; write it like 2026-11-22T09:30", text);
}

}  // namespace

CLI::Option* takesWords(CLI::Option* option, const std::vector<std::string>& words)
{
    CLI::Validator member = CLI::IsMember(words, CLI::ignore_case);
    return option->check(member.description(""))->type_name("{" + join(words, ",") + "}");
}

CLI::Option* takesDate(CLI::Option* option)
{
    return option->check(CLI::Validator(checkDateText, "", "date"))->type_name("DATE");
}

CLI::Option* takesTime(CLI::Option* option)
{
    return option->check(CLI::Validator(checkTimeText, "", "time"))->type_name("TIME");
}

CLI::Option* takesMany(CLI::Option* option)
{
    return option->take_all()->allow_extra_args(false);
}

Date dateFrom(std::string_view text)
{
    return parseIsoDate(text).value_or(Date{});
}

Instant instantFrom(std::string_view text, const Zone& zone, Instant otherwise)
{
    return text.empty() ? otherwise : parseIsoInstant(text, zone).value_or(otherwise);
}

CommandTable::CommandTable() : app_("Kith on the command line: people, conversations and reminders.", "kithctl")
{
    app_.require_subcommand(1);
    app_.fallthrough();
    app_.set_version_flag("--version", "kithctl " KITH_VERSION);
    app_.set_help_flag("-h,--help", "Print this help and exit");
    app_.add_option("-w,--workspace", globals_.workspace, "The workspace file; otherwise the default one")
        ->envname("KITH_WORKSPACE")
        ->type_name("FILE");
    app_.add_option("--key-file", globals_.keyFile, "A file with the key as 64 hex digits, where there is no keychain")
        ->envname("KITH_KEY_FILE")
        ->type_name("FILE");
    app_.add_flag("--json", globals_.json, "Print one JSON document");
    takesDate(app_.add_option("--as-of", globals_.asOf, "Read the state of that day's end"));
    takesTime(app_.add_option("--now", globals_.now, "Take this for the present time"))->envname("KITH_NOW");
    app_.footer("A PERSON is an id, an e-mail address, a profile URL or a name.\n"
                "Exit codes: 0 done, 1 the command failed, 2 wrong usage.");
}

CLI::App& CommandTable::add(const Text& text, Action action)
{
    CLI::App* command = app_.add_subcommand(text.name, text.what);
    command->footer("Example:\n  " + text.example);
    command->callback([this, action = std::move(action)] { chosen_ = action; });
    return *command;
}

int CommandTable::run(int argc, const char* const* argv)
{
    try {
        app_.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app_.exit(error) == 0 ? 0 : kWrongUsage;
    }
    const Instant present = SystemClock{}.now();
    std::unique_ptr<Clock> clock = std::make_unique<SystemClock>();
    if (!globals_.now.empty()) clock = std::make_unique<FixedClock>(instantFrom(globals_.now, SystemZone{}, present));
    Context context(globals_, std::move(clock));
    const auto result = chosen_(context);
    context.out().endProgress();
    if (std::fflush(stdout) != 0) {
        fmt::print(stderr, "Standard output could not be written.\n");
        return kFailed;
    }
    if (result) return 0;
    fmt::print(stderr, "{}\n", result.error().message);
    return kFailed;
}

}  // namespace kith::cli
