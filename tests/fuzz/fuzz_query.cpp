// The search language: every text is a query, its problems are within the text, and it comes back as it was. What is
// suggested at any place of it takes the place of some of it, and is understood.
#include <kith/base/text.h>
#include <kith/search/complete.h>
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

kith::search::Index someIndex()
{
    kith::search::Index index;
    index.add({.person = 1,
               .name = "Ana Ruiz",
               .titles = {"Platform \"lead\" (acting)"},
               .organisations = {"-dash", "A:B=C"},
               .areas = {"Adult Social Care"},
               .cities = {"Ålborg"},
               .tags = {"or", "not"},
               .skills = {{"German", kith::SkillLevel::B2}, {"C++", kith::SkillLevel::Expert}}});
    index.finish();
    return index;
}

void checkCompletion(std::string_view text)
{
    using namespace kith::search;
    static const Index index = someIndex();
    const std::size_t cursor = text.empty() ? 0 : static_cast<unsigned char>(text.back()) % (text.size() + 1);
    for (const std::size_t at : {cursor, text.size()}) {
        const Completion completion = complete(text, at, index, kith::Date{});
        require(completion.from <= text.size() && completion.length <= text.size() - completion.from,
                "a completion is for a part of the text");
        for (const Suggestion& suggestion : completion.suggestions)
            if (suggestion.text.ends_with(' '))
                require(parse(suggestion.text).problems.empty(), "what is suggested is understood");
    }
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
    if (kith::isUtf8(std::string(text))) checkCompletion(text);
    const std::string written = toText(parsed.query);
    require(kith::isUtf8(written), "what is written is valid UTF-8");
    if (written.size() > kLongestQuery) return 0;
    const Parsed again = parse(written);
    require(again.problems.empty(), "what was written has no problems");
    require(again.query == parsed.query, "a query comes back as it was");
    return 0;
}
