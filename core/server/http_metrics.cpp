#include "http_metrics.h"

#include <fmt/format.h>

#include <iterator>

namespace kith::server {

namespace {

constexpr std::array<std::string_view, 9> kReasonWords = {"connections", "per-address", "queue", "headers", "body",
                                                          "timeout",     "malformed",   "tls",   "stopping"};

/// Appends lines to a text.
class Page {
public:
    void head(std::string_view name, std::string_view type, std::string_view help)
    {
        fmt::format_to(std::back_inserter(text_), "# HELP {0} {2}\n# TYPE {0} {1}\n", name, type, help);
    }
    template <class... Args>
    void line(fmt::format_string<Args...> format, Args&&... args)
    {
        fmt::format_to(std::back_inserter(text_), format, std::forward<Args>(args)...);
        text_ += '\n';
    }
    void gauge(std::string_view name, std::string_view help, std::size_t value)
    {
        head(name, "gauge", help);
        line("{} {}", name, value);
    }
    void counter(std::string_view name, std::string_view help, std::uint64_t value)
    {
        head(name, "counter", help);
        line("{} {}", name, value);
    }
    std::string text() && { return std::move(text_); }

private:
    std::string text_;
};

double seconds(std::int64_t microseconds)
{
    return static_cast<double>(microseconds) / 1e6;
}

}  // namespace

void HttpMetrics::answered(Route route, int status, std::chrono::microseconds took, std::uint64_t in, std::uint64_t out)
{
    ++requests_[{route, status}];
    Times& times = times_[static_cast<std::size_t>(route)];
    std::size_t bucket = 0;
    while (bucket < kBounds.size() && took.count() > kBounds[bucket]) ++bucket;
    ++times.buckets[bucket];
    ++times.count;
    times.microseconds += took.count();
    in_ += in;
    out_ += out;
}

std::string HttpMetrics::text(std::size_t connections, std::size_t waiting, std::size_t queued) const
{
    Page page;
    page.head("kith_http_requests_total", "counter", "Requests answered.");
    for (const auto& [key, count] : requests_)
        page.line("kith_http_requests_total{{route=\"{}\",status=\"{}\"}} {}", nameOf(key.first), key.second, count);
    page.head("kith_http_request_seconds", "histogram", "Time from the end of a request to the end of its reply.");
    for (std::size_t i = 0; i < kRoutes; ++i) {
        const Times& times = times_[i];
        const std::string_view name = nameOf(static_cast<Route>(i));
        if (times.count == 0) continue;
        std::uint64_t below = 0;
        for (std::size_t b = 0; b < kBounds.size(); ++b) {
            below += times.buckets[b];
            page.line("kith_http_request_seconds_bucket{{route=\"{}\",le=\"{}\"}} {}", name, seconds(kBounds[b]),
                      below);
        }
        page.line("kith_http_request_seconds_bucket{{route=\"{}\",le=\"+Inf\"}} {}", name, times.count);
        page.line("kith_http_request_seconds_sum{{route=\"{}\"}} {}", name, seconds(times.microseconds));
        page.line("kith_http_request_seconds_count{{route=\"{}\"}} {}", name, times.count);
    }
    page.head("kith_http_refused_total", "counter", "Connections and requests turned away, by reason.");
    for (std::size_t i = 0; i < kReasons; ++i)
        page.line("kith_http_refused_total{{reason=\"{}\"}} {}", kReasonWords[i], refused_[i]);
    page.counter("kith_http_received_bytes_total", "Bytes of request bodies.", in_);
    page.counter("kith_http_sent_bytes_total", "Bytes of reply bodies.", out_);
    page.gauge("kith_http_connections", "Open connections.", connections);
    page.gauge("kith_http_waiting", "Requests that wait for news.", waiting);
    page.gauge("kith_http_queue", "Requests at or before the workers.", queued);
    return std::move(page).text();
}

}  // namespace kith::server
