#include <kith/simulation/deeds.h>

#include <kith/usecases/aliases.h>
#include <kith/usecases/contact_points.h>
#include <kith/usecases/history.h>
#include <kith/usecases/log_interaction.h>
#include <kith/usecases/merge_people.h>
#include <kith/usecases/people.h>
#include <kith/usecases/pipelines.h>
#include <kith/usecases/placements.h>
#include <kith/usecases/pools.h>
#include <kith/usecases/reminders.h>
#include <kith/usecases/saved_searches.h>
#include <kith/usecases/skills.h>
#include <kith/usecases/tags.h>
#include <kith/usecases/ties.h>

#include <algorithm>

namespace kith::simulation {

namespace {

const std::vector<std::string> kNames = {"Ana Ruiz", "Ben Okoye", "Zoë Adler", "Tom Kerr", "李雷", "Una Bell"};
const std::vector<std::string> kWords = {"Leeds", "Porto", "Łódź", "quick", "likes \"tea\"", "line\nbreak", ""};
const std::vector<std::string> kTags = {"alumni", "speaker", "new"};
const std::vector<std::string> kQueries = {"french>=B2", "title:engineer not city:leeds", "zoë or \"李雷\""};
const std::vector<std::string> kSkills = {"C++", "French", "Negotiation"};

/// One person's hands on one machine.
class Hands {
public:
    Hands(Machine& machine, Dice& dice) : machine_(machine), dice_(dice), services_(machine.services())
    {
        people_ = idsOf(Kind::Person);
    }

    Deed act()
    {
        if (people_.size() < 2) return addPerson();
        const std::int64_t what = dice_.between(0, 121);
        if (what < 12) return addPerson();
        if (what < 38) return editField();
        if (what < 48) return say("log a conversation", log());
        if (what < 55) return say("tag", AddTag(services_).run(somebody(), dice_.oneOf(kTags)));
        if (what < 58) return say("untag", RemoveTag(services_).run(oneOf(Kind::PersonTag)));
        if (what < 63) return say("skill", skill());
        if (what < 67) return say("tie", tie());
        if (what < 69) return say("untie", RemoveTie(services_).run(oneOf(Kind::Tie)));
        if (what < 72) return say("remove a person", RemovePerson(services_).run(somebody()));
        if (what < 77) return say("undo", UndoLast(services_).run());
        if (what < 79) return say("redo", RedoLast(services_).run());
        if (what < 84) return say("approach", approach());
        if (what < 88) return say("move", move());
        if (what < 92) return say("remind", remind());
        if (what < 94) return say("finish a reminder", FinishReminder(services_).run(oneOf(Kind::Reminder)));
        if (what < 96) return say("contact point", contact());
        if (what < 97) return say("pay", pay());
        if (what < 98) return say("import", import());
        if (what < 100) return say("settle", settle());
        if (what < 103) return say("merge", merge());
        if (what < 105) return say("unmerge", unmerge());
        if (what < 107) return say("save a search", saveSearch());
        if (what < 110) return say("edit a saved search", editSearch());
        if (what < 112) return say("add other names", addAliases());
        if (what < 114) return say("edit other names", editAliases());
        if (what < 116) return say("pool", poolDeed());
        if (what < 118) return say("pipeline", pipelineDeed());
        return say("placement", placementDeed());
    }

private:
    template <class T>
    static Deed say(std::string what, const Result<T>& done)
    {
        if (done) return {.what = std::move(what)};
        const ErrorCode code = done.error().code;
        return {.what = what + " (refused: " + done.error().message + ')',
                .failed = code == ErrorCode::Internal || code == ErrorCode::Corrupt || code == ErrorCode::DiskFull};
    }
    [[nodiscard]] std::vector<Id> idsOf(Kind kind) const
    {
        std::vector<Id> ids;
        machine_.reader().forEachRow(kind, [&](const Row& row) {
            ids.push_back(row.id);
            return true;
        });
        std::ranges::sort(ids);
        return ids;
    }
    Id somebody() { return dice_.oneOf(people_); }
    /// Nil, which every use case refuses, when there is none.
    Id oneOf(Kind kind)
    {
        const std::vector<Id> ids = idsOf(kind);
        return ids.empty() ? Id{} : dice_.oneOf(ids);
    }
    /// A space that one may write in, nil for none.
    Id space()
    {
        std::vector<Id> ids;
        for (const sync::SpaceInfo& info : machine_.store().spaces())
            if (info.rights >= sync::Rights::Write) ids.push_back(info.id);
        std::ranges::sort(ids);
        return ids.empty() ? Id{} : dice_.oneOf(ids);
    }

