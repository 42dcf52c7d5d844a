#include "program.h"

#include <kith/arguments/documents.h>

#include <fmt/format.h>

namespace kith::app {

namespace {

constexpr std::string_view kMore =
    ".SH SIGNALS\n"
    ".TP\n.B SIGTERM, SIGINT\nFinish the requests under way, take no new ones, and end.\n"
    ".TP\n.B SIGHUP\nRead the TLS certificate and key again.\n"
    ".SH ENVIRONMENT\n"
    ".TP\n.B KITHD_DATA\nThe data folder.\n"
    ".TP\n.B KITHD_DATABASE\nThe database; here its password is not seen in the list of processes.\n"
    ".TP\n.B KITHD_LISTEN, KITHD_TLS_CERTIFICATE, KITHD_TLS_KEY, KITHD_PROXY\nAs the options of serve.\n";

}  // namespace

void addMan(Program& program)
{
    program
        .add(program.root(), {.name = "man", .what = "Print the man page", .example = "kithd man > kithd.8"},
             [&program](const Place&) -> Result<void> {
                 const Date today = UtcZone{}.dateOf(SystemClock{}.now());
                 fmt::print("{}",
                            arguments::manPage(
                                program.root(),
                                {.section = 8, .version = KITH_VERSION, .date = isoDate(today), .more = kMore}));
                 return {};
             })
        .hide();
}

}  // namespace kith::app
