// The declarative table of entity kinds and their fields. SQL, undo, sync, export, erasure and conflict screens are
// driven by it: adding a field is one line here plus a migration.
#pragma once

#include <kith/domain/vocabulary.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace kith {

/// Kinds of replicated rows. The numbers are stored and travel: never renumber, only append.
enum class Kind : std::uint8_t {
    Space = 1,
    Person = 2,
    Organisation = 3,
    Area = 4,
    Affiliation = 5,
    ContactPoint = 6,
    Tie = 7,
    Interaction = 8,
    Participant = 9,
    Reminder = 10,
    Skill = 11,
    PersonSkill = 12,
    Tag = 13,
    PersonTag = 14,
    Conflict = 15,  ///< a value that lost against a concurrent one; made by the server, kept until somebody settles it
    PayExpectation = 16,  ///< of a person, in a space of its own choosing
    SamePerson = 17,  ///< two people turned out to be one: see same_person.h
    SavedSearch = 18,  ///< a query with a name, in the space of whoever shall see it
    Alias = 19,  ///< names that mean the same title or skill: see usecases/aliases.h
    Pool = 20,  ///< a lasting group of people
    PoolMember = 21,
    Pipeline = 22,
    Stage = 23,  ///< of a pipeline
    Placement = 24,  ///< a person in a pipeline, and where they are in it now
    Move = 25,  ///< what a placement went through: written once, never changed
};

/// Position of a field in its kind's list; at most 30 fields a kind (stamps keep them as bits). Never reorder.
using FieldIndex = std::uint8_t;

// g++ 12 holds that a scoped enumerator shadows the types Date and Instant of the same name; it does not.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
enum class Type : std::uint8_t { Text, Integer, Real, Date, Instant, Enum, Flags, Reference };
#pragma GCC diagnostic pop

/// How two concurrent edits of the field become one (sync.md, "What merges how").
enum class Merge : std::uint8_t {
    LastWriter,  ///< by hybrid clock
    Immutable,  ///< set once, with the row
    Protective,  ///< the larger value wins
};

/// Who should be careful with it: erasure, export and small-group rules go by this.
enum class Sensitivity : std::uint8_t {
    Ordinary,  ///< says nothing about a person by itself
    Personal,  ///< identifies or describes a person
    Confiding,  ///< a person's own words, or ours about them
};

struct FieldSpec {
    std::string_view name;  ///< column name and JSON key on the wire
    Type type = Type::Text;
    Merge merge = Merge::LastWriter;
    Sensitivity sensitivity = Sensitivity::Personal;
    std::optional<Kind> references{};  ///< for Type::Reference
    std::span<const Word> (*words)() = nullptr;  ///< for Type::Enum and Type::Flags
    /// Fields of a kind with the same number other than 0 make sense only together and share one clock.
    std::uint8_t together = 0;
    /// For a reference: the row belongs to what it points to, and is made in the same space.
    bool owner = false;
};

struct KindSpec {
    Kind kind;
    std::string_view table;
    std::span<const FieldSpec> fields;
};

[[nodiscard]] std::span<const KindSpec> allKinds();
/// The description of a kind; aborts on a number that is none (callers validate what comes from outside).
[[nodiscard]] const KindSpec& specOf(Kind kind);
/// The kind that a number from outside stands for; nothing for one that a newer version may know.
[[nodiscard]] std::optional<Kind> kindNumbered(std::int64_t number);
[[nodiscard]] std::optional<FieldIndex> fieldNamed(Kind kind, std::string_view name);

namespace space {
enum : FieldIndex { name, kind };
}
namespace person {
enum : FieldIndex { name, given, family, facets, city, about, approach, approach_reason, approach_until };
}
namespace organisation {
enum : FieldIndex { name, website, city };
}
namespace area {
enum : FieldIndex { name, parent };
}
namespace affiliation {
enum : FieldIndex { person, organisation, area, role, since, until };
}
namespace contact_point {
enum : FieldIndex { person, kind, value, label };
}
namespace tie {
enum : FieldIndex { a, b, kind, strength, since, note };
}
namespace interaction {
enum : FieldIndex { at, channel, direction, depth, minutes, text };
}
namespace participant {
enum : FieldIndex { interaction, person };
}
namespace reminder {
enum : FieldIndex {
    person,
    kind,
    reason,
    due,
    rrule,
    assignee,
    state,
    done_at,
    snoozed_from,
    snooze_reason,
    interaction
};
}
namespace skill {
enum : FieldIndex { name };
}
namespace person_skill {
enum : FieldIndex { person, skill, level, evidence, observed_by, observed_on };
}
namespace tag {
enum : FieldIndex { name };
}
namespace person_tag {
enum : FieldIndex { person, tag };
}
namespace conflict {
/// `row_kind`, `row` and `field` say where; `lost` and `kept` are the values as the wire writes them (JSON).
enum : FieldIndex { row_kind, row, field, lost, kept, lost_by, lost_at, kept_by, state };
}  // namespace conflict
namespace pay_expectation {
enum : FieldIndex { person, amount, stated_on };
}
namespace same_person {
/// `person` is merged into `into`. `before` says what the merge wrote into the latter's fields (merge_people.h).
enum : FieldIndex { person, into, before };
}  // namespace same_person
namespace saved_search {
/// `query` is text of the search language (search/parse.h).
enum : FieldIndex { name, query };
}  // namespace saved_search
namespace alias {
/// `what` is an AliasKind; `names` have " = " between them, and none are left where the names do not count; `replaces`
/// is the first name, folded, of the group of Kith's own that this one stands instead of.
enum : FieldIndex { what, names, replaces };
}  // namespace alias
namespace pool {
enum : FieldIndex { name, purpose, owner };
}
namespace pool_member {
enum : FieldIndex { person, pool, reason, since };
}
namespace pipeline {
enum : FieldIndex { name, purpose, owner };
}
namespace stage {
/// Stages stand in the order of `position`, of equal ones by id; somebody is idle in one after `idle_days`, never for
/// 0.
enum : FieldIndex { name, pipeline, position, idle_days };
}  // namespace stage
namespace placement {
/// `stage` stays the last one when somebody leaves; `since` and `reason` are of the latest move.
enum : FieldIndex { person, pipeline, stage, since, state, reason, assignee };
}  // namespace placement
namespace move {
/// `from_stage` is nothing for who enters and for whose stage was deleted before, `to_stage` for who leaves; `state` is
/// that of the placement afterwards.
enum : FieldIndex { placement, from_stage, to_stage, at, state, reason, moved_by };
}  // namespace move

}  // namespace kith
