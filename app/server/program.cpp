#include "program.h"

#include <kith/base/clock.h>

#include <fmt/format.h>

#include <cstdio>

namespace kith::app {

namespace {

constexpr int kFailed = 1;

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

Program::Program()
    : line_({.name = "kithd",
             .what = "The server of Kith: what desktops of one team share.",
             .version = KITH_VERSION,
             .notes = "When both are given the database is used.\n"
                      "Exit codes: 0 done, 1 the command failed, 2 wrong usage."})
{
    Command root = line_.root();
    root.option("--data", place_.data, "The folder of the server's own database; made when it is missing")
        .environment("KITHD_DATA")
        .value("DIR");
    root.option("--database", place_.database, "A PostgreSQL database, like postgresql://kith@db.example/kith")
        .environment("KITHD_DATABASE")
        .value("URL");
}

Command Program::add(Command above, const Command::Text& text, Action action)
{
    return above.command(text, [this, action = std::move(action)] { chosen_ = action; });
}

int Program::run(int argc, const char* const* argv)
{
    if (const auto code = line_.parse(argc, argv)) return *code;
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
