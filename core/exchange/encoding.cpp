#include <kith/exchange/encoding.h>

#include <kith/base/text.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <span>
#include <unicode/ucnv.h>

namespace kith::exchange {

namespace {

// WHATWG Encoding Standard, index windows-1252, bytes 0x80 to 0x9F; the rest is ISO 8859-1.
constexpr std::array<char32_t, 32> kWindows1252 = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
};

struct Signature {
    std::string_view start;
    std::string_view sentence;
};

constexpr std::string_view kPlainBinary =
    "This is not a text file, so nothing was read; export the contacts as CSV, vCard or JSON Resume.";

constexpr Signature kSignatures[] = {
    {"PK\x03\x04",
     "This is a spreadsheet or another packed file, so nothing was read; save it as CSV (UTF-8) and import that."},
    {"\xD0\xCF\x11\xE0",
     "This is an old Excel or Outlook file, so nothing was read; save it as CSV (UTF-8) and import that."},
    {"%PDF-", "This is a PDF, so nothing was read; export the contacts as CSV, vCard or JSON Resume."},
    {"\x89PNG", kPlainBinary},
    {"\xFF\xD8\xFF", kPlainBinary},
    {"\x1F\x8B", "This is a compressed file, so nothing was read; unpack it and import what is inside."},
    {"SQLite format 3", kPlainBinary},
};

std::string fromUtf16(std::string_view bytes, bool bigEndian)
{
    std::string text;
    text.reserve(bytes.size());
    const auto unit = [&](std::size_t i) {
        const auto first = static_cast<std::uint8_t>(bytes[i]);
        const auto second = static_cast<std::uint8_t>(bytes[i + 1]);
        return static_cast<char32_t>(bigEndian ? (first << 8) | second : (second << 8) | first);
    };
    std::size_t i = 0;
    for (; i + 1 < bytes.size(); i += 2) {
        char32_t c = unit(i);
        if (c >= 0xD800 && c < 0xDC00 && i + 3 < bytes.size()) {
            const char32_t low = unit(i + 2);
            if (low >= 0xDC00 && low < 0xE000) {
                c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
                i += 2;
            }
        }
        appendUtf8(text, c);
    }
    if (i < bytes.size()) appendUtf8(text, 0xFFFD);
    return text;
}

/// UTF-16 without a mark: blanks, separators and line ends put NULs on one side of their pairs.
std::optional<Encoding> utf16WithoutMark(std::string_view bytes)
{
    const std::string_view sample = bytes.substr(0, std::min<std::size_t>(bytes.size(), 4096) & ~std::size_t{1});
    std::array<std::size_t, 2> zeros{};
    for (std::size_t i = 0; i < sample.size(); ++i) zeros[i % 2] += sample[i] == '\0' ? 1U : 0U;
    const std::size_t enough = std::max<std::size_t>(1, sample.size() / 40);
    // U+0400, U+3000 and their like have a NUL on the other side, but they are few.
    if (zeros[1] >= enough && zeros[0] * 8 <= zeros[1]) return Encoding::Utf16Le;
    if (zeros[0] >= enough && zeros[1] * 8 <= zeros[0]) return Encoding::Utf16Be;
    return std::nullopt;
}

Result<DecodedText> checked(DecodedText decoded)
{
    if (decoded.text.find('\0') != std::string::npos) return fail(ErrorCode::BadInput, std::string(kPlainBinary));
    return decoded;
}

}  // namespace

std::string fromWindows1252(std::string_view bytes)
{
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        const auto byte = static_cast<std::uint8_t>(c);
        if (byte < 0x80) text += c;
        else appendUtf8(text, byte < 0xA0 ? kWindows1252[byte - 0x80U] : char32_t{byte});
    }
    return text;
}

std::string fromCharset(std::string_view bytes, std::string_view charset)
{
    const auto guessed = [&] { return isUtf8(bytes) ? std::string(bytes) : fromWindows1252(bytes); };
    // The library looks names up as files, too: nothing but what charset names are made of goes there.
    const bool named = !charset.empty() && std::ranges::all_of(charset, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
    });
    if (!named || equalsIgnoringCase(charset, "utf-8")) return guessed();

    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(std::string(charset).c_str(), &status),
                                                                       &ucnv_close);
    if (U_FAILURE(status)) return guessed();
    const std::span<const char> part(bytes.begin(), std::min<std::size_t>(bytes.size(), 1U << 24));
    std::u16string wide(part.size() + 1, u'\0');
    // A stateful charset may yield more than one unit for a byte; the second attempt knows how many.
    for (int attempt = 0; attempt < 2; ++attempt) {
        status = U_ZERO_ERROR;
        const std::int32_t units = ucnv_toUChars(converter.get(), wide.data(), static_cast<std::int32_t>(wide.size()),
                                                 part.data(), static_cast<std::int32_t>(part.size()), &status);
        if (status == U_BUFFER_OVERFLOW_ERROR) {
            wide.resize(static_cast<std::size_t>(units) + 1);
            continue;
        }
        if (U_FAILURE(status)) return guessed();
        wide.resize(static_cast<std::size_t>(units));
        break;
    }
    std::string text;
    text.reserve(wide.size());
    for (std::size_t i = 0; i < wide.size(); ++i) {
        char32_t c = wide[i];
        if (c >= 0xD800 && c < 0xDC00 && i + 1 < wide.size() && wide[i + 1] >= 0xDC00 && wide[i + 1] < 0xE000)
            c = 0x10000 + ((c - 0xD800) << 10) + (wide[++i] - 0xDC00U);
        appendUtf8(text, c);
    }
    return text;
}

Result<DecodedText> decodeText(std::string_view bytes)
{
    if (bytes.starts_with("\xEF\xBB\xBF")) return checked({toValidUtf8(bytes.substr(3)), Encoding::Utf8});
    if (bytes.starts_with("\xFF\xFE")) return checked({fromUtf16(bytes.substr(2), false), Encoding::Utf16Le});
    if (bytes.starts_with("\xFE\xFF")) return checked({fromUtf16(bytes.substr(2), true), Encoding::Utf16Be});
    for (const Signature& signature : kSignatures)
        if (bytes.starts_with(signature.start)) return fail(ErrorCode::BadInput, std::string(signature.sentence));
    if (bytes.find('\0') != std::string_view::npos) {
        const auto wide = utf16WithoutMark(bytes);
        if (!wide) return fail(ErrorCode::BadInput, std::string(kPlainBinary));
        return checked({fromUtf16(bytes, *wide == Encoding::Utf16Be), *wide});
    }
    if (isUtf8(bytes)) return DecodedText{std::string(bytes), Encoding::Utf8};
    return DecodedText{fromWindows1252(bytes), Encoding::Windows1252};
}

}  // namespace kith::exchange
