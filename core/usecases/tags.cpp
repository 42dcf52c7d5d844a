#include <kith/usecases/tags.h>

#include <kith/base/text.h>
#include <kith/usecases/edit_rules.h>

#include <algorithm>

namespace kith {

Result<void> edits::putTag(Services& services, Edit& edit, const Id& person, std::string_view text)
{
    std::string_view bare = trim(text);
    while (bare.starts_with('#')) bare.remove_prefix(1);
    KITH_TRY(name, edits::oneLine(bare, "The tag"));
    if (name.empty()) return fail(ErrorCode::BadInput, "Say which tag; nothing was saved.");

    const Id tag = edits::namedOrNew(services, edit, Kind::Tag, name);
    const auto worn = edits::rowsOf(services.reader, Kind::PersonTag, person_tag::person, person);
    const bool has =
        std::ranges::any_of(worn, [&](const Row& each) { return idOf(edits::fieldOf(each, person_tag::tag)) == tag; });
    if (!has)
        edit.put(Kind::PersonTag, services.ids.make()).fields = {{person_tag::person, person}, {person_tag::tag, tag}};
    return {};
}

Result<ChangeSet> AddTag::run(const Id& person, std::string_view text) const
{
    KITH_TRY(edit, edits::typedEditOf(services_, CommandKind::EditTags, person));
    KITH_CHECK(edits::putTag(services_, edit, person, text));
    return services_.writer.apply(edit);
}

Result<ChangeSet> RemoveTag::run(const Id& id) const
{
    return edits::removePartOf(services_, CommandKind::EditTags, Kind::PersonTag, person_tag::person, id,
                               "tag of a person");
}

}  // namespace kith
