// Which words to highlight where a hit is shown.
#pragma once

#include <kith/search/index.h>

#include <string>
#include <vector>

namespace kith::search {

/// Words of one field, or of any.
struct Mark {
    Field field = Field::Anywhere;
    std::vector<std::string> words;  ///< folded (core/base/fold.h)
    bool phrase = false;  ///< whole and side by side; else each may be the beginning of a word
    friend bool operator==(const Mark&, const Mark&) = default;
};

/// For everything that is asked for in the texts of a list, but not under a `not`; and for what `notices` say stood for
/// it. Each once. Skills are none of them: a list does not show them. O(query)
[[nodiscard]] std::vector<Mark> marksOf(const Query& query, const std::vector<Notice>& notices = {});

/// Whether some answers are better than others: a word or phrase is asked for that may be a name, or in any field. A
/// word under a `not` is none.
[[nodiscard]] bool asksForWords(const Query& query);

}  // namespace kith::search
