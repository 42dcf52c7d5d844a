#include <kith/store/migrations.h>

#include <fmt/format.h>

namespace kith::store {

namespace {

using sqlite::Connection;

// What every replicated row has: a local number, its id, its space, the stamps of its fields (stamps.h), the server's
// revision last seen, and whether it is removed (a tombstone keeps its values, so that undo can bring it back).
// References between replicated rows are ids without a FOREIGN KEY: a row may legitimately point to one that this
// machine may not see. The applier checks references of local edits, `check` reports broken ones.
#define KITH_REPLICATED                                                                                                \
    "rid INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),"                                         \
    " space INTEGER NOT NULL DEFAULT 1, stamps BLOB NOT NULL, revision INTEGER,"                                       \
    " removed INTEGER NOT NULL DEFAULT 0 CHECK(removed IN (0, 1)),"

constexpr const char* kFirst = R"sql(
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE device (number INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE) STRICT;
CREATE TABLE source (number INTEGER PRIMARY KEY, origin TEXT NOT NULL, detail TEXT NOT NULL, as_of INTEGER NOT NULL,
                     UNIQUE (origin, detail, as_of)) STRICT;

CREATE TABLE command (number INTEGER PRIMARY KEY, kind INTEGER NOT NULL, subject TEXT NOT NULL, at INTEGER NOT NULL,
                      time INTEGER NOT NULL, source INTEGER NOT NULL REFERENCES source(number),
                      rows INTEGER NOT NULL, state INTEGER NOT NULL, changes BLOB) STRICT;
CREATE INDEX command_stack ON command(state, number);

CREATE TABLE outbox (first_seq INTEGER PRIMARY KEY, count INTEGER NOT NULL, command INTEGER NOT NULL,
                     time INTEGER NOT NULL, changes BLOB NOT NULL) STRICT;

CREATE TABLE person_summary (person INTEGER PRIMARY KEY, affiliation INTEGER, last_at INTEGER, held_by BLOB,
                             contacts REAL, mutual REAL, depth REAL, colleagues REAL) STRICT;
CREATE INDEX person_summary_last ON person_summary(last_at);
CREATE VIRTUAL TABLE person_text USING fts5(name, work, place, skills, contact,
    content='', contentless_delete=1, detail=none, prefix='1 2 3', tokenize='ascii');
)sql";

constexpr const char* kFirstReplicated[] = {
    "CREATE TABLE space (" KITH_REPLICATED " name TEXT, kind INTEGER) STRICT",
    "CREATE TABLE person (" KITH_REPLICATED " name TEXT, given TEXT, family TEXT, facets INTEGER, city TEXT,"
    " about TEXT, match_key TEXT) STRICT",
    "CREATE TABLE organisation (" KITH_REPLICATED " name TEXT, website TEXT, city TEXT, match_key TEXT) STRICT",
    "CREATE TABLE area (" KITH_REPLICATED " name TEXT, parent BLOB, match_key TEXT) STRICT",
    "CREATE TABLE affiliation (" KITH_REPLICATED " person BLOB, organisation BLOB, area BLOB, role TEXT,"
    " since INTEGER, until INTEGER) STRICT",
    "CREATE TABLE contact_point (" KITH_REPLICATED " person BLOB, kind INTEGER, value TEXT, label TEXT,"
    " match_key TEXT) STRICT",
    "CREATE TABLE tie (" KITH_REPLICATED " a BLOB, b BLOB, kind INTEGER, strength REAL, since INTEGER,"
    " note TEXT) STRICT",
    "CREATE TABLE interaction (" KITH_REPLICATED " at INTEGER, channel INTEGER, direction INTEGER, depth INTEGER,"
    " minutes INTEGER, text TEXT) STRICT",
    "CREATE TABLE participant (" KITH_REPLICATED " interaction BLOB, person BLOB) STRICT",
    "CREATE TABLE reminder (" KITH_REPLICATED " person BLOB, kind INTEGER, reason TEXT, due INTEGER, rrule TEXT,"
    " assignee BLOB, state INTEGER, done_at INTEGER, snoozed_from INTEGER, snooze_reason TEXT,"
    " interaction BLOB) STRICT",
    "CREATE TABLE skill (" KITH_REPLICATED " name TEXT, match_key TEXT) STRICT",
    "CREATE TABLE person_skill (" KITH_REPLICATED " person BLOB, skill BLOB, level INTEGER, evidence INTEGER,"
    " observed_by BLOB, observed_on INTEGER) STRICT",
    "CREATE TABLE tag (" KITH_REPLICATED " name TEXT, match_key TEXT) STRICT",
    "CREATE TABLE person_tag (" KITH_REPLICATED " person BLOB, tag BLOB) STRICT",

    // Names in order, for lists and for matching; only living rows.
    "CREATE INDEX person_name ON person(match_key) WHERE removed = 0",
    "CREATE INDEX organisation_name ON organisation(match_key) WHERE removed = 0",
    "CREATE INDEX area_name ON area(match_key) WHERE removed = 0",
    "CREATE INDEX skill_name ON skill(match_key) WHERE removed = 0",
    "CREATE INDEX tag_name ON tag(match_key) WHERE removed = 0",
    "CREATE INDEX contact_point_key ON contact_point(match_key, kind) WHERE removed = 0",
    // From a row to what refers to it.
    "CREATE INDEX area_parent ON area(parent) WHERE parent IS NOT NULL",
    "CREATE INDEX affiliation_person ON affiliation(person)",
    "CREATE INDEX affiliation_organisation ON affiliation(organisation) WHERE organisation IS NOT NULL",
    "CREATE INDEX affiliation_area ON affiliation(area) WHERE area IS NOT NULL",
    "CREATE INDEX contact_point_person ON contact_point(person)",
    "CREATE INDEX tie_a ON tie(a)",
    "CREATE INDEX tie_b ON tie(b)",
    "CREATE INDEX participant_interaction ON participant(interaction)",
    "CREATE INDEX participant_person ON participant(person)",
    "CREATE INDEX reminder_person ON reminder(person)",
    "CREATE INDEX reminder_assignee ON reminder(assignee) WHERE assignee IS NOT NULL",
    "CREATE INDEX reminder_interaction ON reminder(interaction) WHERE interaction IS NOT NULL",
    "CREATE INDEX reminder_due ON reminder(due) WHERE removed = 0 AND state = 0",
    "CREATE INDEX person_skill_person ON person_skill(person)",
    "CREATE INDEX person_skill_skill ON person_skill(skill)",
    "CREATE INDEX person_skill_observer ON person_skill(observed_by) WHERE observed_by IS NOT NULL",
    "CREATE INDEX person_tag_person ON person_tag(person)",
    "CREATE INDEX person_tag_tag ON person_tag(tag)",
    "CREATE INDEX interaction_at ON interaction(at) WHERE removed = 0",
};

// What sync needs: what a removal had seen, what came of the server's answers, and rights on spaces.
constexpr const char* kSecond = R"sql(
CREATE TABLE inbox (number INTEGER PRIMARY KEY, cursor TEXT NOT NULL, page BLOB NOT NULL) STRICT;
CREATE TABLE rejected (seq INTEGER PRIMARY KEY, kind INTEGER NOT NULL, row BLOB NOT NULL, reason TEXT NOT NULL,
                       at INTEGER NOT NULL, content TEXT NOT NULL) STRICT;
CREATE TABLE erased (id BLOB PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE space_sum (space INTEGER PRIMARY KEY, rows INTEGER NOT NULL, sum INTEGER NOT NULL) STRICT;
ALTER TABLE space ADD COLUMN rights INTEGER;
ALTER TABLE person ADD COLUMN approach INTEGER;
ALTER TABLE person ADD COLUMN approach_reason TEXT;
ALTER TABLE person ADD COLUMN approach_until INTEGER;
)sql";

constexpr const char* kReplicatedAtFirst[] = {
    "space",       "person",      "organisation", "area",  "affiliation",  "contact_point", "tie",
    "interaction", "participant", "reminder",     "skill", "person_skill", "tag",           "person_tag"};

constexpr const char* kSecondReplicated[] = {
    "CREATE TABLE conflict (" KITH_REPLICATED " saw INTEGER, row_kind INTEGER, row BLOB, field TEXT, lost TEXT,"
    " kept TEXT, lost_by TEXT, lost_at INTEGER, kept_by TEXT, state INTEGER) STRICT",
    "CREATE TABLE pay_expectation (" KITH_REPLICATED " saw INTEGER, person BLOB, amount TEXT,"
    " stated_on INTEGER) STRICT",
    "CREATE INDEX conflict_row ON conflict(row)",
    "CREATE INDEX conflict_open ON conflict(lost_at) WHERE removed = 0 AND state = 0",
    "CREATE INDEX pay_expectation_person ON pay_expectation(person)",
};

// Merges: the links, and what they come to (same_people.h).
constexpr const char* kFourth[] = {
    "CREATE TABLE same_person (" KITH_REPLICATED " saw INTEGER, person BLOB, \"into\" BLOB, \"before\" TEXT) STRICT",
    "CREATE INDEX same_person_person ON same_person(person)",
    "CREATE INDEX same_person_into ON same_person(\"into\")",
    "CREATE TABLE person_alias (person BLOB PRIMARY KEY, canonical BLOB NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE INDEX person_alias_canonical ON person_alias(canonical)",
};

// Few, and always read together: no index.
constexpr const char* kFifth =
    "CREATE TABLE saved_search (" KITH_REPLICATED " saw INTEGER, name TEXT, query TEXT) STRICT";
constexpr const char* kSixth =
    "CREATE TABLE alias (" KITH_REPLICATED " saw INTEGER, what INTEGER, names TEXT, replaces TEXT) STRICT";

// The search index, piece by piece, and who was touched since it was made (kept_search.h). Rows about people whom a
// later index is made of are old.
constexpr const char* kSeventh = R"sql(
CREATE TABLE kept_search (number INTEGER PRIMARY KEY, piece BLOB NOT NULL) STRICT;
CREATE TABLE behind_search (person INTEGER PRIMARY KEY, old INTEGER NOT NULL) STRICT;
)sql";

