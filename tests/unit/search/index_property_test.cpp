// The index against looking at each person, for any people, any query and any history.
#include "packing_index.h"
#include "plain_search.h"
#include "today.h"

#include <kith/base/fold.h>
#include <kith/search/parse.h>
#include <kith/search/reasons.h>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kith::search {
namespace {

const std::vector<std::string>& someWords()
{
    static const std::vector<std::string> words{
        "Ana",  "Anna",    "Müller",    "Muller", "Zoë",      "Олена",     "Ελένη",  "van",     "Vandenberg", "project",
        "lead", "manager", "program",   "plat",   "Platform", "platforms", "Leeds",  "C++",     "c",          "C#",
        "java", "js",      "front-end", "German", "2027",     "o'Neil",    "senior", "delivery"};
    return words;
}

const AliasTable& someAliases()
{
    static const AliasTable aliases({{AliasKind::Title, {"Project manager", "delivery lead", "senior"}},
                                     {AliasKind::Skill, {"js", "Java", "front-end"}},
                                     {AliasKind::Skill, {"project manager", "C++"}},
                                     {AliasKind::Title, {"platform", "senior delivery manager"}}});
    return aliases;
}

rc::Gen<std::string> someText(int most)
{
    return rc::gen::map(
        rc::gen::resize(most, rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(someWords()))),
        [](const std::vector<std::string>& words) {
            std::string text;
            for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
            return text;
        });
}

rc::Gen<std::vector<std::string>> someTexts(int words)
{
    return rc::gen::resize(2, rc::gen::container<std::vector<std::string>>(rc::gen::resize(words, someText(words))));
}

PersonDocument anyPerson(std::uint32_t number)
{
    PersonDocument person{.person = number, .name = *someText(3)};
    person.titles = *someTexts(3);
    person.organisations = *someTexts(2);
    person.areas = *someTexts(2);
    person.cities = *someTexts(1);
    person.tags = *someTexts(2);
    person.pools = *someTexts(2);
    person.stages = *someTexts(1);
    person.contacts = *someTexts(2);
    person.notes = *someTexts(6);
    for (const std::string& name : *someTexts(2))
        person.skills.push_back({name,
                                 *rc::gen::element(SkillLevel::Unstated, SkillLevel::Basic, SkillLevel::Advanced,
                                                   SkillLevel::Expert, SkillLevel::B1, SkillLevel::B2, SkillLevel::C1),
                                 *rc::gen::element(Evidence::SelfDeclared, Evidence::Observed, Evidence::Certified)});
    person.facets.bits = *rc::gen::inRange<std::uint8_t>(0, 16);
    person.warmth = *rc::gen::inRange(0, 101);
    if (*rc::gen::inRange(0, 4) != 0) person.lastContact = kToday - std::chrono::days{*rc::gen::inRange(0, 120)};
    return person;
}

/// Pieces of the language in any order.
std::string anyQuery()
{
    static const std::vector<std::string> language{"\"",
                                                   "(",
                                                   ")",
                                                   " or ",
                                                   " not ",
                                                   " -",
                                                   " ",
                                                   " ",
                                                   " ",
                                                   "title:",
                                                   "org:",
                                                   "area:",
                                                   "city:",
                                                   "tag:",
                                                   "note:",
                                                   "name:",
                                                   "pool:",
                                                   "stage:",
                                                   "skill:",
                                                   ">=B2 ",
                                                   "=C1 ",
                                                   "<C1 ",
                                                   ">basic ",
                                                   "<=advanced ",
                                                   " warmth>40 ",
                                                   " warmth<=20 ",
                                                   " warmth=50 ",
                                                   " warmth<100 ",
                                                   " warmth>=75 ",
                                                   " band:warm ",
                                                   " band:cold ",
                                                   " is:talent ",
                                                   " is:partner ",
                                                   " evidence:certified ",
                                                   " spoken:60d ",
                                                   " spoken:0d ",
                                                   " spoken:never ",
                                                   "\"project manager\"",
                                                   "\"Ana Müller\"",
                                                   "project manager",
                                                   "senior delivery",
                                                   "Mullex",
                                                   "Vandenburk",
                                                   "Vnadenberg",
                                                   "pla",
                                                   "a",
                                                   "mu"};
    const auto pieces = *rc::gen::resize(
        12,
        rc::gen::container<std::vector<std::string>>(rc::gen::weightedOneOf<std::string>(
            {{3, rc::gen::elementOf(language)},
             {2, rc::gen::map(rc::gen::elementOf(someWords()), [](const auto& word) { return word + ' '; })},
             {1, rc::gen::elementOf(someWords())}})));
    std::string text;
    for (const std::string& piece : pieces) text += piece;
    return text;
}

