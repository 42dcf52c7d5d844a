#include "names.h"

#include "text.h"

#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <cstdint>

namespace kith {

namespace {

bool isEastAsian(std::string_view name)
{
    const auto text = icu::UnicodeString::fromUTF8({name.data(), static_cast<std::int32_t>(name.size())});
    bool any = false;
    for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
        UErrorCode status = U_ZERO_ERROR;
        switch (uscript_getScript(text.char32At(at), &status)) {
        case USCRIPT_HAN:
        case USCRIPT_HIRAGANA:
        case USCRIPT_KATAKANA:
        case USCRIPT_HANGUL:
        case USCRIPT_BOPOMOFO: any = true; break;
        case USCRIPT_COMMON:
        case USCRIPT_INHERITED: break;
        default: return false;
        }
    }
    return any;
}

}  // namespace

std::string wholeName(std::string_view given, std::string_view family)
{
    const bool familyFirst = isEastAsian(given) && isEastAsian(family);
    std::string name(familyFirst ? family : given);
    name += ' ';
    name += familyFirst ? given : family;
    return std::string(trim(name));
}

}  // namespace kith
