#include "import_fixture.h"

using namespace kith;
using namespace kith::test;

namespace {

/// What importing `second` after `first` makes of it.
ImportTotals after(std::vector<exchange::PersonRecord> first, std::vector<exchange::PersonRecord> second)
{
    Importing import;
    import.import(people(std::move(first)));
    return import.plan(people(std::move(second))).totals;
}

ImportTotals alone(std::vector<exchange::PersonRecord> records)
{
    Importing import;
    return import.plan(people(std::move(records))).totals;
}

exchange::PersonRecord linked(exchange::PersonRecord person, const std::string& slug)
{
    return with(std::move(person), ContactKind::Url, "https://www.linkedin.com/in/" + slug);
}

exchange::PersonRecord phoned(exchange::PersonRecord person, const std::string& number)
{
    return with(std::move(person), ContactKind::Phone, number);
}

}  // namespace

TEST(ImportMatch, ByEmailInAnySpelling)
{
    EXPECT_EQ(
        after({record(2, "Ana Ruiz", "ana@example.org")}, {record(2, "A. Ruiz-Cole", "ANA@Example.org ")}).updated, 1U);
}

TEST(ImportMatch, ByProfileOnAnyCountryHost)
{
    EXPECT_EQ(after({linked(record(2, "Ana Ruiz"), "ana-ruiz")},
                    {with(record(2, "Ana Ruiz"), ContactKind::Url, "uk.linkedin.com/in/Ana-Ruiz/")})
                  .unchanged,
              1U);
}

TEST(ImportMatch, ByPhoneWhenTheNamesAgree)
{
    const auto first = phoned(record(2, "Ana Ruiz"), "+44 113 496 0123");
    EXPECT_EQ(after({first}, {phoned(record(2, "A. Ruiz"), "0113 496 0123")}).updated, 1U);
    EXPECT_EQ(after({first}, {phoned(record(2, "Ben Cole"), "0113 496 0123")}).created, 1U);
}

TEST(ImportMatch, ASwitchboardInOneFileIsNotOnePerson)
{
    const auto file = {phoned(record(2, "Ana Ruiz"), "0113 496 0123"), phoned(record(3, "Ben Cole"), "0113 496 0123"),
                       phoned(record(4, "Ana Ruiz"), "+441134960123")};
    EXPECT_EQ(alone(file).created, 2U);
    EXPECT_EQ(after(file, file).unchanged, 3U);
}

TEST(ImportMatch, ASharedMailboxIsNotOnePerson)
{
    const auto file = {record(2, "Ana Ruiz", "info@example.org"), record(3, "Ben Cole", "info@example.org")};
    EXPECT_EQ(alone(file).created, 2U);
    EXPECT_EQ(after(file, file).unchanged, 2U);
}

TEST(ImportMatch, ByNameWithOrganisation)
{
    const auto first = working(record(2, "Zoë Müller", "zoe@example.org"), "Norsk Data");
    EXPECT_EQ(after({first}, {linked(working(record(2, "Zoe Muller"), "NORSK DATA", "Lead"), "zoe")}).created, 0U);
    EXPECT_EQ(after({first}, {working(record(2, "Zoe Muller"), "Acme", "Lead")}).created, 1U);
}

TEST(ImportMatch, ByNameWithAPastOrganisation)
{
    auto first = working(record(2, "Ana Ruiz"), "Norsk Data");
    first.positions[0].until = day(2024, 5, 1);
    EXPECT_EQ(after({first}, {working(record(2, "Ana Ruiz"), "Norsk Data")}).created, 0U);
}

TEST(ImportMatch, ByNameAloneWhenNothingContradicts)
{
    EXPECT_EQ(after({record(2, "Ana Ruiz", "ana@example.org")}, {record(2, "Ana Ruiz")}).unchanged, 1U);
    EXPECT_EQ(after({record(2, "Ana Ruiz")}, {working(record(2, "Ana Ruiz"), "Acme")}).updated, 1U);
    EXPECT_EQ(
        after({record(2, "Ana Ruiz", "ana@example.org")}, {record(2, "Ana Ruiz", "ana.ruiz@example.org")}).created, 1U);
    EXPECT_EQ(after({linked(record(2, "Ana Ruiz"), "ana-1")}, {linked(record(2, "Ana Ruiz"), "ana-2")}).created, 1U);
}

TEST(ImportMatch, ABareNameThatFitsSeveralIsRejected)
{
    const auto two = {record(2, "Ana Ruiz", "a@example.org"), record(3, "Ana Ruiz", "b@example.org")};
    Importing import;
    import.import(people(two));
    const auto plan = import.plan(people({record(9, "Ana Ruiz")}));
    EXPECT_EQ(plan.totals.rejected, 1U);
    EXPECT_EQ(plan.records[0].line, 9U);
    EXPECT_EQ(plan.records[0].reason, "It fits several people; nothing in the record says which one is meant.");
}

