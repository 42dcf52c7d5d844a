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
    std::vector<Id> held;
    for (const Row& row : edits::rowsOf(services_.reader, Kind::PersonSkill, person_skill::person, input.person))
        if (idOf(edits::fieldOf(row, person_skill::skill)) == skill) held.push_back(row.id);
    const bool fresh = held.empty();
    if (fresh) held.push_back(services_.ids.make());

    for (const Id& id : held) {
        RowEdit& row = edit.put(Kind::PersonSkill, id);
        if (fresh) row.fields = {{person_skill::person, input.person}, {person_skill::skill, skill}};
        row.fields.emplace_back(person_skill::level, enumValue(input.level));
        row.fields.emplace_back(person_skill::evidence, enumValue(input.evidence));
        row.fields.emplace_back(person_skill::observed_by, idValue(input.observedBy));
        row.fields.emplace_back(person_skill::observed_on, input.observedOn ? dateValue(*input.observedOn) : Value{});
    }
    return services_.writer.apply(edit);
}

Result<ChangeSet> RemoveSkill::run(const Id& id) const
{
    return edits::removePartOf(services_, CommandKind::EditSkills, Kind::PersonSkill, person_skill::person, id,
                               "skill of a person");
}

}  // namespace kith
