#include <kith/usecases/aliases.h>

#include <kith/base/fold.h>
#include <kith/base/text.h>
#include <kith/search/starter_aliases.h>
#include <kith/usecases/edit_rules.h>
#include <kith/usecases/taxonomy.h>

#include <algorithm>
#include <tuple>

namespace kith {

namespace {

/// The sets that Kith comes with, and what rows make of them.
std::vector<AliasSet> builtIn()
{
    std::vector<AliasSet> sets;
    const search::AliasTable starter = search::starterAliases();
    for (const search::AliasGroup& group : starter.groups())
        sets.push_back(
            {.kind = group.kind, .names = group.names, .replaces = fold(group.names.front()), .original = group.names});
    return sets;
}

AliasSet setIn(const Row& row)
{
    return {.row = row.id,
            .kind = static_cast<AliasKind>(intOf(edits::fieldOf(row, alias::what))),
            .names = search::namesIn(textOf(edits::fieldOf(row, alias::names))),
            .replaces = textOf(edits::fieldOf(row, alias::replaces)),
            .original = {}};
}

std::vector<std::string> foldedNames(const std::vector<std::string>& names)
{
    std::vector<std::string> folded;
    folded.reserve(names.size());
    for (const std::string& name : names) folded.push_back(fold(name));
    std::ranges::sort(folded);
    return folded;
}

/// The names as they are kept.
Result<std::string> checkedNames(const Services& services, AliasKind kind, std::string_view text, const AliasSet* of)
{
    KITH_CHECK(edits::checkText(text, "The names"));
    const auto names = search::namesIn(toValidUtf8(text));
    if (names.size() < 2)
        return fail(ErrorCode::BadInput, "Two names are needed, with “=” between them; nothing was saved.");
    for (const std::string& name : names) KITH_CHECK(edits::oneLine(name, "A name"));
    const auto folded = foldedNames(names);
    for (const AliasSet& set : aliasSets(services.reader)) {
        const bool isSame = of != nullptr && set.row == of->row && set.replaces == of->replaces;
        if (set.kind == kind && !isSame && foldedNames(set.names) == folded)
            return fail(ErrorCode::BadInput, "These names mean the same already; nothing was saved.");
    }
    return search::lineOf(names);
}

}  // namespace

std::vector<AliasSet> aliasSets(const WorkspaceReader& reader)
{
    std::vector<AliasSet> sets = builtIn();
    std::vector<AliasSet> rows;
    reader.forEachRow(Kind::Alias, [&](const Row& row) {
        rows.push_back(setIn(row));
        return true;
    });
    for (AliasSet& row : rows) {
        const auto origin = std::ranges::find_if(sets, [&](const AliasSet& set) {
            return set.isBuiltIn() && set.kind == row.kind && set.replaces == row.replaces && !set.original.empty();
        });
        if (origin != sets.end()) row.original = origin->original;
    }
    std::erase_if(sets, [&](const AliasSet& set) {
        return std::ranges::any_of(
            rows, [&](const AliasSet& row) { return row.kind == set.kind && row.replaces == set.replaces; });
    });
    // What one's own Kith does not come with any more, and was switched off, says nothing.
    std::ranges::copy_if(rows, std::back_inserter(sets),
                         [](const AliasSet& row) { return !row.isOff() || !row.original.empty(); });
    std::ranges::sort(sets, {}, [](const AliasSet& set) {
        return std::tuple(set.kind, fold(set.isOff() ? set.original.front() : set.names.front()), set.row);
    });
    return sets;
}

Result<AliasSet> aliasSetOf(const WorkspaceReader& reader, std::string_view text)
{
    const auto sets = aliasSets(reader);
    if (const auto id = Id::parse(text)) {
        const auto found = std::ranges::find(sets, *id, &AliasSet::row);
        if (found != sets.end()) return *found;
    }
    const auto colon = text.find(':');
    const auto kind = fromWord<AliasKind>(trim(text.substr(0, colon)));
    const bool saysKind = colon != std::string_view::npos && kind;
    const std::string folded = fold(collapseSpace(saysKind ? text.substr(colon + 1) : text));
    std::vector<AliasSet> called;
    std::ranges::copy_if(sets, std::back_inserter(called), [&](const AliasSet& set) {
        const auto& names = set.isOff() ? set.original : set.names;
        return (!saysKind || set.kind == *kind)
            && std::ranges::any_of(names, [&](const std::string& name) { return fold(name) == folded; });
    });
    if (called.empty()) return fail(ErrorCode::NotFound, "There is no other name for that.");
    if (called.size() > 1)
        return fail(
            ErrorCode::Ambiguous,
            "That name is in several groups; say “title:” or “skill:” before it, or take another of its names.");
    return called.front();
}

search::AliasTable aliasTable(const WorkspaceReader& reader)
{
    std::vector<search::AliasGroup> groups;
    for (AliasSet& set : aliasSets(reader))
        if (!set.isOff()) groups.push_back({.kind = set.kind, .names = std::move(set.names)});
    search::AliasTable table(std::move(groups));
    table.add(taxonomyGroups(reader));
    return table;
}

Result<Id> AddAliases::run(AliasKind kind, std::string_view text) const
{
    KITH_TRY(names, checkedNames(services_, kind, text, nullptr));
    Edit edit = edits::typedEdit(services_, CommandKind::AddAliases, names);
    const Id id = services_.ids.make();
    edit.make(Kind::Alias, id).fields = {{alias::what, enumValue(kind)}, {alias::names, textValue(names)}};
    KITH_CHECK(services_.writer.apply(edit));
    return id;
}

Result<ChangeSet> EditAliases::setNames(const AliasSet& set, std::string_view text) const
{
    if (!set.row.isNil()) KITH_CHECK(edits::findRow(services_.reader, Kind::Alias, set.row, "group of names"));
    KITH_TRY(names, checkedNames(services_, set.kind, text, &set));
    if (set.isBuiltIn() && foldedNames(search::namesIn(names)) == foldedNames(set.original)) return restore(set);
    Edit edit = edits::typedEdit(services_, CommandKind::ChangeAliases, names);
    if (set.row.isNil())
        edit.make(Kind::Alias, services_.ids.make()).fields = {{alias::what, enumValue(set.kind)},
                                                               {alias::names, textValue(names)},
                                                               {alias::replaces, textValue(set.replaces)}};
    else edit.put(Kind::Alias, set.row).fields = {{alias::names, textValue(names)}};
    return services_.writer.apply(edit);
}

Result<ChangeSet> EditAliases::remove(const AliasSet& set) const
{
    if (set.isOff()) return ChangeSet{};
    Edit edit = edits::typedEdit(services_, CommandKind::RemoveAliases, search::lineOf(set.names));
    if (!set.row.isNil()) KITH_CHECK(edits::findRow(services_.reader, Kind::Alias, set.row, "group of names"));
    if (!set.isBuiltIn()) edit.remove(Kind::Alias, set.row);
    else if (!set.row.isNil()) edit.put(Kind::Alias, set.row).fields = {{alias::names, textValue({})}};
    else
        edit.make(Kind::Alias, services_.ids.make()).fields = {{alias::what, enumValue(set.kind)},
                                                               {alias::replaces, textValue(set.replaces)}};
    return services_.writer.apply(edit);
}

Result<ChangeSet> EditAliases::restore(const AliasSet& set) const
{
    if (!set.isBuiltIn()) return fail(ErrorCode::BadInput, "Kith does not come with these names; nothing was changed.");
    Edit edit = edits::typedEdit(services_, CommandKind::RestoreAliases, search::lineOf(set.original));
    // All of them: colleagues may have changed the same one before they heard of each other.
    for (const AliasSet& each : aliasSets(services_.reader))
        if (!each.row.isNil() && each.kind == set.kind && each.replaces == set.replaces)
            edit.remove(Kind::Alias, each.row);
    return services_.writer.apply(edit);
}

}  // namespace kith
