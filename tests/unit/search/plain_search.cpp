#include "plain_search.h"

#include <kith/base/fold.h>
#include <kith/base/text.h>
#include <kith/domain/skill_level.h>
#include <kith/domain/warmth.h>

#include <algorithm>

namespace kith::search {

namespace {

using Strings = std::vector<std::string>;

Strings foldedParts(std::string_view text)
{
    Strings parts;
    const std::string folded = fold(text);
    for (const std::string_view part : split(folded, ' '))
        if (!part.empty()) parts.emplace_back(part);
    return parts;
}

Strings skillNames(const PersonDocument& person)
{
    Strings names;
    for (const SkillFact& skill : person.skills) names.push_back(skill.name);
    return names;
}

Strings textsOf(const PersonDocument& person, Field field)
{
    switch (field) {
    case Field::Name: return {person.name};
    case Field::Title: return person.titles;
    case Field::Organisation: return person.organisations;
    case Field::Area: return person.areas;
    case Field::City: return person.cities;
    case Field::Tag: return person.tags;
    case Field::Note: return person.notes;
    case Field::Pool: return person.pools;
    case Field::Stage: return person.stages;
    case Field::Anywhere: break;
    }
    Strings texts{person.name};
    for (const auto& some : {person.titles, person.organisations, person.areas, person.cities, person.tags,
                             person.notes, person.pools, person.stages, skillNames(person)})
        texts.insert(texts.end(), some.begin(), some.end());
    return texts;
}

bool sideBySide(const Strings& have, const Strings& wanted)
{
    return !std::ranges::search(have, wanted).empty();
}

bool hasPhrase(const PersonDocument& person, Field field, const Strings& wanted)
{
    for (const std::string& text : textsOf(person, field))
        if (sideBySide(foldedParts(text), wanted)) return true;
    if (field != Field::Anywhere) return false;
    return std::ranges::all_of(wanted, [&](const std::string& word) {
        return std::ranges::any_of(person.contacts, [&](const std::string& contact) {
            return std::ranges::count(foldedParts(contact), word) > 0;
        });
    });
}

bool hasBeginning(const PersonDocument& person, Field field, const std::string& beginning)
{
    Strings texts = textsOf(person, field);
    if (field == Field::Anywhere) texts.insert(texts.end(), person.contacts.begin(), person.contacts.end());
    return std::ranges::any_of(texts, [&](const std::string& text) {
        return std::ranges::any_of(foldedParts(text), [&](const auto& word) { return word.starts_with(beginning); });
    });
}

template <class T>
bool holds(const T& have, Compare compare, const T& wanted)
{
    switch (compare) {
    case Compare::Less: return have < wanted;
    case Compare::AtMost: return have <= wanted;
    case Compare::Equal: return have == wanted;
    case Compare::AtLeast: return have >= wanted;
    case Compare::More: return have > wanted;
    }
    return false;
}

bool suits(const SkillFact& skill, const SkillAt& at)
{
    if (at.evidence && skill.evidence != *at.evidence) return false;
    if (!at.level) return true;
    return skill.level != SkillLevel::Unstated && isLanguageLevel(skill.level) == isLanguageLevel(*at.level)
        && holds(skill.level, at.compare, *at.level);
}

template <class Set>
Set both(const Set& a, const Set& b)
{
    Set result;
    std::ranges::set_intersection(a, b, std::inserter(result, result.end()));
    return result;
}

}  // namespace

Result<void> PlainPeople::forEachNote(std::span<const std::uint32_t> people, const Visit& visit) const
{
    for (const std::uint32_t number : people)
        for (const std::string& note : all.at(number).notes) visit(number, note);
    return {};
}

std::size_t plainEdits(const std::string& a, const std::string& b)
{
    std::vector<std::vector<std::size_t>> edits(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i)
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                edits[i][j] = i + j;
                continue;
            }
            edits[i][j] = std::min(
                {edits[i - 1][j] + 1, edits[i][j - 1] + 1, edits[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                edits[i][j] = std::min(edits[i][j], edits[i - 2][j - 2] + 1);
        }
    return edits[a.size()][b.size()];
}

PlainSearch::Numbers PlainSearch::find(const Query& query, bool turned) const
{
    if (const auto* all = std::get_if<All>(&query.node)) return findAll(*all, turned);
    if (const auto* any = std::get_if<Any>(&query.node)) {
        Numbers found;
        for (const Query& part : any->of) found.merge(find(part, turned));
        return found;
    }
    if (const auto* inner = std::get_if<Not>(&query.node)) {
        const Numbers without = find(inner->of.front(), true);
        return where([&](const PersonDocument& person) { return !without.contains(person.person); });
    }
    if (const auto* text = std::get_if<Text>(&query.node)) return findText(*text, turned);
    if (const auto* skill = std::get_if<SkillAt>(&query.node)) return findSkill(*skill, turned);
    if (const auto* warmth = std::get_if<WarmthIs>(&query.node))
        return where(
            [&](const PersonDocument& person) { return holds(person.warmth, warmth->compare, warmth->warmth); });
    if (const auto* band = std::get_if<BandIs>(&query.node))
        return where([&](const PersonDocument& person) { return bandOf(person.warmth) == band->band; });
    if (const auto* facet = std::get_if<FacetIs>(&query.node))
        return where([&](const PersonDocument& person) { return person.facets.has(facet->facet); });
    const auto& spoken = std::get<Spoken>(query.node);
    return where([&](const PersonDocument& person) {
        if (!spoken.within) return !person.lastContact;
        return person.lastContact && *person.lastContact >= today_ - *spoken.within;
    });
}

PlainSearch::Numbers PlainSearch::findAll(const All& all, bool turned) const
{
    Numbers found = where([](const PersonDocument&) { return true; });
    for (std::size_t i = 0; i < all.of.size();) {
        // Two to six words side by side may be the name of something: the longest name counts.
        std::size_t together = 1;
        Numbers named;
        std::string words;
        Numbers plain;
        for (std::size_t n = 0; n < 6 && i + n < all.of.size(); ++n) {
            const auto* text = std::get_if<Text>(&all.of[i + n].node);
            if (turned || text == nullptr || text->phrase || text->field != Field::Anywhere) break;
            words += (n == 0 ? "" : " ") + fold(text->words);
            Numbers here = where([](const PersonDocument&) { return true; });
            for (const std::string& word : foldedParts(text->words))
                here = both(here, findWord(Field::Anywhere, word, turned));
            plain = n == 0 ? here : both(plain, here);
            if (n == 0) continue;
            if (aliases_.othersOf(AliasKind::Title, words).empty()
                && aliases_.othersOf(AliasKind::Skill, words).empty())
                continue;
            together = n + 1;
            named = plain;
            named.merge(findAlias(AliasKind::Title, words));
            named.merge(findAlias(AliasKind::Skill, words));
        }
        found = both(found, together == 1 ? find(all.of[i], turned) : named);
        i += together;
    }
    return found;
}

PlainSearch::Numbers PlainSearch::findText(const Text& text, bool turned) const
{
    const Strings words = foldedParts(text.words);
    Numbers found;
    if (text.phrase) {
        found = where([&](const PersonDocument& person) { return hasPhrase(person, text.field, words); });
    } else {
        found = where([](const PersonDocument&) { return true; });
        for (const std::string& word : words) found = both(found, findWord(text.field, word, turned));
    }
    if (turned) return found;
    if (text.field == Field::Anywhere || text.field == Field::Title)
        found.merge(findAlias(AliasKind::Title, fold(text.words)));
    if (text.field == Field::Anywhere) found.merge(findAlias(AliasKind::Skill, fold(text.words)));
    return found;
}

PlainSearch::Numbers PlainSearch::findWord(Field field, const std::string& word, bool turned) const
{
    const Numbers found = where([&](const PersonDocument& person) { return hasBeginning(person, field, word); });
    const bool maybeName = field == Field::Anywhere || field == Field::Name;
    if (!found.empty() || turned || !maybeName || word.size() < 4 || word.size() > 64) return found;
    for (std::size_t edits = 1; edits <= (word.size() < 8 ? 1 : 2); ++edits) {
        Numbers near = where([&](const PersonDocument& person) {
            return std::ranges::any_of(foldedParts(person.name),
                                       [&](const std::string& name) { return plainEdits(name, word) == edits; });
        });
        if (!near.empty()) return near;
    }
    return found;
}

PlainSearch::Numbers PlainSearch::findSkill(const SkillAt& at, bool turned) const
{
    const Strings wanted = foldedParts(at.skill);
    Numbers found = where([&](const PersonDocument& person) {
        return std::ranges::any_of(person.skills, [&](const SkillFact& skill) {
            const Strings have = foldedParts(skill.name);
            return !have.empty() && suits(skill, at) && std::ranges::all_of(wanted, [&](const std::string& beginning) {
                return std::ranges::any_of(have, [&](const auto& word) { return word.starts_with(beginning); });
            });
        });
    });
    if (!turned) found.merge(findAlias(AliasKind::Skill, fold(at.skill), &at));
    return found;
}

PlainSearch::Numbers PlainSearch::findAlias(AliasKind kind, const std::string& folded, const SkillAt* at) const
{
    Numbers found;
    for (const std::string& other : aliases_.othersOf(kind, folded)) {
        const Strings words = foldedParts(other);
        found.merge(where([&](const PersonDocument& person) {
            if (kind == AliasKind::Title) return hasPhrase(person, Field::Title, words);
            return std::ranges::any_of(person.skills, [&](const SkillFact& skill) {
                return sideBySide(foldedParts(skill.name), words) && (at == nullptr || suits(skill, *at));
            });
        }));
    }
    return found;
}

}  // namespace kith::search
