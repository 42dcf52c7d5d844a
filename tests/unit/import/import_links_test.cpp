#include "import_fixture.h"

using namespace kith;
using namespace kith::test;
using What = ImportDifference::What;

namespace {

exchange::ParsedFile ties(std::vector<exchange::TieRecord> records)
{
    exchange::ParsedFile file;
    file.format = exchange::Format::Csv;
    file.kind = exchange::RecordKind::Ties;
    file.ties = std::move(records);
    return file;
}

exchange::ParsedFile interactions(std::vector<exchange::InteractionRecord> records)
{
    exchange::ParsedFile file;
    file.format = exchange::Format::Csv;
    file.kind = exchange::RecordKind::Interactions;
    file.interactions = std::move(records);
    return file;
}

exchange::InteractionRecord talk(std::size_t line, std::vector<std::string> who, std::string text)
{
    exchange::InteractionRecord record;
    record.line = line;
    record.people = std::move(who);
    record.at = Instant{day(2025, 6, 1)} + std::chrono::hours{10};
    record.channel = Channel::Call;
    record.text = std::move(text);
    return record;
}

void addThree(Importing& import)
{
    import.import(people({record(2, "Ana Ruiz", "ana@example.org"), record(3, "Ben Cole", "ben@example.org"),
                          with(record(4, "Cleo Diaz"), ContactKind::Url, "linkedin.com/in/cleo")}));
}

}  // namespace

TEST(ImportTies, AreResolvedByIdAddressAndName)
{
    Importing import;
    addThree(import);
    const auto file = ties({{.line = 2,
                             .from = "ana@example.org",
                             .to = "https://linkedin.com/in/cleo",
                             .kind = TieKind::WorkedWith,
                             .strength = 0.5,
                             .since = day(2020, 1, 1),
                             .note = "at Acme"},
                            {.line = 3, .from = import.idOf("Ben Cole").toString(), .to = "ana ruiz"}});
    const auto summary = import.import(file);
    EXPECT_EQ(summary.created, 2U);
    EXPECT_EQ(import.person("Ana Ruiz").ties.size(), 2U);
    EXPECT_EQ(import.person("Cleo Diaz").ties[0].note, "at Acme");
    EXPECT_EQ(import.plan(file).totals.unchanged, 2U);
}

TEST(ImportTies, RejectWhoeverIsUnknownOrAmbiguous)
{
    Importing import;
    addThree(import);
    import.space.addPerson("Ana Ruiz");
    const auto plan = import.plan(ties({{.line = 2, .from = "Ana Ruiz", .to = "Ben Cole"},
                                        {.line = 3, .from = "ben@example.org", .to = "nobody@example.org"},
                                        {.line = 4, .from = "ben@example.org", .to = "Ben Cole"},
                                        {.line = 5, .from = "ben@example.org", .to = "Cleo Diaz", .strength = 3.0},
                                        {.line = 6, .from = "", .to = "Cleo Diaz"}}));
    EXPECT_EQ(plan.totals.rejected, 5U);
    EXPECT_EQ(plan.records[0].reason, "Several people fit “Ana Ruiz”; an e-mail address or an id says which one.");
    EXPECT_EQ(plan.records[1].reason, "Nobody has the e-mail address “nobody@example.org”.");
    EXPECT_EQ(plan.records[2].reason, "A tie joins two different people; both are the same here.");
    EXPECT_EQ(plan.records[4].reason, "A person is missing.");
}

TEST(ImportTies, AMutualTieIsOneInEitherDirection)
{
    Importing import;
    addThree(import);
    import.import(ties({{.line = 2, .from = "Ana Ruiz", .to = "Ben Cole"}}));
    EXPECT_EQ(import.plan(ties({{.line = 2, .from = "Ben Cole", .to = "Ana Ruiz"}})).totals.unchanged, 1U);
    import.import(ties({{.line = 2, .from = "Ana Ruiz", .to = "Ben Cole", .kind = TieKind::Manages}}));
    EXPECT_EQ(
        import.plan(ties({{.line = 2, .from = "Ben Cole", .to = "Ana Ruiz", .kind = TieKind::Manages}})).totals.created,
        1U);
}

