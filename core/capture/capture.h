// One line of ordinary language, read as a conversation:
//   coffee with Ana Ruiz yesterday 40m about the data lead role; ask again 2nd Tuesday of March #data-pool
#pragma once

#include <kith/capture/mentions.h>
#include <kith/capture/when.h>
#include <kith/domain/vocabulary.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::capture {

enum class Sort : std::uint8_t { Person, Channel, Direction, Duration, When, FollowUp, Tag, Problem };

struct Part {
    Span span{};
    Sort sort{};
};

struct Mention {
    Span span{};
    std::string text{};  ///< as written; who it is is for the caller to find out
};

struct FollowUp {
    Date on{};  ///< of a repetition the first day
    std::string rrule{};  ///< as checkRecurrence() gives it; empty for once
    /// What is to be done, in its own words; those of the clause before it when it says no more than "ask again".
    std::string reason{};
};

struct Problem {
    Span span{};
    std::string sentence{};
    bool blocks = true;  ///< false: worth saying, but what was read holds
};

struct Captured {
    std::vector<Part> parts{};  ///< by place; they do not overlap and end between characters
    std::vector<Mention> people{};
    std::optional<Channel> channel{};  ///< nothing when no word says it
    /// In: they called or wrote; Out: we did; otherwise both talked.
    Direction direction = Direction::Both;
    std::optional<int> minutes{};
    std::optional<When> when{};  ///< when it was; instantOf() gives the moment
    /// What was said: the line without what was recognised, valid UTF-8, with a capital.
    std::string text{};
    std::optional<FollowUp> followUp{};
    std::vector<std::string> tags{};  ///< without the #, each once
    std::vector<Problem> problems{};
};

struct Context {
    Here here;
    const Who* who = nullptr;  ///< who knows people; nobody is known without
};

/// Reads a line; every text is one. Up to "about", a colon or the end of the first sentence words say who, how, when
/// and how long; behind that is what was said, of which only tags, follow-ups and a "yesterday" or "2 days ago" at the
/// end of the first sentence are taken. O(line); asks `who` at most once for each word.
[[nodiscard]] Captured parse(std::string_view line, const Context& context);

}  // namespace kith::capture
