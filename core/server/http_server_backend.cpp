#include <kith/server/http_server_backend.h>

#include <fmt/format.h>

#include <iterator>

namespace kith::server {

sync::Answer<sync::Tokens> ServerBackend::signIn(const sync::SignInRequest& request, std::string_view address,
                                                 std::stop_token stop)
{
    return server_.signInFrom(address, request, stop);
}

sync::Answer<HttpWait> ServerBackend::watch(const sync::Token& token, const sync::WaitRequest& request,
                                            std::function<void()> wake, std::stop_token stop)
{
    auto watch = server_.watch(token, request, stop);
    if (!watch) return std::unexpected(std::move(watch.error()));
    if (watch->changed) return HttpWait{.changed = true};
    News& news = server_.news();
    const News::Subscription number =
        news.subscribe(watch->topics, std::chrono::seconds{request.seconds}, [wake = std::move(wake)](bool changed) {
            if (changed) wake();
        });
    // The pointer is not followed; its end is what counts.
    return HttpWait{.subscription =
                        std::shared_ptr<void>(&news, [number](void* at) { static_cast<News*>(at)->cancel(number); })};
}

std::string ServerBackend::metrics()
{
    std::string text;
    for (const Metric& metric : server_.metrics())
        fmt::format_to(std::back_inserter(text), "# HELP {0} {1}\n# TYPE {0} {2}\n{0} {3}\n", metric.name, metric.help,
                       metric.name.ends_with("_total") ? "counter" : "gauge", metric.value);
    return text;
}

}  // namespace kith::server
