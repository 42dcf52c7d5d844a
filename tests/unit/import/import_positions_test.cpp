#include "import_fixture.h"

using namespace kith;
using namespace kith::test;
using What = ImportDifference::What;

namespace {

exchange::ParsedFile linkedIn(std::vector<exchange::PersonRecord> records)
{
    for (auto& person : records) {
        person.connectedOn = day(2024, 3, 12);
        person.contacts.push_back({ContactKind::Url, "https://www.linkedin.com/in/" + person.name.substr(0, 3)});
    }
    return people(std::move(records), exchange::Format::LinkedIn);
}

}  // namespace

TEST(LinkedInImport, TwoExportsShowWhatChanged)
{
    Importing import;
    import.import(linkedIn({working(record(5, "Ana Ruiz"), "Acme", "Engineer"),
                            working(record(6, "Ben Cole"), "Acme", "Engineer"),
                            working(record(7, "Cleo Diaz"), "Acme", "Engineer")}),
                  day(2026, 1, 10));
    const auto plan = import.plan(linkedIn({working(record(5, "Ana Ruiz"), "Beta", "Engineer"),
                                            working(record(6, "Ben Cole"), "Acme", "Lead Engineer"),
                                            working(record(7, "Cleo Diaz"), "Acme", "Engineer"),
                                            working(record(8, "Dan Eze"), "Acme", "Engineer")}),
                                  day(2026, 11, 20));
    EXPECT_EQ(plan.totals, (ImportTotals{.created = 1, .updated = 2, .unchanged = 1, .rejected = 0}));
    EXPECT_EQ(plan.records[0].news, ImportNews::NewEmployer);
    EXPECT_EQ(plan.records[0].newsWords, "new employer Beta, was Engineer, Acme");
    EXPECT_EQ(plan.records[1].news, ImportNews::NewPosition);
    EXPECT_EQ(plan.records[1].newsWords, "new position Lead Engineer, Acme, was Engineer, Acme");
    EXPECT_EQ(plan.records[2].news, ImportNews::None);
    EXPECT_EQ(plan.records[3].news, ImportNews::NewConnection);
    EXPECT_EQ(plan.news[static_cast<std::size_t>(ImportNews::NewEmployer)], 1U);

    import.apply(plan);
    const auto ana = import.person("Ana Ruiz");
    EXPECT_EQ(ana.card.organisation, "Beta");
    ASSERT_EQ(ana.affiliations.size(), 2U);
    EXPECT_EQ(ana.affiliations[0].organisation, "Beta");
    EXPECT_EQ(ana.affiliations[1].until, day(2026, 11, 20));
}

TEST(LinkedInImport, AnOlderExportDoesNotBringThePastBack)
{
    Importing import;
    const auto older = linkedIn({working(record(5, "Ana Ruiz"), "Acme", "Engineer")});
    const auto newer = linkedIn({working(record(5, "Ana Ruiz"), "Beta", "Lead")});
    import.import(older);
    import.import(newer);
    EXPECT_EQ(import.plan(newer).totals.unchanged, 1U);
    EXPECT_EQ(import.plan(older).totals.unchanged, 1U);
    EXPECT_EQ(import.plan(older, day(2026, 1, 1)).totals.unchanged, 1U);
    // A year later the same words mean that they came back.
    const auto back = import.plan(older, day(2027, 11, 22));
    EXPECT_EQ(back.records[0].news, ImportNews::NewEmployer);
    import.apply(back);
    EXPECT_EQ(import.person("Ana Ruiz").card.organisation, "Acme");
    EXPECT_EQ(import.person("Ana Ruiz").affiliations.size(), 3U);
}

TEST(LinkedInImport, ATypedPositionStaysAndTheDifferenceIsShown)
{
    Importing import;
    const auto file = linkedIn({working(record(5, "Ana Ruiz"), "Acme", "Engineer")});
    import.import(file);
    const auto affiliation = import.person("Ana Ruiz").affiliations[0];
    import.type(affiliation.id, affiliation::role, std::string("Principal Engineer"), Kind::Affiliation);
    for (const auto& next : {file, linkedIn({working(record(5, "Ana Ruiz"), "Beta", "Lead")})}) {
        const auto plan = import.plan(next);
        EXPECT_EQ(plan.totals.unchanged, 1U);
        const auto* kept = differenceIn(plan.records[0], What::KeptTyped);
        ASSERT_NE(kept, nullptr);
        EXPECT_EQ(kept->before, "Principal Engineer, Acme");
        EXPECT_TRUE(plan.edit.rows.empty());
    }
}

