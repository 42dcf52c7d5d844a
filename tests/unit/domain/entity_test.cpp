#include <kith/domain/entity.h>

#include <gtest/gtest.h>
#include <set>
#include <string>

using namespace kith;

TEST(EntityTable, NamesAreUnique)
{
    std::set<std::string_view> tables;
    for (const KindSpec& kind : allKinds()) {
        EXPECT_TRUE(tables.insert(kind.table).second) << kind.table;
        std::set<std::string_view> fields;
        for (const FieldSpec& field : kind.fields)
            EXPECT_TRUE(fields.insert(field.name).second) << kind.table << '.' << field.name;
    }
}

TEST(EntityTable, EveryReferencePointsAtAKindAndNothingElseDoes)
{
    for (const KindSpec& kind : allKinds()) {
        for (const FieldSpec& field : kind.fields) {
            // A conflict is about a row of any kind, and says of which.
            const bool anyKind = kind.kind == Kind::Conflict && field.name == "row";
            EXPECT_EQ(field.type == Type::Reference && !anyKind, field.references.has_value())
                << kind.table << '.' << field.name;
            if (field.references) {
                EXPECT_TRUE(kindNumbered(static_cast<std::int64_t>(*field.references)).has_value()) << field.name;
            }
        }
    }
}

TEST(EntityTable, EveryEnumerationHasItsWords)
{
    for (const KindSpec& kind : allKinds()) {
        for (const FieldSpec& field : kind.fields) {
            const bool worded = field.type == Type::Enum || field.type == Type::Flags;
            EXPECT_EQ(worded, field.words != nullptr) << kind.table << '.' << field.name;
            if (field.words != nullptr) {
                EXPECT_FALSE(field.words().empty());
            }
        }
    }
}

TEST(EntityTable, KindsStandAtTheirNumber)
{
    for (const KindSpec& kind : allKinds()) EXPECT_EQ(&specOf(kind.kind), &kind);
    EXPECT_FALSE(kindNumbered(0));
    EXPECT_FALSE(kindNumbered(-1));
    EXPECT_EQ(kindNumbered(1), Kind::Space);
    EXPECT_FALSE(kindNumbered(std::ssize(allKinds()) + 1));
}

TEST(EntityTable, FieldConstantsFollowTheTable)
{
    EXPECT_EQ(fieldNamed(Kind::Space, "kind"), space::kind);
    EXPECT_EQ(fieldNamed(Kind::Person, "about"), person::about);
    EXPECT_EQ(fieldNamed(Kind::Organisation, "city"), organisation::city);
    EXPECT_EQ(fieldNamed(Kind::Area, "parent"), area::parent);
    EXPECT_EQ(fieldNamed(Kind::Affiliation, "until"), affiliation::until);
    EXPECT_EQ(fieldNamed(Kind::ContactPoint, "label"), contact_point::label);
    EXPECT_EQ(fieldNamed(Kind::Tie, "note"), tie::note);
    EXPECT_EQ(fieldNamed(Kind::Interaction, "text"), interaction::text);
    EXPECT_EQ(fieldNamed(Kind::Participant, "person"), participant::person);
    EXPECT_EQ(fieldNamed(Kind::Reminder, "interaction"), reminder::interaction);
    EXPECT_EQ(fieldNamed(Kind::PersonSkill, "observed_on"), person_skill::observed_on);
    EXPECT_EQ(fieldNamed(Kind::PersonTag, "tag"), person_tag::tag);
    EXPECT_EQ(fieldNamed(Kind::SamePerson, "before"), same_person::before);
    EXPECT_EQ(fieldNamed(Kind::SavedSearch, "query"), saved_search::query);
    EXPECT_EQ(fieldNamed(Kind::Pool, "owner"), pool::owner);
    EXPECT_EQ(fieldNamed(Kind::PoolMember, "since"), pool_member::since);
    EXPECT_EQ(fieldNamed(Kind::Pipeline, "owner"), pipeline::owner);
    EXPECT_EQ(fieldNamed(Kind::Stage, "idle_days"), stage::idle_days);
    EXPECT_EQ(fieldNamed(Kind::Placement, "assignee"), placement::assignee);
    EXPECT_EQ(fieldNamed(Kind::Move, "moved_by"), move::moved_by);
    EXPECT_EQ(fieldNamed(Kind::Alias, "replaces"), alias::replaces);
    EXPECT_EQ(fieldNamed(Kind::Person, "shoe_size"), std::nullopt);
}
