#include "group_commands.h"

#include <algorithm>
#include <fmt/format.h>

namespace kith::cli {

Result<std::vector<Id>> resolveEach(const WorkspaceReader& reader, const std::vector<std::string>& people)
{
    std::vector<Id> ids;
    for (const std::string& text : people) {
        KITH_TRY(id, reader.resolvePerson(text));
        ids.push_back(id);
    }
    return ids;
}

std::string peopleIn(const ChangeSet& changes, Kind kind)
{
    const auto count = std::ranges::count(changes.rows, kind, &RowChange::kind);
    return count == 1 ? "1 person" : fmt::format("{} people", count);
}

Result<void> tell(Context& context, std::string_view key, const Id& id, const std::string& sentence)
{
    if (context.json()) context.out().json({{std::string(key), id.toString()}});
    else context.out().line(sentence);
    return {};
}

}  // namespace kith::cli
