// The words of a query: beginnings, phrases, typos and aliases.
#include "evaluation.h"
#include "near_names.h"

#include <kith/base/fold.h>

#include <algorithm>

namespace kith::search {

namespace {

const ValueField::Passes kAnyValue = [](const ValueField::Value&) { return true; };

}  // namespace

Result<Evaluation::Found> Evaluation::find(const Text& text, const Place& place)
{
    const std::string folded = fold(text.words);
    const Words words = foldedWords(folded);
    Found found;
    if (text.phrase) {
        KITH_TRY(exactly, phrase(text.field, words, place));
        found = std::move(exactly);
    } else {
        found = beginnings(text.field, words, place.turned);
    }
    if (place.turned) return found;
    const bool anywhere = text.field == Field::Anywhere;
    if (anywhere || text.field == Field::Title) joinAliases(AliasKind::Title, folded, kAnyValue, found);
    if (anywhere) joinAliases(AliasKind::Skill, folded, kAnyValue, found);
    return found;
}

Evaluation::Found Evaluation::beginnings(Field field, const Words& words, bool turned)
{
    Found found{.layers = {nobody()}};
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i == 0) found = beginning(field, words[i], turned);
        else found.keep(beginning(field, words[i], turned));
    }
    return found;
}

Evaluation::Found Evaluation::beginning(Field field, std::string_view word, bool turned)
{
    Found found{.layers = {nobody()}};
    if (const auto shared = sharedOf(field)) {
        parts_.at(*shared).uniteBeginningWith(word, found.all());
        return found;
    }
    if (field == Field::Note) {
        parts_.notes.uniteBeginningWith(word, found.all());
        return found;
    }
    found.alike = false;
    Bits& byName = found.layers[ByName] = nobody();
    Bits& byWholeName = found.layers[ByWholeName] = nobody();
    parts_.names.uniteBeginningWith(word, byName);
    parts_.names.uniteWord(word, byWholeName);
    found.layers[NotByNote] = byName;
    if (field == Field::Anywhere) {
        Bits& notByNote = found.layers[NotByNote];
        for (const ValueField& shared : parts_.shared) shared.uniteBeginningWith(word, notByNote);
        parts_.contacts.uniteBeginningWith(word, notByNote);
    }
    found.layers[Anyhow] = found.layers[NotByNote];
    if (field == Field::Anywhere) parts_.notes.uniteBeginningWith(word, found.all());
    if (!turned && editsAllowed(word) != 0 && !found.all().meets(parts_.alive)) joinNearNames(word, found);
    return found;
}

void Evaluation::joinNearNames(std::string_view word, Found& found)
{
    const Dictionary& names = parts_.names.words();
    std::size_t most = editsAllowed(word);
    std::vector<Term> nearest;
    for (Term term = 0; term < names.size(); ++term) {
        const std::size_t edits = editsBetween(word, names.word(term), most);
        if (edits > most || !parts_.names.meets(term, parts_.alive)) continue;
        if (edits < most) nearest.clear();
        most = edits;
        nearest.push_back(term);
    }
    if (nearest.empty()) return;
    Notice notice{.what = Notice::What::Typo, .typed = std::string(word), .instead = {}, .words = {}};
    std::ranges::sort(nearest, {}, [&](Term term) { return names.word(term); });
    Bits people = nobody();
    for (const Term term : nearest) {
        parts_.names.uniteTerm(term, people);
        notice.instead.push_back(parts_.spelling(term));
        notice.words.emplace_back(names.word(term));
    }
    notice.people = people.countIn(parts_.alive);
    for (const Layer layer : {Anyhow, NotByNote, ByName}) found.layers.at(layer).join(people);
    if (std::ranges::find(typos_, notice) == typos_.end()) typos_.push_back(std::move(notice));
}

