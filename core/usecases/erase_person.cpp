#include <kith/usecases/erase_person.h>

#include <kith/usecases/edit_rules.h>

#include <algorithm>

namespace kith {

namespace {

bool isColleague(const WorkspaceReader& reader, const Id& person)
{
    const auto row = reader.row(Kind::Person, person);
    return row && Facets{static_cast<std::uint8_t>(intOf(edits::fieldOf(*row, person::facets)))}.has(Facet::Colleague);
}

bool isWithOthers(const WorkspaceReader& reader, const Id& conversation, const Id& person)
{
    return std::ranges::any_of(edits::rowsOf(reader, Kind::Participant, participant::interaction, conversation),
                               [&](const Row& part) {
                                   const Id who = idOf(edits::fieldOf(part, participant::person));
                                   return who != person && !isColleague(reader, who);
                               });
}

}  // namespace

Result<ErasureOutlook> erasureOutlook(const WorkspaceReader& reader, const Id& person)
{
    KITH_TRY(row, edits::findPerson(reader, person));
    ErasureOutlook outlook{.name = textOf(edits::fieldOf(row, person::name)), .space = row.space};
    for (const KindSpec& spec : allKinds())
        for (std::size_t i = 0; i < spec.fields.size(); ++i) {
            if (!spec.fields[i].owner || spec.fields[i].references != Kind::Person) continue;
            const std::size_t count = edits::rowsOf(reader, spec.kind, static_cast<FieldIndex>(i), person).size();
            (spec.kind == Kind::Reminder ? outlook.reminders : outlook.facts) += count;
        }
    outlook.facts += edits::rowsOf(reader, Kind::Tie, tie::b, person).size();
    for (const Row& part : edits::rowsOf(reader, Kind::Participant, participant::person, person))
        ++(isWithOthers(reader, idOf(edits::fieldOf(part, participant::interaction)), person) ? outlook.shared
                                                                                              : outlook.conversations);
    return outlook;
}

Result<ErasureOutlook> ErasePerson::run(const Id& person) const
{
    KITH_TRY(outlook, erasureOutlook(services_.reader, person));
    KITH_CHECK(services_.writer.erase(person));
    return outlook;
}

}  // namespace kith