// For whoever has many contacts, what adds another to the sums of the summary (derived_contacts.cpp): which side spoke
// more, and when they last met each colleague. Both by row number.
constexpr const char* kEighth = R"sql(
ALTER TABLE person_summary ADD COLUMN lean REAL;
CREATE TABLE colleague_contact (person INTEGER, colleague INTEGER, last_at INTEGER NOT NULL,
                                PRIMARY KEY (person, colleague)) STRICT, WITHOUT ROWID;
CREATE INDEX colleague_contact_colleague ON colleague_contact(colleague);
)sql";

// Pools and pipelines. A person's rows by the person; those of a pool or pipeline by it, for counts and boards.
constexpr const char* kNinth[] = {
    "CREATE TABLE pool (" KITH_REPLICATED " saw INTEGER, name TEXT, purpose TEXT, owner BLOB) STRICT",
    "CREATE TABLE pool_member (" KITH_REPLICATED " saw INTEGER, person BLOB, pool BLOB, reason TEXT,"
    " since INTEGER) STRICT",
    "CREATE TABLE pipeline (" KITH_REPLICATED " saw INTEGER, name TEXT, purpose TEXT, owner BLOB) STRICT",
    "CREATE TABLE stage (" KITH_REPLICATED " saw INTEGER, pipeline BLOB, name TEXT, position REAL,"
    " idle_days INTEGER) STRICT",
    "CREATE TABLE placement (" KITH_REPLICATED " saw INTEGER, person BLOB, pipeline BLOB, stage BLOB, since INTEGER,"
    " state INTEGER, reason TEXT, assignee BLOB) STRICT",
    "CREATE TABLE move (" KITH_REPLICATED " saw INTEGER, placement BLOB, from_stage BLOB, to_stage BLOB, at INTEGER,"
    " state INTEGER, reason TEXT, moved_by BLOB) STRICT",
    "CREATE INDEX pool_member_person ON pool_member(person)",
    "CREATE INDEX pool_member_pool ON pool_member(pool)",
    "CREATE INDEX stage_pipeline ON stage(pipeline)",
    "CREATE INDEX placement_person ON placement(person)",
    "CREATE INDEX placement_pipeline ON placement(pipeline)",
    "CREATE INDEX placement_stage ON placement(stage)",
    "CREATE INDEX placement_assignee ON placement(assignee) WHERE assignee IS NOT NULL",
    "CREATE INDEX move_placement ON move(placement)",
};

