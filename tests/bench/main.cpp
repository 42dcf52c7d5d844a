// kith_bench: measures Kith and the limit of each piece of work in one run. Ratios are what we keep: absolute times
// drift on shared machines.

#include "bed.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <fmt/format.h>
#include <fstream>
#include <set>

int main(int argc, char** argv)
{
    using namespace kith::bench;
    Options options;
    std::string jsonPath;
    std::vector<std::string> only;
    CLI::App app("Measures Kith beside its limits.", "kith_bench");
    app.add_option("--people", options.people, "people in the workspace")->capture_default_str();
    app.add_option("--rows", options.rows, "rows of the CSV file to import")->capture_default_str();
    app.add_option("--operations", options.operations, "repetitions of small work")->capture_default_str();
    app.add_option("--seed", options.seed, "of the demo data")->capture_default_str();
    app.add_flag("--plain", options.plain, "without encryption, on both sides");
    app.add_option("--json", jsonPath, "file to write the figures to as JSON, - for standard output alone");
    app.add_option("--only", only, "some of: lists log import start pipelines graph search")->delimiter(',');
    app.add_option("--graph-people", options.graphPeople,
                   "people in the synthetic networks, ten ties each, and in the search index")
        ->delimiter(',')
        ->check(CLI::Range(2, 10'000'000));
    app.add_option("--kith", options.desktop, "the program kith, for its start time");
    app.add_option("--empty-window", options.emptyWindow, "the program with an empty window, as its limit");
    CLI11_PARSE(app, argc, argv);

    const auto wanted = [&, chosen = std::set(only.begin(), only.end())](const std::string& name) {
        return chosen.empty() || chosen.contains(name);
    };
    Bed bed(options);
    // Networks and the index are made in memory; whoever wants them alone need not wait for a workspace.
    const auto inMemory = [](const std::string& name) { return name == "graph" || name == "search"; };
    if (only.empty() || !std::ranges::all_of(only, inMemory)) fill(bed);
    if (wanted("lists")) measureLists(bed);
    if (wanted("log")) measureLog(bed);
    if (wanted("import")) measureImport(bed);
    if (wanted("pipelines")) measurePipelines(bed);
    if (wanted("start")) measureStart(bed);
    if (wanted("graph")) measureGraph(bed);
    if (wanted("search")) measureSearch(bed);

    if (jsonPath == "-") fmt::print("{}\n", asJson(bed.report));
    else fmt::print("{}", asTable(bed.report));
    if (!jsonPath.empty() && jsonPath != "-") std::ofstream(jsonPath) << asJson(bed.report) << '\n';
    return 0;
}
