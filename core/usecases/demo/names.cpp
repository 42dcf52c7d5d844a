#include <kith/usecases/demo/names.h>

#include <kith/base/text.h>

#include <array>

namespace kith::demo {

namespace {

const Culture& pickCulture(Dice& dice, bool latin)
{
    const std::array lists = {europeanCultures(), worldCultures(), scriptCultures()};
    const auto offered = std::span(lists).first(latin ? 2 : lists.size());
    int all = 0;
    for (const auto list : offered)
        for (const auto& culture : list) all += culture.weight;
    int at = dice.between(0, all - 1);
    for (const auto list : offered)
        for (const auto& culture : list) {
            at -= culture.weight;
            if (at < 0) return culture;
        }
    return offered.back().back();
}

bool isLatin(const NamePart& part)
{
    // Lead bytes below 0xCD, and 0xE1 for the Vietnamese letters, begin Latin letters in these tables; U+1E00 and on.
    const auto lead = static_cast<unsigned char>(part.text.front());
    return lead < 0xCD || part.text.starts_with("\xE1\xBA") || part.text.starts_with("\xE1\xBB");
}

/// As an English note would write it.
std::string spokenName(const NamePart& given)
{
    if (isLatin(given)) return std::string(given.text);
    std::string spoken(given.latin);
    spoken.front() = static_cast<char>(spoken.front() - 'a' + 'A');
    return spoken;
}

std::string joined(const Culture& culture, std::string_view given, std::string_view family)
{
    std::string full;
    const bool givenFirst = culture.order == NameOrder::GivenFirst;
    full += givenFirst ? given : family;
    if (culture.order != NameOrder::FamilyFirstJoined) full += ' ';
    full += givenFirst ? family : given;
    return full;
}

/// Letters of an address alone: hyphens and apostrophes of a Latin name fall away.
std::string addressPart(std::string_view text)
{
    std::string letters;
    for (const char c : asciiLower(text))
        if ((c >= 'a' && c <= 'z') || c == '-') letters += c;
    return letters;
}

}  // namespace

Name makeName(Dice& dice, NameWish wish)
{
    const Culture& culture = pickCulture(dice, wish.latin);
    const NamePart& given = dice.pick(culture.given);
    const NamePart& family = dice.pick(culture.family);
    Name name{.full = {},
              .given = std::string(given.text),
              .family = std::string(family.text),
              .spoken = spokenName(given),
              .address = {}};
    name.address = addressPart(given.plain()) + '.' + addressPart(family.plain());
    if (culture.doubles && dice.percent(wish.variety ? 70 : 9)) {
        const NamePart& second = dice.pick(culture.family);
        const NamePart& middle = dice.pick(culture.given);
        const auto isSimple = [](std::string_view text) { return text.find_first_of("- ") == std::string_view::npos; };
        const bool canJoin = second.text != family.text && isSimple(family.text) && isSimple(second.text);
        if (canJoin && (!wish.variety || dice.percent(50))) {
            name.family += '-';
            name.family += second.text;
        } else if (wish.variety && middle.text != given.text) {
            name.given += ' ';
            name.given += middle.text;
        }
    }
    name.full = joined(culture, name.given, name.family);
    return name;
}

}  // namespace kith::demo
