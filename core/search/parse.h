// The search language, read as it is typed: there is always a query, and what was wrong is said at its place.
#pragma once

#include <kith/search/query.h>

#include <compare>
#include <string>
#include <string_view>
#include <vector>

namespace kith::search {

/// Something that was not understood. The rest of the query holds.
struct Problem {
    std::size_t at = 0;  ///< first byte of the text that it is about
    std::size_t length = 0;  ///< in bytes; 0 at the end of the text
    std::string sentence;
    friend auto operator<=>(const Problem&, const Problem&) = default;
};

struct Parsed {
    Query query;
    std::vector<Problem> problems;  ///< by place
};

inline constexpr std::size_t kLongestQuery = 10'000;  ///< bytes; what is beyond is left out, and said
inline constexpr std::size_t kDeepestQuery = 50;  ///< brackets within brackets

/// Grammar (EBNF; blanks separate, keywords in either case):
///
///     query  = { any } ;                        all of them: `platform leeds` is both
///     any    = all , { "or" , all } ;           `or` binds weaker than standing side by side
///     all    = unary , { [ "and" ] , unary } ;
///     unary  = ( "not" | "-" ) , unary | "(" , any , ")" | term ;
///     term   = field , ":" , value              title: org: area: city: skill: tag: note: name: pool: stage:
///            | "is:" facet | "band:" band | "evidence:" evidence | "spoken:" ( "never" | number ("d"|"w"|"m"|"y") )
///            | "warmth" compare number
///            | value compare level              `german>=B2`, `"c++" >= advanced`
///            | value ;
///     value  = word | '"' text '"' ;            in a quoted text \" and \\ stand for themselves
///     compare = "<" | "<=" | "=" | ">=" | ">" ;
///
/// A month counts 30 days and a year 365. `evidence:` belongs to the skills with a level that stand beside it, and to
/// any skill when there is none. A word with a colon that is no field is a word ("https://…"). Never fails, whatever
/// the bytes: malformed UTF-8 is read as U+FFFD. O(length).
[[nodiscard]] Parsed parse(std::string_view text);

}  // namespace kith::search
