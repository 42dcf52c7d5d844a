#include <kith/usecases/merge_people.h>

#include <kith/domain/same_person.h>
#include <kith/sync/taken_field.h>
#include <kith/usecases/edit_rules.h>

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace kith {

namespace {

using sync::TakenField;

constexpr std::array kTakeable = {FieldIndex{person::name}, FieldIndex{person::city}, FieldIndex{person::about}};

/// What a link says that its merge wrote.
std::vector<TakenField> takenIn(const Row& link)
{
    return sync::takenFromText(textOf(edits::fieldOf(link, same_person::before)));
}

std::vector<TakenField> toTake(const MergeInput& input, const Row& keep, const Row& other)
{
    std::vector<TakenField> taken;
    const auto take = [&](FieldIndex field) {
        const Value before = edits::fieldOf(keep, field);
        const Value after = edits::fieldOf(other, field);
        if (before != after) taken.push_back({field, before, after});
    };
    for (const FieldIndex field : kTakeable) {
        const bool empty = isNothing(edits::fieldOf(keep, field)) && !isNothing(edits::fieldOf(other, field));
        if (!empty && std::ranges::find(input.take, field) == input.take.end()) continue;
        take(field);
        if (field != person::name) continue;
        take(person::given);
        take(person::family);
    }
    const std::int64_t facets = intOf(edits::fieldOf(keep, person::facets));
    const std::int64_t all = facets | intOf(edits::fieldOf(other, person::facets));
    if (all != facets) taken.push_back({person::facets, edits::fieldOf(keep, person::facets), all});
    return taken;
}

Result<void> checkWritable(const WorkspaceReader& reader, const Row& person)
{
    const auto spaces = reader.spaces();
    const auto found = std::ranges::find(spaces, person.space, &SpaceView::id);
    if (found == spaces.end() || found->writable) return {};
    return fail(ErrorCode::ReadOnly,
                fmt::format("{} is shared with you to read; nothing was changed.",
                            textOf(edits::fieldOf(person, person::name))));
}

/// The links among the records of one person.
std::vector<Row> linksAmong(const WorkspaceReader& reader, const Id& shown)
{
    std::vector<Row> links;
    for (const Id& record : edits::recordsOf(reader, shown))
        for (Row& link : edits::rowsOf(reader, Kind::SamePerson, same_person::person, record))
            links.push_back(std::move(link));
    return links;
}

/// The value that a field had before a merge wrote `before` over it; that one may come from a merge that was taken back
/// earlier, and then it is the one before that.
Value valueBehind(const WorkspaceReader& reader, const Id& into, FieldIndex field, Value before)
{
    auto earlier = reader.rowsRemovedByHand(Kind::SamePerson, same_person::into, into);
    const auto wroteIt = [&](const TakenField& taken) { return taken.field == field && taken.after == before; };
    for (auto link = earlier.begin(); link != earlier.end();) {
        const auto taken = takenIn(*link);
        const auto found = std::ranges::find_if(taken, wroteIt);
        if (found == taken.end()) {
            ++link;
            continue;
        }
        before = found->before;
        earlier.erase(link);
        link = earlier.begin();
    }
    return before;
}

void giveBack(const WorkspaceReader& reader, Edit& edit, const Row& link)
{
    const Id into = idOf(edits::fieldOf(link, same_person::into));
    const auto row = reader.row(Kind::Person, into);
    if (!row || row->removed) return;
    RowEdit back{.kind = Kind::Person, .id = into};
    for (const TakenField& taken : takenIn(link))
        if (edits::fieldOf(*row, taken.field) == taken.after)
            back.fields.emplace_back(taken.field, valueBehind(reader, into, taken.field, taken.before));
    if (!back.fields.empty()) edit.rows.push_back(std::move(back));
}

std::string nameOf(const WorkspaceReader& reader, const Id& person)
{
    const auto row = reader.row(Kind::Person, person);
    return row ? textOf(edits::fieldOf(*row, person::name)) : std::string{};
}

/// Who shall be shown by themselves again.
Result<Id> whoParts(const WorkspaceReader& reader, const Id& shown, const Id& person, const Id& other)
{
    const std::vector<Id> merged = reader.mergedInto(shown);
    if (merged.empty()) return fail(ErrorCode::NotFound, "Nobody was merged with this person; nothing was changed.");
    if (!other.isNil()) {
        if (person == other || reader.shownFor(other) != shown)
            return fail(ErrorCode::NotFound, "These two are not merged; nothing was changed.");
        return other == shown ? person : other;
    }
    if (person != shown) return person;
    if (merged.size() == 1) return merged.front();
    std::string sentence = "Several people were merged into this one; say which to separate:";
    for (const Id& each : merged) sentence += fmt::format("\n  {}  {}", each.toString(), nameOf(reader, each));
    return fail(ErrorCode::Ambiguous, sentence);
}

}  // namespace

std::vector<std::string> mergeFieldWords()
{
    std::vector<std::string> words;
    words.reserve(std::size(kTakeable));
    for (const FieldIndex field : kTakeable) words.emplace_back(specOf(Kind::Person).fields[field].name);
    return words;
}

Result<ChangeSet> MergePeople::run(const MergeInput& input) const
{
    const WorkspaceReader& reader = services_.reader;
    if (input.keep == input.other)
        return fail(ErrorCode::BadInput, "A merge takes two different people; nothing was changed.");
    for (const FieldIndex field : input.take)
        if (std::ranges::find(kTakeable, field) == kTakeable.end())
            return fail(ErrorCode::BadInput, "This field cannot be taken in a merge; nothing was changed.");
    KITH_TRY(keep, edits::findPerson(reader, reader.shownFor(input.keep)));
    KITH_TRY(other, edits::findPerson(reader, reader.shownFor(input.other)));
    if (keep.id == other.id) return fail(ErrorCode::Conflict, "These two are merged already; nothing was changed.");
    KITH_CHECK(checkWritable(reader, keep));
    KITH_CHECK(checkWritable(reader, other));

    Edit edit = edits::typedEdit(services_, CommandKind::MergePeople, textOf(edits::fieldOf(keep, person::name)));
    const std::vector<TakenField> taken = toTake(input, keep, other);
    edit.make(Kind::SamePerson, services_.ids.make()).fields = {
        {same_person::person, other.id},
        {same_person::into, keep.id},
        {same_person::before, textValue(sync::takenToText(taken))}};
    if (!taken.empty()) {
        RowEdit& row = edit.put(Kind::Person, keep.id);
        for (const TakenField& each : taken) row.fields.emplace_back(each.field, each.after);
    }
    return services_.writer.apply(edit);
}

Result<ChangeSet> UnmergePeople::run(const Id& person, const Id& other) const
{
    const WorkspaceReader& reader = services_.reader;
    const Id shown = reader.shownFor(person);
    KITH_TRY(edit, edits::typedEditOf(services_, CommandKind::UnmergePeople, shown));
    KITH_TRY(parting, whoParts(reader, shown, person, other));
    const std::vector<Row> rows = linksAmong(reader, shown);
    std::vector<SameLink> links;
    links.reserve(rows.size());
    for (const Row& row : rows)
        links.push_back({.person = idOf(edits::fieldOf(row, same_person::person)),
                         .into = idOf(edits::fieldOf(row, same_person::into))});
    for (const std::size_t place : linksBetween(links, parting, shown)) {
        edit.remove(Kind::SamePerson, rows[place].id);
        giveBack(reader, edit, rows[place]);
    }
    return services_.writer.apply(edit);
}

}  // namespace kith
