#include <kith/exchange/vcard_words.h>

#include <kith/base/text.h>

#include <algorithm>
#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace kith::exchange {

TieKind tieKindFromVCard(std::string_view type)
{
    return equalsIgnoringCase(type, "co-worker") || equalsIgnoringCase(type, "colleague") ? TieKind::WorkedWith
                                                                                          : TieKind::Knows;
}

std::string_view vcardTypeFor(TieKind kind)
{
    return kind == TieKind::WorkedWith || kind == TieKind::Manages ? "colleague" : "contact";
}

SkillLevel skillLevelFromVCard(std::string_view level)
{
    if (equalsIgnoringCase(level, "beginner")) return SkillLevel::Basic;
    if (equalsIgnoringCase(level, "average")) return SkillLevel::Working;
    if (equalsIgnoringCase(level, "expert")) return SkillLevel::Expert;
    return SkillLevel::Unstated;
}

std::string_view vcardLevelFor(SkillLevel level)
{
    switch (level) {
    case SkillLevel::Basic:
    case SkillLevel::A1:
    case SkillLevel::A2: return "beginner";
    case SkillLevel::Working:
    case SkillLevel::B1:
    case SkillLevel::B2: return "average";
    case SkillLevel::Advanced:
    case SkillLevel::Expert:
    case SkillLevel::C1:
    case SkillLevel::C2: return "expert";
    case SkillLevel::Unstated: break;
    }
    return {};
}

std::string languageName(std::string_view tag)
{
    const auto isTag = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    };
    if (tag.empty() || tag.size() > 35 || !std::ranges::all_of(tag, isTag)) return std::string(tag);
    const icu::Locale locale(std::string(split(tag, '-').front()).c_str());
    icu::UnicodeString shown;
    locale.getDisplayLanguage(icu::Locale::getEnglish(), shown);
    std::string name;
    shown.toUTF8String(name);
    return name.empty() ? std::string(tag) : name;
}

std::string_view withoutUriPrefix(std::string_view uri)
{
    uri = trim(uri);
    for (const std::string_view prefix : {"urn:uuid:", "mailto:"})
        if (uri.size() > prefix.size() && equalsIgnoringCase(uri.substr(0, prefix.size()), prefix))
            return uri.substr(prefix.size());
    return uri;
}

}  // namespace kith::exchange
