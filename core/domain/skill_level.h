// Levels of skills and languages, and how other people's words map to them.
#pragma once

#include <kith/domain/vocabulary.h>

#include <string_view>

namespace kith {

/// A level from a free text: our own words, CEFR codes, and the usual words of résumés and profiles ("Master" expert,
/// "Intermediate" working, "Beginner" basic). Unstated when none fits. `language` chooses CEFR for words that fit both
/// ("Intermediate" is B1 of a language); words that only languages have, such as "Native speaker", are CEFR anyway.
/// LinkedIn's five words are those of the ILR scale, in order: "Elementary proficiency" A2, "Limited working" B1,
/// "Professional working" B2, "Full professional" C1, "Native or bilingual" C2. That is the cautious reading: ACTFL,
/// "Assigning CEFR Ratings to ACTFL Assessments" (2016), puts some of them up to a step higher.
/// A CEFR code anywhere in the text wins over the words around it ("Fluent (C1)"); of two the lower counts.
[[nodiscard]] SkillLevel levelFromWords(std::string_view words, bool language);

[[nodiscard]] bool isLanguageLevel(SkillLevel level);

}  // namespace kith