TEST(LinkedInImport, APositionEndedByHandStaysEnded)
{
    Importing import;
    const auto file = linkedIn({working(record(5, "Ana Ruiz"), "Acme", "Engineer")});
    import.import(file);
    import.type(import.person("Ana Ruiz").affiliations[0].id, affiliation::until, dateValue(day(2026, 10, 1)),
                Kind::Affiliation);
    const auto plan = import.plan(file);
    EXPECT_EQ(plan.totals.unchanged, 1U);
    EXPECT_NE(differenceIn(plan.records[0], What::KeptTyped), nullptr);
}

TEST(LinkedInImport, ConnectsThePersonWhoSitsHere)
{
    Importing import;
    const Id me = import.space.addPerson("Mia Stone", Facet::Colleague);
    ASSERT_TRUE(import.space.services().writer.setSetting(settings::kMe, me.toString()));
    const auto file = linkedIn({record(5, "Ana Ruiz"), record(6, "Ben Cole")});
    import.import(file);
    const auto ties = import.person(me).ties;
    ASSERT_EQ(ties.size(), 2U);
    EXPECT_EQ(ties[0].kind, TieKind::Knows);
    EXPECT_EQ(ties[0].since, day(2024, 3, 12));
    EXPECT_EQ(import.plan(file).totals.unchanged, 2U);
}

TEST(ImportPositions, KeepAPastHistory)
{
    Importing import;
    auto ana = record(2, "Ana Ruiz", "ana@example.org");
    ana.positions = {
        {.organisation = "Beta", .role = "Lead", .since = day(2024, 1, 1)},
        {.organisation = "Acme", .role = "Engineer", .since = day(2020, 1, 1), .until = day(2023, 12, 31)},
        {.organisation = "Acme", .role = "Engineer", .since = day(2012, 1, 1), .until = day(2014, 12, 31)}};
    const auto file = people({ana}, exchange::Format::JsonResume);
    import.import(file);
    EXPECT_EQ(import.person("Ana Ruiz").affiliations.size(), 3U);
    EXPECT_EQ(import.person("Ana Ruiz").card.organisation, "Beta");
    EXPECT_EQ(import.plan(file).totals.unchanged, 1U);
}

TEST(ImportPositions, ATitleAloneIsANewPositionWithTheKnownEmployer)
{
    Importing import;
    import.import(people({working(record(2, "Ana Ruiz", "ana@example.org"), "Acme", "Engineer")}));
    const auto file = people({working(record(2, "Ana Ruiz", "ana@example.org"), "", "Lead")});
    import.import(file);
    EXPECT_EQ(import.person("Ana Ruiz").card.title, "Lead");
    EXPECT_EQ(import.person("Ana Ruiz").card.organisation, "Acme");
    EXPECT_EQ(import.plan(file).totals.unchanged, 1U);
}

TEST(ImportPositions, AnEmployerAloneSaysNothingAgainstTheTitle)
{
    Importing import;
    import.import(people({working(record(2, "Ana Ruiz", "ana@example.org"), "Acme", "Engineer")}));
    EXPECT_EQ(import.plan(people({working(record(2, "Ana Ruiz", "ana@example.org"), "Acme")})).totals.unchanged, 1U);
}

TEST(ImportPositions, TwoJobsInOneFileBothStand)
{
    Importing import;
    const auto file = people({working(record(2, "Ana Ruiz", "ana@example.org"), "Acme", "Engineer"),
                              working(record(3, "Ana Ruiz", "ana@example.org"), "University", "Lecturer")});
    import.import(file);
    EXPECT_EQ(import.person("Ana Ruiz").affiliations.size(), 2U);
    EXPECT_EQ(import.plan(file).totals.unchanged, 2U);
}

TEST(ImportPositions, ABusinessAreaIsNotEndedByAnotherSourcesEmployer)
{
    Importing import;
    auto ana = record(2, "Ana Ruiz", "ana@example.org");
    ana.positions = {{.organisation = "", .area = "Platform", .role = "Engineer"}};
    import.import(people({ana}));
    EXPECT_EQ(import.person("Ana Ruiz").card.area, "Platform");
    import.import(people({working(record(2, "Ana Ruiz", "ana@example.org"), "Our Company", "Engineer")}));
    EXPECT_EQ(std::ranges::count_if(import.person("Ana Ruiz").affiliations,
                                    [](const AffiliationView& a) { return !a.until; }),
              2);
}

TEST(ImportPositions, OneOrganisationIsMadeOnceInEverySpelling)
{
    Importing import;
    import.import(
        people({working(record(2, "Ana Ruiz"), "Norsk  Data"), working(record(3, "Ben Cole"), "norsk data")}));
    std::size_t organisations = 0;
    import.space.reader().forEachRow(Kind::Organisation, [&](const Row&) { return ++organisations > 0; });
    EXPECT_EQ(organisations, 1U);
}
