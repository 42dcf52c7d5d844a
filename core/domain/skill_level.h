// Levels of skills and languages, and how other people's words map to them.
#pragma once

#include <kith/domain/vocabulary.h>

#include <string_view>

namespace kith {

/// A level from a free text: our own words, CEFR codes, and the usual words of résumés and profiles
/// ("Native speaker" C2, "Full professional proficiency" C1, "Professional working proficiency" B2, "Limited working"
/// B1, "Elementary" A1/A2; "Master" expert, "Intermediate" working, "Beginner" basic). Unstated when none fits.
/// `language` chooses CEFR for words that fit both. Mapping of the LinkedIn and ILR words to CEFR after ACTFL,
/// "Assigning CEFR Ratings to ACTFL Assessments" (2016).
[[nodiscard]] SkillLevel levelFromWords(std::string_view words, bool language);

[[nodiscard]] bool isLanguageLevel(SkillLevel level);

}  // namespace kith
