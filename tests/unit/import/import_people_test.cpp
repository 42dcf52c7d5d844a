#include "import_fixture.h"

using namespace kith;
using namespace kith::test;
using What = ImportDifference::What;
using Strings = std::vector<std::string>;

TEST(Import, MakesPeopleWithAllThatTheFileSays)
{
    Importing import;
    auto ana = working(record(2, "Ana Ruiz", "ana@example.org"), "Norsk Data", "Engineer");
    ana.given = "Ana";
    ana.family = "Ruiz";
    ana.city = "Leeds";
    ana.about = "Met at a fair.";
    ana.source = "referral";
    ana.contacts.push_back({ContactKind::Phone, "0113 496 0123", "work"});
    ana.skills = {{"C++", SkillLevel::Expert}, {"German", SkillLevel::B2}};
    ana.tags = {"fair 2026"};
    const auto summary = import.import(people({ana}));
    EXPECT_EQ(summary.created, 1U);
    EXPECT_GT(summary.batch, 0);

    const auto person = import.person("Ana Ruiz");
    EXPECT_EQ(person.card.title, "Engineer");
    EXPECT_EQ(person.card.organisation, "Norsk Data");
    EXPECT_EQ(person.card.city, "Leeds");
    EXPECT_TRUE(person.card.facets.has(Facet::Talent));
    EXPECT_EQ(person.given, "Ana");
    EXPECT_EQ(person.family, "Ruiz");
    EXPECT_EQ(person.about, "Met at a fair.\n\nSource: referral");
    EXPECT_EQ(contactsOf(person), (Strings{"0113 496 0123", "ana@example.org"}));
    ASSERT_EQ(person.skills.size(), 2U);
    ASSERT_EQ(person.tags.size(), 1U);
    EXPECT_EQ(person.facts.front().source.origin, "csv");
    EXPECT_EQ(person.facts.front().source.detail, "people.csv");
    EXPECT_EQ(person.facts.front().source.asOf, day(2026, 11, 22));
}

TEST(Import, OfTheSameFileAgainChangesNothing)
{
    Importing import;
    auto ana = working(record(2, "Ana Ruiz", "ana@example.org"), "Norsk Data", "Engineer");
    ana.skills = {{"C++", SkillLevel::Expert}, {"C#", SkillLevel::Basic}, {"C", SkillLevel::Unstated}};
    ana.tags = {"fair"};
    const auto file = people({ana, record(3, "Ben Cole"), working(record(4, "Cleo Diaz"), "Acme")});
    import.import(file);
    const auto plan = import.plan(file);
    EXPECT_EQ(plan.totals, (ImportTotals{.created = 0, .updated = 0, .unchanged = 3, .rejected = 0}));
    EXPECT_TRUE(plan.edit.rows.empty());
    const auto again = import.apply(plan);
    EXPECT_EQ(again.batch, 0);
    EXPECT_TRUE(again.changes.empty());
    EXPECT_EQ(import.space.reader().countPeople(), 3U);
    EXPECT_EQ(import.person("Ana Ruiz").skills.size(), 3U);
}

TEST(Import, AddsWhatIsNewAndRemovesNothing)
{
    Importing import;
    auto first = record(2, "Ana Ruiz", "ana@example.org");
    first.city = "Leeds";
    first.tags = {"fair"};
    import.import(people({first}));
    auto second = with(record(2, "Ana Ruiz", "ana@example.org"), ContactKind::Phone, "+44 113 496 0123");
    second.tags = {"alumni"};
    second.skills = {{"Rust"}};
    const auto plan = import.plan(people({second}));
    EXPECT_EQ(plan.totals.updated, 1U);
    EXPECT_EQ(plan.records[0].differences.size(), 3U);
    import.apply(plan);
    const auto person = import.person("Ana Ruiz");
    EXPECT_EQ(person.card.city, "Leeds");
    EXPECT_EQ(person.tags.size(), 2U);
    EXPECT_EQ(person.skills.size(), 1U);
    EXPECT_EQ(contactsOf(person), (Strings{"+44 113 496 0123", "ana@example.org"}));
}

TEST(Import, ReplacesWhatAnEarlierImportSaid)
{
    Importing import;
    auto ana = record(2, "Ana Ruiz", "ana@example.org");
    ana.city = "Leeds";
    import.import(people({ana}));
    ana.city = "York";
    const auto plan = import.plan(people({ana}));
    const auto* change = differenceIn(plan.records[0], What::Changed);
    ASSERT_NE(change, nullptr);
    EXPECT_EQ(change->field, "city");
    EXPECT_EQ(change->before, "Leeds");
    EXPECT_EQ(change->after, "York");
    import.apply(plan);
    EXPECT_EQ(import.person("Ana Ruiz").card.city, "York");
}

