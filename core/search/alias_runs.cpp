#include <kith/search/alias_runs.h>

#include <kith/base/fold.h>

namespace kith::search {

namespace {

constexpr std::size_t kLongestName = 6;

bool hasOtherNames(std::string_view folded, const AliasTable& aliases)
{
    return !aliases.othersOf(AliasKind::Title, folded).empty() || !aliases.othersOf(AliasKind::Skill, folded).empty();
}

bool isNamed(const Query& query, const AliasTable& aliases)
{
    return isPlainWord(query) && hasOtherNames(fold(std::get<Text>(query.node).words), aliases);
}

}  // namespace

AliasRun aliasRunAt(const All& all, std::size_t from, const AliasTable& aliases)
{
    AliasRun run;
    if (aliases.empty()) return run;
    std::string words;
    for (std::size_t n = 1; n <= kLongestName && from + n <= all.of.size(); ++n) {
        const Query& word = all.of[from + n - 1];
        if (!isPlainWord(word)) break;
        if (n > 1) words += ' ';
        words += fold(std::get<Text>(word.node).words);
        if (n > 1 && hasOtherNames(words, aliases)) run = {.length = n, .folded = words};
    }
    return run;
}

bool wordsHaveOtherNames(const Query& query, const AliasTable& aliases)
{
    const auto* all = std::get_if<All>(&query.node);
    if (all == nullptr) return isNamed(query, aliases);
    for (std::size_t i = 0; i < all->of.size(); ++i)
        if (isNamed(all->of[i], aliases) || aliasRunAt(*all, i, aliases).length > 0) return true;
    return false;
}

}  // namespace kith::search
