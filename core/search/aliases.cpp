#include <kith/search/aliases.h>

#include <kith/base/fold.h>
#include <kith/base/text.h>

#include <algorithm>
#include <fmt/format.h>

namespace kith::search {

AliasTable::AliasTable(std::vector<AliasGroup> groups) : groups_(std::move(groups))
{
    for (std::size_t i = 0; i < groups_.size(); ++i)
        for (const std::string& name : groups_[i].names)
            if (std::string folded = fold(name); !folded.empty()) byName_.emplace(std::move(folded), i);
}

std::vector<std::string> AliasTable::othersOf(AliasKind kind, std::string_view folded) const
{
    std::vector<std::string> others;
    std::vector<std::string> seen{std::string(folded)};
    const auto [from, to] = byName_.equal_range(folded);
    for (auto at = from; at != to; ++at) {
        const AliasGroup& group = groups_[at->second];
        if (group.kind != kind) continue;
        for (const std::string& name : group.names) {
            std::string other = fold(name);
            if (other.empty() || std::ranges::find(seen, other) != seen.end()) continue;
            seen.push_back(std::move(other));
            others.push_back(name);
        }
    }
    return others;
}

Result<AliasTable> AliasTable::parse(std::string_view text)
{
    std::vector<AliasGroup> groups;
    std::size_t number = 0;
    for (const std::string_view whole : split(text, '\n')) {
        ++number;
        const std::string_view line = trim(whole);
        if (line.empty() || line.front() == '#') continue;
        const auto colon = line.find(':');
        const std::string kind = asciiLower(trim(line.substr(0, colon)));
        if (colon == std::string_view::npos || (kind != "title" && kind != "skill"))
            return fail(ErrorCode::BadInput, fmt::format("Line {} begins with neither “title:” nor “skill:”.", number));
        AliasGroup group{.kind = kind == "title" ? AliasKind::Title : AliasKind::Skill, .names = {}};
        for (const std::string_view part : split(line.substr(colon + 1), '='))
            if (std::string name = collapseSpace(part); !fold(name).empty()) group.names.push_back(std::move(name));
        if (group.names.size() < 2)
            return fail(ErrorCode::BadInput, fmt::format("Line {} needs two names with “=” between them.", number));
        groups.push_back(std::move(group));
    }
    return AliasTable(std::move(groups));
}

}  // namespace kith::search
