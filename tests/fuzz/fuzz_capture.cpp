// A conversation in one line: every text is one; its parts are within it and apart, what it yields is valid.
#include <kith/base/text.h>
#include <kith/capture/capture.h>
#include <kith/domain/recurrence.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace {

void require(bool holds, const char* what)
{
    if (holds) return;
    std::fprintf(stderr, "broken promise: %s\n", what);
    std::abort();
}

/// Knows everybody whose name has an even number of bytes, so that both ways are taken.
class SomePeople final : public kith::capture::Who {
public:
    [[nodiscard]] std::size_t known(std::span<const std::string_view> words) const override
    {
        return words.front().size() % 2 == 0 ? words.size() : 0;
    }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace kith::capture;
    const std::string_view line(reinterpret_cast<const char*>(data), size);
    const kith::UtcZone zone;
    const SomePeople people;
    const kith::Date day{std::chrono::days{20000 + static_cast<int>(size % 4000)}};
    const auto order = size % 2 == 0 ? kith::DayOrder::DayFirst : kith::DayOrder::MonthFirst;
    const Captured captured = parse(line, {.here = {day + std::chrono::hours{9}, zone, order}, .who = &people});
    std::size_t end = 0;
    for (const Part& part : captured.parts) {
        require(part.span.from >= end && part.span.from < part.span.to && part.span.to <= line.size(),
                "parts are apart and within the line");
        end = part.span.to;
    }
    require(kith::isUtf8(captured.text), "a note is valid UTF-8");
    for (const Problem& problem : captured.problems)
        require(problem.sentence.ends_with('.'), "a problem is said in a sentence");
    if (captured.followUp && !captured.followUp->rrule.empty())
        require(kith::checkRecurrence(captured.followUp->rrule) == captured.followUp->rrule, "a rule is canonical");
    return 0;
}
