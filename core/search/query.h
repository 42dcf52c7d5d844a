// What somebody is looking for, as a tree. The same on the desktop, on the command line, in saved searches and facets.
#pragma once

#include <kith/domain/vocabulary.h>

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace kith::search {

/// Fields whose value is text. All are matched folded (core/base/fold.h), word by word.
enum class Field : std::uint8_t { Anywhere, Name, Title, Organisation, Area, City, Tag, Note, Pool, Stage };
enum class Compare : std::uint8_t { Less, AtMost, Equal, AtLeast, More };

/// Words in a field. `project manager` asks for both words anywhere; `"project manager"` for them in this order and
/// side by side. The last letters of a word may be missing (`plat` finds Platform), unless it is quoted.
struct Text {
    Field field = Field::Anywhere;
    std::string words{};  ///< as typed; never empty
    bool phrase = false;  ///< quoted
    friend bool operator==(const Text&, const Text&) = default;
};

/// A skill (`skill:german`), at some level (`german>=B2`), by some evidence (`evidence:certified`). Levels compare
/// within their own scale: CEFR for languages, basic to expert for everything else; a level of the other scale never
/// passes.
struct SkillAt {
    std::string skill{};  ///< words, matched as those of Text; empty: any
    Compare compare = Compare::AtLeast;
    std::optional<SkillLevel> level{};
    std::optional<Evidence> evidence{};
    friend bool operator==(const SkillAt&, const SkillAt&) = default;
};

/// `warmth>40`: 0-100.
struct WarmthIs {
    Compare compare = Compare::More;
    int warmth = 0;
    friend bool operator==(const WarmthIs&, const WarmthIs&) = default;
};

/// `band:warm`
struct BandIs {
    Band band = Band::Cold;
    friend bool operator==(const BandIs&, const BandIs&) = default;
};

/// `is:colleague`
struct FacetIs {
    Facet facet = Facet::Talent;
    friend bool operator==(const FacetIs&, const FacetIs&) = default;
};

/// `spoken:60d`: a contact that warms in the last so many days; `spoken:never`: none at all.
struct Spoken {
    std::optional<std::chrono::days> within{};  ///< nothing: never
    friend bool operator==(const Spoken&, const Spoken&) = default;
};

struct Query;

/// All of them (AND); everybody when there is none.
struct All {
    std::vector<Query> of;
    friend bool operator==(const All&, const All&) = default;
};
/// One or more of them (OR).
struct Any {
    std::vector<Query> of;
    friend bool operator==(const Any&, const Any&) = default;
};
struct Not {
    std::vector<Query> of;  ///< exactly one
    friend bool operator==(const Not&, const Not&) = default;
};

struct Query {
    std::variant<All, Any, Not, Text, SkillAt, WarmthIs, BandIs, FacetIs, Spoken> node{};
    friend bool operator==(const Query&, const Query&) = default;

    [[nodiscard]] bool isEverybody() const
    {
        const auto* all = std::get_if<All>(&node);
        return all != nullptr && all->of.empty();
    }
};

/// Whether words stay one value when they are read again behind a colon without quotes.
[[nodiscard]] bool isPlain(std::string_view words);
/// Whether a skill needs no quotes before a comparison.
[[nodiscard]] bool isPlainSkill(std::string_view skill);
/// What people have in a field, as it is asked for: quoted unless it is plain.
[[nodiscard]] Query valueIn(Field field, std::string value);
/// One word without quotes, anywhere.
[[nodiscard]] bool isPlainWord(const Query& query);

/// The query as somebody would type it: parsed again it is the same query. Brackets only where they are needed.
[[nodiscard]] std::string toText(const Query& query);

/// The word before the colon ("title"); empty for Anywhere.
[[nodiscard]] std::string_view wordOf(Field field);

}  // namespace kith::search
