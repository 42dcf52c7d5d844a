// The CSV files of ESCO, the European classification of skills, competences, qualifications and occupations.
#pragma once

#include <kith/base/error.h>
#include <kith/domain/vocabulary.h>

#include <string>
#include <string_view>
#include <vector>

namespace kith::exchange {

/// One occupation or skill: the preferred name first, then the other ones.
struct EscoConcept {
    AliasKind kind{};
    std::vector<std::string> names;
};

/// Reads a file of the classification's CSV package in any of its languages: occupations, skills, and the collections
/// of skills (languages, digital, green, transversal). Columns are found by their names: conceptType ("Occupation",
/// "KnowledgeSkillCompetence"), preferredLabel and altLabels, whose names stand on lines of their own or between " | ".
/// Groups of skills or occupations, and what has one name alone, are left out, and so are the labels called hidden,
/// which are misspellings. UTF-8, with or without a mark. BadInput when the columns are not there.
/// Format: the CSV of ESCO 1.0 to 1.2 as published by the European Commission (esco.ec.europa.eu, "Download").
[[nodiscard]] Result<std::vector<EscoConcept>> readEsco(std::string_view text);

}  // namespace kith::exchange
