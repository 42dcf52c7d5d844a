// ESCO's files: whatever is in one, each concept has two names or more that are text, fold to different things and come
// back from the line that the workspace keeps.
#include <kith/base/fold.h>
#include <kith/base/text.h>
#include <kith/exchange/esco.h>
#include <kith/search/aliases.h>

#include <cstdio>
#include <cstdlib>
#include <set>

namespace {

void require(bool holds, const char* what)
{
    if (holds) return;
    std::fprintf(stderr, "broken promise: %s\n", what);
    std::abort();
}

void check(const kith::exchange::EscoConcept& one)
{
    require(one.names.size() >= 2, "what has one name alone is left out");
    std::set<std::string> folded;
    for (const std::string& name : one.names) {
        require(kith::isUtf8(name), "a name is valid UTF-8");
        require(kith::collapseSpace(name) == name, "a name has no white space at its ends, and none twice");
        require(folded.insert(kith::fold(name)).second, "no two names fold to the same");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto concepts = kith::exchange::readEsco({reinterpret_cast<const char*>(data), size});
    if (!concepts) {
        require(concepts.error().message.ends_with('.'), "a refusal is a sentence");
        return 0;
    }
    std::vector<kith::search::AliasGroup> groups;
    for (const auto& one : *concepts) {
        check(one);
        groups.push_back({one.kind, one.names});
    }
    const std::string kept = kith::search::AliasTable::toText(groups);
    const auto again = kith::search::AliasTable::parse(kept);
    require(again.has_value(), "what is kept is read again");
    require(kith::search::AliasTable::toText(again->groups()) == kept, "and is the same");
    return 0;
}