TEST(Import, NeverOverwritesWhatAPersonTyped)
{
    Importing import;
    auto ana = record(2, "Ana Ruiz", "ana@example.org");
    ana.city = "Leeds";
    ana.skills = {{"Rust", SkillLevel::Basic}};
    import.import(people({ana}));
    const Id id = import.idOf("Ana Ruiz");
    import.type(id, person::city, std::string("Bath"));
    import.type(import.person(id).skills[0].id, person_skill::level, enumValue(SkillLevel::Expert), Kind::PersonSkill);

    const auto plan = import.plan(people({ana}));
    EXPECT_EQ(plan.totals.unchanged, 1U);
    const auto* kept = differenceIn(plan.records[0], What::KeptTyped);
    ASSERT_NE(kept, nullptr);
    EXPECT_EQ(kept->before, "Bath");
    EXPECT_EQ(kept->after, "Leeds");
    import.apply(plan);
    EXPECT_EQ(import.person(id).card.city, "Bath");
    EXPECT_EQ(import.person(id).skills[0].level, SkillLevel::Expert);
}

TEST(Import, DoesNotBringBackWhatAPersonRemovedByHand)
{
    Importing import;
    auto ana = record(2, "Ana Ruiz", "ana@example.org");
    ana.city = "Leeds";
    import.import(people({ana}));
    const Id id = import.idOf("Ana Ruiz");
    import.type(id, person::city, Value{});
    import.import(people({ana}));
    EXPECT_EQ(import.person(id).card.city, "");
}

TEST(Import, DoesNotBringBackAContactPointOrTagRemovedByHand)
{
    Importing import;
    auto ana = working(with(record(2, "Ana Ruiz", "ana@example.org"), ContactKind::Phone, "+44 113 496 0123"), "Acme");
    ana.tags = {"fair"};
    ana.skills = {{"Rust"}};
    import.import(people({ana}));
    const auto before = import.person("Ana Ruiz");
    Edit edit{.command = CommandKind::EditContactPoints, .subject = "by hand", .source = {}, .rows = {}};
    for (const auto& contact : before.contactPoints)
        if (contact.kind == ContactKind::Phone) edit.remove(Kind::ContactPoint, contact.id);
    edit.remove(Kind::PersonTag, before.tags[0].id);
    edit.remove(Kind::PersonSkill, before.skills[0].id);
    edit.remove(Kind::Affiliation, before.affiliations[0].id);
    ASSERT_TRUE(import.space.services().writer.apply(edit));

    const auto plan = import.plan(people({ana}));
    EXPECT_EQ(plan.totals.unchanged, 1U);
    EXPECT_EQ(std::ranges::count(plan.records[0].differences, What::KeptTyped, &ImportDifference::what), 4);
    EXPECT_TRUE(plan.edit.rows.empty());
}

TEST(Import, BringsBackAContactPointThatWentWithAnImportTakenBack)
{
    Importing import;
    import.import(people({record(2, "Ana Ruiz", "ana@example.org")}));
    const auto phone = with(record(2, "Ana Ruiz", "ana@example.org"), ContactKind::Phone, "+44 113 496 0123");
    const auto batch = import.import(people({phone})).batch;
    ASSERT_TRUE(import.space.services().writer.revert(batch));
    EXPECT_EQ(contactsOf(import.person("Ana Ruiz")), Strings{"ana@example.org"});
    EXPECT_EQ(import.import(people({phone})).updated, 1U);
    EXPECT_EQ(contactsOf(import.person("Ana Ruiz")).size(), 2U);
}

TEST(Import, KeepsWhatIsFromALaterDayThanTheFile)
{
    Importing import;
    auto ana = record(2, "Ana Ruiz", "ana@example.org");
    ana.city = "York";
    import.import(people({ana}), day(2026, 11, 1));
    ana.city = "Leeds";
    const auto plan = import.plan(people({ana}), day(2026, 3, 1));
    EXPECT_NE(differenceIn(plan.records[0], What::KeptNewer), nullptr);
    EXPECT_EQ(plan.totals.unchanged, 1U);
}

TEST(Import, MergesTwoLinesAboutTheSamePerson)
{
    Importing import;
    auto first = record(2, "Ana Ruiz", "ana@example.org");
    first.city = "Leeds";
    auto second = with(record(3, "Ana M. Ruiz", "ANA@example.org"), ContactKind::Url, "linkedin.com/in/ana");
    second.city = "York";
    second.about = "Prefers mornings.";
    auto third = first;
    third.line = 4;
    const auto file = people({first, second, third});
    const auto plan = import.plan(file);
    EXPECT_EQ(plan.totals, (ImportTotals{.created = 1, .updated = 1, .unchanged = 1, .rejected = 0}));
    EXPECT_EQ(plan.records[0].id, plan.records[1].id);
    EXPECT_NE(differenceIn(plan.records[1], What::NotTaken), nullptr);
    import.apply(plan);
    const auto person = import.person("ana@example.org");
    EXPECT_EQ(person.card.name, "Ana M. Ruiz");
    EXPECT_EQ(person.card.city, "Leeds");
    EXPECT_EQ(person.about, "Prefers mornings.");
    EXPECT_EQ(person.contactPoints.size(), 2U);
    EXPECT_EQ(import.plan(file).totals.unchanged, 3U);
}

