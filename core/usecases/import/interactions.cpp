#include <kith/usecases/import/interactions.h>

#include <kith/base/text.h>

#include <algorithm>

namespace kith::importing {

InteractionBook::Shelf& InteractionBook::of(const Id& person)
{
    const auto [at, fresh] = shelves_.try_emplace(person);
    if (!fresh) return at->second;
    for (const Row& part : planning_.reader.rowsReferring(Kind::Participant, participant::person, person)) {
        if (part.removed) continue;
        const Id id = idOf(part.values[participant::interaction]);
        const auto row = planning_.reader.row(Kind::Interaction, id);
        if (!row || row->removed) continue;
        const Instant when{std::chrono::milliseconds{intOf(row->values[interaction::at])}};
        const auto channel = static_cast<Channel>(intOf(row->values[interaction::channel]));
        at->second.emplace(Key{when, channel}, Known{id, textOf(row->values[interaction::text]), {}, false});
    }
    return at->second;
}

void InteractionBook::take(PlannedRecord& record, const exchange::InteractionRecord& said,
                           const std::vector<Id>& people)
{
    std::vector<Id> sorted = people;
    std::ranges::sort(sorted);
    const std::string text(trim(said.text));
    Shelf& shelf = of(sorted.front());
    const auto [begin, end] = shelf.equal_range({said.at, said.channel});
    for (auto it = begin; it != end; ++it) {
        Known& known = it->second;
        if (known.text != text) continue;
        if (!known.complete) {
            for (const Row& part :
                 planning_.reader.rowsReferring(Kind::Participant, participant::interaction, known.id))
                if (!part.removed)
                    known.people.push_back(planning_.reader.shownFor(idOf(part.values[participant::person])));
            std::ranges::sort(known.people);
            const auto twice = std::ranges::unique(known.people);
            known.people.erase(twice.begin(), twice.end());
            known.complete = true;
        }
        if (known.people != sorted) continue;
        record.action = ImportAction::Unchanged;
        record.id = known.id;
        return;
    }
    record.action = ImportAction::Create;
    record.id = planning_.ids.make();
    RowEdit& row = planning_.plan.edit.make(Kind::Interaction, record.id);
    row.fields = {{interaction::at, instantValue(said.at)},
                  {interaction::channel, enumValue(said.channel)},
                  {interaction::direction, enumValue(said.direction)},
                  {interaction::depth, enumValue(said.depth)}};
    if (!text.empty()) row.fields.emplace_back(interaction::text, text);
    for (const Id& person : people)
        planning_.plan.edit.make(Kind::Participant, planning_.ids.make()).fields = {
            {participant::interaction, record.id}, {participant::person, person}};
    shelf.emplace(Key{said.at, said.channel}, Known{record.id, text, std::move(sorted), true});
}

}  // namespace kith::importing
