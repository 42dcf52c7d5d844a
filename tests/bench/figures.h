// What the benchmark reports: Kith's time beside the limit, measured in the same run, and the ratio.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::bench {

/// Median and 99th percentile of repeated work, or one duration twice; milliseconds.
struct Timing {
    double median = 0;
    double p99 = 0;
};

/// Collects durations of one kind of work.
class Stopwatch {
public:
    /// Runs the work and takes its time.
    void time(const std::function<void()>& work);
    void add(std::chrono::steady_clock::duration duration) { durations_.push_back(duration); }
    /// Zero when nothing was timed.
    [[nodiscard]] Timing timing() const;

private:
    std::vector<std::chrono::steady_clock::duration> durations_;
};

struct Figure {
    std::string name;  ///< stable word: "log", "list-open" …
    std::string what;  ///< in plain words
    std::string limitIs{};  ///< what the limit does; empty when there is none
    Timing kith;
    std::optional<Timing> limit{};
    std::size_t items = 1;  ///< things done in one measurement, for rates
    std::string target{};  ///< from quality.md, in words; sizes may differ from this run's

    /// Kith's median by the limit's; nothing without a limit.
    [[nodiscard]] std::optional<double> ratio() const;
    /// Things a second, by the median.
    [[nodiscard]] double rate() const;
};

struct Report {
    std::size_t people = 0;
    std::size_t rows = 0;  ///< of the imported file
    std::uint64_t seed = 0;
    bool encrypted = true;
    std::vector<Figure> figures{};

    /// Adds a figure of work over so many people, named "work-10k".
    void add(std::string_view work, std::size_t of, Figure figure);
};

[[nodiscard]] std::string asTable(const Report& report);
/// {"people", "import_rows", "seed", "encrypted", "figures": [{"name", "what", "kith_ms": {"median", "p99"},
/// "limit_ms", "limit", "ratio", "items", "rate", "target"}]}
[[nodiscard]] std::string asJson(const Report& report);

}  // namespace kith::bench
