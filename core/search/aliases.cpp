#include <kith/search/aliases.h>

#include <kith/base/fold.h>
#include <kith/base/text.h>

#include <algorithm>
#include <fmt/format.h>
#include <functional>
#include <iterator>
#include <set>
#include <utility>

namespace kith::search {

namespace {

std::size_t hashOf(std::string_view folded)
{
    return std::hash<std::string_view>{}(folded);
}

}  // namespace

AliasTable::AliasTable(std::vector<AliasGroup> groups)
{
    add(std::move(groups));
}

void AliasTable::add(std::vector<AliasGroup> more)
{
    const std::size_t first = groups_.size();
    groups_.insert(groups_.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    for (std::size_t i = first; i < groups_.size(); ++i)
        for (const std::string& name : groups_[i].names)
            if (const std::string folded = fold(name); !folded.empty())
                byName_.push_back({hashOf(folded), static_cast<std::uint32_t>(i)});
    std::ranges::sort(byName_, {}, [](const Named& named) { return std::pair(named.hash, named.group); });
}

std::vector<std::string> AliasTable::othersOf(AliasKind kind, std::string_view folded) const
{
    std::vector<std::string> others;
    std::vector<std::string> seen{std::string(folded)};
    for (const Named& named : std::ranges::equal_range(byName_, hashOf(folded), {}, &Named::hash)) {
        const AliasGroup& group = groups_[named.group];
        if (group.kind != kind) continue;
        std::vector<std::string> names;
        std::ranges::transform(group.names, std::back_inserter(names), fold);
        if (std::ranges::find(names, folded) == names.end()) continue;  // another name has the same hash
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (names[i].empty() || std::ranges::find(seen, names[i]) != seen.end()) continue;
            seen.push_back(std::move(names[i]));
            others.push_back(group.names[i]);
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
        const auto kind = fromWord<AliasKind>(trim(line.substr(0, colon)));
        if (colon == std::string_view::npos || !kind)
            return fail(ErrorCode::BadInput, fmt::format("Line {} begins with neither “title:” nor “skill:”.", number));
        AliasGroup group{.kind = *kind, .names = namesIn(line.substr(colon + 1))};
        if (group.names.size() < 2)
            return fail(ErrorCode::BadInput, fmt::format("Line {} needs two names with “=” between them.", number));
        groups.push_back(std::move(group));
    }
    return AliasTable(std::move(groups));
}

std::string AliasTable::toText(std::span<const AliasGroup> groups)
{
    std::string text;
    for (const AliasGroup& group : groups) {
        std::vector<std::string> names;
        for (const std::string& name : group.names)
            if (name.find_first_of("=\r\n") == std::string::npos) names.push_back(name);
        if (names.size() < 2) continue;
        text += fmt::format("{}: {}\n", toWord(group.kind), lineOf(names));
    }
    return text;
}

std::vector<std::string> namesIn(std::string_view line)
{
    std::vector<std::string> names;
    std::set<std::string, std::less<>> seen;
    for (const std::string_view part : split(line, '=')) {
        std::string name = collapseSpace(part);
        if (std::string folded = fold(name); !folded.empty() && seen.insert(std::move(folded)).second)
            names.push_back(std::move(name));
    }
    return names;
}

std::string lineOf(const std::vector<std::string>& names)
{
    return join(names, " = ");
}

}  // namespace kith::search
