#include <kith/usecases/row_about.h>

#include <kith/usecases/edit_rules.h>

namespace kith {

namespace {

std::string nameOf(const WorkspaceReader& reader, const Id& person)
{
    const auto row = reader.row(Kind::Person, person);
    return row && !row->removed ? textOf(edits::fieldOf(*row, person::name)) : std::string{};
}

}  // namespace

RowAbout rowAbout(const WorkspaceReader& reader, const Row& row)
{
    if (row.kind == Kind::Person) return {reader.shownFor(row.id), textOf(edits::fieldOf(row, person::name))};
    if (row.kind == Kind::Interaction) {
        const Id me = reader.shownFor(Id::parse(reader.setting(settings::kMe)).value_or(Id{}));
        for (const Row& part : edits::rowsOf(reader, Kind::Participant, participant::interaction, row.id)) {
            const Id who = reader.shownFor(idOf(edits::fieldOf(part, participant::person)));
            if (who != me) return {who, nameOf(reader, who)};
        }
        return {};
    }
    const auto fields = specOf(row.kind).fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (!fields[i].owner || fields[i].references != Kind::Person) continue;
        const Id owner = reader.shownFor(idOf(edits::fieldOf(row, static_cast<FieldIndex>(i))));
        return {owner, nameOf(reader, owner)};
    }
    return {{}, textOf(edits::fieldOf(row, 0))};
}

}  // namespace kith