    Deed addPerson()
    {
        PersonInput input{.name = dice_.oneOf(kNames)};
        if (dice_.chance(30)) input.city = dice_.oneOf(kWords);
        if (dice_.chance(20)) input.organisation = "Northmoor Council";
        if (dice_.chance(20)) input.emails = {"a" + std::to_string(dice_.between(1, 9)) + "@example.org"};
        return say("add a person", AddPerson(services_).run(input));
    }
    Deed editField()
    {
        static const std::vector<FieldIndex> fields = {person::name, person::given, person::city, person::about};
        const FieldIndex field = dice_.oneOf(fields);
        const std::string text = dice_.oneOf(kWords) + (dice_.chance(60) ? std::to_string(dice_.between(1, 999)) : "");
        return say("edit a field", EditPersonField(services_).run(somebody(), field, textValue(text)));
    }
    Result<Logged> log()
    {
        ConversationInput input{.people = {somebody()}, .at = machine_.clock().now(), .text = dice_.oneOf(kWords)};
        if (dice_.chance(30)) input.people.push_back(somebody());
        if (dice_.chance(20)) input.newPeople = {dice_.oneOf(kNames)};
        return LogInteraction(services_).run(input);
    }
    Result<ChangeSet> skill()
    {
        return AddSkill(services_).run({.person = somebody(),
                                        .name = dice_.oneOf(kSkills),
                                        .level = dice_.chance(50) ? SkillLevel::Basic : SkillLevel::Expert});
    }
    Result<ChangeSet> tie()
    {
        return AddTie(services_).run({.a = somebody(),
                                      .b = somebody(),
                                      .kind = dice_.chance(50) ? TieKind::Knows : TieKind::Referred,
                                      .note = dice_.oneOf(kWords)});
    }
    Result<ChangeSet> merge()
    {
        MergeInput input{.keep = somebody(), .other = somebody()};
        for (const FieldIndex field : {FieldIndex{person::name}, FieldIndex{person::city}})
            if (dice_.chance(50)) input.take.push_back(field);
        return MergePeople(services_).run(input);
    }
    Result<ChangeSet> unmerge()
    {
        const Id link = oneOf(Kind::SamePerson);
        const auto row = machine_.reader().row(Kind::SamePerson, link);
        if (!row) return UnmergePeople(services_).run(somebody());
        return UnmergePeople(services_).run(idOf(row->values[same_person::into]),
                                            idOf(row->values[same_person::person]));
    }
    Result<Id> saveSearch()
    {
        const Id there = space();
        if (there.isNil()) return fail(ErrorCode::ReadOnly, "There is no space to write in.");
        return SaveSearch(services_).run({.name = dice_.oneOf(kTags) + ' ' + std::to_string(dice_.between(1, 9)),
                                          .query = dice_.oneOf(kQueries),
                                          .space = there});
    }
    Result<ChangeSet> editSearch()
    {
        const Id search = oneOf(Kind::SavedSearch);
        const EditSearch edit(services_);
        switch (dice_.between(0, 3)) {
        case 0: return edit.rename(search, dice_.oneOf(kTags));
        case 1: return edit.setQuery(search, dice_.oneOf(kQueries));
        case 2:
            if (const Id there = space(); !there.isNil()) return edit.moveTo(search, there);
            return ChangeSet{};
        default: return edit.remove(search);
        }
    }
    Result<Id> addAliases()
    {
        return AddAliases(services_).run(dice_.between(0, 1) == 0 ? AliasKind::Title : AliasKind::Skill,
                                         dice_.oneOf(kTags) + " = " + dice_.oneOf(kNames));
    }
    Result<ChangeSet> editAliases()
    {
        const auto sets = aliasSets(services_.reader);
        const AliasSet& set = dice_.oneOf(sets);
        const EditAliases edit(services_);
        switch (dice_.between(0, 2)) {
        case 0: return edit.setNames(set, dice_.oneOf(kSkills) + " = " + dice_.oneOf(kWords));
        case 1: return edit.remove(set);
        default: return edit.restore(set);
        }
    }
    Result<ChangeSet> poolDeed()
    {
        const auto pools = services_.reader.pipelines().pools();
        if (pools.empty()) {
            KITH_CHECK(AddPool(services_).run({.name = dice_.oneOf(kTags), .space = space()}));
            return ChangeSet{};
        }
        const Id pool = dice_.oneOf(pools).id;
        const Id who = somebody();
        switch (dice_.between(0, 3)) {
        case 0: return LeavePool(services_).run(pool, std::span(&who, 1));
        case 1:
            return dice_.chance(80) ? EditPool(services_).rename(pool, dice_.oneOf(kTags))
                                    : EditPool(services_).remove(pool);
        default: return AddToPool(services_).run(pool, std::span(&who, 1), dice_.oneOf(kWords));
        }
    }
    Result<ChangeSet> pipelineDeed()
    {
        const auto pipelines = services_.reader.pipelines().pipelines();
        if (pipelines.empty()) {
            KITH_CHECK(AddPipeline(services_).run(
                {.name = dice_.oneOf(kTags), .stages = pipelineTemplates().front().stages, .space = space()}));
            return ChangeSet{};
        }
        const PipelineView& pipeline = dice_.oneOf(pipelines);
        if (pipeline.stages.empty()) return EditPipeline(services_).remove(pipeline.id);
        const Id stage = dice_.oneOf(pipeline.stages).id;
        const Id other = dice_.oneOf(pipeline.stages).id;
        switch (dice_.between(0, 5)) {
        case 0: return EditStage(services_).reorder(pipeline.id, stage, other);
        case 1: return EditStage(services_).rename(pipeline.id, stage, dice_.oneOf(kSkills));
        case 2: return EditStage(services_).remove(pipeline.id, stage, other);
        case 3:
            KITH_CHECK(EditStage(services_).add(pipeline.id, {.name = dice_.oneOf(kNames), .idleDays = 9}, other));
            return ChangeSet{};
        case 4:
            return dice_.chance(80) ? EditPipeline(services_).rename(pipeline.id, dice_.oneOf(kTags))
                                    : EditPipeline(services_).remove(pipeline.id);
        default: return EditStage(services_).setIdleDays(pipeline.id, stage, static_cast<int>(dice_.between(0, 90)));
        }
    }
    Result<ChangeSet> placementDeed()
    {
        const auto pipelines = services_.reader.pipelines().pipelines();
        if (pipelines.empty()) return pipelineDeed();
        const PipelineView& pipeline = dice_.oneOf(pipelines);
        if (pipeline.stages.empty()) return ChangeSet{};
        const Id who = somebody();
        const Id stage = dice_.oneOf(pipeline.stages).id;
        switch (dice_.between(0, 4)) {
        case 0: return LeavePipeline(services_).run(pipeline.id, std::span(&who, 1), "moved", dice_.chance(50));
        case 1: return AssignPlacement(services_).run(pipeline.id, std::span(&who, 1), somebody());
        case 2: return MovePlacement(services_).run(pipeline.id, std::span(&who, 1), stage, dice_.oneOf(kWords));
        default: return AddToPipeline(services_).run(pipeline.id, std::span(&who, 1), stage);
        }
    }
    Result<ChangeSet> approach()
    {
        Edit edit{.command = CommandKind::EditApproach};
        edit.put(Kind::Person, somebody()).fields = {{person::approach, dice_.between(0, 2)},
                                                     {person::approach_reason, textValue(dice_.oneOf(kWords))}};
        return services_.writer.apply(edit);
    }
    /// A person with what belongs to them.
    Result<ChangeSet> move()
    {
        const Id person = somebody();
        const Id there = space();
        Edit edit{.command = CommandKind::MoveToSpace};
        const auto take = [&](Kind kind, const Id& id) {
            RowEdit& row = edit.put(kind, id);
            row.space = there;
        };
        take(Kind::Person, person);
        for (const KindSpec& spec : allKinds())
            for (std::size_t i = 0; i < spec.fields.size(); ++i)
                if (spec.fields[i].owner && spec.fields[i].references == Kind::Person
                    && spec.kind != Kind::PayExpectation)
                    for (const Row& row :
                         machine_.reader().rowsReferring(spec.kind, static_cast<FieldIndex>(i), person))
                        if (idOf(row.values[i]) == person) take(spec.kind, row.id);
        return services_.writer.apply(edit);
    }
    Result<ChangeSet> remind()
    {
        return SetReminder(services_).run({.person = somebody(),
                                           .due = std::chrono::floor<std::chrono::days>(machine_.clock().now())
                                               + std::chrono::days{dice_.between(1, 30)},
                                           .reason = "call again",
                                           .rrule = dice_.chance(30) ? "FREQ=WEEKLY" : ""});
    }
    Result<ChangeSet> contact()
    {
        return AddContactPoint(services_).run(somebody(), ContactKind::Email,
                                              "b" + std::to_string(dice_.between(1, 9)) + "@example.org");
    }
    Result<ChangeSet> pay()
    {
        Edit edit{.command = CommandKind::EditPay};
        RowEdit& row = edit.put(Kind::PayExpectation, services_.ids.make());
        row.fields = {{pay_expectation::person, somebody()}, {pay_expectation::amount, textValue("70 000")}};
        row.space = space();
        return services_.writer.apply(edit);
    }
    /// Many rows as one command from one source.
    Result<ChangeSet> import()
    {
        Edit edit{.command = CommandKind::Import, .subject = "people.csv", .source = {.origin = "csv"}};
        for (int i = 0; i < 12; ++i)
            edit.put(Kind::Person, services_.ids.make()).fields = {{person::name, textValue(dice_.oneOf(kNames))}};
        edit.put(Kind::Person, somebody()).fields = {{person::about, textValue(dice_.oneOf(kWords))}};
        return services_.writer.apply(edit);
    }
    Result<ChangeSet> settle()
    {
        Edit edit{.command = CommandKind::SettleConflict};
        edit.put(Kind::Conflict, oneOf(Kind::Conflict)).fields = {
            {conflict::state, enumValue(ConflictState::Dismissed)}};
        if (edit.rows.front().id.isNil()) return ChangeSet{};
        return services_.writer.apply(edit);
    }

    Machine& machine_;
    Dice& dice_;
    Services& services_;
    std::vector<Id> people_;
};

}  // namespace

Deed doSomething(Machine& machine, Dice& dice)
{
    return Hands(machine, dice).act();
}

}  // namespace kith::simulation
