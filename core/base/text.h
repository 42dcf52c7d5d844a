// Small helpers over UTF-8 text. All text in core is UTF-8 in std::string.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kith {

/// Without white space (ASCII, no-break space and byte order mark) at both ends.
[[nodiscard]] std::string_view trim(std::string_view text);
/// ASCII letters lowered; everything else kept. For keywords, header names and e-mail domains.
[[nodiscard]] std::string asciiLower(std::string_view text);
[[nodiscard]] bool equalsIgnoringCase(std::string_view a, std::string_view b);
/// The parts between separators, empty ones included; one part for an empty text.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);
[[nodiscard]] std::string join(const std::vector<std::string>& parts, std::string_view separator);
/// Runs of white space as one blank, trimmed: for names and titles that arrive from elsewhere.
[[nodiscard]] std::string collapseSpace(std::string_view text);

[[nodiscard]] bool isUtf8(std::string_view text);
/// The text with every malformed sequence replaced by U+FFFD, one for each maximal subpart (Unicode 15, 3.9, D93b).
[[nodiscard]] std::string toValidUtf8(std::string_view text);
/// The longest prefix of at most `bytes` bytes that ends between code points.
[[nodiscard]] std::string_view prefixUtf8(std::string_view text, std::size_t bytes);
/// Appends a code point as UTF-8; U+FFFD for surrogates and values past U+10FFFF.
void appendUtf8(std::string& text, char32_t codePoint);
/// "1 person", "2 people": the count with the word that fits it, for sentences on the command line.
[[nodiscard]] std::string counted(std::size_t count, std::string_view one, std::string_view many);

}  // namespace kith
