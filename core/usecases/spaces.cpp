#include <kith/usecases/spaces.h>

#include <kith/usecases/edit_rules.h>

#include <algorithm>

namespace kith {

namespace {

constexpr std::string_view kPrivateName = "Private";

/// Takes rows with all that belongs to them from one space to another. What is elsewhere stays.
class Carrier {
public:
    Carrier(const WorkspaceReader& reader, Edit& edit, const Id& from, const Id& to)
        : reader_(reader), edit_(edit), from_(from), to_(to)
    {
    }

    void take(const Row& row)
    {
        if (row.space != from_) return;
        const bool listed = std::ranges::any_of(edit_.rows, [&](const RowEdit& known) { return known.id == row.id; });
        if (listed) return;
        edit_.put(row.kind, row.id).space = to_;
        for (const KindSpec& kind : allKinds())
            for (std::size_t field = 0; field < kind.fields.size(); ++field)
                if (kind.fields[field].owner && kind.fields[field].references == row.kind)
                    for (const Row& part : edits::rowsOf(reader_, kind.kind, static_cast<FieldIndex>(field), row.id))
                        take(part);
    }

private:
    const WorkspaceReader& reader_;
    Edit& edit_;
    Id from_;
    Id to_;
};

/// A person, and the conversations with them alone.
class Moving {
public:
    Moving(const WorkspaceReader& reader, Edit& edit, const Row& person, const Id& to)
        : reader_(reader), person_(person), carrier_(reader, edit, person.space, to)
    {
    }

    void run()
    {
        // Records that were merged with theirs, and are seen with them, go with them.
        for (const Id& id : edits::recordsOf(reader_, person_.id))
            if (const auto record = reader_.row(Kind::Person, id)) carrier_.take(*record);
        for (const Row& part : edits::rowsOf(reader_, Kind::Participant, participant::person, person_.id)) {
            const Id id = idOf(edits::fieldOf(part, participant::interaction));
            const auto conversation = reader_.row(Kind::Interaction, id);
            if (conversation && !isAboutOthers(id)) carrier_.take(*conversation);
        }
    }

private:
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
    const Row& person_;
    Carrier carrier_;
};

Result<void> checkWritable(const WorkspaceReader& reader, const Id& space)
{
    const auto spaces = reader.spaces();
    const auto to = std::ranges::find(spaces, space, &SpaceView::id);
    if (to == spaces.end()) return fail(ErrorCode::NotFound, "There is no such space; nothing was changed.");
    if (!to->writable) return fail(ErrorCode::ReadOnly, "That space is shared with you to read; nothing was changed.");
    return {};
}

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
    KITH_CHECK(checkWritable(services_.reader, space));
    if (row.space == space) return ChangeSet{};
    Edit edit = edits::typedEdit(services_, CommandKind::MoveToSpace, textOf(edits::fieldOf(row, person::name)));
    Moving(services_.reader, edit, row, space).run();
    return services_.writer.apply(edit);
}

Result<ChangeSet> moveRowTo(Services& services, const Row& row, const Id& space)
{
    KITH_CHECK(checkWritable(services.reader, space));
    if (row.space == space) return ChangeSet{};
    Edit edit = edits::typedEdit(services, CommandKind::MoveToSpace, textOf(edits::fieldOf(row, 0)));
    Carrier(services.reader, edit, row.space, space).take(row);
    return services.writer.apply(edit);
}

}  // namespace kith
