// A person as search sees them.
#pragma once

#include <kith/base/clock.h>
#include <kith/domain/vocabulary.h>

#include <optional>
#include <string>
#include <vector>

namespace kith::search {

struct SkillFact {
    std::string name;
    SkillLevel level = SkillLevel::Unstated;
    Evidence evidence = Evidence::SelfDeclared;
};

/// Texts are as somebody wrote them, UTF-8. Empty ones are as good as none.
struct PersonDocument {
    std::uint32_t person = 0;  ///< a small number: memory grows with the largest
    std::string name{};
    std::vector<std::string> titles{};
    std::vector<std::string> organisations{};
    std::vector<std::string> areas{};
    std::vector<std::string> cities{};
    std::vector<std::string> tags{};
    std::vector<std::string> pools{};
    std::vector<std::string> stages{};
    std::vector<std::string> contacts{};  ///< e-mail addresses, telephone numbers, profiles
    std::vector<std::string> notes{};  ///< what is said about them, and in each conversation
    std::vector<SkillFact> skills{};
    Facets facets{};
    int warmth = 0;  ///< 0-100, as of the day the index is for
    std::optional<Date> lastContact{};  ///< the last day on which a contact warmed
};

}  // namespace kith::search