TEST(ImportMatch, NamesakesInOneFileAreToldApartByTheirAddresses)
{
    const std::vector file = {working(record(2, "Ana Ruiz", "ana@example.org"), "Acme"),
                              working(record(3, "Ana Ruiz", "ana.ruiz@home.example"), "Acme"),
                              working(linked(record(4, "Ana Ruiz"), "ana-1"), "Acme"),
                              working(linked(record(5, "Ana Ruiz"), "ana-2"), "Acme")};
    const auto totals = alone(file);
    EXPECT_GE(totals.created, 2U);
    EXPECT_EQ(totals.created + totals.updated + totals.unchanged + totals.rejected, 4U);
    EXPECT_EQ(after(file, file).created, 0U);
    EXPECT_EQ(after(file, file).updated, 0U);
}

TEST(ImportMatch, TheSameLineTwiceIsOnePerson)
{
    EXPECT_EQ(alone({record(2, "Ana Ruiz"), record(3, "ana  ruiz")}).created, 1U);
    EXPECT_EQ(alone({working(record(2, "Ana Ruiz"), "Acme"), working(record(3, "Ana Ruiz"), "acme")}).created, 1U);
}

TEST(ImportMatch, TwoLinesMeetThroughAThird)
{
    const auto a = record(2, "Ana Ruiz", "ana@example.org");
    const auto b = linked(record(3, "Ana Ruiz"), "ana");
    const auto c = linked(record(4, "Ana Ruiz", "ana@example.org"), "ana");
    EXPECT_EQ(alone({a, b, c}).created, 1U);
    EXPECT_EQ(alone({c, b, a}).created, 1U);
}

TEST(ImportMatch, TheEmailWinsWhenAddressesBelongToDifferentPeople)
{
    Importing import;
    import.import(people({record(2, "Ana Ruiz", "ana@example.org"), linked(record(3, "Ben Cole"), "ben")}));
    const auto plan = import.plan(people({linked(record(2, "Ana Ruiz", "ana@example.org"), "ben")}));
    EXPECT_EQ(plan.records[0].id, import.idOf("Ana Ruiz"));
    EXPECT_EQ(plan.totals.unchanged, 1U);
    EXPECT_NE(differenceIn(plan.records[0], ImportDifference::What::NotTaken), nullptr);
}

TEST(ImportMatch, EmailsOfSeveralPeopleRejectTheLine)
{
    EXPECT_EQ(after({record(2, "Ana Ruiz", "a@example.org"), record(3, "Ben Cole", "b@example.org")},
                    {with(record(2, "Cleo Diaz", "a@example.org"), ContactKind::Email, "b@example.org")})
                  .rejected,
              1U);
}

TEST(ImportMatch, ARecordWithoutANameUpdatesButNeverCreates)
{
    auto nameless = record(2, "", "ana@example.org");
    nameless.city = "Leeds";
    EXPECT_EQ(after({record(2, "Ana Ruiz", "ana@example.org")}, {nameless}).updated, 1U);
    EXPECT_EQ(alone({nameless}).rejected, 1U);
    EXPECT_EQ(alone({record(2, "???")}).rejected, 1U);
    const auto both = alone({nameless, record(3, "Ana Ruiz", "ana@example.org")});
    EXPECT_EQ(both.created, 1U);
}

TEST(ImportMatch, ASharedPhoneAloneNamesNobody)
{
    const auto nameless = phoned(record(2, ""), "0113 496 0123");
    EXPECT_EQ(after({phoned(record(2, "Ana Ruiz"), "0113 496 0123")}, {nameless}).rejected, 1U);
    EXPECT_EQ(alone({nameless, phoned(record(3, "Ana Ruiz"), "0113 496 0123")}).rejected, 1U);
}

TEST(ImportMatch, AnAddressThatSomebodyElseHasNowDoesNotRenameAPerson)
{
    Importing import;
    import.import(people({record(2, "Ana Ruiz", "ana@example.org")}));
    import.import(people({record(2, "Ana Ruiz-Cole", "ana@example.org")}));
    EXPECT_EQ(import.person("ana@example.org").card.name, "Ana Ruiz-Cole");
    const auto plan = import.plan(people({record(2, "Ben Stone", "ana@example.org")}));
    EXPECT_EQ(plan.totals.unchanged, 1U);
    EXPECT_NE(differenceIn(plan.records[0], ImportDifference::What::NotTaken), nullptr);
}

TEST(ImportMatch, AThousandNamesakesStayApart)
{
    std::vector<exchange::PersonRecord> file;
    for (std::size_t i = 0; i < 1000; ++i)
        file.push_back(working(record(i + 2, "Ana Ruiz", "ana" + std::to_string(i) + "@example.org"), "Acme"));
    EXPECT_EQ(alone(file).created, 1000U);
    EXPECT_EQ(after(file, file).unchanged, 1000U);
}
