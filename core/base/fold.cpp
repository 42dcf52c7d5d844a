#include <kith/base/fold.h>

#include <kith/base/text.h>

#include <algorithm>
#include <memory>
#include <unicode/translit.h>
#include <unicode/unistr.h>

namespace kith {

namespace {

bool isAscii(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string toAscii(std::string_view text)
{
    // One transliterator a thread: ICU's are not safe to share, and making one costs milliseconds.
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
