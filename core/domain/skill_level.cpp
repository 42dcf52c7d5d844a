#include <kith/domain/skill_level.h>

#include <kith/base/fold.h>
#include <kith/base/text.h>

#include <algorithm>
#include <optional>

namespace kith {

namespace {

using enum SkillLevel;

/// A phrase, what it says about a language, and about any other skill (Unstated: nothing).
struct Phrase {
    std::string_view words;
    SkillLevel language;
    SkillLevel skill;
};

/// Longer phrases come before the words they contain: the first that fits wins.
constexpr Phrase kPhrases[] = {
    {"limited working", B1, B1},
    {"full professional", C1, C1},
    {"professional working", B2, B2},
    {"working proficiency", B1, B1},
    {"professional proficiency", B2, B2},
    {"elementary proficiency", A2, A2},
    {"no practical proficiency", A1, A1},
    {"mother tongue", C2, C2},
    {"first language", C2, C2},
    {"native", C2, C2},
    {"bilingual", C2, C2},
    {"near fluent", B2, B2},
    {"fluent", C1, C1},
    {"conversational", B1, B1},
    {"conversant", B1, B1},
    {"pre intermediate", A2, Basic},
    {"lower intermediate", A2, Basic},
    {"upper intermediate", B2, Working},
    {"intermediate", B1, Working},
    {"fundamental awareness", A1, Basic},
    {"beginner", A1, Basic},
    {"novice", A1, Basic},
    {"entry level", A1, Basic},
    {"elementary", A2, Basic},
    {"basic", A2, Basic},
    {"working", B1, Working},
    {"competent", B1, Working},
    {"independent user", B1, B1},
    {"proficient user", C1, C1},
    {"proficient", C1, Advanced},
    {"advanced", C1, Advanced},
    {"expert", C2, Expert},
    {"mastery", C2, Expert},
    {"master", C2, Expert},
};

std::optional<SkillLevel> cefrWord(std::string_view word)
{
    const auto value = valueFor(wordsOf<SkillLevel>(), word);
    if (!value || *value < static_cast<std::int64_t>(A1)) return std::nullopt;
    return static_cast<SkillLevel>(*value);
}

/// Whether the phrase stands in the text as whole words.
bool holdsWords(std::string_view text, std::string_view phrase)
{
    for (auto at = text.find(phrase); at != std::string_view::npos; at = text.find(phrase, at + 1)) {
        const std::size_t end = at + phrase.size();
        if ((at == 0 || text[at - 1] == ' ') && (end == text.size() || text[end] == ' ')) return true;
    }
    return false;
}

}  // namespace

SkillLevel levelFromWords(std::string_view words, bool language)
{
    constexpr std::size_t kLongestLevel = 200;  // what is longer is a story, not a level
    if (words.size() > kLongestLevel) return Unstated;
    const std::string folded = fold(words);

    std::optional<SkillLevel> code;
    for (const std::string_view word : split(folded, ' '))
        if (const auto level = cefrWord(word)) code = code ? std::min(*code, *level) : *level;
    if (code) return *code;

    for (const Phrase& phrase : kPhrases)
        if (holdsWords(folded, phrase.words)) return language ? phrase.language : phrase.skill;
    return Unstated;
}

bool isLanguageLevel(SkillLevel level)
{
    return level >= A1 && level <= C2;
}

}  // namespace kith
