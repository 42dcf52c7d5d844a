#include <kith/search/sieve.h>

#include "fields.h"
#include "near_names.h"

#include <kith/base/fold.h>
#include <kith/search/alias_runs.h>

#include <algorithm>
#include <utility>

namespace kith::search {

namespace {

/// Whether a word of a folded text passes the test.
template <class Passes>
bool anyWord(std::string_view folded, Passes passes)
{
    while (!folded.empty()) {
        const std::string_view word = folded.substr(0, folded.find(' '));
        if (passes(word)) return true;
        folded.remove_prefix(std::min(word.size() + 1, folded.size()));
    }
    return false;
}

}  // namespace

Sieve::Sieve(const Query& query, const AliasTable* aliases)
{
    add(query, aliases != nullptr ? *aliases : AliasTable{});
    std::vector<std::string> all = std::exchange(beginnings_, {});
    std::ranges::sort(all);
    for (std::string& each : all)
        if (beginnings_.empty() || !each.starts_with(beginnings_.back())) beginnings_.push_back(std::move(each));
    for (const std::string& each : beginnings_)
        if (each.empty()) firstLetters_.set();
        else firstLetters_.set(static_cast<unsigned char>(each.front()));
}

void Sieve::add(const Query& query, const AliasTable& aliases)
{
    const auto addOthers = [&](std::string_view folded) {
        for (const AliasKind kind : {AliasKind::Title, AliasKind::Skill}) addOtherNames(kind, folded, aliases);
    };
    if (const auto* text = std::get_if<Text>(&query.node)) {
        const std::string folded = fold(text->words);
        addWords(folded);
        for (const std::string_view word : foldedWords(folded))
            if (editsAllowed(word) != 0) misspelt_.emplace_back(word);
        addOthers(folded);
    } else if (const auto* at = std::get_if<SkillAt>(&query.node)) {
        if (at->skill.empty()) beginnings_.emplace_back();  // evidence of whatever skill: everything begins so
        addWords(at->skill);
        addOthers(fold(at->skill));
    } else if (const auto* all = std::get_if<All>(&query.node)) {
        for (std::size_t i = 0; i < all->of.size(); ++i) {
            add(all->of[i], aliases);
            addOthers(aliasRunAt(*all, i, aliases).folded);
        }
    } else if (const auto* any = std::get_if<Any>(&query.node)) {
        for (const Query& part : any->of) add(part, aliases);
    } else if (const auto* turned = std::get_if<Not>(&query.node)) {
        add(turned->of.front(), aliases);
    }
}

void Sieve::addWords(std::string_view text)
{
    const std::string folded = fold(text);
    for (const std::string_view word : foldedWords(folded)) beginnings_.emplace_back(word);
}

void Sieve::addOtherNames(AliasKind kind, std::string_view folded, const AliasTable& aliases)
{
    if (folded.empty() || aliases.empty()) return;
    for (const std::string& other : aliases.othersOf(kind, folded)) addWords(other);
}

bool Sieve::passesWord(std::string_view word) const
{
    if (!firstLetters_.test(static_cast<unsigned char>(word.front()))) return false;
    const auto behind = std::ranges::upper_bound(beginnings_, word);
    return behind != beginnings_.begin() && word.starts_with(*std::prev(behind));
}

bool Sieve::passes(std::string_view text) const
{
    return anyWord(fold(text), [this](std::string_view word) { return passesWord(word); });
}

bool Sieve::passesName(std::string_view folded) const
{
    return anyWord(folded, [this](std::string_view word) {
        return passesWord(word) || std::ranges::any_of(misspelt_, [&](const std::string& typed) {
                   const std::size_t most = editsAllowed(typed);
                   return editsBetween(typed, word, most) <= most;
               });
    });
}

std::string Sieve::wordsOf(std::string_view note) const
{
    std::string words;
    (void)anyWord(fold(note), [&](std::string_view word) {
        if (passesWord(word)) words.append(words.empty() ? "" : " ").append(word);
        return false;
    });
    return words;
}

}  // namespace kith::search
