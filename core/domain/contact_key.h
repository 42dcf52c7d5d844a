// Contact points as they are compared: two spellings of the same address have the same key.
#pragma once

#include <kith/domain/vocabulary.h>

#include <string>
#include <string_view>

namespace kith {

/// Where a phone number without a country code is from when nobody has said.
inline constexpr std::string_view kDefaultRegion = "GB";

/// The key by which contact points are matched; empty when the value is none of its kind.
///  - e-mail: trimmed, ASCII letters lowered; needs one @ with something on both sides and no blank ("Ana <a@b.c>"
///    and "mailto:a@b.c" give "a@b.c")
///  - phone: E.164 through libphonenumber, read with `region` (ISO 3166-1 alpha-2) when it has no country code, and
///    ";ext=" with the extension, because a switchboard is not a person; digits alone when the library cannot tell;
///    empty with fewer than four digits or nothing but zeros, which files hold where they mean "none"
///  - url: scheme, user, "www.", default port, query, fragment and trailing slash removed, host lowered; needs a dot
///    in the host. LinkedIn profiles become "linkedin.com/in/<slug>" with the slug percent-decoded and ASCII letters
///    lowered, whatever the country host
///  - handle: trimmed, ASCII letters lowered, without a leading @
/// Below a microsecond except phones, which cost about 25 µs in libphonenumber. Thread-safe.
[[nodiscard]] std::string contactKey(ContactKind kind, std::string_view value,
                                     std::string_view region = kDefaultRegion);

/// Guesses what kind of contact point a text is, for a line typed or pasted by a person: something with an address
/// in it is an e-mail; a scheme, a path or a well-known top-level domain after a host, a URL; mostly digits, a phone;
/// the rest a handle.
[[nodiscard]] ContactKind guessContactKind(std::string_view value);

}  // namespace kith