void compare(const Index& index, const PlainPeople& people)
{
    const std::string text = anyQuery();
    const Query query = parse(text).query;
    RC_LOG() << toText(query) << '\n';
    const auto expected = PlainSearch(people, someAliases(), kToday).find(query);
    RC_TAG(expected.empty() ? "nobody" : "somebody");
    Question question{
        .today = kToday, .first = 1000, .everybody = true, .groups = true, .aliases = &someAliases(), .notes = &people};
    const Answer answer = index.ask(query, question).value();
    RC_ASSERT(answer.total == expected.size());
    RC_ASSERT(answer.people.size() == expected.size());
    RC_ASSERT(std::set(answer.people.begin(), answer.people.end()) == expected);
    RC_ASSERT(answer.everybody == std::vector(expected.begin(), expected.end()));

    std::map<std::string, std::size_t> cities;
    for (const std::uint32_t number : expected) {
        std::set<std::string> folded;
        for (const std::string& city : people.all.at(number).cities) folded.insert(fold(city));
        for (const std::string& city : folded) cities[city] += city.empty() ? 0 : 1;
    }
    for (const Group& group : answer.groups.cities) RC_ASSERT(cities[fold(group.name)] == group.people);
    std::size_t inBands = 0;
    for (const Group& band : answer.groups.bands) inBands += band.people;
    RC_ASSERT(inBands == expected.size());

    question.first = 3;
    const Answer few = index.ask(query, question).value();
    RC_ASSERT(few.people.size() == std::min<std::size_t>(3, expected.size()));
    RC_ASSERT(std::equal(few.people.begin(), few.people.end(), answer.people.begin()));

    if (std::holds_alternative<Text>(query.node))
        for (const std::uint32_t number : answer.people)
            RC_ASSERT(!reasonsFor(query, people.all.at(number), answer.notices).empty());
}

/// The same people, to be looked at and in an index.
struct Crowd {
    PlainPeople people;
    Index index;
};

Crowd someCrowd()
{
    Crowd crowd;
    const auto count = *rc::gen::inRange<std::uint32_t>(0, 12);
    for (std::uint32_t i = 0; i < count; ++i) {
        const PersonDocument person = anyPerson(i * 3 + 1);
        crowd.index.add(person);
        crowd.people.all.insert_or_assign(person.person, person);
    }
    crowd.index.finish();
    return crowd;
}

/// Up to seven people who come, go, change or only become warmer or colder.
void change(Crowd& crowd)
{
    auto& [people, index] = crowd;
    const auto changes = *rc::gen::inRange(1, 8);
    for (int i = 0; i < changes; ++i) {
        const auto number = *rc::gen::inRange<std::uint32_t>(0, 40);
        const auto what = *rc::gen::inRange(0, 4);
        if (what == 0) {
            RC_ASSERT(index.remove(number) == (people.all.erase(number) == 1));
        } else if (what == 1) {
            const PersonDocument person = anyPerson(number);
            index.setWarmth(number, person.warmth, person.lastContact);
            if (const auto found = people.all.find(number); found != people.all.end()) {
                found->second.warmth = person.warmth;
                found->second.lastContact = person.lastContact;
            }
        } else {
            const PersonDocument person = anyPerson(number);
            index.update(person);
            people.all.insert_or_assign(number, person);
        }
        RC_ASSERT(index.people() == people.all.size());
    }
}

RC_GTEST_PROP(Index, FindsWhomLookingAtEachPersonFinds, ())
{
    Crowd crowd = someCrowd();
    for (int i = 0; i < 4; ++i) compare(crowd.index, crowd.people);
    change(crowd);
    for (int i = 0; i < 4; ++i) compare(crowd.index, crowd.people);
}

RC_GTEST_PROP(Index, GoesOnAsItWasOnceItWasPackedAndUnpacked, ())
{
    Crowd crowd = someCrowd();
    change(crowd);
    crowd.index = unpacked(packed(crowd.index, *rc::gen::element<std::size_t>(1, 100, 100'000))).value();
    RC_ASSERT(crowd.index.people() == crowd.people.all.size());
    for (int i = 0; i < 3; ++i) compare(crowd.index, crowd.people);
    change(crowd);
    for (int i = 0; i < 3; ++i) compare(crowd.index, crowd.people);
}

RC_GTEST_PROP(Index, TakesNoHarmFromDamagedPieces, ())
{
    std::vector<std::string> pieces = packed(someCrowd().index, 200);
    std::string& piece = pieces[*rc::gen::inRange<std::size_t>(0, pieces.size())];
    const auto at = *rc::gen::inRange<std::size_t>(0, piece.size());
    if (*rc::gen::inRange(0, 3) == 0) piece.resize(at);
    else piece[at] = *rc::gen::arbitrary<char>();
    const auto index = unpacked(pieces);
    RC_TAG(index ? "taken" : "refused");
    if (!index) RC_ASSERT(index.error().code == ErrorCode::Corrupt);
    for (int i = 0; i < 3 && index; ++i)
        (void)index->ask(parse(anyQuery()).query, {.today = kToday, .groups = true, .aliases = &someAliases()});
}

}  // namespace
}  // namespace kith::search