TEST(ImportTies, ALaterLineCompletesTheFirstAndNeverOverwritesIt)
{
    Importing import;
    addThree(import);
    const auto file = ties({{.line = 2, .from = "Ana Ruiz", .to = "Ben Cole", .strength = 0.5},
                            {.line = 3, .from = "Ana Ruiz", .to = "Ben Cole", .strength = 0.9, .note = "cousins"}});
    const auto plan = import.plan(file);
    EXPECT_EQ(plan.totals, (ImportTotals{.created = 1, .updated = 1, .unchanged = 0, .rejected = 0}));
    import.apply(plan);
    EXPECT_EQ(import.person("Ana Ruiz").ties[0].strength, 0.5);
    EXPECT_EQ(import.person("Ana Ruiz").ties[0].note, "cousins");
    EXPECT_EQ(import.plan(file).totals.unchanged, 2U);
}

TEST(ImportTies, ATypedStrengthStays)
{
    Importing import;
    addThree(import);
    const auto file = ties({{.line = 2, .from = "Ana Ruiz", .to = "Ben Cole", .strength = 0.5}});
    import.import(file);
    import.type(import.person("Ana Ruiz").ties[0].id, tie::strength, 0.9, Kind::Tie);
    const auto plan = import.plan(file);
    EXPECT_EQ(plan.totals.unchanged, 1U);
    EXPECT_NE(differenceIn(plan.records[0], What::KeptTyped), nullptr);
}

TEST(ImportInteractions, AreAddedOnce)
{
    Importing import;
    addThree(import);
    auto other = talk(3, {"Ana Ruiz", "Ben Cole"}, "About the move.");
    other.at += std::chrono::hours{1};
    const auto file = interactions({talk(2, {"ana@example.org", "Ben Cole"}, "About the move."), other,
                                    talk(4, {"Ben Cole", "Ana Ruiz", "ben@example.org"}, "About the move. "),
                                    talk(5, {"Ana Ruiz"}, "About the move.")});
    const auto plan = import.plan(file);
    EXPECT_EQ(plan.totals, (ImportTotals{.created = 3, .updated = 0, .unchanged = 1, .rejected = 0}));
    import.apply(plan);
    EXPECT_EQ(import.person("Ana Ruiz").interactionCount, 3U);
    EXPECT_EQ(import.plan(file).totals.unchanged, 4U);
}

TEST(ImportInteractions, RejectALineWithSomebodyUnknown)
{
    Importing import;
    addThree(import);
    const auto plan = import.plan(interactions({talk(2, {"Ana Ruiz", "Zed Nobody"}, "Hello."), talk(3, {}, "Hello.")}));
    EXPECT_EQ(plan.totals.rejected, 2U);
    EXPECT_EQ(plan.records[0].reason, "Nobody is called “Zed Nobody”.");
    EXPECT_EQ(plan.records[1].reason, "An interaction needs at least one person.");
}

TEST(ImportRelated, BecomesTiesInsideTheFileAndOutside)
{
    Importing import;
    addThree(import);
    auto dan = record(1, "Dan Eze", "dan@example.org");
    dan.uid = "urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1";
    dan.related = {{"Ana Ruiz", TieKind::WorkedWith}, {"Zed Nobody", TieKind::Knows}};
    auto eve = record(9, "Eve Fox", "eve@example.org");
    eve.related = {{dan.uid, TieKind::Manages}};
    const auto file = people({dan, eve}, exchange::Format::VCard);
    const auto plan = import.plan(file);
    const auto* unknown = differenceIn(plan.records[0], What::NotTaken);
    ASSERT_NE(unknown, nullptr);
    EXPECT_EQ(unknown->after, "Zed Nobody");
    import.apply(plan);
    EXPECT_EQ(import.person("Dan Eze").ties.size(), 2U);
    ASSERT_EQ(import.person("Eve Fox").ties.size(), 1U);
    EXPECT_EQ(import.person("Eve Fox").ties[0].kind, TieKind::Manages);
    EXPECT_TRUE(import.person("Eve Fox").ties[0].outgoing);
    EXPECT_EQ(import.plan(file).totals.unchanged, 2U);
}
