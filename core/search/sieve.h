// What a query can look at, for an index that answers it alone.
#pragma once

#include <kith/search/aliases.h>
#include <kith/search/query.h>

#include <bitset>
#include <string>
#include <string_view>
#include <vector>

namespace kith::search {

/// An index of everybody with only those of their texts that a sieve lets through gives the same Answer to its query,
/// and to each part of it, as an index of everything; but for Groups, which count what nobody asked for.
///
/// It lets through too much rather than too little: what has a word that begins as one of the query does, wherever the
/// query asks for that, or as one of the other names that count for it; and names that the query may have misspelt.
class Sieve {
public:
    explicit Sieve(const Query& query, const AliasTable* aliases = nullptr);

    /// Of a title, a skill and the like, and of whatever may have to hold several words side by side.
    /// O(length · log words of the query)
    [[nodiscard]] bool passes(std::string_view text) const;
    /// Of a name that is folded already (core/base/fold.h): its words count, and those that are nearly one.
    [[nodiscard]] bool passesName(std::string_view folded) const;
    /// The words of a note that pass, folded, with a space between them: no more is kept of a note. Costs as passes().
    [[nodiscard]] std::string wordsOf(std::string_view note) const;

private:
    void add(const Query& query, const AliasTable& aliases);
    void addWords(std::string_view text);
    void addOtherNames(AliasKind kind, std::string_view folded, const AliasTable& aliases);
    [[nodiscard]] bool passesWord(std::string_view word) const;

    std::vector<std::string> beginnings_;  ///< ascending; none begins another
    std::bitset<256> firstLetters_;  ///< of them; tells most words apart
    std::vector<std::string> misspelt_;  ///< words that may be meant for a name
};

}  // namespace kith::search
