// Contact points as they are compared: two spellings of the same address have the same key.
#pragma once

#include <kith/domain/vocabulary.h>

#include <string>
#include <string_view>

namespace kith {

/// The key by which contact points are matched; empty when the value is none of its kind.
///  - e-mail: trimmed, lower case; needs one @ with something on both sides ("Ana <a@b.c>" gives "a@b.c")
///  - phone: E.164 through libphonenumber, read with `region` (ISO 3166-1 alpha-2) when it has no country code;
///    digits alone when the library cannot tell
///  - url: scheme, "www.", query, fragment and trailing slash removed, host lowered; LinkedIn profiles become
///    "linkedin.com/in/<slug>" with the slug percent-decoded and lowered, whatever the country host
///  - handle: trimmed, lowered, without a leading @
[[nodiscard]] std::string contactKey(ContactKind kind, std::string_view value, std::string_view region = "GB");

/// Guesses what kind of contact point a text is, for a line typed or pasted by a person.
[[nodiscard]] ContactKind guessContactKind(std::string_view value);

}  // namespace kith
