// Text as it is matched and sorted: without case, accents, script or punctuation.
#pragma once

#include <string>
#include <string_view>

namespace kith {

/// The folded form used for matching names and for sorting lists: transliterated to Latin, accents removed,
/// lower case, punctuation as blanks, runs of blanks as one ("Zoë  Müller-Lüdenscheidt" -> "zoe muller ludenscheidt",
/// "Олена" -> "olena"). A plus or a hash right behind a letter is spelled out, so that "C++" ("cpp") and "C#"
/// ("csharp") stay apart from "C". ICU's Any-Latin; Latin-ASCII. ASCII text takes a short cut. Never throws; malformed
/// UTF-8 counts as U+FFFD. O(length). Thread-safe.
[[nodiscard]] std::string fold(std::string_view text);

}  // namespace kith
