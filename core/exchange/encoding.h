// Which encoding the bytes of a file are in, and the same text as UTF-8.
#pragma once

#include <kith/base/error.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace kith::exchange {

enum class Encoding : std::uint8_t { Utf8, Utf16Le, Utf16Be, Windows1252 };

struct DecodedText {
    std::string text;  ///< valid UTF-8 without a byte order mark
    Encoding encoding = Encoding::Utf8;
};

/// Detects and converts:
///  - a byte order mark decides for UTF-8 and UTF-16;
///  - otherwise NULs that sit nearly always in the odd (even) bytes mean UTF-16 little (big) endian;
///  - otherwise well-formed UTF-8 is UTF-8, and anything else is Windows-1252 (WHATWG Encoding Standard, index
///    windows-1252: the five unassigned bytes become C1 controls).
/// Malformed sequences after a byte order mark become U+FFFD. BadInput, with a sentence, for binary files: NULs that
/// are no UTF-16, or a signature of a common binary format. O(length).
[[nodiscard]] Result<DecodedText> decodeText(std::string_view bytes);

/// Windows-1252 as UTF-8; also reads ISO 8859-1, whose printable part it contains.
[[nodiscard]] std::string fromWindows1252(std::string_view bytes);

/// Text of a named charset (IANA name or alias, as in a vCard's CHARSET) as valid UTF-8. An unknown name, or an empty
/// one, is read as UTF-8 when it is that and as Windows-1252 otherwise.
[[nodiscard]] std::string fromCharset(std::string_view bytes, std::string_view charset);

}  // namespace kith::exchange
