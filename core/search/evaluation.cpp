#include "evaluation.h"

#include <kith/base/fold.h>
#include <kith/domain/skill_level.h>
#include <kith/domain/warmth.h>
#include <kith/search/alias_runs.h>

#include <algorithm>

namespace kith::search {

namespace {

constexpr std::size_t kMostGroups = 10;

bool passes(Compare compare, SkillLevel have, SkillLevel wanted)
{
    if (have == SkillLevel::Unstated || isLanguageLevel(have) != isLanguageLevel(wanted)) return false;
    switch (compare) {
    case Compare::Less: return have < wanted;
    case Compare::AtMost: return have <= wanted;
    case Compare::Equal: return have == wanted;
    case Compare::AtLeast: return have >= wanted;
    case Compare::More: return have > wanted;
    }
    return false;
}

/// What only looks at bitmaps comes first, what may have to read notes last.
int effortOf(const Query& query)
{
    if (const auto* text = std::get_if<Text>(&query.node)) return text->phrase ? 3 : 1;
    const bool group = std::holds_alternative<All>(query.node) || std::holds_alternative<Any>(query.node)
        || std::holds_alternative<Not>(query.node);
    return group ? 2 : 0;
}

}  // namespace

void Evaluation::Found::part()
{
    if (!alike) return;
    for (std::size_t i = 1; i < kLayers; ++i) layers.at(i) = layers[0];
    alike = false;
}

void Evaluation::Found::keep(const Found& other)
{
    if (!other.alike) part();
    for (std::size_t i = 0; i < (alike ? 1 : kLayers); ++i) layers.at(i).keep(other.at(i));
}

void Evaluation::Found::join(const Found& other)
{
    if (!other.alike) part();
    for (std::size_t i = 0; i < (alike ? 1 : kLayers); ++i) layers.at(i).join(other.at(i));
}

Result<void> Evaluation::goOn() const
{
    if (question_.stop != nullptr && question_.stop->load(std::memory_order_relaxed))
        return fail(ErrorCode::Cancelled, "Called off; nothing was changed.");
    return {};
}

Result<Answer> Evaluation::answer(const Query& query)
{
    KITH_TRY(found, find(query, {.within = &parts_.alive}));
    Bits result = found.all();
    result.keep(parts_.alive);
    Answer answer{.total = result.count(), .people = {}, .everybody = {}, .notices = std::move(typos_)};
    name(found, result, answer);
    if (question_.everybody) {
        answer.everybody.reserve(answer.total);
        result.forEach([&](Person person) {
            answer.everybody.push_back(parts_.numbers[person]);
            return true;
        });
        std::ranges::sort(answer.everybody);
    }
    for (Alias& alias : aliases_) {
        alias.notice.people = alias.people.countIn(result);
        if (alias.notice.people != 0) answer.notices.push_back(std::move(alias.notice));
    }
    if (question_.groups) answer.groups = groupsOf(result);
    return answer;
}

void Evaluation::name(const Found& found, const Bits& result, Answer& answer) const
{
    Bits left = result;
    for (std::size_t layer = found.alike ? 1 : kLayers; layer-- > 0 && answer.people.size() < question_.first;) {
        Bits here = left;
        if (layer != Anyhow) {
            here.keep(found.at(layer));
            left.drop(found.at(layer));
        }
        for (const Person person : parts_.column.greatestOf(std::move(here), question_.first - answer.people.size()))
            answer.people.push_back(parts_.numbers[person]);
    }
}

Result<Evaluation::Found> Evaluation::find(const Query& query, const Place& place)
{
    KITH_CHECK(goOn());
    return std::visit([&](const auto& node) { return find(node, place); }, query.node);
}

Result<Evaluation::Found> Evaluation::find(const All& all, const Place& place)
{
    Found result{.layers = {place.within == nullptr ? parts_.alive : *place.within}};
    std::vector<const Query*> rest;
    for (std::size_t i = 0; i < all.of.size();) {
        const bool widens = !place.turned && question_.aliases != nullptr;
        const AliasRun run = widens ? aliasRunAt(all, i, *question_.aliases) : AliasRun{};
        if (run.length == 0) {
            rest.push_back(&all.of[i++]);
            continue;
        }
        Found named = beginnings(Field::Anywhere, foldedWords(run.folded), place.turned);
        joinAliases(AliasKind::Title, run.folded, {}, named);
        joinAliases(AliasKind::Skill, run.folded, {}, named);
        result.keep(named);
        i += run.length;
    }
    // All are parts of one list, so that those of equal effort stay in its order.
    std::ranges::sort(rest, {}, [](const Query* query) { return std::pair(effortOf(*query), query); });
    for (const Query* query : rest) {
        const Bits within = result.all();
        KITH_TRY(found, find(*query, {.within = &within, .turned = place.turned}));
        result.keep(found);
    }
    return result;
}

Result<Evaluation::Found> Evaluation::find(const Any& any, const Place& place)
{
    Found result{.layers = {nobody()}};
    for (const Query& query : any.of) {
        KITH_TRY(found, find(query, place));
        result.join(found);
    }
    return result;
}

Result<Evaluation::Found> Evaluation::find(const Not& turned, const Place& place)
{
    KITH_TRY(inner, find(turned.of.front(), {.within = place.within, .turned = true}));
    Found result{.layers = {std::move(inner.all())}};
    result.all().invert();
    return result;
}

Result<Evaluation::Found> Evaluation::find(const SkillAt& at, const Place& place)
{
    const std::string folded = fold(at.skill);
    const ValueField::Passes suits = [&](const ValueField::Value& value) {
        return (!at.level || passes(at.compare, value.level, *at.level))
            && (!at.evidence || value.evidence == *at.evidence);
    };
    Found found{.layers = {nobody()}};
    parts_.at(Shared::Skill).uniteBeginnings(foldedWords(folded), suits, found.all());
    if (!place.turned) joinAliases(AliasKind::Skill, folded, suits, found);
    return found;
}

Result<Evaluation::Found> Evaluation::find(const WarmthIs& is, const Place&)
{
    return Found{.layers = {parts_.column.whereWarmth(is.compare, static_cast<std::uint32_t>(is.warmth))}};
}

Bits Evaluation::inBand(Band band) const
{
    int from = 0;
    while (from <= kWarmest && bandOf(from) != band) ++from;
    int to = from;
    while (to < kWarmest && bandOf(to + 1) == band) ++to;
    Bits people = parts_.column.whereWarmth(Compare::AtLeast, static_cast<std::uint32_t>(from));
    people.keep(parts_.column.whereWarmth(Compare::AtMost, static_cast<std::uint32_t>(to)));
    return people;
}

Result<Evaluation::Found> Evaluation::find(const BandIs& is, const Place&)
{
    return Found{.layers = {inBand(is.band)}};
}

Result<Evaluation::Found> Evaluation::find(const FacetIs& is, const Place&)
{
    const auto bit = static_cast<std::size_t>(std::countr_zero(static_cast<unsigned>(is.facet)));
    return Found{.layers = {parts_.facets.at(bit)}};
}

Result<Evaluation::Found> Evaluation::find(const Spoken& spoken, const Place&)
{
    if (!spoken.within) return Found{.layers = {parts_.column.whereDay(Compare::Equal, 0)}};
    return Found{.layers = {parts_.column.whereDay(Compare::AtLeast, dayNumber(question_.today - *spoken.within))}};
}

Groups Evaluation::groupsOf(const Bits& result) const
{
    const auto counted = [&](Shared field) {
        std::vector<Group> groups;
        for (auto& group : parts_.at(field).countedIn(result, kMostGroups))
            groups.push_back({std::move(group.name), group.people});
        return groups;
    };
    Groups groups{
        .areas = counted(Shared::Area), .bands = {}, .skills = counted(Shared::Skill), .cities = counted(Shared::City)};
    for (const Word& word : kith::wordsOf<Band>())
        groups.bands.push_back({std::string(word.word), inBand(static_cast<Band>(word.value)).countIn(result)});
    return groups;
}

}  // namespace kith::search
