#include <kith/usecases/tags.h>

#include <kith/base/text.h>
#include <kith/usecases/edit_rules.h>

#include <algorithm>

namespace kith {

namespace {

Edit editFor(const Services& services, std::string subject)
{
    return {.command = CommandKind::EditTags,
            .subject = std::move(subject),
            .source = edits::typedToday(services),
            .rows = {}};
}

}  // namespace

Result<ChangeSet> AddTag::run(const Id& person, std::string_view text) const
{
    KITH_TRY(row, edits::findPerson(services_.reader, person));
    std::string_view bare = trim(text);
    while (bare.starts_with('#')) bare.remove_prefix(1);
    KITH_TRY(name, edits::oneLine(bare, "The tag"));
    if (name.empty()) return fail(ErrorCode::BadInput, "Say which tag; nothing was saved.");

    Edit edit = editFor(services_, textOf(edits::fieldOf(row, person::name)));
    const Id tag = edits::namedOrNew(services_, edit, Kind::Tag, name);
    const auto worn = edits::rowsOf(services_.reader, Kind::PersonTag, person_tag::person, person);
    const bool has =
        std::ranges::any_of(worn, [&](const Row& each) { return idOf(edits::fieldOf(each, person_tag::tag)) == tag; });
    if (!has)
        edit.put(Kind::PersonTag, services_.ids.make()).fields = {{person_tag::person, person}, {person_tag::tag, tag}};
    return services_.writer.apply(edit);
}

Result<ChangeSet> RemoveTag::run(const Id& id) const
{
    KITH_TRY(row, edits::findRow(services_.reader, Kind::PersonTag, id, "tag of a person"));
    KITH_TRY(person, edits::findPerson(services_.reader, idOf(edits::fieldOf(row, person_tag::person))));
    Edit edit = editFor(services_, textOf(edits::fieldOf(person, person::name)));
    edit.remove(Kind::PersonTag, id);
    return services_.writer.apply(edit);
}

}  // namespace kith
