// Words of a query that are together the name of a title or skill, without quotes: project manager.
#pragma once

#include <kith/search/aliases.h>
#include <kith/search/query.h>

#include <cstddef>
#include <string>

namespace kith::search {

struct AliasRun {
    std::size_t length = 0;  ///< how many children of the query; none: these words have no other name
    std::string folded{};  ///< the words, folded (core/base/fold.h), with a space between them
};

/// The longest run of two to six plain words from `all.of[from]` on that has other names in the table.
[[nodiscard]] AliasRun aliasRunAt(const All& all, std::size_t from, const AliasTable& aliases);

/// Whether plain words of the query have other names, alone or together: then more people answer than have the words.
/// Looks at the query itself and at the words of its All, not below them.
[[nodiscard]] bool wordsHaveOtherNames(const Query& query, const AliasTable& aliases);

}  // namespace kith::search
