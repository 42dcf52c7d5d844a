// What may come next while a query is typed.
#pragma once

#include <kith/search/index.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::search {

struct Suggestion {
    enum class What : std::uint8_t {
        Key,  ///< the name of a field: `area:`
        Value,  ///< what people have: `area:Housing`
        Level,  ///< of a skill: `german>=B2`
        Span,  ///< of time: `spoken:60d`
    };
    What what{};
    Field field = Field::Anywhere;  ///< of a value; Anywhere for skills, bands, facets and evidence
    std::string shown;  ///< "area", "Housing", "B2"
    std::string text;  ///< what takes the place of what was typed; a value with a blank behind it
    std::optional<std::size_t> people{};  ///< how many would fit this part alone
    friend bool operator==(const Suggestion&, const Suggestion&) = default;
};

struct Completion {
    std::size_t from = 0;  ///< first byte of the text that a suggestion replaces
    std::size_t length = 0;  ///< in bytes
    std::vector<Suggestion> suggestions;
};

/// For the word that ends at `cursor` (a byte of the text): behind a colon the values of the field, the most frequent
/// first, equally frequent ones by name; behind a comparison the levels that people have in the skill; else fields, and
/// from two letters on what people have that begins so. Values and levels that nobody has are not suggested. The same
/// for the same index. O(values that begin so · their people)
[[nodiscard]] Completion complete(std::string_view text, std::size_t cursor, const Index& index, Date today,
                                  std::size_t most = 8);

}  // namespace kith::search
