#include "simplify.h"

#include <algorithm>

namespace kith::search {

namespace {

template <class Group>
std::vector<Query> opened(std::vector<Query> parts)
{
    std::vector<Query> flat;
    for (Query& part : parts) {
        if (auto* group = std::get_if<Group>(&part.node)) std::ranges::move(group->of, std::back_inserter(flat));
        else flat.push_back(std::move(part));
    }
    return flat;
}

bool isEvidenceAlone(const Query& query)
{
    const auto* skill = std::get_if<SkillAt>(&query.node);
    return skill != nullptr && skill->skill.empty() && !skill->level && skill->evidence;
}

/// Whether there was a skill to give it to.
bool giveEvidence(std::vector<Query>& parts, Evidence evidence)
{
    bool given = false;
    for (Query& part : parts) {
        auto* skill = std::get_if<SkillAt>(&part.node);
        if (skill == nullptr || skill->skill.empty() || skill->evidence) continue;
        skill->evidence = evidence;
        given = true;
    }
    return given;
}

}  // namespace

Query allOf(std::vector<Query> parts)
{
    parts = opened<All>(std::move(parts));
    for (std::size_t i = 0; i < parts.size();) {
        const bool gone = isEvidenceAlone(parts[i]) && giveEvidence(parts, *std::get<SkillAt>(parts[i].node).evidence);
        if (gone) parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(i));
        else ++i;
    }
    if (parts.size() == 1) return std::move(parts.front());
    return Query{All{std::move(parts)}};
}

Query anyOf(std::vector<Query> parts)
{
    parts = opened<Any>(std::move(parts));
    if (parts.size() == 1) return std::move(parts.front());
    return Query{Any{std::move(parts)}};
}

Query notOf(Query part)
{
    if (auto* inner = std::get_if<Not>(&part.node)) {
        Query same = std::move(inner->of.front());
        return same;
    }
    Not turned;
    turned.of.push_back(std::move(part));
    return Query{std::move(turned)};
}

}  // namespace kith::search
