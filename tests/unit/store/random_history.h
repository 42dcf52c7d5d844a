// Random histories of a workspace, for properties that hold whatever happened.
#pragma once

#include <kith/support/temp_workspace.h>

#include <algorithm>
#include <gtest/gtest.h>
#include <map>
#include <rapidcheck/gtest.h>

namespace kith::test {

/// Any of the numbers, also in the first cases, for which RapidCheck would choose small ones.
template <class T>
[[nodiscard]] T between(T least, T past)
{
    return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<T>(least, past));
}

[[nodiscard]] inline std::size_t pick(std::size_t count)
{
    return between<std::size_t>(0, count);
}

template <class T>
[[nodiscard]] T oneOf(std::initializer_list<T> values)
{
    return *(values.begin() + pick(values.size()));
}

/// A workspace to which things happen at random: rows made, changed, removed and brought back, singly and together.
class History {
public:
    void happen()
    {
        switch (pick(12)) {
        case 0: (void)w.workspace().undo(); break;
        case 1: (void)w.workspace().redo(); break;
        case 2:
            if (!batches_.empty()) (void)w.workspace().revert(batches_[pick(batches_.size())]);
            break;
        default: command();
        }
        w.clock.advance(std::chrono::minutes{between(0, 200'000)});
    }

    /// Nobody when nobody is there.
    std::optional<Id> eraseSomebody()
    {
        const Id person = some({}, Kind::Person);
        if (person.isNil() || !w.workspace().erase(person)) return {};
        return person;
    }

    TempWorkspace w;

private:
    void command()
    {
        Edit edit{.command = pick(3) == 0 ? CommandKind::Import : CommandKind::EditPerson, .subject = "history"};
        const std::size_t rows = 1 + pick(5);
        for (std::size_t i = 0; i < rows; ++i) addRow(edit);
        const auto done = w.workspace().apply(edit);
        // A reference to what the same edit removes is refused; then nothing happened.
        if (done && edit.command == CommandKind::Import) batches_.push_back(done->command);
        if (done)
            for (const RowEdit& row : edit.rows)
                if (std::ranges::find(known_[row.kind], row.id) == known_[row.kind].end())
                    known_[row.kind].push_back(row.id);
    }

    void addRow(Edit& edit)
    {
        static constexpr std::array kKinds = {
            Kind::Person,      Kind::Person,      Kind::Affiliation, Kind::Affiliation, Kind::ContactPoint,
            Kind::PersonSkill, Kind::Interaction, Kind::Participant, Kind::Participant, Kind::Organisation,
            Kind::Skill,       Kind::SamePerson,  Kind::Area,        Kind::Tag,         Kind::PersonTag,
            Kind::Pool,        Kind::PoolMember,  Kind::Pipeline,    Kind::Stage,       Kind::Placement,
            Kind::Placement};
        const Kind kind = kKinds.at(pick(kKinds.size()));
        const auto& known = known_[kind];
        const Id old = known.empty() ? Id{} : known[pick(known.size())];
        if (!old.isNil() && pick(3) == 0) {
            if (pick(2) == 0) edit.remove(kind, old);
            else edit.put(kind, old).fields = changes(edit, kind);
            return;
        }
        RowEdit row{.kind = kind, .id = w.ids.make(), .fields = owners(edit, kind), .fresh = pick(2) == 0};
        std::ranges::move(changes(edit, kind), std::back_inserter(row.fields));
        edit.rows.push_back(std::move(row));
    }

    using Fields = std::vector<std::pair<FieldIndex, Value>>;

    Fields owners(const Edit& edit, Kind kind)
    {
        switch (kind) {
        case Kind::Affiliation: return {{affiliation::person, idValue(some(edit, Kind::Person))}};
        case Kind::ContactPoint:
            return {{contact_point::person, idValue(some(edit, Kind::Person))},
                    {contact_point::kind, enumValue(ContactKind::Handle)}};
        case Kind::PersonSkill:
            return {{person_skill::person, idValue(some(edit, Kind::Person))},
                    {person_skill::skill, idValue(some(edit, Kind::Skill))}};
        case Kind::PersonTag:
            return {{person_tag::person, idValue(some(edit, Kind::Person))},
                    {person_tag::tag, idValue(some(edit, Kind::Tag))}};
        case Kind::PoolMember:
            return {{pool_member::person, idValue(some(edit, Kind::Person))},
                    {pool_member::pool, idValue(some(edit, Kind::Pool))}};
        case Kind::Stage: return {{stage::pipeline, idValue(some(edit, Kind::Pipeline))}};
        case Kind::Placement:
            return {{placement::person, idValue(some(edit, Kind::Person))},
                    {placement::pipeline, idValue(some(edit, Kind::Pipeline))}};
        case Kind::SamePerson:
            return {{same_person::person, idValue(some(edit, Kind::Person))},
                    {same_person::into, idValue(some(edit, Kind::Person))}};
        case Kind::Participant:
            return {{participant::interaction, idValue(some(edit, Kind::Interaction))},
                    {participant::person, idValue(some(edit, Kind::Person))}};
        default: return {};
        }
    }

    Fields changes(const Edit& edit, Kind kind)
    {
        const auto word = [] { return textValue(oneOf<std::string>({"Anaïs", "ben", "Cem", "Дарья", ""})); };
        switch (kind) {
        case Kind::Person:
            return {{person::name, word()},
                    {person::city, word()},
                    {person::about, word()},
                    {person::facets, std::int64_t{oneOf({1, 2, 3})}}};
        case Kind::Organisation: return {{organisation::name, word()}};
        case Kind::Area: return {{area::name, word()}, {area::parent, idValue(some(edit, Kind::Area))}};
        case Kind::Tag: return {{tag::name, word()}};
        case Kind::Pool: return {{pool::name, word()}};
        case Kind::Pipeline: return {{pipeline::name, word()}};
        case Kind::Stage: return {{stage::name, word()}};
        case Kind::Placement:
            return {
                {placement::stage, idValue(some(edit, Kind::Stage))},
                {placement::state,
                 enumValue(oneOf({PlacementState::Active, PlacementState::Left, PlacementState::SilverMedallist}))}};
        case Kind::Skill: return {{skill::name, word()}};
        case Kind::ContactPoint: return {{contact_point::value, word()}};
        case Kind::Affiliation:
            return {{affiliation::organisation, idValue(some(edit, Kind::Organisation))},
                    {affiliation::area, idValue(some(edit, Kind::Area))},
                    {affiliation::role, word()},
                    {affiliation::since, pick(2) == 0 ? Value{} : Value{std::int64_t{oneOf({10, 20})}}},
                    {affiliation::until, pick(3) == 0 ? Value{std::int64_t{30}} : Value{}}};
        case Kind::Interaction:
            return {{interaction::at, instantValue(w.clock.now() - std::chrono::hours{between(-500, 30'000)})},
                    {interaction::channel, enumValue(oneOf({Channel::Meeting, Channel::Call, Channel::Note}))},
                    {interaction::direction,
                     enumValue(oneOf({Direction::In, Direction::Out, Direction::Both, Direction::Broadcast}))},
                    {interaction::depth, enumValue(oneOf({Depth::Hello, Depth::Exchange, Depth::Conversation}))},
                    {interaction::text, word()}};
        default: return {};
        }
    }

    /// A row of a kind that something may refer to, here or in the edit; nil when there is none.
    Id some(const Edit& edit, Kind kind)
    {
        std::vector<Id> rows;
        for (const Id& id : known_[kind])
            if (const auto row = w.reader().row(kind, id); row && !row->removed) rows.push_back(id);
        for (const RowEdit& row : edit.rows)
            if (row.kind == kind) rows.push_back(row.id);
        return rows.empty() ? Id{} : rows[pick(rows.size())];
    }

    std::map<Kind, std::vector<Id>> known_;
    std::vector<std::int64_t> batches_;
};

}  // namespace kith::test
