#include <kith/usecases/saved_searches.h>

#include <kith/base/fold.h>
#include <kith/base/text.h>
#include <kith/search/parse.h>
#include <kith/usecases/edit_rules.h>
#include <kith/usecases/groups.h>
#include <kith/usecases/spaces.h>

#include <algorithm>
#include <fmt/format.h>
#include <tuple>

namespace kith {

namespace {

Result<Row> findSearch(const Services& services, const Id& id)
{
    return edits::findRow(services.reader, Kind::SavedSearch, id, "saved search");
}

Result<std::string> checkedName(const Services& services, std::string_view text, const Id& of)
{
    return groups::freeName(services, Kind::SavedSearch, text, of, "saved search");
}

/// The number of the letter that begins at this byte, from 1.
std::size_t letterAt(std::string_view text, std::size_t byte)
{
    const auto begins = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
    return 1 + static_cast<std::size_t>(std::ranges::count_if(text.substr(0, byte), begins));
}

Result<std::string> checkedQuery(std::string_view text)
{
    std::string query{trim(toValidUtf8(text))};
    const search::Parsed parsed = search::parse(query);
    if (!parsed.problems.empty()) {
        const search::Problem& first = parsed.problems.front();
        return fail(ErrorCode::BadInput,
                    fmt::format("At letter {}: {} Nothing was saved.", letterAt(query, first.at), first.sentence));
    }
    if (parsed.query.isEverybody()) return fail(ErrorCode::BadInput, "Say what to search for; nothing was saved.");
    return query;
}

}  // namespace

std::vector<SavedSearch> savedSearches(const WorkspaceReader& reader)
{
    const auto spaces = reader.spaces();
    std::vector<SavedSearch> searches;
    reader.forEachRow(Kind::SavedSearch, [&](const Row& row) {
        const auto space = std::ranges::find(spaces, row.space, &SpaceView::id);
        searches.push_back({.id = row.id,
                            .name = groups::nameIn(row),
                            .query = textOf(edits::fieldOf(row, saved_search::query)),
                            .space = row.space,
                            .isPrivate = space != spaces.end() && space->kind == SpaceKind::Private,
                            .writable = space != spaces.end() && space->writable});
        return true;
    });
    std::ranges::sort(searches, {},
                      [](const SavedSearch& each) { return std::tuple(fold(each.name), !each.isPrivate, each.id); });
    return searches;
}

Result<SavedSearch> savedSearchOf(const WorkspaceReader& reader, std::string_view text)
{
    const auto all = savedSearches(reader);
    if (const auto id = Id::parse(text)) {
        const auto found = std::ranges::find(all, *id, &SavedSearch::id);
        if (found != all.end()) return *found;
    }
    const std::string folded = fold(collapseSpace(text));
    std::vector<SavedSearch> called;
    std::ranges::copy_if(all, std::back_inserter(called),
                         [&](const SavedSearch& each) { return fold(each.name) == folded; });
    if (called.empty()) return fail(ErrorCode::NotFound, "There is no saved search of that name.");
    const auto own = std::ranges::count(called, true, &SavedSearch::isPrivate);
    if (called.size() > 1 && own != 1)
        return fail(ErrorCode::Ambiguous, "Several saved searches have that name; name one by its id.");
    return called.front();
}

Result<Id> SaveSearch::run(const SearchInput& input) const
{
    KITH_TRY(name, checkedName(services_, input.name, {}));
    KITH_TRY(query, checkedQuery(input.query));
    Edit edit = edits::typedEdit(services_, CommandKind::SaveSearch, name);
    KITH_TRY(space, placeFor(services_, edit, input.space));
    const Id id = services_.ids.make();
    RowEdit& row = edit.make(Kind::SavedSearch, id);
    row.space = space;
    row.fields = {{saved_search::name, textValue(name)}, {saved_search::query, textValue(query)}};
    KITH_CHECK(services_.writer.apply(edit));
    return id;
}

Result<ChangeSet> EditSearch::rename(const Id& search, std::string_view text) const
{
    KITH_TRY(row, findSearch(services_, search));
    KITH_TRY(name, checkedName(services_, text, search));
    Edit edit = edits::typedEdit(services_, CommandKind::EditSearch, name);
    edit.put(Kind::SavedSearch, search).fields = {{saved_search::name, textValue(name)}};
    return services_.writer.apply(edit);
}

Result<ChangeSet> EditSearch::setQuery(const Id& search, std::string_view text) const
{
    KITH_TRY(row, findSearch(services_, search));
    KITH_TRY(query, checkedQuery(text));
    Edit edit = edits::typedEdit(services_, CommandKind::EditSearch, groups::nameIn(row));
    edit.put(Kind::SavedSearch, search).fields = {{saved_search::query, textValue(query)}};
    return services_.writer.apply(edit);
}

Result<ChangeSet> EditSearch::moveTo(const Id& search, const Id& space) const
{
    KITH_TRY(row, findSearch(services_, search));
    Edit edit = edits::typedEdit(services_, CommandKind::MoveToSpace, groups::nameIn(row));
    KITH_TRY(to, placeFor(services_, edit, space));
    edit.put(Kind::SavedSearch, search).space = to;
    return services_.writer.apply(edit);
}

Result<ChangeSet> EditSearch::remove(const Id& search) const
{
    KITH_TRY(row, findSearch(services_, search));
    Edit edit = edits::typedEdit(services_, CommandKind::RemoveSearch, groups::nameIn(row));
    edit.remove(Kind::SavedSearch, search);
    return services_.writer.apply(edit);
}

}  // namespace kith
