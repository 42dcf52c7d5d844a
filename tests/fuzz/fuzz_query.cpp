// The search language: every text is a query, its problems are within the text, and it comes back as it was.
#include <kith/base/text.h>
#include <kith/search/parse.h>

#include <cstdio>
#include <cstdlib>

namespace {

void require(bool holds, const char* what)
{
    if (holds) return;
    std::fprintf(stderr, "broken promise: %s\n", what);
    std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace kith::search;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const Parsed parsed = parse(text);
    for (const Problem& problem : parsed.problems) {
        require(problem.at + problem.length <= text.size(), "a problem is somewhere in the text");
        require(problem.sentence.ends_with('.'), "a problem is said in a sentence");
    }
    const std::string written = toText(parsed.query);
    require(kith::isUtf8(written), "what is written is valid UTF-8");
    if (written.size() > kLongestQuery) return 0;
    const Parsed again = parse(written);
    require(again.problems.empty(), "what was written has no problems");
    require(again.query == parsed.query, "a query comes back as it was");
    return 0;
}
