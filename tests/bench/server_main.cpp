// kith_bench_sync: measures the server, and workspaces that meet at it.

#include "server_bed.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <fmt/format.h>
#include <set>

namespace kith::bench {

void giveUp(const std::string& why)
{
    fmt::print(stderr, "kith_bench_sync: {}\n", why);
    std::exit(1);
}

}  // namespace kith::bench

int main(int argc, char** argv)
{
    using namespace kith::bench;
    ServerBed bed;
    bool json = false;
    std::vector<std::string> only;
    CLI::App app("Measures sync and the server beside their limits.", "kith_bench_sync");
    app.add_option("--people", bed.options.people, "people to replicate, and of a first sync")->capture_default_str();
    app.add_option("--pushes", bed.options.pushes, "pushes of one operation")->capture_default_str();
    app.add_option("--edits", bed.options.edits, "edits to wait for")->capture_default_str();
    app.add_option("--waiting", bed.options.waiting, "clients that wait for news")->capture_default_str();
    app.add_option("--seed", bed.options.seed, "of the demo data")->capture_default_str();
    app.add_flag("--postgresql,!--no-postgresql", bed.options.postgres, "start a PostgreSQL and measure it too");
    app.add_flag("--json", json, "as JSON");
    app.add_option("--only", only, "some of: pushes replicate first-sync latency waiting")->delimiter(',');
    CLI11_PARSE(app, argc, argv);

    const auto wanted = [chosen = std::set(only.begin(), only.end())](const std::string& name) {
        return chosen.empty() || chosen.contains(name);
    };
    try {
        if (wanted("pushes")) measurePushes(bed);
        if (wanted("replicate")) measureReplication(bed);
        if (wanted("first-sync")) measureFirstSync(bed);
        if (wanted("latency")) measureEditLatency(bed);
        if (wanted("waiting")) measureWaiting(bed);
    } catch (const std::exception& failure) {
        giveUp(failure.what());
    }
    bed.report.people = bed.options.people;
    bed.report.seed = bed.options.seed;
    if (json) fmt::print("{}\n", asJson(bed.report));
    else fmt::print("{}", asTable(bed.report));
    return 0;
}
