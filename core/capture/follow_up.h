// "ask again 2nd Tuesday of March": what is to be done next.
#pragma once

#include <kith/capture/when.h>

#include <cstddef>
#include <optional>
#include <string>

namespace kith::capture {

/// Where a clause of the follow-up begins and ends, in words.
struct NextClause {
    Span span{};
    std::optional<When> when{};  ///< nothing when no day is named
    /// What is to be done, in the words of the clause; empty when it says no more than that ("ask again").
    std::string said{};
    std::string asked{};  ///< the words by which it was known: "ask again", "remind me"
    std::size_t end = 0;  ///< the word behind it
};

/// The clause at the cursor, when it begins with words such as "ask again" or "remind me"; it ends with its sentence,
/// at a tag, or after kLongestClause words. The cursor is not moved.
[[nodiscard]] std::optional<NextClause> followUpAt(const Cursor& cursor, const Here& here);

inline constexpr std::size_t kLongestClause = 60;

/// Whether a clause ends with the sign at the cursor: ";", and ".", "!" or "?" at the end of a word.
[[nodiscard]] bool endsClause(const Cursor& cursor);
/// Whether a tag begins at the cursor: "#data-pool", but not the sign of "C#".
[[nodiscard]] bool beginsTag(const Cursor& cursor);

}  // namespace kith::capture
