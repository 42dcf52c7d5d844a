#include <kith/usecases/skills.h>

#include <kith/usecases/edit_rules.h>

namespace kith {

Result<ChangeSet> AddSkill::run(const SkillInput& input) const
{
    KITH_TRY(edit, edits::typedEditOf(services_, CommandKind::EditSkills, input.person));
    KITH_TRY(name, edits::oneLine(input.name, "The skill"));
    if (name.empty()) return fail(ErrorCode::BadInput, "Say which skill; nothing was saved.");
    if (input.observedOn) KITH_CHECK(edits::checkDate(*input.observedOn, "The day of the observation"));
    if (!input.observedBy.isNil()) {
        KITH_TRY(observer, edits::findRow(services_.reader, Kind::Person, input.observedBy, "observer"));
    }

    const Id skill = edits::namedOrNew(services_, edit, Kind::Skill, name);
    Id held;
    for (const Row& row : edits::rowsOf(services_.reader, Kind::PersonSkill, person_skill::person, input.person))
        if (idOf(edits::fieldOf(row, person_skill::skill)) == skill) held = row.id;

    RowEdit& row = edit.put(Kind::PersonSkill, held.isNil() ? services_.ids.make() : held);
    if (held.isNil()) row.fields = {{person_skill::person, input.person}, {person_skill::skill, skill}};
    row.fields.emplace_back(person_skill::level, enumValue(input.level));
    row.fields.emplace_back(person_skill::evidence, enumValue(input.evidence));
    row.fields.emplace_back(person_skill::observed_by, idValue(input.observedBy));
    row.fields.emplace_back(person_skill::observed_on, input.observedOn ? dateValue(*input.observedOn) : Value{});
    return services_.writer.apply(edit);
}

Result<ChangeSet> RemoveSkill::run(const Id& id) const
{
    return edits::removePartOf(services_, CommandKind::EditSkills, Kind::PersonSkill, person_skill::person, id,
                               "skill of a person");
}

}  // namespace kith
