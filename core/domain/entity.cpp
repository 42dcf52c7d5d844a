#include <kith/domain/entity.h>

#include <algorithm>
#include <cstdlib>

namespace kith {

namespace {

using enum Type;
using enum Merge;
using enum Sensitivity;

constexpr FieldSpec kSpace[] = {
    {.name = "name", .sensitivity = Ordinary},
    {.name = "kind", .type = Enum, .merge = Immutable, .sensitivity = Ordinary, .words = &wordsOf<SpaceKind>},
};
constexpr FieldSpec kPerson[] = {
    {.name = "name"},
    {.name = "given"},
    {.name = "family"},
    {.name = "facets", .type = Flags, .sensitivity = Ordinary, .words = &wordsOf<Facet>},
    {.name = "city"},
    {.name = "about", .sensitivity = Confiding},
    {.name = "approach",
     .type = Enum,
     .merge = Protective,
     .sensitivity = Confiding,
     .words = &wordsOf<Approach>,
     .together = 1},
    {.name = "approach_reason", .sensitivity = Confiding, .together = 1},
    {.name = "approach_until", .type = Date, .sensitivity = Confiding, .together = 1},
};
constexpr FieldSpec kOrganisation[] = {
    {.name = "name", .sensitivity = Ordinary},
    {.name = "website", .sensitivity = Ordinary},
    {.name = "city", .sensitivity = Ordinary},
};
constexpr FieldSpec kArea[] = {
    {.name = "name", .sensitivity = Ordinary},
    {.name = "parent", .type = Reference, .sensitivity = Ordinary, .references = Kind::Area},
};
constexpr FieldSpec kAffiliation[] = {
    {.name = "person", .type = Reference, .merge = Immutable, .references = Kind::Person, .owner = true},
    {.name = "organisation", .type = Reference, .references = Kind::Organisation},
    {.name = "area", .type = Reference, .references = Kind::Area},
    {.name = "role"},
    {.name = "since", .type = Date},
    {.name = "until", .type = Date},
};
constexpr FieldSpec kContactPoint[] = {
    {.name = "person", .type = Reference, .merge = Immutable, .references = Kind::Person, .owner = true},
    {.name = "kind", .type = Enum, .merge = Immutable, .words = &wordsOf<ContactKind>},
    {.name = "value"},
    {.name = "label"},
};
constexpr FieldSpec kTie[] = {
    {.name = "a", .type = Reference, .merge = Immutable, .references = Kind::Person, .owner = true},
    {.name = "b", .type = Reference, .merge = Immutable, .references = Kind::Person},
    {.name = "kind", .type = Enum, .words = &wordsOf<TieKind>},
    {.name = "strength", .type = Real},
    {.name = "since", .type = Date},
    {.name = "note", .sensitivity = Confiding},
};
constexpr FieldSpec kInteraction[] = {
    {.name = "at", .type = Instant},
    {.name = "channel", .type = Enum, .words = &wordsOf<Channel>},
    {.name = "direction", .type = Enum, .words = &wordsOf<Direction>},
    {.name = "depth", .type = Enum, .words = &wordsOf<Depth>},
    {.name = "minutes", .type = Integer},
    {.name = "text", .sensitivity = Confiding},
};
constexpr FieldSpec kParticipant[] = {
    {.name = "interaction", .type = Reference, .merge = Immutable, .references = Kind::Interaction, .owner = true},
    {.name = "person", .type = Reference, .merge = Immutable, .references = Kind::Person},
};
constexpr FieldSpec kReminder[] = {
    {.name = "person", .type = Reference, .merge = Immutable, .references = Kind::Person, .owner = true},
    {.name = "kind", .type = Enum, .words = &wordsOf<ReminderKind>},
    {.name = "reason", .sensitivity = Confiding},
    {.name = "due", .type = Date, .together = 1},
    {.name = "rrule"},
    {.name = "assignee", .type = Reference, .references = Kind::Person},
    {.name = "state", .type = Enum, .words = &wordsOf<ReminderState>, .together = 1},
    {.name = "done_at", .type = Instant, .together = 1},
    {.name = "snoozed_from", .type = Date, .together = 1},
    {.name = "snooze_reason", .sensitivity = Confiding, .together = 1},
    {.name = "interaction", .type = Reference, .references = Kind::Interaction},
};
constexpr FieldSpec kSkill[] = {
    {.name = "name", .sensitivity = Ordinary},
};
constexpr FieldSpec kPersonSkill[] = {
    {.name = "person", .type = Reference, .merge = Immutable, .references = Kind::Person, .owner = true},
    {.name = "skill", .type = Reference, .merge = Immutable, .references = Kind::Skill},
    {.name = "level", .type = Enum, .words = &wordsOf<SkillLevel>},
    {.name = "evidence", .type = Enum, .words = &wordsOf<Evidence>},
    {.name = "observed_by", .type = Reference, .references = Kind::Person},
    {.name = "observed_on", .type = Date},
};
constexpr FieldSpec kTag[] = {
    {.name = "name", .sensitivity = Ordinary},
};
constexpr FieldSpec kPersonTag[] = {
    {.name = "person", .type = Reference, .merge = Immutable, .references = Kind::Person, .owner = true},
    {.name = "tag", .type = Reference, .merge = Immutable, .references = Kind::Tag},
};

constexpr FieldSpec kConflict[] = {
    {.name = "row_kind", .type = Integer, .merge = Immutable, .sensitivity = Ordinary},
    {.name = "row", .type = Reference, .merge = Immutable},
    {.name = "field", .merge = Immutable, .sensitivity = Ordinary},
    {.name = "lost", .merge = Immutable, .sensitivity = Confiding},
    {.name = "kept", .merge = Immutable, .sensitivity = Confiding},
    {.name = "lost_by", .merge = Immutable},
    {.name = "lost_at", .type = Instant, .merge = Immutable, .sensitivity = Ordinary},
    {.name = "kept_by", .merge = Immutable},
    {.name = "state", .type = Enum, .sensitivity = Ordinary, .words = &wordsOf<ConflictState>},
};
constexpr FieldSpec kPayExpectation[] = {
    {.name = "person", .type = Reference, .merge = Immutable, .references = Kind::Person, .owner = true},
    {.name = "amount", .sensitivity = Confiding},
    {.name = "stated_on", .type = Date, .sensitivity = Confiding},
};
// It belongs to the person who is shown, because it holds what their fields said before.
constexpr FieldSpec kSamePerson[] = {
    {.name = "person", .type = Reference, .merge = Immutable, .references = Kind::Person},
    {.name = "into", .type = Reference, .merge = Immutable, .references = Kind::Person, .owner = true},
    {.name = "before", .merge = Immutable, .sensitivity = Confiding},
};
// Each with a clock of its own: who renames a search does not take back what a colleague made of its query.
constexpr FieldSpec kSavedSearch[] = {
    {.name = "name", .sensitivity = Ordinary},
    {.name = "query"},
};
constexpr FieldSpec kAlias[] = {
    {.name = "what", .type = Enum, .merge = Immutable, .sensitivity = Ordinary, .words = &wordsOf<AliasKind>},
    {.name = "names", .sensitivity = Ordinary},
    {.name = "replaces", .merge = Immutable, .sensitivity = Ordinary},
};

constexpr FieldSpec kPool[] = {
    {.name = "name", .sensitivity = Ordinary},
    {.name = "purpose", .sensitivity = Ordinary},
    {.name = "owner", .type = Reference, .references = Kind::Person},
};
// With the person and not with the pool: why somebody is in it is about them, and goes where they go.
constexpr FieldSpec kPoolMember[] = {
    {.name = "person", .type = Reference, .merge = Immutable, .references = Kind::Person, .owner = true},
    {.name = "pool", .type = Reference, .merge = Immutable, .references = Kind::Pool},
    {.name = "reason", .sensitivity = Confiding},
    {.name = "since", .type = Date},
};
constexpr FieldSpec kPipeline[] = {
    {.name = "name", .sensitivity = Ordinary},
    {.name = "purpose", .sensitivity = Ordinary},
    {.name = "owner", .type = Reference, .references = Kind::Person},
};
constexpr FieldSpec kStage[] = {
    {.name = "name", .sensitivity = Ordinary},
    {.name = "pipeline",
     .type = Reference,
     .merge = Immutable,
     .sensitivity = Ordinary,
     .references = Kind::Pipeline,
     .owner = true},
    {.name = "position", .type = Real, .sensitivity = Ordinary},
    {.name = "idle_days", .type = Integer, .sensitivity = Ordinary},
};
constexpr FieldSpec kPlacement[] = {
    {.name = "person", .type = Reference, .merge = Immutable, .references = Kind::Person, .owner = true},
    {.name = "pipeline", .type = Reference, .merge = Immutable, .references = Kind::Pipeline},
    {.name = "stage", .type = Reference, .references = Kind::Stage, .together = 1},
    {.name = "since", .type = Instant, .together = 1},
    {.name = "state", .type = Enum, .words = &wordsOf<PlacementState>, .together = 1},
    {.name = "reason", .sensitivity = Confiding, .together = 1},
    {.name = "assignee", .type = Reference, .references = Kind::Person},
};
constexpr FieldSpec kMove[] = {
    {.name = "placement", .type = Reference, .merge = Immutable, .references = Kind::Placement, .owner = true},
    {.name = "from_stage", .type = Reference, .merge = Immutable, .references = Kind::Stage},
    {.name = "to_stage", .type = Reference, .merge = Immutable, .references = Kind::Stage},
    {.name = "at", .type = Instant, .merge = Immutable},
    {.name = "state", .type = Enum, .merge = Immutable, .words = &wordsOf<PlacementState>},
    {.name = "reason", .merge = Immutable, .sensitivity = Confiding},
    {.name = "moved_by", .type = Reference, .merge = Immutable, .references = Kind::Person},
};

constexpr KindSpec kKinds[] = {
    {Kind::Space, "space", kSpace},
    {Kind::Person, "person", kPerson},
    {Kind::Organisation, "organisation", kOrganisation},
    {Kind::Area, "area", kArea},
    {Kind::Affiliation, "affiliation", kAffiliation},
    {Kind::ContactPoint, "contact_point", kContactPoint},
    {Kind::Tie, "tie", kTie},
    {Kind::Interaction, "interaction", kInteraction},
    {Kind::Participant, "participant", kParticipant},
    {Kind::Reminder, "reminder", kReminder},
    {Kind::Skill, "skill", kSkill},
    {Kind::PersonSkill, "person_skill", kPersonSkill},
    {Kind::Tag, "tag", kTag},
    {Kind::PersonTag, "person_tag", kPersonTag},
    {Kind::Conflict, "conflict", kConflict},
    {Kind::PayExpectation, "pay_expectation", kPayExpectation},
    {Kind::SamePerson, "same_person", kSamePerson},
    {Kind::SavedSearch, "saved_search", kSavedSearch},
    {Kind::Alias, "alias", kAlias},
    {Kind::Pool, "pool", kPool},
    {Kind::PoolMember, "pool_member", kPoolMember},
    {Kind::Pipeline, "pipeline", kPipeline},
    {Kind::Stage, "stage", kStage},
    {Kind::Placement, "placement", kPlacement},
    {Kind::Move, "move", kMove},
};

static_assert(std::ranges::all_of(kKinds, [](const KindSpec& spec) { return spec.fields.size() <= 30; }));

}  // namespace

std::span<const KindSpec> allKinds()
{
    return kKinds;
}

std::optional<Kind> kindNumbered(std::int64_t number)
{
    if (number < 1 || number > std::ssize(kKinds)) return std::nullopt;
    return static_cast<Kind>(number);
}

const KindSpec& specOf(Kind kind)
{
    const auto number = static_cast<std::uint8_t>(kind);
    if (!kindNumbered(number)) std::abort();
    return kKinds[number - 1];
}

std::optional<FieldIndex> fieldNamed(Kind kind, std::string_view name)
{
    const auto fields = specOf(kind).fields;
    const auto found = std::ranges::find(fields, name, &FieldSpec::name);
    if (found == fields.end()) return std::nullopt;
    return static_cast<FieldIndex>(found - fields.begin());
}

}  // namespace kith
