#include <kith/base/log.h>

#include <cstdio>
#include <mutex>
#include <utility>

namespace kith::log {

namespace {

std::mutex& sinkMutex()
{
    static std::mutex mutex;
    return mutex;
}

Sink& currentSink()
{
    static Sink sink = [](Level level, std::string_view category, std::string_view text) {
        if (level >= Level::Warning) fmt::print(stderr, "kith {}: {}\n", category, text);
    };
    return sink;
}

}  // namespace

void setSink(Sink sink)
{
    const std::scoped_lock lock(sinkMutex());
    currentSink() = std::move(sink);
}

void write(Level level, std::string_view category, std::string_view text)
{
    const std::scoped_lock lock(sinkMutex());
    if (currentSink()) currentSink()(level, category, text);
}

}  // namespace kith::log
