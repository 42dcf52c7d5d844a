#include <kith/usecases/import/planning.h>

#include <kith/base/fold.h>
#include <kith/base/text.h>

#include <cstdlib>
#include <fmt/format.h>

namespace kith::importing {

namespace {

std::size_t slotOf(Kind kind)
{
    switch (kind) {
    case Kind::Organisation: return 0;
    case Kind::Area: return 1;
    case Kind::Skill: return 2;
    case Kind::Tag: return 3;
    default: std::abort();
    }
}

}  // namespace

Id& NamedRows::entry(Kind kind, const std::string& folded)
{
    const auto [at, fresh] = known_.at(slotOf(kind)).try_emplace(folded);
    if (fresh)
        if (const auto id = reader_.namedRow(kind, folded)) at->second = *id;
    return at->second;
}

Id NamedRows::find(Kind kind, std::string_view name)
{
    const std::string folded = fold(name);
    return folded.empty() ? Id{} : entry(kind, folded);
}

Id NamedRows::obtain(Kind kind, const std::string& name)
{
    const std::string folded = fold(name);
    if (folded.empty()) return {};
    Id& id = entry(kind, folded);
    if (id.isNil()) {
        id = ids_.make();
        std::string clean = collapseSpace(name);
        names_.emplace(id, clean);
        edit_.make(kind, id).fields.emplace_back(FieldIndex{0}, textValue(std::move(clean)));
    }
    return id;
}

const std::string& NamedRows::nameOf(Kind kind, const Id& id)
{
    const auto [at, fresh] = names_.try_emplace(id);
    if (fresh && !id.isNil())
        if (const auto row = reader_.row(kind, id); row && !row->values.empty()) at->second = textOf(row->values[0]);
    return at->second;
}

Verdict verdictOn(const Value& known, const std::optional<Stamp>& stamp, const Value& wanted, Date asOf)
{
    if (isNothing(wanted) || known == wanted) return Verdict::Same;
    if (stamp && stamp->source.isTyped()) return Verdict::KeepTyped;
    if (isNothing(known)) return Verdict::Add;
    return stamp && stamp->source.asOf > asOf ? Verdict::KeepNewer : Verdict::Change;
}

bool mayReplaceName(const Value& known, const Reading& reading)
{
    const std::string folded = fold(textOf(known));
    return textOf(known).empty() || namesAreRelated(folded, reading.folded);
}

bool replacesName(const Value& known, const std::optional<Stamp>& stamp, const Reading& reading, Date asOf)
{
    if (reading.folded.empty() || !mayReplaceName(known, reading)) return false;
    const Verdict verdict = verdictOn(known, stamp, textValue(reading.name), asOf);
    return verdict == Verdict::Add || verdict == Verdict::Change;
}

ImportDifference::What whatOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Change: return ImportDifference::What::Changed;
    case Verdict::KeepTyped: return ImportDifference::What::KeptTyped;
    case Verdict::KeepNewer: return ImportDifference::What::KeptNewer;
    case Verdict::Same:
    case Verdict::Add: break;
    }
    return ImportDifference::What::Added;
}

void Planning::note(PlannedRecord& record, ImportDifference difference) const
{
    using What = ImportDifference::What;
    const bool writes =
        difference.what == What::Added || difference.what == What::Changed || difference.what == What::Ended;
    if (record.action == ImportAction::Create && difference.what != What::NotTaken) return;
    if (writes && record.action == ImportAction::Unchanged) record.action = ImportAction::Update;
    record.differences.push_back(std::move(difference));
}

KnownRow Planning::make(Kind kind, std::vector<Value> values) const
{
    KnownRow made{
        .row =
            {.kind = kind, .id = ids.make(), .space = {}, .removed = false, .values = std::move(values), .stamps = {}},
        .edit = plan.edit.rows.size(),
        .said = 0,
        .fresh = true};
    made.row.stamps.resize(made.row.values.size());
    RowEdit& edit = plan.edit.make(kind, made.row.id);
    edit.fields.reserve(made.row.values.size());
    for (std::size_t i = 0; i < made.row.values.size(); ++i) {
        if (isNothing(made.row.values[i])) continue;
        edit.fields.emplace_back(static_cast<FieldIndex>(i), made.row.values[i]);
        made.said |= 1U << i;
    }
    return made;
}

void Planning::write(KnownRow& known, FieldIndex field, const Value& value) const
{
    if (!known.fresh) plan.basis.fields.push_back({known.row.kind, known.row.id, field, known.row.values[field]});
    if (known.edit == KnownRow::kNoEdit) {
        known.edit = plan.edit.rows.size();
        plan.edit.put(known.row.kind, known.row.id);
    }
    plan.edit.rows[known.edit].fields.emplace_back(field, value);
    known.row.values[field] = value;
    known.said |= 1U << field;
}

Verdict Planning::settle(PlannedRecord& record, KnownRow& known, FieldIndex field, const Value& wanted,
                         std::string_view word) const
{
    const Value& value = known.row.values[field];
    if (isNothing(wanted)) return Verdict::Same;
    const auto difference = [&](ImportDifference::What what, std::string why) {
        note(record,
             {.what = what,
              .field = std::string(word),
              .before = shown(known.row.kind, field, value),
              .after = shown(known.row.kind, field, wanted),
              .note = std::move(why)});
    };
    if ((known.said & (1U << field)) != 0) {
        if (value != wanted) difference(ImportDifference::What::NotTaken, "an earlier line of the file settled it");
        return Verdict::Same;
    }
    known.said |= 1U << field;
    const Verdict verdict = verdictOn(value, known.row.stamps[field], wanted, asOf);
    if (verdict == Verdict::Same) return verdict;
    difference(whatOf(verdict), {});
    if (verdict == Verdict::Add || verdict == Verdict::Change) write(known, field, wanted);
    return verdict;
}

std::string Planning::shown(Kind kind, FieldIndex field, const Value& value)
{
    if (isNothing(value)) return {};
    const FieldSpec& spec = specOf(kind).fields[field];
    switch (spec.type) {
    case Type::Text: return textOf(value);
    case Type::Date: return isoDate(Date{std::chrono::days{intOf(value)}});
    case Type::Instant: return isoInstant(Instant{std::chrono::milliseconds{intOf(value)}});
    case Type::Enum: return std::string(wordFor(spec.words(), intOf(value)));
    case Type::Flags: {
        std::vector<std::string> words;
        for (const Word& word : spec.words())
            if ((intOf(value) & word.value) != 0) words.emplace_back(word.word);
        return join(words, ", ");
    }
    case Type::Integer: return std::to_string(intOf(value));
    case Type::Real: return fmt::format("{:g}", std::get<double>(value));
    case Type::Reference: return {};
    }
    return {};
}

}  // namespace kith::importing
