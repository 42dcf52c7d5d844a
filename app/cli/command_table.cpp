#include "command_table.h"

#include <fmt/format.h>

namespace kith::cli {

namespace {

constexpr int kFailed = 1;

}  // namespace

Date dateFrom(std::string_view text)
{
    return parseIsoDate(text).value_or(Date{});
}

Instant instantFrom(std::string_view text, const Zone& zone, Instant otherwise)
{
    return text.empty() ? otherwise : parseIsoInstant(text, zone).value_or(otherwise);
}

CommandTable::CommandTable()
    : line_({.name = "kithctl",
             .what = "Kith on the command line: people, conversations and reminders.",
             .version = KITH_VERSION,
             .notes = "A PERSON is an id, an e-mail address, a profile URL or a name.\n"
                      "Exit codes: 0 done, 1 the command failed, 2 wrong usage."})
{
    Command root = line_.root();
    root.option("-w,--workspace", globals_.workspace, "The workspace file; otherwise the default one")
        .environment("KITH_WORKSPACE")
        .value("FILE");
    root.option("--key-file", globals_.keyFile, "A file with the key as 64 hex digits, where there is no keychain")
        .environment("KITH_KEY_FILE")
        .value("FILE");
    root.flag("--json", globals_.json, "Print one JSON document");
    root.option("--as-of", globals_.asOf, "Read the state of that day's end").date();
    root.option("--now", globals_.now, "Take this for the present time").time().environment("KITH_NOW");
}

Command CommandTable::add(Command above, const Command::Text& text, Action action)
{
    return above.command(text, [this, action = std::move(action)] { chosen_ = action; });
}

int CommandTable::run(int argc, const char* const* argv)
{
    if (const auto code = line_.parse(argc, argv)) return *code;
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