TEST(Import, IsTakenBackAsOneBatch)
{
    Importing import;
    const auto ben = import.space.addPerson("Ben Cole");
    const auto summary = import.import(people({record(2, "Ana Ruiz"), working(record(3, "Ben Cole"), "Acme")}));
    EXPECT_EQ(summary.created, 1U);
    EXPECT_EQ(summary.updated, 1U);
    ASSERT_TRUE(import.space.services().writer.revert(summary.batch));
    EXPECT_EQ(import.space.reader().countPeople(), 1U);
    EXPECT_TRUE(import.person(ben).affiliations.empty());
}

TEST(Import, PlanTellsTheTruthAndWritesNothing)
{
    Importing import;
    import.import(people({record(2, "Ana Ruiz", "ana@example.org")}));
    auto ana = record(2, "Ana Ruiz", "ana@example.org");
    ana.city = "Leeds";
    auto file = people({ana, record(3, "Ben Cole"), record(4, "")});
    file.rejected.push_back({.line = 1, .reason = "The line has too many columns."});
    const auto plan = import.plan(file);
    EXPECT_EQ(import.space.reader().countPeople(), 1U);
    EXPECT_EQ(plan.totals, (ImportTotals{.created = 1, .updated = 1, .unchanged = 0, .rejected = 2}));
    EXPECT_EQ(plan.records.front().reason, "The line has too many columns.");
    const auto summary = import.apply(plan);
    EXPECT_EQ(summary.created, plan.totals.created);
    EXPECT_EQ(summary.updated, plan.totals.updated);
    ASSERT_EQ(summary.rejected.size(), 2U);
    EXPECT_EQ(summary.rejected[1].line, 4U);
    EXPECT_EQ(import.space.reader().countPeople(), 2U);
}

TEST(Import, RefusesAPlanThatTheWorkspaceHasOutrun)
{
    Importing import;
    auto ana = record(2, "Ana Ruiz", "ana@example.org");
    ana.city = "Leeds";
    import.import(people({ana}));
    ana.city = "York";
    const auto changed = import.plan(people({ana}));
    const auto added = import.plan(people({record(2, "Ben Cole")}));
    import.type(import.idOf("Ana Ruiz"), person::city, std::string("Bath"));
    import.space.addPerson("Cleo Diaz");
    for (const auto* plan : {&changed, &added}) {
        const auto result = ApplyImport(import.space.services()).apply(*plan);
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().code, ErrorCode::Conflict);
    }
    EXPECT_EQ(import.person("Ana Ruiz").card.city, "Bath");
}

TEST(Import, StopsWhenCalledOff)
{
    Importing import;
    const std::atomic<bool> cancel = true;
    std::size_t calls = 0;
    const auto plan = PreviewImport(import.space.services())
                          .plan(people({record(2, "Ana Ruiz")}),
                                {.progress = [&](std::size_t, std::size_t) { ++calls; }, .cancel = &cancel});
    ASSERT_FALSE(plan);
    EXPECT_EQ(plan.error().code, ErrorCode::Cancelled);
    EXPECT_GT(calls, 0U);
}

TEST(Import, RejectsTextThatIsTooLongAndSaysWhichLine)
{
    Importing import;
    auto huge = record(2, "Ana Ruiz");
    huge.about = std::string(2'000'000, 'x');
    const auto plan = import.plan(people({huge, record(3, std::string(5000, 'x')), record(4, "Ben Cole")}));
    EXPECT_EQ(plan.totals, (ImportTotals{.created = 1, .updated = 0, .unchanged = 0, .rejected = 2}));
    EXPECT_EQ(plan.records[0].reason, "The note is longer than 1048576 characters.");
}

TEST(Import, LeavesOutContactPointsThatAreNone)
{
    Importing import;
    const auto plan = import.plan(people({with(record(2, "Ana Ruiz", "n/a"), ContactKind::Phone, "-")}));
    EXPECT_EQ(plan.totals.created, 1U);
    EXPECT_EQ(std::ranges::count(plan.records[0].differences, What::NotTaken, &ImportDifference::what), 2);
    import.apply(plan);
    EXPECT_TRUE(import.person("Ana Ruiz").contactPoints.empty());
}

TEST(Import, AddsFacetsToThoseOfAnEarlierImport)
{
    Importing import;
    auto ana = record(2, "Ana Ruiz", "ana@example.org");
    ana.facets = Facets{2};
    import.import(people({ana}));
    EXPECT_EQ(import.person("Ana Ruiz").card.facets, Facets{2});
    ana.facets = Facets{8};
    import.import(people({ana}));
    EXPECT_EQ(import.person("Ana Ruiz").card.facets, Facets{10});
    EXPECT_EQ(import.plan(people({ana})).totals.unchanged, 1U);
}
