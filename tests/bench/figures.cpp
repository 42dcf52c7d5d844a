#include "figures.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <utility>

namespace kith::bench {

namespace {

double milliseconds(std::chrono::steady_clock::duration duration)
{
    return std::chrono::duration<double, std::milli>(duration).count();
}

std::string inWords(double ms)
{
    if (ms >= 1000) return fmt::format("{:.2f} s", ms / 1000);
    if (ms >= 1) return fmt::format("{:.1f} ms", ms);
    return fmt::format("{:.0f} us", ms * 1000);
}

nlohmann::json timingJson(const Timing& timing)
{
    return {{"median", timing.median}, {"p99", timing.p99}};
}

}  // namespace

void Stopwatch::time(const std::function<void()>& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    add(std::chrono::steady_clock::now() - start);
}

Timing Stopwatch::timing() const
{
    if (durations_.empty()) return {};
    auto sorted = durations_;
    std::ranges::sort(sorted);
    const auto at = [&](std::size_t percent) {
        return milliseconds(sorted[std::min(sorted.size() - 1, sorted.size() * percent / 100)]);
    };
    return {.median = at(50), .p99 = at(99)};
}

std::optional<double> Figure::ratio() const
{
    if (!limit || limit->median <= 0) return std::nullopt;
    return kith.median / limit->median;
}

double Figure::rate() const
{
    return kith.median > 0 ? static_cast<double>(items) * 1000 / kith.median : 0;
}

void Report::add(std::string_view work, std::size_t of, Figure figure)
{
    figure.name = of >= 1'000'000 ? fmt::format("{}-{}M", work, of / 1'000'000)
        : of >= 1000              ? fmt::format("{}-{}k", work, of / 1000)
                                  : fmt::format("{}-{}", work, of);
    figures.push_back(std::move(figure));
}

std::string asTable(const Report& report)
{
    std::string table = fmt::format("{} people, seed {}, {} rows imported, {} file\n\n", report.people, report.seed,
                                    report.rows, report.encrypted ? "encrypted" : "plain");
    table += fmt::format("{:<14} {:>10} {:>10} {:>10} {:>10} {:>7} {:>12}  {}\n", "", "Kith", "p99", "limit", "p99",
                         "ratio", "a second", "target");
    for (const auto& figure : report.figures) {
        const auto ratio = figure.ratio();
        table += fmt::format(
            "{:<14} {:>10} {:>10} {:>10} {:>10} {:>7} {:>12}  {}\n", figure.name, inWords(figure.kith.median),
            inWords(figure.kith.p99), figure.limit ? inWords(figure.limit->median) : "-",
            figure.limit ? inWords(figure.limit->p99) : "-", ratio ? fmt::format("{:.1f}", *ratio) : "-",
            figure.items > 1 ? fmt::format("{:.0f}", figure.rate()) : "", figure.target);
    }
    table += '\n';
    for (const auto& figure : report.figures)
        table += fmt::format("{}: {}{}\n", figure.name, figure.what,
                             figure.limitIs.empty() ? "" : "; limit: " + figure.limitIs);
    return table;
}

std::string asJson(const Report& report)
{
    nlohmann::json figures = nlohmann::json::array();
    for (const auto& figure : report.figures) {
        nlohmann::json one = {{"name", figure.name},   {"what", figure.what},   {"kith_ms", timingJson(figure.kith)},
                              {"items", figure.items}, {"rate", figure.rate()}, {"target", figure.target}};
        if (figure.limit) {
            one["limit"] = figure.limitIs;
            one["limit_ms"] = timingJson(*figure.limit);
        }
        if (const auto ratio = figure.ratio()) one["ratio"] = *ratio;
        figures.push_back(std::move(one));
    }
    return nlohmann::json{{"people", report.people},
                          {"import_rows", report.rows},
                          {"seed", report.seed},
                          {"encrypted", report.encrypted},
                          {"figures", figures}}
        .dump(2);
}

}  // namespace kith::bench
