#include "commands.h"

#include <kith/base/fold.h>
#include <kith/usecases/merge_people.h>

#include <algorithm>
#include <fmt/format.h>

namespace kith::cli {

namespace {

struct Options {
    std::string keep;
    std::string other;
    std::vector<std::string> take;
};

std::string nameOf(const WorkspaceReader& reader, const Id& person)
{
    const auto row = reader.row(Kind::Person, person);
    return row ? textOf(row->values[person::name]) : std::string{};
}

Result<void> runMerge(Context& context, const Options& options)
{
    KITH_TRY(session, context.open());
    const WorkspaceReader& reader = session->reader();
    KITH_TRY(keep, reader.resolvePerson(options.keep));
    KITH_TRY(other, reader.resolvePerson(options.other));
    MergeInput input{.keep = keep, .other = other};
    for (const std::string& word : options.take)
        if (const auto field = fieldNamed(Kind::Person, word)) input.take.push_back(*field);
    const std::string merged = nameOf(reader, other);
    KITH_TRY(changes, MergePeople(session->services()).run(input));
    if (context.json()) {
        context.out().json({{"person", keep.toString()}, {"merged", other.toString()}, {"name", nameOf(reader, keep)}});
        return {};
    }
    context.out().line(
        fmt::format("Merged {} into {}. `kithctl unmerge` takes it back at any time.", merged, changes.subject));
    return {};
}

/// Somebody who is merged cannot be found by what they have in common with the one who is shown: by id, or by the name
/// in their own record.
Result<Id> mergedOne(const WorkspaceReader& reader, const Id& shown, const std::string& text)
{
    if (const auto id = Id::parse(text)) return *id;
    std::vector<Id> found = reader.mergedInto(shown);
    std::erase_if(found, [&](const Id& id) { return fold(nameOf(reader, id)) != fold(text); });
    if (found.size() == 1) return found.front();
    if (found.empty())
        return fail(ErrorCode::NotFound,
                    fmt::format("Nobody called “{}” was merged with {}.", text, nameOf(reader, shown)));
    std::string sentence = fmt::format("“{}” fits {} people; name one by id:", text, found.size());
    for (const Id& id : found) sentence += "\n  " + id.toString();
    return fail(ErrorCode::Ambiguous, sentence);
}

Result<void> runUnmerge(Context& context, const Options& options)
{
    KITH_TRY(session, context.open());
    const WorkspaceReader& reader = session->reader();
    KITH_TRY(shown, reader.resolvePerson(options.keep));
    const Id person = Id::parse(options.keep).value_or(shown);
    Id other;
    if (!options.other.empty()) {
        KITH_TRY(named, mergedOne(reader, shown, options.other));
        other = named;
    }
    const std::vector<Id> before = reader.mergedInto(shown);
    KITH_TRY(changes, UnmergePeople(session->services()).run(person, other));
    Json separated = Json::array();
    std::vector<std::string> names;
    for (const Id& id : before)
        if (reader.shownFor(id) == id) {
            separated.push_back(id.toString());
            names.push_back(nameOf(reader, id));
        }
    if (context.json()) {
        context.out().json({{"person", shown.toString()}, {"separated", std::move(separated)}});
        return {};
    }
    context.out().line(fmt::format("{} is no longer merged with {}.",
                                   names.empty() ? std::string{"The other person"} : names.front(),
                                   nameOf(reader, shown)));
    return {};
}

}  // namespace

void addMerge(CommandTable& table)
{
    const auto options = std::make_shared<Options>();
    Command merge = table.add({.name = "merge",
                               .what = "Merge two people who are the same one; nothing is lost",
                               .example = "kithctl merge \"Ana Ruiz\" ani.r@example.org --take city"},
                              [options](Context& context) { return runMerge(context, *options); });
    merge.option("keep", options->keep, "Who is shown from now on").value("KEEP").required();
    merge.option("other", options->other, "Who is merged into them").value("OTHER").required();
    merge.option("--take", options->take, "A field in which the other one is right; may be repeated")
        .words(mergeFieldWords())
        .many();

    Command unmerge = table.add({.name = "unmerge",
                                 .what = "Take a merge back: each has again what was theirs",
                                 .example = "kithctl unmerge \"Ana Ruiz\""},
                                [options](Context& context) { return runUnmerge(context, *options); });
    unmerge.option("person", options->keep, "One of them").value("PERSON").required();
    unmerge.option("other", options->other, "Which, if several were merged: an id, or their name then").value("OTHER");
}

}  // namespace kith::cli
