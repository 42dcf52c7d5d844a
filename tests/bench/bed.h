// The data set that everything is measured on: a demo workspace, and the same people in bare tables.
#pragma once

#include "bare_database.h"
#include "figures.h"

#include <kith/support/temp_workspace.h>
#include <kith/usecases/demo.h>

#include <string>
#include <vector>

namespace kith::bench {

struct Options {
    std::size_t people = 10'000;
    std::size_t rows = 10'000;  ///< of the file to import
    std::size_t operations = 200;  ///< repetitions of small work
    std::vector<std::size_t> graphPeople{10'000, 100'000, 1'000'000};  ///< sizes of what is made in memory
    std::uint64_t seed = 1;
    bool plain = false;
    std::string desktop{};  ///< path of the program `kith`; empty: start time is left out
    std::string emptyWindow{};
};

struct Bed {
    explicit Bed(const Options& options);

    Options options;
    std::optional<store::WorkspaceKey> key;
    test::TempWorkspace temp;
    BareDatabase bare;
    DemoSummary demo{};
    Report report{};
};

/// Each adds its figures to the report. fill() comes first: the others need the people, unless they say otherwise.
void fill(Bed& bed);
void measureLists(Bed& bed);
void measureLog(Bed& bed);
void measureImport(Bed& bed);
/// Boards, moves and the capture line.
void measurePipelines(Bed& bed);
void measureStart(Bed& bed);
/// Makes networks of its own and needs no fill().
void measureGraph(Bed& bed);
/// The same.
void measureSearch(Bed& bed);

[[noreturn]] void giveUp(const std::string& why);

/// The value, or the end of the program with the error's sentence.
template <class T>
T orExit(Result<T> result)
{
    if (!result) giveUp(result.error().message);
    return std::move(*result);
}

}  // namespace kith::bench
