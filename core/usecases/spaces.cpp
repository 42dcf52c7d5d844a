#include <kith/usecases/spaces.h>

#include <kith/usecases/edit_rules.h>

#include <algorithm>

namespace kith {

namespace {

constexpr std::string_view kPrivateName = "Private";

class Move {
public:
    Move(const WorkspaceReader& reader, Edit& edit, const Row& person, const Id& to)
        : reader_(reader), edit_(edit), person_(person), to_(to)
    {
    }

    void run()
    {
        // Records that were merged with theirs, and are seen with them, go with them.
        for (const Id& id : edits::recordsOf(reader_, person_.id))
            if (const auto record = reader_.row(Kind::Person, id); record && record->space == person_.space) {
                put(*record);
                partsOf(*record);
            }
        for (const Row& part : edits::rowsOf(reader_, Kind::Participant, participant::person, person_.id)) {
            const Id id = idOf(edits::fieldOf(part, participant::interaction));
            const auto conversation = reader_.row(Kind::Interaction, id);
            if (!conversation || conversation->space != person_.space || isAboutOthers(id)) continue;
            put(*conversation);
            partsOf(*conversation);
        }
    }

private:
    void put(const Row& row)
    {
        const bool listed = std::ranges::any_of(edit_.rows, [&](const RowEdit& known) { return known.id == row.id; });
        if (!listed) edit_.put(row.kind, row.id).space = to_;
    }
    void partsOf(const Row& whole)
    {
        for (const KindSpec& kind : allKinds())
            for (std::size_t field = 0; field < kind.fields.size(); ++field) {
                if (!kind.fields[field].owner || kind.fields[field].references != whole.kind) continue;
                for (const Row& part : edits::rowsOf(reader_, kind.kind, static_cast<FieldIndex>(field), whole.id))
                    if (part.space == person_.space) put(part);
            }
    }
    [[nodiscard]] bool isAboutOthers(const Id& conversation) const
    {
        const auto parts = edits::rowsOf(reader_, Kind::Participant, participant::interaction, conversation);
        return std::ranges::any_of(parts, [&](const Row& part) {
            const Id who = reader_.shownFor(idOf(edits::fieldOf(part, participant::person)));
            if (who == person_.id) return false;
            const auto other = reader_.row(Kind::Person, who);
            return other && !other->removed
                && !Facets{static_cast<std::uint8_t>(intOf(edits::fieldOf(*other, person::facets)))}.has(
                    Facet::Colleague);
        });
    }

    const WorkspaceReader& reader_;
    Edit& edit_;
    const Row& person_;
    Id to_;
};

}  // namespace

Result<Id> privateSpace(Services& services, Edit& edit)
{
    const auto spaces = services.reader.spaces();
    for (const SpaceView& space : spaces)
        if (space.kind == SpaceKind::Private && space.writable) return space.id;
    // One made here would never be taken by the server: spaces are made by commands.
    if (std::ranges::any_of(spaces, &SpaceView::granted))
        return fail(ErrorCode::NotFound,
                    "You have no private space on this server; say who shall see it. Nothing was saved.");
    const Id id = services.ids.make();
    edit.put(Kind::Space, id).fields = {{space::name, textValue(std::string(kPrivateName))},
                                        {space::kind, enumValue(SpaceKind::Private)}};
    return id;
}

Result<Id> placeFor(Services& services, Edit& edit, const Id& wished)
{
    if (wished.isNil()) return privateSpace(services, edit);
    return wished;
}

Result<ChangeSet> MoveToSpace::run(const Id& person, const Id& space) const
{
    KITH_TRY(row, edits::findPerson(services_.reader, services_.reader.shownFor(person)));
    const auto spaces = services_.reader.spaces();
    const auto to = std::ranges::find(spaces, space, &SpaceView::id);
    if (to == spaces.end()) return fail(ErrorCode::NotFound, "There is no such space; nothing was changed.");
    if (!to->writable) return fail(ErrorCode::ReadOnly, "That space is shared with you to read; nothing was changed.");
    if (row.space == space) return ChangeSet{};
    Edit edit = edits::typedEdit(services_, CommandKind::MoveToSpace, textOf(edits::fieldOf(row, person::name)));
    Move(services_.reader, edit, row, space).run();
    return services_.writer.apply(edit);
}

}  // namespace kith
