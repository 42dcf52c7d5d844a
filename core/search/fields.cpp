#include "fields.h"

#include <kith/base/fold.h>

#include <algorithm>
#include <numeric>

namespace kith::search {

Words foldedWords(std::string_view folded)
{
    Words words;
    while (!folded.empty()) {
        const std::size_t end = std::min(folded.find(' '), folded.size());
        if (end != 0) words.push_back(folded.substr(0, end));
        folded.remove_prefix(std::min(end + 1, folded.size()));
    }
    return words;
}

void WordField::add(Person person, std::string_view folded, const std::function<void(Term)>& each)
{
    while (!folded.empty()) {
        const std::size_t end = std::min(folded.find(' '), folded.size());
        if (end != 0) {
            const Term term = words_.intern(folded.substr(0, end));
            if (term == people_.size()) people_.addList();
            people_.append(term, person);
            unions_.add(term, person);
            if (each) each(term);
        }
        folded.remove_prefix(std::min(end + 1, folded.size()));
    }
}

std::vector<Term> WordField::finish(std::size_t people)
{
    auto newNumber = words_.sort();
    people_.renumber(newNumber);
    people_.shrink();
    prepareUnions(people);
    return newNumber;
}

void WordField::prepareUnions(std::size_t people)
{
    unions_.prepare(
        words_, people, [this](Term term) { return people_.cost(term); },
        [this](Term term, Bits& into) { people_.unite(term, into); });
}

void WordField::uniteBeginningWith(std::string_view prefix, Bits& into) const
{
    const TermRange range = words_.beginningWith(prefix);
    if (const Bits* prepared = unions_.of(range)) into.join(*prepared);
    else
        for (Term term = range.from; term < range.to; ++term) people_.unite(term, into);
    words_.forEachLater(prefix, [&](Term term) { people_.unite(term, into); });
}

void WordField::uniteWord(std::string_view word, Bits& into) const
{
    if (const auto term = words_.find(word)) people_.unite(*term, into);
}

ValueNumber ValueField::numberOf(const std::string& shown, SkillLevel level, Evidence evidence)
{
    std::string key = fold(shown);
    if (key.empty()) return static_cast<ValueNumber>(values_.size());
    const std::size_t letters = key.size();
    const auto name = static_cast<std::uint32_t>(names_.try_emplace(key, names_.size()).first->second);
    key += static_cast<char>(level);
    key += static_cast<char>(evidence);
    const auto [at, fresh] = numbers_.try_emplace(std::move(key), static_cast<ValueNumber>(values_.size()));
    if (!fresh) return at->second;
    Value value{.shown = shown, .words = {}, .level = level, .evidence = evidence, .name = name};
    for (const std::string_view word : foldedWords(std::string_view(at->first).substr(0, letters))) {
        const Term term = words_.intern(word);
        if (term == valuesOfWord_.size()) valuesOfWord_.addList();
        valuesOfWord_.append(term, at->second);
        value.words.push_back(term);
    }
    values_.push_back(std::move(value));
    people_.addList();
    return at->second;
}

void ValueField::add(Person person, const std::string& shown, SkillLevel level, Evidence evidence)
{
    const ValueNumber number = numberOf(shown, level, evidence);
    if (number == values_.size()) return;  // no letter in it
    if (person != latest_) valuesOfLatest_.clear();
    latest_ = person;
    if (std::ranges::find(valuesOfLatest_, number) != valuesOfLatest_.end()) return;
    const std::uint32_t name = values_[number].name;
    if (std::ranges::any_of(valuesOfLatest_, [&](ValueNumber value) { return values_[value].name == name; }))
        again_.emplace_back(person, name);
    valuesOfLatest_.push_back(number);
    people_.append(number, person);
    for (const Term term : values_[number].words) unions_.add(term, person);
}

void ValueField::finish(std::size_t people)
{
    const auto newNumber = words_.sort();
    valuesOfWord_.renumber(newNumber);
    for (Value& value : values_)
        for (Term& term : value.words) term = newNumber[term];
    people_.shrink();
    prepareUnions(people);
}

void ValueField::prepareUnions(std::size_t people)
{
    const auto forEachValue = [this](Term term, auto visit) {
        valuesOfWord_.forEach(term, [&](ValueNumber value) {
            visit(value);
            return true;
        });
    };
    unions_.prepare(
        words_, people,
        [&](Term term) {
            std::size_t sum = 0;
            forEachValue(term, [&](ValueNumber value) { sum += people_.cost(value); });
            return sum;
        },
        [&](Term term, Bits& into) { forEachValue(term, [&](ValueNumber value) { people_.unite(value, into); }); });
}

std::vector<ValueNumber> ValueField::valuesOf(TermRange range, std::string_view prefix) const
{
    std::vector<ValueNumber> found;
    const auto collect = [&](Term term) {
        valuesOfWord_.forEach(term, [&](ValueNumber value) {
            found.push_back(value);
            return true;
        });
    };
    for (Term term = range.from; term < range.to; ++term) collect(term);
    words_.forEachLater(prefix, collect);
    std::ranges::sort(found);
    const auto twice = std::ranges::unique(found);
    found.erase(twice.begin(), twice.end());
    return found;
}

void ValueField::uniteBeginningWith(std::string_view prefix, Bits& into) const
{
    TermRange range = words_.beginningWith(prefix);
    if (const Bits* prepared = unions_.of(range)) {
        into.join(*prepared);
        range.to = range.from;
    }
    for (const ValueNumber value : valuesOf(range, prefix)) people_.unite(value, into);
}

std::vector<ValueNumber> ValueField::valuesWith(const Words& beginnings) const
{
    std::vector<ValueNumber> found(beginnings.empty() ? values_.size() : 0);
    std::iota(found.begin(), found.end(), ValueNumber{0});
    for (std::size_t i = 0; i < beginnings.size(); ++i) {
        auto here = valuesOf(words_.beginningWith(beginnings[i]), beginnings[i]);
        if (i == 0) {
            found = std::move(here);
            continue;
        }
        std::vector<ValueNumber> both;
        std::ranges::set_intersection(found, here, std::back_inserter(both));
        found = std::move(both);
    }
    return found;
}

void ValueField::uniteBeginnings(const Words& beginnings, const Passes& passes, Bits& into) const
{
    for (const ValueNumber value : valuesWith(beginnings))
        if (passes(values_[value])) people_.unite(value, into);
}

void ValueField::unitePhrase(const Words& words, const Passes& passes, Bits& into) const
{
    std::vector<Term> wanted;
    wanted.reserve(words.size());
    for (const std::string_view word : words) {
        const auto term = words_.find(word);
        if (!term) return;
        wanted.push_back(*term);
    }
    if (wanted.empty()) return;
    const Term rarest = *std::ranges::min_element(wanted, {}, [&](Term term) { return valuesOfWord_.count(term); });
    valuesOfWord_.forEach(rarest, [&](ValueNumber value) {
        if (standsIn(values_[value].words, wanted) && passes(values_[value])) people_.unite(value, into);
        return true;
    });
}

std::vector<ValueField::Group> ValueField::countedIn(const Bits& people, std::size_t most) const
{
    return countedIn(people, {}, most);
}

std::vector<ValueField::Group> ValueField::countedIn(const Bits& people, const Words& beginnings,
                                                     std::size_t most) const
{
    std::vector<Group> groups(names_.size());
    for (const ValueNumber value : valuesWith(beginnings)) {
        Group& group = groups[values_[value].name];
        if (group.name.empty()) group.name = values_[value].shown;
        group.people += people_.countIn(value, people);
    }
    for (const auto& [person, name] : again_)
        groups[name].people -= !groups[name].name.empty() && people.has(person) ? 1 : 0;
    std::erase_if(groups, [](const Group& group) { return group.people == 0; });
    std::ranges::sort(groups, [](const Group& a, const Group& b) {
        return a.people != b.people ? a.people > b.people : a.name < b.name;
    });
    if (groups.size() > most) groups.resize(most);
    return groups;
}

std::size_t ValueField::bytes() const
{
    constexpr std::size_t kNode = 64;  // of numbers_, about
    std::size_t sum = words_.bytes() + valuesOfWord_.bytes() + people_.bytes() + unions_.bytes()
        + values_.capacity() * sizeof(Value) + (numbers_.size() + names_.size()) * kNode
        + again_.capacity() * sizeof(again_[0]);
    for (const Value& value : values_) sum += value.shown.capacity() + value.words.capacity() * sizeof(Term);
    return sum;
}

}  // namespace kith::search
