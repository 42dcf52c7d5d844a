#include <kith/usecases/import/person_draft.h>

#include <kith/base/fold.h>
#include <kith/base/text.h>
#include <kith/domain/contact_key.h>

#include <algorithm>

namespace kith::importing {

namespace {

using What = ImportDifference::What;

constexpr std::array<std::string_view, 4> kContactWords = {"e-mail", "phone", "profile", "handle"};

std::string_view contactWord(ContactKind kind)
{
    return kContactWords.at(static_cast<std::size_t>(kind));
}

/// As it is kept: one line, and of "Ana <ana@b.c>" the address.
std::string contactValue(const KeyedContact& contact, const std::string& value)
{
    if (contact.kind == ContactKind::Email && value.find_first_of("<:") != std::string::npos) return contact.key;
    return collapseSpace(value);
}

}  // namespace

std::string aboutOf(const exchange::PersonRecord& record)
{
    std::string about(trim(record.about));
    if (record.source.empty()) return about;
    if (!about.empty()) about += "\n\n";
    return about + "Source: " + collapseSpace(record.source);
}

PersonDraft::PersonDraft(const Planning& planning, const Id& person, std::vector<const Reading*> readings)
    : planning_(planning), fresh_(person.isNil()), id_(person), readings_(std::move(readings))
{
    for (const Reading* reading : readings_)
        if (name_ == nullptr || isFuller(reading->folded, name_->folded)) name_ = reading;
    if (fresh_) return;
    if (auto row = planning_.reader.row(Kind::Person, id_)) row_.row = std::move(*row);
    const std::size_t fields = specOf(Kind::Person).fields.size();
    row_.row.values.resize(fields);
    row_.row.stamps.resize(fields);
}

void PersonDraft::take(PlannedRecord& record, const Reading& reading)
{
    const exchange::PersonRecord& said = *reading.record;
    if (record.action == ImportAction::Create) {
        create(reading);
    } else {
        takeFields(record, reading);
        takeFacets(record);
    }
    takeContacts(record, reading);
    if (!said.positions.empty()) {
        if (!positions_) {
            std::vector<const exchange::PositionRecord*> all;
            for (const Reading* other : readings_)
                for (const auto& position : other->record->positions) all.push_back(&position);
            positions_.emplace(planning_, id_, fresh_, all);
        }
        for (const auto& position : said.positions) positions_->take(record, position);
    }
    if (!said.skills.empty()) takeSkills(record, said);
    if (!said.tags.empty()) takeTags(record, said);
}

Facets PersonDraft::saidFacets() const
{
    Facets facets;
    for (const Reading* reading : readings_)
        if (reading->record->facets)
            facets.bits = static_cast<std::uint8_t>(facets.bits | reading->record->facets->bits);
    return facets;
}

void PersonDraft::create(const Reading& reading)
{
    const exchange::PersonRecord& said = *reading.record;
    Facets facets = saidFacets();
    if (facets.bits == 0) facets.add(Facet::Talent);
    // The parts of a name belong to the whole that is kept, which another line may give.
    const bool whole = reading.folded == name_->folded;
    row_ = planning_.make(Kind::Person,
                          {textValue(name_->name), whole ? textValue(collapseSpace(said.given)) : Value{},
                           whole ? textValue(collapseSpace(said.family)) : Value{}, std::int64_t{facets.bits},
                           textValue(collapseSpace(said.city)), textValue(aboutOf(said))});
    id_ = row_.row.id;
}

void PersonDraft::takeFields(PlannedRecord& record, const Reading& reading)
{
    const exchange::PersonRecord& said = *reading.record;
    const auto settle = [&](FieldIndex field, std::string text, std::string_view word) {
        planning_.settle(record, row_, field, textValue(std::move(text)), word);
    };
    takeName(record);
    // The parts of a name that is not taken would not fit the one that stays.
    if (fold(textOf(row_.row.values[person::name])) == reading.folded) {
        settle(person::given, collapseSpace(said.given), "given name");
        settle(person::family, collapseSpace(said.family), "family name");
    }
    settle(person::city, collapseSpace(said.city), "city");
    settle(person::about, aboutOf(said), "note");
}

void PersonDraft::takeName(PlannedRecord& record)
{
    if ((row_.said & (1U << person::name)) != 0 || name_->folded.empty()) return;
    if (mayReplaceName(row_.row.values[person::name], *name_)) {
        planning_.settle(record, row_, person::name, textValue(name_->name), "name");
        return;
    }
    row_.said |= 1U << person::name;
    planning_.note(record,
                   {.what = What::NotTaken,
                    .field = "name",
                    .before = textOf(row_.row.values[person::name]),
                    .after = name_->name,
                    .note = "it is quite another name"});
}

void PersonDraft::takeFacets(PlannedRecord& record)
{
    const std::int64_t known = intOf(row_.row.values[person::facets]);
    const std::int64_t both = known | std::int64_t{saidFacets().bits};
    if (both != known) planning_.settle(record, row_, person::facets, both, "facets");
}

bool PersonDraft::wasRemoved(PlannedRecord& record, Kind kind, FieldIndex owner, std::string_view word,
                             const std::string& said, const std::function<bool(const Row&)>& isIt) const
{
    if (fresh_ || std::ranges::none_of(planning_.reader.rowsRemovedByHand(kind, owner, id_), isIt)) return false;
    planning_.note(
        record,
        {.what = What::KeptTyped, .field = std::string(word), .before = {}, .after = said, .note = "removed by hand"});
    return true;
}

bool PersonDraft::hasNamesake(const std::vector<Id>& people) const
{
    const std::string own = fold(textOf(row_.row.values[person::name]));
    return std::ranges::any_of(people, [&](const Id& other) {
        const auto row = planning_.reader.row(Kind::Person, other);
        return row && namesAgree(fold(textOf(row->values[person::name])), own);
    });
}

void PersonDraft::takeContacts(PlannedRecord& record, const Reading& reading)
{
    const auto& said = reading.record->contacts;
    for (std::size_t i = 0; i < said.size(); ++i) {
        const exchange::ContactRecord& contact = said[i];
        const auto keyed = std::ranges::find(reading.contacts, i, &KeyedContact::index);
        if (keyed == reading.contacts.end()) {
            const bool repeated =
                trim(contact.value).empty() || std::ranges::any_of(reading.contacts, [&](const KeyedContact& other) {
                    return other.kind == contact.kind && said[other.index].value == contact.value;
                });
            if (!repeated)
                planning_.note(record,
                               {.what = What::NotTaken,
                                .field = std::string(contactWord(contact.kind)),
                                .before = {},
                                .after = std::string(prefixUtf8(contact.value, 200)),
                                .note = "it is none"});
            continue;
        }
        if (std::ranges::find(keyed->owners, id_) != keyed->owners.end()) continue;
        if (!contacts_.emplace(keyed->kind, keyed->key).second) continue;
        if (!keyed->owners.empty() && (!keyed->shared || hasNamesake(keyed->owners))) {
            planning_.note(record,
                           {.what = What::NotTaken,
                            .field = std::string(contactWord(contact.kind)),
                            .before = {},
                            .after = contact.value,
                            .note = "it belongs to somebody else in the workspace"});
            continue;
        }
        std::string value = contactValue(*keyed, contact.value);
        if (wasRemoved(record, Kind::ContactPoint, contact_point::person, contactWord(contact.kind), value,
                       [&](const Row& row) {
                           return intOf(row.values[contact_point::kind]) == static_cast<int>(contact.kind)
                               && contactKey(contact.kind, textOf(row.values[contact_point::value]), planning_.region)
                               == keyed->key;
                       }))
            continue;
        if (record.action != ImportAction::Create)
            planning_.note(
                record,
                {.what = What::Added, .field = std::string(contactWord(contact.kind)), .before = {}, .after = value});
        RowEdit& row = planning_.plan.edit.make(Kind::ContactPoint, planning_.ids.make());
        row.fields = {{contact_point::person, id_},
                      {contact_point::kind, enumValue(contact.kind)},
                      {contact_point::value, std::move(value)}};
        row.key = keyed->key;
        if (!contact.label.empty()) row.fields.emplace_back(contact_point::label, collapseSpace(contact.label));
    }
}

void PersonDraft::takeSkills(PlannedRecord& record, const exchange::PersonRecord& said)
{
    if (!skills_) {
        skills_.emplace();
        if (!fresh_)
            for (Row& row : planning_.reader.rowsReferring(Kind::PersonSkill, person_skill::person, id_)) {
                const Id skill = idOf(row.values[person_skill::skill]);
                if (!row.removed) skills_->push_back({.skill = skill, .known = {.row = std::move(row)}});
            }
    }
    for (const exchange::SkillRecord& skill : said.skills) {
        const Id id = planning_.names.obtain(Kind::Skill, skill.name);
        if (id.isNil()) continue;
        const bool levelled = skill.level != SkillLevel::Unstated;
        const auto known = std::ranges::find(*skills_, id, &KnownSkill::skill);
        if (known != skills_->end()) {
            if (levelled)
                planning_.settle(record, known->known, person_skill::level, enumValue(skill.level), skill.name);
            continue;
        }
        if (wasRemoved(record, Kind::PersonSkill, person_skill::person, "skill", skill.name,
                       [&](const Row& row) { return idOf(row.values[person_skill::skill]) == id; }))
            continue;
        if (record.action != ImportAction::Create)
            planning_.note(record, {.what = What::Added, .field = "skill", .before = {}, .after = skill.name});
        skills_->push_back({.skill = id,
                            .known = planning_.make(Kind::PersonSkill,
                                                    {id_, id, levelled ? enumValue(skill.level) : Value{},
                                                     enumValue(skill.evidence), Value{}, Value{}})});
    }
}

void PersonDraft::takeTags(PlannedRecord& record, const exchange::PersonRecord& said)
{
    if (!tags_) {
        tags_.emplace();
        if (!fresh_)
            for (const Row& row : planning_.reader.rowsReferring(Kind::PersonTag, person_tag::person, id_))
                if (!row.removed) tags_->push_back(idOf(row.values[person_tag::tag]));
    }
    for (const std::string& name : said.tags) {
        const Id tag = planning_.names.obtain(Kind::Tag, name);
        if (tag.isNil() || std::ranges::find(*tags_, tag) != tags_->end()) continue;
        if (wasRemoved(record, Kind::PersonTag, person_tag::person, "tag", name,
                       [&](const Row& row) { return idOf(row.values[person_tag::tag]) == tag; }))
            continue;
        if (record.action != ImportAction::Create)
            planning_.note(record, {.what = What::Added, .field = "tag", .before = {}, .after = name});
        planning_.plan.edit.make(Kind::PersonTag, planning_.ids.make()).fields = {{person_tag::person, id_},
                                                                                  {person_tag::tag, tag}};
        tags_->push_back(tag);
    }
}

}  // namespace kith::importing
