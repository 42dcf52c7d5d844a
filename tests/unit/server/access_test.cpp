// The access table: everything that somebody in a role may try with a row of each kind, against what mayDo says.
#include "on_both.h"

#include <kith/sync/wire.h>

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace kith {
namespace {

using namespace server_support;
using sync::Action;
using sync::Outcome;
using sync::Rights;
using sync::Role;

/// What the space of the row is to the one who tries.
enum class Relation : std::uint8_t { Reads, Writes, Manages, OtherSpace, Revoked, MovedAway };

constexpr std::array kRelations = {Relation::Reads,      Relation::Writes,  Relation::Manages,
                                   Relation::OtherSpace, Relation::Revoked, Relation::MovedAway};
constexpr std::array<std::string_view, 6> kRelationWords = {"Reads",      "Writes",  "Manages",
                                                            "OtherSpace", "Revoked", "MovedAway"};
constexpr std::string_view kSecret = "their-own-words";

struct Case {
    On on;
    Role role;
    Relation relation;
};

void PrintTo(const Case& one, std::ostream* out)
{
    *out << nameOf(one.on) << ' ' << wordOf(one.role) << ' '
         << kRelationWords.at(static_cast<std::size_t>(one.relation));
}

Rights rightsFor(Relation relation)
{
    switch (relation) {
    case Relation::Reads: return Rights::Read;
    case Relation::Writes: return Rights::Write;
    case Relation::Manages: return Rights::Manage;
    case Relation::OtherSpace:
    case Relation::Revoked:
    case Relation::MovedAway: return Rights::None;
    }
    return Rights::None;
}

bool isMadeByPeople(Kind kind)
{
    return kind != Kind::Space && kind != Kind::Conflict;
}

/// A manager's space with a row of every kind in it, and somebody in a role who tries things.
class Scene {
public:
    explicit Scene(const Case& one)
        : bed(one.on),
          relation(one.relation),
          owner(bed, bed.enrol("owner", Role::Recruiter)),
          other(bed.enrol("other", one.role)),
          space(bed.makeSpace(owner.member(), "theirs")),
          elsewhere(bed.makeSpace(owner.member(), "elsewhere"))
    {
        bed.grant(owner.member(), other, elsewhere, Rights::Write);
        if (relation == Relation::Revoked || relation == Relation::MovedAway)
            bed.grant(owner.member(), other, space, Rights::Write);
        else if (rightsFor(relation) != Rights::None) bed.grant(owner.member(), other, space, rightsFor(relation));
        person = owner.make(Kind::Person, space, {{person::name, std::string(kSecret)}});
        talk = owner.make(Kind::Interaction, space, {{interaction::text, std::string(kSecret)}});
        for (const KindSpec& spec : allKinds())
            if (isMadeByPeople(spec.kind))
                for (const Action action : {Action::Change, Action::Remove, Action::Move})
                    rows[{spec.kind, action}] = owner.make(spec.kind, space, fieldsOf(spec));
        owner.push();
        if (relation == Relation::Revoked) bed.revoke(owner.member(), other, space);
        if (relation == Relation::MovedAway) {
            // The reader has seen the rows before they left.
            static_cast<void>(must(bed.server().pull(other.tokens.access, {}, {})));
            const Id hidden = bed.makeSpace(owner.member(), "hidden");
            owner.move(person, hidden);
            owner.move(talk, hidden);
            for (const auto& [key, row] : rows) owner.move(row, hidden);
            owner.push();
        }
    }

    [[nodiscard]] std::vector<std::pair<FieldIndex, Value>> fieldsOf(const KindSpec& spec) const
    {
        std::vector<std::pair<FieldIndex, Value>> fields;
        for (std::size_t i = 0; i < spec.fields.size(); ++i) {
            const auto at = static_cast<FieldIndex>(i);
            const FieldSpec& field = spec.fields[i];
            if (field.owner) fields.emplace_back(at, *field.references == Kind::Person ? person : talk);
            else if (field.type == Type::Text) fields.emplace_back(at, std::string(kSecret));
        }
        return fields;
    }

    /// A field that may change.
    [[nodiscard]] static std::optional<FieldIndex> changeable(const KindSpec& spec)
    {
        for (std::size_t i = 0; i < spec.fields.size(); ++i)
            if (spec.fields[i].merge == Merge::LastWriter && spec.fields[i].type != Type::Reference)
                return static_cast<FieldIndex>(i);
        return std::nullopt;
    }

    sync::OperationResult attempt(const KindSpec& spec, Action action, const Id& row)
    {
        bed.clock().advance(std::chrono::milliseconds(10));
        const auto now = static_cast<std::uint64_t>(bed.clock().now().time_since_epoch().count());
        const sync::Written by{.time = HybridTime::of(now, 0), .device = other.tokens.device};
        sync::Operation operation{.seq = ++seq, .patch = {.kind = spec.kind, .id = row}};
        switch (action) {
        case Action::Create:
            operation.patch.placing = {.space = space, .by = by};
            operation.patch.presence = {.here = true, .by = by};
            operation.patch.groups.push_back({.by = by, .fields = fieldsOf(spec)});
            break;
        case Action::Remove: operation.patch.presence = {.here = false, .by = by, .saw = by.time}; break;
        case Action::Move: operation.patch.placing = {.space = elsewhere, .by = by}; break;
        case Action::Change:
        case Action::Read: {
            const FieldIndex field = changeable(spec).value();
            Value value = spec.fields[field].type == Type::Text ? Value{std::string("mine")} : Value{std::int64_t{1}};
            if (spec.fields[field].type == Type::Real) value = 0.5;
            operation.seen.push_back({.field = field, .time = by.time});
            operation.patch.groups.push_back({.by = by, .fields = {{field, std::move(value)}}});
            break;
        }
        }
        return must(bed.server().push(other.tokens.access, {.operations = {operation}}, {})).results.at(0);
    }

    Bed bed;
    Relation relation;
    Replica owner;
    Member other;
    Id space;
    Id elsewhere;
    Id person;
    Id talk;
    std::map<std::pair<Kind, Action>, Id> rows;
    std::int64_t seq = 0;
};

class AccessTable : public testing::TestWithParam<Case> { };

TEST_P(AccessTable, LetsThroughWhatItSaysAndNothingElse)
{
    Scene scene(GetParam());
    const Rights rights = rightsFor(scene.relation);
    const auto may = [&](Kind kind, Action action) { return sync::mayDo(GetParam().role, rights, kind, action); };
    for (const KindSpec& spec : allKinds()) {
        for (const Action action : {Action::Create, Action::Change, Action::Move, Action::Remove}) {
            if (action != Action::Create && !isMadeByPeople(spec.kind)) continue;
            if (action == Action::Create && scene.relation == Relation::MovedAway) continue;
            if (action == Action::Change && !Scene::changeable(spec)) continue;
            SCOPED_TRACE(fmt::format("{} {}", spec.table, static_cast<int>(action)));
            bool expected = may(spec.kind, action);
            if (action == Action::Move)
                expected = expected && sync::mayDo(GetParam().role, Rights::Write, spec.kind, action);
            const bool creates = action == Action::Create;
            const Id asked = creates ? scene.bed.newId() : scene.rows.at({spec.kind, action});
            const auto result = scene.attempt(spec, action, asked);
            EXPECT_EQ(result.outcome, expected ? Outcome::Applied : Outcome::Rejected) << result.reason;
            if (expected || rights >= Rights::Read || creates) continue;
            // Not to be told from a row that never was; each answer names the row that was asked for.
            const Id nobodys = scene.bed.newId();
            auto unknown = scene.attempt(spec, action, nobodys);
            EXPECT_EQ(unknown.missing, nobodys);
            EXPECT_EQ(result.missing, asked);
            unknown.missing = result.missing;
            unknown.seq = result.seq;
            EXPECT_EQ(sync::toJson(sync::PushReply{{result}}), sync::toJson(sync::PushReply{{unknown}}));
        }
    }
}

TEST_P(AccessTable, GivesAwayNoByteOfWhatMayNotBeRead)
{
    Scene scene(GetParam());
    server::Server& server = scene.bed.server();
    const sync::Token& token = scene.other.tokens.access;
    std::string said;
    const auto hear = [&](const auto& answer) {
        if (answer) sync::write(said, *answer);
        else sync::write(said, answer.error());
    };
    hear(server.hello(token, {}, {}));
    hear(server.pull(token, {}, {}));
    hear(server.snapshot(token, {.space = scene.space}, {}));
    hear(server.verify(token, {.cursor = "", .sums = {{.space = scene.space, .rows = 1}}}, {}));
    hear(server.devices(token, {}));
    hear(server.team(token, {}));
    using What = sync::Command::What;
    hear(server.command(token, {.what = What::RenameSpace, .space = scene.space, .name = "mine"}, {}));
    hear(server.command(token, {.what = What::Erase, .subject = scene.person}, {}));
    hear(server.command(token, {.what = What::MakeSpace, .space = scene.space, .name = "mine"}, {}));
    const auto owners = server.snapshot(scene.owner.token(), {.space = scene.space}, {});
    ASSERT_TRUE(owners);
    const auto part = server.part(token, {.snapshot = owners->snapshot, .index = 0}, {});
    const bool reads = rightsFor(scene.relation) >= Rights::Read;
    // Of a space that rows have left the reader still sees the space, and nothing of the rows.
    const bool seesSpace = reads || scene.relation == Relation::MovedAway;
    EXPECT_EQ(part.has_value(), seesSpace && !owners->parts.empty());
    EXPECT_EQ(said.find(kSecret) != std::string::npos, reads);
    if (reads) return;
    EXPECT_EQ(said.find(scene.person.toString()), std::string::npos);
    for (const auto& [key, row] : scene.rows) EXPECT_EQ(said.find(row.toString()), std::string::npos);
    EXPECT_EQ(said.find("theirs\"") != std::string::npos, seesSpace);
    EXPECT_EQ(said.find("hidden"), std::string::npos);
}

std::vector<Case> allCases()
{
    std::vector<Case> cases;
    for (const On on : {On::Sqlite, On::Postgres})
        for (const Role role : sync::kRoles)
            for (const Relation relation : kRelations) cases.push_back({on, role, relation});
    return cases;
}

std::string nameOfCase(const testing::TestParamInfo<Case>& info)
{
    std::string role(wordOf(info.param.role));
    std::erase(role, '-');
    return nameOf(info.param.on) + '_' + role + '_'
        + std::string(kRelationWords.at(static_cast<std::size_t>(info.param.relation)));
}

INSTANTIATE_TEST_SUITE_P(All, AccessTable, testing::ValuesIn(allCases()), nameOfCase);

}  // namespace
}  // namespace kith
