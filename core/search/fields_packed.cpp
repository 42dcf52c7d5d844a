// Fields as bytes, and back.
#include "fields.h"

#include <kith/base/fold.h>

#include <algorithm>

namespace kith::search {

bool WordField::ready(std::size_t people)
{
    if (people_.size() != words_.size()) return false;
    prepareUnions(people);
    return true;
}

void ValueField::packValues(Packer& into) const
{
    words_.pack(into);
    into.put(static_cast<std::uint32_t>(values_.size()));
    for (const Value& value : values_) {
        into.putText(value.shown);
        into.putAll(std::span(value.words));
        into.put(value.level);
        into.put(value.evidence);
        into.put(value.name);
    }
    valuesOfWord_.pack(0, static_cast<Postings::List>(valuesOfWord_.size()), into);
    into.put(static_cast<std::uint32_t>(again_.size()));
    for (const auto& [person, name] : again_) {
        into.put(person);
        into.put(name);
    }
}

bool ValueField::unpackValues(Unpacker& from)
{
    if (!words_.unpack(from)) return false;
    for (auto values = from.get<std::uint32_t>(); values > 0 && from.good(); --values) {
        Value value{.shown = std::string(from.getText()),
                    .words = from.getAll<Term>(),
                    .level = from.get<SkillLevel>(),
                    .evidence = from.get<Evidence>(),
                    .name = from.get<std::uint32_t>()};
        if (std::ranges::any_of(value.words, [this](Term term) { return term >= words_.size(); })) return false;
        std::string key = fold(value.shown);
        names_.try_emplace(key, value.name);
        key += static_cast<char>(value.level);
        key += static_cast<char>(value.evidence);
        numbers_.try_emplace(std::move(key), static_cast<ValueNumber>(values_.size()));
        values_.push_back(std::move(value));
    }
    if (!valuesOfWord_.unpack(from, values_.size())) return false;
    for (auto again = from.get<std::uint32_t>(); again > 0 && from.good(); --again) {
        const auto person = from.get<Person>();
        again_.emplace_back(person, from.get<std::uint32_t>());
    }
    return from.good();
}

bool ValueField::ready(std::size_t people)
{
    const auto isKnown = [this](std::uint32_t name) { return name < names_.size(); };
    const bool fits = people_.size() == values_.size() && valuesOfWord_.size() == words_.size()
        && std::ranges::all_of(values_, [&](const Value& value) { return isKnown(value.name); })
        && std::ranges::all_of(again_, [&](const auto& again) { return isKnown(again.second); });
    if (fits) prepareUnions(people);
    return fits;
}

}  // namespace kith::search
