#include "program.h"

#include <kith/base/clock.h>

#include <fmt/format.h>

#include <cstdio>

namespace kith::app {

namespace {

constexpr int kFailed = 1;
constexpr int kWrongUsage = 2;

}  // namespace

Result<std::unique_ptr<OpenServer>> OpenServer::at(const Place& place, const std::string& organisation)
{
    if (place.data.empty() && place.database.empty())
        return fail(ErrorCode::BadInput, "Say where the data is: --data DIR, or --database URL.");
    std::unique_ptr<OpenServer> open(new OpenServer);
    server::ServerOptions options{.data = place.data, .database = place.database};
    if (!organisation.empty()) options.organisation = organisation;
    KITH_TRY(server, server::Server::open(options, open->clock_, open->ids_, open->random_));
    open->server_ = std::move(server);
    return open;
}

Program::Program() : app_("The server of Kith: what desktops of one team share.", "kithd")
{
    app_.require_subcommand(1);
    app_.fallthrough();
    app_.set_version_flag("--version", "kithd " KITH_VERSION);
    app_.set_help_flag("-h,--help", "Print this help and exit");
    app_.add_option("--data", place_.data, "The folder of the server's own database; made when it is missing")
        ->envname("KITHD_DATA")
        ->type_name("DIR");
    app_.add_option("--database", place_.database, "A PostgreSQL database, like postgresql://kith@db.example/kith")
        ->envname("KITHD_DATABASE")
        ->type_name("URL");
    app_.footer("When both are given the database is used.\n"
                "Exit codes: 0 done, 1 the command failed, 2 wrong usage.");
}

CLI::App& Program::add(CLI::App& above, const Text& text, Action action)
{
    CLI::App* command = above.add_subcommand(text.name, text.what);
    command->footer("Example:\n  " + text.example);
    command->callback([this, action = std::move(action)] { chosen_ = action; });
    return *command;
}

CLI::App& Program::group(const std::string& name, const std::string& what)
{
    CLI::App* group = app_.add_subcommand(name, what);
    group->require_subcommand(1);
    group->fallthrough();
    return *group;
}

int Program::run(int argc, const char* const* argv)
{
    try {
        app_.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app_.exit(error) == 0 ? 0 : kWrongUsage;
    }
    const auto result = chosen_(place_);
    if (std::fflush(stdout) != 0) {
        fmt::print(stderr, "Standard output could not be written.\n");
        return kFailed;
    }
    if (result) return 0;
    fmt::print(stderr, "{}\n", result.error().message);
    return kFailed;
}

}  // namespace kith::app
