// How vCard's words and ours map to each other, both ways.
#pragma once

#include <kith/domain/vocabulary.h>

#include <string>
#include <string_view>

namespace kith::exchange {

/// RELATED types (RFC 6350, 6.6.6): co-worker and colleague are "worked-with", all others "knows".
[[nodiscard]] TieKind tieKindFromVCard(std::string_view type);
/// The RELATED type that comes nearest; X-KITH-TIE says the rest.
[[nodiscard]] std::string_view vcardTypeFor(TieKind kind);

/// EXPERTISE levels (RFC 6715, 2.1): beginner, average, expert.
[[nodiscard]] SkillLevel skillLevelFromVCard(std::string_view level);
/// Empty for a level that has no word there.
[[nodiscard]] std::string_view vcardLevelFor(SkillLevel level);

/// "French" for the language tag "fr-CA" (LANG); the tag itself when it is none that is known.
[[nodiscard]] std::string languageName(std::string_view tag);

/// "urn:uuid:…" and "mailto:…" as what they name; other texts as they are.
[[nodiscard]] std::string_view withoutUriPrefix(std::string_view uri);

}  // namespace kith::exchange