void Evaluation::joinAliases(AliasKind kind, std::string_view folded, const ValueField::Passes& suits, Found& found)
{
    if (question_.aliases == nullptr) return;
    auto others = question_.aliases->othersOf(kind, folded);
    if (others.empty()) return;
    const ValueField& field = parts_.at(kind == AliasKind::Title ? Shared::Title : Shared::Skill);
    Notice notice{.what = Notice::What::Alias, .typed = std::string(folded), .instead = {}, .words = {}};
    Bits people = nobody();
    for (std::string& other : others) {
        notice.words.push_back(fold(other));
        notice.instead.push_back(std::move(other));
        field.unitePhrase(foldedWords(notice.words.back()), suits ? suits : kAnyValue, people);
    }
    Bits alone = people;
    alone.drop(found.all());
    found.layers[Anyhow].join(people);
    if (!found.alike) found.layers[NotByNote].join(people);
    aliases_.push_back({std::move(notice), std::move(alone)});
}

void Evaluation::joinNamesWith(const Words& words, const Bits* within, Bits& into) const
{
    Bits candidates = nobody();
    std::vector<Term> terms;
    for (const std::string_view word : words) {
        const auto term = parts_.names.words().find(word);
        if (!term) return;
        Bits here = nobody();
        parts_.names.uniteTerm(*term, here);
        if (terms.empty()) candidates = std::move(here);
        else candidates.keep(here);
        terms.push_back(*term);
    }
    if (within != nullptr) candidates.keep(*within);
    if (terms.size() < 2) return into.join(candidates);
    candidates.forEach([&](Person person) {
        if (standsIn(parts_.nameOf(person), terms)) into.add(person);
        return true;
    });
}

void Evaluation::joinContactsWith(const Words& words, Bits& into) const
{
    Bits candidates = parts_.alive;
    for (const std::string_view word : words) {
        Bits here = nobody();
        parts_.contacts.uniteWord(word, here);
        candidates.keep(here);
    }
    into.join(candidates);
}

Result<void> Evaluation::joinNotesWith(const Words& words, Bits candidates, Bits& into) const
{
    constexpr std::size_t kAtOnce = 1000;
    for (const std::string_view word : words) {
        Bits here = nobody();
        parts_.notes.uniteWord(word, here);
        candidates.keep(here);
    }
    if (words.size() < 2) {
        into.join(candidates);
        return {};
    }
    if (question_.notes == nullptr) return {};
    std::vector<std::uint32_t> numbers;
    const auto look = [&]() -> Result<void> {
        KITH_CHECK(goOn());
        KITH_CHECK(question_.notes->forEachNote(numbers, [&](std::uint32_t number, std::string_view text) {
            if (number >= parts_.latest.size() || parts_.latest[number] == 0) return;
            const std::string folded = fold(text);
            if (standsIn(foldedWords(folded), words)) into.add(parts_.latest[number] - 1);
        }));
        numbers.clear();
        return {};
    };
    Result<void> looked;
    candidates.forEach([&](Person person) {
        numbers.push_back(parts_.numbers[person]);
        if (numbers.size() == kAtOnce) looked = look();
        return looked.has_value();
    });
    KITH_CHECK(looked);
    return numbers.empty() ? Result<void>{} : look();
}

Result<Evaluation::Found> Evaluation::phrase(Field field, const Words& words, const Place& place)
{
    Found found{.layers = {nobody()}};
    if (words.empty()) return found;
    const auto notesWithin = [&](const Bits* without) {
        Bits candidates = place.within == nullptr ? parts_.alive : *place.within;
        candidates.keep(parts_.alive);
        if (without != nullptr) candidates.drop(*without);
        return candidates;
    };
    if (const auto shared = sharedOf(field)) {
        parts_.at(*shared).unitePhrase(words, kAnyValue, found.all());
        return found;
    }
    if (field == Field::Note) {
        KITH_CHECK(joinNotesWith(words, notesWithin(nullptr), found.all()));
        return found;
    }
    found.alike = false;
    found.layers[ByName] = nobody();
    joinNamesWith(words, place.within, found.layers[ByName]);
    found.layers[ByWholeName] = found.layers[ByName];
    found.layers[NotByNote] = found.layers[ByName];
    if (field == Field::Anywhere) {
        Bits& notByNote = found.layers[NotByNote];
        for (const ValueField& shared : parts_.shared) shared.unitePhrase(words, kAnyValue, notByNote);
        joinContactsWith(words, notByNote);
    }
    found.layers[Anyhow] = found.layers[NotByNote];
    if (field == Field::Anywhere) KITH_CHECK(joinNotesWith(words, notesWithin(&found.layers[NotByNote]), found.all()));
    return found;
}

}  // namespace kith::search
