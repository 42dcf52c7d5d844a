#include <kith/usecases/import/ties.h>

#include <kith/base/text.h>
#include <kith/usecases/ties.h>

#include <utility>

namespace kith::importing {

TieBook::Key TieBook::keyOf(const Id& a, const Id& b, TieKind kind)
{
    return !hasDirection(kind) && b < a ? Key{b, a, kind} : Key{a, b, kind};
}

void TieBook::load(const Id& person)
{
    if (!loaded_.insert(person).second) return;
    for (const FieldIndex end : {FieldIndex{tie::a}, FieldIndex{tie::b}})
        for (Row& row : planning_.reader.rowsReferring(Kind::Tie, end, person)) {
            if (row.removed) continue;
            const auto kind = static_cast<TieKind>(intOf(row.values[tie::kind]));
            const Key key = keyOf(planning_.reader.shownFor(idOf(row.values[tie::a])),
                                  planning_.reader.shownFor(idOf(row.values[tie::b])), kind);
            known_.try_emplace(key, KnownRow{.row = std::move(row)});
        }
}

std::pair<Id, bool> TieBook::take(PlannedRecord& record, const SaidTie& said, bool fresh, std::string_view word)
{
    if (!fresh) load(said.a);
    const auto [at, added] = known_.try_emplace(keyOf(said.a, said.b, said.kind));
    KnownRow& known = at->second;
    const Value strength = said.strength ? Value{*said.strength} : Value{};
    const Value since = said.since ? dateValue(*said.since) : Value{};
    const Value note = textValue(std::string(trim(said.note)));
    if (!added) {
        planning_.settle(record, known, tie::strength, strength, "strength");
        planning_.settle(record, known, tie::since, since, "since");
        planning_.settle(record, known, tie::note, note, "note");
        return {known.row.id, false};
    }
    known = planning_.make(Kind::Tie, {said.a, said.b, enumValue(said.kind), strength, since, note});
    if (record.action != ImportAction::Create)
        planning_.note(
            record, {.what = ImportDifference::What::Added, .field = "tie", .before = {}, .after = std::string(word)});
    return {known.row.id, true};
}

}  // namespace kith::importing
