#include <kith/usecases/erase_person.h>

#include <kith/usecases/edit_rules.h>

#include <algorithm>
#include <set>

namespace kith {

namespace {

bool isColleague(const WorkspaceReader& reader, const Id& person)
{
    const auto row = reader.row(Kind::Person, reader.shownFor(person));
    return row && Facets{static_cast<std::uint8_t>(intOf(edits::fieldOf(*row, person::facets)))}.has(Facet::Colleague);
}

bool isWithOthers(const WorkspaceReader& reader, const Id& conversation, const Id& shown)
{
    return std::ranges::any_of(edits::rowsOf(reader, Kind::Participant, participant::interaction, conversation),
                               [&](const Row& part) {
                                   const Id who = idOf(edits::fieldOf(part, participant::person));
                                   return reader.shownFor(who) != shown && !isColleague(reader, who);
                               });
}

}  // namespace

Result<ErasureOutlook> erasureOutlook(const WorkspaceReader& reader, const Id& person)
{
    const Id shown = reader.shownFor(person);
    KITH_TRY(row, edits::findPerson(reader, shown));
    ErasureOutlook outlook{.name = textOf(edits::fieldOf(row, person::name)), .space = row.space};
    for (const KindSpec& spec : allKinds()) {
        if (spec.kind == Kind::SamePerson) continue;  // says nothing but that there are several records
        for (std::size_t i = 0; i < spec.fields.size(); ++i) {
            if (!spec.fields[i].owner || spec.fields[i].references != Kind::Person) continue;
            const std::size_t count = edits::rowsOf(reader, spec.kind, static_cast<FieldIndex>(i), shown).size();
            (spec.kind == Kind::Reminder ? outlook.reminders : outlook.facts) += count;
        }
    }
    outlook.facts += edits::rowsOf(reader, Kind::Tie, tie::b, shown).size();
    std::set<Id> conversations;
    for (const Row& part : edits::rowsOf(reader, Kind::Participant, participant::person, shown))
        conversations.insert(idOf(edits::fieldOf(part, participant::interaction)));
    for (const Id& conversation : conversations)
        ++(isWithOthers(reader, conversation, shown) ? outlook.shared : outlook.conversations);
    return outlook;
}

Result<ErasureOutlook> ErasePerson::run(const Id& person) const
{
    KITH_TRY(outlook, erasureOutlook(services_.reader, person));
    KITH_CHECK(services_.writer.erase(person));
    return outlook;
}

}  // namespace kith
