#include "search_people.h"

#include <kith/usecases/demo/names.h>
#include <kith/usecases/demo/phrases.h>
#include <kith/usecases/demo/work.h>

#include <array>

namespace kith::bench {

namespace {

using demo::Dice;

constexpr std::size_t kOrganisations = 3000;
constexpr std::size_t kTail = 200'000;
constexpr int kConversations = 5;

constexpr SkillLevel kLevels[] = {SkillLevel::Basic,    SkillLevel::Working,  SkillLevel::Working,
                                  SkillLevel::Advanced, SkillLevel::Advanced, SkillLevel::Expert};
constexpr SkillLevel kCefr[] = {SkillLevel::A1, SkillLevel::A2, SkillLevel::B1,
                                SkillLevel::B2, SkillLevel::C1, SkillLevel::C2};

constexpr std::string_view kFilters[] = {
    "german>=B2",
    "german>=B2 city:leeds",
    "python>=advanced evidence:certified",
    "band:warm not spoken:60d",
    "warmth>40 is:talent",
    "skill:python or skill:java",
    "is:colleague area:housing",
    "city:leeds (band:warm or band:hot) not skill:excel",
    "spoken:never",
    "not spoken:1y",
    "area:platform spoken:90d",
    "french>=B1 or spanish>=B1 or italian>=B1",
    "is:talent city:york kubernetes>=working warmth<=60",
    "tag:mentor not is:client",
};

std::string invented(std::size_t number)
{
    constexpr std::string_view kOnsets[] = {"b", "d", "f", "g", "h", "k",  "l",  "m",  "n",   "p",
                                            "r", "s", "t", "v", "w", "br", "kl", "st", "sch", "z"};
    constexpr std::string_view kEndings[] = {"an", "er", "el", "ic", "o", "u", "en", "i", "ar", "on"};
    std::string word;
    for (int i = 0; i < 3; ++i) {
        word += kOnsets[number % std::size(kOnsets)];
        number /= std::size(kOnsets);
        word += kEndings[number % std::size(kEndings)];
        number /= std::size(kEndings);
    }
    return word;
}

std::string capital(std::string word)
{
    word.front() = static_cast<char>(word.front() - 'a' + 'A');
    return word;
}

demo::Gaps gapsOf(Dice& dice, const demo::Field& field, std::string_view organisation, std::string_view colleague)
{
    const std::size_t first = dice.below(field.skills.size());
    return {.skill = field.skills[first],
            .otherSkill = field.skills[(first + 1) % field.skills.size()],
            .organisation = organisation,
            .city = demo::cities()[demo::pickCity(dice)].name,
            .area = demo::areas()[field.area].name,
            .field = field.name,
            .colleague = colleague};
}

void typeInto(std::vector<std::string>& typed, const std::string& before, std::string_view word)
{
    for (std::size_t i = 1; i <= word.size(); ++i) {
        // A key is a letter, not a byte of one.
        if (i < word.size() && (static_cast<unsigned char>(word[i]) & 0xC0) == 0x80) continue;
        typed.push_back(before + std::string(word.substr(0, i)));
    }
}

}  // namespace

search::PersonDocument searchPerson(std::uint32_t person, std::uint64_t seed)
{
    Dice dice(seed, person);
    const auto pick = [&](auto span) { return std::string(dice.pick(span)); };
    const bool colleague = dice.percent(5);
    const demo::Field& field = demo::fields()[demo::pickField(dice)];
    const std::string organisation = demo::organisationName(dice.powerLaw(kOrganisations));
    const demo::Name name = demo::makeName(dice, {.variety = true});

    search::PersonDocument document;
    document.person = person;
    document.name = dice.percent(25) ? name.given + ' ' + capital(invented(dice.powerLaw(kTail))) : name.full;
    document.facets.add(colleague ? Facet::Colleague : dice.percent(90) ? Facet::Talent : Facet::Client);
    document.titles.push_back(pick(colleague ? demo::colleagueTitles() : field.titles));
    document.organisations.push_back(colleague ? std::string(demo::kOwnOrganisation) : organisation);
    if (colleague) document.areas.emplace_back(demo::areas()[field.area].name);
    document.cities.emplace_back(demo::cities()[demo::pickCity(dice)].name);
    if (dice.percent(45)) document.tags.push_back(pick(demo::tags()));
    const int skills = dice.between(3, 8);
    for (int i = 0; i < skills; ++i)
        document.skills.push_back({pick(field.skills), dice.pick(kLevels), static_cast<Evidence>(dice.between(0, 3))});
    if (dice.percent(55))
        document.skills.push_back({pick(demo::languages()), dice.pick(kCefr), Evidence::SelfDeclared});
    document.contacts.push_back(name.address + std::to_string(person) + "@example.org");
    if (dice.percent(50)) document.contacts.push_back(demo::mobileNumber(person));

    const std::string colleagueName = demo::makeName(dice, {}).spoken;
    document.notes.push_back(demo::aboutText(dice, gapsOf(dice, field, organisation, colleagueName)));
    for (int i = 0; i < kConversations; ++i) {
        std::string text =
            demo::conversationText(dice, demo::pickOpening(dice), gapsOf(dice, field, organisation, colleagueName));
        if (dice.percent(33)) text += " Mentioned " + invented(dice.powerLaw(kTail)) + '.';
        document.notes.push_back(std::move(text));
    }
    if (dice.percent(70)) {
        document.lastContact = kSearchDay - std::chrono::days{dice.below(900)};
        document.warmth = static_cast<int>(dice.unit() * dice.unit() * 100);
    }
    return document;
}

std::vector<std::string> keystrokes(std::size_t count, std::uint64_t seed)
{
    std::vector<std::string> typed;
    Dice dice(seed, 0x5EA2C4);
    while (typed.size() < count) {
        const demo::Field& field = demo::fields()[demo::pickField(dice)];
        const auto word = [&]() -> std::string {
            switch (dice.between(0, 7)) {
            case 0: return std::string(dice.pick(field.titles));
            case 1: return std::string(dice.pick(field.skills));
            case 2: return demo::organisationName(dice.powerLaw(kOrganisations));
            case 3: return std::string(demo::cities()[demo::pickCity(dice)].name);
            case 4: return invented(dice.powerLaw(kTail));
            case 5: {
                const std::string text = demo::aboutText(dice, gapsOf(dice, field, "Granite Labs", "Ana"));
                return text.substr(0, text.find(' ', 12));
            }
            default: return demo::makeName(dice, {.variety = true}).full;
            }
        };
        const std::string first = word();
        typeInto(typed, {}, first);
        if (dice.percent(35)) typeInto(typed, first + ' ', word());
    }
    typed.resize(count);
    return typed;
}

std::span<const std::string_view> structuredFilters()
{
    return kFilters;
}

}  // namespace kith::bench