#undef KITH_REPLICATED

Result<void> first(Connection& connection)
{
    KITH_CHECK(connection.script(kFirst));
    for (const char* statement : kFirstReplicated) KITH_CHECK(connection.run(statement));
    // Application id: see migrations.h.
    return connection.script("PRAGMA application_id = " + std::to_string(kApplicationId));
}

Result<void> second(Connection& connection)
{
    KITH_CHECK(connection.script(kSecond));
    for (const char* table : kReplicatedAtFirst) {
        KITH_CHECK(connection.run(fmt::format("ALTER TABLE {} ADD COLUMN saw INTEGER", table)));
        // Whoever removed a row on the only machine there was had seen all of it.
        KITH_CHECK(connection.run(fmt::format("UPDATE {} SET saw = coalesce((SELECT CAST(value AS INTEGER) FROM meta"
                                              " WHERE key = 'clock'), 0) WHERE removed = 1",
                                              table)));
    }
    for (const char* statement : kSecondReplicated) KITH_CHECK(connection.run(statement));
    return {};
}

// What a refused edit waits for.
Result<void> third(Connection& connection)
{
    return connection.run("ALTER TABLE rejected ADD COLUMN missing BLOB");
}

Result<void> fourth(Connection& connection)
{
    for (const char* statement : kFourth) KITH_CHECK(connection.run(statement));
    return {};
}

Result<void> fifth(Connection& connection)
{
    return connection.run(kFifth);
}

Result<void> sixth(Connection& connection)
{
    return connection.run(kSixth);
}

Result<void> seventh(Connection& connection)
{
    return connection.script(kSeventh);
}

Result<void> eighth(Connection& connection)
{
    return connection.script(kEighth);
}

Result<void> ninth(Connection& connection)
{
    for (const char* statement : kNinth) KITH_CHECK(connection.run(statement));
    return {};
}

constexpr sqlite::Migration kMigrations[] = {
    {1, &first}, {2, &second},  {3, &third},  {4, &fourth}, {5, &fifth},
    {6, &sixth}, {7, &seventh}, {8, &eighth}, {9, &ninth},
};

static_assert(sqlite::strictlyIncreasing(kMigrations));

}  // namespace

std::span<const sqlite::Migration> migrations()
{
    return kMigrations;
}

}  // namespace kith::store
