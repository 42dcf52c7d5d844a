#include <kith/base/fold.h>

#include <kith/base/text.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unordered_map>
#include <utility>

namespace kith {

namespace {

bool isAscii(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string transliterated(std::string_view text)
{
    // One transliterator a thread: ICU's are not safe to share, and making one costs a tenth of a second.
    thread_local const std::unique_ptr<icu::Transliterator> transliterator = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<icu::Transliterator>(
            icu::Transliterator::createInstance("Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
    }();
    icu::UnicodeString unicode =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
    if (transliterator) transliterator->transliterate(unicode);
    std::string result;
    unicode.toUTF8String(result);
    return result;
}

/// Letters with accents (U+00C0 to U+017F), each of which ICU folds to the same few letters wherever it stands; with
/// them European names do without it. Made with ICU 72 by folding each letter alone; the test compares them all.
constexpr char32_t kFirstAccented = 0xC0;
constexpr std::array<std::string_view, 192> kAccented = {
    "a", "a", "a",  "a", "a", "a", "ae", "c",  "e", "e", "e",  "e",  "i", "i", "i",  "i",  "d", "n",  "o",  "o",
    "o", "o", "o",  "*", "o", "u", "u",  "u",  "u", "y", "th", "ss", "a", "a", "a",  "a",  "a", "a",  "ae", "c",
    "e", "e", "e",  "e", "i", "i", "i",  "i",  "d", "n", "o",  "o",  "o", "o", "o",  "/",  "o", "u",  "u",  "u",
    "u", "y", "th", "y", "a", "a", "a",  "a",  "a", "a", "c",  "c",  "c", "c", "c",  "c",  "c", "c",  "d",  "d",
    "d", "d", "e",  "e", "e", "e", "e",  "e",  "e", "e", "e",  "e",  "g", "g", "g",  "g",  "g", "g",  "g",  "g",
    "h", "h", "h",  "h", "i", "i", "i",  "i",  "i", "i", "i",  "i",  "i", "i", "ij", "ij", "j", "j",  "k",  "k",
    "q", "l", "l",  "l", "l", "l", "l",  "l",  "l", "l", "l",  "n",  "n", "n", "n",  "n",  "n", "'n", "n",  "n",
    "o", "o", "o",  "o", "o", "o", "oe", "oe", "r", "r", "r",  "r",  "r", "r", "s",  "s",  "s", "s",  "s",  "s",
    "s", "s", "t",  "t", "t", "t", "t",  "t",  "u", "u", "u",  "u",  "u", "u", "u",  "u",  "u", "u",  "u",  "u",
    "w", "w", "y",  "y", "y", "z", "z",  "z",  "z", "z", "z",  "s",
};

/// Dashes and quotation marks of printed text (U+2010 to U+201F), as ICU writes them; empty for those left to it. Notes
/// are full of them.
constexpr std::array<std::string_view, 16> kMarks = {"-", "-", "-", "-", "-",  "-",  "",   "",
                                                     "'", "'", ",", "'", "\"", "\"", ",,", "\""};

/// The text in lower-case ASCII when it holds nothing but ASCII and those letters and marks.
std::optional<std::string> accentsRemoved(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto lead = static_cast<unsigned char>(text[i]);
        if (lead < 0x80) {
            result += text[i];
            continue;
        }
        // Three bytes, E2 80 90 to E2 80 9F.
        if (lead == 0xE2 && i + 2 < text.size() && text[i + 1] == '\x80') {
            const auto last = static_cast<unsigned char>(text[i + 2]);
            if (last < 0x90 || last > 0x9F || kMarks.at(last - 0x90).empty()) return std::nullopt;
            result += kMarks.at(last - 0x90);
            i += 2;
            continue;
        }
        // Two bytes with lead C3, C4 or C5: U+00C0 to U+017F.
        if (lead < 0xC3 || lead > 0xC5 || i + 1 == text.size()) return std::nullopt;
        const auto next = static_cast<unsigned char>(text[++i]);
        if ((next & 0xC0) != 0x80) return std::nullopt;
        const char32_t letter = (char32_t{lead} & 0x1F) << 6 | (next & 0x3F);
        const std::string_view folded = kAccented.at(letter - kFirstAccented);
        if (folded.empty()) return std::nullopt;
        result += folded;
    }
    return result;
}

/// The same few words are folded again and again while a file is compared and written.
std::string remembered(std::string_view text)
{
    constexpr std::size_t kMost = 16384;
    constexpr std::size_t kLongest = 128;
    if (text.size() > kLongest) return transliterated(text);
    thread_local std::unordered_map<std::string, std::string> memory;
    if (memory.size() >= kMost) memory.clear();
    const auto [at, fresh] = memory.try_emplace(std::string(text));
    if (fresh) at->second = transliterated(text);
    return at->second;
}

/// Whether all that is not ASCII is letters and their marks: ICU then folds each word as if it stood alone. Digits and
/// signs of other scripts it takes for parts of the script that stands around them.
bool isLetters(std::string_view text)
{
    const auto unicode = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
    for (int32_t at = 0; at < unicode.length(); at = unicode.moveIndex32(at, 1)) {
        const UChar32 c = unicode.char32At(at);
        if (c >= 0x80 && !u_isalpha(c) && (U_GET_GC_MASK(c) & U_GC_M_MASK) == 0) return false;
    }
    return true;
}

std::string toAscii(std::string_view text)
{
    if (auto plain = accentsRemoved(text)) return std::move(*plain);
    if (!isLetters(text)) return remembered(text);
    std::string result;
    for (const std::string_view word : split(text, ' ')) {
        if (!result.empty()) result += ' ';
        if (auto plain = accentsRemoved(word)) result += *plain;
        else result += remembered(word);
    }
    return result;
}

std::string squeeze(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    bool pending = false;
    for (const char c : text) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
        if (letter || (c >= 'A' && c <= 'Z')) {
            if (pending && !result.empty()) result += ' ';
            pending = false;
            result += letter ? c : static_cast<char>(c + ('a' - 'A'));
        } else if ((c == '+' || c == '#') && !pending && !result.empty()) {
            // "C", "C++" and "C#" are three things.
            result += c == '+' ? "p" : "sharp";
        } else if (c != '\'') {
            pending = true;
        }
    }
    return result;
}

}  // namespace

std::string fold(std::string_view text)
{
    constexpr std::size_t kLongest = std::size_t{64} * 1024;  // nothing longer is a name; keeps a hostile field cheap
    if (text.size() > kLongest) text = prefixUtf8(text, kLongest);
    return isAscii(text) ? squeeze(text) : squeeze(toAscii(text));
}

}  // namespace kith
