// Why somebody answers a query, for the words to highlight.
#pragma once

#include <kith/search/index.h>

#include <string>
#include <vector>

namespace kith::search {

enum class Where : std::uint8_t { Name, Title, Skill, Organisation, Area, City, Tag, Pool, Stage, Contact, Note };

/// What led to somebody: the words themselves, another name of the title or skill, or a name that is nearly the word.
enum class By : std::uint8_t { Words, Alias, Typo };

struct Reason {
    Where where{};
    std::string text;  ///< the name, title, note … as it was written
    std::vector<std::string> words;  ///< the folded words of it that were asked for, or that stood for them
    By by = By::Words;
    std::string typed{};  ///< folded; what was asked for, when something else stood for it
    friend bool operator==(const Reason&, const Reason&) = default;
};

/// One reason for each word, phrase and skill of the query that is not under a `not` and that the person has: the first
/// in the order of Where. Words of one text come together. `notices` are those of the answer: what stood for a typo or
/// for another name. Of warmth, bands, facets and idle time nothing is said, a list shows them. O(words of the person ·
/// words of the query).
[[nodiscard]] std::vector<Reason> reasonsFor(const Query& query, const PersonDocument& person,
                                             const std::vector<Notice>& notices = {});

}  // namespace kith::search
